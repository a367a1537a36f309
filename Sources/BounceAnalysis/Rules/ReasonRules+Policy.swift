/// Words of refusals that are about the policy group of reasons.
///
/// Columns, parted by tabs: id, words (a space is any white space, " * " up to 160 other bytes), meaning,
/// weight (9 outranks 1), the mail system or document that writes these words.
let policyReasonRules = #"""
    norelaying.open-relay-not-allowed	open relay not allowed	norelaying	7	Mimecast
    norelaying.due-to-the-following-smtp-relay	due to the following smtp relay error	norelaying	6	au
    norelaying.relay	relay	norelaying	2	several systems
    norelaying.relaying	relaying	norelaying	3	several systems
    norelaying.relay-not-allowed	relay * not allowed	norelaying	3	several systems
    norelaying.relay-not-permitted	relay * not permitted	norelaying	3	several systems
    norelaying.relay-denied	relay * denied	norelaying	3	several systems
    norelaying.relay-access-denied	relay access denied	norelaying	6	Postfix
    norelaying.tenantattribution	tenantattribution	norelaying	7	Microsoft 5.7.64
    norelaying.i-ua-err-1	i.ua/err/1/	norelaying	7	I.UA
    norelaying.mail-relay-denied	mail relay denied	norelaying	6	Gmail
    norelaying.relaying-denied	relaying denied	norelaying	5	Sendmail
    norelaying.relay-denied-2	relay denied	norelaying	5	several systems
    norelaying.relay-not-permitted-2	relay not permitted	norelaying	5	Exim
    norelaying.relaying-not-permitted	relaying not permitted	norelaying	5	several systems
    norelaying.relay-operation-rejected	relay operation rejected	norelaying	5	several systems
    norelaying.relaying-denied-proper-authentication-requir	relaying denied. proper authentication required	norelaying	5	Sendmail
    norelaying.relaying-blocked	relaying blocked	norelaying	5	several systems
    norelaying.relaying-mail-to-is-not-allowed	relaying mail to * is not allowed	norelaying	5	several systems
    norelaying.relay-prohibited	relay prohibited	norelaying	5	several systems
    norelaying.relaying-is-prohibited	relaying is prohibited	norelaying	5	several systems
    norelaying.relay-not-allowed-2	relay not allowed	norelaying	5	several systems
    norelaying.relaying-not-allowed	relaying not allowed	norelaying	5	several systems
    norelaying.relaying-is-not-allowed	relaying is not allowed	norelaying	5	several systems
    norelaying.relaying-disallowed	relaying disallowed	norelaying	5	several systems
    norelaying.relay-is-not-allowed	relay is not allowed	norelaying	5	several systems
    norelaying.relaying-prohibited-by-administrator	relaying * prohibited by administrator	norelaying	5	Exim
    norelaying.unable-to-relay	unable to relay	norelaying	5	Exchange
    norelaying.unable-to-relay-for	unable to relay for	norelaying	5	Exchange
    norelaying.not-allowed-to-relay	not allowed to relay	norelaying	5	several systems
    norelaying.not-permitted-to-relay	not permitted to relay	norelaying	5	several systems
    norelaying.not-permitted-to-relay-through-this	not permitted to relay through this server	norelaying	5	Exim
    norelaying.mail-server-requires-authentication-when-att	mail server requires authentication when attempting to send to a non-local e-mail address	norelaying	5	MailEnable
    norelaying.no-relaying-allowed	no relaying allowed	norelaying	5	several systems
    norelaying.no-relaying	no relaying	norelaying	5	several systems
    norelaying.open-relay	open relay	norelaying	5	several systems
    norelaying.we-do-not-relay	we do not relay	norelaying	5	several systems
    norelaying.we-don-t-handle-mail-for	we don't handle mail for	norelaying	5	several systems
    norelaying.not-an-open-relay	not an open relay	norelaying	5	several systems
    norelaying.as-a-relay-but-i-haven	as a relay, but i haven't configured it to let you in	norelaying	5	qmail
    norelaying.this-system-is-not-configured-to	this system is not configured to relay mail	norelaying	5	IMail
    norelaying.this-is-not-a-relay	this is not a relay	norelaying	5	several systems
    norelaying.insecure-mail-relay	insecure mail relay	norelaying	5	several systems
    norelaying.domain-isn-t-in-my-list	domain isn't in my list of allowed rcpthosts	norelaying	5	qmail: that domain isn't in my list of allowed rcpthosts
    norelaying.that-domain-isn-t-in-my	that domain isn't in my list	norelaying	5	qmail
    norelaying.that-domain-is-not-in-my	that domain is not in my list	norelaying	5	qmail
    norelaying.send-to-a-non-local-e	send to a non-local e-mail address	norelaying	5	MailEnable
    norelaying.is-not-permitted-to-relay	is not permitted to relay	norelaying	5	several systems
    norelaying.is-not-local	is not local	norelaying	5	several systems
    norelaying.you-must-authenticate-before-relaying	you must authenticate before relaying	norelaying	5	several systems
    norelaying.you-are-not-allowed-to-send	you are not allowed to send mail to	norelaying	5	several systems
    norelaying.authentication-required-for-relay	authentication required for relay	norelaying	5	several systems
    norelaying.send-to-is-not-allowed-to	send to * is not allowed to relay	norelaying	5	several systems
    authfailure.sender-id-pra-not-permitted	sender id (pra) not permitted	authfailure	6	Exchange
    authfailure.dmarc-sender-invalid-envelope-rejected	dmarc sender invalid - envelope rejected	authfailure	7	Mimecast
    authfailure.dkim-sender-invalid-envelope-rejected	dkim sender invalid - envelope rejected	authfailure	7	Mimecast
    authfailure.spf-sender-invalid-envelope-rejected	spf sender invalid - envelope rejected	authfailure	7	Mimecast
    authfailure.spf	spf	authfailure	3	several systems
    authfailure.dkim	dkim	authfailure	3	several systems
    authfailure.dmarc	dmarc	authfailure	3	several systems
    authfailure.rejected-per-dmarc-policy	rejected per dmarc policy	authfailure	7	several systems
    authfailure.invalid-spf-record	invalid spf record	authfailure	6	GoDaddy IB506
    authfailure.mi-spf	mi:spf	authfailure	6	NetEase
    authfailure.spf-check-failed	spf check failed	authfailure	6	QQ
    authfailure.your-message-was-rejected-due-to	your message was rejected due to * dmarc policy	authfailure	7	Apple
    authfailure.does-not-meet-the-required-authentication	does not meet the required authentication level	authfailure	7	Microsoft 5.7.515
    authfailure.dmarc-policy	dmarc policy	authfailure	5	RFC 7489
    authfailure.dmarc-verification	dmarc verification	authfailure	5	Microsoft
    authfailure.dmarc-unaligned	dmarc: unaligned	authfailure	5	several systems
    authfailure.dmarc-unauthenticated-mail-is-prohibited	dmarc unauthenticated mail is prohibited	authfailure	5	DMARC
    authfailure.dmarc-fail	dmarc fail	authfailure	5	several systems
    authfailure.dmarc-check-failed	dmarc check failed	authfailure	5	several systems
    authfailure.dmarc-evaluation	dmarc evaluation	authfailure	5	several systems
    authfailure.failed-dmarc	failed dmarc	authfailure	5	several systems
    authfailure.fails-dmarc	fails dmarc	authfailure	5	several systems
    authfailure.violates-dmarc	violates dmarc	authfailure	5	several systems
    authfailure.dmarc-reject	dmarc reject	authfailure	5	several systems
    authfailure.dmarcrejection	dmarcrejection	authfailure	5	Gmail
    authfailure.rejected-by-dmarc	rejected by dmarc	authfailure	5	several systems
    authfailure.rejected-per-dmarc	rejected per dmarc	authfailure	5	AOL
    authfailure.rejected-due-to-the-sending-domain	rejected due to the sending domain's dmarc policy	authfailure	5	DMARC
    authfailure.does-not-pass-dmarc	does not pass dmarc	authfailure	5	Microsoft 5.7.509
    authfailure.due-to-domain-s-dmarc	due to domain's dmarc	authfailure	5	Gmail
    authfailure.unauthenticated-email-from	unauthenticated email from	authfailure	5	Gmail: Unauthenticated email from example.jp is not accepted due to domain's DMARC policy
    authfailure.unauthenticated-mail-is-prohibited	unauthenticated mail is prohibited	authfailure	5	RFC 7372
    authfailure.unauthenticatedemail	unauthenticatedemail	authfailure	5	Gmail
    authfailure.this-mail-has-been-blocked-because	this mail has been blocked because the sender is unauthenticated	authfailure	5	Gmail
    authfailure.sender-is-unauthenticated	sender is unauthenticated	authfailure	5	Gmail
    authfailure.www-openspf-net	//www.openspf.net/	authfailure	5	SPF explanation
    authfailure.www-openspf-org	//www.openspf.org/	authfailure	5	SPF explanation
    authfailure.spf-pobox-com	//spf.pobox.com	authfailure	5	SPF explanation
    authfailure.spf-check-fail	spf check: fail	authfailure	5	several systems
    authfailure.spf-checks	spf checks	authfailure	5	several systems
    authfailure.spf-fail	spf fail	authfailure	5	several systems
    authfailure.spf-failed	spf failed	authfailure	5	several systems
    authfailure.spf-validation-fail	spf validation fail	authfailure	5	RFC 7372
    authfailure.spf-sender-policy-framework-domain-authentic	spf (sender policy framework) domain authentication fail	authfailure	5	several systems
    authfailure.spf-authentication-failed	spf authentication failed	authfailure	5	several systems
    authfailure.spf-verification	spf verification	authfailure	5	several systems
    authfailure.spf-reject	spf reject	authfailure	5	several systems
    authfailure.spf-hard-fail	spf hard fail	authfailure	5	several systems
    authfailure.spf-hardfail	spf hardfail	authfailure	5	several systems
    authfailure.spf-record	spf record	authfailure	4	several systems
    authfailure.spf-fail-2	spf_fail	authfailure	5	several systems
    authfailure.spf-fail-3	spf: fail	authfailure	5	several systems
    authfailure.spf-all	spf -all	authfailure	5	several systems
    authfailure.spf-unauthorized	spf unauthorized	authfailure	5	several systems
    authfailure.spf-not-pass	spf not pass	authfailure	5	several systems
    authfailure.failed-spf	failed spf	authfailure	5	several systems
    authfailure.failed-sender-policy-framework	failed sender policy framework	authfailure	5	several systems
    authfailure.rejected-because-of-spf	rejected because of spf	authfailure	5	several systems
    authfailure.rejected-by-spf	rejected by spf	authfailure	5	several systems
    authfailure.blocked-by-spf	blocked by spf	authfailure	5	several systems
    authfailure.sender-policy-framework-violation	sender policy framework violation	authfailure	5	several systems
    authfailure.sender-policy-framework	sender policy framework	authfailure	4	several systems
    authfailure.not-authorized-to-send-mail-from	not authorized to send mail from	authfailure	5	SPF
    authfailure.is-not-allowed-to-send-mail	is not allowed to send mail from	authfailure	5	SPF
    authfailure.is-not-authorized-to-use	is not authorized to use	authfailure	5	SPF: 192.0.2.1 is not authorized to use a@b in mfrom identity
    authfailure.not-permitted-sender	not permitted sender	authfailure	5	SPF
    authfailure.dkim-signature-verification	dkim signature verification	authfailure	5	several systems
    authfailure.dkim-fail	dkim fail	authfailure	5	several systems
    authfailure.dkim-authentication	dkim authentication	authfailure	5	several systems
    authfailure.dkim-check-failed	dkim check failed	authfailure	5	several systems
    authfailure.dkim-verification-failed	dkim verification failed	authfailure	5	several systems
    authfailure.no-passing-dkim	no passing dkim	authfailure	5	RFC 7372 X.7.20
    authfailure.no-acceptable-dkim	no acceptable dkim	authfailure	5	RFC 7372 X.7.21
    authfailure.no-valid-author-matched-dkim	no valid author-matched dkim	authfailure	5	RFC 7372 X.7.22
    authfailure.spf-validation-failed	spf validation failed	authfailure	5	RFC 7372 X.7.23
    authfailure.spf-validation-error	spf validation error	authfailure	5	RFC 7372 X.7.24
    authfailure.multiple-authentication-checks-failed	multiple authentication checks failed	authfailure	5	RFC 7372 X.7.26
    authfailure.authentication-results-fail	authentication results: fail	authfailure	5	several systems
    authfailure.bad-dkim	bad dkim	authfailure	5	several systems
    authfailure.invalid-dkim	invalid dkim	authfailure	5	several systems
    authfailure.arc-validation-failure	arc validation failure	authfailure	5	RFC 8617 X.7.29
    authfailure.5-7-26	5.7.26	authfailure	5	RFC 7372 X.7.26
    authfailure.5-7-509	5.7.509	authfailure	5	Microsoft 365
    authfailure.sender-address-not-authorized-by-domain	sender address not authorized by domain owner	authfailure	5	SPF
    authfailure.is-not-one-of-the-authorized	is not one of the authorized senders	authfailure	5	SPF
    requireptr.reverse-lookup	reverse * lookup	requireptr	3	several systems
    requireptr.reverse-dns	reverse * dns	requireptr	3	several systems
    requireptr.rdns	rdns	requireptr	3	several systems
    requireptr.ptr	ptr	requireptr	2	several systems
    requireptr.dns-nr	(dns:nr)	requireptr	7	AOL
    requireptr.ptr-lookup-failure	ptr lookup failure	requireptr	6	Comcast
    requireptr.reverse-dns-failure	reverse dns failure	requireptr	6	Comcast
    requireptr.cxdns	cxdns	requireptr	7	Cox
    requireptr.has-no-reverse-dns	has no reverse dns	requireptr	6	several systems
    requireptr.reverse-dns-for-this-ip-failed	reverse dns for this ip failed	requireptr	7	GoDaddy IB108
    requireptr.aup-cxdns	aup#cxdns	requireptr	8	Cox
    requireptr.cannot-find-your-hostname	cannot find your hostname	requireptr	5	Postfix: Client host rejected: cannot find your hostname
    requireptr.cannot-find-your-reverse-hostname	cannot find your reverse hostname	requireptr	5	Postfix
    requireptr.cannot-resolve-your-hostname	cannot resolve your hostname	requireptr	5	several systems
    requireptr.reverse-dns-2	reverse dns	requireptr	5	several systems
    requireptr.reverse-dns-lookup	reverse dns lookup	requireptr	5	several systems
    requireptr.reverse-dns-record	reverse dns record	requireptr	5	several systems
    requireptr.reverse-dns-ptr	reverse dns (ptr)	requireptr	5	several systems
    requireptr.does-not-have-a-ptr	does not have a ptr	requireptr	5	several systems
    requireptr.does-not-have-a-valid-ptr	does not have a valid ptr	requireptr	5	several systems
    requireptr.ptr-record	ptr record	requireptr	5	several systems
    requireptr.no-ptr-record	no ptr record	requireptr	5	several systems
    requireptr.no-ptr	no ptr	requireptr	5	several systems
    requireptr.no-rdns	no rdns	requireptr	5	several systems
    requireptr.no-reverse-dns	no reverse dns	requireptr	5	several systems
    requireptr.lacks-reverse	lacks reverse	requireptr	5	several systems
    requireptr.reverse-lookup-fail	reverse lookup fail	requireptr	5	several systems
    requireptr.unresolvable-relay-host-name	unresolvable relay host name	requireptr	5	several systems
    requireptr.all-mail-servers-must-have-a	all mail servers must have a ptr record	requireptr	5	several systems
    requireptr.client-host-rejected-cannot-find-your	client host rejected: cannot find your	requireptr	7	Postfix
    requireptr.client-ip-has-no-reverse	client ip has no reverse	requireptr	5	several systems
    requireptr.domain-name-in-ptr	domain name in ptr	requireptr	5	several systems
    requireptr.ip-name-lookup-failed	ip name lookup failed	requireptr	5	several systems
    requireptr.ip-is-not-resolv	ip is not resolv	requireptr	5	several systems
    requireptr.your-ip-has-no-ptr	your ip has no ptr	requireptr	5	several systems
    requireptr.sending-ip-does-not-have-a	sending ip does not have a ptr	requireptr	5	several systems
    requireptr.the-ip-address-sending-this-message	the ip address sending this message does not have a ptr record	requireptr	5	Gmail 5.7.25
    requireptr.ipv6-sending-guidelines-regarding-ptr	ipv6 sending guidelines regarding ptr	requireptr	5	Gmail
    requireptr.could-not-resolve-your-hostname	could not resolve your hostname	requireptr	5	several systems
    requireptr.fcrdns	fcrdns	requireptr	5	several systems
    requireptr.forward-confirmed-reverse	forward confirmed reverse	requireptr	5	several systems
    requireptr.5-7-25	5.7.25	requireptr	5	RFC 7372 X.7.25
    requireptr.set-up-reverse-dns	set up reverse dns	requireptr	5	several systems
    requireptr.reverse-address-lookup	reverse address lookup	requireptr	5	several systems
    notcompliantrfc.bad-header	bad header	notcompliantrfc	6	amavisd
    notcompliantrfc.bad-header-2	bad-header	notcompliantrfc	6	amavisd
    notcompliantrfc.addresses-in-from-header	addresses in from: header	notcompliantrfc	6	several systems
    notcompliantrfc.header-are-not-accepted	header are not accepted	notcompliantrfc	6	several systems
    notcompliantrfc.not-rfc-5322-compliant	not rfc 5322 compliant	notcompliantrfc	5	Gmail
    notcompliantrfc.not-rfc-2822-compliant	not rfc 2822 compliant	notcompliantrfc	5	several systems
    notcompliantrfc.not-compliant-with-rfc-5322	not compliant with rfc 5322	notcompliantrfc	5	Gmail: not compliant with RFC 5322
    notcompliantrfc.not-rfc-compliant	not rfc compliant	notcompliantrfc	5	several systems
    notcompliantrfc.is-not-rfc-compliant	is not rfc compliant	notcompliantrfc	5	several systems
    notcompliantrfc.rfc-1035-violation	rfc 1035 violation	notcompliantrfc	5	several systems
    notcompliantrfc.rfc-2822	rfc 2822	notcompliantrfc	5	several systems
    notcompliantrfc.rfc-5321	rfc 5321	notcompliantrfc	5	several systems
    notcompliantrfc.rfc-5322	rfc 5322	notcompliantrfc	5	Gmail
    notcompliantrfc.violates-rfc	violates rfc	notcompliantrfc	5	several systems
    notcompliantrfc.duplicate-header	duplicate header	notcompliantrfc	5	several systems
    notcompliantrfc.multiple-from-headers	multiple from headers	notcompliantrfc	5	several systems
    notcompliantrfc.multiple-addresses-in-from	multiple addresses in from	notcompliantrfc	6	several systems
    notcompliantrfc.bare-lf	bare lf	notcompliantrfc	5	several systems
    notcompliantrfc.bare-linefeed	bare linefeed	notcompliantrfc	5	qmail
    notcompliantrfc.bare-line-feed	bare line feed	notcompliantrfc	5	several systems
    notcompliantrfc.bare-cr	bare cr	notcompliantrfc	5	several systems
    notcompliantrfc.messageheaders	messageheaders	notcompliantrfc	5	several systems
    notcompliantrfc.missing-header-field	missing * header field	notcompliantrfc	5	several systems
    notcompliantrfc.rfcmessagenoncompliant	rfcmessagenoncompliant	notcompliantrfc	5	Gmail
    notcompliantrfc.rfc-5322-specifications	rfc 5322 specifications	notcompliantrfc	5	Gmail: messages missing a valid address in From: header
    badreputation.sender-reputation	sender * reputation	badreputation	3	several systems
    badreputation.domain-reputation	domain * reputation	badreputation	3	several systems
    badreputation.ip-reputation	ip * reputation	badreputation	3	several systems
    badreputation.likely-suspicious-due-to-the-very	likely suspicious due to the very low reputation	badreputation	7	Gmail
    badreputation.due-to-the-very-low-reputation	due to the very low reputation	badreputation	7	Gmail
    badreputation.mail-rejected-due-to-low-reputation	mail rejected due to low reputation	badreputation	6	several systems
    badreputation.poor-email-reputation-score	poor email reputation score	badreputation	6	several systems
    badreputation.rejected-due-to-poor-reputation	rejected due to poor reputation	badreputation	6	several systems
    badreputation.excessive-user-complaints	excessive user complaints	badreputation	6	Yahoo
    badreputation.unexpected-volume-or-user-complaints	unexpected volume or user complaints	badreputation	6	several systems
    badreputation.reputation	reputation	badreputation	5	several systems
    badreputation.low-reputation	low reputation	badreputation	5	Gmail
    badreputation.bad-reputation	bad reputation	badreputation	5	several systems
    badreputation.poor-reputation	poor reputation	badreputation	5	several systems
    badreputation.very-low-reputation	very low reputation	badreputation	5	Gmail
    badreputation.sender-score	sender score	badreputation	5	several systems
    badreputation.senderscore	senderscore	badreputation	5	several systems
    badreputation.poor-sender-reputation	poor sender reputation	badreputation	5	several systems
    badreputation.because-the-sending-mta-s-poor	because the sending mta's poor reputation	badreputation	5	several systems
    badreputation.has-been-temporarily-rate-limited-due	has been temporarily rate limited due to ip reputation	badreputation	5	several systems
    badreputation.ip-reputation-2	ip reputation	badreputation	5	Yahoo: Messages from 192.0.2.1 temporarily deferred due to ip reputation
    rejected.envelope-sender-is-in-my	envelope sender is in my	rejected	6	qmail
    rejected.badmailfrom	badmailfrom	rejected	6	qmail
    rejected.envelope-blocked	envelope blocked	rejected	6	Mimecast
    rejected.not-permitted-to-send	not permitted to send	rejected	3	several systems
    rejected.not-authorized-to-send	not authorized to send	rejected	3	several systems
    rejected.not-allowed-to-send	not allowed to send	rejected	3	several systems
    rejected.you-are-not-allowed	you are not allowed	rejected	3	several systems
    rejected.from-not-allowed	from * not allowed	rejected	3	several systems
    rejected.sender-verif	sender * verif	rejected	3	several systems
    rejected.sender-not-allowed	sender * not allowed	rejected	3	several systems
    rejected.sender-not-exist	sender * not exist	rejected	3	several systems
    rejected.sender-invalid	sender * invalid	rejected	3	several systems
    rejected.sender-blocked	sender * blocked	rejected	3	several systems
    rejected.sender-refused	sender * refused	rejected	3	several systems
    rejected.sender-denied	sender * denied	rejected	3	several systems
    rejected.sender-rejected	sender * rejected	rejected	3	several systems
    rejected.permission	permission	rejected	2	several systems
    rejected.not-allowed	not allowed	rejected	2	several systems
    rejected.your-address	your address	rejected	2	several systems
    rejected.sender-address-rejected	sender address rejected	rejected	6	Postfix
    rejected.client-does-not-have-permissions-to	client does not have permissions to send as this sender	rejected	6	Exchange
    rejected.dns-p2	dns-p2	rejected	7	Facebook
    rejected.dns-p1	dns-p1	rejected	7	Facebook
    rejected.cxsmtp	cxsmtp	rejected	7	Cox
    rejected.cxsndr	cxsndr	rejected	7	Cox
    rejected.ip-addresses-are-not-allowed-as	ip addresses are not allowed as a from	rejected	6	GoDaddy IB502
    rejected.blank-from-addresses-are-not-allowed	blank from: addresses are not allowed	rejected	6	GoDaddy IB501
    rejected.address-rejected	address rejected	rejected	1	several systems
    rejected.invalid-domain-see	invalid domain, see	rejected	6	several systems
    rejected.does-not-exist-e2110	does not exist e2110	rejected	6	several systems
    rejected.sender-s-address-has-been-blocked	sender's address has been blocked	rejected	6	several systems
    rejected.sender-is-in-my-black-list	sender is in my black list	rejected	6	several systems
    rejected.batv-no-tag	batv: no tag	rejected	6	several systems
    rejected.returned-mail-not-accepted-here	returned mail not accepted here	rejected	6	several systems
    rejected.null-sender-is-not-allowed	null sender is not allowed	rejected	6	several systems
    rejected.invalid-sender	<> invalid sender	rejected	6	several systems
    rejected.dt-sum	dt:sum	rejected	6	NetEase
    rejected.mi-imf	mi:imf	rejected	6	NetEase
    rejected.mi-spb	mi:spb	rejected	6	NetEase
    rejected.mail-is-rejected-by-recipients	mail is rejected by recipients	rejected	6	QQ
    rejected.ofr-405	ofr * _405	rejected	7	Orange
    rejected.ofr-403	ofr * _403	rejected	7	Orange
    rejected.resolver-rst-notauthorized	resolver.rst.notauthorized	rejected	7	Exchange 2007
    rejected.banned-sender	banned sender	rejected	6	Microsoft
    rejected.access-denied-banned-sender	access denied, banned sender	rejected	6	Microsoft 5.7.503
    rejected.bad-outbound-sender	bad outbound sender	rejected	6	Microsoft 5.1.8
    rejected.has-a-policy-that-prohibited-the	has a policy that prohibited the mail	rejected	6	Gmail
    rejected.mail-sending-denied	mail sending denied	rejected	6	Gmail
    rejected.sender-address-does-not-exist	sender address * does not exist	rejected	7	several systems
    rejected.domain-of-sender	domain of sender	rejected	7	several systems
    rejected.send-mail-as	send mail as	rejected	7	several systems
    rejected.mail-rejected-by-destination-domain	mail rejected by destination domain	rejected	7	several systems
    rejected.groups-google-com-support	groups.google.com/support	rejected	7	several systems
    rejected.not-a-registered-gateway-user	not a registered gateway user	rejected	7	several systems
    rejected.access-denied-in-reply-to-mail	access denied (in reply to mail from command)	rejected	5	Postfix
    rejected.administrative-prohibition	administrative prohibition	rejected	5	Exim
    rejected.all-recipient-addresses-rejected-access-deni	all recipient addresses rejected : access denied	rejected	7	Microsoft 365 5.4.1
    rejected.backscatter-protection-detected-invalid-or-e	backscatter protection detected invalid or expired email address	rejected	5	several systems
    rejected.batv	batv	rejected	5	several systems
    rejected.batv-failed-to-verify	batv failed to verify	rejected	5	several systems
    rejected.batv-validation-failure	batv validation failure	rejected	5	several systems
    rejected.because-the-sender-isn-t-on	because the sender isn't on the recipient's list of senders to accept mail from	rejected	5	several systems
    rejected.by-non-member-to-a-members	by non-member to a members-only list	rejected	5	Mailman
    rejected.can-t-determine-purported-responsible-addres	can't determine purported responsible address	rejected	5	Exchange
    rejected.cannot-resolve-your-domain	cannot resolve your domain	rejected	5	several systems
    rejected.could-not-resolve-domain	could not resolve domain	rejected	5	several systems
    rejected.connections-not-accepted-from-servers-withou	connections not accepted from servers without a valid sender domain	rejected	5	several systems
    rejected.denied-by-secumail-valid-address-filter	denied by secumail valid-address-filter	rejected	5	SecuMail
    rejected.domain-of-sender-address	domain of sender address	rejected	7	Sendmail: Domain of sender address a@b does not exist
    rejected.domain-does-not-exist-sender	domain does not exist: sender	rejected	5	several systems
    rejected.sender-domain-does-not-exist	sender domain does not exist	rejected	7	several systems
    rejected.sender-domain-not-found	sender domain not found	rejected	7	several systems
    rejected.sender-domain-must-exist	sender domain must exist	rejected	7	Postfix
    rejected.domain-must-resolve	domain must resolve	rejected	5	several systems
    rejected.domain-name-not-found-sender	domain name not found: sender	rejected	5	several systems
    rejected.doesn-t-resolve-at-least-one	doesn't resolve at least one mx or a record	rejected	5	several systems
    rejected.email-address-is-on-senderfilterconfig-list	email address is on senderfilterconfig list	rejected	5	Exchange
    rejected.emetteur-invalide	emetteur invalide	rejected	5	French
    rejected.empty-envelope-senders-not-allowed	empty envelope senders not allowed	rejected	5	several systems
    rejected.envelope-rejected	envelope rejected	rejected	5	several systems
    rejected.error-no-third-party-dsns	error: no third-party dsns	rejected	5	several systems
    rejected.from-address-is-not-allowed	from address is not allowed	rejected	5	several systems
    rejected.from-domain-is-invalid-please-provide	from: domain is invalid. please provide a valid from:	rejected	5	several systems
    rejected.fully-qualified-email-address-required	fully qualified email address required	rejected	5	qmail
    rejected.fully-qualified-domain-name-required-sender	fully qualified domain name required: sender	rejected	5	several systems
    rejected.i-m-sorry-i-do-not	i'm sorry, i do not accept mail from sites without valid	rejected	5	several systems
    rejected.invalid-sender-2	invalid sender	rejected	5	several systems
    rejected.invalid-sender-domain	invalid sender domain	rejected	5	several systems
    rejected.invalid-sender-address	invalid sender address	rejected	5	several systems
    rejected.is-not-a-registered-gateway-user	is not a registered gateway user	rejected	7	Tumbleweed
    rejected.mail-from-not-owned-by-user	mail from not owned by user	rejected	5	several systems
    rejected.mail-from-domain	mail from domain	rejected	5	several systems
    rejected.mailfrom-domain-is-listed-in	mailfrom domain is listed in	rejected	5	several systems
    rejected.malformed-sender-address	malformed sender address	rejected	5	several systems
    rejected.message-rejected-email-address-is-not	message rejected: email address is not verified	rejected	5	Amazon SES
    rejected.email-address-is-not-verified	email address is not verified	rejected	7	Amazon SES
    rejected.must-exist-sender	must exist: sender	rejected	5	several systems
    rejected.mx-records-for-violate	mx records for * violate	rejected	5	several systems
    rejected.name-service-error-for-sender	name service error for * sender	rejected	5	several systems
    rejected.need-fully-qualified-sender	need fully qualified sender	rejected	5	several systems
    rejected.non-authorized-sender	non authorized sender	rejected	5	several systems
    rejected.not-allowed-to-post-to-this	not allowed to post to this mailing list	rejected	5	ezmlm
    rejected.only-members-may-post	only members may post	rejected	5	several systems
    rejected.only-allowed-members	only allowed members	rejected	5	several systems
    rejected.you-are-not-allowed-to-post	you are not allowed to post to this mailing list	rejected	5	fml, ezmlm
    rejected.you-are-not-a-member-of	you are not a member of this mailing list	rejected	5	fml
    rejected.not-a-member	not a member	rejected	5	fml
    rejected.members-only	members only	rejected	5	several systems
    rejected.may-not-have-permission-to-post	may not have permission to post messages to the group	rejected	5	Google Groups
    rejected.may-not-exist-or-you-may	may not exist, or you may not have permission to post	rejected	5	Google Groups
    rejected.permission-to-post	permission to post	rejected	7	Google Groups
    rejected.post-messages-to-the-group	post messages to the group	rejected	5	Google Groups
    rejected.restrictdistributiongroups	restrictdistributiongroups	rejected	5	Exchange
    rejected.resolver-rst-sendernotauthenticatedforgroup	resolver.rst.sendernotauthenticatedforgroup	rejected	5	Exchange
    rejected.sendernotauthenticated	sendernotauthenticated	rejected	5	Exchange
    rejected.not-authorized-delivery-not-authorized	not authorized: delivery not authorized	rejected	5	Exchange
    rejected.plugin-declined-address	plugin declined address	rejected	5	several systems
    rejected.rule-imposed-as-is-blacklisted	rule imposed as * is blacklisted	rejected	5	several systems
    rejected.sender-address-is-rejected	sender address is rejected	rejected	5	several systems
    rejected.sender-address-has-been-blacklisted	sender address has been blacklisted	rejected	5	several systems
    rejected.sender-address-blocked	sender address blocked	rejected	5	several systems
    rejected.sender-address-domain-verify-failed	sender address domain verify failed	rejected	5	several systems
    rejected.sender-blacklisted	sender blacklisted	rejected	5	several systems
    rejected.sender-blocked-2	sender blocked	rejected	5	several systems
    rejected.sender-denied-2	sender denied	rejected	5	Exchange
    rejected.sender-email-address-rejected	sender email address rejected	rejected	5	several systems
    rejected.sender-domain-is-empty	sender domain is empty	rejected	5	several systems
    rejected.sender-domain-listed-at	sender domain listed at	rejected	5	several systems
    rejected.sender-is-blacklisted	sender is blacklisted	rejected	5	several systems
    rejected.sender-is-not-allowed	sender is not allowed	rejected	5	several systems
    rejected.sender-is-spammer	sender is spammer	rejected	5	several systems
    rejected.sender-not-allowed-2	sender not allowed	rejected	5	several systems
    rejected.sender-not-pre-approved	sender not pre-approved	rejected	5	several systems
    rejected.sender-not-authorized	sender not authorized	rejected	5	several systems
    rejected.sender-not-authenticated	sender not authenticated	rejected	5	several systems
    rejected.sender-rejected-2	sender rejected	rejected	5	several systems
    rejected.sender-verification-failed	sender verification failed	rejected	7	Exim
    rejected.sender-verify-failed	sender verify failed	rejected	7	Exim
    rejected.sender-unknown	sender unknown	rejected	5	several systems
    rejected.sender-invalid-2	sender invalid	rejected	5	several systems
    rejected.sender-s-domain	sender's domain	rejected	7	several systems
    rejected.senders-address-rejected	senders address rejected	rejected	5	several systems
    rejected.server-does-not-accept-mail-from	server does not accept mail from	rejected	5	several systems
    rejected.service-unavailable-sender	service unavailable; sender	rejected	5	several systems
    rejected.spam-reporting-address	spam reporting address	rejected	5	several systems
    rejected.submitter-not-allowed	submitter * not allowed	rejected	5	several systems
    rejected.syntax-error-empty-email-address	syntax error: empty email address	rejected	5	several systems
    rejected.the-message-has-been-rejected-by	the message has been rejected by batv defense	rejected	5	several systems
    rejected.this-server-does-not-accept-mail	this server does not accept mail from	rejected	5	several systems
    rejected.transaction-failed-unsigned-dsn-for	transaction failed unsigned dsn for	rejected	5	several systems
    rejected.unknown-sender	unknown sender	rejected	7	several systems
    rejected.unroutable-sender	unroutable sender	rejected	5	Exim
    rejected.unrouteable-sender	unrouteable sender	rejected	5	Exim
    rejected.user-is-not-authorized-to-send	user * is not authorized to send mail	rejected	5	several systems
    rejected.user-is-not-allowed-to-send	user * is not allowed to send	rejected	5	several systems
    rejected.verify-the-sender	verify the sender	rejected	5	several systems
    rejected.you-are-not-allowed-to-send	you are not allowed to send mail	rejected	5	several systems
    rejected.you-are-sending-to-from-an	you are sending to/from an address that has been blacklisted	rejected	5	several systems
    rejected.your-access-to-submit-messages-to	your access to submit messages to this e-mail system has been rejected	rejected	5	Proofpoint
    rejected.your-email-address-has-been-blacklisted	your email address has been blacklisted	rejected	5	several systems
    rejected.your-sender-s-address-is-blacklisted	your sender's address is blacklisted	rejected	5	several systems
    rejected.sender-is-on-the-block-list	sender is on the block list	rejected	5	several systems
    rejected.blocked-sender	blocked sender	rejected	5	several systems
    rejected.black-list-sender	black list sender	rejected	5	several systems
    rejected.xe799bae4bfa1e88085	発信者 * 拒否	rejected	5	Japanese
    speeding.exceeding-outbound-thread-limit	exceeding outbound thread limit	speeding	7	Mimecast
    speeding.too-much-traffic	too much * traffic	speeding	3	several systems
    speeding.slow-down	slow down	speeding	3	several systems
    speeding.rate-limit	rate * limit	speeding	3	several systems
    speeding.exceeded-rate	exceeded * rate	speeding	3	several systems
    speeding.rate-exceeded	rate * exceeded	speeding	3	several systems
    speeding.too-many-mails	too many * mails	speeding	3	several systems
    speeding.too-many-messages	too many * messages	speeding	3	several systems
    speeding.receive-limit-exceeded	receive limit exceeded	speeding	6	Microsoft 5.2.122
    speeding.recipient-rate-limit-exceeded	recipient rate limit exceeded	speeding	6	several systems
    speeding.submission-rate-for-this-client-has	submission rate for this client has exceeded	speeding	6	Exchange
    speeding.unusual-sending-activity-detected	unusual sending activity detected	speeding	6	Zoho
    speeding.rp-cel	rp:cel	speeding	6	NetEase
    speeding.mi-ccl	mi:ccl	speeding	6	NetEase
    speeding.mi-dmc	mi:dmc	speeding	6	NetEase
    speeding.mi-cel	mi:cel	speeding	6	NetEase
    speeding.exceeded-the-recipient-rate-limit	exceeded the recipient rate limit	speeding	6	Microsoft
    speeding.reached-your-daily-limit-for-message	reached your daily limit for message recipients	speeding	6	Microsoft 5.1.90
    speeding.unusual-rate-of-unsolicited-mail	unusual rate of unsolicited mail	speeding	6	Gmail 4.7.28
    speeding.rate-limit-2	rate limit	speeding	5	several systems
    speeding.rate-limited	rate limited	speeding	5	several systems
    speeding.ratelimit	ratelimit	speeding	5	several systems
    speeding.rate-limiting	rate limiting	speeding	5	several systems
    speeding.rate-of-mail	rate of mail	speeding	5	several systems
    speeding.rate-that-prevents	rate that prevents	speeding	5	Gmail
    speeding.rate-exceeded-2	rate exceeded	speeding	5	several systems
    speeding.sending-rate	sending rate	speeding	5	several systems
    speeding.exceeded-sending-rate	exceeded sending rate	speeding	5	several systems
    speeding.exceeded-the-rate	exceeded the rate	speeding	5	several systems
    speeding.mail-sent-from-your-ip-address	mail sent from your ip address has been temporarily rate limited	speeding	5	Gmail
    speeding.mail-receiving-rate	mail receiving rate	speeding	5	several systems
    speeding.please-try-again-slower	please try again slower	speeding	5	several systems
    speeding.receiving-mail-at-a-rate-that	receiving mail at a rate that	speeding	5	Gmail
    speeding.user-you-are-trying-to-contact	user you are trying to contact is receiving mail at a rate	speeding	5	Gmail
    speeding.user-you-are-trying-to-contact-2	user you are trying to contact is receiving mail too quickly	speeding	5	Gmail
    speeding.too-quickly	too quickly	speeding	5	Gmail
    speeding.temporarily-rate-limited-due	temporarily rate limited due	speeding	5	several systems
    speeding.too-many-messages-2	too many messages	speeding	5	several systems
    speeding.too-many-mails-2	too many mails	speeding	5	several systems
    speeding.too-many-emails	too many emails	speeding	5	several systems
    speeding.too-many-email	too many email	speeding	5	several systems
    speeding.too-fast	too fast	speeding	5	several systems
    speeding.sending-too-fast	sending too fast	speeding	5	several systems
    speeding.message-frequency	message frequency	speeding	5	QQ
    speeding.mailbox-daily-limit	mailbox_daily_limit	speeding	5	several systems
    speeding.max-messages-per	max messages per	speeding	5	several systems
    speeding.maximum-messages-per	maximum messages per	speeding	5	several systems
    speeding.throttl	throttl	speeding	5	several systems
    speeding.throttled	throttled	speeding	5	several systems
    speeding.exceeded-hourly	exceeded hourly	speeding	5	several systems
    speeding.exceeded-the-limit-of-messages-per	exceeded the limit of messages per	speeding	5	several systems
    speeding.exceeded-the-max-emails-per-hour	exceeded the max emails per hour	speeding	5	cPanel
    speeding.has-exceeded-the-max-emails	has exceeded the max emails	speeding	5	cPanel
    speeding.unusual-rate-of	unusual rate of	speeding	5	Gmail
    speeding.daily-limit	daily limit	speeding	5	several systems
    speeding.hourly-limit	hourly limit	speeding	5	several systems
    speeding.maximum-sending	maximum sending	speeding	5	several systems
    toomanyconn.maximum-connections	maximum * connections	toomanyconn	3	several systems
    toomanyconn.connections-exceeded	connections * exceeded	toomanyconn	3	several systems
    toomanyconn.too-many-sessions	too many * sessions	toomanyconn	3	several systems
    toomanyconn.too-many-connections	too many * connections	toomanyconn	3	several systems
    toomanyconn.con-t1	con-t1	toomanyconn	7	Facebook
    toomanyconn.cxmxrt	cxmxrt	toomanyconn	7	Cox
    toomanyconn.cxcnct	cxcnct	toomanyconn	7	Cox
    toomanyconn.too-many-concurrent-connections	too many concurrent connections	toomanyconn	6	several systems
    toomanyconn.exceeds-per-domain-connection-limit	exceeds per-domain connection limit	toomanyconn	6	Gmail
    toomanyconn.max-defers-and-failures-per-hour	max defers and failures per hour	toomanyconn	6	cPanel
    toomanyconn.has-exceeded-the-max-emails-per	has exceeded the max emails per hour	toomanyconn	6	cPanel
    toomanyconn.we-have-already-made-numerous-attempts	we have already made numerous attempts to deliver this message	toomanyconn	6	several systems
    toomanyconn.too-many-errors-from-your-ip	too many errors from your ip	toomanyconn	6	several systems
    toomanyconn.rp-rcl	rp:rcl	toomanyconn	6	NetEase
    toomanyconn.hl-ifc	hl:ifc	toomanyconn	6	NetEase
    toomanyconn.hl-icc	hl:icc	toomanyconn	6	NetEase
    toomanyconn.connection-frequency-limited	connection frequency limited	toomanyconn	6	QQ
    toomanyconn.sender-frequency-limited	sender frequency limited	toomanyconn	6	QQ
    toomanyconn.domain-frequency-limited	domain frequency limited	toomanyconn	6	QQ
    toomanyconn.ofr-104	ofr * _104	toomanyconn	7	Orange
    toomanyconn.trop-de-connexions	trop de connexions	toomanyconn	6	Orange
    toomanyconn.too-many-connections-slow-down	too many connections, slow down	toomanyconn	7	Orange 104
    toomanyconn.resolver-adr-reciplimit	resolver.adr.reciplimit	toomanyconn	7	Exchange 2007
    toomanyconn.access-denied-exceeded	access denied, * exceeded	toomanyconn	6	Microsoft 5.7.508
    toomanyconn.frequency-limited	frequency limited	toomanyconn	6	several systems
    toomanyconn.ip-frequency-limited	ip frequency limited	toomanyconn	6	several systems
    toomanyconn.too-many-recipients	too many recipients	toomanyconn	6	several systems
    toomanyconn.too-many-connections-2	too many connections	toomanyconn	5	several systems
    toomanyconn.too-many-concurrent	too many concurrent	toomanyconn	5	several systems
    toomanyconn.too-many-smtp-sessions	too many smtp sessions	toomanyconn	5	several systems
    toomanyconn.too-many-simultaneous	too many simultaneous	toomanyconn	5	several systems
    toomanyconn.too-many-sessions-2	too many sessions	toomanyconn	5	several systems
    toomanyconn.too-many-open-connections	too many open connections	toomanyconn	5	several systems
    toomanyconn.connection-rate-limit-exceeded	connection rate limit exceeded	toomanyconn	6	Sendmail
    toomanyconn.connection-limit	connection limit	toomanyconn	5	several systems
    toomanyconn.concurrent-connection	concurrent connection	toomanyconn	5	several systems
    toomanyconn.concurrent-sessions	concurrent sessions	toomanyconn	5	several systems
    toomanyconn.maximum-connections-2	maximum connections	toomanyconn	5	several systems
    toomanyconn.maximum-number-of-connections	maximum number of connections	toomanyconn	5	several systems
    toomanyconn.all-available-ips-are-at-maximum	all available ips are at maximum connection limit	toomanyconn	5	SendGrid
    toomanyconn.exceeds-per-domain-connection-limit-for	exceeds per-domain connection limit for	toomanyconn	5	Gmail
    toomanyconn.exceeded-the-maximum-number-of-connections	exceeded the maximum number of connections	toomanyconn	5	several systems
    toomanyconn.you-have-exceeded-the-allowable-number	you have exceeded the allowable number of connections	toomanyconn	5	several systems
    toomanyconn.throttling-failure-daily-message-quota-excee	throttling failure: daily message quota exceeded	toomanyconn	5	several systems
    toomanyconn.throttling-failure-maximum-sending-rate-exce	throttling failure: maximum sending rate exceeded	toomanyconn	5	Amazon SES
    toomanyconn.this-host-is-already-being-delivered	this host is already being delivered by another connection	toomanyconn	5	several systems
    blocked.graylist	graylist	blocked	5	greylisting
    blocked.greylist	greylist	blocked	5	greylisting
    blocked.helo-command-rejected	helo command rejected	blocked	7	Postfix
    blocked.sending-server	sending server	blocked	3	several systems
    blocked.dynamic-ip	dynamic ip	blocked	5	several systems
    blocked.refused-your-server	refused. your server	blocked	5	several systems
    blocked.mail-from-your-server	mail from your server	blocked	5	several systems
    blocked.your-mail-server-has-been-blocked	your mail server has been blocked	blocked	6	several systems
    blocked.ip-has-been-blocked	ip has been blocked	blocked	6	several systems
    blocked.ip-address-has-been-blocked	ip address has been blocked	blocked	6	several systems
    blocked.local-rbl	local rbl	blocked	6	several systems
    blocked.rejected-by-blocklist	rejected by * blocklist	blocked	6	several systems
    blocked.dynamic	dynamic	blocked	2	several systems
    blocked.open-proxy	open proxy	blocked	3	several systems
    blocked.listed-by	listed by	blocked	3	several systems
    blocked.denylist	denylist	blocked	3	several systems
    blocked.banned	banned	blocked	3	several systems
    blocked.address-blocked	address * blocked	blocked	3	several systems
    blocked.connection-denied	connection * denied	blocked	3	several systems
    blocked.connection-rejected	connection * rejected	blocked	3	several systems
    blocked.client-blocked	client * blocked	blocked	3	several systems
    blocked.client-denied	client * denied	blocked	3	several systems
    blocked.client-rejected	client * rejected	blocked	3	several systems
    blocked.server-blacklist	server * blacklist	blocked	3	several systems
    blocked.server-blocked	server * blocked	blocked	3	several systems
    blocked.host-blacklist	host * blacklist	blocked	3	several systems
    blocked.host-blocked	host * blocked	blocked	3	several systems
    blocked.host-denied	host * denied	blocked	3	several systems
    blocked.host-rejected	host * rejected	blocked	3	several systems
    blocked.ip-denied	ip * denied	blocked	3	several systems
    blocked.ip-rejected	ip * rejected	blocked	3	several systems
    blocked.ip-blacklist	ip * blacklist	blocked	3	several systems
    blocked.ip-listed	ip * listed	blocked	3	several systems
    blocked.ip-blocked	ip * blocked	blocked	3	several systems
    blocked.postgrey	postgrey	blocked	4	greylisting
    blocked.client-host-rejected	client host rejected	blocked	6	Postfix
    blocked.client-host-blocked	client host * blocked	blocked	6	Postfix
    blocked.access-denied-sending-domain	access denied, sending domain	blocked	3	Microsoft
    blocked.pol-p4	pol-p4	blocked	7	Facebook
    blocked.pol-p3	pol-p3	blocked	7	Facebook
    blocked.pol-p2	pol-p2	blocked	7	Facebook
    blocked.pol-p1	pol-p1	blocked	7	Facebook
    blocked.con-b1	(con:b1)	blocked	7	AOL
    blocked.rly-b	(rly:b	blocked	7	AOL
    blocked.dyn-t1	(dyn:t1)	blocked	7	AOL
    blocked.cdrbl	cdrbl	blocked	7	Cox
    blocked.this-ip-has-been-temporarily-blocked	this ip has been temporarily blocked	blocked	7	GoDaddy IB110
    blocked.poor-reputation-on-cloudmark-sender-intellig	poor reputation on cloudmark sender intelligence	blocked	7	GoDaddy IB103
    blocked.ipbl1	ipbl1	blocked	5	Cox
    blocked.aup-cxbl	aup#cxbl	blocked	7	Cox
    blocked.because-part-of-their-network-is	because part of their network is on our block list	blocked	7	Microsoft S3140
    blocked.part-of-their-network-is-on	part of their network is on our block list	blocked	7	Microsoft S3140
    blocked.blocked-by-outlook	blocked by outlook	blocked	5	Microsoft
    blocked.refused-to-talk-to-me-554	refused to talk to me: 554	blocked	4	Postfix
    blocked.too-many-unwanted-messages-have-been	too many unwanted messages have been sent from	blocked	6	several systems
    blocked.the-ip-address-you-re-using	the ip address you're using to send mail is not authorized	blocked	6	several systems
    blocked.rejected-because-the-sending-mta-or	rejected because the sending mta or the sender has not passed validation	blocked	6	several systems
    blocked.host-refused-to-talk-to-me	host refused to talk to me	blocked	4	Postfix
    blocked.host-network-not-allowed	host network not allowed	blocked	6	several systems
    blocked.dns-based-blackhole	dns-based blackhole	blocked	6	several systems
    blocked.bad-sender-ip-address	bad sender ip address	blocked	6	several systems
    blocked.a-denied-sender	a denied sender	blocked	6	several systems
    blocked.dt-rbl	dt:rbl	blocked	6	NetEase
    blocked.hl-mep	hl:mep	blocked	6	NetEase
    blocked.hl-ipb	hl:ipb	blocked	6	NetEase
    blocked.hl-rep	hl:rep	blocked	6	NetEase
    blocked.connection-denied-2	connection denied	blocked	6	QQ
    blocked.suspected-spam-ip	suspected spam ip	blocked	6	QQ
    blocked.suspected-bounce-attacks	suspected bounce attacks	blocked	6	QQ
    blocked.ofr-103	ofr * _103	blocked	7	Orange
    blocked.ofr-102	ofr * _102	blocked	7	Orange
    blocked.temporarily-deferred-due-to-user-complaints	temporarily deferred due to user complaints	blocked	6	Yahoo
    blocked.will-be-permanently-deferred	will be permanently deferred	blocked	6	Yahoo TS03
    blocked.connections-will-not-be-accepted-from	connections will not be accepted from	blocked	6	Yahoo BL
    blocked.tenant-has-exceeded-threshold	tenant has exceeded threshold	blocked	6	Microsoft 5.7.705
    blocked.traffic-not-accepted-from-this-ip	traffic not accepted from this ip	blocked	6	Microsoft 5.7.708
    blocked.access-denied-bad-helo	access denied, bad helo	blocked	6	Microsoft 5.7.506
    blocked.banned-sending-ip	banned sending ip	blocked	6	Microsoft 5.7.511
    blocked.ip-not-in-whitelist-for-rcpt	ip not in whitelist for rcpt domain	blocked	6	Gmail
    blocked.service-not-available-closing-transmission-c	service not available, closing transmission channel	blocked	6	several systems
    blocked.aup	aup#	blocked	6	several systems
    blocked.access-from-ip-address-blocked	access from ip address * blocked	blocked	5	several systems
    blocked.access-from-your-has-been	access from your * has been	blocked	5	several systems
    blocked.access-forbidden	access forbidden	blocked	5	several systems
    blocked.address-not-accepted-for-policy-reasons	address not accepted for policy reasons	blocked	5	several systems
    blocked.bad-dns	bad dns	blocked	5	several systems
    blocked.banned-ip	banned ip	blocked	5	several systems
    blocked.black-list	black list	blocked	4	several systems
    blocked.blacklisted	blacklisted	blocked	4	several systems
    blocked.blacklisted-by	blacklisted by	blocked	5	several systems
    blocked.blacklist	blacklist	blocked	4	several systems
    blocked.blocked	blocked	blocked	4	several systems
    blocked.blocked-by	blocked by	blocked	5	several systems
    blocked.blocked-for-abuse	blocked for abuse	blocked	5	AT&T
    blocked.blocked-see	blocked - see	blocked	5	several systems
    blocked.blocked-using	blocked using	blocked	5	Postfix: blocked using zen.spamhaus.org
    blocked.blocked-using-spamhaus	blocked using spamhaus	blocked	5	Postfix
    blocked.blocked-2	blocked:	blocked	4	several systems
    blocked.blocklist	blocklist	blocked	5	several systems
    blocked.block-list	block list	blocked	5	several systems
    blocked.block-listed	block listed	blocked	5	several systems
    blocked.bl-reject	bl reject	blocked	5	several systems
    blocked.client-host-blocked-using	client host * blocked using	blocked	5	Postfix
    blocked.client-address-has-been-blocked	client address has been blocked	blocked	5	several systems
    blocked.client-rejected-2	client rejected	blocked	5	several systems
    blocked.connection-dropped	connection dropped	blocked	5	several systems
    blocked.connection-refused-by	connection refused by	blocked	5	several systems
    blocked.connection-reject	connection reject	blocked	5	several systems
    blocked.connection-rejected-2	connection rejected	blocked	5	several systems
    blocked.connected-to-but-my-name-was	connected to * but my name was rejected	blocked	5	qmail
    blocked.my-name-was-rejected	my name was rejected	blocked	5	qmail
    blocked.dnsbl	dnsbl	blocked	5	DNSBL
    blocked.dns-blacklist	dns blacklist	blocked	5	several systems
    blocked.dns-bl	dns-bl	blocked	5	several systems
    blocked.domain-blacklist	domain * blacklist	blocked	5	several systems
    blocked.dynamic-zombied-spam-ips-blocked	dynamic/zombied/spam ips blocked	blocked	5	several systems
    blocked.email-blocked-by	email blocked by	blocked	5	several systems
    blocked.esmtp-not-accepting-connections	esmtp not accepting connections	blocked	5	several systems
    blocked.extreme-bad-ip-profile	extreme bad ip profile	blocked	5	several systems
    blocked.fix-reverse-dns	fix reverse dns	blocked	5	several systems
    blocked.generic-rdns	generic rdns	blocked	5	several systems
    blocked.go-away	go away	blocked	4	several systems
    blocked.has-been-blocked	has been blocked	blocked	5	several systems
    blocked.helo-access-denied	helo access denied	blocked	5	several systems
    blocked.helo-rejected	helo rejected	blocked	5	several systems
    blocked.hosts-with-dynamic-ip	hosts with dynamic ip	blocked	5	several systems
    blocked.host-is-on	host * is on	blocked	4	several systems
    blocked.http-spf-pobox-com	http://spf.pobox.com	blocked	5	several systems
    blocked.invalid-ip-for-sending-mail-of	invalid ip for sending mail of domain	blocked	5	several systems
    blocked.ip-address-blocked	ip address * blocked	blocked	5	several systems
    blocked.ip-address-blacklisted	ip address * blacklisted	blocked	5	several systems
    blocked.ip-address-is-blacklisted	ip address is blacklisted	blocked	5	several systems
    blocked.ip-address-listed	ip address * listed	blocked	5	several systems
    blocked.ip-blocked-2	ip blocked	blocked	5	several systems
    blocked.ip-is-blocked	ip is blocked	blocked	5	several systems
    blocked.ip-is-blacklisted	ip is blacklisted	blocked	5	several systems
    blocked.ip-is-blocked-2	ip * is blocked	blocked	5	AOL
    blocked.ip-domain-reputation	ip/domain reputation	blocked	5	several systems
    blocked.ips-blocked	ips blocked	blocked	5	several systems
    blocked.is-in-a-black-list	is in a black list	blocked	5	several systems
    blocked.is-in-an-rbl	is in an rbl	blocked	5	several systems
    blocked.is-in-rbl	is in rbl	blocked	5	several systems
    blocked.is-in-my-blacklist	is in my blacklist	blocked	5	several systems
    blocked.is-listed-in	is listed in	blocked	4	several systems
    blocked.is-listed-at	is listed at	blocked	4	several systems
    blocked.is-listed-on	is listed on	blocked	4	several systems
    blocked.is-not-allowed-to-send-mail	is not allowed to send mail	blocked	4	several systems
    blocked.is-not-accepting-mail-from-ip	is not accepting mail from * ip	blocked	5	several systems
    blocked.listed-in-dnsbl	listed in dnsbl	blocked	5	several systems
    blocked.listed-on-rbl	listed on * rbl	blocked	5	several systems
    blocked.mail-abuse-org	mail-abuse.org	blocked	5	MAPS
    blocked.mail-server-at-is-blocked	mail server at * is blocked	blocked	5	several systems
    blocked.mail-from-your-ip	mail from your ip	blocked	5	several systems
    blocked.mail-rejected-because	mail rejected because	blocked	5	several systems
    blocked.mail-refused-rbl	mail refused: rbl	blocked	5	several systems
    blocked.mx1-orcon-net-nz	mx1.orcon.net.nz	blocked	5	several systems
    blocked.no-access-from-mail-server	no access from mail server	blocked	5	several systems
    blocked.not-allowed-to-access-this-mail	not allowed to access this mail server	blocked	5	several systems
    blocked.not-allowed-to-connect	not allowed to connect	blocked	5	several systems
    blocked.not-in-your-email-addresses	not in your email addresses	blocked	5	several systems
    blocked.orbl	orbl	blocked	5	several systems
    blocked.rbl	rbl	blocked	4	several systems
    blocked.rblsmtpd	rblsmtpd	blocked	5	qmail
    blocked.rbl-restriction	rbl restriction	blocked	5	several systems
    blocked.refused-see	refused - see	blocked	5	several systems
    blocked.rejected-because-of-black	rejected because of black	blocked	5	several systems
    blocked.rejected-by-rbl	rejected by * rbl	blocked	5	several systems
    blocked.rejecting-open-proxy	rejecting open proxy	blocked	5	several systems
    blocked.sender-s-ip-address	sender's ip address	blocked	5	several systems
    blocked.sender-ip-address-rejected	sender ip address rejected	blocked	5	Sisimai family
    blocked.sender-ip-must-resolve	sender ip must resolve	blocked	5	several systems
    blocked.server-access-denied	server access denied	blocked	5	several systems
    blocked.server-access-forbidden-by-your-ip	server access forbidden by your ip	blocked	5	several systems
    blocked.server-ip-listed-as-abusive	server ip * listed as abusive	blocked	5	several systems
    blocked.service-permits-unverifyable-sending-ips	service permits * unverifyable sending ips	blocked	5	several systems
    blocked.service-unavailable-client-host	service unavailable, client host	blocked	5	Microsoft: Service unavailable, Client host [192.0.2.1] blocked using Spamhaus
    blocked.service-unavailable-client-host-2	service unavailable; client host	blocked	5	Postfix
    blocked.smtp-error-from-remote-mail-server	smtp error from remote mail server after initial connection	blocked	5	Exim
    blocked.sorry-that-domain-isn-t-allowed	sorry, that domain isn't allowed to	blocked	5	several systems
    blocked.sorry-your-remotehost-looks-suspiciously-lik	sorry, your remotehost looks suspiciously like spammer	blocked	5	MailEnable
    blocked.sorry-your-don-t-have	sorry, your don't have	blocked	5	several systems
    blocked.spamhaus	spamhaus	blocked	4	Spamhaus
    blocked.spamcop	spamcop	blocked	4	SpamCop
    blocked.sorbs	sorbs	blocked	4	SORBS
    blocked.barracudacentral	barracudacentral	blocked	5	Barracuda: http://www.barracudacentral.org/reputation
    blocked.the-ip-address-is-listed	the ip address * is listed	blocked	5	several systems
    blocked.too-many-spams-from-your-ip	too many spams from your ip	blocked	5	several systems
    blocked.to-submit-messages-to-this-e	to submit messages to this e-mail system has been rejected	blocked	5	Proofpoint
    blocked.unfortunately-messages-from	unfortunately, messages from	blocked	5	Microsoft: Unfortunately, messages from [192.0.2.1] weren't sent
    blocked.unsolicited-mail-originating-from-your-ip	unsolicited mail originating from your ip address	blocked	5	Gmail
    blocked.unusual-rate-of-unsolicited-mail-originating	unusual rate of unsolicited mail originating from your ip	blocked	5	Gmail
    blocked.veuillez-essayer-plus-tard-service-refused	veuillez essayer plus tard. service refused, please try later	blocked	5	Orange
    blocked.service-refused	service refused	blocked	5	Orange
    blocked.we-do-not-accept-mail-from	we do not accept mail from	blocked	5	several systems
    blocked.we-do-not-accept-mail-from-2	we do not accept mail from dynamic ips	blocked	5	several systems
    blocked.we-don-t-accept-mail-from	we don't accept mail from	blocked	5	several systems
    blocked.you-are-not-allowed-to-connect	you are not allowed to connect	blocked	5	several systems
    blocked.you-are-not-welcome-here	you are not welcome here	blocked	5	several systems
    blocked.you-are-banned	you are banned	blocked	5	several systems
    blocked.your-host-blacklist	your host * blacklist	blocked	5	several systems
    blocked.your-ip	your ip	blocked	4	several systems
    blocked.your-ip-address	your ip address	blocked	4	several systems
    blocked.your-ip-address-is	your ip address is	blocked	5	several systems
    blocked.your-ip-is	your ip is	blocked	5	several systems
    blocked.your-ip-has-been	your ip has been	blocked	5	several systems
    blocked.your-host-is	your host is	blocked	5	several systems
    blocked.your-mail-server-is	your mail server is	blocked	5	several systems
    blocked.your-mail-server-blocked	your mail server * blocked	blocked	5	several systems
    blocked.your-network-is-temporary-blacklisted	your network is temporary blacklisted	blocked	5	several systems
    blocked.your-network-is	your network is	blocked	4	several systems
    blocked.your-server-requires-confirmation	your server requires confirmation	blocked	5	several systems
    blocked.your-server-blocked	your server * blocked	blocked	5	several systems
    blocked.please-use-the-smtp-server-of	please use the smtp server of your isp	blocked	5	several systems
    blocked.please-get-a-custom-reverse-dns	please get a custom reverse dns name from your isp	blocked	5	several systems
    blocked.use-smtp-server-of-your	use * smtp server of your	blocked	5	several systems
    blocked.s3140	(s3140)	blocked	5	Microsoft: block list (S3140)
    blocked.s3150	(s3150)	blocked	5	Microsoft
    blocked.5-7-606	5.7.606	blocked	5	Microsoft 365
    blocked.5-7-511	5.7.511	blocked	5	Microsoft 365
    blocked.5-7-512	5.7.512	blocked	5	Microsoft 365
    blocked.error-avas	error:avas	blocked	5	several systems
    policyviolation.illegal-attachment-on-your-message	illegal attachment on your message	policyviolation	6	Gmail
    policyviolation.message-bounced-due-to-content-examination	message bounced due to content examination policy	policyviolation	7	Mimecast
    policyviolation.anti-spoofing-policy	anti-spoofing policy	policyviolation	6	Mimecast
    policyviolation.rejected-by-header-based	rejected by header based	policyviolation	6	Mimecast
    policyviolation.refused-policy	refused * policy	policyviolation	3	several systems
    policyviolation.rejected-policy	rejected * policy	policyviolation	3	several systems
    policyviolation.policy-reject	policy * reject	policyviolation	3	several systems
    policyviolation.local-policy	local * policy	policyviolation	3	several systems
    policyviolation.policy-violation	policy * violation	policyviolation	3	several systems
    policyviolation.violat-policy	violat * policy	policyviolation	3	several systems
    policyviolation.organization-policy	organization policy	policyviolation	5	several systems
    policyviolation.not-allowed-by-policy	not allowed by policy	policyviolation	6	several systems
    policyviolation.message-blocked	message blocked	policyviolation	3	several systems
    policyviolation.content-restriction	content restriction	policyviolation	5	several systems
    policyviolation.policy	policy	policyviolation	2	several systems
    policyviolation.email-policy-violation	email policy violation	policyviolation	6	Zoho
    policyviolation.local-policy-violation	local policy violation	policyviolation	6	several systems
    policyviolation.messages-with-multiple-addresses	messages with multiple addresses	policyviolation	5	several systems
    policyviolation.by-mail-policy	by mail policy	policyviolation	5	several systems
    policyviolation.we-do-not-accept-messages-containing	we do not accept messages containing images	policyviolation	6	several systems
    policyviolation.message-bounced-due-to-organizational-settin	message bounced due to organizational settings	policyviolation	6	Google
    policyviolation.the-message-was-rejected-by-organization	the message was rejected by organization policy	policyviolation	6	several systems
    policyviolation.message-rejected-due-to-local-policy	message rejected due to local policy	policyviolation	6	Apple CS01
    policyviolation.message-not-accepted-for-policy-reasons	message not accepted for policy reasons	policyviolation	6	Yahoo
    policyviolation.content-presents-a-potential-security-issue	content presents a potential security issue	policyviolation	6	several systems
    policyviolation.because-its-content-presents-a-potential	because its content presents a potential	policyviolation	6	several systems
    policyviolation.policy-violation-2	policy violation	policyviolation	5	several systems
    policyviolation.policy-restrictions	policy restrictions	policyviolation	5	several systems
    policyviolation.policy-reasons	policy reasons	policyviolation	6	several systems
    policyviolation.local-policy-2	local policy	policyviolation	5	several systems
    policyviolation.security-policies	security policies	policyviolation	5	several systems
    policyviolation.administrative-policy	administrative policy	policyviolation	5	several systems
    policyviolation.against-policy	against * policy	policyviolation	5	several systems
    policyviolation.an-illegal-attachment-on-your-message	an illegal attachment on your message	policyviolation	5	several systems
    policyviolation.because-the-recipient-is-not-accepting	because the recipient is not accepting mail with	policyviolation	5	AOL
    policyviolation.by-local-policy	by local policy	policyviolation	5	several systems
    policyviolation.by-policy	by policy	policyviolation	5	several systems
    policyviolation.closed-mailing-list	closed mailing list	policyviolation	5	several systems
    policyviolation.delivery-not-authorized-message-refused	delivery not authorized, message refused	policyviolation	5	RFC 3463 X.7.1
    policyviolation.denied-by-policy	denied by policy	policyviolation	6	several systems
    policyviolation.disallowed-by-policy	disallowed by policy	policyviolation	5	several systems
    policyviolation.due-to-policy	due to policy	policyviolation	5	several systems
    policyviolation.email-not-accepted-for-policy-reasons	email not accepted for policy reasons	policyviolation	5	several systems
    policyviolation.for-policy-reasons	for policy reasons	policyviolation	6	several systems
    policyviolation.header-error	header error	policyviolation	6	several systems
    policyviolation.message-bounced-by-administrator	message bounced by administrator	policyviolation	5	Cisco
    policyviolation.message-given-low-priority	message given low priority	policyviolation	5	several systems
    policyviolation.message-content-rejected	message content rejected	policyviolation	5	Postfix header_checks
    policyviolation.message-contains-prohibited	message contains prohibited	policyviolation	5	several systems
    policyviolation.message-refused	message refused	policyviolation	5	several systems
    policyviolation.message-rejected-for-policy-reasons	message rejected for policy reasons	policyviolation	5	several systems
    policyviolation.message-rejected-by-policy	message rejected by * policy	policyviolation	5	several systems
    policyviolation.not-acceptable-for-policy	not acceptable for policy	policyviolation	5	several systems
    policyviolation.not-accepted-for-policy	not accepted for policy	policyviolation	5	several systems
    policyviolation.prohibited-by-policy	prohibited by policy	policyviolation	5	several systems
    policyviolation.refused-by-policy	refused by policy	policyviolation	5	several systems
    policyviolation.rejected-by-policy	rejected by policy	policyviolation	5	several systems
    policyviolation.rejected-for-policy	rejected for policy	policyviolation	5	several systems
    policyviolation.rejected-because-of-policy	rejected because of * policy	policyviolation	5	several systems
    policyviolation.site-policy	site policy	policyviolation	5	several systems
    policyviolation.the-email-address-used-to-send	the email address used to send your message is not subscribed to this group	policyviolation	5	several systems
    policyviolation.violates-our	violates our	policyviolation	5	several systems
    policyviolation.violates-policy	violates policy	policyviolation	5	several systems
    policyviolation.violation-of-policy	violation of policy	policyviolation	5	several systems
    policyviolation.you-have-exceeded-policy	you have exceeded * policy	policyviolation	5	several systems
    policyviolation.you-re-using-a-mass-mailer	you're using a mass mailer	policyviolation	5	several systems
    policyviolation.protocol-violation	protocol violation	policyviolation	5	several systems
    policyviolation.blocked-by-policy	blocked by policy	policyviolation	5	several systems
    policyviolation.protection-policy	protection policy	policyviolation	5	several systems
    failedstarttls.starttls	starttls	failedstarttls	2	several systems
    failedstarttls.tls-failed	tls * failed	failedstarttls	3	several systems
    failedstarttls.requires-tls	requires * tls	failedstarttls	3	several systems
    failedstarttls.tls-required	tls * required	failedstarttls	3	several systems
    failedstarttls.tls-required-for-rcpt-domain	tls required for rcpt domain	failedstarttls	6	Gmail
    failedstarttls.starttls-is-required-to-send-mail	starttls is required to send mail	failedstarttls	5	SecureMX
    failedstarttls.must-issue-a-starttls	must issue a starttls	failedstarttls	5	Postfix
    failedstarttls.tls-required-but-not-supported	tls required but not supported	failedstarttls	5	several systems
    failedstarttls.tls-is-required	tls is required	failedstarttls	5	Postfix
    failedstarttls.tls-required-2	tls required	failedstarttls	5	several systems
    failedstarttls.starttls-required	starttls required	failedstarttls	5	several systems
    failedstarttls.starttls-failed	starttls failed	failedstarttls	5	several systems
    failedstarttls.tls-handshake	tls handshake	failedstarttls	5	several systems
    failedstarttls.tls-negotiation	tls negotiation	failedstarttls	5	several systems
    failedstarttls.tls-not-available	tls not available	failedstarttls	5	several systems
    failedstarttls.tls-connect-failed	tls connect failed	failedstarttls	5	several systems
    failedstarttls.cannot-start-tls	cannot start tls	failedstarttls	5	Postfix
    failedstarttls.no-starttls	no starttls	failedstarttls	5	several systems
    failedstarttls.requires-tls-2	requires tls	failedstarttls	5	several systems
    failedstarttls.require-tls	require tls	failedstarttls	5	several systems
    failedstarttls.certificate-has-expired	certificate has expired	failedstarttls	5	MTA-STS
    failedstarttls.certificate-verification-failed	certificate verification failed	failedstarttls	5	several systems
    failedstarttls.mta-sts-validation	mta-sts validation	failedstarttls	5	Microsoft 5.4.8: MTA-STS validation failed
    failedstarttls.dane-required	dane required	failedstarttls	5	several systems
    failedstarttls.server-certificate-not-trusted	server certificate not trusted	failedstarttls	5	several systems
    securityerror.submitter-failed-to-authenticate	submitter failed to authenticate	securityerror	7	Mimecast
    securityerror.unauthorized	unauthorized	securityerror	3	several systems
    securityerror.not-authorized	not authorized	securityerror	3	several systems
    securityerror.not-authenticated	not authenticated	securityerror	4	several systems
    securityerror.client-was-not-authenticated	client was not authenticated	securityerror	6	Exchange
    securityerror.authentication-not-allowed-on	authentication not allowed on	securityerror	6	GoDaddy IB401
    securityerror.authentication-turned-on-in-your	authentication turned on in your	securityerror	6	several systems
    securityerror.smtp-auth-requires	smtp auth requires	securityerror	6	several systems
    securityerror.is-not-authorized-to-perform-ses	is not authorized to perform: ses:	securityerror	7	Amazon SES
    securityerror.could-not-retrieve-credentials	could not retrieve credentials	securityerror	6	OpenSMTPD
    securityerror.000b0981	(000b0981)	securityerror	7	Exchange 5.5
    securityerror.resolver-rst-authrequired	resolver.rst.authrequired	securityerror	7	Exchange 2007
    securityerror.sendernotauthenticatedforgroup	sendernotauthenticatedforgroup	securityerror	7	Exchange
    securityerror.sendernotauthenticatedformailbox	sendernotauthenticatedformailbox	securityerror	7	Exchange
    securityerror.access-denied	access denied	securityerror	4	several systems
    securityerror.turn-on-smtp-authentication	turn on smtp authentication	securityerror	6	several systems
    securityerror.without-authentication	without authentication	securityerror	6	several systems
    securityerror.smtp-authentication-in-your	smtp authentication in your	securityerror	6	several systems
    securityerror.account-not-subscribed-to-ses	account not subscribed to ses	securityerror	5	Amazon SES
    securityerror.authentication-credentials-invalid	authentication credentials invalid	securityerror	5	several systems
    securityerror.authentication-failed	authentication failed	securityerror	3	several systems
    securityerror.authentication-failure	authentication failure	securityerror	5	several systems
    securityerror.authentication-is-required	authentication is required	securityerror	5	several systems
    securityerror.authentication-required	authentication required	securityerror	5	RFC 4954
    securityerror.authentication-turned-on-in-your-email	authentication turned on in your email client	securityerror	5	several systems
    securityerror.codes-d-identification-invalides	codes d'identification invalides	securityerror	5	French
    securityerror.delivery-not-authorized	delivery not authorized	securityerror	5	RFC 3463 X.7.1
    securityerror.encryption-needed-to-use-mechanism	encryption needed to use mechanism	securityerror	5	several systems
    securityerror.encryption-required-for-requested-authentica	encryption required for requested authentication mechanism	securityerror	5	RFC 4954
    securityerror.executable-files-are-not-allowed	executable files are not allowed	securityerror	5	several systems
    securityerror.insecure-message	insecure message	securityerror	5	several systems
    securityerror.smtp-auth-is-required	smtp auth is required	securityerror	5	several systems
    securityerror.sorry-you-don-t-authenticate-or	sorry, you don't authenticate or the domain isn't in my list of allowed rcpthosts	securityerror	5	qmail
    securityerror.unauthenticated-senders-not-allowed	unauthenticated senders not allowed	securityerror	5	several systems
    securityerror.unauthenticated-senders	unauthenticated senders	securityerror	5	several systems
    securityerror.verification-failure	verification failure	securityerror	5	several systems
    securityerror.you-are-not-authorized-to-send	you are not authorized to send mail, authentication is required	securityerror	5	several systems
    securityerror.you-must-be-authenticated	you must be authenticated	securityerror	5	several systems
    securityerror.security-reasons	security reasons	securityerror	5	several systems
    securityerror.security-error	security error	securityerror	5	several systems
    securityerror.the-message-was-rejected-because-it	the message was rejected because it contains prohibited	securityerror	5	several systems
    suppressed.suppression-list	suppression list	suppressed	5	Amazon SES, SendGrid
    suppressed.not-send-previously-bounced	not send * previously bounced	suppressed	5	SendGrid: Not sending to previously bounced address
    suppressed.previously-bounced-address	previously bounced address	suppressed	5	SendGrid
    suppressed.address-is-on-suppression	address is on suppression	suppressed	5	several systems
    suppressed.recipient-address-was-suppressed-due-to	recipient address was suppressed due to	suppressed	5	several systems
    suppressed.on-the-account-suppression-list	on the account suppression list	suppressed	5	Amazon SES
    suppressed.suppressed	suppressed	suppressed	4	several systems
    """#
