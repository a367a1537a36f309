import BounceAnalysis
import Testing

@Suite("Kinds of mail")
struct KindTests {
    private func kind(_ mail: String) -> Verdict.Kind { BounceClassifier().classify(Array(mail.utf8)).kind }

    @Test(
        "Automatic replies are known by header or subject, in several languages",
        arguments: [
            "Auto-Submitted: auto-replied\nSubject: 您好", "X-Autoreply: yes\nSubject: Re: hello",
            "Precedence: auto_reply\nSubject: hello", "Subject: 自动回复: 账户激活", "Subject: Out of office: invoice",
            "Subject: Abwesenheitsnotiz", "Subject: Réponse automatique : facture",
            "Subject: =?utf-8?B?6Ieq5Yqo5Zue5aSN?=: hello", "Subject: Автоматический ответ: счёт",
            "Subject: 自動応答: 請求書",
        ]
    )
    func autoReplies(header: String) {
        #expect(kind("From: 王芳 <wang@example.cn>\n\(header)\n\nI am away.\n") == .autoReply)
    }

    @Test(
        "Ordinary mail, and mail that talks of bounces, is no bounce",
        arguments: [
            "Subject: Mittagessen?\n\nUm eins?",
            "Subject: Re: failure notice\n\n> <a@example.com>:\n> 550 user unknown\n\nWhy?",
            "Subject: our mailbox is full of joy\n\nThe recipient's mailbox is full, said the postmaster.",
            "Subject: 会议\n\n用户不存在这个问题已经解决。",
        ]
    )
    func ordinary(mail: String) {
        #expect(kind("From: 李雷 <li@example.cn>\nTo: us@example.com\n\(mail)\n") == .notABounce)
    }

    @Test("A read receipt is no bounce")
    func receipt() {
        let mail = """
            From: wang@example.cn
            Subject: Read: hello
            Content-Type: multipart/report; report-type=disposition-notification; boundary=b

            --b

            Your message was displayed.
            --b
            Content-Type: message/disposition-notification

            Final-Recipient: rfc822; wang@example.cn
            Disposition: manual-action/MDN-sent-manually; displayed
            --b--
            """
        let verdict = BounceClassifier().classify(Array(mail.utf8))
        #expect(verdict.kind == .notABounce)
        #expect(verdict.subtype == "read-receipt")
    }

    @Test("A feedback report is a complaint and names who complained")
    func feedback() {
        let mail = """
            From: feedback@isp.example
            Subject: FW: hello
            Content-Type: multipart/report; report-type=feedback-report; boundary=b

            --b

            This is an abuse report.
            --b
            Content-Type: message/feedback-report

            Feedback-Type: abuse
            Version: 1
            Original-Rcpt-To: <wang@example.cn>
            --b
            Content-Type: message/rfc822

            Message-ID: <1@martlet.example>
            To: someone@example.com

            Hello
            --b--
            """
        let verdict = BounceClassifier().classify(Array(mail.utf8))
        #expect(verdict.kind == .complaint)
        #expect(verdict.subtype == "abuse")
        #expect(verdict.recipients.map(\.address) == ["wang@example.cn"])
        #expect(verdict.references.returnedMessageID == "1@martlet.example")
    }

    @Test("Mail to our unsubscribe and confirmation addresses is what the address says")
    func addresses() throws {
        let leave = try ReversePathPattern("unsubscribe+{token}@example.com")
        let confirm = try ReversePathPattern("confirm+{token}@example.com")
        let classifier = BounceClassifier(addresses: [(leave, .unsubscribe), (confirm, .confirmation)])
        var maker = VERPToken.Maker(secret: Array("secret".utf8))
        for (pattern, kind) in [(leave, .unsubscribe), (confirm, .confirmation)] as [(ReversePathPattern, Verdict.Kind)]
        {
            let address = pattern.make(VERPToken(run: 1, seq: 2), maker: &maker)
            let mail = "From: a@example.cn\nTo: <\(address)>\nSubject: ok\n\nok\n"
            #expect(classifier.classify(Array(mail.utf8)).kind == kind)
        }
    }

    @Test("A notification of a sending service is read from its JSON")
    func service() {
        let mail = """
            From: no-reply@sns.amazonaws.com
            Subject: AWS Notification Message

            {"notificationType":"Bounce","bounce":{"bounceType":"Permanent","bouncedRecipients":[{"emailAddress":"a@example.com",\
            "action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"}]},"mail":{"source":"us@example.org"}}
            """
        let verdict = BounceClassifier().classify(Array(mail.utf8))
        #expect(verdict.kind == .bounce)
        #expect(verdict.recipients.map(\.address) == ["a@example.com"])
        #expect(verdict.recipients.map(\.reason) == [.userUnknown])
    }
}
