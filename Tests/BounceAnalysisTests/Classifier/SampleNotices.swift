/// A notice as a mail system or a person writes it, and what it says.
struct SampleNotice {
    var name: String
    var from: String
    var subject: String
    /// The kind, in the words of the verdict.
    var kind: String
    /// For each recipient: address, reasons that are right (parted by "|"), status and reply that stand in the text or "-".
    var recipients: [String]
    var text: String
}

extension SampleNotice {
    /// Texts of many makers, written for these tests in the form of their notices.
    static let all: [SampleNotice] = [
        SampleNotice(
            name: "a gateway that speaks of trouble",
            from: "MAILER-DAEMON@example.jp",
            subject: "There was an error sending your mail",
            kind: "bounce",
            recipients: ["kijitora@example.jp userunknown 5.1.1 550"],
            text: """
                We had trouble delivering your message. Full details follow:

                Subject: 'Nyaan'
                Date: 'Thu, 29 Apr 2012 23:34:45 +0000'

                1 error(s):

                SMTP Server <mta2.example.jp> rejected recipient <kijitora@example.jp> 
                  (Error following RCPT command). It responded as follows: [550 5.1.1 unknown user]
                """
        ),
        SampleNotice(
            name: "SurfControl",
            from: "Mail Server <postmaster@example.jp>",
            subject: "Message rejected: Re: nyaan",
            kind: "bounce",
            recipients: ["kijitora@example.com filtered|userunknown - 550"],
            text: """
                Your message could not be sent.
                A transcript of the attempts to send the message follows.
                The number of attempts made: 1
                Addressed To: kijitora@example.com

                Thu 29 Apr 2010 23:34:45 +0900
                Failed to send to identified host,
                kijitora@example.com: [192.0.2.5], 550 kijitora@example.com... No such user
                --- Message non-deliverable.
                """
        ),
        SampleNotice(
            name: "InterScan",
            from: "\"InterScan MSS\" <postmaster@example.jp>",
            subject: "Mail could not be delivered",
            kind: "bounce",
            recipients: ["kijitora@example.co.jp userunknown 5.1.1 550"],
            text: """
                Sent <<< RCPT TO:<kijitora@example.co.jp>
                Received >>> 550 5.1.1 <kijitora@example.co.jp>... user unknown

                Unable to deliver message to <kijitora@example.co.jp>
                """
        ),
        SampleNotice(
            name: "MailMarshal",
            from: "<postmaster@example.jp>",
            subject: "Undeliverable Mail: \"Nyaan\"",
            kind: "bounce",
            recipients: ["dummyuser@example.net userunknown 5.1.1 550"],
            text: """
                Your message:
                   From:    originalsender@example.com
                   Subject: Nyaan

                Could not be delivered because of

                550 5.1.1 User unknown

                The following recipients were affected: 
                    dummyuser@example.net

                Additional Information
                ======================
                Original Sender:    <originalsender@example.com>
                Sender-MTA:         <10.11.12.13>
                Remote-MTA:         <10.0.0.1>
                Reporting-MTA:      <relay.example.com>
                MessageName:        <B549996730000.000000000001.0003.mml>
                Last-Attempt-Date:  <16:21:07 seg, 22 Dezembro 2014>
                """
        ),
        SampleNotice(
            name: "McAfee",
            from: "<postmaster@example.jp>",
            subject: "Delivery Failure",
            kind: "bounce",
            recipients: ["user@example.com filtered|userunknown - -"],
            text: """
                --- The following addresses had delivery problems ---

                <user@example.com>   (User unknown user@example.com)
                """
        ),
        SampleNotice(
            name: "Courier",
            from: "<postmaster@example.org>",
            subject: "NOTICE: mail delivery status.",
            kind: "bounce",
            recipients: ["kijitora@example.co.jp userunknown 5.1.1 550"],
            text: """
                This is a delivery status notification from marutamachi.example.org,
                running the Courier mail server, version 0.65.2.

                The original message was received on Thu, 29 Apr 2010 23:34:45 +0900 from
                [127.0.0.1].

                ---------------------------------------------------------------------------

                                           UNDELIVERABLE MAIL

                Your message to the following recipients cannot be delivered:

                <kijitora@example.co.jp>:
                    mx.example.co.jp [192.0.2.95]:
                >>> RCPT TO:<kijitora@example.co.jp>
                <<< 550 5.1.1 <kijitora@example.co.jp>... User Unknown

                ---------------------------------------------------------------------------
                """
        ),
        SampleNotice(
            name: "James",
            from: "\"Postmaster\" <postmaster@example.org>",
            subject: "[BOUNCE] Nyaan",
            kind: "bounce",
            recipients: ["kijitora@example.net userunknown 5.1.1 550"],
            text: """
                Hi. This is the James mail server at mx.example.org.
                I'm afraid I wasn't able to deliver your message to the following addresses.
                This is a permanent error; I've given up. Sorry it didn't work out.  Below
                I include the list of recipients and the reason why I was unable to deliver
                your message.

                Failed recipient(s):
                kijitora@example.net

                Error message:
                550 5.1.1 User unknown: kijitora@example.net

                Message details:
                  Subject: Nyaan
                  Sent date: Thu Apr 29 01:20:50 JST 2015
                  MAIL FROM: sironeko@example.org
                  RCPT TO: kijitora@example.net
                """
        ),
        SampleNotice(
            name: "Exchange in Japanese",
            from: "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.jp>",
            subject: "配信不能: Nyaan",
            kind: "bounce",
            recipients: ["kijitora@example.jp userunknown 5.1.1 550"],
            text: """
                次の受信者またはグループに配信できませんでした:

                kijitora@example.jp
                入力した電子メール アドレスが見つかりませんでした。受信者の電子メール アドレスを確認して、メッセージを再送信してください。

                管理者用の診断情報:

                生成サーバー: mail.example.jp

                kijitora@example.jp
                Remote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found'

                元のメッセージ ヘッダー:

                Received: from mail.example.jp (192.0.2.1) by mail.example.jp with SMTP; Thu, 29 Apr 2010 23:34:45 +0900
                From: sironeko@example.org
                To: kijitora@example.jp
                Subject: Nyaan
                """
        ),
        SampleNotice(
            name: "Exchange in German",
            from: "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.de>",
            subject: "Unzustellbar: Nyaan",
            kind: "bounce",
            recipients: ["kijitora@example.de userunknown 5.1.1 550"],
            text: """
                Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:

                kijitora@example.de<mailto:kijitora@example.de>
                Die von Ihnen eingegebene E-Mail-Adresse konnte nicht gefunden werden. Überprüfen Sie die E-Mail-Adresse des Empfängers.

                Diagnoseinformationen für Administratoren:

                Generierender Server: mail.example.de

                kijitora@example.de
                #550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##

                Ursprüngliche Nachrichtenkopfzeilen:

                From: sironeko@example.org
                """
        ),
        SampleNotice(
            name: "QQ",
            from: "\"PostMaster@qq.com\" <PostMaster@qq.com>",
            subject: "系统退信/Systems bounce",
            kind: "bounce",
            recipients: ["lilei@qq.com userunknown - 550"],
            text: """
                抱歉，您的邮件被退回来了……

                原邮件信息：
                主题：活动通知
                时间：2024-01-03 10:00

                无法发送到 lilei@qq.com

                退信原因：收件人邮箱不存在，邮件无法送达。
                host mx3.qq.com said: 550 The recipient may contain a non-existent account, please check the recipient address.

                解决方案：请检查收件人地址。
                """
        ),
        SampleNotice(
            name: "163",
            from: "postmaster@163.com",
            subject: "系统退信",
            kind: "bounce",
            recipients: ["wangfang@163.com userunknown|filtered - -"],
            text: """
                抱歉，您的邮件被退回来了……

                原邮件信息:
                时 间: 2024-01-03 10:00:00
                主 题: 通知
                收件人: wangfang@163.com

                退信原因: 收件人不存在
                英文说明: User not found: wangfang@163.com

                建议解决方案:
                请确认收件人地址无误后重新发送。
                """
        ),
        SampleNotice(
            name: "Gmail in Chinese",
            from: "Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
            subject: "Delivery Status Notification (Failure)",
            kind: "bounce",
            recipients: ["lilei@example.cn userunknown 5.1.1 550"],
            text: """
                ** 未找到地址 **

                您的邮件未送达 lilei@example.cn，因为系统找不到该地址，或该地址无法接收邮件。

                来自远程服务器的回复：

                550 5.1.1 <lilei@example.cn>: Recipient address rejected: User unknown in virtual mailbox table
                """
        ),
        SampleNotice(
            name: "Microsoft 365 in Chinese",
            from: "Microsoft Outlook <postmaster@example.onmicrosoft.com>",
            subject: "无法送达: 通知",
            kind: "bounce",
            recipients: ["lilei@example.cn userunknown 5.1.10 550"],
            text: """
                未能将邮件传递给以下收件人或组:

                lilei@example.cn
                未在 example.cn 找到您发送邮件的收件人。

                供管理员使用的诊断信息:
                生成服务器: HK0PR01MB0000.apcprd01.prod.exchangelabs.com

                lilei@example.cn
                Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient lilei@example.cn not found by SMTP address lookup'

                原始邮件头:
                """
        ),
        SampleNotice(
            name: "Exim about two",
            from: "Mail Delivery System <Mailer-Daemon@mx.example.net>",
            subject: "Mail delivery failed: returning message to sender",
            kind: "bounce",
            recipients: ["kijitora@example.com mailboxfull - -", "mike@example.com hostunknown - -"],
            text: """
                This message was created automatically by mail delivery software.

                A message that you sent could not be delivered to one or more of its
                recipients. This is a permanent error. The following address(es) failed:

                  kijitora@example.com
                    mailbox is full: retry timeout exceeded
                  mike@example.com
                    Unrouteable address

                ------ This is a copy of the message, including all the headers. ------

                Return-path: <sironeko@example.org>
                To: kijitora@example.com
                """
        ),
        SampleNotice(
            name: "Exim that goes on trying",
            from: "Mail Delivery System <Mailer-Daemon@mx.example.net>",
            subject: "Warning: message 1abc delayed 24 hours",
            kind: "delayed",
            recipients: ["kijitora@example.com expired - -"],
            text: """
                This message was created automatically by mail delivery software.
                A message that you sent has not yet been delivered to one or more of its
                recipients after more than 24 hours on the queue on mx.example.net.

                The address to which the message has not yet been delivered is:

                  kijitora@example.com

                No action is required on your part. Delivery attempts will continue for
                some time, and this warning may be repeated at intervals if the message
                remains undelivered. Eventually the mail delivery software will give up,
                and when that happens, the message will be returned to you.
                """
        ),
        SampleNotice(
            name: "vacation in Chinese",
            from: "王芳 <wang@example.cn>",
            subject: "自动回复: 活动通知",
            kind: "auto-reply",
            recipients: [],
            text: """
                您好，我正在休假，将尽快回复。
                """
        ),
        SampleNotice(
            name: "vacation in German",
            from: "Hans <hans@example.de>",
            subject: "Abwesenheitsnotiz: Nyaan",
            kind: "auto-reply",
            recipients: [],
            text: """
                Ich bin nicht im Haus. Die Nachricht wird nicht weitergeleitet.
                """
        ),
        SampleNotice(
            name: "Domino",
            from: "Mail Delivery <postmaster@notes.example.jp>",
            subject: "DELIVERY FAILURE: User kijitora (kijitora@example.jp) not listed in Domino Directory",
            kind: "bounce",
            recipients: ["kijitora@example.jp userunknown - -"],
            text: """
                Your message

                  Subject: Nyaan

                was not delivered to:

                  kijitora@example.jp

                because:

                  User kijitora (kijitora@example.jp) not listed in Domino Directory
                """
        ),
        SampleNotice(
            name: "Yandex",
            from: "mailer-daemon@yandex.ru",
            subject: "Недоставленное сообщение",
            kind: "bounce",
            recipients: ["kijitora@example.ru userunknown 5.1.1 550"],
            text: """
                Это письмо создано автоматически сервером Яндекс.Почты, отвечать на него не нужно.

                К сожалению, мы вынуждены сообщить Вам о том, что Ваше письмо не может
                быть доставлено одному или нескольким адресатам. Технические подробности можно найти ниже.

                <kijitora@example.ru>: host mx.example.ru[192.0.2.5] said: 550 5.1.1 No such user (in reply to RCPT TO command)
                """
        ),
        SampleNotice(
            name: "a host that is down",
            from: "Mail Administrator <Postmaster@example.net>",
            subject: "Mail System Error - Returned Mail",
            kind: "bounce",
            recipients: ["kijitora@example.com expired|networkerror - -"],
            text: """
                This Message was undeliverable due to the following reason:

                Your message was not delivered because the destination computer was
                not reachable within the allowed queue period.

                Host mx.example.com is not responding.

                The following recipients did not receive this message:

                     <kijitora@example.com>

                Please reply to Postmaster@example.net
                if you feel this message to be in error.
                """
        ),
        SampleNotice(
            name: "Naver",
            from: "메일 관리자 <mailadmin@naver.com>",
            subject: "메일 반송: 안내",
            kind: "bounce",
            recipients: ["kim@example.co.kr userunknown 5.1.1 550"],
            text: """
                회원님이 보내신 메일이 수신자에게 전달되지 못했습니다.

                받는 사람: kim@example.co.kr
                반송 사유: 존재하지 않는 사용자입니다. (550 5.1.1 <kim@example.co.kr>: Recipient address rejected: User unknown)
                """
        ),
        SampleNotice(
            name: "Sina",
            from: "MAILER-DAEMON@sina.com",
            subject: "系统退信",
            kind: "bounce",
            recipients: ["zhangwei@sina.com mailboxfull 5.2.2 552"],
            text: """
                您好，您发往 zhangwei@sina.com 的邮件投递失败。

                <zhangwei@sina.com>: 收件人邮箱已满 (552 5.2.2 mailbox full)
                """
        ),
        SampleNotice(
            name: "Aliyun",
            from: "\"阿里云邮件推送\" <postmaster@dm.aliyun.com>",
            subject: "退信通知",
            kind: "bounce",
            recipients: ["zhaomin@example.com.cn hostunknown - -"],
            text: """
                您的邮件未能投递，以下是退信详情：

                收件人：zhaomin@example.com.cn，原因：收件人域名不存在，无法解析。
                """
        ),
        SampleNotice(
            name: "Coremail",
            from: "postmaster@example.com.cn",
            subject: "系统退信",
            kind: "bounce",
            recipients: ["liuyang@example.com.cn suspend - 554"],
            text: """
                本邮件由系统自动生成，请勿回复。

                你的邮件无法投递到以下地址：

                <liuyang@example.com.cn>
                554 该帐号已被禁用
                """
        ),
        SampleNotice(
            name: "an address within a Chinese sentence",
            from: "postmaster@example.cn",
            subject: "退信",
            kind: "bounce",
            recipients: ["liuyang@example.cn userunknown|filtered - -"],
            text: """
                抱歉，您发送到liuyang@example.cn的邮件被退回，原因是对方邮箱不存在。
                """
        ),
        SampleNotice(
            name: "Exchange in French",
            from: "Microsoft Outlook <postmaster@example.fr>",
            subject: "Non remis : Nyaan",
            kind: "bounce",
            recipients: ["jean@example.fr userunknown 5.1.1 550"],
            text: """
                Échec de la remise à ces destinataires ou groupes :

                jean@example.fr
                L'adresse de messagerie que vous avez entrée est introuvable.

                Informations de diagnostic pour les administrateurs :

                Serveur de génération : mail.example.fr

                jean@example.fr
                Remote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found'
                """
        ),
        SampleNotice(
            name: "Spanish",
            from: "Mail Delivery System <MAILER-DAEMON@mx.example.es>",
            subject: "Mensaje no entregado",
            kind: "bounce",
            recipients: ["juan@example.es userunknown 5.1.1 550"],
            text: """
                Este mensaje fue creado automáticamente.

                No se ha podido entregar su mensaje a los siguientes destinatarios:

                  juan@example.es
                    550 5.1.1 Usuario desconocido
                """
        ),
        SampleNotice(
            name: "Italian",
            from: "postmaster@example.it",
            subject: "Mancato recapito",
            kind: "bounce",
            recipients: ["mario@example.it mailboxfull 5.2.2 552"],
            text: """
                Impossibile recapitare il messaggio ai seguenti destinatari:

                <mario@example.it>: host mx.example.it[192.0.2.3] said: 552 5.2.2 casella piena (in reply to end of DATA command)
                """
        ),
        SampleNotice(
            name: "Portuguese",
            from: "MAILER-DAEMON@mx.example.com.br",
            subject: "Falha na entrega",
            kind: "bounce",
            recipients: ["joao@example.com.br userunknown 5.1.1 550"],
            text: """
                Não foi possível entregar sua mensagem para o seguinte destinatário:

                joao@example.com.br: 550 5.1.1 Usuário desconhecido
                """
        ),
        SampleNotice(
            name: "Russian",
            from: "postmaster@example.ru",
            subject: "Сообщение не доставлено",
            kind: "bounce",
            recipients: ["ivan@example.ru mailboxfull - -"],
            text: """
                Ваше письмо не было доставлено.

                Получатель: ivan@example.ru
                Причина: почтовый ящик переполнен
                """
        ),
        SampleNotice(
            name: "German",
            from: "MAILER-DAEMON@example.de",
            subject: "Unzustellbar",
            kind: "bounce",
            recipients: ["hans@example.de userunknown 5.1.1 550"],
            text: """
                Ihre Nachricht konnte nicht zugestellt werden.

                Empfänger: hans@example.de
                Grund: 550 5.1.1 Benutzer unbekannt
                """
        ),
        SampleNotice(
            name: "Japanese",
            from: "MAILER-DAEMON@example.ne.jp",
            subject: "配信エラーのお知らせ",
            kind: "bounce",
            recipients: ["tanaka@example.ne.jp mailboxfull - -"],
            text: """
                以下の宛先にメールを配信できませんでした。

                宛先: tanaka@example.ne.jp
                理由: メールボックスの容量を超えています。
                """
        ),
        SampleNotice(
            name: "delay in Japanese",
            from: "MAILER-DAEMON@example.ne.jp",
            subject: "配信遅延のお知らせ",
            kind: "delayed",
            recipients: ["tanaka@example.ne.jp expired - -"],
            text: """
                以下の宛先への配信が遅延しています。配信を試み続けます。

                宛先: tanaka@example.ne.jp
                """
        ),
        SampleNotice(
            name: "delay in Chinese",
            from: "postmaster@example.cn",
            subject: "邮件投递延迟通知",
            kind: "delayed",
            recipients: ["wang@example.cn expired - -"],
            text: """
                您的邮件暂时无法投递，系统将继续尝试。

                收件人：wang@example.cn
                """
        ),
        SampleNotice(
            name: "a person who asks about a bounce",
            from: "李雷 <lilei@example.cn>",
            subject: "关于退信的问题",
            kind: "not-a-bounce",
            recipients: [],
            text: """
                你好，我收到了退信，邮件被退回，请问怎么办？我的邮箱是lilei@example.cn。
                """
        ),
        SampleNotice(
            name: "a note of the postmaster",
            from: "Postmaster <postmaster@example.com>",
            subject: "Maintenance on Sunday",
            kind: "not-a-bounce",
            recipients: [],
            text: """
                Dear users,

                the mail server is down on Sunday from 02:00. Please contact helpdesk@example.com with questions.
                """
        ),
        SampleNotice(
            name: "vacation in Korean",
            from: "Kim <kim@example.co.kr>",
            subject: "부재 중: 안내",
            kind: "auto-reply",
            recipients: [],
            text: """
                휴가 중입니다.
                """
        ),
        SampleNotice(
            name: "vacation in Spanish",
            from: "Maria <maria@example.es>",
            subject: "Respuesta automática: Nyaan",
            kind: "auto-reply",
            recipients: [],
            text: """
                Estoy de vacaciones.
                """
        ),
        SampleNotice(
            name: "Gmail, blocked",
            from: "Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
            subject: "Delivery Status Notification (Failure)",
            kind: "bounce",
            recipients: ["kijitora@example.com blocked 5.7.1 550"],
            text: """
                ** Message blocked **

                Your message to kijitora@example.com has been blocked. See technical details below for more information.

                The response from the remote server was:

                550 5.7.1 [192.0.2.1] Messages from this host are on our block list
                """
        ),
        SampleNotice(
            name: "Gmail, full",
            from: "Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
            subject: "Delivery Status Notification (Failure)",
            kind: "bounce",
            recipients: ["kijitora@gmail.com mailboxfull 4.2.2 452"],
            text: """
                ** Recipient inbox full **

                Your message couldn't be delivered to kijitora@gmail.com. Their inbox is full, or it's getting too much mail right now.

                The response was:

                452 4.2.2 The email account that you tried to reach is over quota.
                """
        ),
        SampleNotice(
            name: "Exim with a reply of two lines",
            from: "Mail Delivery System <Mailer-Daemon@mx.example.net>",
            subject: "Mail delivery failed: returning message to sender",
            kind: "bounce",
            recipients: ["info@example.de userunknown 5.1.1 550"],
            text: """
                This message was created automatically by mail delivery software.

                A message that you sent could not be delivered to one or more of its
                recipients. This is a permanent error. The following address(es) failed:

                  info@example.de
                    (generated from kontakt@example.de)
                    host mx.example.de [192.0.2.7]
                    SMTP error from remote mail server after RCPT TO:<info@example.de>:
                    550-5.1.1 The account does not exist
                    550 5.1.1 see https://example.de/help
                """
        ),
    ]
}
