/// Words of refusals that are about the content group of reasons.
///
/// Columns, parted by tabs: id, words (a space is any white space, " * " up to 160 other bytes), meaning,
/// weight (9 outranks 1), the mail system or document that writes these words.
let contentReasonRules = #"""
    mesgtoobig.maximum-email-size-exceeded	maximum email size exceeded	mesgtoobig	7	Mimecast
    mesgtoobig.too-big	too big	mesgtoobig	2	several systems
    mesgtoobig.too-large	too large	mesgtoobig	2	several systems
    mesgtoobig.message-larger	message * larger	mesgtoobig	3	several systems
    mesgtoobig.size-limit	size * limit	mesgtoobig	3	several systems
    mesgtoobig.exceed-size	exceed * size	mesgtoobig	3	several systems
    mesgtoobig.size-exceed	size * exceed	mesgtoobig	3	several systems
    mesgtoobig.message-too-big	message * too big	mesgtoobig	3	several systems
    mesgtoobig.message-too-large	message * too large	mesgtoobig	3	several systems
    mesgtoobig.msg-p1	msg-p1	mesgtoobig	7	Facebook
    mesgtoobig.ofr-513	ofr * _513	mesgtoobig	7	Orange
    mesgtoobig.routeaddress-messagetoolarge	routeaddress.messagetoolarge	mesgtoobig	6	Exchange
    mesgtoobig.message-size-exceeds-maximum	message size exceeds maximum	mesgtoobig	5	several systems
    mesgtoobig.message-size-exceeds-fixed	message size exceeds fixed	mesgtoobig	5	RFC 1870: Message size exceeds fixed maximum message size
    mesgtoobig.message-size-exceeds-fixed-limit	message size exceeds fixed limit	mesgtoobig	5	Postfix
    mesgtoobig.message-size-exceeds-the	message size exceeds the	mesgtoobig	5	several systems
    mesgtoobig.message-size-exceeds-size-limit	message size exceeds size limit	mesgtoobig	5	Postfix
    mesgtoobig.message-size-exceeds-size-limit-2	message size * exceeds size limit	mesgtoobig	5	Postfix: message size 18876259 exceeds size limit 10485760 of server
    mesgtoobig.message-size-limit-exceeded	message size limit exceeded	mesgtoobig	5	several systems
    mesgtoobig.message-size-exceeded	message size exceeded	mesgtoobig	5	several systems
    mesgtoobig.message-size-limit-is	message size limit is	mesgtoobig	5	several systems
    mesgtoobig.message-file-too-big	message file too big	mesgtoobig	5	Postfix
    mesgtoobig.message-header-size-or-recipient-list	message header size, or recipient list, exceeds policy limit	mesgtoobig	5	Postfix
    mesgtoobig.message-length-exceeds-administrative-limit	message length exceeds administrative limit	mesgtoobig	5	Courier
    mesgtoobig.message-too-big-2	message too big	mesgtoobig	5	RFC 3463 X.3.4
    mesgtoobig.message-too-large-2	message too large	mesgtoobig	5	Exim, Gmail
    mesgtoobig.message-is-too-big	message is too big	mesgtoobig	5	several systems
    mesgtoobig.message-is-too-large	message is too large	mesgtoobig	5	several systems
    mesgtoobig.message-was-too-big	message was too big	mesgtoobig	5	several systems
    mesgtoobig.message-is-larger-than	message is larger than	mesgtoobig	5	Exchange
    mesgtoobig.message-larger-than	message larger than	mesgtoobig	5	Exim
    mesgtoobig.message-exceeds-maximum	message exceeds maximum	mesgtoobig	5	several systems
    mesgtoobig.message-exceeds-the-maximum	message exceeds the maximum	mesgtoobig	5	several systems
    mesgtoobig.message-exceeded-max	message exceeded max	mesgtoobig	5	several systems
    mesgtoobig.message-body-is-too-big	message body is too big	mesgtoobig	5	several systems
    mesgtoobig.message-content-rejected-size	message content rejected: size	mesgtoobig	5	several systems
    mesgtoobig.message-body-size-exceeds	message body size exceeds	mesgtoobig	5	several systems
    mesgtoobig.message-is-bigger-than	message is bigger than	mesgtoobig	5	several systems
    mesgtoobig.message-too-long	message too long	mesgtoobig	5	several systems
    mesgtoobig.maximum-message-size-exceeded	maximum message size exceeded	mesgtoobig	5	several systems
    mesgtoobig.maximum-message-size-limit-exceeded	maximum message size limit exceeded	mesgtoobig	5	several systems
    mesgtoobig.maximum-allowed-message-size	maximum allowed message size	mesgtoobig	5	several systems
    mesgtoobig.max-message-size-exceeded	max message size exceeded	mesgtoobig	5	several systems
    mesgtoobig.exceeded-maximum-message-size	exceeded maximum message size	mesgtoobig	5	several systems
    mesgtoobig.exceeds-the-maximum-message-size	exceeds the maximum message size	mesgtoobig	5	Gmail, Exchange
    mesgtoobig.exceeds-the-size-limit	exceeds the size limit	mesgtoobig	5	Exchange
    mesgtoobig.exceeds-maximum-size	exceeds maximum size	mesgtoobig	5	several systems
    mesgtoobig.exceeds-message-size-limit	exceeds message size limit	mesgtoobig	5	several systems
    mesgtoobig.exceeds-size-limit	exceeds size limit	mesgtoobig	5	several systems
    mesgtoobig.exceeded-the-maximum-size	exceeded the maximum size	mesgtoobig	5	several systems
    mesgtoobig.exceeded-message-size	exceeded message size	mesgtoobig	5	several systems
    mesgtoobig.mail-size-limit-exceeded	mail size limit exceeded	mesgtoobig	5	1&1: Mail size limit exceeded
    mesgtoobig.mail-size-exceeds	mail size exceeds	mesgtoobig	5	several systems
    mesgtoobig.mail-too-large	mail too large	mesgtoobig	5	several systems
    mesgtoobig.mail-is-too-large	mail is too large	mesgtoobig	5	several systems
    mesgtoobig.mail-too-big	mail too big	mesgtoobig	5	several systems
    mesgtoobig.max-size-exceeded	max size exceeded	mesgtoobig	5	several systems
    mesgtoobig.size-limit-exceeded	size limit exceeded	mesgtoobig	5	several systems
    mesgtoobig.size-exceeds-limit	size exceeds limit	mesgtoobig	5	several systems
    mesgtoobig.size-of-this-message-exceeds	size of this message exceeds	mesgtoobig	5	several systems
    mesgtoobig.your-message-is-too-big	your message is too big	mesgtoobig	5	several systems
    mesgtoobig.your-message-exceeded	your message exceeded	mesgtoobig	5	Gmail: Your message exceeded Google's message size limits
    mesgtoobig.message-exceeded-google-s-message-size	message exceeded google's message size limits	mesgtoobig	5	Gmail
    mesgtoobig.rejected-for-policy-reasons-message-size	rejected for policy reasons: message size	mesgtoobig	5	several systems
    mesgtoobig.line-limit-exceeded	line limit exceeded	mesgtoobig	5	several systems
    mesgtoobig.attachment-size-exceeds	attachment size exceeds	mesgtoobig	5	several systems
    mesgtoobig.attachment-too-large	attachment too large	mesgtoobig	5	several systems
    mesgtoobig.size-too-large	size too large	mesgtoobig	5	several systems
    mesgtoobig.taille-limite-du-message	taille limite du message	mesgtoobig	5	French
    mesgtoobig.message-trop-gros	message trop gros	mesgtoobig	5	French
    mesgtoobig.nachricht-zu-gro	nachricht zu groß	mesgtoobig	5	German
    mesgtoobig.mensaje-demasiado-grande	mensaje demasiado grande	mesgtoobig	5	Spanish
    mesgtoobig.xe982aee4bbb6e5a4aa	邮件太大	mesgtoobig	5	Chinese
    mesgtoobig.xe982aee4bbb6e8bf87	邮件过大	mesgtoobig	5	Chinese
    mesgtoobig.xe982aee4bbb6e5a4a7	邮件大小超过	mesgtoobig	5	Chinese
    exceedlimit.message-exeeded-the-maximum-size-the	message exeeded the maximum size the user accepts	exceedlimit	7	qmail-ldap
    exceedlimit.resolver-rst-sendsizelimit	resolver.rst.sendsizelimit	exceedlimit	7	Exchange 2007
    exceedlimit.resolver-rst-recipsizelimit	resolver.rst.recipsizelimit	exceedlimit	7	Exchange 2007
    exceedlimit.message-exceeds-limit	message exceeds limit	exceedlimit	5	several systems
    exceedlimit.message-too-large-for-this-recipient	message too large for this recipient	exceedlimit	5	qmail family
    exceedlimit.message-length-exceeds-administrative-limit	message length exceeds administrative limit for recipient	exceedlimit	5	several systems
    exceedlimit.message-larger-than-the-receiver	message larger than the receiver	exceedlimit	5	several systems
    exceedlimit.recipient-s-message-size-limit	recipient's message size limit	exceedlimit	5	Exchange
    exceedlimit.size-exceeded-for-the-recipient	size exceeded for the recipient	exceedlimit	5	several systems
    contenterror.banned	- banned	contenterror	6	amavisd
    contenterror.malformed	malformed	contenterror	3	several systems
    contenterror.8-bit	8-bit	contenterror	3	several systems
    contenterror.8bit	8bit	contenterror	2	several systems
    contenterror.attachment	attachment	contenterror	2	several systems
    contenterror.msg-p2	msg-p2	contenterror	7	Facebook
    contenterror.this-message-contains-invalid-mime-headers	this message contains invalid mime headers	contenterror	6	several systems
    contenterror.message-contains-text-that-uses-unnecessary	message contains text that uses unnecessary base64 encoding	contenterror	6	several systems
    contenterror.header-size-exceeds-maximum-permitted	header size exceeds maximum permitted	contenterror	6	several systems
    contenterror.too-many-received-headers	too many "received" headers	contenterror	6	Exim
    contenterror.000502cc	(000502cc)	contenterror	7	Exchange 5.5
    contenterror.00050311	(00050311)	contenterror	7	Exchange 5.5
    contenterror.conversion-to-prohibited	conversion to * prohibited	contenterror	5	RFC 3463 X.6
    contenterror.charset-not-supported	charset not supported	contenterror	5	several systems
    contenterror.improper-use-of-8-bit-data	improper use of 8-bit data in message header	contenterror	5	Postfix
    contenterror.message-contains-nul-characters	message contains nul characters	contenterror	5	several systems
    contenterror.message-contains-bare	message contains bare	contenterror	5	several systems
    contenterror.message-header-size-exceeds-limit	message header size exceeds limit	contenterror	5	several systems
    contenterror.message-mime-complexity-exceeds-the-policy	message mime complexity exceeds the policy maximum	contenterror	5	Postfix
    contenterror.message-header-limit	message header limit	contenterror	5	several systems
    contenterror.nul-characters	nul characters	contenterror	5	several systems
    contenterror.mime-error	mime error	contenterror	5	several systems
    contenterror.mime-header	mime-header	contenterror	5	several systems
    contenterror.malformed-mime	malformed mime	contenterror	5	several systems
    contenterror.malformed-header	malformed header	contenterror	5	several systems
    contenterror.header-line-too-long	header line too long	contenterror	5	several systems
    contenterror.line-too-long	line too long	contenterror	5	several systems
    contenterror.lines-in-message-were-too-long	lines in message were too long	contenterror	5	Exim
    contenterror.message-has-lines-too-long	message has lines too long	contenterror	5	Exim
    contenterror.smtputf8	smtputf8	contenterror	5	RFC 6531
    contenterror.smtputf8-is-required-but-was-not	smtputf8 is required, but was not offered	contenterror	5	Postfix
    contenterror.smtputf8-is-required	smtputf8 is required	contenterror	5	Postfix
    contenterror.unicode-address	unicode address	contenterror	5	several systems
    contenterror.utf8-but-remote	utf8 but remote	contenterror	5	Gmail: local-part of envelope contains utf8 but remote server did not offer SMTPUTF8
    contenterror.media-error	media error	contenterror	5	RFC 3463 X.6
    contenterror.bad-content	bad content	contenterror	5	several systems
    contenterror.attachment-type-not-allowed	attachment type * not allowed	contenterror	5	several systems
    contenterror.attachment-extension	attachment extension	contenterror	5	several systems
    contenterror.attachments-of-type	attachments of type	contenterror	5	several systems
    contenterror.attachment-is-not-allowed	attachment is not allowed	contenterror	5	several systems
    contenterror.banned-attachment	banned attachment	contenterror	5	several systems
    contenterror.banned-file	banned file	contenterror	5	amavisd
    contenterror.blocked-attachment	blocked attachment	contenterror	5	several systems
    contenterror.body-contains-bare	body contains bare	contenterror	5	several systems
    contenterror.contains-invalid-characters	contains invalid characters	contenterror	5	several systems
    contenterror.content-not-accepted	content not accepted	contenterror	5	several systems
    contenterror.executable-attachment	executable attachment	contenterror	5	several systems
    contenterror.executable-files-are-not-allowed-in	executable files are not allowed in compressed files	contenterror	5	several systems
    contenterror.invalid-header	invalid header	contenterror	5	several systems
    contenterror.illegal-attachment	illegal attachment	contenterror	5	several systems
    contenterror.not-accept-attachments	not accept attachments	contenterror	5	several systems
    contenterror.potentially-executable	potentially executable	contenterror	5	several systems
    contenterror.prohibited-attachment	prohibited attachment	contenterror	5	several systems
    contenterror.rejected-due-to-attachment	rejected due to * attachment	contenterror	5	several systems
    contenterror.the-headers-in-this-message-contain	the headers in this message contain improperly-formatted binary content	contenterror	5	several systems
    contenterror.this-message-contains-attachment	this message contains * attachment	contenterror	5	several systems
    contenterror.this-mail-contains-invalid-header	this mail contains invalid * header	contenterror	5	several systems
    contenterror.too-many-received-headers-2	too many received headers	contenterror	5	several systems
    contenterror.unacceptable-attachment	unacceptable attachment	contenterror	5	several systems
    contenterror.unsupported-attachment	unsupported attachment	contenterror	5	several systems
    contenterror.improperly-formatted-binary-content	improperly-formatted binary content	contenterror	5	several systems
    contenterror.domain-of-mail-contains-invalid	domain of mail contains * invalid	contenterror	5	several systems
    contenterror.syntax-error-in-header	syntax error in header	contenterror	5	several systems
    spamdetected.this-message-is-likely-unsolicited-mail	this message is likely unsolicited mail	spamdetected	6	Gmail 5.7.1
    spamdetected.likely-unsolicited-mail	likely unsolicited mail	spamdetected	6	Gmail 5.7.1
    spamdetected.unwanted	unwanted	spamdetected	2	several systems
    spamdetected.phish	phish	spamdetected	3	several systems
    spamdetected.junk	junk	spamdetected	2	several systems
    spamdetected.content-spam	content * spam	spamdetected	3	several systems
    spamdetected.message-spam	message * spam	spamdetected	3	several systems
    spamdetected.spam-message	spam * message	spamdetected	3	several systems
    spamdetected.spam-blocked	spam * blocked	spamdetected	3	several systems
    spamdetected.spam-detected	spam * detected	spamdetected	3	several systems
    spamdetected.blocked-spam	blocked * spam	spamdetected	3	several systems
    spamdetected.spam-rejected	spam * rejected	spamdetected	3	several systems
    spamdetected.rejected-spam	rejected * spam	spamdetected	3	several systems
    spamdetected.message-content	message content	spamdetected	3	several systems
    spamdetected.content-spam-2	content spam	spamdetected	4	several systems
    spamdetected.mail-content	mail content	spamdetected	4	several systems
    spamdetected.mail-appears-to-be-unsolicited	mail appears to be unsolicited	spamdetected	6	several systems
    spamdetected.message-identified-as-spam	message identified as spam	spamdetected	6	several systems
    spamdetected.message-considered-spam	message considered spam	spamdetected	6	several systems
    spamdetected.this-message-looks-like-a-spam	this message looks like a spam	spamdetected	6	several systems
    spamdetected.message-looks-like-spam	message looks like spam	spamdetected	6	several systems
    spamdetected.url-in-blacklist	url in * blacklist	spamdetected	5	several systems
    spamdetected.pol-p7	pol-p7	spamdetected	7	Facebook
    spamdetected.pol-p6	pol-p6	spamdetected	7	Facebook
    spamdetected.hvu-b	(hvu:b	spamdetected	7	AOL
    spamdetected.email-flagged-as-spam	email flagged as spam	spamdetected	6	Zoho
    spamdetected.urlbl0	urlbl0	spamdetected	7	Cox
    spamdetected.content-judged-to-be-spam-by	content judged to be spam by the internet community	spamdetected	6	GoDaddy IB212
    spamdetected.cxthrt	cxthrt	spamdetected	5	Cox
    spamdetected.blacklisted-url-in-message	blacklisted url in message	spamdetected	6	IMail
    spamdetected.dt-spm	dt:spm	spamdetected	6	NetEase
    spamdetected.suspected-spam	suspected spam	spamdetected	5	QQ
    spamdetected.spam-is-embedded-in-the-email	spam is embedded in the email	spamdetected	6	QQ
    spamdetected.mail-content-denied	mail content denied	spamdetected	6	QQ
    spamdetected.ofr-506	ofr_506	spamdetected	7	Orange
    spamdetected.ofr-510	ofr * _510	spamdetected	7	Orange
    spamdetected.ofr-506-2	ofr * _506	spamdetected	7	Orange
    spamdetected.access-denied-spam-abuse-detected	access denied, spam abuse detected	spamdetected	6	Microsoft 5.7.501
    spamdetected.message-rejected-see-https-support-google	message rejected. see https://support.google.com/mail/answer/69585	spamdetected	6	Gmail
    spamdetected.due-to-spam-classification	due to spam classification	spamdetected	6	several systems
    spamdetected.spam-classification	spam classification	spamdetected	3	several systems
    spamdetected.rejected-due-to-spam-classification	rejected due to spam classification	spamdetected	6	several systems
    spamdetected.is-probably-spam	is probably spam	spamdetected	3	several systems
    spamdetected.spam	spam	spamdetected	3	several systems
    spamdetected.spam-detected-2	spam detected	spamdetected	5	several systems
    spamdetected.spam-message-2	spam message	spamdetected	5	several systems
    spamdetected.spam-rejected-2	spam rejected	spamdetected	5	several systems
    spamdetected.spam-content	spam content	spamdetected	5	several systems
    spamdetected.spam-mail	spam mail	spamdetected	5	several systems
    spamdetected.spam-email	spam email	spamdetected	5	several systems
    spamdetected.spam-score	spam score	spamdetected	5	SpamAssassin
    spamdetected.spam-filter	spam filter	spamdetected	5	several systems
    spamdetected.spam-check	spam check	spamdetected	5	several systems
    spamdetected.spam-blocked-2	spam blocked	spamdetected	5	several systems
    spamdetected.spam-refused	spam refused	spamdetected	5	several systems
    spamdetected.spam-limit	spam limit	spamdetected	5	several systems
    spamdetected.spam-reject	spam reject	spamdetected	5	several systems
    spamdetected.spam-not-accepted	spam not accepted	spamdetected	5	several systems
    spamdetected.spam-is-not-accepted	spam is not accepted	spamdetected	5	several systems
    spamdetected.spam-like	spam-like	spamdetected	5	several systems
    spamdetected.spam-rejected-3	spam-rejected	spamdetected	5	several systems
    spamdetected.spam-likelihood	spam likelihood	spamdetected	5	several systems
    spamdetected.spam-threshold	spam threshold	spamdetected	5	several systems
    spamdetected.spam-signature	spam signature	spamdetected	5	several systems
    spamdetected.spam-probability	spam probability	spamdetected	5	several systems
    spamdetected.spam-or-virus	spam or virus	spamdetected	5	several systems
    spamdetected.spam-2	spam;	spamdetected	5	several systems
    spamdetected.spammy	spammy	spamdetected	5	several systems
    spamdetected.spammail	spammail	spamdetected	5	several systems
    spamdetected.spam-mail-2	spam-mail	spamdetected	5	several systems
    spamdetected.spam-virus	spam/virus	spamdetected	5	several systems
    spamdetected.spamassassin	spamassassin	spamdetected	5	SpamAssassin
    spamdetected.anti-spam	anti-spam	spamdetected	5	several systems
    spamdetected.antispam	antispam	spamdetected	5	several systems
    spamdetected.unsolicited	unsolicited	spamdetected	5	several systems
    spamdetected.unsolicited-mail	unsolicited mail	spamdetected	5	Gmail
    spamdetected.unsolicited-email	unsolicited email	spamdetected	5	several systems
    spamdetected.likely-unsolicited	likely unsolicited	spamdetected	5	Gmail
    spamdetected.likely-spam	likely spam	spamdetected	5	several systems
    spamdetected.looks-like-spam	looks like spam	spamdetected	5	several systems
    spamdetected.appears-to-be-spam	appears to be spam	spamdetected	5	several systems
    spamdetected.appears-to-be-unsolicited	appears to be unsolicited	spamdetected	5	several systems
    spamdetected.appear-to-be-spam	appear to be spam	spamdetected	5	several systems
    spamdetected.considered-spam	considered spam	spamdetected	5	several systems
    spamdetected.considered-to-be-spam	considered to be spam	spamdetected	5	several systems
    spamdetected.considered-unsolicited-bulk	considered unsolicited bulk	spamdetected	5	Postini
    spamdetected.considered-as-spam	considered as spam	spamdetected	5	several systems
    spamdetected.classified-as-spam	classified as spam	spamdetected	5	several systems
    spamdetected.classified-as-ube	classified as ube	spamdetected	5	several systems
    spamdetected.classified-as-junk	classified as junk	spamdetected	5	several systems
    spamdetected.identified-as-spam	identified as spam	spamdetected	5	several systems
    spamdetected.identified-as-spam-2	identified * as spam	spamdetected	5	several systems
    spamdetected.detected-as-spam	detected as spam	spamdetected	5	several systems
    spamdetected.detected-to-be-spam	detected to be spam	spamdetected	5	several systems
    spamdetected.detected-as-known-spam	detected as known spam	spamdetected	5	several systems
    spamdetected.determined-to-be-spam	determined to be spam	spamdetected	5	several systems
    spamdetected.marked-as-spam	marked as spam	spamdetected	5	several systems
    spamdetected.tagged-as-spam	tagged as spam	spamdetected	5	several systems
    spamdetected.flagged-as-spam	flagged as spam	spamdetected	5	several systems
    spamdetected.recognized-as-spam	recognized as spam	spamdetected	5	several systems
    spamdetected.recognised-as-spam	recognised as spam	spamdetected	5	several systems
    spamdetected.rejected-as-spam	rejected as spam	spamdetected	5	several systems
    spamdetected.rejected-as-bulk	rejected as bulk	spamdetected	5	several systems
    spamdetected.reject-as-spam	reject as spam	spamdetected	5	several systems
    spamdetected.rejected-spam-2	rejected: spam	spamdetected	5	several systems
    spamdetected.rejected-spam-3	rejected - spam	spamdetected	5	several systems
    spamdetected.rejected-due-to-spam	rejected due to spam	spamdetected	5	several systems
    spamdetected.rejected-because-of-spam	rejected because of spam	spamdetected	5	several systems
    spamdetected.rejected-for-spam	rejected for spam	spamdetected	5	several systems
    spamdetected.rejected-due-to-content	rejected due to content	spamdetected	5	several systems
    spamdetected.rejected-due-to-classification-as-bulk	rejected due to classification as bulk	spamdetected	5	several systems
    spamdetected.rejected-by-spam	rejected by spam	spamdetected	5	several systems
    spamdetected.rejected-by-anti-spam	rejected by anti-spam	spamdetected	5	several systems
    spamdetected.refused-due-to-spam	refused due to spam	spamdetected	5	several systems
    spamdetected.blocked-as-spam	blocked as spam	spamdetected	5	several systems
    spamdetected.blocked-by-spam	blocked by spam	spamdetected	5	several systems
    spamdetected.blocked-by-our-spam	blocked by our spam	spamdetected	5	several systems
    spamdetected.blocked-for-spam	blocked for spam	spamdetected	5	several systems
    spamdetected.blocked-due-to-spam	blocked due to spam	spamdetected	5	several systems
    spamdetected.blocked-because-of-spam	blocked because of spam	spamdetected	5	several systems
    spamdetected.be-spam	be spam	spamdetected	5	several systems
    spamdetected.bulk-email	bulk email	spamdetected	5	several systems
    spamdetected.bulk-mail	bulk mail	spamdetected	5	several systems
    spamdetected.contains-spam	contains spam	spamdetected	5	several systems
    spamdetected.contain-spam	contain spam	spamdetected	5	several systems
    spamdetected.content-filter	content filter	spamdetected	5	several systems
    spamdetected.content-rejected	content rejected	spamdetected	5	several systems
    spamdetected.content-blocked	content blocked	spamdetected	5	several systems
    spamdetected.content-refused	content refused	spamdetected	5	several systems
    spamdetected.contents-were-not-acceptable	contents were not acceptable	spamdetected	5	several systems
    spamdetected.greylisted-as-spam	greylisted as spam	spamdetected	5	several systems
    spamdetected.high-probability-spam	high-probability spam	spamdetected	5	several systems
    spamdetected.high-probability-of-spam	high probability of spam	spamdetected	5	several systems
    spamdetected.is-spam	is spam	spamdetected	5	several systems
    spamdetected.it-s-spam	it's spam	spamdetected	5	several systems
    spamdetected.junk-mail	junk mail	spamdetected	5	several systems
    spamdetected.junkmail	junkmail	spamdetected	5	several systems
    spamdetected.junk-email	junk email	spamdetected	5	several systems
    spamdetected.message-content-rejected-ube	message content rejected, ube	spamdetected	5	amavisd: Rejected, id=..., UBE
    spamdetected.message-rejected-as-spam	message rejected as spam	spamdetected	5	several systems
    spamdetected.message-was-blocked-as-spam	message was blocked as spam	spamdetected	5	several systems
    spamdetected.message-was-rejected-spam	message was rejected * spam	spamdetected	5	several systems
    spamdetected.message-refused-by-content	message refused by * content	spamdetected	5	several systems
    spamdetected.message-refused-by-mailmarshal-spamprofiler	message refused by mailmarshal spamprofiler	spamdetected	5	MailMarshal
    spamdetected.message-contained-spam	message contained spam	spamdetected	5	several systems
    spamdetected.message-contains-spam	message contains spam	spamdetected	5	several systems
    spamdetected.message-content-spam	message content * spam	spamdetected	5	several systems
    spamdetected.our-filters-rate-at-and-above	our filters rate at and above	spamdetected	5	several systems
    spamdetected.our-filters	our filters	spamdetected	5	several systems
    spamdetected.our-system-has-detected-that-this	our system has detected that this message is	spamdetected	5	Gmail
    spamdetected.this-message-appears-to-be-spam	this message appears to be spam	spamdetected	5	several systems
    spamdetected.this-message-scored	this message scored	spamdetected	5	SpamAssassin
    spamdetected.this-message-looks-like	this message looks like	spamdetected	5	several systems
    spamdetected.this-message-has-been-identified-as	this message has been identified as spam	spamdetected	5	several systems
    spamdetected.this-message-does-not-meet-our	this message does not meet our delivery requirements	spamdetected	5	several systems
    spamdetected.this-mail-cannot-be-forwarded-because	this mail cannot be forwarded because	spamdetected	5	several systems
    spamdetected.probable-spam	probable spam	spamdetected	5	several systems
    spamdetected.possible-spam	possible spam	spamdetected	5	several systems
    spamdetected.possibly-spam	possibly spam	spamdetected	5	several systems
    spamdetected.potential-spam	potential spam	spamdetected	5	several systems
    spamdetected.presumed-spam	presumed spam	spamdetected	5	several systems
    spamdetected.pyzor	pyzor	spamdetected	5	several systems
    spamdetected.razor	razor	spamdetected	5	several systems
    spamdetected.scored-spam	scored * spam	spamdetected	5	SpamAssassin
    spamdetected.score-too-high	score too high	spamdetected	5	several systems
    spamdetected.score-is-too-high	score is too high	spamdetected	5	several systems
    spamdetected.surbl	surbl	spamdetected	5	several systems
    spamdetected.uribl	uribl	spamdetected	5	several systems
    spamdetected.suspected-to-be-spam	suspected to be spam	spamdetected	5	several systems
    spamdetected.suspicious-spam	suspicious spam	spamdetected	5	several systems
    spamdetected.suspicious-due-to	suspicious due to	spamdetected	5	Gmail
    spamdetected.ube	ube,	spamdetected	5	amavisd
    spamdetected.ube-by	ube by	spamdetected	5	several systems
    spamdetected.verification-failed-high-spam	verification failed, high spam	spamdetected	5	several systems
    spamdetected.we-do-not-accept-spam	we do not accept spam	spamdetected	5	several systems
    spamdetected.we-don-t-accept-spam	we don't accept spam	spamdetected	5	several systems
    spamdetected.will-not-be-delivered-because-it	will not be delivered because it is spam	spamdetected	5	several systems
    spamdetected.will-not-be-allowed-and-considered	will not be allowed and considered spam	spamdetected	5	several systems
    spamdetected.your-message-was-declared-spam	your message was declared spam	spamdetected	5	several systems
    spamdetected.your-message-was-detected-as-spam	your message was detected as spam	spamdetected	5	several systems
    spamdetected.your-message-has-been-blocked-as	your message has been blocked as spam	spamdetected	5	several systems
    spamdetected.your-message-looks-like	your message looks like	spamdetected	5	several systems
    spamdetected.your-message-could-not-be-delivered	your message could not be delivered * spam	spamdetected	5	several systems
    spamdetected.your-mail-is-considered-spam	your mail is considered spam	spamdetected	5	several systems
    spamdetected.spamming-not-allowed	spamming not allowed	spamdetected	5	several systems
    spamdetected.no-spam	no spam	spamdetected	5	several systems
    spamdetected.eyou-mta	eyou mta	spamdetected	5	eYou
    spamdetected.xe59e83e59cbee982ae	垃圾邮件	spamdetected	5	Chinese
    spamdetected.xe59e83e59cbee983b5	垃圾郵件	spamdetected	5	Chinese (Taiwan)
    spamdetected.xd181d0bfd0b0d0bc	спам	spamdetected	5	Russian
    spamdetected.xe8bfb7e68391e383a1	迷惑メール	spamdetected	5	Japanese
    spamdetected.xe382b9e38391e383a0	スパム	spamdetected	5	Japanese
    spamdetected.xec8aa4ed8cb8	스팸	spamdetected	5	Korean
    spamdetected.cloudmark	cloudmark	spamdetected	5	Cloudmark
    spamdetected.bogofilter	bogofilter	spamdetected	5	bogofilter
    spamdetected.mail-rejete-mail-rejected	mail rejete. mail rejected	spamdetected	5	SFR: Mail rejete. Mail rejected
    spamdetected.5-7-1-sa	5.7.1 * [sa]	spamdetected	5	several systems
    spamdetected.mail-contained-a-url-rejected-by	mail contained a url rejected by	spamdetected	5	SURBL
    spamdetected.contained-a-url-rejected	contained a url rejected	spamdetected	5	SURBL
    spamdetected.http-www-google-com-mail-help	http://www.google.com/mail/help/bulk_mail	spamdetected	5	Gmail
    spamdetected.p-unsolicitedmessageerror	?p=unsolicitedmessageerror	spamdetected	5	Gmail
    spamdetected.unsolicitedmessageerror	unsolicitedmessageerror	spamdetected	5	Gmail
    spamdetected.contentrejected	contentrejected	spamdetected	5	several systems
    spamdetected.hit-spam-rules	hit * spam rules	spamdetected	5	several systems
    spamdetected.symantec-messaging-gateway-spam	symantec messaging gateway * spam	spamdetected	5	several systems
    virusdetected.virus-signature-detected	virus signature detected	virusdetected	7	Mimecast
    virusdetected.infected	- infected	virusdetected	6	amavisd
    virusdetected.infected-message	infected * message	virusdetected	3	several systems
    virusdetected.contains-virus	contains * virus	virusdetected	3	several systems
    virusdetected.virus-found	virus * found	virusdetected	3	several systems
    virusdetected.eicar	eicar	virusdetected	6	several systems
    virusdetected.clamav	clamav	virusdetected	5	ClamAV
    virusdetected.infected-with	infected with	virusdetected	5	several systems
    virusdetected.contains-virus-2	contains virus	virusdetected	6	several systems
    virusdetected.contains-a-virus	contains a virus	virusdetected	6	several systems
    virusdetected.virus-infected	virus-infected	virusdetected	6	several systems
    virusdetected.pol-p5	pol-p5	virusdetected	7	Facebook
    virusdetected.virus-infected-message-rejected	virus infected message rejected	virusdetected	7	GoDaddy IB705
    virusdetected.prohibited-virus-or-spam-content	prohibited virus or spam content	virusdetected	6	several systems
    virusdetected.your-message-was-infected-with-a	your message was infected with a virus	virusdetected	6	several systems
    virusdetected.malicious-url-detected	malicious_url detected	virusdetected	6	several systems
    virusdetected.virus-phishing	virus phishing	virusdetected	6	several systems
    virusdetected.this-form-of-attachment-has-been	this form of attachment has been used by recent viruses	virusdetected	6	several systems
    virusdetected.it-has-a-potentially-executable-attachment	it has a potentially executable attachment	virusdetected	6	several systems
    virusdetected.requested-action-not-taken-virus-detected	requested action not taken: virus detected	virusdetected	7	IMail
    virusdetected.dt-vir	dt:vir	virusdetected	6	NetEase
    virusdetected.email-rejected-due-to-security-policies	email rejected due to security policies	virusdetected	6	several systems
    virusdetected.virus-detected	virus detected	virusdetected	6	several systems
    virusdetected.virus-found-2	virus found	virusdetected	5	several systems
    virusdetected.virus-in	virus in	virusdetected	5	several systems
    virusdetected.virus-infected-2	virus infected	virusdetected	5	several systems
    virusdetected.virus-detected-2	virus * detected	virusdetected	5	several systems
    virusdetected.virus	virus	virusdetected	3	several systems
    virusdetected.infected-2	infected	virusdetected	3	several systems
    virusdetected.infected-message-2	infected message	virusdetected	5	several systems
    virusdetected.malware	malware	virusdetected	3	several systems
    virusdetected.message-infected	message infected	virusdetected	5	several systems
    virusdetected.malicious	malicious	virusdetected	3	several systems
    virusdetected.trojan	trojan	virusdetected	3	several systems
    virusdetected.worm	worm	virusdetected	3	several systems
    virusdetected.potentially-dangerous-file	potentially dangerous file	virusdetected	5	several systems
    virusdetected.the-message-was-rejected-because-it	the message was rejected because it contains prohibited virus	virusdetected	5	several systems
    virusdetected.this-message-contained-virus	this message contained * virus	virusdetected	5	several systems
    virusdetected.has-a-virus	has a virus	virusdetected	5	several systems
    virusdetected.xe79785e6af92	病毒	virusdetected	5	Chinese
    virusdetected.xe382a6e382a4e383ab	ウイルス	virusdetected	5	Japanese
    """#
