/// Words of refusals that are about the address group of reasons.
///
/// Columns, parted by tabs: id, words (a space is any white space, " * " up to 160 other bytes), meaning,
/// weight (9 outranks 1), the mail system or document that writes these words.
let addressReasonRules = #"""
    hasmoved.recipient-no-longer-on-server	recipient no longer on server	hasmoved	6	several systems
    hasmoved.not-our-user	not our user	hasmoved	6	several systems
    hasmoved.address-has-been-replaced-by	address * has been replaced by	hasmoved	5	Sisimai family: address has been replaced
    hasmoved.has-been-replaced-by	has been replaced by	hasmoved	5	several systems
    hasmoved.no-longer-using-this-address	no longer using this address	hasmoved	5	several systems
    hasmoved.user-has-moved-to	user has moved to	hasmoved	5	sendmail
    hasmoved.user-has-moved-please-try	user has moved; please try	hasmoved	5	Sendmail redirect
    hasmoved.recipient-no-longer-on-server-redirect	recipient no longer on server: redirect	hasmoved	5	several systems
    hasmoved.mailbox-has-moved	mailbox has moved	hasmoved	5	RFC 3463 X.1.6
    hasmoved.has-moved-to-a-new-address	has moved to a new address	hasmoved	5	several systems
    userunknown.unknown-user	unknown user:	userunknown	7	IMail: Unknown user: a@b
    userunknown.couldn-t-find-recipient	couldn't find recipient	userunknown	5	several systems
    userunknown.not-found-user	not found user	userunknown	6	several systems
    userunknown.invalid-recipient-address	invalid recipient address	userunknown	6	Mimecast
    userunknown.recipient-email-address-is-possibly-incorrec	recipient email address is possibly incorrect	userunknown	7	Mimecast
    userunknown.unable-to-find	unable to find	userunknown	3	several systems
    userunknown.no-longer-exists	no longer exists	userunknown	3	several systems
    userunknown.nobody	nobody	userunknown	2	several systems
    userunknown.user-not-exist	user * not * exist	userunknown	3	several systems
    userunknown.address-invalid	address * invalid	userunknown	3	several systems
    userunknown.recipient-invalid	recipient * invalid	userunknown	3	several systems
    userunknown.not-valid-user	not * valid * user	userunknown	3	several systems
    userunknown.not-valid-recipient	not * valid * recipient	userunknown	3	several systems
    userunknown.invalid-address	invalid * address	userunknown	3	several systems
    userunknown.invalid-mailbox	invalid * mailbox	userunknown	3	several systems
    userunknown.invalid-recipient	invalid * recipient	userunknown	3	several systems
    userunknown.unknown-recipient	unknown * recipient	userunknown	3	several systems
    userunknown.unknown-user-2	unknown * user	userunknown	3	several systems
    userunknown.no-such-user	no * such * user	userunknown	3	several systems
    userunknown.no-account	no * account	userunknown	3	several systems
    userunknown.no-mailbox	no * mailbox	userunknown	3	several systems
    userunknown.mailbox-unknown	mailbox * unknown	userunknown	3	several systems
    userunknown.address-unknown	address * unknown	userunknown	3	several systems
    userunknown.recipient-unknown	recipient * unknown	userunknown	3	several systems
    userunknown.address-not-found	address * not found	userunknown	3	several systems
    userunknown.account-not-found	account * not found	userunknown	3	several systems
    userunknown.mailbox-not-exist	mailbox * not exist	userunknown	3	several systems
    userunknown.address-not-exist	address * not exist	userunknown	3	several systems
    userunknown.user-unknown-in	user unknown in	userunknown	6	Postfix
    userunknown.rcp-p1	rcp-p1	userunknown	7	Facebook
    userunknown.i-ua-err-5	i.ua/err/5/	userunknown	7	I.UA
    userunknown.i-ua-err-2	i.ua/err/2/	userunknown	7	I.UA
    userunknown.account-not-available	account not available	userunknown	5	Comcast
    userunknown.not-our-customer	not our customer	userunknown	5	Comcast
    userunknown.user-doesn-39-t-exist	user doesn&#39;t exist	userunknown	5	several systems
    userunknown.delivery-to-unknown-user	delivery to unknown user	userunknown	6	several systems
    userunknown.the-requested-user	the requested user	userunknown	4	several systems
    userunknown.could-not-be-found	could not be found	userunknown	4	several systems
    userunknown.not-in-my-list-of-valid	not in my list of valid	userunknown	5	several systems
    userunknown.recipient-verify-fail	recipient verify fail	userunknown	5	several systems
    userunknown.unable-to-verify-recipient	unable to verify recipient	userunknown	5	several systems
    userunknown.no-such-email	no such email	userunknown	5	several systems
    userunknown.no-email-account	no email account	userunknown	5	several systems
    userunknown.is-no-longer-valid	is no longer valid	userunknown	5	several systems
    userunknown.no-longer-valid	no longer valid	userunknown	5	several systems
    userunknown.address-rejected	address rejected	userunknown	2	several systems
    userunknown.isn-t-in-my-list-of	isn't in my list of allowed	userunknown	4	several systems
    userunknown.weil-die-adresse-nicht-gefunden-wurde	weil die adresse nicht gefunden wurde oder keine e-mails empfangen kann	userunknown	7	Gmail, German
    userunknown.user-missing-home-directory	user missing home directory	userunknown	5	several systems
    userunknown.this-email-address-is-wrong-or	this email address is wrong or no longer valid	userunknown	6	several systems
    userunknown.account-unavailable	account unavailable	userunknown	5	several systems
    userunknown.no-existe-ese-usuario	no existe ese usuario	userunknown	5	Spanish
    userunknown.no-existe-dicha-persona	no existe dicha persona	userunknown	5	Spanish
    userunknown.destination-server-rejected-recipients	destination server rejected recipients	userunknown	5	several systems
    userunknown.xe38387e382a3e383ac	ディレクトリのリストにありません	userunknown	7	Lotus Notes
    userunknown.domino	domino ディレクトリには見つかりません	userunknown	7	Domino
    userunknown.est-pas-r-pertori-dans-l	est pas répertorié dans l'annuaire domino	userunknown	7	Domino
    userunknown.mailbox-unavailable-or-not-found	mailbox unavailable or not found	userunknown	5	QQ
    userunknown.adresse-destinataire-invalide	adresse destinataire invalide	userunknown	7	La Poste
    userunknown.ofr-416	ofr * _416	userunknown	7	Orange
    userunknown.lpn-416	lpn * _416	userunknown	7	La Poste
    userunknown.ezweb-ne-jp-user-unknown	ezweb.ne.jp>: user unknown	userunknown	8	au (KDDI)
    userunknown.not-a-known-recipient	not a known recipient	userunknown	5	several systems
    userunknown.000c05a6	(000c05a6)	userunknown	7	Exchange 5.5
    userunknown.cannot-be-found	cannot be found	userunknown	4	several systems
    userunknown.mail-local-unknown-user	mail.local: unknown user	userunknown	7	several systems
    userunknown.user-unknown	user unknown	userunknown	5	Sendmail, Postfix
    userunknown.unknown-user-3	unknown user	userunknown	5	Exim, generic
    userunknown.user-not-found	user not found	userunknown	5	several systems
    userunknown.user-not-known	user not known	userunknown	5	several systems
    userunknown.user-does-not-exist	user does not exist	userunknown	5	several systems
    userunknown.user-doesn-t-exist	user doesn't exist	userunknown	5	several systems
    userunknown.user-doesnt-exist	user doesnt exist	userunknown	5	several systems
    userunknown.user-don-t-exist	user don't exist	userunknown	5	several systems
    userunknown.user-did-not-exist	user did not exist	userunknown	5	several systems
    userunknown.user-does-not-exist-2	user * does not exist	userunknown	5	several systems
    userunknown.user-doesn-t-exist-2	user * doesn't exist	userunknown	5	several systems
    userunknown.user-not-found-2	user * not found	userunknown	5	several systems
    userunknown.user-unknown-2	user * unknown	userunknown	5	several systems
    userunknown.user-is-unknown	user * is unknown	userunknown	5	several systems
    userunknown.user-not-listed	user (*) not listed	userunknown	7	Domino
    userunknown.not-listed-in-domino-directory	not listed in domino directory	userunknown	7	Domino: User a (a@b) not listed in Domino Directory
    userunknown.not-listed-in-public-name-address	not listed in public name & address book	userunknown	7	Domino
    userunknown.not-listed-in-public-name-amp	not listed in public name &amp; address book	userunknown	5	Domino
    userunknown.user-not-listed-2	user * not listed	userunknown	7	Domino
    userunknown.user-isn-t-in	user isn't in	userunknown	5	several systems
    userunknown.user-was-not-found	user was not found	userunknown	5	several systems
    userunknown.user-unavailable	user unavailable	userunknown	4	several systems
    userunknown.user-invalid	user invalid	userunknown	5	several systems
    userunknown.user-is-unknown-2	user is unknown	userunknown	5	several systems
    userunknown.user-name-is-unknown	user name is unknown	userunknown	5	several systems
    userunknown.user-no-longer-on-server	user no longer on server	userunknown	5	several systems
    userunknown.user-reject	user reject	userunknown	4	several systems
    userunknown.user-unknown-in-virtual	user unknown in virtual	userunknown	5	Postfix
    userunknown.user-unknown-in-local	user unknown in local	userunknown	5	Postfix
    userunknown.user-unknown-in-relay	user unknown in relay	userunknown	5	Postfix
    userunknown.userunknown	userunknown	userunknown	5	several systems
    userunknown.unknown-recipient-2	unknown recipient	userunknown	5	several systems
    userunknown.unknown-address	unknown address	userunknown	5	several systems
    userunknown.unknown-account	unknown account	userunknown	5	several systems
    userunknown.unknown-local-part	unknown local part	userunknown	5	Exim
    userunknown.unknown-local-part-2	unknown local-part	userunknown	5	Exim
    userunknown.unknown-or-illegal-alias	unknown or illegal alias	userunknown	5	several systems
    userunknown.unknown-or-illegal-user	unknown or illegal user	userunknown	5	several systems
    userunknown.unknown-or-invalid	unknown or invalid	userunknown	5	several systems
    userunknown.unknown-virtual-mailbox	unknown virtual mailbox	userunknown	5	several systems
    userunknown.unknown-virtual-user	unknown virtual user	userunknown	5	several systems
    userunknown.unknown-e-mail-address	unknown e-mail address	userunknown	5	several systems
    userunknown.unknown-email-address	unknown email address	userunknown	5	several systems
    userunknown.unknown-mailbox	unknown mailbox	userunknown	5	several systems
    userunknown.unknown-mail-address	unknown mail address	userunknown	5	several systems
    userunknown.unknown-to-address	unknown to address	userunknown	7	several systems
    userunknown.unknown-rcpt	unknown rcpt	userunknown	5	several systems
    userunknown.unroutable-mail-address	unroutable mail address	userunknown	5	several systems
    userunknown.no-such-user-2	no such user	userunknown	5	Sendmail
    userunknown.no-such-mailbox	no such mailbox	userunknown	5	several systems
    userunknown.no-such-person	no such person	userunknown	5	several systems
    userunknown.no-such-recipient	no such recipient	userunknown	5	several systems
    userunknown.no-such-address	no such address	userunknown	5	several systems
    userunknown.no-such-account	no such account	userunknown	5	several systems
    userunknown.no-such-email-address	no such email address	userunknown	5	several systems
    userunknown.no-such-domain-user	no such domain user	userunknown	5	several systems
    userunknown.no-such-local-user	no such local user	userunknown	5	several systems
    userunknown.no-such-virtual-user	no such virtual user	userunknown	5	several systems
    userunknown.no-such-user-here	no such user here	userunknown	5	several systems
    userunknown.no-mailbox-here-by-that-name	no mailbox here by that name	userunknown	5	qmail
    userunknown.no-mailbox-found	no mailbox found	userunknown	5	several systems
    userunknown.no-mailbox-by-that-name	no mailbox by that name	userunknown	5	several systems
    userunknown.no-mailbox-currently-available	no mailbox currently available	userunknown	5	several systems
    userunknown.no-user-by-that-name	no user by that name	userunknown	5	several systems
    userunknown.no-user-here	no user here	userunknown	5	several systems
    userunknown.no-user-here-by-that-name	no user here by that name	userunknown	5	several systems
    userunknown.no-valid-recipients	no valid recipients	userunknown	5	several systems
    userunknown.no-valid-recipient	no valid recipient	userunknown	5	several systems
    userunknown.no-recipient-found	no recipient found	userunknown	5	several systems
    userunknown.no-matches-to-nameserver-query-user	no matches to nameserver query * user	userunknown	5	several systems
    userunknown.no-matching-address	no matching address	userunknown	5	several systems
    userunknown.no-one-by-that-name	no one by that name	userunknown	5	several systems
    userunknown.no-existe-el-usuario	no existe el usuario	userunknown	5	Spanish
    userunknown.no-account-by-that-name	no account by that name	userunknown	5	several systems
    userunknown.no-account-with-this-address	no account with this address	userunknown	5	several systems
    userunknown.no-in-name-directory	no * in name directory	userunknown	5	several systems
    userunknown.not-a-known-user	not a known user	userunknown	5	several systems
    userunknown.not-a-local-address	not a local address	userunknown	5	several systems
    userunknown.not-a-valid-mailbox	not a valid mailbox	userunknown	5	several systems
    userunknown.not-a-valid-recipient	not a valid recipient	userunknown	5	several systems
    userunknown.not-a-valid-user	not a valid user	userunknown	5	several systems
    userunknown.not-a-user-here	not a user here	userunknown	5	several systems
    userunknown.not-an-existing	not an existing	userunknown	4	several systems
    userunknown.not-found-in	not found in	userunknown	4	several systems
    userunknown.not-exist	not exist	userunknown	4	several systems
    userunknown.not-exists	not exists	userunknown	4	several systems
    userunknown.not-existent	not existent	userunknown	4	several systems
    userunknown.non-existent-user	non-existent user	userunknown	5	several systems
    userunknown.nonexistent-user	nonexistent user	userunknown	5	several systems
    userunknown.non-existent-user-2	non existent user	userunknown	5	several systems
    userunknown.nonexistent-recipient	nonexistent recipient	userunknown	5	several systems
    userunknown.does-not-exist	does not exist	userunknown	4	several systems
    userunknown.doesn-t-exist	doesn't exist	userunknown	4	several systems
    userunknown.doesn-t-have-a-account	doesn't have a * account	userunknown	7	Yahoo
    userunknown.does-not-have-an-account	does not have an account	userunknown	5	several systems
    userunknown.account-not-found-2	account not found	userunknown	5	several systems
    userunknown.account-unknown	account unknown	userunknown	5	several systems
    userunknown.account-does-not-exist	account does not exist	userunknown	5	Gmail: The email account that you tried to reach does not exist
    userunknown.account-that-you-tried-to-reach	account that you tried to reach does not exist	userunknown	5	Gmail 5.1.1
    userunknown.account-is-not-valid	account is not valid	userunknown	5	several systems
    userunknown.account-you-sent-to-does-not	account you sent to does not exist	userunknown	5	several systems
    userunknown.account-does-not-exist-2	account * does not exist	userunknown	5	several systems
    userunknown.account-invalid	account invalid	userunknown	5	several systems
    userunknown.address-does-not-exist	address does not exist	userunknown	5	several systems
    userunknown.address-doesn-t-exist	address doesn't exist	userunknown	5	several systems
    userunknown.address-unknown-2	address unknown	userunknown	5	several systems
    userunknown.address-not-found-2	address not found	userunknown	5	several systems
    userunknown.address-not-present-in-directory	address not present in directory	userunknown	5	several systems
    userunknown.address-no-longer-exists	address no longer exists	userunknown	5	several systems
    userunknown.address-is-unknown	address is unknown	userunknown	5	several systems
    userunknown.address-is-not-valid	address is not valid	userunknown	5	several systems
    userunknown.address-invalid-2	address invalid	userunknown	5	several systems
    userunknown.address-rejected-user	address rejected: user	userunknown	5	several systems
    userunknown.address-error	address error	userunknown	4	several systems
    userunknown.address-unkno	address unkno	userunknown	5	several systems
    userunknown.addressee-unknown	addressee unknown	userunknown	5	several systems
    userunknown.addresses-were-unknown	addresses were unknown	userunknown	5	several systems
    userunknown.address-cannot-be-found	address cannot be found	userunknown	5	several systems
    userunknown.address-could-not-be-found	address could not be found	userunknown	5	several systems
    userunknown.address-couldn-t-be-found	address couldn't be found	userunknown	7	Gmail: the address couldn't be found
    userunknown.wasn-t-found-at	wasn't found at	userunknown	7	Microsoft 365: a wasn't found at example.com
    userunknown.couldn-t-be-found-or	couldn't be found or	userunknown	4	Gmail
    userunknown.wasn-t-delivered-to-because-the	wasn't delivered to * because the address couldn't be found	userunknown	7	Gmail
    userunknown.bad-destination	bad destination	userunknown	5	RFC 3463
    userunknown.bad-destination-mailbox	bad destination mailbox	userunknown	5	RFC 3463 X.1.1
    userunknown.bad-address	bad address	userunknown	5	several systems
    userunknown.bad-recipient	bad recipient	userunknown	5	several systems
    userunknown.badrcptto	badrcptto	userunknown	5	qmail
    userunknown.badrcpt	badrcpt	userunknown	5	several systems
    userunknown.box-does-not-exist	box does not exist	userunknown	5	several systems
    userunknown.can-t-accept-user	can't accept user	userunknown	5	several systems
    userunknown.cannot-find-user	cannot find user	userunknown	5	several systems
    userunknown.cannot-find-the-user	cannot find the user	userunknown	5	several systems
    userunknown.destination-addresses-were-unknown	destination addresses were unknown	userunknown	7	Exchange
    userunknown.destination-mailbox-address-invalid	destination mailbox address invalid	userunknown	5	several systems
    userunknown.destination-not-found	destination not found	userunknown	5	several systems
    userunknown.destination-user-not-found	destination user not found	userunknown	5	several systems
    userunknown.directory-ldap-lookup-failed-no-such	directory/ldap lookup failed: no such	userunknown	5	several systems
    userunknown.email-address-does-not-exist	email address does not exist	userunknown	5	several systems
    userunknown.email-address-could-not-be-found	email address could not be found	userunknown	5	several systems
    userunknown.email-address-not-found	email address not found	userunknown	5	several systems
    userunknown.email-address-wasn-t-found	email address wasn't found	userunknown	5	several systems
    userunknown.email-address-couldn-t-be-found	email address couldn't be found	userunknown	5	several systems
    userunknown.email-account-does-not-exist	email account does not exist	userunknown	5	several systems
    userunknown.e-mail-address-does-not-exist	e-mail address does not exist	userunknown	5	several systems
    userunknown.mail-address-does-not-exist	mail address does not exist	userunknown	5	several systems
    userunknown.the-e-mail-account-does-not	the e-mail account does not exist	userunknown	7	Exchange
    userunknown.e-mail-account-does-not-exist	e-mail account does not exist at the organization	userunknown	7	Exchange: The e-mail account does not exist at the organization this message was sent to
    userunknown.illegal-alias	illegal alias	userunknown	5	several systems
    userunknown.illegal-user	illegal user	userunknown	5	several systems
    userunknown.invalid-address-2	invalid address	userunknown	4	several systems
    userunknown.invalid-account	invalid account	userunknown	5	several systems
    userunknown.invalid-email-address	invalid email address	userunknown	5	several systems
    userunknown.invalid-final-delivery	invalid final delivery	userunknown	7	IMail: Invalid final delivery userid
    userunknown.invalid-final-delivery-user	invalid final delivery user	userunknown	7	IMail
    userunknown.invalid-local-part	invalid local part	userunknown	5	several systems
    userunknown.invalid-mailbox-2	invalid mailbox	userunknown	5	several systems
    userunknown.invalid-mailbox-path	invalid mailbox path	userunknown	5	several systems
    userunknown.invalid-recipient-2	invalid recipient	userunknown	5	several systems
    userunknown.invalid-recipient-name	invalid recipient name	userunknown	5	several systems
    userunknown.invalid-user	invalid user	userunknown	5	several systems
    userunknown.invalid-user-address	invalid user address	userunknown	5	James
    userunknown.invalid-username	invalid username	userunknown	5	several systems
    userunknown.invalid-virtual-user	invalid virtual user	userunknown	5	several systems
    userunknown.is-not-a-known-user	is not a known user	userunknown	5	several systems
    userunknown.is-not-a-valid-mailbox	is not a valid mailbox	userunknown	5	several systems
    userunknown.is-not-a-valid-user	is not a valid user	userunknown	5	several systems
    userunknown.is-not-a-valid-address	is not a valid address	userunknown	5	several systems
    userunknown.is-not-an-active-address-at	is not an active address at this host	userunknown	5	several systems
    userunknown.is-not-known-at-this-site	is not known at this site	userunknown	4	several systems
    userunknown.is-not-valid	is not valid	userunknown	4	several systems
    userunknown.isn-t-a-valid-user	isn't a valid user	userunknown	5	several systems
    userunknown.list-does-not-exist	list does not exist	userunknown	5	several systems
    userunknown.local-user-unknown	local user unknown	userunknown	5	several systems
    userunknown.local-part-does-not-exist	local part does not exist	userunknown	5	several systems
    userunknown.local-recipient-unknown	local recipient unknown	userunknown	5	several systems
    userunknown.mail-box-does-not-exist	mail box does not exist	userunknown	5	several systems
    userunknown.mailbox-does-not-exist	mailbox does not exist	userunknown	5	several systems
    userunknown.mailbox-doesn-t-exist	mailbox doesn't exist	userunknown	5	several systems
    userunknown.mailbox-invalid	mailbox invalid	userunknown	5	several systems
    userunknown.mailbox-not-found	mailbox not found	userunknown	5	several systems
    userunknown.mailbox-not-present	mailbox not present	userunknown	5	several systems
    userunknown.mailbox-not-available	mailbox not available	userunknown	5	several systems
    userunknown.mailbox-unknown-2	mailbox unknown	userunknown	5	several systems
    userunknown.mailbox-is-unavailable	mailbox is unavailable	userunknown	5	several systems
    userunknown.mailbox-unavailable	mailbox unavailable	userunknown	5	RFC 5321 550
    userunknown.mailbox-unavailable-2	mailbox * unavailable	userunknown	5	several systems
    userunknown.mailbox-does-not-exist-2	mailbox * does not exist	userunknown	5	several systems
    userunknown.mailbox-not-found-2	mailbox * not found	userunknown	5	several systems
    userunknown.mailbox-doesn-t-exist-2	mailbox * doesn't exist	userunknown	5	several systems
    userunknown.mail-box-not-found	mail-box not found	userunknown	5	several systems
    userunknown.message-recipient-not-found	message recipient not found	userunknown	5	several systems
    userunknown.must-be-a-valid-recipient	must be a valid recipient	userunknown	5	several systems
    userunknown.name-not-found	name not found	userunknown	4	several systems
    userunknown.recipientnotfound	recipientnotfound	userunknown	7	Exchange 2007
    userunknown.resolver-adr-recipnotfound	resolver.adr.recipnotfound	userunknown	7	Exchange 2007
    userunknown.resolver-adr-recipientnotfound	resolver.adr.recipientnotfound	userunknown	7	Exchange
    userunknown.resolver-adr-exrecipnotfound	resolver.adr.exrecipnotfound	userunknown	7	Exchange 2007
    userunknown.recipient-not-found	recipient not found	userunknown	5	Exchange
    userunknown.recipient-not-found-by-smtp-address	recipient not found by smtp address lookup	userunknown	7	Exchange 365 5.1.10
    userunknown.recipient-name-is-not-recognized	recipient name is not recognized	userunknown	7	Exchange 5.5
    userunknown.recipient-no-longer	recipient no longer	userunknown	5	several systems
    userunknown.recipient-does-not-exist	recipient does not exist	userunknown	5	several systems
    userunknown.recipient-doesn-t-exist	recipient doesn't exist	userunknown	5	several systems
    userunknown.recipient-does-not-exist-2	recipient * does not exist	userunknown	5	several systems
    userunknown.recipient-not-found-2	recipient * not found	userunknown	5	several systems
    userunknown.recipient-unknown-2	recipient unknown	userunknown	5	several systems
    userunknown.recipient-is-unknown	recipient is unknown	userunknown	5	several systems
    userunknown.recipient-is-not-accepted	recipient is not accepted	userunknown	5	several systems
    userunknown.recipient-is-not-local	recipient is not local	userunknown	5	several systems
    userunknown.recipient-is-not-known	recipient is not known	userunknown	5	several systems
    userunknown.recipient-is-not-exist	recipient is not exist	userunknown	5	several systems
    userunknown.recipient-invalid-2	recipient invalid	userunknown	5	several systems
    userunknown.recipient-is-invalid	recipient is invalid	userunknown	5	several systems
    userunknown.recipient-isn-t-valid	recipient isn't valid	userunknown	5	several systems
    userunknown.recipient-not-exist	recipient not exist	userunknown	5	several systems
    userunknown.recipient-not-ok	recipient not ok	userunknown	5	several systems
    userunknown.recipient-not-known	recipient not known	userunknown	5	several systems
    userunknown.recipient-not-allowed	recipient not allowed	userunknown	5	several systems
    userunknown.recipient-refuses-to-accept	recipient refuses to accept	userunknown	5	several systems
    userunknown.recipient-rejected	recipient rejected	userunknown	5	Cox: recipient rejected
    userunknown.recipient-address-rejected-user	recipient address rejected: user	userunknown	5	Postfix
    userunknown.recipient-address-rejected-unknown	recipient address rejected: unknown	userunknown	5	Postfix
    userunknown.recipient-address-rejected-invalid-user	recipient address rejected: invalid user	userunknown	5	Postfix
    userunknown.recipient-address-rejected-invalid-recipient	recipient address rejected: invalid-recipient	userunknown	5	Postfix
    userunknown.recipient-address-rejected-undeliverable-add	recipient address rejected: undeliverable address	userunknown	5	Postfix verify
    userunknown.recipient-address-rejected-in-reply-to	recipient address rejected. (in reply to rcpt to command)	userunknown	5	Postfix
    userunknown.recipient-address-rejected-no-such	recipient address rejected: no such	userunknown	5	several systems
    userunknown.recipient-address-rejected-access-denied	recipient address rejected: access denied	userunknown	5	Microsoft 365 5.4.1: the recipient is not in the directory
    userunknown.recipient-address-not-found	recipient address not found	userunknown	5	several systems
    userunknown.recipient-address-does-not-exist	recipient address does not exist	userunknown	5	several systems
    userunknown.recipient-address-unknown	recipient address unknown	userunknown	5	several systems
    userunknown.recipient-unknown-in	recipient unknown in	userunknown	5	several systems
    userunknown.rcpt-does-not-exist	rcpt (*) does not exist	userunknown	5	several systems
    userunknown.rcpt-does-not-exist-2	rcpt * does not exist	userunknown	5	several systems
    userunknown.rcpt-unknown	rcpt * unknown	userunknown	5	several systems
    userunknown.requested-action-not-taken-mailbox-unavailab	requested action not taken: mailbox unavailable	userunknown	5	RFC 5321 550
    userunknown.requested-mail-action-not-taken-mailbox	requested mail action not taken: mailbox not found	userunknown	5	RFC 5321
    userunknown.requested-mail-action-not-taken-no	requested mail action not taken: no such user	userunknown	5	several systems
    userunknown.such-mailbox	such mailbox	userunknown	4	several systems
    userunknown.sorry-i-couldn-t-find-any	sorry, i couldn't find any * named	userunknown	5	several systems
    userunknown.sorry-user-unknown	sorry, user unknown	userunknown	5	vpopmail
    userunknown.sorry-no-mailbox	sorry, no mailbox	userunknown	5	qmail
    userunknown.sorry-no-mailbox-here	sorry, no mailbox here	userunknown	5	qmail
    userunknown.sorry-no-such	sorry, no such	userunknown	5	several systems
    userunknown.undeliverable-address	undeliverable address	userunknown	5	Postfix
    userunknown.unable-to-find-recipient	unable to find recipient	userunknown	5	several systems
    userunknown.unable-to-find-alias-user	unable to find alias user	userunknown	5	several systems
    userunknown.unexpected-recipient	unexpected recipient	userunknown	5	several systems
    userunknown.username-is-unknown	username is unknown	userunknown	5	several systems
    userunknown.vdeliver-invalid-or-unknown	vdeliver: invalid or unknown	userunknown	5	vpopmail
    userunknown.we-have-no-user	we have no user	userunknown	5	several systems
    userunknown.we-do-not-have-a-user	we do not have a user	userunknown	5	several systems
    userunknown.there-is-no-user	there is no user	userunknown	5	several systems
    userunknown.there-is-no-one-at-this	there is no one at this address	userunknown	5	several systems
    userunknown.there-is-no-account	there is no account	userunknown	5	several systems
    userunknown.there-is-no-mailbox	there is no mailbox	userunknown	5	several systems
    userunknown.there-is-no-such	there is no such	userunknown	5	several systems
    userunknown.this-address-no-longer-exists	this address no longer exists	userunknown	5	several systems
    userunknown.this-address-does-not-receive-mail	this address does not receive mail	userunknown	5	several systems
    userunknown.this-email-address-is-not-known	this email address is not known	userunknown	5	several systems
    userunknown.this-is-not-a-valid	this is not a valid	userunknown	5	several systems
    userunknown.this-is-an-unknown-address	this is an unknown address	userunknown	5	several systems
    userunknown.this-account-does-not-exist	this account does not exist	userunknown	5	several systems
    userunknown.this-user-doesn-t-have	this user doesn't have	userunknown	7	Yahoo: This user doesn't have a yahoo.com account
    userunknown.no-longer-with	no longer with	userunknown	5	several systems
    userunknown.no-longer-works-here	no longer works here	userunknown	5	several systems
    userunknown.no-longer-available	no longer available	userunknown	4	several systems
    userunknown.nie-ma-takiego-uzytkownika	nie ma takiego uzytkownika	userunknown	5	Polish
    userunknown.nie-istnieje	nie istnieje	userunknown	5	Polish
    userunknown.utilisateur-inconnu	utilisateur inconnu	userunknown	5	French
    userunknown.utilisateur-inexistant	utilisateur inexistant	userunknown	5	French
    userunknown.adresse-d-au-moins-un-destinataire	adresse d au moins un destinataire invalide	userunknown	7	laposte.net
    userunknown.adresse-d-au-moins-un-destinataire-2	adresse d'au moins un destinataire invalide	userunknown	7	laposte.net
    userunknown.adresse-inexistante	adresse inexistante	userunknown	5	French
    userunknown.destinataire-inconnu	destinataire inconnu	userunknown	5	French
    userunknown.boite-inconnue	boite inconnue	userunknown	5	French
    userunknown.adresse-inconnue	adresse inconnue	userunknown	5	French
    userunknown.unbekannter-empf-nger	unbekannter empfänger	userunknown	5	German
    userunknown.unbekannter-benutzer	unbekannter benutzer	userunknown	5	German
    userunknown.benutzer-unbekannt	benutzer unbekannt	userunknown	5	German
    userunknown.empf-nger-unbekannt	empfänger unbekannt	userunknown	5	German
    userunknown.existiert-nicht	existiert nicht	userunknown	5	German
    userunknown.konnte-nicht-gefunden-werden	konnte nicht gefunden werden	userunknown	5	German
    userunknown.adresse-nicht-gefunden	adresse nicht gefunden	userunknown	5	German
    userunknown.usuario-desconocido	usuario desconocido	userunknown	5	Spanish
    userunknown.usuario-no-existe	usuario no existe	userunknown	5	Spanish
    userunknown.usuario-inexistente	usuario inexistente	userunknown	5	Spanish
    userunknown.cuenta-no-existe	cuenta no existe	userunknown	5	Spanish
    userunknown.destinatario-desconocido	destinatario desconocido	userunknown	5	Spanish
    userunknown.destinatario-no-encontrado	destinatario no encontrado	userunknown	5	Spanish
    userunknown.utente-sconosciuto	utente sconosciuto	userunknown	5	Italian
    userunknown.utente-non-trovato	utente non trovato	userunknown	5	Italian
    userunknown.casella-inesistente	casella inesistente	userunknown	5	Italian
    userunknown.destinatario-sconosciuto	destinatario sconosciuto	userunknown	5	Italian
    userunknown.usu-rio-desconhecido	usuário desconhecido	userunknown	5	Portuguese
    userunknown.usuario-desconhecido	usuario desconhecido	userunknown	5	Portuguese
    userunknown.usu-rio-n-o-existe	usuário não existe	userunknown	5	Portuguese
    userunknown.destinat-rio-n-o-encontrado	destinatário não encontrado	userunknown	5	Portuguese
    userunknown.xd0bdd0b5d18220d182	нет такого пользователя	userunknown	5	Russian
    userunknown.xd0bfd0bed0bbd18cd0	пользователь не найден	userunknown	5	Russian
    userunknown.xd0bfd0bed0bbd18cd0-2	пользователь * не найден	userunknown	5	Russian
    userunknown.xd0b0d0b4d180d0b5d1	адресат не найден	userunknown	5	Russian
    userunknown.xd0bfd0bed0bbd183d1	получатель не найден	userunknown	5	Russian
    userunknown.xd0bdd0b520d181d183	не существует	userunknown	5	Russian
    userunknown.xd0bdd0b5d0b8d0b7d0	неизвестный пользователь	userunknown	5	Russian
    userunknown.xe794a8e688b7e4b88d	用户不存在	userunknown	5	QQ, NetEase
    userunknown.xe694b6e4bbb6e4baba	收件人不存在	userunknown	5	Chinese
    userunknown.xe694b6e4bbb6e4baba-2	收件人地址不存在	userunknown	5	Chinese
    userunknown.xe982aee7aeb1e4b88d	邮箱不存在	userunknown	5	Chinese
    userunknown.xe5b890e688b7e4b88d	帐户不存在	userunknown	5	Chinese
    userunknown.xe8b4a6e688b7e4b88d	账户不存在	userunknown	5	Chinese
    userunknown.xe5b890e58fb7e4b88d	帐号不存在	userunknown	5	Chinese
    userunknown.xe982aee4bbb6e59cb0	邮件地址不存在	userunknown	5	Chinese
    userunknown.xe59cb0e59d80e4b88d	地址不存在	userunknown	5	Chinese
    userunknown.xe689bee4b88de588b0	找不到用户	userunknown	5	Chinese
    userunknown.xe69fa5e784a1e6ada4	查無此人	userunknown	5	Chinese (Taiwan)
    userunknown.xe69fa5e697a0e6ada4	查无此人	userunknown	5	Chinese
    userunknown.xe4bdbfe794a8e88085	使用者不存在	userunknown	5	Chinese (Taiwan)
    userunknown.xe694b6e4bbb6e88085	收件者不存在	userunknown	5	Chinese (Taiwan)
    userunknown.xe4bfa1e7aeb1e4b88d	信箱不存在	userunknown	5	Chinese (Taiwan)
    userunknown.xe38182e381a6e58588	あて先 * 存在しません	userunknown	5	Japanese
    userunknown.xe5ae9be58588e381ae	宛先のメールアドレスが存在しません	userunknown	5	Japanese
    userunknown.xe383a1e383bce383ab	メールアドレスが見つかりません	userunknown	5	Japanese
    userunknown.xe383a6e383bce382b6	ユーザーが存在しません	userunknown	5	Japanese
    userunknown.xe5ae9be58588e3818c	宛先が見つかりません	userunknown	5	Japanese
    userunknown.xe5ad98e59ca8e38197	存在しません	userunknown	5	Japanese
    userunknown.xeca1b4ec9eaced9598	존재하지 않는	userunknown	5	Korean
    userunknown.xec82acec9aa9ec9e90	사용자가 없습니다	userunknown	5	Korean
    userunknown.xecb0beec9d8420ec88	찾을 수 없습니다	userunknown	5	Korean
    hostunknown.as-the-remote-domain-doesnt-exist	as the remote domain doesnt exist	hostunknown	7	au
    hostunknown.because-the-domain-is-not-reachable	because the domain is not reachable	hostunknown	7	Outlook
    hostunknown.domain-invalid	domain * invalid	hostunknown	3	several systems
    hostunknown.no-such-domain	no * such * domain	hostunknown	3	several systems
    hostunknown.invalid-domain	invalid * domain	hostunknown	3	several systems
    hostunknown.unknown-host	unknown * host	hostunknown	3	several systems
    hostunknown.unknown-domain	unknown * domain	hostunknown	3	several systems
    hostunknown.host-not-exist	host * not exist	hostunknown	3	several systems
    hostunknown.host-unknown	host * unknown	hostunknown	3	several systems
    hostunknown.domain-unknown	domain * unknown	hostunknown	3	several systems
    hostunknown.domain-not-found	domain * not found	hostunknown	3	several systems
    hostunknown.domain-not-exist	domain * not exist	hostunknown	3	several systems
    hostunknown.unrouteable	unrouteable	hostunknown	5	Exim
    hostunknown.lookup-of-failed	lookup of * failed	hostunknown	3	Exim
    hostunknown.illegal-host-domain-name-found	illegal host/domain name found	hostunknown	6	PMDF
    hostunknown.all-relevant-mx-records-point-to	all relevant mx records point to non-existent hosts	hostunknown	7	Exim
    hostunknown.couldn-t-find-any-host	couldn't find any host	hostunknown	6	qmail
    hostunknown.domain-may-not-exist-or-dns	domain may not exist or dns check failed	hostunknown	6	QQ
    hostunknown.dns-domain-does-not-exist	dns domain * does not exist	hostunknown	7	Microsoft 5.4.310
    hostunknown.smtpsend-dns-nonexistentdomain	smtpsend.dns.nonexistentdomain	hostunknown	7	Exchange 2007
    hostunknown.bad-destination-host	bad destination host	hostunknown	6	several systems
    hostunknown.invalid-domain-part	invalid domain part	hostunknown	6	several systems
    hostunknown.no-mx-record-found	no mx record found	hostunknown	6	several systems
    hostunknown.all-host-address-lookups-failed-permanently	all host address lookups failed permanently	hostunknown	6	several systems
    hostunknown.the-account-or-domain-may-not	the account or domain may not exist	hostunknown	6	several systems
    hostunknown.unroutable-address	unroutable address	hostunknown	6	several systems
    hostunknown.unrouteable-address	unrouteable address	hostunknown	6	several systems
    hostunknown.host-unknown-2	host unknown	hostunknown	6	Sendmail
    hostunknown.host-not-found	host not found	hostunknown	6	Sendmail, Postfix
    hostunknown.host-not-found-2	host * not found	hostunknown	5	DragonFly, Postfix
    hostunknown.host-or-domain-name-not-found	host or domain name not found	hostunknown	6	Postfix
    hostunknown.host-does-not-exist	host does not exist	hostunknown	6	several systems
    hostunknown.host-unreachable-unknown	host unreachable: unknown	hostunknown	5	several systems
    hostunknown.domain-does-not-exist	domain does not exist	hostunknown	6	OpenSMTPD
    hostunknown.domain-doesn-t-exist	domain doesn't exist	hostunknown	6	several systems
    hostunknown.domain-not-exist-2	domain not exist	hostunknown	6	several systems
    hostunknown.domain-not-found-2	domain not found	hostunknown	6	several systems
    hostunknown.domain-is-not-reachable	domain is not reachable	hostunknown	5	several systems
    hostunknown.domain-must-exist	domain must exist	hostunknown	6	several systems
    hostunknown.domain-unknown-2	domain unknown	hostunknown	5	several systems
    hostunknown.domain-name-not-found	domain name not found	hostunknown	6	several systems
    hostunknown.domain-mentioned-in-email-address-is	domain mentioned in email address is unknown	hostunknown	6	several systems
    hostunknown.domain-couldn-t-be-found	domain * couldn't be found	hostunknown	6	Gmail
    hostunknown.domain-wasn-t-found	domain * wasn't found	hostunknown	5	several systems
    hostunknown.domain-does-not-exist-2	domain * does not exist	hostunknown	6	several systems
    hostunknown.because-the-domain	because the domain	hostunknown	6	Gmail: because the domain example.com couldn't be found
    hostunknown.unknown-host-2	unknown host	hostunknown	6	several systems
    hostunknown.unknown-domain-2	unknown domain	hostunknown	6	several systems
    hostunknown.no-such-host	no such host	hostunknown	6	several systems
    hostunknown.no-such-domain-2	no such domain	hostunknown	6	several systems
    hostunknown.non-existent-domain	non-existent domain	hostunknown	6	several systems
    hostunknown.nonexistent-domain	nonexistent domain	hostunknown	6	several systems
    hostunknown.nxdomain	nxdomain	hostunknown	6	RFC 1035
    hostunknown.bad-destination-system	bad destination system	hostunknown	6	RFC 3463 X.1.2
    hostunknown.recipient-domain-must-exist	recipient domain must exist	hostunknown	5	Postfix
    hostunknown.recipient-address-rejected-domain-not-found	recipient address rejected: domain not found	hostunknown	6	Postfix
    hostunknown.mail-domain-mentioned-in-email-address	mail domain mentioned in email address is unknown	hostunknown	5	Exim
    hostunknown.invalid-domain-name	invalid domain name	hostunknown	5	several systems
    hostunknown.invalid-host	invalid host	hostunknown	5	several systems
    hostunknown.couldn-t-find-any-host-named	couldn't find any host named	hostunknown	6	qmail
    hostunknown.couldn-t-find-any-host-by	couldn't find any host by that name	hostunknown	6	qmail
    hostunknown.unresolvable-domain	unresolvable domain	hostunknown	6	several systems
    hostunknown.unroutable-domain	unroutable domain	hostunknown	5	several systems
    hostunknown.unrouteable-mail-domain	unrouteable mail domain	hostunknown	6	Exim
    hostunknown.unrouteable-domain	unrouteable domain	hostunknown	5	Exim
    hostunknown.cannot-find-host	cannot find * host	hostunknown	5	several systems
    hostunknown.name-or-service-not-known	name or service not known	hostunknown	5	several systems
    hostunknown.original-message-sent-to-a-nonexistent	original message sent to a nonexistent domain	hostunknown	5	several systems
    hostunknown.dns-error-domain-name-not-found	dns error: domain name not found	hostunknown	6	Gmail
    hostunknown.dns-server-returned-answer-with-no	dns server returned answer with no data	hostunknown	5	Gmail
    hostunknown.dns-type-mx-lookup-of-responded	dns type 'mx' lookup of * responded with code nxdomain	hostunknown	5	Gmail
    hostunknown.xe38389e383a1e382a4	ドメインが見つかりません	hostunknown	5	Japanese
    hostunknown.xe59f9fe5908de4b88d	域名不存在	hostunknown	5	Chinese
    notaccept.no-route-for-current-request	no route for current request	notaccept	6	several systems
    notaccept.mail-receiving-disabled	mail receiving disabled	notaccept	6	several systems
    notaccept.destination-seem-to-reject-all-mails	destination seem to reject all mails	notaccept	6	OpenSMTPD
    notaccept.no-host-found-for-existing-smtp	no host found for existing smtp connection	notaccept	6	Exim
    notaccept.does-not-accept-mail	does not accept mail	notaccept	5	RFC 7505: Domain a does not accept mail (nullMX)
    notaccept.doesn-t-accept-mail	doesn't accept mail	notaccept	5	several systems
    notaccept.does-not-accept-email	does not accept email	notaccept	5	several systems
    notaccept.null-mx	null mx	notaccept	5	RFC 7505
    notaccept.nullmx	nullmx	notaccept	5	Postfix
    notaccept.has-null-mx	has null mx	notaccept	5	RFC 7505
    notaccept.mx-record-indicated-no-smtp-service	mx record indicated no smtp service	notaccept	5	Exim
    notaccept.mx-or-srv-record-indicated-no	mx or srv record indicated no smtp service	notaccept	5	Exim
    notaccept.name-server-host-not-found	name server: .: host not found	notaccept	5	Sendmail
    notaccept.host-domain-does-not-accept-mail	host/domain does not accept mail	notaccept	5	Postfix
    notaccept.host-does-not-accept-mail	host does not accept mail	notaccept	5	Postfix
    notaccept.no-mx-record-found-for-domain	no mx record found for domain	notaccept	5	several systems
    notaccept.smtp-protocol-returned-a-permanent-error	smtp protocol returned a permanent error: host does not accept	notaccept	5	several systems
    notaccept.recipient-address-has-null-mx	recipient address has null mx	notaccept	5	RFC 7505 5.1.10
    notaccept.could-not-find-a-mail-exchanger	could not find a mail exchanger or ip address	notaccept	5	qmail
    notaccept.couldn-t-find-a-mail-exchanger	couldn't find a mail exchanger or ip address	notaccept	5	qmail
    notaccept.no-smtp-service	no smtp service	notaccept	5	several systems
    notaccept.no-mail-exchanger	no mail exchanger	notaccept	5	several systems
    notaccept.delivery-system-not-accepting-mail	delivery system not accepting mail	notaccept	5	several systems
    notaccept.system-not-accepting-network-messages	system not accepting network messages	notaccept	5	RFC 3463 X.3.2
    notaccept.domain-does-not-exist-or-has	domain does not exist or has no mx	notaccept	5	several systems
    """#
