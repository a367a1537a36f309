/// Words that announce a failure or a delay.
///
/// Columns, parted by tabs: id, words (a space is any white space, " * " up to 160 other bytes), meaning,
/// weight (9 outranks 1), the mail system or document that writes these words.
let announcementRules = #"""
    failed.could-not-be-delivered-to	could not be delivered to	failed	5	Exim, Postfix
    failed.could-not-be-delivered	could not be delivered	failed	5	several systems
    failed.couldn-t-be-delivered	couldn't be delivered	failed	5	Gmail, Microsoft 365
    failed.cannot-be-delivered	cannot be delivered	failed	5	qmail family, PMDF
    failed.can-t-be-delivered	can't be delivered	failed	5	several systems
    failed.can-not-be-delivered	can not be delivered	failed	5	several systems
    failed.was-not-delivered	was not delivered	failed	5	Domino
    failed.were-not-delivered	were not delivered	failed	5	several systems
    failed.wasn-t-delivered	wasn't delivered	failed	5	Gmail
    failed.not-be-delivered-to-the-following	not be delivered to the following	failed	5	several systems
    failed.did-not-reach-the-following-recipient	did not reach the following recipient	failed	5	Exchange
    failed.did-not-reach-some-or-all	did not reach some or all of the intended recipients	failed	5	Exchange
    failed.could-not-be-reached	could not be reached	failed	5	Exchange
    failed.had-permanent-fatal-errors	had permanent fatal errors	failed	5	Sendmail
    failed.had-permanent-delivery-errors	had permanent delivery errors	failed	5	MOS
    failed.had-delivery-errors	had delivery errors	failed	5	several systems
    failed.had-fatal-errors	had fatal errors	failed	5	Sendmail
    failed.permanent-fatal-errors	permanent fatal errors	failed	5	Sendmail
    failed.permanent-error	permanent error	failed	5	Exim, qmail
    failed.this-is-a-permanent-error-i	this is a permanent error; i've given up	failed	5	qmail
    failed.wasn-t-able-to-deliver-your	wasn't able to deliver your message	failed	5	qmail
    failed.was-unable-to-deliver-your-message	was unable to deliver your message	failed	5	several systems
    failed.was-unable-to-deliver-the-message	was unable to deliver the message	failed	5	several systems
    failed.was-not-able-to-deliver	was not able to deliver	failed	5	several systems
    failed.were-unable-to-deliver-your-message	were unable to deliver your message	failed	5	Yahoo
    failed.unable-to-deliver-your-message	unable to deliver your message	failed	5	several systems
    failed.unable-to-deliver-message-to	unable to deliver message to	failed	5	MailFoundry
    failed.unable-to-deliver-mail	unable to deliver mail	failed	5	several systems
    failed.unable-to-deliver-to	unable to deliver to	failed	5	several systems
    failed.unable-to-deliver-the	unable to deliver the	failed	5	several systems
    failed.unable-to-deliver-this-message	unable to deliver this message	failed	5	several systems
    failed.not-able-to-deliver	not able to deliver	failed	5	several systems
    failed.could-not-deliver-your-message	could not deliver your message	failed	5	several systems
    failed.could-not-deliver	could not deliver	failed	5	several systems
    failed.cannot-deliver	cannot deliver	failed	5	several systems
    failed.can-t-deliver	can't deliver	failed	5	several systems
    failed.error-delivering-your-mail	error delivering your mail	failed	5	DragonFly
    failed.error-occurred-while-attempting-to-deliver	error occurred while attempting to deliver	failed	5	OpenSMTPD
    failed.error-occurred-while-trying-to-deliver	error occurred while trying to deliver	failed	5	Amazon WorkMail, SES
    failed.error-while-delivering	error while delivering	failed	5	several systems
    failed.errors-occurred-while	errors occurred while	failed	5	several systems
    failed.error-in-delivering	error in delivering	failed	5	several systems
    failed.problem-delivering	problem delivering	failed	5	several systems
    failed.problems-delivering	problems delivering	failed	5	several systems
    failed.delivery-to-the-following-recipient	delivery to the following recipient	failed	5	Gmail: Delivery to the following recipient failed permanently
    failed.delivery-to-the-following-recipients-failed	delivery to the following recipients failed	failed	5	Exchange
    failed.delivery-to-the-following-address	delivery to the following address	failed	5	several systems
    failed.delivery-to-the-following-addresses-failed	delivery to the following addresses failed	failed	5	several systems
    failed.delivery-of-the-following-message-failed	delivery of the following message failed	failed	5	several systems
    failed.delivery-to-these-recipients	delivery to these recipients	failed	5	several systems
    failed.delivery-to-following	delivery to following	failed	5	several systems
    failed.delevery-to-the-following-recipients-failed	delevery to the following recipients failed	failed	5	several systems
    failed.delivery-failure	delivery failure	failed	5	several systems
    failed.delivery-has-failed-to-these-recipients	delivery has failed to these recipients	failed	5	Exchange 2007
    failed.delivery-has-failed	delivery has failed	failed	5	PMDF
    failed.delivery-failed	delivery failed	failed	5	several systems
    failed.delivery-failed-for	delivery failed for	failed	5	several systems
    failed.delivery-failed-to	delivery failed to	failed	5	several systems
    failed.delivery-failed-attempts	delivery failed * attempts	failed	5	IMail
    failed.delivery-error	delivery error	failed	5	several systems
    failed.delivery-status-notification-failure	delivery status notification * failure	failed	5	several systems
    failed.delivery-status-notification-error	delivery status notification: error	failed	5	OpenSMTPD
    failed.delivery-not-possible	delivery not possible	failed	5	several systems
    failed.mail-delivery-failed	mail delivery failed	failed	5	Exim
    failed.mail-delivery-failure	mail delivery failure	failed	5	several systems
    failed.mail-delivery-problem	mail delivery problem	failed	5	AOL
    failed.mail-delivery-error	mail delivery error	failed	5	several systems
    failed.failed-to-deliver	failed to deliver	failed	5	several systems
    failed.failed-to-be-delivered	failed to be delivered	failed	5	several systems
    failed.failed-permanently	failed permanently	failed	5	Gmail
    failed.failed-recipient	failed recipient	failed	5	several systems
    failed.failed-recipients	failed recipients	failed	5	CSMAP
    failed.failed-addresses-follow	failed addresses follow	failed	5	Smail
    failed.failed-to-reach	failed to reach	failed	5	several systems
    failed.following-addresses-failed	following addresses failed	failed	5	several systems
    failed.following-address-failed	following address failed	failed	5	1&1
    failed.address-es-failed	address(es) failed	failed	5	Exim
    failed.following-address-es	following address(es)	failed	5	Exim
    failed.following-recipients-could-not	following recipients could not	failed	5	several systems
    failed.following-recipient-could-not	following recipient could not	failed	5	several systems
    failed.following-recipient-s-could-not-be	following recipient(s) could not be reached	failed	5	Exchange
    failed.following-recipients-did-not-receive	following recipients did not receive	failed	5	several systems
    failed.following-recipients-failed	following recipients failed	failed	5	several systems
    failed.following-recipient-s-failed	following recipient(s) failed	failed	5	several systems
    failed.following-destination-addresses-were-unknown	following destination addresses were unknown	failed	5	Exchange
    failed.following-list-of-recipients	following list of recipients	failed	5	OpenSMTPD
    failed.these-recipients-or-groups	these recipients or groups	failed	5	Exchange
    failed.your-message-can-t-be-delivered	your message can't be delivered	failed	5	several systems
    failed.your-message-wasn-t-delivered	your message wasn't delivered	failed	5	several systems
    failed.your-message-couldn-t-be-delivered	your message couldn't be delivered	failed	5	Microsoft 365
    failed.your-message-was-not-delivered	your message was not delivered	failed	5	several systems
    failed.your-message-could-not-be-delivered	your message could not be delivered	failed	5	several systems
    failed.your-message-to-couldn-t-be	your message to * couldn't be delivered	failed	5	Microsoft 365
    failed.your-message-did-not-reach	your message did not reach	failed	5	Exchange
    failed.your-mail-to-the-following-recipients	your mail to the following recipients could not be delivered	failed	5	AOL
    failed.your-mail-could-not-be-delivered	your mail could not be delivered	failed	5	several systems
    failed.your-email-was-not-delivered	your email was not delivered	failed	5	several systems
    failed.your-e-mail-was-not-delivered	your e-mail was not delivered	failed	5	several systems
    failed.your-email-could-not-be-delivered	your email could not be delivered	failed	5	several systems
    failed.your-email-couldn-t-be-delivered	your email couldn't be delivered	failed	5	several systems
    failed.your-mail-message-to-the-following	your mail message to the following address	failed	5	Postini
    failed.message-that-you-sent-could-not	message that you sent could not be delivered	failed	5	Exim
    failed.message-not-delivered	message not delivered	failed	5	several systems
    failed.message-could-not-be-delivered	message could not be delivered	failed	5	several systems
    failed.message-undeliverable	message undeliverable	failed	5	several systems
    failed.message-delivery-has-failed	message delivery has failed	failed	5	MailFoundry
    failed.message-delivery-failed	message delivery failed	failed	5	several systems
    failed.message-returned	message returned	failed	5	several systems
    failed.mail-returned	mail returned	failed	5	several systems
    failed.mail-failed-returning-to-sender	mail failed, returning to sender	failed	5	Smail
    failed.mail-could-not-be-delivered	mail could not be delivered	failed	5	InterScan
    failed.mail-undeliverable	mail undeliverable	failed	5	several systems
    failed.non-delivery-notification	non delivery notification	failed	5	several systems
    failed.non-delivery-notification-2	non-delivery notification	failed	5	several systems
    failed.non-deliverable-mail	non-deliverable mail	failed	5	several systems
    failed.non-delivery-report	non-delivery report	failed	5	several systems
    failed.nondeliverable-mail	nondeliverable mail	failed	5	several systems
    failed.no-valid-recipients-were-found-for	no valid recipients were found for this message	failed	5	Smail
    failed.permanent-failure	permanent failure	failed	5	several systems
    failed.permanent-delivery-failure	permanent delivery failure	failed	5	several systems
    failed.returned-mail	returned mail	failed	5	Sendmail
    failed.returned-to-sender	returned to sender	failed	5	Postfix
    failed.returning-message-to-sender	returning message to sender	failed	5	Exim
    failed.return-to-sender	return to sender	failed	5	several systems
    failed.returning-your-mail	returning your mail	failed	5	several systems
    failed.undeliverable	undeliverable	failed	5	Exchange
    failed.undelivered-mail	undelivered mail	failed	5	Postfix
    failed.undelivered-message	undelivered message	failed	5	several systems
    failed.undeliverable-mail	undeliverable mail	failed	5	IMail
    failed.undeliverable-message	undeliverable message	failed	5	Lotus
    failed.unable-to-process-your-message	unable to process your message	failed	5	several systems
    failed.unknown-recipient	unknown recipient	failed	5	several systems
    failed.user-unknown	user unknown	failed	5	several systems
    failed.failure-notice	failure notice	failed	5	qmail
    failed.failure-notification	failure notification	failed	5	several systems
    failed.failure-delivery	failure delivery	failed	5	several systems
    failed.failure-reasons	failure reasons	failed	5	Lotus
    failed.failed-mail	failed mail	failed	5	several systems
    failed.bounced-mail	bounced mail	failed	5	several systems
    failed.bounce-notification	bounce notification	failed	5	several systems
    failed.i-wasn-t-able-to-deliver	i wasn't able to deliver	failed	5	qmail
    failed.i-m-sorry-to-have-to	i'm sorry to have to inform you that	failed	5	Postfix
    failed.sorry-to-have-to-inform-you	sorry to have to inform you	failed	5	Postfix
    failed.invalid-final-delivery-userid	invalid final delivery userid	failed	5	IMail
    failed.user-mailbox-exceeds-allowed-size	user mailbox exceeds allowed size	failed	5	IMail
    failed.the-group-you-tried-to-contact	the group you tried to contact	failed	5	Google Groups
    failed.that-s-not-a-valid-user	that's not a valid user here	failed	5	several systems
    failed.is-not-a-valid-user	is not a valid user	failed	5	several systems
    failed.account-has-been-disabled-or-discontinued	account has been disabled or discontinued	failed	5	Yahoo
    failed.user-s-mailbox-is-full	user's mailbox is full	failed	5	several systems
    failed.did-not-exactly-match-an	did not exactly match an	failed	5	LLNL
    failed.has-been-rejected	has been rejected	failed	5	several systems
    failed.has-been-returned	has been returned	failed	5	several systems
    failed.bouncetype-permanent	bouncetype":"permanent	failed	5	Amazon SNS
    failed.notificationtype-bounce	notificationtype\":\"bounce	failed	5	Amazon SNS
    failed.notificationtype-bounce-2	notificationtype":"bounce	failed	5	Amazon SNS
    failed.doru-en-se-nezda-ilo	doručení * se nezdařilo	failed	5	Czech
    failed.zpr-va-nebyla-doru-ena	zpráva nebyla doručena	failed	5	Czech
    failed.konnte-nicht-zugestellt-werden	konnte nicht zugestellt werden	failed	5	German
    failed.konnte-nicht-bermittelt-werden	konnte nicht übermittelt werden	failed	5	German
    failed.nicht-zugestellt-werden	nicht zugestellt werden	failed	5	German
    failed.unzustellbar	unzustellbar	failed	5	German Exchange
    failed.nicht-zustellbar	nicht zustellbar	failed	5	German
    failed.zustellung-fehlgeschlagen	zustellung fehlgeschlagen	failed	5	German
    failed.zustellung-fehlgeschlagen-2	zustellung * fehlgeschlagen	failed	5	German
    failed.fehler-bei-der-nachrichtenzustellung	fehler bei der nachrichtenzustellung	failed	5	German Exchange
    failed.non-remis	non remis	failed	5	French Exchange
    failed.n-a-pas-pu-tre-remis	n'a pas pu être remis	failed	5	French
    failed.n-a-pas-pu-etre-remis	n'a pas pu etre remis	failed	5	French
    failed.n-a-pu-tre-d-livr	n'a pu être délivré	failed	5	French
    failed.n-a-pas-pu-tre-d	n'a pas pu être délivré	failed	5	French
    failed.n-a-pas-pu-tre-livr	n'a pas pu être livré	failed	5	French
    failed.chec-de-la-remise	échec de la remise	failed	5	French
    failed.echec-de-la-remise	echec de la remise	failed	5	French
    failed.chec-de-remise	échec de remise	failed	5	French
    failed.non-distribuable	non distribuable	failed	5	French
    failed.erreur-de-distribution	erreur de distribution	failed	5	French
    failed.no-se-pudo-entregar	no se pudo entregar	failed	5	Spanish
    failed.no-se-ha-podido-entregar	no se ha podido entregar	failed	5	Spanish
    failed.no-ha-podido-ser-entregado	no ha podido ser entregado	failed	5	Spanish
    failed.no-pudo-ser-entregado	no pudo ser entregado	failed	5	Spanish
    failed.no-se-puede-entregar	no se puede entregar	failed	5	Spanish
    failed.no-entregado	no entregado	failed	5	Spanish
    failed.error-al-entregar	error al entregar	failed	5	Spanish
    failed.error-de-entrega	error de entrega	failed	5	Spanish
    failed.el-mensaje-no-se-entreg	el mensaje no se entregó	failed	5	Spanish
    failed.impossibile-recapitare	impossibile recapitare	failed	5	Italian
    failed.non-stato-possibile-recapitare	non è stato possibile recapitare	failed	5	Italian
    failed.mancato-recapito	mancato recapito	failed	5	Italian
    failed.non-recapitabile	non recapitabile	failed	5	Italian
    failed.consegna-non-riuscita	consegna non riuscita	failed	5	Italian
    failed.n-o-foi-poss-vel-entregar	não foi possível entregar	failed	5	Portuguese
    failed.n-o-p-de-ser-entregue	não pôde ser entregue	failed	5	Portuguese
    failed.falha-na-entrega	falha na entrega	failed	5	Portuguese
    failed.n-o-foi-entregue	não foi entregue	failed	5	Portuguese
    failed.kan-niet-worden-bezorgd	kan niet worden bezorgd	failed	5	Dutch
    failed.kon-niet-worden-bezorgd	kon niet worden bezorgd	failed	5	Dutch
    failed.kon-niet-worden-afgeleverd	kon niet worden afgeleverd	failed	5	Dutch
    failed.onbestelbaar	onbestelbaar	failed	5	Dutch
    failed.niet-bezorgd	niet bezorgd	failed	5	Dutch
    failed.kunde-inte-levereras	kunde inte levereras	failed	5	Swedish
    failed.kunne-ikke-leveres	kunne ikke leveres	failed	5	Danish, Norwegian
    failed.ikke-leveret	ikke leveret	failed	5	Danish
    failed.toimitus-ep-onnistui	toimitus epäonnistui	failed	5	Finnish
    failed.nie-mo-e-zosta-dostarczona	nie może zostać dostarczona	failed	5	Polish
    failed.nie-mog-a-zosta-dostarczona	nie mogła zostać dostarczona	failed	5	Polish
    failed.nie-zosta-a-dostarczona	nie została dostarczona	failed	5	Polish
    failed.nie-mo-e-by-dostarczona	nie może być dostarczona	failed	5	Polish
    failed.nie-dostarczono	nie dostarczono	failed	5	Polish
    failed.xd0bdd0b520d0bcd0be	не может быть доставлено	failed	5	Mail.Ru
    failed.xd0bdd0b520d0b4d0be	не доставлено	failed	5	Mail.Ru
    failed.xd0bdd0b520d0b1d18b	не было доставлено	failed	5	Russian
    failed.xd0bdd0b520d183d0b4	не удалось доставить	failed	5	Yandex
    failed.xd0bdd0b5d0b2d0bed0	невозможно доставить	failed	5	Russian
    failed.xd0b4d0bed181d182d0	доставка * невозможна	failed	5	Russian
    failed.xd0bdd0b5d0b4d0bed1	недоставленное	failed	5	Yandex
    failed.xd0bed188d0b8d0b1d0	ошибка доставки	failed	5	Russian
    failed.iletilemedi	iletilemedi	failed	5	Turkish
    failed.teslim-edilemedi	teslim edilemedi	failed	5	Turkish
    failed.xe7b3bbe7bb9fe98080	系统退信	failed	5	NetEase, QQ
    failed.xe98080e4bfa1	退信	failed	5	Chinese
    failed.xe98080e59b9e	退回	failed	5	Chinese
    failed.xe982aee4bbb6e58f91	邮件发送失败	failed	5	Chinese
    failed.xe58f91e98081e5a4b1	发送失败	failed	5	Chinese
    failed.xe69caae883bde98081	未能送达	failed	5	Chinese
    failed.xe697a0e6b395e98081	无法送达	failed	5	Chinese
    failed.xe697a0e6b395e68a95	无法投递	failed	5	Chinese
    failed.xe68a95e98092e5a4b1	投递失败	failed	5	Chinese
    failed.xe697a0e6b395e58f91	无法发送到以下	failed	5	Chinese
    failed.xe69caae98081e8bebe	未送达	failed	5	Chinese
    failed.xe582b3e98081e5a4b1	傳送失敗	failed	5	Chinese (Taiwan)
    failed.xe784a1e6b395e582b3	無法傳遞	failed	5	Chinese (Taiwan)
    failed.xe784a1e6b395e5af84	無法寄達	failed	5	Chinese (Taiwan)
    failed.xe784a1e6b395e98081	無法送達	failed	5	Chinese (Taiwan)
    failed.xe9858de4bfa1e381a7	配信できません	failed	5	Japanese
    failed.xe9858de4bfa1e4b88d	配信不能	failed	5	Japanese
    failed.xe9858de98081e381a7	配送できません	failed	5	Japanese
    failed.xe98081e4bfa1e381a7	送信できません	failed	5	Japanese
    failed.xe98081e4bfa1e381a7-2	送信できなかった	failed	5	Japanese
    failed.xe98081e4bfa1e381ab	送信に失敗	failed	5	m-FILTER
    failed.xe98081e4bfa1e382a8	送信エラー	failed	5	Japanese
    failed.xe5b18ae38191e3828b	届けることができません	failed	5	Japanese
    failed.xe5b18ae38191e381a7	届けできません	failed	5	Japanese
    failed.xe3818ae5b18ae38191	お届けできません	failed	5	Japanese
    failed.xe9858de4bfa1e381ab	配信に失敗	failed	5	Japanese
    failed.xe9858de98194e381a7	配達できません	failed	5	Japanese
    failed.xebb0b0eb8baceb9098	배달되지	failed	5	Korean
    failed.xeca084ec86a120ec8b	전송 실패	failed	5	Korean
    failed.xeca084eb8baceb9098	전달되지 못	failed	5	Korean
    failed.xebb3b4eb82b4eca780	보내지 못	failed	5	Korean
    failed.xebb098ec86a1	반송	failed	5	Korean
    failed.error-message-below	error message below	failed	5	James
    failed.are-not-member	are not member	failed	5	fml
    failed.not-a-member-of-this-mailing	not a member of this mailing list	failed	5	fml, ezmlm
    failed.duplicated-message-id	duplicated message-id	failed	5	fml
    failed.did-not-receive-a-copy-of	did not receive a copy of your message	failed	5	MDaemon
    failed.receive-a-copy-of-your-message	receive a copy of your message	failed	5	MDaemon
    failed.fatal-delivery-errors	fatal delivery errors	failed	5	MDaemon
    failed.not-delivered-to-the-following	not delivered to the following	failed	5	several systems
    failed.rejected-by-a-remote-mail-server	rejected by a remote mail server	failed	5	au/EZweb
    failed.each-of-the-following-recipients	each of the following recipients	failed	5	au/EZweb
    delayed.will-be-retried	will be retried	delayed	5	several systems
    delayed.will-keep-trying	will keep trying	delayed	5	several systems
    delayed.will-continue-to-be-attempted	will continue to be attempted	delayed	5	several systems
    delayed.will-retry	will retry	delayed	5	several systems
    delayed.will-try-again	will try again	delayed	5	several systems
    delayed.will-be-tried-again	will be tried again	delayed	5	several systems
    delayed.will-be-attempted	will be attempted	delayed	5	several systems
    delayed.still-trying-to-deliver	still trying to deliver	delayed	5	several systems
    delayed.keep-trying	keep trying	delayed	5	Sendmail
    delayed.warning-could-not-send-message-for	warning: could not send message for past	delayed	5	Sendmail
    delayed.this-is-a-warning-message-only	this is a warning message only	delayed	5	Sendmail, Exim
    delayed.you-do-not-need-to-resend	you do not need to resend	delayed	5	Sendmail
    delayed.do-not-resend	do not resend	delayed	5	several systems
    delayed.no-action-is-required-on-your	no action is required on your part	delayed	5	Exim
    delayed.delivery-attempts-will-continue	delivery attempts will continue	delayed	5	Exim
    delayed.delivery-is-delayed-to-these-recipients	delivery is delayed to these recipients	delayed	5	Exchange
    delayed.delivery-to-the-following-recipients-has	delivery to the following recipients has been delayed	delayed	5	Exchange
    delayed.delivery-to-the-following-recipient-has	delivery to the following recipient has been delayed	delayed	5	Gmail
    delayed.message-delayed	message delayed	delayed	5	Exim
    delayed.has-been-delayed	has been delayed	delayed	5	Gmail, Exchange
    delayed.has-not-yet-been-delivered	has not yet been delivered	delayed	5	Exim
    delayed.has-not-been-delivered-yet	has not been delivered yet	delayed	5	several systems
    delayed.have-not-yet-been-delivered	have not yet been delivered	delayed	5	Exim
    delayed.not-been-collected-yet	not been collected yet	delayed	5	several systems
    delayed.delayed-mail	delayed mail	delayed	5	Postfix
    delayed.delayed-delivery	delayed delivery	delayed	5	several systems
    delayed.delivery-delayed	delivery delayed	delayed	5	several systems
    delayed.delivery-status-notification-delay	delivery status notification (delay)	delayed	5	Gmail, Exchange
    delayed.delivery-status-notification-delay-2	delivery status notification * delay	delayed	5	several systems
    delayed.delivery-incomplete	delivery incomplete	delayed	5	Gmail
    delayed.mail-delivery-delayed	mail delivery delayed	delayed	5	several systems
    delayed.message-is-delayed	message is delayed	delayed	5	several systems
    delayed.mail-is-delayed	mail is delayed	delayed	5	several systems
    delayed.warning-message-still-undelivered	warning: message still undelivered	delayed	5	several systems
    delayed.warning-message-delayed	warning: message delayed	delayed	5	Exim
    delayed.still-undelivered	still undelivered	delayed	5	several systems
    delayed.still-being-retried	still being retried	delayed	5	several systems
    delayed.temporarily-delayed	temporarily delayed	delayed	5	several systems
    delayed.temporary-problem-delivering	temporary problem delivering	delayed	5	Gmail: There was a temporary problem delivering your message
    delayed.gmail-will-retry	gmail will retry	delayed	5	Gmail
    delayed.transient-non-fatal-errors	transient non-fatal errors	delayed	5	Sendmail
    delayed.had-transient-non-fatal-errors	had transient non-fatal errors	delayed	5	Sendmail
    delayed.the-server-will-keep	the server will keep	delayed	5	several systems
    delayed.the-mail-server-will-keep	the mail server will keep	delayed	5	several systems
    delayed.postponed-delivery	postponed delivery	delayed	5	several systems
    delayed.wird-weiterhin-versucht	wird weiterhin versucht	delayed	5	German
    delayed.verz-gert	verzögert	delayed	5	German
    delayed.zustellung-verz-gert	zustellung verzögert	delayed	5	German
    delayed.livraison-diff-r-e	livraison différée	delayed	5	French
    delayed.retard	retardé	delayed	5	French
    delayed.retraso-en-la-entrega	retraso en la entrega	delayed	5	Spanish
    delayed.retrasado	retrasado	delayed	5	Spanish
    delayed.xd0b4d0bed181d182d0	доставка отложена	delayed	5	Russian
    delayed.xd0b7d0b0d0b4d0b5d1	задержка доставки	delayed	5	Russian
    delayed.xe5bbb6e8bf9f	延迟	delayed	5	Chinese
    delayed.xe9858de4bfa1e98185	配信遅延	delayed	5	Japanese
    delayed.xe98185e5bbb6	遅延	delayed	5	Japanese
    """#
