/// Codes and words of refusals that providers and makers of gateways document.
///
/// Columns, parted by tabs: id, words (a space is any white space, " * " up to 160 other bytes), meaning,
/// weight (9 outranks 1), the mail system or document that writes these words.
let providerReasonRules = #"""
    securityerror.cxmj	cxmj	securityerror	7	Cox, e-mail error codes: CXMJ, sending blocked for the account
    blocked.ipbl0	ipbl0	blocked	7	Cox, e-mail error codes: IPBL0001 to IPBL0111
    spamdetected.urlbl	urlbl	spamdetected	7	Cox, e-mail error codes: URLBL011, a listed URL in the text
    toomanyconn.aup-in-13	aup#in-13	toomanyconn	7	Spectrum, e-mail error codes: AUP#In-1300 to 1340, limits of connections and recipients
    toomanyconn.aup-out-13	aup#out-13	toomanyconn	7	Spectrum, e-mail error codes
    blocked.aup-in-12	aup#in-12	blocked	7	Spectrum, e-mail error codes: AUP#In-1200 to 1240, address blocked
    blocked.aup-in-16	aup#in-16	blocked	7	Spectrum, e-mail error codes
    speeding.xbf5a49fb	ofr * _105	speeding	7	Orange, postmaster page: 105, try later
    speeding.x5910d505	ofr * _109	speeding	7	Orange, postmaster page: 109, slow down
    blocked.x70757cbb	lpn * _102	blocked	7	La Poste
    toomanyconn.x784bec4c	lpn * _104	toomanyconn	7	La Poste
    speeding.x85e97602	lpn * _105	speeding	7	La Poste
    mesgtoobig.x1dc11cda	lpn * _513	mesgtoobig	7	La Poste
    spamdetected.xf3467093	lpn * _506	spamdetected	7	La Poste
    blocked.ofr-102-2	ofr_102	blocked	7	Orange, postmaster page: 102
    blocked.ofr-103-2	ofr_103	blocked	7	Orange, postmaster page: 103
    toomanyconn.ofr-104-2	ofr_104	toomanyconn	7	Orange, postmaster page: 104
    speeding.ofr-109	ofr_109	speeding	7	Orange, postmaster page: 109
    userunknown.ofr-416-2	ofr_416	userunknown	7	Orange, postmaster page: 416
    mailboxfull.ofr-417-2	ofr_417	mailboxfull	7	Orange, postmaster page: 417
    blocked.adresse-ip-source-bloquee	adresse ip source bloquee	blocked	6	Orange
    rejected.emetteur-invalide-invalid-sender	emetteur invalide. invalid sender	rejected	6	Orange 415
    blocked.hl-ihu	hl:ihu	blocked	6	NetEase, codes of refusals: HL:IHU
    speeding.rp-drc	rp:drc	speeding	6	NetEase, codes of refusals: RP:DRC
    speeding.rp-ccl	rp:ccl	speeding	6	NetEase, codes of refusals: RP:CCL
    speeding.rp-qrc	rp:qrc	speeding	6	NetEase, codes of refusals: RP:QRC
    speeding.rp-trc	rp:trc	speeding	6	NetEase, codes of refusals: RP:TRC
    speeding.rp-frl	rp:frl	speeding	6	NetEase, codes of refusals: RP:FRL
    blocked.wm-bli	wm:bli	blocked	6	NetEase, codes of refusals: WM:BLI
    blocked.wm-blu	wm:blu	blocked	6	NetEase, codes of refusals: WM:BLU
    speeding.mi-sfq	mi:sfq	speeding	6	NetEase, codes of refusals: MI:SFQ
    rejected.mi-nhd	mi:nhd	rejected	6	NetEase, codes of refusals: MI:NHD
    authfailure.mi-dma	mi:dma	authfailure	6	NetEase, codes of refusals: MI:DMA
    spamdetected.mi-stc	mi:stc	spamdetected	6	NetEase, codes of refusals: MI:STC
    rejected.user-in-blacklist	user in blacklist	rejected	6	NetEase
    mesgtoobig.exceeded-mailsize-limit	exceeded mailsize limit	mesgtoobig	6	NetEase: Requested mail action aborted: exceeded mailsize limit
    norelaying.local-user-only	local user only	norelaying	5	NetEase
    toomanyconn.recipient-frequency-limited	recipient frequency limited	toomanyconn	6	QQ
    blocked.ip-address-is-block-listed	ip address is block listed	blocked	7	GMX, web.de, mail.com
    requireptr.bad-dns-ptr-resource-record	bad dns ptr resource record	requireptr	7	GMX, web.de, mail.com
    policyviolation.reject-due-to-policy-restrictions	reject due to policy restrictions	policyviolation	6	GMX, IONOS
    speeding.throttling-failure	throttling failure	speeding	7	Amazon SES: Throttling failure: Maximum sending rate exceeded
    speeding.daily-message-quota-exceeded	daily message quota exceeded	speeding	7	Amazon SES
    speeding.maximum-sending-rate-exceeded	maximum sending rate exceeded	speeding	7	Amazon SES
    speeding.sending-limit-exceeded	sending limit exceeded	speeding	7	Gmail 5.4.5: Daily user sending limit exceeded
    speeding.sending-quota-exceeded	sending quota exceeded	speeding	7	several systems
    userunknown.address-registration	address registration	userunknown	5	Symantec Email Security.cloud
    userunknown.542-rejected	542 * rejected	userunknown	7	Symantec Email Security.cloud: 542 a@b Rejected, an address that is not registered
    spamdetected.553-message-filtered	553-message filtered	spamdetected	6	Symantec Email Security.cloud
    blocked.rejected-bad-helo	rejected - bad helo	blocked	6	Exim (cPanel)
    blocked.host-impersonating	host impersonating	blocked	6	Exim (cPanel)
    filtered.permanent-failure-for-one-or-more-recipi	permanent failure for one or more recipients	filtered	3	Barracuda
    blocked.blocked-using-barracuda-reputation	blocked using barracuda reputation	blocked	6	Barracuda
    blocked.blocked-using-trend-micro	blocked using trend micro	blocked	6	Trend Micro
    badreputation.sending-mta-s-poor-reputation	sending mta's poor reputation	badreputation	6	Cisco IronPort
    badreputation.poor-reputation-sender	poor reputation sender	badreputation	6	Mimecast
    virusdetected.anti-virus-policy	anti-virus policy	virusdetected	6	Mimecast
    blocked.internal-resources-are-temporarily-unava	internal resources are temporarily unavailable	blocked	5	Mimecast 451: greylisting
    blocked.ip-blocked-by-proofpoint-dynamic-reputat	ip blocked by proofpoint dynamic reputation	blocked	6	Proofpoint
    blocked.proofpoint-dynamic-reputation	proofpoint dynamic reputation	blocked	6	Proofpoint
    blocked.support-proofpoint-com-dnsbl-lookup	support.proofpoint.com/dnsbl-lookup	blocked	6	Proofpoint
    blocked.ipcheck-proofpoint-com	ipcheck.proofpoint.com	blocked	6	Proofpoint
    blocked.your-ip-is-listed-at	your ip is listed at	blocked	6	several systems
    spamdetected.rejected-by-the-anti-spam-system	rejected by the anti-spam system	spamdetected	6	several systems
    spamdetected.blocked-by-urlhaus	blocked by urlhaus	spamdetected	6	several systems
    spamdetected.listed-by-surbl	listed by surbl	spamdetected	6	SURBL
    spamdetected.listed-on-surbl	listed on surbl	spamdetected	6	SURBL
    spamdetected.listed-in-surbl	listed in surbl	spamdetected	6	SURBL
    spamdetected.listed-by-uribl	listed by uribl	spamdetected	6	URIBL
    spamdetected.blacklisted-url	blacklisted url	spamdetected	6	several systems
    spamdetected.blocked-url	blocked url	spamdetected	6	several systems
    spamdetected.contains-a-url	contains a url	spamdetected	5	several systems
    spamdetected.gtube	gtube	spamdetected	6	SpamAssassin, rspamd
    spamdetected.spam-points	spam points	spamdetected	5	several systems
    virusdetected.contains-malware	contains malware	virusdetected	6	several systems
    virusdetected.malware-detected	malware detected	virusdetected	6	several systems
    virusdetected.found-to-contain-a-virus	found to contain a virus	virusdetected	6	several systems
    spamdetected.sanesecurity	sanesecurity	spamdetected	6	Sanesecurity's signatures for ClamAV
    spamdetected.phishing	phishing	spamdetected	5	several systems
    policyviolation.file-type-is-blocked	file type * is blocked	policyviolation	6	several systems
    policyviolation.file-type-not-allowed	file type * not allowed	policyviolation	6	several systems
    policyviolation.attachment-type-blocked	attachment type * blocked	policyviolation	6	several systems
    policyviolation.attachment-policy	attachment policy	policyviolation	6	several systems
    notcompliantrfc.missing-or-invalid-from	missing or invalid from	notcompliantrfc	6	RFC 5322 §3.6
    notcompliantrfc.missing-from-header	missing from header	notcompliantrfc	6	RFC 5322 §3.6
    notcompliantrfc.missing-date-header	missing date header	notcompliantrfc	6	RFC 5322 §3.6
    notcompliantrfc.missing-message-id	missing message-id	notcompliantrfc	6	RFC 5322 §3.6
    notcompliantrfc.multiple-subject-headers	multiple subject headers	notcompliantrfc	6	RFC 5322 §3.6
    notcompliantrfc.invalid-message-id	invalid message-id	notcompliantrfc	5	RFC 5322 §3.6.4
    notcompliantrfc.lines-longer-than-smtp-allows	lines longer than smtp allows	notcompliantrfc	6	RFC 5321 §4.5.3.1.6
    notcompliantrfc.bare-newline	bare newline	notcompliantrfc	5	Postfix: bare <LF> received
    notcompliantrfc.bare-lf-2	bare <lf>	notcompliantrfc	5	Postfix
    notcompliantrfc.barelinefeedsareillegal	barelinefeedsareillegal	notcompliantrfc	7	Microsoft 365
    filtered.personal-filter	personal filter	filtered	6	several systems
    filtered.recipient-s-filter	recipient's filter	filtered	6	several systems
    filtered.user-s-spam-filter	user's spam filter	filtered	6	several systems
    filtered.blocked-by-recipient	blocked by recipient	filtered	6	several systems
    filtered.recipient-has-blocked	recipient has blocked	filtered	6	several systems
    filtered.recipient-blocked	recipient blocked	filtered	5	several systems
    hasmoved.user-not-local-please-try	user not local; please try	hasmoved	7	RFC 5321 551
    hasmoved.user-not-local-will	user not local; will	hasmoved	3	RFC 5321 251
    hasmoved.please-try	please try <	hasmoved	4	RFC 5321 551
    hasmoved.has-a-new-address	has a new address	hasmoved	6	several systems
    hasmoved.address-has-changed-to	address has changed to	hasmoved	6	several systems
    hasmoved.address-has-been-changed	address has been changed	hasmoved	6	several systems
    hasmoved.no-longer-at-this-address	no longer at this address	hasmoved	5	several systems
    rejected.sender-address-has-null-mx	sender address has null mx	rejected	8	RFC 7505 §4.2
    rejected.sender-s-domain-has-null-mx	sender's domain has null mx	rejected	8	RFC 7505 §4.2
    notaccept.domain-has-a-null-mx	domain has a null mx	notaccept	5	RFC 7505
    notaccept.does-not-accept-mail-nullmx	does not accept mail (nullmx)	notaccept	7	Postfix
    authfailure.spf-not-authorized	spf: not authorized	authfailure	7	several systems
    authfailure.sender-address-rejected-spf	sender address rejected: spf	authfailure	7	several systems
    authfailure.sender-address-rejected-please-see-http	sender address rejected: please see http://www.openspf	authfailure	7	Postfix with an SPF policy service
    authfailure.rejected-by-dmarc-policy	rejected by dmarc policy	authfailure	7	OpenDMARC
    authfailure.dmarc-policy-reject	dmarc policy reject	authfailure	7	Yahoo
    authfailure.evaluating-dmarc-policy	evaluating dmarc policy	authfailure	7	RFC 7489
    authfailure.dkim-signature-did-not-verify	dkim signature did not verify	authfailure	6	several systems
    authfailure.dkim-validation	dkim validation	authfailure	5	several systems
    authfailure.spf-softfail	spf softfail	authfailure	5	several systems
    authfailure.fails-spf	fails spf	authfailure	5	several systems
    speeding.too-much-mail-from	too much mail from	speeding	6	Postfix anvil
    speeding.too-many-messages-from	too many messages from	speeding	5	several systems
    speeding.exceeded-your-sending-rate	exceeded your sending rate	speeding	6	several systems
    speeding.exceeded-the-sending-limit	exceeded the sending limit	speeding	6	several systems
    speeding.message-rate-limit	message rate limit	speeding	6	several systems
    speeding.sending-limit	sending limit	speeding	5	several systems
    toomanyconn.concurrent-server-connections	concurrent server connections	toomanyconn	6	Exchange 4.3.2
    toomanyconn.concurrent-smtp-connections	concurrent smtp connections	toomanyconn	6	Exim
    systemerror.temporary-lookup-failure	temporary lookup failure	systemerror	5	Postfix
    systemerror.server-configuration-problem	server configuration problem	systemerror	6	Postfix
    mesgtoobig.file-too-large	file too large	mesgtoobig	6	Postfix local delivery
    exceedlimit.message-too-large-for-recipient	message too large for recipient	exceedlimit	6	several systems
    userunknown.recipient-may-contain-a-non-existent-acc	recipient may contain a non-existent account	userunknown	7	QQ
    """#
