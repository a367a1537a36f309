/// Words in the subject of automatic replies.
///
/// Columns, parted by tabs: id, words (a space is any white space, " * " up to 160 other bytes), meaning,
/// weight (9 outranks 1), the mail system or document that writes these words.
let autoReplyRules = #"""
    subject.auto-reply	auto reply	subject	5	several systems
    subject.auto-reply-2	auto-reply	subject	5	several systems
    subject.autoreply	autoreply	subject	5	several systems
    subject.auto-response	auto response	subject	5	several systems
    subject.auto-response-2	auto-response	subject	5	several systems
    subject.autoresponse	autoresponse	subject	5	several systems
    subject.autoresponder	autoresponder	subject	5	several systems
    subject.auto	auto:	subject	5	several systems
    subject.automatic-reply	automatic reply	subject	5	Outlook
    subject.automatic-response	automatic response	subject	5	several systems
    subject.automated-reply	automated reply	subject	5	several systems
    subject.automated-response	automated response	subject	5	several systems
    subject.automatically-generated-reply	automatically generated reply	subject	5	several systems
    subject.out-of-office	out of office	subject	5	Outlook
    subject.out-of-the-office	out of the office	subject	5	several systems
    subject.out-of-office-2	out-of-office	subject	5	several systems
    subject.ooo	ooo:	subject	5	several systems
    subject.away-from-my-mail	away from my mail	subject	5	vacation(1)
    subject.away-from-the-office	away from the office	subject	5	several systems
    subject.away-from-mail	away from mail	subject	5	several systems
    subject.on-vacation	on vacation	subject	5	several systems
    subject.vacation	vacation	subject	5	several systems
    subject.on-leave	on leave	subject	5	several systems
    subject.on-holiday	on holiday	subject	5	several systems
    subject.i-am-away	i am away	subject	5	several systems
    subject.am-currently-out	am currently out	subject	5	several systems
    subject.is-out-of	is out of	subject	5	several systems
    subject.annual-leave	annual leave	subject	5	several systems
    subject.maternity-leave	maternity leave	subject	5	several systems
    subject.thank-you-for-your-email	thank you for your email	subject	5	several systems
    subject.thank-you-for-contacting	thank you for contacting	subject	5	several systems
    subject.your-message-has-been-received	your message has been received	subject	5	several systems
    subject.we-have-received-your	we have received your	subject	5	several systems
    subject.confirmation-of-receipt	confirmation of receipt	subject	5	several systems
    subject.acknowledgement	acknowledgement	subject	5	several systems
    subject.acknowledgment	acknowledgment	subject	5	several systems
    subject.has-left-the-company	has left the company	subject	5	several systems
    subject.no-longer-employed	no longer employed	subject	5	several systems
    subject.abwesenheit	abwesenheit	subject	5	German
    subject.abwesend	abwesend	subject	5	German
    subject.automatische-antwort	automatische antwort	subject	5	German Outlook
    subject.nicht-im-b-ro	nicht im büro	subject	5	German
    subject.automatisch-antwoord	automatisch antwoord	subject	5	Dutch Outlook
    subject.afwezig	afwezig	subject	5	Dutch
    subject.r-ponse-automatique	réponse automatique	subject	5	French Outlook
    subject.reponse-automatique	reponse automatique	subject	5	French
    subject.absence-du-bureau	absence du bureau	subject	5	French
    subject.absent-du-bureau	absent du bureau	subject	5	French
    subject.en-vacances	en vacances	subject	5	French
    subject.respuesta-autom-tica	respuesta automática	subject	5	Spanish Outlook
    subject.respuesta-automatica	respuesta automatica	subject	5	Spanish
    subject.fuera-de-la-oficina	fuera de la oficina	subject	5	Spanish
    subject.fuera-de-oficina	fuera de oficina	subject	5	Spanish
    subject.risposta-automatica	risposta automatica	subject	5	Italian
    subject.fuori-ufficio	fuori ufficio	subject	5	Italian
    subject.assente	assente	subject	5	Italian
    subject.resposta-autom-tica	resposta automática	subject	5	Portuguese
    subject.fora-do-escrit-rio	fora do escritório	subject	5	Portuguese
    subject.aus-ncia	ausência	subject	5	Portuguese
    subject.autosvar	autosvar	subject	5	Swedish, Danish
    subject.automatiskt-svar	automatiskt svar	subject	5	Swedish Outlook
    subject.automatisk-svar	automatisk svar	subject	5	Danish Outlook
    subject.fr-nvaro	frånvaro	subject	5	Swedish
    subject.frav-rende	fraværende	subject	5	Norwegian
    subject.poissa-toimistosta	poissa toimistosta	subject	5	Finnish
    subject.automaattinen-vastaus	automaattinen vastaus	subject	5	Finnish
    subject.automatyczna-odpowied	automatyczna odpowied	subject	5	Polish
    subject.autoodpowied	autoodpowied	subject	5	Polish
    subject.odpowied-automatyczna	odpowiedź automatyczna	subject	5	Polish Outlook
    subject.automatick-odpov	automatická odpověď	subject	5	Czech Outlook
    subject.mimo-kancel	mimo kancelář	subject	5	Czech
    subject.automatikus-v-lasz	automatikus válasz	subject	5	Hungarian
    subject.r-spuns-automat	răspuns automat	subject	5	Romanian
    subject.xceb1cf85cf84cf8cce	αυτόματη απάντηση	subject	5	Greek
    subject.xd0b0d0b2d182d0bed0	автоматический ответ	subject	5	Russian Outlook
    subject.xd0b0d0b2d182d0bed0-2	автоответ	subject	5	Russian
    subject.xd0bdd0b5d18220d0bd	нет на рабочем месте	subject	5	Russian
    subject.xd0bed182d0bfd183d1	отпуск	subject	5	Russian
    subject.xd0b0d0b2d182d0bed0-3	автоматична відповідь	subject	5	Ukrainian
    subject.otomatik-yan-t	otomatik yanıt	subject	5	Turkish
    subject.xe887aae58aa8e59b9e	自动回复	subject	5	QQ, NetEase, Outlook
    subject.xe887aae58b95e59b9e	自動回覆	subject	5	Outlook (Taiwan)
    subject.xe887aae58b95e59b9e-2	自動回復	subject	5	several systems
    subject.xe5a496e587ba	外出	subject	5	Chinese
    subject.xe887aae58aa8e7ad94	自动答复	subject	5	Outlook
    subject.xe4b88de59ca8e58a9e	不在办公室	subject	5	Chinese
    subject.xe4bc91e58187	休假	subject	5	Chinese
    subject.xe887aae58b95e8bf94	自動返信	subject	5	Japanese
    subject.xe887aae58b95e5bf9c	自動応答	subject	5	Japanese Outlook
    subject.xe4b88de59ca8	不在	subject	5	Japanese
    subject.xe4bc91e69a87	休暇	subject	5	Japanese
    subject.xebb680ec9eac20eca4	부재 중	subject	5	Korean Outlook
    subject.xec9e90eb8f9920ed9a	자동 회신	subject	5	Korean Outlook
    subject.xec9e90eb8f9920ec9d	자동 응답	subject	5	Korean
    """#
