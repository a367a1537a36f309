/// More words that announce a failure or a delay, most of them in other languages than English.
///
/// Columns, parted by tabs: id, words (a space is any white space, " * " up to 160 other bytes), meaning,
/// weight (9 outranks 1), the mail system or document that writes these words.
let languageAnnouncementRules = #"""
    failed.could-not-be-sent	could not be sent	failed	5	SurfControl, several systems
    failed.cannot-be-sent	cannot be sent	failed	5	several systems
    failed.was-not-sent	was not sent	failed	5	several systems
    failed.wasn-t-sent	wasn't sent	failed	5	Outlook.com
    failed.unable-to-send-your-message	unable to send your message	failed	5	several systems
    failed.unable-to-send-the-message	unable to send the message	failed	5	several systems
    failed.failed-to-send-to	failed to send to	failed	5	SurfControl
    failed.message-non-deliverable	message non-deliverable	failed	5	SurfControl
    failed.non-deliverable	non-deliverable	failed	5	several systems
    failed.error-sending-your-mail	error sending your mail	failed	5	several systems
    failed.error-sending-your-message	error sending your message	failed	5	several systems
    failed.error-sending	error sending	failed	4	several systems
    failed.trouble-delivering	trouble delivering	failed	5	several systems
    failed.trouble-sending	trouble sending	failed	5	several systems
    failed.rejected-recipient	rejected recipient	failed	5	several systems
    failed.following-recipients-were-affected	following recipients were affected	failed	5	MailMarshal
    failed.following-recipients-were-rejected	following recipients were rejected	failed	5	several systems
    failed.following-addresses-were-rejected	following addresses were rejected	failed	5	several systems
    failed.following-addresses-had	following addresses had	failed	5	Sendmail
    failed.delivery-problems	delivery problems	failed	5	McAfee
    failed.message-has-bounced	message has bounced	failed	5	several systems
    failed.mail-has-bounced	mail has bounced	failed	5	several systems
    failed.message-bounced	message bounced	failed	5	several systems
    failed.address-not-found	address not found	failed	5	Gmail
    failed.message-blocked	message blocked	failed	5	Gmail
    failed.message-rejected	message rejected	failed	5	Gmail
    failed.recipient-inbox-full	recipient inbox full	failed	5	Gmail
    failed.we-were-unable-to-deliver	we were unable to deliver	failed	5	several systems
    failed.i-was-unable-to-deliver	i was unable to deliver	failed	5	MessageLabs
    failed.was-unable-to-deliver	was unable to deliver	failed	5	several systems
    failed.not-able-to-be-delivered	not able to be delivered	failed	5	several systems
    failed.your-message-has-been-refused	your message has been refused	failed	5	several systems
    failed.xa0a3ff02	您的邮件被退回	failed	5	QQ, NetEase
    failed.x8108bd91	邮件被退回	failed	5	QQ, NetEase
    failed.x2f5a5ab8	被退回来了	failed	5	QQ, NetEase
    failed.xf01c7f04	退信原因	failed	5	QQ, NetEase
    failed.x6a0d64f8	退信通知	failed	5	Aliyun
    failed.xa17cf23a	邮件退回	failed	5	Chinese
    failed.x32ed269c	无法发送到	failed	5	QQ
    failed.xad8583fa	不能发送到	failed	5	Chinese
    failed.xed4438a8	发送不成功	failed	5	Chinese
    failed.xec2eac65	未能发送	failed	5	Chinese
    failed.x4daedd91	未能投递	failed	5	Chinese
    failed.xf9591aa0	投递不成功	failed	5	Chinese
    failed.x3c670925	不能投递	failed	5	Chinese
    failed.x65296c0e	不能送达	failed	5	Chinese
    failed.x7626f268	未成功送达	failed	5	Chinese
    failed.x7359adea	未能将邮件传递	failed	5	Exchange, Chinese
    failed.xe4193348	未能传递	failed	5	Exchange, Chinese
    failed.xe636d9eb	无法传递	failed	5	Exchange, Chinese
    failed.x8064bcc2	传递失败	failed	5	Exchange, Chinese
    failed.x3c15f15b	未找到地址	failed	5	Gmail, Chinese
    failed.x319c072e	您的邮件未送达	failed	5	Gmail, Chinese
    failed.x689a37c4	找不到地址	failed	5	Gmail, Chinese
    failed.xd9c4c86c	郵件無法	failed	5	Chinese, traditional
    failed.xfdd76bad	無法傳送	failed	5	Chinese, traditional
    failed.x9498afc1	無法投遞	failed	5	Chinese, traditional
    failed.xc893b570	退信通知信	failed	5	Chinese, traditional
    failed.x04058b85	寄送失敗	failed	5	Chinese, traditional
    failed.xcf4a07cc	郵件退回	failed	5	Chinese, traditional
    delayed.x0660512d	邮件投递延迟	delayed	5	Chinese
    delayed.x6dadc23f	投递延迟	delayed	5	Chinese
    delayed.xbebdd41d	将继续尝试	delayed	5	Chinese
    delayed.xfa3e5460	会继续尝试	delayed	5	Chinese
    delayed.xbf6c3fe6	系统会继续投递	delayed	5	Chinese
    delayed.x0ce1c158	將繼續嘗試	delayed	5	Chinese, traditional
    failed.x24df93fe	配信できませんでした	failed	5	Exchange, Japanese
    failed.xd0e3e995	配信されませんでした	failed	5	Japanese
    failed.x658e8eca	送信されませんでした	failed	5	Japanese
    failed.x5d8beae8	送信することができません	failed	5	Japanese
    failed.xf40e41b6	配送に失敗	failed	5	Japanese
    failed.x5b0b307f	配送エラー	failed	5	Japanese
    failed.xfbb3ff05	配達不能	failed	5	Japanese
    failed.x15403f30	不達通知	failed	5	Japanese
    failed.xcba7c636	不達メール	failed	5	Japanese
    failed.xd869dbfe	宛先不明	failed	5	Japanese
    delayed.x68692a8c	再送を試み	delayed	5	Japanese
    delayed.x73ed9cdc	配信を試み続け	delayed	5	Japanese
    failed.x72e46a84	배달하지 못	failed	5	Korean
    failed.x2b86ebfc	배달할 수 없	failed	5	Korean
    failed.x76cc2775	전달할 수 없	failed	5	Korean
    failed.x662f8478	전송하지 못	failed	5	Korean
    failed.xc7df7ab9	발송 실패	failed	5	Naver, Daum
    failed.x11e70fd5	발송에 실패	failed	5	Naver, Daum
    failed.x2264d25f	메일 반송	failed	5	Korean
    failed.xd35842ef	수신자에게 전달	failed	4	Korean
    failed.konnte-nicht-zustellt	konnte nicht zustellt	failed	4	German
    failed.konnte-nicht-gesendet-werden	konnte nicht gesendet werden	failed	5	German
    failed.konnte-nicht-ausgeliefert-werden	konnte nicht ausgeliefert werden	failed	5	German
    failed.nicht-bermittelt	nicht übermittelt	failed	5	German
    failed.zustellung-nicht-m-glich	zustellung nicht möglich	failed	5	German
    failed.unzustellbare	unzustellbare	failed	5	German
    failed.adresse-nicht-gefunden	adresse nicht gefunden	failed	5	Gmail, German
    failed.n-a-pas-t-remis	n'a pas été remis	failed	5	French
    failed.n-a-pas-t-distribu	n'a pas été distribué	failed	5	French
    failed.n-a-pas-pu-tre-distribu	n'a pas pu être distribué	failed	5	French
    failed.n-a-pas-pu-tre-envoy	n'a pas pu être envoyé	failed	5	French
    failed.impossible-de-remettre	impossible de remettre	failed	5	French
    failed.impossible-de-livrer	impossible de livrer	failed	5	French
    failed.impossible-de-distribuer	impossible de distribuer	failed	5	French
    failed.adresse-introuvable	adresse introuvable	failed	5	Gmail, French
    failed.no-se-ha-entregado	no se ha entregado	failed	5	Spanish
    failed.no-se-entreg	no se entregó	failed	5	Spanish
    failed.no-se-encontr-la-direcci-n	no se encontró la dirección	failed	5	Gmail, Spanish
    failed.impossibile-consegnare	impossibile consegnare	failed	5	Italian
    failed.non-stato-recapitato	non è stato recapitato	failed	5	Italian
    failed.non-stato-consegnato	non è stato consegnato	failed	5	Italian
    failed.mancata-consegna	mancata consegna	failed	5	Italian
    failed.n-o-foi-poss-vel-enviar	não foi possível enviar	failed	5	Portuguese
    failed.n-o-pode-ser-entregue	não pode ser entregue	failed	5	Portuguese
    failed.endere-o-n-o-encontrado	endereço não encontrado	failed	5	Gmail, Portuguese
    failed.nie-mo-na-dostarczy	nie można dostarczyć	failed	5	Polish
    failed.nie-uda-o-si-dostarczy	nie udało się dostarczyć	failed	5	Polish
    failed.nedoru-iteln	nedoručitelná	failed	5	Czech
    failed.xad6c4472	не удалось отправить	failed	5	Russian
    failed.x1097ce43	адрес не найден	failed	5	Gmail, Russian
    failed.x5498b9b8	недоставленное сообщение	failed	5	Yandex
    failed.xdca5d690	доставить не удалось	failed	5	Russian
    failed.xadca9630	не вдалося доставити	failed	5	Ukrainian
    """#
