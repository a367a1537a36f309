import Testing

@testable import MIMECoding

@Suite("Header blocks")
struct HeaderTests {
    @Test("Fields are found in any case, in order, with their spelling")
    func lookup() {
        let message = MIMEMessage(messageText(["A: 1", "b-C: 2", "a:3", "B-c:  4  ", "", "A: 5"]))
        #expect(message.all("A").map(message.text(of:)) == ["1", "3"])
        #expect(message.text("B-C") == "2")
        #expect(message.fields(of: message.root).map(message.name(of:)) == ["A", "b-C", "a", "B-c"])
        #expect(message.first("c") == nil)
        #expect(message.first("") == nil)
        #expect(message.text(of: message.root) == "A: 5")
    }

    @Test("Folding vanishes, the white space after it stays", arguments: ["\r\n", "\n", "\r"])
    func folding(lineEnd: String) {
        let message = MIMEMessage(
            messageText(["Subject: one", " two", "\tthree", "  ", " four", "", ""], lineEnd: lineEnd)
        )
        #expect(message.text(.subject) == "one two\tthree   four")
        #expect(message.first(.subject).map(message.unfolded) == Array("one two\tthree   four".utf8))
    }

    @Test(
        "Broken header blocks give what they hold",
        arguments: [
            ("", "", "", []), ("\r\n", "", "", []), ("\r\nbody", "", "body", []),
            ("Subject: a", "a", "", []), ("Subject: a\r\n", "a", "", []), ("Subject: a\r\n\r\n", "a", "", []),
            ("just text", "", "just text", [.missingEmptyLine]),
            ("Subject: a\r\ntext\r\nmore", "a", "text\r\nmore", [.missingEmptyLine]),
            ("Subject: a\r\nstray\r\nTo: b\r\n\r\nx", "a stray", "x", [.strayHeaderLine]),
            (" lost\r\nSubject: a\r\n\r\nx", "a", "x", [.leadingContinuation]),
            (" text\r\nmore", "", " text\r\nmore", [.missingEmptyLine]),
            ("From a@example.com Mon Nov 23 09:00:00 2026\nSubject: a\n\nx", "a", "x", []),
            (">From a@example.com Mon Nov 23 09:00:00 2026\nSubject: a\n\nx", "a", "x", []),
            ("Subject : a\r\n\r\nx", "a", "x", []), ("SUBJECT:\r\n a\r\n\r\nx", "a", "x", []),
            ("Subject: a\u{0}b\r\n\r\nx", "a\u{0}b", "x", [.nulBytes]),
            (": a\r\nSubject: b", "", ": a\r\nSubject: b", [.missingEmptyLine]),
            ("Subject: a\rb\r\n\r\nx", "a b", "x", []), ("Subject: a\rb", "a", "b", [.missingEmptyLine]),
        ] as [(String, String, String, [MIMEDiagnostic.Kind])]
    )
    func broken(text: String, subject: String, body: String, diagnostics: [MIMEDiagnostic.Kind]) {
        let message = MIMEMessage(Array(text.utf8))
        #expect(message.text(.subject) ?? "" == subject)
        #expect(message.text(of: message.root) == body)
        #expect(message.diagnosticKinds == diagnostics)
        #expect(message.parts.count == 1)
    }

    @Test("A part without an empty line ends its header at the next delimiter")
    func delimiterInHeader() {
        let message = MIMEMessage(
            messageText([
                "Content-Type: multipart/mixed; boundary=\"x:y\"", "", "--x:y", "Content-Type: text/html", "--x:y", "",
                "two", "--x:y--",
            ])
        )
        #expect(message.outline == "'' multipart/mixed, 1 text/html, 2 text/plain")
        #expect(message.text(at: "2") == "two")
    }

    @Test("The file name comes from the disposition, else from the type")
    func fileNames() {
        let named = MIMEMessage(
            messageText([
                "Content-Type: application/pdf; name=\"other.pdf\"",
                "Content-Disposition: attachment; filename*0*=UTF-8''%E8%B4%A6; filename*1*=%E5%8D%95.pdf",
            ])
        )
        #expect(named.fileName(of: named.root) == "账单.pdf")
        #expect(named.disposition(of: named.root)?.kind == "attachment")
        let typed = MIMEMessage(Array("Content-Type: application/pdf; name=\"=?UTF-8?B?6LSm5Y2V?=.pdf\"".utf8))
        #expect(typed.fileName(of: typed.root) == "账单.pdf")
    }
}
