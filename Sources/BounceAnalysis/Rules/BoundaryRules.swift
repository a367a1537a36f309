/// Words that announce the returned message: what follows is not searched.
///
/// Columns, parted by tabs: id, words (a space is any white space, " * " up to 160 other bytes), meaning,
/// weight (9 outranks 1), the mail system or document that writes these words.
let boundaryRules = #"""
    returned.this-is-a-copy-of-the	this is a copy of the message	returned	5	Exim
    returned.this-is-a-copy-of-your	this is a copy of your message	returned	5	Exim
    returned.here-is-a-copy-of-the	here is a copy of the first part of the message	returned	5	Demon
    returned.below-is-a-copy-of-the	below is a copy of the original message	returned	5	OpenSMTPD
    returned.below-this-line-is-a-copy	below this line is a copy of the message	returned	5	qmail
    returned.below-this-line-is-the-original	below this line is the original bounce	returned	5	qmail
    returned.below-this-line-is	below this line is	returned	5	qmail
    returned.below-the-next-line-is-a	below the next line is a copy of	returned	5	qmail
    returned.below-is-a-copy-of	below is a copy of	returned	5	several systems
    returned.original-message-follows	original message follows	returned	5	DragonFly, Yahoo
    returned.original-message-as-received	original message as received	returned	5	LLNL
    returned.original-message-header	original message header	returned	5	several systems
    returned.original-message-4	original message:	returned	5	Verizon's gateway of multimedia messages
    returned.original-message-headers	original message headers	returned	5	Exchange
    returned.original-message	original message -----	returned	5	Gmail
    returned.original-message-2	--- original message	returned	5	Gmail
    returned.original-message-3	-original message-	returned	5	several systems
    returned.original-mail-info	original mail info	returned	5	m-FILTER
    returned.original-mail-follows	original mail follows	returned	5	several systems
    returned.message-headers-follow	message headers follow	returned	5	DragonFly
    returned.message-header-follows	message header follows	returned	5	several systems
    returned.message-text-follows	message text follows	returned	5	Smail
    returned.message-follows	message follows:	returned	5	several systems
    returned.header-of-the-original-message-is	header of the original message is following	returned	5	1&1
    returned.header-of-the-source-mail-attached	header of the source mail attached	returned	5	JetMail
    returned.header-of-the-original-message	header of the original message	returned	5	several systems
    returned.headers-of-the-message	headers of the message	returned	5	several systems
    returned.headers-of-original-message	headers of original message	returned	5	several systems
    returned.copy-of-the-original-message	copy of the original message	returned	5	several systems
    returned.copy-of-the-message-header	copy of the message header	returned	5	MXLogic
    returned.copy-of-the-message-s-header	copy of the message's header	returned	5	several systems
    returned.copy-of-the-message-follows	copy of the message follows	returned	5	several systems
    returned.copy-of-the-mail	copy of the mail	returned	5	several systems
    returned.included-is-a-copy-of-the	included is a copy of the message	returned	5	MXLogic
    returned.start-of-returned-message	start of returned message	returned	5	Demon
    returned.start-of-message	start of message	returned	5	several systems
    returned.returned-mail	returned mail --------	returned	5	CSMAP
    returned.returned-message	returned message --------	returned	5	Lotus
    returned.returned-message-2	returned message ----	returned	5	several systems
    returned.returned-message-3	returned message:	returned	5	several systems
    returned.the-following-is-a-copy-of	the following is a copy of	returned	5	several systems
    returned.the-original-message-was	the original message was:	returned	5	several systems
    returned.the-body-of-your-message-follows	the body of your message follows	returned	5	several systems
    returned.the-text-of-your-message	the text of your message	returned	5	several systems
    returned.the-first-lines-of-message	the first * lines of * message	returned	5	several systems
    returned.the-header-of-the-original-message	the header of the original message	returned	5	several systems
    returned.the-original-message-headers	the original message headers	returned	5	several systems
    returned.unsent-message-follows	unsent message follows	returned	5	Sendmail
    returned.unsent-message-below	unsent message below	returned	5	several systems
    returned.unsent-message-header	unsent message header	returned	5	several systems
    returned.your-message-begins	your message begins	returned	5	several systems
    returned.your-message-follows	your message follows	returned	5	several systems
    returned.your-original-message	your original message	returned	5	several systems
    returned.message-header	----- message header	returned	5	several systems
    returned.message-contents-follow	message contents follow	returned	5	several systems
    returned.end-of-message	end of message ***	returned	5	InterScan
    returned.undelivered-message-follows	undelivered message follows	returned	5	several systems
    returned.begin-message	begin message	returned	5	several systems
    returned.forwarded-message	forwarded message	returned	5	several systems
    returned.urspr-ngliche-nachricht	ursprüngliche nachricht	returned	5	German
    returned.mensaje-original	mensaje original	returned	5	Spanish
    returned.message-d-origine	message d'origine	returned	5	French
    returned.xd0b8d181d185d0bed0	исходное сообщение	returned	5	Russian
    returned.xe58e9fe5a78be982ae	原始邮件	returned	5	Chinese
    returned.x2d2d2d2d2d20e58e9f	----- 原邮件	returned	5	Chinese
    returned.xe58583e381aee383a1	元のメッセージ	returned	5	Japanese
    """#
