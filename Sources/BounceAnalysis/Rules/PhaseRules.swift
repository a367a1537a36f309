/// Words that tell which command was refused.
///
/// Columns, parted by tabs: id, words (a space is any white space, " * " up to 160 other bytes), meaning,
/// weight (9 outranks 1), the mail system or document that writes these words.
let phaseRules = #"""
    rcpt.for-rcpt-to-command	for rcpt to command	RCPT	5	1&1
    rcpt.after-rcpt-command	after rcpt command	RCPT	5	GMX
    rcpt.smtp-command-rcpt	smtp command rcpt	RCPT	5	m-FILTER
    rcpt.smtp-command-rcpt-to	smtp command: rcpt to	RCPT	5	several systems
    rcpt.following-recipients-were-rejected-by-the	following recipients were rejected by the server	RCPT	5	several systems
    rcpt.in-reply-to-rcpt-to-command	in reply to rcpt to command	RCPT	5	Postfix
    rcpt.reply-to-rcpt-to	reply to rcpt to	RCPT	5	several systems
    rcpt.after-rcpt-to	after rcpt to	RCPT	5	Exim: SMTP error from remote mail server after RCPT TO:<a@b>
    rcpt.did-not-like-our-rcpt-to	did not like our rcpt to	RCPT	5	DragonFly
    rcpt.does-not-like-recipient	does not like recipient	RCPT	5	qmail
    rcpt.rcpt-to	[rcpt_to]	RCPT	5	Yahoo
    rcpt.rcpt-to-2	>>> rcpt to	RCPT	5	Sendmail transcript
    rcpt.rcpt-to-response	rcpt to response	RCPT	5	qmail variant
    rcpt.smtp-rcpt	smtp:rcpt	RCPT	5	several systems
    rcpt.smtp-command-rcpt-2	smtp command: rcpt	RCPT	5	several systems
    rcpt.step-rcpt	step: rcpt	RCPT	5	several systems
    rcpt.command-rcpt	command rcpt	RCPT	5	several systems
    rcpt.rcpt-to-command	rcpt to: command	RCPT	5	several systems
    rcpt.response-to-rcpt	response to rcpt	RCPT	5	several systems
    rcpt.smtp-rcpt-2	smtp rcpt	RCPT	5	several systems
    rcpt.after-sending-rcpt-to	after sending rcpt to	RCPT	5	several systems
    rcpt.while-issuing-rcpt	while issuing rcpt	RCPT	5	several systems
    rcpt.error-during-rcpt	error during rcpt	RCPT	5	several systems
    rcpt.state-14	(state 14)	RCPT	5	Gmail
    rcpt.state-15	(state 15)	RCPT	5	Gmail
    rcpt.but-recipient-was-rejected	but recipient was rejected	RCPT	5	qmail
    rcpt.recipient-was-rejected	recipient was rejected	RCPT	5	qmail
    data.for-text-command	for text command	DATA	5	1&1
    data.for-data-command	for data command	DATA	5	1&1
    data.after-data-command	after data command	DATA	5	GMX
    data.after-transfer-of-mail-text	after transfer of mail text	DATA	5	GMX
    data.after-the-message-was-sent	after the message was sent	DATA	5	several systems
    data.state-16	(state 16)	DATA	5	Gmail
    data.state-17	(state 17)	DATA	5	Gmail
    data.state-18	(state 18)	DATA	5	Gmail
    data.in-reply-to-end-of-data	in reply to end of data command	DATA	5	Postfix
    data.in-reply-to-data-command	in reply to data command	DATA	5	Postfix
    data.reply-to-end-of-data	reply to end of data	DATA	5	several systems
    data.after-end-of-data	after end of data	DATA	5	Exim
    data.after-sending-data-block	after sending data block	DATA	5	Exim
    data.after-pipelined-end-of-data	after pipelined end of data	DATA	5	Exim
    data.after-data	after data	DATA	5	Exim
    data.did-not-like-our-final-data	did not like our final data	DATA	5	DragonFly
    data.did-not-like-our-data	did not like our data	DATA	5	DragonFly
    data.failed-after-i-sent-the-message	failed after i sent the message	DATA	5	qmail
    data.failed-on-data-command	failed on data command	DATA	5	qmail
    data.bodytext	[bodytext]	DATA	5	Yahoo
    data.data	[data]	DATA	5	Yahoo
    data.data-2	>>> data	DATA	5	Sendmail transcript
    data.x3e3e3e202e	>>> .	DATA	5	Sendmail transcript
    data.smtp-data	smtp:data	DATA	5	several systems
    data.smtp-command-data	smtp command data	DATA	5	m-FILTER
    data.step-data	step: data	DATA	5	several systems
    data.data-command	data command	DATA	5	several systems
    data.end-of-data	end of data	DATA	5	several systems
    data.end-of-message	end of message	DATA	5	several systems
    data.after-message-body	after message body	DATA	5	several systems
    data.step-data-send	step: data send	DATA	5	several systems
    mail.for-mail-from-command	for mail from command	MAIL	5	1&1
    mail.after-mail-command	after mail command	MAIL	5	GMX
    mail.smtp-command-mail	smtp command mail	MAIL	5	m-FILTER
    mail.state-12	(state 12)	MAIL	5	Gmail
    mail.state-13	(state 13)	MAIL	5	Gmail
    mail.but-sender-was-rejected	but sender was rejected	MAIL	5	qmail
    mail.in-reply-to-mail-from-command	in reply to mail from command	MAIL	5	Postfix
    mail.reply-to-mail-from	reply to mail from	MAIL	5	several systems
    mail.after-mail-from	after mail from	MAIL	5	Exim
    mail.did-not-like-our-mail-from	did not like our mail from	MAIL	5	DragonFly
    mail.mail-from	[mail_from]	MAIL	5	Yahoo
    mail.mail-from-2	>>> mail from	MAIL	5	Sendmail transcript
    mail.sender-refused	sender refused	MAIL	5	qmail
    mail.does-not-like-sender	does not like sender	MAIL	5	qmail
    mail.smtp-mail	smtp:mail	MAIL	5	several systems
    mail.step-mail	step: mail	MAIL	5	several systems
    mail.mail-from-command	mail from: command	MAIL	5	several systems
    mail.after-pipelined-mail-from	after pipelined mail from	MAIL	5	Exim
    ehlo.for-ehlo-command	for ehlo command	EHLO	5	1&1
    ehlo.for-helo-command	for helo command	EHLO	5	1&1
    ehlo.smtp-command-ehlo	smtp command ehlo	EHLO	5	m-FILTER
    ehlo.smtp-command-helo	smtp command helo	EHLO	5	m-FILTER
    ehlo.after-connect	after connect	EHLO	5	several systems
    ehlo.in-reply-to-ehlo-command	in reply to ehlo command	EHLO	5	Postfix
    ehlo.in-reply-to-helo-command	in reply to helo command	EHLO	5	Postfix
    ehlo.after-ehlo	after ehlo	EHLO	5	Exim
    ehlo.after-helo	after helo	EHLO	5	Exim
    ehlo.after-initial-connection	after initial connection	EHLO	5	Exim
    ehlo.in-reply-to-initial	in reply to initial	EHLO	5	several systems
    ehlo.but-my-name-was-rejected	but my name was rejected	EHLO	5	qmail
    ehlo.but-greeting-failed	but greeting failed	EHLO	5	qmail
    ehlo.but-connection-died	but connection died	EHLO	5	qmail
    ehlo.did-not-like-our-ehlo	did not like our ehlo	EHLO	5	DragonFly
    ehlo.did-not-like-our-helo	did not like our helo	EHLO	5	DragonFly
    ehlo.ehlo	[ehlo]	EHLO	5	Yahoo
    ehlo.helo	[helo]	EHLO	5	Yahoo
    ehlo.ehlo-2	>>> ehlo	EHLO	5	Sendmail transcript
    ehlo.helo-2	>>> helo	EHLO	5	Sendmail transcript
    ehlo.smtp-ehlo	smtp:ehlo	EHLO	5	several systems
    ehlo.refused-to-talk-to-me	refused to talk to me	EHLO	5	Postfix: host x refused to talk to me: 554
    ehlo.while-performing-the-ehlo-handshake	while performing the ehlo handshake	EHLO	5	Postfix
    ehlo.while-performing-the-helo-handshake	while performing the helo handshake	EHLO	5	Postfix
    ehlo.while-receiving-the-initial-server-greeting	while receiving the initial server greeting	EHLO	5	Postfix
    starttls.in-reply-to-starttls-command	in reply to starttls command	STARTTLS	5	Postfix
    starttls.after-starttls	after starttls	STARTTLS	5	Exim
    starttls.starttls	>>> starttls	STARTTLS	5	Sendmail transcript
    auth.in-reply-to-auth-command	in reply to auth command	AUTH	5	Postfix
    auth.after-auth	after auth	AUTH	5	Exim
    """#
