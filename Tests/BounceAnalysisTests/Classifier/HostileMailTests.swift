import BounceAnalysis
import Testing

@Suite("Hostile mail")
struct HostileMailTests {
    private let head = """
        From: MAILER-DAEMON@mx.example.cn
        Return-Path: <>
        Subject: failure notice

        """

    @Test("A hundred thousand recipients are capped, and the verdict says so")
    func manyRecipients() {
        var mail = head.dropLast() + "Content-Type: message/delivery-status\n\n"
        for number in 0..<100_000 {
            mail += "Final-Recipient: rfc822; u\(number)@example.com\nAction: failed\nStatus: 5.1.1\n\n"
        }
        var limits = AnalysisLimits()
        limits.recipients = 100
        let verdict = BounceClassifier(limits: limits).classify(Array(mail.utf8))
        #expect(verdict.recipients.count == 100)
        #expect(verdict.diagnostics.contains(.tooManyRecipients(kept: 100)))
    }

    @Test(
        "Texts that are nothing but addresses, codes or beginnings of phrases take time in proportion",
        arguments: [
            "a@b.example ", "<a@b.example>:\n550 5.1.1 user\n", "550 5.1.1 ", "user ", "@", "------ ", "mailbox ",
            "\u{1B}$B",
        ]
    )
    func repetitive(unit: String) {
        let mail = Array((head + String(repeating: unit, count: 40_000)).utf8)
        let clock = ContinuousClock()
        let spent = clock.measure { _ = BounceClassifier().classify(mail) }
        // Quadratic work on half a megabyte would take minutes; a debug build needs a second.
        #expect(spent < .seconds(60))
    }

    @Test("Nested reports are opened a few levels deep and no further")
    func nested() {
        var mail = "To: a@example.com\n\nhello\n"
        for level in 0..<50 {
            mail = """
                From: MAILER-DAEMON@mx\(level).example.cn
                Subject: failure notice
                Content-Type: multipart/report; report-type=delivery-status; boundary=b\(level)

                --b\(level)
                Content-Type: message/rfc822

                \(mail)
                --b\(level)--

                """
        }
        let verdict = BounceClassifier().classify(Array(mail.utf8))
        #expect(verdict.recipients.count <= 1)
    }

    @Test("Random bytes after a report's header never fail")
    func noise() {
        var state: UInt64 = 7
        for _ in 0..<300 {
            var mail = Array(head.utf8)
            for _ in 0..<400 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                mail.append(UInt8(truncatingIfNeeded: state >> 40))
            }
            _ = BounceClassifier().classify(mail).jsonLine(id: "x")
        }
    }

    @Test("A verdict is one line of JSON, whatever the message says")
    func jsonLine() {
        let mail = head + "\nCould not be delivered\n\n<a@example.com>:\n550 5.1.1 user \"x\" \\ unknown\t\u{01}\n"
        let line = BounceClassifier().classify(Array(mail.utf8)).jsonLine(id: "目录/\"a\".eml")
        #expect(!line.contains(0x0A))
        #expect(!line.contains { $0 < 0x20 })
        #expect(String(decoding: line, as: UTF8.self).hasPrefix(#"{"id":"目录/\"a\".eml","kind":"bounce","#))
    }
}
