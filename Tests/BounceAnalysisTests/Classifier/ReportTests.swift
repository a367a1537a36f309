import BounceAnalysis
import Testing

@Suite("Delivery reports")
struct ReportTests {
    private func classify(_ fields: String, text: String = "Hello.") -> Verdict {
        BounceClassifier().classify(Array(report(fields, text: text).utf8))
    }

    private func report(_ fields: String, text: String) -> String {
        """
        From: MAILER-DAEMON@mx.example.cn
        Return-Path: <>
        Subject: 退信
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b

        \(text)

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.cn
        Original-Envelope-Id: run-7

        \(fields)

        --b
        Content-Type: message/rfc822

        Message-ID: <1@martlet.example>
        To: 王芳 <wang@例子.example>
        Subject: 账户激活

        550 5.1.1 user unknown: not to be searched, other@example.com
        --b--
        """
    }

    @Test(
        "All recipients are read, whatever the order and spacing of their fields",
        arguments: [
            """
            Final-Recipient: rfc822; a@example.com
            Action: failed
            Status: 5.1.1

            Final-Recipient: rfc822; b@example.com
            Action: failed
            Status: 5.2.2
            """,
            """
            Action: failed
            Status: 5.1.1
            Final-Recipient: rfc822; a@example.com

            Action: failed
            Status: 5.2.2
            Final-Recipient: rfc822; b@example.com
            """,
            """
            Final-Recipient: rfc822; a@example.com
            Action: failed
            Status: 5.1.1
            Final-Recipient: rfc822; b@example.com
            Action: failed
            Status: 5.2.2
            """,
            """
            Final-Recipient: rfc822; <a@example.com>
            Action: FAILED
            Status: 5.1.1 (bad destination mailbox address)

            Original-Recipient: rfc822;b@example.com
            Final-Recipient: rfc822;b@example.com
            Action: failed

            Status: 5.2.2
            """,
        ]
    )
    func layouts(fields: String) {
        let verdict = classify(fields)
        #expect(verdict.kind == .bounce)
        #expect(verdict.recipients.map(\.address) == ["a@example.com", "b@example.com"])
        #expect(verdict.recipients.map(\.status) == ["5.1.1", "5.2.2"])
        #expect(verdict.recipients.map(\.reason) == [.userUnknown, .mailboxFull])
        #expect(verdict.recipients.map(\.deliveryClass) == [.hard, .soft])
    }

    @Test("Fields are read the same with LF, CR LF and bare CR, and whatever follows")
    func lineEnds() {
        let text = report("Final-Recipient: rfc822; a@example.com\nAction: failed\nStatus: 5.1.1", text: "Hello.")
        let plain = BounceClassifier().classify(Array(text.utf8))
        #expect(plain.recipients.map(\.address) == ["a@example.com"])
        for ending in ["\r\n", "\r"] {
            let other = Array(
                text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ending).utf8
            )
            #expect(BounceClassifier().classify(other).recipients == plain.recipients, "\(ending.debugDescription)")
        }
    }

    @Test("A report cut off at any byte is read without failing and never names a mailbox that is not in it")
    func everyPrefix() {
        let text = Array(
            report("Final-Recipient: rfc822; a@example.com\nAction: failed\nStatus: 5.1.1", text: "Hi.").utf8
        )
        for end in 0...text.count {
            let verdict = BounceClassifier().classify(Array(text[..<end]))
            for recipient in verdict.recipients where recipient.address.contains("other@") {
                Issue.record("searched the returned message: \(recipient.address)")
            }
        }
    }

    @Test("What is known for matching is handed over")
    func references() {
        let verdict = classify("Final-Recipient: rfc822; a@example.com\nAction: failed\nStatus: 5.1.1")
        #expect(verdict.references.returnedMessageID == "1@martlet.example")
        #expect(verdict.references.envelopeID == "run-7")
        #expect(verdict.references.returnedRecipients == ["wang@例子.example"])
        #expect(verdict.evidence.rule == "dsn.action")
        #expect(verdict.confidence == .high)
    }

    @Test(
        "The action decides what the report is",
        arguments: [
            ("failed", "5.1.1", .bounce), ("delayed", "4.4.1", .delayed), ("delivered", "2.0.0", .notABounce),
            ("relayed", "2.0.0", .notABounce), ("expanded", "2.0.0", .notABounce),
        ] as [(String, String, Verdict.Kind)]
    )
    func actions(action: String, status: String, kind: Verdict.Kind) {
        let verdict = classify("Final-Recipient: rfc822; a@example.com\nAction: \(action)\nStatus: \(status)")
        #expect(verdict.kind == kind)
        if kind == .notABounce { #expect(verdict.recipients.allSatisfy { $0.deliveryClass == .delivered }) }
    }

    @Test("A vague status gives way to the code in the diagnostic, a contradicted one to that of the reply's class")
    func betterStatus() {
        let vague = classify(
            """
            Final-Recipient: rfc822; a@example.com
            Action: failed
            Status: 5.0.0
            Diagnostic-Code: smtp; 552 5.2.2 <a@example.com>: mailbox full
            """
        )
        #expect(vague.recipients.map(\.status) == ["5.2.2"])
        #expect(vague.recipients.map(\.reply) == [552])
        let contradicted = classify(
            """
            Final-Recipient: rfc822; a@example.com
            Action: failed
            Status: 4.0.0
            Diagnostic-Code: smtp; 550 5.1.1 user unknown
            """
        )
        #expect(contradicted.recipients.map(\.status) == ["5.1.1"])
    }

    @Test("Internationalised recipients are read from utf-8 address fields (RFC 6533)")
    func internationalised() {
        let verdict = classify("Final-Recipient: utf-8; 王芳@例子.example\nAction: failed\nStatus: 5.1.1")
        #expect(verdict.recipients.map(\.address) == ["王芳@例子.example"])
    }

    @Test("Pipes and files are no recipients: the address of the original recipient is taken")
    func pipes() {
        let verdict = classify(
            """
            Final-Recipient: x-unix; |/usr/bin/procmail
            Original-Recipient: rfc822; a@example.com
            Action: failed
            Status: 5.3.0
            """
        )
        #expect(verdict.recipients.map(\.address) == ["a@example.com"])
    }
}
