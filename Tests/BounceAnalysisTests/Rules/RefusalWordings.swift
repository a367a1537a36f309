/// Refusals as the world's mail systems word them, each with what it says.
///
/// Columns, parted by tabs: the reason, the step of SMTP that was answered ("-" for none), the words, who writes them.
let refusalWordings = #"""
    userunknown	RCPT	550-5.1.1 The email account that you tried to reach does not exist. Please try 550-5.1.1 double-checking the recipient's email address for typos or 550-5.1.1 unnecessary spaces. For more information, go to 550 5.1.1 https://support.google.com/mail/?p=NoSuchUser d2e1a72fcca58-70b22si1.1 - gsmtp	Gmail
    suspend	RCPT	550-5.2.1 The email account that you tried to reach is inactive. For more information, go to 550 5.2.1 https://support.google.com/mail/?p=DisabledUser a1si2.3 - gsmtp	Gmail
    mailboxfull	RCPT	452-4.2.2 The email account that you tried to reach is over quota and inactive. Please direct the recipient to 452 4.2.2 https://support.google.com/mail/?p=OverQuotaTemp x1si2 - gsmtp	Gmail
    mailboxfull	RCPT	552-5.2.2 The recipient's inbox is out of storage space. Please direct the recipient to 552 5.2.2 https://support.google.com/mail/?p=OverQuotaPerm x1si2 - gsmtp	Gmail
    speeding	DATA	421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP address. To protect our users from spam, mail sent from your IP address has been temporarily rate limited. For more information, go to 421 4.7.28 https://support.google.com/mail/?p=UnsolicitedRateLimitError a - gsmtp	Gmail
    spamdetected	DATA	550-5.7.1 [192.0.2.1 12] Our system has detected that this message is likely unsolicited mail. To reduce the amount of spam sent to Gmail, this message has been blocked. For more information, go to 550 5.7.1 https://support.google.com/mail/?p=UnsolicitedMessageError - gsmtp	Gmail
    authfailure	DATA	550-5.7.26 This mail has been blocked because the sender is unauthenticated. 550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM. 550-5.7.26 Authentication results: DKIM = did not pass SPF [example.org] with ip: [192.0.2.1] = did not pass 550 5.7.26 For instructions, go to https://support.google.com/mail/answer/81126#authentication - gsmtp	Gmail
    requireptr	DATA	550-5.7.25 [192.0.2.1] The IP address sending this message does not have a PTR record setup, or the corresponding forward DNS entry does not match the sending IP. As a policy, Gmail does not accept messages from IPs with missing PTR records. 550 5.7.25 - gsmtp	Gmail
    speeding	RCPT	450-4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered. Please resend your message at a later time. If the user is able to receive mail at that time, your message will be delivered. 450 4.2.1 https://support.google.com/mail/?p=ReceivingRate - gsmtp	Gmail
    rejected	RCPT	550-5.7.1 The user or domain that you are sending to (or from) has a policy that prohibited the mail that you sent. Please contact your domain administrator for further details. 550 5.7.1 https://support.google.com/a/answer/172179 - gsmtp	Gmail
    notcompliantrfc	DATA	550-5.7.1 This message is not RFC 5322 compliant. There are multiple From headers. To reduce the amount of spam sent to Gmail, this message has been blocked. 550 5.7.1 https://support.google.com/mail/?p=RfcMessageNonCompliant - gsmtp	Gmail
    policyviolation	DATA	552-5.7.0 This message was blocked because its content presents a potential security issue. Please visit https://support.google.com/mail/?p=BlockedMessage to review our message content and attachment content guidelines. - gsmtp	Gmail
    mesgtoobig	DATA	552-5.3.4 Your message exceeded Google's message size limits. Please visit https://support.google.com/mail/?p=MaxSizeError to view our size guidelines. - gsmtp	Gmail
    authfailure	DATA	550-5.7.26 Unauthenticated email from example.org is not accepted due to domain's DMARC policy. Please contact the administrator of example.org domain if this was a legitimate mail. 550 5.7.26 https://support.google.com/mail/answer/2451690 - gsmtp	Gmail
    userunknown	RCPT	554 delivery error: dd This user doesn't have a yahoo.com account (kijitora@yahoo.com) [-5] - mta1.mail.bf1.yahoo.com	Yahoo
    suspend	RCPT	554 30 Sorry, your message to kijitora@aol.com cannot be delivered. This mailbox is disabled (554.30). - mta4085.aol.mail.bf1.yahoo.com	AOL
    mailboxfull	DATA	552 1 Requested mail action aborted, mailbox is full (#5.2.2)	AOL
    blocked	EHLO	553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.1, because the ip is in Spamhaus's list; see http://postmaster.yahoo.com/550-bl23.html	Yahoo
    policyviolation	DATA	554 Message not allowed - [PH01] Email not accepted for policy reasons. Please visit https://postmaster.yahooinc.com/error-codes [120]	Yahoo
    authfailure	DATA	554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes DMARC policy reject	Yahoo
    blocked	EHLO	550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3140). You can also refer your provider to http://mail.live.com/mail/troubleshooting.aspx#errors. [DB5EUR01FT032.eop-EUR01.prod.protection.outlook.com]	Outlook.com
    userunknown	RCPT	550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302). [AM6EUR05FT042.eop-eur05.prod.protection.outlook.com]	Outlook.com
    badreputation	MAIL	451 4.7.650 The mail server [192.0.2.1] has been temporarily rate limited due to IP reputation. For e-mail delivery information, see https://postmaster.live.com (S775) [BN8NAM11FT057.eop-nam11.prod.protection.outlook.com]	Outlook.com
    userunknown	RCPT	550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [VE1EUR01FT043.eop-EUR01.prod.protection.outlook.com]	Microsoft 365
    userunknown	RCPT	550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup	Microsoft 365
    mailboxfull	DATA	554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded; Failed to process message due to a permanent exception	Microsoft 365
    spamdetected	DATA	550 5.7.501 Access denied, spam abuse detected from IP range	Microsoft 365
    blocked	EHLO	550 5.7.606 Access denied, banned sending IP [192.0.2.1]. To request removal from this list please visit https://sender.office.com/	Microsoft 365
    authfailure	DATA	550 5.7.23 The message was rejected because of Sender Policy Framework violation -> 550 5.7.1 (SPF) hard fail	Microsoft 365
    authfailure	DATA	550 5.7.509 Access denied, sending domain example.org does not pass DMARC verification and has a DMARC policy of reject.	Microsoft 365
    norelaying	RCPT	550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain	Exchange
    securityerror	DATA	550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed because the sender was not authenticated when sending to this group	Microsoft 365
    norelaying	RCPT	550 5.7.64 TenantAttribution; Relay Access Denied	Microsoft 365
    hostunknown	-	550 5.4.310 DNS domain nekochan.example.org does not exist [Message=InfoDomainNonexistent] [LastAttemptedServerName=nekochan.example.org]	Microsoft 365
    networkerror	-	550 5.4.312 Message expired, DNS query failed(ErrorRetry)	Microsoft 365
    expired	-	550 5.4.300 Message expired -> 451 4.4.0 Connection timed out	Microsoft 365
    suspend	RCPT	550 5.2.1 mailbox disabled, not accepting messages	Exchange
    mesgtoobig	DATA	552 5.3.4 Message size exceeds fixed maximum message size	Exchange
    exceedlimit	DATA	550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient	Exchange
    toomanyconn	EHLO	421 4.3.2 The maximum number of concurrent server connections has exceeded a limit, closing transmission channel	Exchange
    speeding	RCPT	550 5.2.121 Recipient's hourly message receive limit from specific sender exceeded	Microsoft 365
    userunknown	RCPT	550 5.1.1 <kijitora@icloud.com>: user does not exist	iCloud
    mailboxfull	RCPT	552 5.2.2 <kijitora@me.com>: user is over quota	iCloud
    policyviolation	DATA	554 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137	iCloud
    blocked	EHLO	550 5.7.0 Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi?ip=192.0.2.1	Proofpoint
    blocked	EHLO	421 4.7.0 Try again later - ip blocked by Proofpoint Dynamic Reputation	Proofpoint
    userunknown	RCPT	550 5.1.1 User Unknown	Proofpoint
    userunknown	RCPT	550 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#550 [abcdefg.us1]	Mimecast
    policyviolation	RCPT	550 Rejected by header based manually Blocked Senders: sironeko@example.org - https://community.mimecast.com/docs/DOC-1369#550 [xyz.us2]	Mimecast
    badreputation	EHLO	550 csi.mimecast.org Poor Reputation Sender. - https://community.mimecast.com/docs/DOC-1369#550 [x.us3]	Mimecast
    blocked	RCPT	451 Internal resources are temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [x.uk99]	Mimecast
    blocked	EHLO	554 Service unavailable; Client host [mail.example.org] blocked using Barracuda Reputation; http://www.barracudanetworks.com/reputation/?r=1&ip=192.0.2.1	Barracuda
    userunknown	RCPT	550 permanent failure for one or more recipients (kijitora@example.com:550 5.1.1 <kijitora@example.com>: Recipient address rejected: User unknown in virtual mailbox table)	Barracuda
    userunknown	RCPT	550 #5.1.0 Address rejected.	IronPort
    userunknown	RCPT	550 #5.1.0 Address rejected kijitora@example.com	IronPort
    badreputation	EHLO	554-mx1.example.com 554 Your access to this mail system has been rejected due to the sending MTA's poor reputation. If you believe that this failure is in error, please contact the intended recipient via alternate means.	IronPort
    toomanyconn	EHLO	421 #4.4.5 Too many connections to this host.	IronPort
    toomanyconn	RCPT	452 4.5.3 Too many recipients	RFC 5321
    norelaying	RCPT	550 #5.7.1 Relaying denied	IronPort
    spamdetected	DATA	550 High probability of spam	Trend Micro
    blocked	EHLO	550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using Trend Micro Email Reputation Service. Please see http://www.mail-abuse.com/cgi-bin/lookup?ip_address=192.0.2.1	Trend Micro
    blocked	RCPT	554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.1	Postfix
    blocked	RCPT	550 5.7.1 Your IP 192.0.2.1 is listed at bl.spamcop.net; see https://www.spamcop.net/bl.shtml?192.0.2.1	SpamCop
    blocked	EHLO	554 5.7.1 Your server is blacklisted: http://www.sorbs.net/lookup.shtml?192.0.2.1	SORBS
    blocked	RCPT	550 JunkMail rejected - mail.example.org [192.0.2.1]:25 is in an RBL: https://www.spamhaus.org/sbl/query/SBL000000	Exim/cPanel
    userunknown	RCPT	550 5.1.1 <kijitora@example.com>: Recipient address rejected: User unknown in local recipient table	Postfix
    userunknown	RCPT	550 5.1.1 <kijitora@example.com>... User unknown	Sendmail
    userunknown	RCPT	553 5.3.0 <kijitora@example.com>... No such user	Sendmail
    norelaying	RCPT	554 5.7.1 <kijitora@example.com>: Relay access denied	Postfix
    norelaying	RCPT	550 5.7.1 <kijitora@example.com>... Relaying denied. IP name lookup failed [192.0.2.1]	Sendmail
    rejected	MAIL	553 5.1.8 <sironeko@example.invalid>... Domain of sender address sironeko@example.invalid does not exist	Sendmail
    rejected	RCPT	450 4.1.8 <sironeko@example.invalid>: Sender address rejected: Domain not found	Postfix
    requireptr	RCPT	450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.1]	Postfix
    blocked	RCPT	504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname	Postfix
    expired	-	delivery temporarily suspended: connect to mx.example.com[192.0.2.2]:25: Connection timed out	Postfix
    blocked	RCPT	450 4.2.0 <kijitora@example.com>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.com.html	Postgrey
    expired	-	connect to mx.example.com[192.0.2.2]:25: Connection refused	Postfix
    networkerror	-	connect to mx.example.com[192.0.2.2]:25: No route to host	Postfix
    hostunknown	-	Host or domain name not found. Name service error for name=nekochan.example.com type=A: Host not found	Postfix
    networkerror	-	Host or domain name not found. Name service error for name=example.com type=MX: Host not found, try again	Postfix
    notaccept	-	Domain example.com does not accept mail (nullMX)	Postfix
    failedstarttls	-	TLS is required, but was not offered by host mx.example.com[192.0.2.1]	Postfix
    systemfull	DATA	452 4.3.1 Insufficient system storage	Postfix
    mesgtoobig	MAIL	552 5.3.4 Message size exceeds fixed limit	Postfix
    mesgtoobig	-	message size 28942131 exceeds size limit 10485760 of server mx.example.com[192.0.2.1]	Postfix
    syntaxerror	RCPT	502 5.5.2 Error: command not recognized	Postfix
    virusdetected	DATA	554 5.7.1 Message infected with Eicar-Test-Signature	amavis
    virusdetected	DATA	550 Your message was rejected because it contains a virus: Heuristics.Phishing.Email	ClamAV
    spamdetected	DATA	554 5.7.1 This message scored 12.3 spam points	SpamAssassin
    spamdetected	DATA	550 5.7.1 Blocked by SpamAssassin	spamass-milter
    spamdetected	DATA	554 5.7.1 Spam message rejected	rspamd
    spamdetected	DATA	554 5.7.1 Gtube pattern	rspamd
    userunknown	RCPT	550 No Such User Here	Exim/cPanel
    userunknown	RCPT	550 5.1.1 No such user here	Exim
    rejected	RCPT	550-Verification failed for <sironeko@example.org> 550-No Such User Here 550 Sender verify failed	Exim
    mailboxfull	-	mailbox is full (MTA-imposed quota exceeded while writing to file /home/kijitora/mail)	Exim
    hostunknown	-	all relevant MX records point to non-existent hosts	Exim
    hostunknown	-	all relevant MX records point to non-existent hosts or (invalidly) to IP addresses	Exim
    expired	-	retry timeout exceeded	Exim
    mailererror	-	local delivery failed. The following text was generated during the delivery attempt: pipe to |/usr/bin/procmail failed with exit code 77	Exim
    expired	-	message has been in the queue too long (72 hours)	Exim
    userunknown	RCPT	550 Administrative prohibition - no such user	Exim
    rejected	RCPT	550 Administrative prohibition	Exim
    hostunknown	-	Unknown Host	Domino
    userunknown	-	User kijitora (kijitora@example.com) not listed in Domino Directory	Domino
    mailboxfull	-	Mail file quota exceeded: No disk space available for user	Domino
    userunknown	RCPT	550 kijitora@example.com... No such user	Domino
    networkerror	-	Sorry, I wasn't able to establish an SMTP connection. (#4.4.1) I'm not going to try again; this message has been in the queue too long.	qmail
    hostunknown	-	Sorry, I couldn't find any host named nekochan.example.com. (#5.1.2)	qmail
    userunknown	-	Sorry, no mailbox here by that name. (#5.1.1)	qmail
    userunknown	-	Sorry, no mailbox here by that name. vpopmail (#5.1.1)	vpopmail
    mailboxfull	-	user is over quota	vpopmail
    networkerror	-	Sorry. Although I'm listed as a best-preference MX or A for that host, it isn't in my control/locals file, so I don't treat it as local. (#5.4.6)	qmail
    norelaying	RCPT	553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)	qmail
    rejected	RCPT	553 sorry, your envelope sender is in my badmailfrom list (#5.7.1)	qmail
    mesgtoobig	DATA	552 sorry, that message size exceeds my databytes limit (#5.3.4)	qmail
    userunknown	RCPT	550 5.1.1 Mailbox does not exist. (kijitora@gmx.de)	GMX
    mailboxfull	RCPT	552-Requested mail action aborted: exceeded storage allocation 552-Quota exceeded. The recipient's mailbox is full. 552 For explanation visit https://postmaster.gmx.net/en/error-messages?ip=192.0.2.1&c=quot	GMX
    userunknown	RCPT	550-Requested action not taken: mailbox unavailable 550-Mailbox does not exist 550 For explanation visit https://postmaster.gmx.net/en/error-messages?ip=192.0.2.1&c=rcpt	GMX
    blocked	EHLO	554-gmx.net (mxgmx101) Nemesis ESMTP Service not available 554-No SMTP service 554-IP address is block listed. 554 For explanation visit https://postmaster.gmx.net/en/error-messages?ip=192.0.2.1&c=bip	GMX
    requireptr	EHLO	554-web.de (mxweb112) Nemesis ESMTP Service not available 554-No SMTP service 554-Bad DNS PTR resource record. 554 For explanation visit https://postmaster.web.de/en/error-messages?ip=192.0.2.1	web.de
    policyviolation	DATA	554-Transaction failed 554-Reject due to policy restrictions. 554 For explanation visit https://postmaster.1und1.de/en/case?c=r1601&i=ip&v=192.0.2.1	IONOS
    toomanyconn	EHLO	421-gmx.net (mxgmx008) Nemesis ESMTP Service not available 421-Service closing transmission channel 421-Try again later. 421 explanation: too many connections	GMX
    userunknown	RCPT	550 Message was not accepted -- invalid mailbox. Local mailbox kijitora@mail.ru is unavailable: user not found	Mail.ru
    suspend	RCPT	550 Message was not accepted -- invalid mailbox. Local mailbox kijitora@mail.ru is unavailable: account is disabled	Mail.ru
    mailboxfull	RCPT	550 Message was not accepted -- invalid mailbox. Local mailbox kijitora@mail.ru is unavailable: quota exceeded	Mail.ru
    spamdetected	DATA	550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=XXXX or report details to abuse@corp.mail.ru. Error code: AAAA. ID: 0000.	Mail.ru
    blocked	EHLO	550 Access from ip address 192.0.2.1 blocked. Your PTR record is dynamic. Visit http://help.mail.ru	Mail.ru
    userunknown	RCPT	550 5.7.1 No such user!	Yandex
    suspend	RCPT	550 5.7.1 Policy rejection on the target address: mailbox is disabled	Yandex
    spamdetected	DATA	554 5.7.1 [1] Message rejected under suspicion of SPAM; https://ya.cc/1IrBc 1600000-XXXX	Yandex
    mailboxfull	RCPT	552 5.2.2 Mailbox size limit exceeded 1600000000-AbCd	Yandex
    userunknown	RCPT	550 Mailbox not found. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000728	QQ
    spamdetected	DATA	550 Mail content denied. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000726	QQ
    mailboxfull	RCPT	552 Mailbox is full or over quota http://service.mail.qq.com/cgi-bin/help	QQ
    spamdetected	DATA	554 DT:SPM 163 mx31,PsCowAAXYmz,S3 1600000 http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.1&hostid=mx31&time=1600000	NetEase
    authfailure	DATA	550 MI:SPF 163 mx10,xxx http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.1	NetEase
    userunknown	RCPT	550 User not found: kijitora@163.com	NetEase
    suspend	RCPT	550 User suspended	NetEase
    blocked	EHLO	554 IP<192.0.2.1> in blacklist	NetEase
    userunknown	RCPT	550 unknown user <kijitora@sina.com>	Sina
    userunknown	RCPT	550 #5.1.1 Invalid recipient kijitora@21cn.com	21cn
    userunknown	RCPT	550 5.1.1 RCP-P1 http://postmaster.facebook.com/response_codes?ip=192.0.2.1#rcp Unrouteable address	Facebook
    userunknown	RCPT	550 Unknown user kijitora@docomo.ne.jp	docomo
    filtered	DATA	550 Unknown user kijitora@docomo.ne.jp	docomo
    userunknown	RCPT	550 <kijitora@ezweb.ne.jp>: User unknown	au
    userunknown	RCPT	550 Invalid recipient: <kijitora@softbank.ne.jp>	SoftBank
    userunknown	DATA	550 <kijitora@ezweb.ne.jp>: User unknown	au
    suspend	RCPT	550 <kijitora@willcom.com>: Recipient is suspended	Willcom
    userunknown	RCPT	550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR204_416 [416]	Orange
    blocked	EHLO	550 mwinf5c15 ME Adresse IP source bloquee pour incident de spam. Client host blocked for spamming issues. OFR006_102 Ref http://csi.cloudmark.com [102]	Orange
    toomanyconn	EHLO	421 mwinf5c04 ME Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR004_104 [104]	Orange
    spamdetected	DATA	550 5.7.1 Mail rejete. Mail rejected. OFR_506 [506]	Orange
    mailboxfull	RCPT	552 5.2.2 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]	Orange
    mailboxfull	RCPT	550 5.2.2 kijitora@free.fr: User over quota	Free
    userunknown	RCPT	550 5.1.1 <kijitora@libero.it> recipient rejected	Libero
    userunknown	RCPT	550 Account not available - kijitora@libero.it	Libero
    userunknown	RCPT	550 user unknown	T-Online
    blocked	EHLO	554 IP=192.0.2.1 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.)	T-Online
    userunknown	RCPT	550 5.1.1 Not our Customer	Comcast
    blocked	EHLO	554 resimta-po-12v.sys.comcast.net comcast 192.0.2.1 Comcast block for spam. Please see http://postmaster.comcast.net/smtp-error-codes.php#BL000000	Comcast
    requireptr	EHLO	554 5.7.1 PTR lookup failure: Comcast requires that all mail servers must have a PTR record with a valid Reverse DNS entry. http://postmaster.comcast.net/smtp-error-codes.php#554	Comcast
    toomanyconn	EHLO	421 Reject due to too many sessions opened - Comcast http://postmaster.comcast.net/smtp-error-codes.php#RL000010	Comcast
    blocked	EHLO	554 cox 192.0.2.1 blocked. Refer to Error Codes section at https://www.cox.com/residential/support/email-error-codes.html for more information. CXBL	Cox
    userunknown	RCPT	550 5.1.1 <kijitora@cox.net> recipient rejected	Cox
    blocked	EHLO	553 5.3.0 flpd577 DNSBL:RBL 521< 192.0.2.1 >_is_blocked.For assistance forward this error to abuse_rbl@abuse-att.net	AT&T
    userunknown	RCPT	550 5.1.1 <kijitora@att.net>... User unknown	AT&T
    userunknown	RCPT	550 5.1.1 Recipient not found. <http://x.co/irbounce>	GoDaddy
    blocked	EHLO	554 p3plibsmtp01-06.prod.phx3.secureserver.net bizsmtp IB103. Connection refused. 192.0.2.1 is not allowed to send; too many invalid recipients	GoDaddy
    userunknown	RCPT	550 5.1.1 User does not exist - <kijitora@zoho.com>	Zoho
    spamdetected	DATA	554 5.7.1 Email cannot be delivered. Reason: Email detected as Spam by spam filters.	Zoho
    suppressed	-	554 Address has hard bounced in the past and is on the suppression list	SES
    rejected	DATA	554 Message rejected: Email address is not verified. The following identities failed the check in region US-EAST-1: sironeko@example.org	SES
    speeding	DATA	454 Throttling failure: Daily message quota exceeded.	SES
    expired	-	5.4.7 smtp; 550 4.4.7 Message expired: unable to deliver in 840 minutes.<421 4.4.0 Unable to lookup DNS for nekochan.example.com>	SES
    userunknown	RCPT	550 5.7.1 kijitora@example.com: Recipient address rejected: User unknown in relay recipient table	Postfix
    blocked	RCPT	554 5.7.1 <mail.example.org[192.0.2.1]>: Client host rejected: Access denied	Postfix
    rejected	RCPT	554 5.7.1 <sironeko@example.org>: Sender address rejected: Access denied	Postfix
    userunknown	RCPT	550 5.1.1 unknown or illegal alias: kijitora@example.com	PMDF
    userunknown	RCPT	550 5.1.1 <kijitora@example.com> User doesn't exist: kijitora@example.com	Dovecot
    mailboxfull	RCPT	552 5.2.2 <kijitora@example.com> Quota exceeded (mailbox for user is full)	Dovecot
    mailboxfull	-	Quota exceeded (mailbox for user is full)	Dovecot LMTP
    userunknown	-	unknown user: "kijitora"	Postfix local
    mailererror	-	Command died with status 127: "/usr/local/bin/nothere". Command output: sh: not found	Postfix pipe
    mailboxfull	-	cannot update mailbox /var/mail/kijitora for user kijitora. error writing message: Disk quota exceeded	Postfix local
    systemfull	-	cannot update mailbox /var/mail/kijitora for user kijitora. error writing message: No space left on device	Postfix local
    mesgtoobig	-	cannot update mailbox /var/mail/kijitora for user kijitora. error writing message: File too large	Postfix local
    filtered	DATA	550 5.7.1 <kijitora@example.com>: Recipient address rejected: Blocked by the recipient	generic
    notaccept	-	556 5.1.10 Domain example.com does not accept mail (nullMX)	RFC 7505
    hasmoved	RCPT	551 5.1.6 User has moved; please try <new@example.com>	RFC 5321
    hasmoved	RCPT	551 User not local; please try <new@example.com>	RFC 5321
    userunknown	RCPT	550 5.1.1 The email address you entered couldn't be found. Please check the recipient's email address and try to resend the message.	Exchange
    userunknown	RCPT	501 5.1.3 Bad recipient address syntax	Postfix
    userunknown	RCPT	553 5.1.3 Invalid route address	Lotus
    blocked	EHLO	550 5.7.1 Mail from 192.0.2.1 refused - see http://www.dnsbl.example/	generic
    blocked	EHLO	550 5.7.1 Refused. Your IP address is listed in the RBL at hostkarma.junkemailfilter.com	JunkEmailFilter
    blocked	EHLO	550 5.7.1 Rejected: 192.0.2.1 listed at psbl.surriel.com	PSBL
    blocked	EHLO	554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using dnsbl-1.uceprotect.net; IP 192.0.2.1 is UCEPROTECT-Level 1 listed	UCEPROTECT
    blocked	EHLO	554 5.7.1 Access denied. Your IP address is blacklisted	generic
    requireptr	EHLO	550 5.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.1]	Postfix
    requireptr	EHLO	550 Your IP address 192.0.2.1 has no reverse DNS entry	generic
    blocked	EHLO	550 5.7.1 Bad HELO: reverse DNS does not match	generic
    blocked	EHLO	550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)	Exim
    blocked	EHLO	550 "REJECTED - Bad HELO - Host impersonating [mail.example.org]"	Exim
    authfailure	MAIL	550 5.7.1 <sironeko@example.org>: Sender address rejected: SPF: not authorized	policyd
    authfailure	RCPT	550 5.7.1 Message rejected due to: SPF fail - not authorized. Please see http://www.openspf.net/Why?s=mfrom;id=sironeko@example.org	policyd-spf
    authfailure	DATA	550 5.7.1 rejected by DMARC policy for example.org	OpenDMARC
    authfailure	DATA	554 5.7.5 Permanent error evaluating DMARC policy	RFC 7489
    authfailure	DATA	550 5.7.20 No passing DKIM signature found	RFC 7372
    authfailure	DATA	550 5.7.1 DKIM signature did not verify; message rejected	generic
    rejected	MAIL	550 5.1.0 <sironeko@example.org>... Sender rejected	generic
    rejected	MAIL	553 5.1.8 Sender address has null MX	RFC 7505
    rejected	RCPT	550 5.1.7 Invalid address; Sender address rejected: bad domain	generic
    rejected	RCPT	550 5.7.1 Sender is not allowed to send to this mailing list	generic
    rejected	MAIL	550 Sender domain must resolve	generic
    speeding	RCPT	450 4.7.1 Error: too much mail from 192.0.2.1	Postfix anvil
    toomanyconn	EHLO	421 Too many concurrent SMTP connections; please try again later	Exim
    toomanyconn	EHLO	421 Too many connections from your host, try later	generic
    speeding	DATA	451 4.7.1 You have exceeded your sending rate; slow down	generic
    speeding	RCPT	550 5.4.5 Daily user sending limit exceeded. For more information on Gmail sending limits go to https://support.google.com/a/answer/166852 - gsmtp	Gmail
    networkerror	-	Name service error for name=example.com type=MX: Malformed or unexpected name server reply	Postfix
    networkerror	-	lost connection with mx.example.com[192.0.2.1] while receiving the initial server greeting	Postfix
    networkerror	-	conversation with mx.example.com[192.0.2.1] timed out while sending message body	Postfix
    networkerror	-	connect to mx.example.com[192.0.2.1]:25: Network is unreachable	Postfix
    networkerror	-	554 5.4.6 Hop count exceeded - possible mail loop	Exchange
    networkerror	DATA	554 5.4.0 Error: too many hops	Postfix
    networkerror	DATA	554 5.4.14 Hop count exceeded - possible mail loop ATTR34 [xx.prod.protection.outlook.com]	Microsoft 365
    hostunknown	-	550 Host unknown (Name server: example.com: host not found)	Sendmail
    hostunknown	-	550 5.1.2 <kijitora@nekochan.invalid>... Host unknown (Name server: nekochan.invalid: host not found)	Sendmail
    expired	-	Message could not be delivered for 5 days; Message will be deleted from queue	Sendmail
    expired	-	450 4.4.7 delivery time expired	PMTA
    expired	-	delivery timed out: no answer from host; message has been in queue more than 5 days	generic
    mailererror	-	554 5.3.0 unknown mailer error 1	Sendmail
    mailererror	-	550 5.0.0 Can't create output	Sendmail
    mailererror	-	554 5.5.0 Remote protocol error: procmail: Couldn't create "/var/mail/kijitora"	procmail
    systemerror	DATA	451 4.3.0 Error: queue file write error	Postfix
    systemerror	RCPT	451 4.3.5 Server configuration problem	Postfix
    systemerror	EHLO	451 Temporary local problem - please try later	Exim
    systemerror	DATA	554 5.3.5 System config error	Sendmail
    systemerror	RCPT	451 4.3.0 Temporary lookup failure	Postfix
    securityerror	MAIL	530 5.7.0 Authentication required	RFC 4954
    securityerror	MAIL	535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6	Postfix
    failedstarttls	-	Cannot start TLS: handshake failure	Postfix
    failedstarttls	-	454 4.7.0 TLS not available due to local problem	RFC 3207
    virusdetected	DATA	550 5.7.1 virus Worm.Mydoom.M detected by ClamAV - http://www.clamav.net	ClamAV
    virusdetected	DATA	554 5.6.0 Message contains a virus: W32/Netsky.p@MM	generic
    virusdetected	DATA	552 5.2.0 Message rejected: contains malware	generic
    contenterror	DATA	552 5.7.0 Your message contains an executable attachment type .exe, which is not allowed	generic
    policyviolation	DATA	554 5.7.1 The file type .zip is blocked by attachment policy	generic
    contenterror	DATA	554 5.6.1 Eight bit data not allowed	RFC 3463
    contenterror	DATA	554 5.6.0 Message contains invalid MIME headers	generic
    notcompliantrfc	DATA	550 5.6.0 Lines longer than SMTP allows found in message	generic
    notcompliantrfc	DATA	550 5.6.11 SMTPSEND.BareLinefeedsAreIllegal; message contains bare linefeeds	Microsoft 365
    notcompliantrfc	DATA	550 5.7.1 Missing or invalid From: header	generic
    spamdetected	DATA	550 5.7.1 Message content rejected, UBE, id=12345-01	amavis
    spamdetected	DATA	554 5.7.1 Rejected as spam by our content filter	generic
    spamdetected	DATA	571 Message refused: it looks like spam	generic
    spamdetected	DATA	550 This message has been classified as spam and rejected	generic
    spamdetected	DATA	550 5.7.1 Message rejected as spam (Cloudmark) score 99	Cloudmark
    spamdetected	DATA	554 5.7.0 Reject, id=12345-06 - SPAM	amavis
    spamdetected	DATA	550 The URL contained in the message body is listed by SURBL	SURBL
    policyviolation	DATA	550 5.7.1 Message rejected due to local policy	generic
    policyviolation	RCPT	554 5.7.1 Rejected due to policy reasons	generic
    securityerror	DATA	550 5.7.1 Command rejected	Postfix milter
    systemerror	DATA	554 Transaction failed	generic
    userunknown	RCPT	550 Benutzer unbekannt	de
    userunknown	RCPT	550 5.1.1 Empfänger unbekannt: kijitora@example.de	de
    mailboxfull	RCPT	552 5.2.2 Das Postfach des Empfängers ist voll	de
    userunknown	RCPT	550 5.1.1 Utilisateur inconnu	fr
    mailboxfull	RCPT	552 Boîte aux lettres pleine	fr
    userunknown	RCPT	550 5.1.1 Usuario desconocido	es
    userunknown	RCPT	550 La cuenta de correo no existe	es
    mailboxfull	RCPT	552 5.2.2 El buzón del destinatario está lleno	es
    userunknown	RCPT	550 5.1.1 Usuário desconhecido	pt
    mailboxfull	RCPT	552 Caixa postal cheia	pt
    userunknown	RCPT	550 5.1.1 Utente sconosciuto	it
    mailboxfull	RCPT	552 casella piena	it
    userunknown	RCPT	550 Пользователь не найден	ru
    mailboxfull	RCPT	552 Почтовый ящик переполнен	ru
    userunknown	RCPT	550 用户不存在	zh
    mailboxfull	RCPT	552 收件人邮箱已满	zh
    spamdetected	DATA	554 邮件内容被判定为垃圾邮件	zh
    suspend	RCPT	550 该帐号已被禁用	zh
    hostunknown	-	收件人域名不存在，无法解析	zh
    userunknown	RCPT	550 宛先のメールアドレスが存在しません	ja
    mailboxfull	RCPT	552 メールボックスの容量を超えています	ja
    userunknown	RCPT	550 존재하지 않는 사용자입니다	ko
    mailboxfull	RCPT	552 메일함 용량이 초과되었습니다	ko
    userunknown	RCPT	550 5.1.1 no mailbox by that name is currently available	generic
    userunknown	RCPT	550 5.1.1 kijitora@example.com is not a valid mailbox	generic
    userunknown	RCPT	550 This address no longer accepts mail.	generic
    suspend	RCPT	550 5.2.1 The account has been deactivated due to inactivity	generic
    suspend	RCPT	550 Account locked; mailbox temporarily disabled	generic
    suspend	RCPT	554 5.2.1 this account is currently suspended	generic
    filtered	RCPT	550 5.2.1 kijitora@example.com is not accepting mail	generic
    filtered	DATA	550 5.7.1 Sorry, your message was rejected by the recipient's personal filter	generic
    mailboxfull	RCPT	452 4.2.2 Mailbox over quota	generic
    mailboxfull	RCPT	550 The recipient's mailbox exceeded its storage limit	generic
    mailboxfull	RCPT	422 The recipient's mailbox is over its storage limit	generic
    mailboxfull	DATA	552 Message would exceed quota for kijitora@example.com	generic
    mesgtoobig	MAIL	552 Message exceeds maximum fixed size	RFC 1870
    mesgtoobig	DATA	550 5.3.4 ROUTING.SizeLimit; message size exceeds fixed maximum size for route	Exchange
    """#
