/// Words of refusals in other languages than English.
///
/// Columns, parted by tabs: id, words (a space is any white space, " * " up to 160 other bytes), meaning,
/// weight (9 outranks 1), the mail system or document that writes these words.
let languageReasonRules = #"""
    userunknown.benutzer-existiert-nicht	benutzer existiert nicht	userunknown	5	German
    userunknown.empf-nger-existiert-nicht	empfänger existiert nicht	userunknown	5	German
    userunknown.empf-nger-nicht-gefunden	empfänger nicht gefunden	userunknown	5	German
    userunknown.adresse-existiert-nicht	adresse existiert nicht	userunknown	5	German
    userunknown.postfach-existiert-nicht	postfach existiert nicht	userunknown	5	German
    userunknown.e-mail-adresse-wurde-nicht-gefunden	e-mail-adresse wurde nicht gefunden	userunknown	5	German Exchange
    userunknown.kein-solcher-benutzer	kein solcher benutzer	userunknown	5	German
    userunknown.konto-existiert-nicht	konto existiert nicht	userunknown	5	German
    suspend.postfach-deaktiviert	postfach deaktiviert	suspend	5	German
    suspend.konto-gesperrt	konto gesperrt	suspend	5	German
    suspend.konto-deaktiviert	konto deaktiviert	suspend	5	German
    mailboxfull.speicherplatz-berschritten	speicherplatz überschritten	mailboxfull	5	German
    mailboxfull.postfach-des-empf-ngers-voll	postfach des empfängers voll	mailboxfull	5	German
    mesgtoobig.nachricht-ist-zu-gro	nachricht ist zu groß	mesgtoobig	5	German
    hostunknown.domain-existiert-nicht	domain existiert nicht	hostunknown	5	German
    hostunknown.dom-ne-nicht-gefunden	domäne nicht gefunden	hostunknown	5	German
    userunknown.adresse-introuvable	adresse introuvable	userunknown	5	French
    userunknown.bo-te-aux-lettres-inconnue	boîte aux lettres inconnue	userunknown	5	French
    userunknown.compte-inexistant	compte inexistant	userunknown	5	French
    userunknown.n-existe-pas	n'existe pas	userunknown	4	French
    suspend.compte-suspendu	compte suspendu	suspend	5	French
    suspend.compte-d-sactiv	compte désactivé	suspend	5	French
    suspend.bo-te-aux-lettres-d-sactiv-e	boîte aux lettres désactivée	suspend	5	French
    mailboxfull.bo-te-aux-lettres-est-pleine	boîte aux lettres est pleine	mailboxfull	5	French
    mailboxfull.boite-pleine	boite pleine	mailboxfull	5	French
    mesgtoobig.message-trop-volumineux	message trop volumineux	mesgtoobig	5	French
    hostunknown.domaine-inconnu	domaine inconnu	hostunknown	5	French
    hostunknown.domaine-inexistant	domaine inexistant	hostunknown	5	French
    userunknown.destinatario-no-existe	destinatario no existe	userunknown	5	Spanish
    userunknown.cuenta-de-correo-no-existe	cuenta de correo no existe	userunknown	5	Spanish
    userunknown.buz-n-no-existe	buzón no existe	userunknown	5	Spanish
    userunknown.direcci-n-no-existe	dirección no existe	userunknown	5	Spanish
    userunknown.no-se-encontr-la-direcci-n	no se encontró la dirección	userunknown	5	Spanish
    userunknown.direcci-n-no-se-encontr	dirección * no se encontró	userunknown	5	Spanish
    suspend.cuenta-suspendida	cuenta suspendida	suspend	5	Spanish
    suspend.cuenta-desactivada	cuenta desactivada	suspend	5	Spanish
    suspend.cuenta-deshabilitada	cuenta deshabilitada	suspend	5	Spanish
    mailboxfull.cuota-excedida	cuota excedida	mailboxfull	5	Spanish
    mailboxfull.excedido-la-cuota	excedido la cuota	mailboxfull	5	Spanish
    mailboxfull.buz-n-lleno-2	buzón * lleno	mailboxfull	5	Spanish
    mesgtoobig.mensaje-es-demasiado-grande	mensaje es demasiado grande	mesgtoobig	5	Spanish
    hostunknown.dominio-no-existe	dominio no existe	hostunknown	5	Spanish
    hostunknown.dominio-no-se-encontr	dominio * no se encontró	hostunknown	5	Spanish
    userunknown.usuario-nao-existe	usuario nao existe	userunknown	5	Portuguese
    userunknown.usu-rio-inv-lido	usuário inválido	userunknown	5	Portuguese
    userunknown.destinat-rio-desconhecido	destinatário desconhecido	userunknown	5	Portuguese
    userunknown.destinat-rio-inexistente	destinatário inexistente	userunknown	5	Portuguese
    userunknown.endere-o-n-o-encontrado	endereço não encontrado	userunknown	5	Portuguese
    userunknown.endere-o-de-e-mail-n-o-existe	endereço de e-mail não existe	userunknown	5	Portuguese
    userunknown.conta-n-o-existe	conta não existe	userunknown	5	Portuguese
    userunknown.utilizador-desconhecido	utilizador desconhecido	userunknown	5	Portuguese
    suspend.conta-suspensa	conta suspensa	suspend	5	Portuguese
    suspend.conta-desativada	conta desativada	suspend	5	Portuguese
    mailboxfull.quota-excedida	quota excedida	mailboxfull	5	Portuguese
    mailboxfull.cota-excedida	cota excedida	mailboxfull	5	Portuguese
    mailboxfull.caixa-cheia	caixa * cheia	mailboxfull	5	Portuguese
    hostunknown.dom-nio-n-o-encontrado	domínio não encontrado	hostunknown	5	Portuguese
    hostunknown.dom-nio-n-o-existe	domínio não existe	hostunknown	5	Portuguese
    mesgtoobig.mensagem-muito-grande	mensagem muito grande	mesgtoobig	5	Portuguese
    userunknown.utente-inesistente	utente inesistente	userunknown	5	Italian
    userunknown.indirizzo-inesistente	indirizzo inesistente	userunknown	5	Italian
    userunknown.indirizzo-non-trovato	indirizzo non trovato	userunknown	5	Italian
    userunknown.casella-non-esiste	casella non esiste	userunknown	5	Italian
    userunknown.non-esiste	non esiste	userunknown	4	Italian
    suspend.account-sospeso	account sospeso	suspend	5	Italian
    suspend.casella-sospesa	casella sospesa	suspend	5	Italian
    suspend.casella-disabilitata	casella disabilitata	suspend	5	Italian
    mailboxfull.casella-piena-2	casella * piena	mailboxfull	5	Italian
    mailboxfull.quota-superata	quota superata	mailboxfull	5	Italian
    hostunknown.dominio-inesistente	dominio inesistente	hostunknown	5	Italian
    mesgtoobig.messaggio-troppo-grande	messaggio troppo grande	mesgtoobig	5	Italian
    userunknown.gebruiker-onbekend	gebruiker onbekend	userunknown	5	Dutch
    userunknown.onbekende-gebruiker	onbekende gebruiker	userunknown	5	Dutch
    userunknown.adres-bestaat-niet	adres bestaat niet	userunknown	5	Dutch
    mailboxfull.mailbox-is-vol	mailbox is vol	mailboxfull	5	Dutch
    mailboxfull.postvak-is-vol	postvak is vol	mailboxfull	5	Dutch
    userunknown.ok-nd-mottagare	okänd mottagare	userunknown	5	Swedish
    userunknown.ok-nd-anv-ndare	okänd användare	userunknown	5	Swedish
    userunknown.ukendt-modtager	ukendt modtager	userunknown	5	Danish
    userunknown.nieznany-u-ytkownik	nieznany użytkownik	userunknown	5	Polish
    userunknown.u-ytkownik-nie-istnieje	użytkownik nie istnieje	userunknown	5	Polish
    userunknown.adres-nie-istnieje	adres nie istnieje	userunknown	5	Polish
    userunknown.nie-znaleziono-u-ytkownika	nie znaleziono użytkownika	userunknown	5	Polish
    userunknown.u-ivatel-neexistuje	uživatel neexistuje	userunknown	5	Czech
    userunknown.nezn-m-u-ivatel	neznámý uživatel	userunknown	5	Czech
    userunknown.kullan-c-bulunamad	kullanıcı bulunamadı	userunknown	5	Turkish
    userunknown.bilinmeyen-kullan-c	bilinmeyen kullanıcı	userunknown	5	Turkish
    mailboxfull.posta-kutusu-dolu	posta kutusu dolu	mailboxfull	5	Turkish
    userunknown.x3c4c08ab	пользователь не существует	userunknown	5	Russian
    userunknown.x3308d754	почтовый ящик не существует	userunknown	5	Russian
    userunknown.x3667754d	ящик не найден	userunknown	5	Russian
    userunknown.x0b0b5e57	такого адреса не существует	userunknown	5	Russian
    userunknown.x690cea67	адрес * не существует	userunknown	5	Russian
    userunknown.x8d213b31	получатель не существует	userunknown	5	Russian
    suspend.x0a7cfe10	ящик получателя отключён	suspend	5	Russian
    suspend.xdfca0efc	ящик получателя отключен	suspend	5	Russian
    suspend.xa7cafcbf	учётная запись заблокирована	suspend	5	Russian
    suspend.x58759663	учетная запись заблокирована	suspend	5	Russian
    suspend.xbb13659a	пользователь заблокирован	suspend	5	Russian
    mailboxfull.x4d328193	превышена квота	mailboxfull	5	Russian
    mailboxfull.x282fbf9e	ящик переполнен	mailboxfull	5	Russian
    hostunknown.x1a884522	домен не найден	hostunknown	5	Russian
    hostunknown.x0d3bdefd	домен не существует	hostunknown	5	Russian
    mesgtoobig.x034735af	сообщение слишком большое	mesgtoobig	5	Russian
    mesgtoobig.x8da4fce9	размер письма превышает	mesgtoobig	5	Russian
    spamdetected.x5d81c5a7	письмо похоже на спам	spamdetected	5	Russian
    userunknown.x02892650	невідомий користувач	userunknown	5	Ukrainian
    mailboxfull.x26c11773	收件人邮箱已满	mailboxfull	6	Chinese
    userunknown.x77364446	收件人邮箱不存在	userunknown	7	Chinese
    userunknown.x9dfbf545	收件人邮件地址不存在	userunknown	7	Chinese
    userunknown.xec432349	收件人的邮箱不存在	userunknown	7	Chinese
    userunknown.x2b81fa14	收件人邮箱地址错误	userunknown	6	Chinese
    userunknown.xdaf49c35	收件人地址错误	userunknown	5	Chinese
    userunknown.xb0710817	收件人地址有误	userunknown	5	Chinese
    userunknown.xca1fc517	收件人未找到	userunknown	5	Chinese
    userunknown.xb7811952	邮箱地址不存在	userunknown	5	Chinese
    userunknown.x21f62dc7	用户未找到	userunknown	5	Chinese
    userunknown.x11d76c8a	未找到该用户	userunknown	5	Chinese
    userunknown.xe243bca3	没有这个用户	userunknown	5	Chinese
    userunknown.xb04adcc8	不存在该用户	userunknown	5	Chinese
    userunknown.xeda6f7bd	此用户不存在	userunknown	5	Chinese
    userunknown.x6dc25c01	该用户不存在	userunknown	5	Chinese
    userunknown.x37f36ca8	账号不存在	userunknown	5	Chinese
    userunknown.x92bf2af2	帳號不存在	userunknown	5	Chinese
    userunknown.xea28cbd8	郵件地址不存在	userunknown	5	Chinese
    userunknown.xa852c025	收件人不存在或	userunknown	5	Chinese
    suspend.x7e7e46cf	该帐号已被禁用	suspend	5	Chinese
    suspend.x1213d759	该账号已被禁用	suspend	5	Chinese
    suspend.x22bedda9	帐号已被禁用	suspend	5	Chinese
    suspend.x45de10b9	账号已被禁用	suspend	5	Chinese
    suspend.xe2cae465	账号被停用	suspend	5	Chinese
    suspend.xed7ba3ad	账号已冻结	suspend	5	Chinese
    suspend.x6c4c28e8	帐号已冻结	suspend	5	Chinese
    suspend.xec103270	账号被锁定	suspend	5	Chinese
    suspend.xeeb1fa6f	邮箱被冻结	suspend	5	Chinese
    suspend.xca67c473	邮箱已冻结	suspend	5	Chinese
    suspend.x3405776c	邮箱已禁用	suspend	5	Chinese
    suspend.x96f81b8d	帳號已停用	suspend	5	Chinese
    suspend.xc770a502	长期未登录	suspend	4	Chinese
    mailboxfull.xc736eeed	收件人邮箱空间	mailboxfull	5	Chinese
    mailboxfull.xa52ffa96	邮箱容量已满	mailboxfull	5	Chinese
    mailboxfull.x85720985	邮箱容量超过	mailboxfull	5	Chinese
    mailboxfull.x3d1d1044	超出邮箱容量	mailboxfull	5	Chinese
    mailboxfull.xd973c260	邮箱满	mailboxfull	5	Chinese
    mailboxfull.xa12e9809	信箱爆滿	mailboxfull	5	Chinese
    mailboxfull.xe2e3313d	空間已滿	mailboxfull	5	Chinese
    hostunknown.xec401f3f	域名无法解析	hostunknown	6	Chinese
    hostunknown.x058195e2	域名解析失败	hostunknown	5	Chinese
    hostunknown.xe4e6b3c1	收件人域名不存在	hostunknown	6	Chinese
    hostunknown.x2248a5da	找不到收件人域名	hostunknown	6	Chinese
    hostunknown.x7c121dd1	域名错误	hostunknown	5	Chinese
    hostunknown.xc3593d15	網域不存在	hostunknown	5	Chinese
    networkerror.x1571f162	无法连接	networkerror	5	Chinese
    networkerror.x7a97266a	连接超时	networkerror	5	Chinese
    networkerror.x16c1e41c	连接对方服务器失败	networkerror	5	Chinese
    blocked.xc876f444	对方服务器拒绝	blocked	4	Chinese
    blocked.x992ea516	被对方服务器拒绝	blocked	4	Chinese
    blocked.xb192f6ec	收件服务器拒绝	blocked	4	Chinese
    blocked.x2faec64b	黑名单	blocked	5	Chinese
    blocked.x7452640e	黑名單	blocked	5	Chinese
    speeding.x66b3668f	发信频率过高	speeding	6	Chinese
    speeding.xcad33537	频率限制	speeding	5	Chinese
    speeding.xeb0bbc9a	发送频率	speeding	5	Chinese
    toomanyconn.x29f7c1f4	连接数过多	toomanyconn	5	Chinese
    filtered.x2bfc73d7	拒收	filtered	4	Chinese
    filtered.x338f77fb	收件人拒收	filtered	6	Chinese
    filtered.x8d40ba02	收件人设置了拒收	filtered	6	Chinese
    filtered.xfce0b535	发件人在收件人的黑名单	filtered	7	Chinese
    mesgtoobig.x3dc00d14	邮件超大	mesgtoobig	5	Chinese
    mesgtoobig.x9c75b16b	邮件超过	mesgtoobig	4	Chinese
    mesgtoobig.x09081444	郵件過大	mesgtoobig	5	Chinese
    mesgtoobig.x5c87ff52	附件过大	mesgtoobig	5	Chinese
    spamdetected.xbd08c9d9	反垃圾	spamdetected	5	Chinese
    virusdetected.x36bb3dd9	含有病毒	virusdetected	6	Chinese
    contenterror.x98c946e0	内容违规	contenterror	5	Chinese
    contenterror.xfde3777e	敏感词	contenterror	5	Chinese
    userunknown.x93aa9272	ユーザ不明	userunknown	5	Japanese
    userunknown.xd869dbfe	宛先不明	userunknown	5	Japanese
    userunknown.xd22972ed	メールアドレスが存在しません	userunknown	5	Japanese
    userunknown.xa9f0b559	メールアドレスは存在しません	userunknown	5	Japanese
    userunknown.x390d7d7a	該当するユーザ	userunknown	5	Japanese
    userunknown.xf17f08b1	ユーザーが見つかりません	userunknown	5	Japanese
    userunknown.x831c22e8	ユーザが見つかりません	userunknown	5	Japanese
    userunknown.x826f0be7	受信者が見つかりません	userunknown	5	Japanese
    userunknown.x8cc988e1	アカウントが存在しません	userunknown	5	Japanese
    mailboxfull.x1bf274c2	容量を超え	mailboxfull	5	Japanese
    mailboxfull.x9b3eb79c	容量オーバー	mailboxfull	5	Japanese
    filtered.x9a6132f1	受信拒否	filtered	5	Japanese
    filtered.x95ca6921	受信を拒否	filtered	5	Japanese
    mesgtoobig.x56aba1d3	メールサイズが大き	mesgtoobig	5	Japanese
    mesgtoobig.x09e157fb	サイズが大きすぎ	mesgtoobig	5	Japanese
    mesgtoobig.x64eeb7cf	サイズ制限	mesgtoobig	5	Japanese
    hostunknown.x0e5abfdb	ホストが見つかりません	hostunknown	5	Japanese
    hostunknown.xc196ae17	ドメインが存在しません	hostunknown	5	Japanese
    hostunknown.x06696450	存在しないドメイン	hostunknown	5	Japanese
    suspend.xc918bcd8	利用停止	suspend	5	Japanese
    suspend.x10c26550	アカウントが無効	suspend	5	Japanese
    userunknown.x29933fcc	없는 사용자	userunknown	5	Korean
    userunknown.xdf94bb31	존재하지 않습니다	userunknown	5	Korean
    userunknown.x4d082929	수신자를 찾을 수 없	userunknown	5	Korean
    userunknown.xe9609676	메일 주소가 존재하지	userunknown	5	Korean
    userunknown.x88b8387b	사용자를 찾을 수 없	userunknown	5	Korean
    suspend.xe4964216	휴면	suspend	5	Korean
    suspend.xcfb6c182	사용이 정지	suspend	5	Korean
    mailboxfull.xe7f2f1b2	용량 초과	mailboxfull	5	Korean
    mailboxfull.xfc67acd7	용량초과	mailboxfull	5	Korean
    mailboxfull.x1d5d514d	메일박스 용량	mailboxfull	5	Korean
    hostunknown.x2ff33f3e	도메인을 찾을 수 없	hostunknown	5	Korean
    hostunknown.x45a3c129	존재하지 않는 도메인	hostunknown	6	Korean
    filtered.x388fa459	수신을 거부	filtered	5	Korean
    filtered.xf3db351e	수신거부	filtered	5	Korean
    spamdetected.x75821dcf	스팸으로	spamdetected	5	Korean
    virusdetected.xd2207963	바이러스	virusdetected	5	Korean
    """#
