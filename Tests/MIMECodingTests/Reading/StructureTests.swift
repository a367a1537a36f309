import Testing

@testable import MIMECoding

@Suite("The tree of parts")
struct StructureTests {
    private static let report = [
        "From: MAILER-DAEMON@example.net", "Subject: =?UTF-8?B?6YCA5L+h?=", "MIME-Version: 1.0",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b 1\"", "", "preamble", "", "--b 1",
        "",
        "抱歉", "", "--b 1", "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.example.net", "",
        "Final-Recipient: rfc822; 李雷@例子.中国", "Status: 5.1.1", "", "--b 1", "Content-Type: message/rfc822", "",
        "Subject: hello", "Content-Type: multipart/alternative; boundary=in", "", "--in", "", "one", "--in",
        "Content-Type: text/html", "", "<p>", "--in--", "", "--b 1--", "epilogue", "",
    ]

    @Test("A report is read alike with every line end", arguments: ["\r\n", "\n", "\r"])
    func lineEnds(lineEnd: String) throws {
        let message = MIMEMessage(messageText(Self.report, lineEnd: lineEnd))
        #expect(
            message.outline
                == "'' multipart/report, 1 text/plain, 2 message/delivery-status, 2.1 text/plain, 2.2 text/plain, "
                + "3 message/rfc822, 3.1 multipart/alternative, 3.1.1 text/plain, 3.1.2 text/html"
        )
        #expect(message.diagnostics.isEmpty)
        #expect(message.text(.subject) == "退信")
        #expect(message.text(at: "1") == "抱歉" + lineEnd)
        let groups = message.children(of: message.parts[2])
        #expect(groups.count == 2)
        #expect(groups.last.flatMap { message.text("final-recipient", in: $0) } == "rfc822; 李雷@例子.中国")
        #expect(groups.last.flatMap { message.text("STATUS", in: $0) } == "5.1.1")
        #expect(message.text(.subject, in: message.parts[6]) == "hello")
        #expect(message.text(at: "3.1.2") == "<p>")
        #expect(String(decoding: message.bytes[message.root.preamble], as: UTF8.self) == "preamble" + lineEnd)
        #expect(String(decoding: message.bytes[message.root.epilogue], as: UTF8.self) == "epilogue" + lineEnd)
        #expect(message.children(of: message.root).map(\.ordinal) == [1, 2, 3])
    }

    @Test("Line ends may be mixed, and stray CRs before an LF are no empty line")
    func mixedLineEnds() {
        let text =
            "Subject: a\r\r\nContent-Type: multipart/mixed; boundary=x\n\r\n--x\r\n\r\none\n--x\n\ntwo\r\n--x--\n"
        let message = MIMEMessage(Array(text.utf8))
        #expect(message.outline == "'' multipart/mixed, 1 text/plain, 2 text/plain")
        #expect(message.text(at: "1") == "one")
        #expect(message.text(at: "2") == "two")
    }

    @Test("Boundaries that begin alike are told apart")
    func similarBoundaries() {
        let message = MIMEMessage(
            messageText([
                "Content-Type: multipart/mixed; boundary=b", "", "--b", "Content-Type: multipart/mixed; boundary=bb",
                "",
                "--bb", "", "inner", "--bbb", "still inner", "--bb--", "--b ", "", "outer", "--b--x", "more",
                "--b-- \t",
            ])
        )
        #expect(message.outline == "'' multipart/mixed, 1 multipart/mixed, 1.1 text/plain, 2 text/plain")
        #expect(message.text(at: "1.1") == "inner\r\n--bbb\r\nstill inner")
        #expect(message.text(at: "2") == "outer\r\n--b--x\r\nmore")
    }

    @Test("A delimiter of an outer multipart ends the inner ones")
    func prematureEnd() {
        let message = MIMEMessage(
            messageText([
                "Content-Type: multipart/mixed; boundary=out", "", "--out",
                "Content-Type: multipart/mixed; boundary=in",
                "", "--in", "", "one", "--out", "", "two",
            ])
        )
        #expect(message.outline == "'' multipart/mixed, 1 multipart/mixed, 1.1 text/plain, 2 text/plain")
        #expect(message.text(at: "1.1") == "one")
        #expect(message.text(at: "2") == "two")
        #expect(message.diagnosticKinds == [.missingClose, .missingClose])
        #expect(message.parts.map(\.isCutOff) == [true, false, false, true])
    }

    @Test("Two levels with one boundary are read from the inside out")
    func sameBoundary() {
        let message = MIMEMessage(
            messageText([
                "Content-Type: multipart/mixed; boundary=x", "", "--x",
                "Content-Type: multipart/alternative; boundary=x",
                "", "--x", "", "one", "--x", "", "two", "--x--", "--x", "", "three", "--x--",
            ])
        )
        #expect(
            message.outline
                == "'' multipart/mixed, 1 multipart/alternative, 1.1 text/plain, 1.2 text/plain, 2 text/plain"
        )
        #expect(message.text(at: "2") == "three")
    }

    @Test("A multipart without its boundary keeps its text")
    func boundaryNotFound() {
        let message = MIMEMessage(
            messageText(["Content-Type: multipart/mixed; boundary=x", "", "text", "--y", "text"])
        )
        #expect(message.outline == "'' multipart/mixed")
        #expect(message.text(of: message.root) == "text\r\n--y\r\ntext")
        #expect(message.diagnosticKinds == [.boundaryNotFound])
    }

    @Test("A forgotten boundary parameter is made good by a delimiter line with a field after it")
    func guessedBoundary() {
        let message = MIMEMessage(
            messageText(["Content-Type: multipart/mixed", "", "", "--x", "Content-Type: text/html", "", "a", "--x--"])
        )
        #expect(message.outline == "'' multipart/mixed, 1 text/html")
        #expect(message.diagnosticKinds == [.boundaryGuessed])
        let plain = MIMEMessage(messageText(["Content-Type: multipart/mixed", "", "--", "Li Lei", "-- ", "--x", "y"]))
        #expect(plain.outline == "'' multipart/mixed")
        #expect(plain.diagnosticKinds == [.missingBoundary])
    }

    @Test("Parts of a digest are messages by default")
    func digest() {
        let message = MIMEMessage(
            messageText([
                "Content-Type: multipart/digest; boundary=x", "", "--x", "", "Subject: one", "", "a", "--x",
                "Content-Type: text/plain", "", "b", "--x--",
            ])
        )
        #expect(message.outline == "'' multipart/digest, 1 message/rfc822, 1.1 text/plain, 2 text/plain")
        #expect(message.text(.subject, in: message.parts[2]) == "one")
    }

    @Test("Encoded embedded messages and reports are decoded and opened")
    func encodedMessages() {
        let inner = messageText(["Subject: 你好", "Content-Type: multipart/mixed; boundary=out", "", "--out", "", "in"])
        let status = messageText(["Reporting-MTA: dns; a", "", "Final-Recipient: rfc822; b@example.com"])
        let message = MIMEMessage(
            messageText([
                "Content-Type: multipart/mixed; boundary=out", "", "--out", "Content-Type: message/rfc822",
                "Content-Transfer-Encoding: base64", "", String(decoding: Base64.encoded(inner), as: UTF8.self),
                "--out",
                "Content-Type: message/delivery-status", "Content-Transfer-Encoding: BASE64", "",
                String(decoding: Base64.encoded(status), as: UTF8.self), "--out--",
            ])
        )
        #expect(
            message.outline
                == "'' multipart/mixed, 1 message/rfc822, 1.1 multipart/mixed, 1.1.1 text/plain, "
                + "2 message/delivery-status, 2.1 text/plain, 2.2 text/plain"
        )
        #expect(message.text(.subject, in: message.parts[2]) == "你好")
        #expect(message.text(at: "1.1.1") == "in")
        #expect(message.text("final-recipient", in: message.parts[6]) == "rfc822; b@example.com")
        #expect(message.diagnosticKinds.filter { $0 == .encodedMessage }.count == 2)
        #expect(message.originalCount < message.bytes.count)
    }

    @Test("A returned header is opened as a message of its own")
    func returnedHeader() {
        let message = MIMEMessage(
            messageText([
                "Content-Type: text/rfc822-headers", "Content-Transfer-Encoding: quoted-printable", "",
                "Subject: a=3Db", "Message-ID: <1@example.com>",
            ])
        )
        let header = message.returnedHeader(in: message.root)
        #expect(header?.text(.subject) == "a=b")
        #expect(header?.text(.messageID) == "<1@example.com>")
    }
}
