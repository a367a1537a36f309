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

    @Test("A message of many megabytes is judged by its beginning")
    func large() {
        let report = """
            From: MAILER-DAEMON@mx.example.cn
            Subject: failure notice
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b

            Your message could not be delivered.
            --b
            Content-Type: message/delivery-status

            Final-Recipient: rfc822; wang@example.cn
            Action: failed
            Status: 5.1.1

            --b
            Content-Type: message/rfc822

            Subject: 附件


            """
        let mail = Array(report.utf8) + [UInt8](repeating: 0x41, count: 100 << 20)
        let verdict = BounceClassifier().classify(mail)
        #expect(verdict.kind == .bounce)
        #expect(verdict.recipients.map(\.address) == ["wang@example.cn"])
    }

    @Test("Headers of ten megabytes, of one field or of many, are read as far as the limit")
    func header() {
        let fold = String(repeating: "X-Long: " + String(repeating: "a", count: 990) + "\n ", count: 10_000)
        let many = String(repeating: "X-Field: a@example.com\n", count: 450_000)
        for fields in [fold, many] {
            let mail =
                "From: MAILER-DAEMON@mx.example.cn\nSubject: failure notice\n" + fields + "\n\nCould not be delivered\n"
            let verdict = BounceClassifier().classify(Array(mail.utf8))
            #expect(!verdict.diagnostics.isEmpty)
            #expect(verdict.recipients.isEmpty)
        }
    }

    @Test("Ten thousand parts, and parts nested a thousand deep, end at the limit")
    func parts() {
        let head = "From: MAILER-DAEMON@mx.example.cn\nSubject: failure notice\n"
        let wide =
            head + "Content-Type: multipart/mixed; boundary=b\n\n"
            + String(repeating: "--b\nContent-Type: text/plain\n\n<a@example.com>: 550 no such user\n", count: 10_000)
        var deep = head
        for level in 0..<1_000 {
            deep += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n"
        }
        deep += "\n<a@example.com>: 550 no such user\n"
        for mail in [wide, deep] {
            let verdict = BounceClassifier().classify(Array(mail.utf8))
            #expect(!verdict.diagnostics.isEmpty)
            #expect(verdict.recipients.count <= 1)
        }
    }

    @Test(
        "A charset that lies costs words, not the verdict",
        arguments: ["utf-16", "utf-7", "iso-2022-jp", "gb18030", "x-nobody-knows", "utf-8\"; x=\"", ""]
    )
    func charset(name: String) {
        let mail = """
            From: MAILER-DAEMON@mx.example.cn
            Subject: =?\(name)?B?5aSx6LSl?= failure notice
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: text/plain; charset="\(name)"

            \u{1B}$B 用户不存在 \u{FFFD} <x@example.cn>
            --b
            Content-Type: message/delivery-status

            Final-Recipient: rfc822; wang@example.cn
            Action: failed
            Status: 5.1.1

            --b--
            """
        let verdict = BounceClassifier().classify(Array(mail.utf8))
        #expect(verdict.kind == .bounce)
        #expect(verdict.recipients.map(\.address) == ["wang@example.cn"])
    }

    @Test(
        "Hostile addresses stay text: capped, without line ends, and one recipient at most",
        arguments: [
            "<a@b.example>\r\nBcc: <c@d.example>", "\"; DROP TABLE verdict; --\"@example.com",
            "a@" + String(repeating: "b.", count: 5_000),
            String(repeating: "a", count: 100_000) + "@example.com", "@@@@@@", "<<<<<<<<a@b>>>>>>", "a@[IPv6:::1]",
            "|/bin/sh@example.com", "../../etc/passwd@example.com", "a\u{0}b@example.com", "\u{202E}moc.elpmaxe@a",
        ]
    )
    func addresses(address: String) {
        let mail = """
            From: MAILER-DAEMON@mx.example.cn
            Subject: failure notice
            Content-Type: message/delivery-status

            Final-Recipient: rfc822; \(address)
            Action: failed
            Status: 5.1.1
            """
        let verdict = BounceClassifier().classify(Array(mail.utf8))
        #expect(verdict.recipients.count <= 1)
        for recipient in verdict.recipients {
            #expect(recipient.address.utf8.count <= 512)
            #expect(!recipient.address.utf8.contains { $0 == 0x0A || $0 == 0x0D })
        }
        #expect(!verdict.jsonLine(id: "x").contains { $0 < 0x20 })
    }
}
