/// Words of refusals that are about the mailbox group of reasons.
///
/// Columns, parted by tabs: id, words (a space is any white space, " * " up to 160 other bytes), meaning,
/// weight (9 outranks 1), the mail system or document that writes these words.
let mailboxReasonRules = #"""
    mailboxfull.number-of-messages-in-recipient-s	number of messages in recipient's mailbox exceeded	mailboxfull	7	Biglobe
    mailboxfull.as-their-mailbox-is-full	as their mailbox is full	mailboxfull	7	au
    mailboxfull.exceeded-storage	exceeded * storage	mailboxfull	3	several systems
    mailboxfull.storage-full	storage * full	mailboxfull	3	several systems
    mailboxfull.box-full	box * full	mailboxfull	3	several systems
    mailboxfull.mailbox-quota	mailbox * quota	mailboxfull	3	several systems
    mailboxfull.mailbox-limit	mailbox * limit	mailboxfull	3	several systems
    mailboxfull.storage-exceeded	storage * exceeded	mailboxfull	3	several systems
    mailboxfull.exceeds-quota	exceeds * quota	mailboxfull	3	several systems
    mailboxfull.exceeded-quota	exceeded * quota	mailboxfull	3	several systems
    mailboxfull.quota-exceeded	quota * exceeded	mailboxfull	3	several systems
    mailboxfull.account-full	account * full	mailboxfull	3	several systems
    mailboxfull.inbox-full	inbox * full	mailboxfull	3	several systems
    mailboxfull.mailbox-full	mailbox * full	mailboxfull	3	several systems
    mailboxfull.allocated-storage	allocated storage	mailboxfull	5	several systems
    mailboxfull.mail-quota	mail quota	mailboxfull	5	several systems
    mailboxfull.storage-exceeded-2	storage exceeded	mailboxfull	5	several systems
    mailboxfull.storage-full-2	storage full	mailboxfull	5	several systems
    mailboxfull.too-much-mail	too much mail	mailboxfull	4	several systems
    mailboxfull.is-using-over-of-its-quota	is using over * of its quota	mailboxfull	5	several systems
    mailboxfull.not-enough-room	not enough room	mailboxfull	5	several systems
    mailboxfull.would-exceed-mailbox-quota	would exceed mailbox quota	mailboxfull	6	MDaemon
    mailboxfull.quota-has-been-exceeded	quota has been exceeded	mailboxfull	6	several systems
    mailboxfull.quota-exceeded-2	quota exceeded	mailboxfull	6	several systems
    mailboxfull.over-quota	over quota	mailboxfull	6	several systems
    mailboxfull.out-of-quota	out of quota	mailboxfull	6	several systems
    mailboxfull.mailbox-out-of-quota	mailbox out of quota	mailboxfull	6	Apple
    mailboxfull.i-ua-err-4	i.ua/err/4/	mailboxfull	7	I.UA
    mailboxfull.address-is-overquota	address * is overquota	mailboxfull	5	several systems
    mailboxfull.is-over-the-storage-limit	is over the storage limit	mailboxfull	5	several systems
    mailboxfull.mailbox-is-full-retry-timeout	mailbox is full: retry timeout	mailboxfull	7	Exim
    mailboxfull.user-mailbox-exceeds-allowed-size	user mailbox exceeds allowed size	mailboxfull	7	IMail
    mailboxfull.ofr-422	ofr * _422	mailboxfull	7	Orange
    mailboxfull.ofr-417	ofr * _417	mailboxfull	7	Orange
    mailboxfull.lpn-422	lpn * _422	mailboxfull	7	La Poste
    mailboxfull.lpn-417	lpn * _417	mailboxfull	7	La Poste
    mailboxfull.user-s-account-is-temporarily-over	user(s) account is temporarily over quota	mailboxfull	7	au
    mailboxfull.552-too-much-mail-data	552 too much mail data	mailboxfull	7	docomo
    mailboxfull.this-account-is-over-quota	this account is over quota	mailboxfull	6	Yahoo
    mailboxfull.quotaexceededexception	quotaexceededexception	mailboxfull	7	Exchange
    mailboxfull.mailboxfullexception	mailboxfullexception	mailboxfull	7	Exchange
    mailboxfull.storedrv-deliver-mailbox-full	storedrv.deliver: mailbox full	mailboxfull	7	Exchange 2007
    mailboxfull.out-of-storage-space-and-inactive	out of storage space and inactive	mailboxfull	6	Gmail
    mailboxfull.mailbox-full-2	mailbox full	mailboxfull	5	RFC 3463 X.2.2
    mailboxfull.mailbox-is-full	mailbox is full	mailboxfull	5	Exchange, Courier
    mailboxfull.mailbox-was-full	mailbox was full	mailboxfull	5	Yahoo
    mailboxfull.mailbox-exceeded	mailbox exceeded	mailboxfull	5	several systems
    mailboxfull.mailbox-has-exceeded	mailbox has exceeded	mailboxfull	5	Exchange
    mailboxfull.mailbox-is-full-2	mailbox * is full	mailboxfull	5	qmail family
    mailboxfull.mailbox-over-quota	mailbox * over quota	mailboxfull	5	qmail family: mailbox a@b is over quota temporarily
    mailboxfull.mailbox-size-limit-exceeded	mailbox size limit exceeded	mailboxfull	5	Postfix, Exim
    mailboxfull.mailbox-would-exceed-maximum-allowed-storage	mailbox would exceed maximum allowed storage	mailboxfull	5	SurgeMail
    mailboxfull.mailbox-exceeds-allowed-size	mailbox exceeds allowed size	mailboxfull	5	hMailServer
    mailboxfull.mailbox-disk-quota-exceeded	mailbox disk quota exceeded	mailboxfull	5	IMail
    mailboxfull.mailbox-for-user-is-full	mailbox for user is full	mailboxfull	5	Exim
    mailboxfull.mailbox-quota-2	mailbox quota	mailboxfull	5	several systems
    mailboxfull.mailbox-limit-exceeded	mailbox limit exceeded	mailboxfull	5	several systems
    mailboxfull.mailbox-space-not-enough	mailbox space not enough	mailboxfull	5	JetMail: mail box space not enough
    mailboxfull.mail-box-space-not-enough	mail box space not enough	mailboxfull	5	JetMail
    mailboxfull.mail-box-full	mail box full	mailboxfull	5	several systems
    mailboxfull.mail-box-is-full	mail box is full	mailboxfull	5	several systems
    mailboxfull.mailfolder-is-full	mailfolder is full	mailboxfull	5	qmail child status
    mailboxfull.mailbox-storage-exceeded	mailbox storage exceeded	mailboxfull	5	several systems
    mailboxfull.mailbox-unavailable-quota	mailbox unavailable: quota	mailboxfull	5	several systems
    mailboxfull.maildir-over-quota	maildir over quota	mailboxfull	5	vdelivermail
    mailboxfull.maildir-delivery-failed-user-disk-quota	maildir delivery failed: user disk quota	mailboxfull	5	maildrop
    mailboxfull.maildir-delivery-failed-user-s-disk	maildir delivery failed: user's disk quota	mailboxfull	5	maildrop
    mailboxfull.maildir-delivery-failed-domain-disk-quota	maildir delivery failed: domain disk quota	mailboxfull	5	maildrop
    mailboxfull.maildir-has-overdrawn-his-diskspace-quota	maildir has overdrawn his diskspace quota	mailboxfull	5	qmail-local
    mailboxfull.maildir-has-been-exceeded	maildir has been exceeded	mailboxfull	5	dovecot-lda
    mailboxfull.account-is-full	account is full	mailboxfull	5	several systems
    mailboxfull.account-is-over-quota	account is over quota	mailboxfull	5	qmail, Yahoo
    mailboxfull.account-is-temporarily-over-quota	account is temporarily over quota	mailboxfull	5	qmail
    mailboxfull.account-over-quota	account over quota	mailboxfull	5	several systems
    mailboxfull.account-is-exceeding-their-quota	account is exceeding their quota	mailboxfull	5	several systems
    mailboxfull.account-has-exceeded-quota	account has exceeded * quota	mailboxfull	5	several systems
    mailboxfull.account-has-been-temporarily-suspended-over	account has been temporarily suspended: over quota	mailboxfull	5	several systems
    mailboxfull.over-the-allowed-quota	over the allowed quota	mailboxfull	5	several systems
    mailboxfull.over-the-quota	over the quota	mailboxfull	5	several systems
    mailboxfull.over-his-quota	over his quota	mailboxfull	5	several systems
    mailboxfull.over-their-disk-quota	over their disk quota	mailboxfull	5	several systems
    mailboxfull.over-its-disk-quota	over its disk quota	mailboxfull	5	several systems
    mailboxfull.over-disk-quota	over disk quota	mailboxfull	5	several systems
    mailboxfull.over-storage-quota	over storage quota	mailboxfull	5	Gmail
    mailboxfull.exceeds-quota-2	exceeds quota	mailboxfull	5	several systems
    mailboxfull.exceeded-quota-2	exceeded quota	mailboxfull	5	several systems
    mailboxfull.exceeded-storage-allocation	exceeded storage allocation	mailboxfull	5	qmail: user has exceeded his/her storage allocation
    mailboxfull.exceed-storage-allocation	exceed storage allocation	mailboxfull	5	several systems
    mailboxfull.exceeded-disk-quota	exceeded disk quota	mailboxfull	5	several systems
    mailboxfull.exceeded-the-quota	exceeded the quota	mailboxfull	5	several systems
    mailboxfull.exceeded-their-quota	exceeded their quota	mailboxfull	5	several systems
    mailboxfull.exceeded-the-space	exceeded the space	mailboxfull	5	several systems
    mailboxfull.exceeded-his-storage	exceeded his storage	mailboxfull	5	several systems
    mailboxfull.exceeded-maximum-inbox-size	exceeded maximum inbox size	mailboxfull	5	several systems
    mailboxfull.exceeded-maximum-storage	exceeded maximum storage	mailboxfull	5	several systems
    mailboxfull.exceeded-email-quota	exceeded email quota	mailboxfull	5	several systems
    mailboxfull.exceed-quota	exceed quota	mailboxfull	5	several systems
    mailboxfull.has-exceeded-its-quota	has exceeded its quota	mailboxfull	5	several systems
    mailboxfull.has-exceeded-his-quota	has exceeded his quota	mailboxfull	5	several systems
    mailboxfull.has-exceeded-his-her-quota	has exceeded his/her quota	mailboxfull	5	several systems
    mailboxfull.has-exceeded-disk-quota	has exceeded disk quota	mailboxfull	5	several systems
    mailboxfull.has-exceeded-mailbox	has exceeded mailbox	mailboxfull	5	several systems
    mailboxfull.has-exceeded-the-mailbox	has exceeded the mailbox	mailboxfull	5	several systems
    mailboxfull.has-exceeded-storage	has exceeded storage	mailboxfull	5	several systems
    mailboxfull.has-exceeded-the-limit-of-his	has exceeded the limit of his mailbox	mailboxfull	5	several systems
    mailboxfull.had-exceeded-its-mailbox-quota	had exceeded its mailbox quota	mailboxfull	5	several systems
    mailboxfull.dd-sorry-your-message-to-cannot	dd sorry, your message to * cannot be delivered. this account is over quota	mailboxfull	5	Yahoo
    mailboxfull.user-is-over-quota	user is over quota	mailboxfull	5	several systems
    mailboxfull.user-is-over-the-quota	user is over the quota	mailboxfull	5	several systems
    mailboxfull.user-over-quota	user over quota	mailboxfull	5	several systems
    mailboxfull.user-is-over-quota-2	user * is over quota	mailboxfull	5	several systems
    mailboxfull.user-has-exceeded	user * has exceeded	mailboxfull	5	several systems
    mailboxfull.user-has-exceeded-2	user has exceeded	mailboxfull	5	several systems
    mailboxfull.user-has-too-many-messages-on	user has too many messages on the server	mailboxfull	5	several systems
    mailboxfull.user-s-mailbox-is-full	user's mailbox is full	mailboxfull	5	several systems
    mailboxfull.users-mailbox-is-full	users mailbox is full	mailboxfull	5	several systems
    mailboxfull.user-mailbox-is-full	user mailbox is full	mailboxfull	5	several systems
    mailboxfull.user-s-disk-quota-exceeded	user's disk quota exceeded	mailboxfull	5	several systems
    mailboxfull.recipient-s-mailbox-is-full	recipient's mailbox is full	mailboxfull	5	Exchange
    mailboxfull.recipient-s-mailbox-is-over	recipient's mailbox is over	mailboxfull	5	several systems
    mailboxfull.recipient-mailbox-full	recipient mailbox full	mailboxfull	5	several systems
    mailboxfull.recipient-mailbox-is-full	recipient mailbox is full	mailboxfull	5	several systems
    mailboxfull.recipient-mailbox-is-full-2	recipient mailbox * is full	mailboxfull	5	several systems
    mailboxfull.recipient-storage-full	recipient storage full	mailboxfull	5	several systems
    mailboxfull.recipient-over-quota	recipient over quota	mailboxfull	5	several systems
    mailboxfull.recipient-is-over-quota	recipient is over quota	mailboxfull	5	several systems
    mailboxfull.recipient-overquota	recipient overquota	mailboxfull	5	several systems
    mailboxfull.recipient-rejected-mailbox-would-exceed	recipient rejected: mailbox would exceed	mailboxfull	5	SurgeMail
    mailboxfull.recipient-has-exceeded	recipient has exceeded	mailboxfull	5	several systems
    mailboxfull.recipient-exceeded	recipient exceeded	mailboxfull	5	several systems
    mailboxfull.recipient-reached-disk-quota	recipient reached disk quota	mailboxfull	5	several systems
    mailboxfull.recipient-reached-quota	recipient reached quota	mailboxfull	5	several systems
    mailboxfull.recipient-s-quota	recipient's quota	mailboxfull	5	several systems
    mailboxfull.recipient-s-inbox-is-full	recipient's inbox is full	mailboxfull	5	several systems
    mailboxfull.inbox-full-2	inbox full	mailboxfull	5	several systems
    mailboxfull.inbox-is-full	inbox is full	mailboxfull	5	several systems
    mailboxfull.inbox-is-out-of-storage-space	inbox is out of storage space	mailboxfull	5	Gmail: The recipient's inbox is out of storage space
    mailboxfull.out-of-storage-space	out of storage space	mailboxfull	5	Gmail
    mailboxfull.is-out-of-space	is out of space	mailboxfull	5	several systems
    mailboxfull.quota-exceed	quota exceed	mailboxfull	5	several systems
    mailboxfull.quota-full	quota full	mailboxfull	5	several systems
    mailboxfull.quota-violation	quota violation	mailboxfull	5	several systems
    mailboxfull.quota-exceed-the-hard-limit	quota exceed the hard limit	mailboxfull	5	several systems
    mailboxfull.quota-reached	quota reached	mailboxfull	5	several systems
    mailboxfull.quota-is-full	quota is full	mailboxfull	5	several systems
    mailboxfull.quota-limit	quota limit	mailboxfull	5	several systems
    mailboxfull.disk-quota	disk quota	mailboxfull	5	several systems
    mailboxfull.disc-quota	disc quota	mailboxfull	5	several systems
    mailboxfull.disk-full-for-user	disk full for user	mailboxfull	5	several systems
    mailboxfull.dest-quota	dest_quota	mailboxfull	5	several systems
    mailboxfull.storage-quota	storage quota	mailboxfull	5	several systems
    mailboxfull.storage-space-exceeded	storage space exceeded	mailboxfull	5	several systems
    mailboxfull.storage-limit	storage limit	mailboxfull	5	several systems
    mailboxfull.account-storage-limit	account storage limit	mailboxfull	5	several systems
    mailboxfull.insufficient-storage-for-user	insufficient storage for user	mailboxfull	5	several systems
    mailboxfull.not-enough-space-in-mailbox	not enough space in * mailbox	mailboxfull	5	several systems
    mailboxfull.not-enough-storage-space-in	not enough storage space in	mailboxfull	5	several systems
    mailboxfull.not-enough-disk-space-for-user	not enough disk space for user	mailboxfull	5	several systems
    mailboxfull.no-space-left-in-mailbox	no space left in mailbox	mailboxfull	5	several systems
    mailboxfull.no-space-left-for-user	no space left for user	mailboxfull	5	several systems
    mailboxfull.insufficient-disk-space-mailbox	insufficient disk space * mailbox	mailboxfull	5	several systems
    mailboxfull.delivery-failed-over-quota	delivery failed: over quota	mailboxfull	5	several systems
    mailboxfull.message-would-exceed-quota	message would exceed quota	mailboxfull	5	several systems
    mailboxfull.message-size-exceeds-the-remaining-mailbox	message size exceeds the remaining mailbox quota	mailboxfull	5	several systems
    mailboxfull.too-much-mail-data	too much mail data	mailboxfull	5	docomo
    mailboxfull.too-many-messages-in-mailbox	too many messages in mailbox	mailboxfull	5	several systems
    mailboxfull.too-many-mails-in-mailbox	too many mails in mailbox	mailboxfull	5	several systems
    mailboxfull.user-full	user.full	mailboxfull	5	several systems
    mailboxfull.user-full-2	user full	mailboxfull	5	several systems
    mailboxfull.this-user-s-mailbox-is-full	this user's mailbox is * full	mailboxfull	5	several systems
    mailboxfull.the-email-account-that-you-tried	the email account that you tried to reach is over quota	mailboxfull	5	Gmail 5.2.2
    mailboxfull.the-user-you-are-trying-to	the user you are trying to contact is over quota	mailboxfull	5	several systems
    mailboxfull.the-user-s-space-has-been	the user's space has been used up	mailboxfull	5	several systems
    mailboxfull.the-recipient-has-exceeded	the recipient has exceeded	mailboxfull	5	several systems
    mailboxfull.has-reached-the-limit-of-his	has reached the limit of his mailbox	mailboxfull	5	several systems
    mailboxfull.has-reached-their-mailbox-quota	has reached their mailbox quota	mailboxfull	5	several systems
    mailboxfull.cyrus-over-quota	cyrus: over quota	mailboxfull	5	several systems
    mailboxfull.lmtp-over-quota	lmtp: over quota	mailboxfull	5	several systems
    mailboxfull.mailbox-full-3	mailbox_full	mailboxfull	5	several systems
    mailboxfull.mailbox-full-4	mailbox-full	mailboxfull	5	several systems
    mailboxfull.overquota	overquota	mailboxfull	5	qmail
    mailboxfull.boite-du-destinataire-pleine	boite du destinataire pleine	mailboxfull	5	laposte.net
    mailboxfull.bo-te-du-destinataire-pleine	boîte du destinataire pleine	mailboxfull	5	laposte.net
    mailboxfull.boite-aux-lettres-pleine	boite aux lettres pleine	mailboxfull	5	French
    mailboxfull.bo-te-aux-lettres-pleine	boîte aux lettres pleine	mailboxfull	5	French
    mailboxfull.quota-d-pass	quota dépassé	mailboxfull	5	French
    mailboxfull.quota-depasse	quota depasse	mailboxfull	5	French
    mailboxfull.espace-disque-insuffisant	espace disque insuffisant	mailboxfull	5	French
    mailboxfull.postfach-ist-voll	postfach ist voll	mailboxfull	5	German
    mailboxfull.postfach-voll	postfach voll	mailboxfull	5	German
    mailboxfull.postfach-des-empf-ngers-ist-voll	postfach des empfängers ist voll	mailboxfull	5	German
    mailboxfull.mailbox-voll	mailbox voll	mailboxfull	5	German
    mailboxfull.speicherplatz-ersch-pft	speicherplatz erschöpft	mailboxfull	5	German
    mailboxfull.buz-n-lleno	buzón lleno	mailboxfull	5	Spanish
    mailboxfull.buzon-lleno	buzon lleno	mailboxfull	5	Spanish
    mailboxfull.buz-n-est-lleno	buzón está lleno	mailboxfull	5	Spanish
    mailboxfull.casella-piena	casella piena	mailboxfull	5	Italian
    mailboxfull.casella-di-posta-piena	casella di posta piena	mailboxfull	5	Italian
    mailboxfull.caixa-de-correio-cheia	caixa de correio cheia	mailboxfull	5	Portuguese
    mailboxfull.caixa-postal-cheia	caixa postal cheia	mailboxfull	5	Portuguese
    mailboxfull.caixa-postal-esta-cheia	caixa postal esta cheia	mailboxfull	5	Portuguese
    mailboxfull.skrzynka-odbiorcy-jest-pe-na	skrzynka odbiorcy jest pełna	mailboxfull	5	Polish
    mailboxfull.skrzynka-jest-pe-na	skrzynka jest pełna	mailboxfull	5	Polish
    mailboxfull.xd0bfd0bed187d182d0	почтовый ящик переполнен	mailboxfull	5	Russian
    mailboxfull.xd18fd189d0b8d0ba20	ящик получателя переполнен	mailboxfull	5	Russian
    mailboxfull.xd0bfd0bed187d182d0-2	почтовый ящик получателя переполнен	mailboxfull	5	Russian
    mailboxfull.xe982aee7aeb1e5b7b2	邮箱已满	mailboxfull	5	Chinese
    mailboxfull.xe982aee7aeb1e7a9ba	邮箱空间不足	mailboxfull	5	QQ, NetEase
    mailboxfull.xe982aee7aeb1e5aeb9	邮箱容量不足	mailboxfull	5	Chinese
    mailboxfull.xe982aee7aeb1e7a9ba-2	邮箱空间已满	mailboxfull	5	Chinese
    mailboxfull.xe4bfa1e7aeb1e5b7b2	信箱已满	mailboxfull	5	Chinese
    mailboxfull.xe4bfa1e7aeb1e7a9ba	信箱空间不足	mailboxfull	5	Chinese
    mailboxfull.xe4bfa1e7aeb1e5b7b2-2	信箱已滿	mailboxfull	5	Chinese (Taiwan)
    mailboxfull.xe4bfa1e7aeb1e5aeb9	信箱容量	mailboxfull	5	Chinese
    mailboxfull.xe5aeb9e9878fe3818c	容量がいっぱい	mailboxfull	5	Japanese
    mailboxfull.xe383a1e383bce383ab	メールボックスがいっぱい	mailboxfull	5	Japanese
    mailboxfull.xe383a1e383bce383ab-2	メールボックスの容量	mailboxfull	5	Japanese
    mailboxfull.xe383a1e383bce383ab-3	メールボックスが一杯	mailboxfull	5	Japanese
    mailboxfull.xe58f97e4bfa1e3839c	受信ボックスが一杯	mailboxfull	5	Japanese
    mailboxfull.xec82acec849ced95a8	사서함이 꽉	mailboxfull	5	Korean
    mailboxfull.xeba994ec9dbced95a8	메일함이 가득	mailboxfull	5	Korean
    mailboxfull.xec9aa9eb9f89ec9db4	용량이 초과	mailboxfull	5	Korean
    suspend.account-outbounds-disabled	account outbounds disabled	suspend	7	Mimecast
    suspend.deactivated	deactivated	suspend	3	several systems
    suspend.is-suspended	is suspended	suspend	3	several systems
    suspend.is-inactive	is inactive	suspend	3	several systems
    suspend.is-disabled	is disabled	suspend	3	several systems
    suspend.permanently-disabled	permanently disabled	suspend	3	several systems
    suspend.temporarily-disabled	temporarily disabled	suspend	3	several systems
    suspend.address-suspended	address * suspended	suspend	3	several systems
    suspend.address-disabled	address * disabled	suspend	3	several systems
    suspend.recipient-inactive	recipient * inactive	suspend	3	several systems
    suspend.recipient-suspended	recipient * suspended	suspend	3	several systems
    suspend.recipient-disabled	recipient * disabled	suspend	3	several systems
    suspend.user-expired	user * expired	suspend	3	several systems
    suspend.user-locked	user * locked	suspend	3	several systems
    suspend.user-inactive	user * inactive	suspend	3	several systems
    suspend.user-disabled	user * disabled	suspend	3	several systems
    suspend.mailbox-locked	mailbox * locked	suspend	3	several systems
    suspend.mailbox-inactive	mailbox * inactive	suspend	3	several systems
    suspend.mailbox-suspended	mailbox * suspended	suspend	3	several systems
    suspend.mailbox-disabled	mailbox * disabled	suspend	3	several systems
    suspend.account-terminated	account * terminated	suspend	3	several systems
    suspend.account-closed	account * closed	suspend	3	several systems
    suspend.account-expired	account * expired	suspend	3	several systems
    suspend.account-locked	account * locked	suspend	3	several systems
    suspend.account-deactivated	account * deactivated	suspend	3	several systems
    suspend.account-inactive	account * inactive	suspend	3	several systems
    suspend.account-suspended	account * suspended	suspend	3	several systems
    suspend.account-disabled	account * disabled	suspend	3	several systems
    suspend.has-been-closed	has been closed	suspend	4	several systems
    suspend.account-has-been-closed	account has been closed	suspend	5	several systems
    suspend.account-closed-2	account closed	suspend	5	several systems
    suspend.mailbox-closed	mailbox closed	suspend	5	several systems
    suspend.recipient-s-account-is-disabled	recipient's account is disabled	suspend	6	several systems
    suspend.user-account-has-expired	user account has expired	suspend	6	several systems
    suspend.user-s-account-is-disabled	user's account is disabled	suspend	6	several systems
    suspend.the-account-is-disabled	the account is disabled	suspend	6	several systems
    suspend.rcp-t4	rcp-t4	suspend	7	Facebook
    suspend.i-ua-err-3	i.ua/err/3/	suspend	7	I.UA
    suspend.recipient-has-been-terminated	recipient has been terminated	suspend	5	several systems
    suspend.mailaddress-is-administrativly-disabled	mailaddress is administrativly disabled	suspend	7	qmail-ldap
    suspend.mailaddress-is-administratively-disabled	mailaddress is administratively disabled	suspend	7	qmail-ldap
    suspend.user-is-terminated	user is terminated	suspend	6	Yandex
    suspend.user-or-domain-is-disabled	user or domain is disabled	suspend	6	several systems
    suspend.recipient-rejected-temporarily-inactive	recipient rejected: temporarily inactive	suspend	6	several systems
    suspend.archived-recipient	archived recipient	suspend	5	several systems
    suspend.temporary-locked	temporary locked	suspend	5	several systems
    suspend.mailbox-unavailable-or-access-denied	mailbox unavailable or access denied	suspend	6	QQ
    suspend.is-a-deactivated-mailbox	is a deactivated mailbox	suspend	6	QQ
    suspend.destinataire-inactif	destinataire inactif	suspend	6	Orange
    suspend.ofr-420	ofr * _420	suspend	7	Orange
    suspend.lpn-420	lpn * _420	suspend	7	La Poste
    suspend.user-s-account-is-limited	user(s) account is limited	suspend	7	au
    suspend.user-s-account-is-disabled-2	user(s) account is disabled	suspend	7	au
    suspend.this-mailbox-is-disabled-554-30	this mailbox is disabled (554.30)	suspend	7	Yahoo
    suspend.accountdisabledexception	accountdisabledexception	suspend	7	Exchange
    suspend.mailboxdisabledexception	mailboxdisabledexception	suspend	7	Exchange
    suspend.account-disabled-2	account disabled	suspend	5	several systems
    suspend.account-is-disabled	account is disabled	suspend	5	several systems
    suspend.account-has-been-disabled	account has been disabled	suspend	5	Yahoo, Gmail
    suspend.account-has-been-deactivated	account has been deactivated	suspend	5	several systems
    suspend.account-is-deactivated	account is deactivated	suspend	5	several systems
    suspend.account-deactivated-2	account deactivated	suspend	5	several systems
    suspend.account-that-you-tried-to-reach	account that you tried to reach is disabled	suspend	5	Gmail 5.2.1
    suspend.account-that-you-tried-to-reach-2	account that you tried to reach is inactive	suspend	5	Gmail 5.2.1
    suspend.account-inactive-2	account inactive	suspend	5	several systems
    suspend.account-is-inactive	account is inactive	suspend	5	several systems
    suspend.account-has-been-inactive	account has been inactive	suspend	5	several systems
    suspend.account-is-locked	account is locked	suspend	5	several systems
    suspend.account-is-not-active	account is not active	suspend	5	several systems
    suspend.account-not-active	account not active	suspend	5	several systems
    suspend.account-is-suspended	account is suspended	suspend	5	several systems
    suspend.account-suspended-2	account suspended	suspend	5	several systems
    suspend.account-has-been-suspended	account has been suspended	suspend	5	several systems
    suspend.account-has-been-terminated	account has been terminated	suspend	5	several systems
    suspend.account-has-been-locked	account has been locked	suspend	5	several systems
    suspend.account-temporarily-locked	account temporarily locked	suspend	5	several systems
    suspend.account-is-temporarily-disabled	account is temporarily disabled	suspend	5	several systems
    suspend.account-is-temporary-disabled	account is temporary disabled	suspend	5	several systems
    suspend.account-temporarily-disabled	account temporarily disabled	suspend	5	several systems
    suspend.account-temporary-disabled	account temporary disabled	suspend	5	several systems
    suspend.account-temporarily-suspended	account temporarily suspended	suspend	5	several systems
    suspend.account-is-temporarily-suspended	account is temporarily suspended	suspend	5	several systems
    suspend.account-terminated-2	account terminated	suspend	5	several systems
    suspend.account-frozen	account frozen	suspend	5	several systems
    suspend.account-is-expired	account is expired	suspend	5	several systems
    suspend.account-expired-2	account expired	suspend	5	several systems
    suspend.account-closed-due-to-inactivity	account closed due to inactivity	suspend	5	several systems
    suspend.account-blocked	account blocked	suspend	5	several systems
    suspend.mailbox-disabled-2	mailbox disabled	suspend	5	RFC 3463 X.2.1
    suspend.mailbox-is-disabled	mailbox is disabled	suspend	5	several systems
    suspend.mailbox-is-inactive	mailbox is inactive	suspend	5	several systems
    suspend.mailbox-inactive-2	mailbox inactive	suspend	5	several systems
    suspend.mailbox-is-frozen	mailbox is frozen	suspend	5	Mail.Ru
    suspend.mailbox-is-blocked	mailbox is blocked	suspend	5	several systems
    suspend.mailbox-temporarily-disabled	mailbox temporarily disabled	suspend	5	several systems
    suspend.mailbox-currently-suspended	mailbox currently suspended	suspend	5	several systems
    suspend.mailbox-currently-disabled	mailbox currently disabled	suspend	5	several systems
    suspend.mailbox-is-suspended	mailbox is suspended	suspend	5	several systems
    suspend.mailbox-temporarily-unavailable-disabled	mailbox temporarily unavailable: disabled	suspend	5	several systems
    suspend.mailbox-disabled-for-this-recipient	mailbox disabled for this recipient	suspend	5	Sendmail
    suspend.mailbox-disabled-not-accepting-messages	mailbox disabled, not accepting messages	suspend	5	RFC 3463 X.2.1
    suspend.mailbox-not-available-konto-niedostepne	mailbox not available / konto niedostepne	suspend	5	o2.pl / Interia
    suspend.konto-niedostepne	konto niedostepne	suspend	5	Interia
    suspend.konto-nieaktywne	konto nieaktywne	suspend	5	Polish
    suspend.konto-jest-zablokowane	konto jest zablokowane	suspend	5	Polish
    suspend.recipient-suspend-the-service	recipient suspend the service	suspend	5	several systems
    suspend.recipient-is-disabled	recipient is disabled	suspend	5	several systems
    suspend.recipient-disabled-2	recipient disabled	suspend	5	several systems
    suspend.recipient-address-disabled	recipient address disabled	suspend	5	several systems
    suspend.recipient-suspended-2	recipient suspended	suspend	5	several systems
    suspend.recipient-is-suspended	recipient is suspended	suspend	5	several systems
    suspend.user-disabled-2	user disabled	suspend	5	several systems
    suspend.user-is-disabled	user is disabled	suspend	5	several systems
    suspend.user-is-inactive	user is inactive	suspend	5	several systems
    suspend.user-inactive-2	user inactive	suspend	5	several systems
    suspend.user-suspended	user suspended	suspend	5	several systems
    suspend.user-is-suspended	user is suspended	suspend	5	several systems
    suspend.user-is-suspended-2	user * is suspended	suspend	5	several systems
    suspend.user-account-is-disabled	user account is disabled	suspend	5	several systems
    suspend.user-is-locked	user is locked	suspend	5	several systems
    suspend.user-is-disabled-2	user * is disabled	suspend	5	several systems
    suspend.user-is-not-active	user is not active	suspend	5	several systems
    suspend.user-not-active	user not active	suspend	5	several systems
    suspend.user-account-suspended	user account suspended	suspend	5	several systems
    suspend.user-temporarily-disabled	user temporarily disabled	suspend	5	several systems
    suspend.user-s-mailbox-disabled	user's mailbox disabled	suspend	5	several systems
    suspend.this-account-has-been-disabled-or	this account has been disabled or discontinued	suspend	5	Yahoo
    suspend.this-user-doesn-t-have-a	this user doesn't have a * account (*) [0]	suspend	5	Yahoo
    suspend.this-mailbox-is-disabled	this mailbox is disabled	suspend	5	several systems
    suspend.this-user-is-disabled	this user is disabled	suspend	5	several systems
    suspend.this-account-is-not-allowed	this account is not allowed	suspend	5	several systems
    userunknown.this-address-no-longer-accepts-mail	this address no longer accepts mail	userunknown	5	several systems
    suspend.not-an-active-address	not an active address	suspend	5	several systems
    suspend.email-account-that-you-tried-to	email account that you tried to reach is disabled	suspend	5	Gmail
    suspend.email-account-inactive	email account inactive	suspend	5	several systems
    suspend.address-has-been-disabled	address has been disabled	suspend	5	several systems
    suspend.address-is-disabled	address is disabled	suspend	5	several systems
    suspend.disabled-recipient	disabled recipient	suspend	5	several systems
    suspend.inactive-account	inactive account	suspend	5	several systems
    suspend.inactive-user	inactive user	suspend	5	several systems
    suspend.inactive-recipient	inactive recipient	suspend	5	several systems
    suspend.invalid-inactive-user	invalid/inactive user	suspend	5	several systems
    suspend.is-currently-suspended	is currently suspended	suspend	5	several systems
    suspend.domain-of-recipient-suspended	domain of recipient suspended	suspend	5	several systems
    suspend.sorry-your-message-to-cannot-be	sorry your message to * cannot be delivered. this account has been disabled or discontinued	suspend	5	Yahoo [#102]
    suspend.vdelivermail-account-is-locked-email-bounced	vdelivermail: account is locked email bounced	suspend	5	vpopmail
    suspend.unavailable-to-take-delivery-of-the	unavailable to take delivery of the message	suspend	5	several systems
    suspend.has-been-suspended	has been suspended	suspend	5	several systems
    suspend.has-been-deactivated	has been deactivated	suspend	5	several systems
    suspend.boite-du-destinataire-archivee	boite du destinataire archivee	suspend	5	laposte.net
    suspend.boite-du-destinataire-archiv-e	boite du destinataire archivée	suspend	5	laposte.net
    suspend.xe982aee7aeb1e5b7b2	邮箱已被停用	suspend	5	Chinese
    suspend.xe5b890e58fb7e5b7b2	帐号已停用	suspend	5	Chinese
    suspend.xe5b890e688b7e5b7b2	帐户已停用	suspend	5	Chinese
    suspend.xe8afa5e794a8e688b7	该用户已被禁用	suspend	5	Chinese
    suspend.xd18fd189d0b8d0ba20	ящик заблокирован	suspend	5	Russian
    filtered.restricted-to	restricted to	filtered	3	several systems
    filtered.only-accepting-mail-from	only accepting mail from	filtered	5	several systems
    filtered.only-accepts-mail-from	only accepts mail from	filtered	5	several systems
    filtered.recipient-only-accepts-mail	recipient only accepts mail	filtered	5	several systems
    filtered.not-accepting-mail	not accepting mail	filtered	4	several systems
    filtered.message-rejected-on-account-of	message rejected on account of	filtered	4	several systems
    filtered.rcp-p2	rcp-p2	filtered	7	Facebook
    filtered.requested-action-not-taken-no-such	requested action not taken: no such user here	filtered	4	Verizon
    filtered.state-17	(state 17)	filtered	6	Gmail: answer to the data
    filtered.state-18	(state 18)	filtered	6	Gmail: answer to the data
    filtered.cannot-route-mail-to-user	cannot route mail to user	filtered	6	Domino
    filtered.due-to-extended-inactivity-new-mail	due to extended inactivity new mail is not currently being accepted	filtered	6	Hotmail
    filtered.recipient-is-only-accepting-mail-from	recipient is only accepting mail from specific email addresses	filtered	6	AOL
    filtered.message-rejected-due-to-user-rules	message rejected due to user rules	filtered	6	several systems
    filtered.user-refuses-to-receive-this-mail	user refuses to receive this mail	filtered	6	several systems
    filtered.this-account-is-protected-by	this account is protected by	filtered	6	several systems
    filtered.refused-due-to-recipient-preferences	refused due to recipient preferences	filtered	7	Facebook
    filtered.not-found-recipient-account	not found recipient account	filtered	6	several systems
    filtered.has-restricted-sms-e-mail	has restricted sms e-mail	filtered	6	carrier
    filtered.550-user-unknown	550 : user unknown	filtered	8	au (KDDI)
    filtered.000c0595	(000c0595)	filtered	7	Exchange 5.5
    filtered.sender-not-in-allowed-senders-list	sender not in allowed senders list	filtered	6	Microsoft 5.7.124
    filtered.rejected-by-a-remote-mail-server	rejected by a remote mail server	filtered	6	several systems
    filtered.was-rejected-by-a-remote-mail	was rejected by a remote mail server	filtered	6	several systems
    filtered.because-the-recipient-is-only-accepting	because the recipient is only accepting mail from	filtered	5	several systems
    filtered.because-the-recipient-is-not-accepting	because the recipient is not accepting mail with attachments	filtered	5	AOL
    filtered.because-the-recipient-is-not-accepting-2	because the recipient is not accepting mail with embedded images	filtered	5	AOL
    filtered.not-accepting-mail-with-attachments	not accepting mail with attachments	filtered	5	AOL
    filtered.blocked-by-personal-filter	blocked by * personal filter	filtered	5	several systems
    filtered.blocked-by-the-recipient	blocked by the recipient	filtered	5	several systems
    filtered.bounced-by-recipient	bounced by recipient	filtered	5	several systems
    filtered.due-to-extended-inactivity-new-mail-2	due to extended inactivity new mail is not currently being accepted for this mailbox	filtered	5	Hotmail
    filtered.has-been-blocked-by-the-recipient	has been blocked by the recipient	filtered	5	several systems
    filtered.is-not-accepting-any-mail	is not accepting any mail	filtered	5	several systems
    filtered.is-not-accepting-messages	is not accepting messages	filtered	5	several systems
    filtered.is-not-accepting-mail-from	is not accepting mail from	filtered	5	several systems
    filtered.mailbox-not-accepting	mailbox not accepting	filtered	5	several systems
    filtered.message-filtered	message filtered	filtered	5	several systems
    filtered.message-rejected-by-recipient	message rejected by recipient	filtered	5	several systems
    filtered.rejected-by-recipient	rejected by recipient	filtered	5	several systems
    filtered.rejected-by-user	rejected by user	filtered	5	several systems
    filtered.rejected-due-to-user-rules	rejected due to user rules	filtered	5	Sisimai family
    filtered.recipient-does-not-accept	recipient does not accept	filtered	5	several systems
    filtered.recipient-refused	recipient refused	filtered	5	several systems
    filtered.refused-by-recipient	refused by recipient	filtered	5	several systems
    filtered.recipients-only-restricted	recipients only restricted	filtered	5	several systems
    filtered.restricted-recipient	restricted recipient	filtered	5	several systems
    filtered.not-currently-accepting-mail	not currently accepting mail	filtered	5	several systems
    filtered.does-not-accept-mail-from	does not accept mail from	filtered	5	several systems
    filtered.user-s-filter	user's filter	filtered	5	several systems
    filtered.user-refuses	user refuses	filtered	5	several systems
    filtered.user-has-blocked	user has blocked	filtered	5	several systems
    filtered.user-doesn-t-want	user doesn't want	filtered	5	several systems
    filtered.user-has-rejected	user has rejected	filtered	5	several systems
    filtered.you-have-been-blocked-by-the	you have been blocked by the recipient	filtered	5	several systems
    filtered.you-are-in-blacklist-of-recipient	you are in * blacklist of recipient	filtered	5	several systems
    filtered.we-failed-to-deliver-mail-because	we failed to deliver mail because the following address recipient id refuse to receive mail	filtered	5	Active!hunter
    filtered.refuse-to-receive-mail	refuse to receive mail	filtered	5	Active!hunter
    filtered.recipient-id-refuse-to-receive	recipient id refuse to receive	filtered	5	Active!hunter
    filtered.the-recipient-s-mailbox-is-unavailable	the recipient's mailbox is unavailable	filtered	5	several systems
    filtered.please-include-http-in-message-to	please include http in message to recipient	filtered	5	several systems
    filtered.has-been-rejected-by-the-recipient	has been rejected by the recipient	filtered	5	several systems
    filtered.transaction-failed-unsubscribe	transaction failed. unsubscribe	filtered	5	several systems
    filtered.mailbox-access-denied	mailbox access denied	filtered	5	several systems
    """#
