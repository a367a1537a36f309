import Testing

@testable import MIMECoding

@Suite("Fields of lawful bulk mail")
struct BulkMailTests {
    private func header(_ change: (inout MessageLayout.Fields, inout MessageValues) -> Void) throws
        -> ReferenceReader.Part
    {
        var fields = ComposerSamples.fields()
        var values = try ComposerSamples.values()
        values.text = .text("x\n")
        change(&fields, &values)
        return try #require(ReferenceReader.message(ComposerSamples.compose(values, MessageLayout(fields))))
    }

    @Test("A full campaign header has each field once, in order")
    func campaign() throws {
        let message = try header { fields, values in
            fields.sender = MailboxText(address: "bounce@example.com")
            fields.replyTo = [.mailbox(MailboxText(name: "Hilfe", address: "help@example.com"))]
            fields.cc = [.mailbox(MailboxText(address: "copy@example.com"))]
            fields.bulk = BulkMailFields(
                listID: .init(name: "Neuigkeiten für alle", identifier: "news.example.com"),
                feedbackID: "c42:cust7:news:martlet",
                precedence: .bulk,
                autoSubmitted: .generated
            )
            fields.fixed = [(try? HeaderName("X-Campaign"), "春节".bytes)].compactMap { name, text in
                name.map { ($0, text) }
            }
            fields.perMessage = [try? HeaderName("X-Row"), try? HeaderName("X-None")].compactMap { $0 }
            values.fields = ["17".bytes[...], []]
            values.inReplyTo = "q@example.com".bytes[...]
            values.references = ["p@example.com".bytes[...], "q@example.com".bytes[...]]
            values.unsubscribe = UnsubscribeOffer(url: "https://example.com/u/k3", mailto: "leave+k3@example.com")
        }
        #expect(
            message.fields.map(\.name) == [
                "From", "Sender", "Reply-To", "To", "Cc", "Subject", "Date", "Message-ID", "In-Reply-To", "References",
                "List-Unsubscribe", "List-Unsubscribe-Post", "List-Id", "Feedback-ID", "Precedence", "Auto-Submitted",
                "X-Campaign", "X-Row", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
            ]
        )
        #expect(message.value("List-Unsubscribe") == "<https://example.com/u/k3>, <mailto:leave+k3@example.com>")
        #expect(message.value("List-Unsubscribe-Post") == "List-Unsubscribe=One-Click")
        #expect(message.value("List-Id") == "=?UTF-8?Q?Neuigkeiten_f=C3=BCr_alle?= <news.example.com>")
        #expect(message.value("X-Row") == "17")
    }

    @Test("One click is offered with a web address only")
    func mailtoOnly() throws {
        let message = try header { _, values in values.unsubscribe = UnsubscribeOffer(mailto: "leave%k3@example.com") }
        #expect(message.value("List-Unsubscribe") == "<mailto:leave%25k3@example.com>")
        #expect(message.values("List-Unsubscribe-Post").isEmpty)
    }

    @Test(
        "A web address must be https and plain ASCII",
        arguments: [
            "http://example.com/", "https://", "https://例え.example/", "https://a/ b", "https://a/>", "https://a/\"",
            "ftp://a/",
        ]
    )
    func badURL(_ url: String) {
        #expect(throws: HeaderFault.self) {
            try header { _, values in values.unsubscribe = UnsubscribeOffer(url: url) }
        }
    }

    @Test("A web address that no line can hold is refused; one that is long has a line to itself")
    func longURL() throws {
        let long = "https://example.com/" + String(repeating: "k", count: 900)
        let message = try header { _, values in
            values.unsubscribe = UnsubscribeOffer(url: long, mailto: "leave@example.com")
        }
        #expect(message.value("List-Unsubscribe") == "<\(long)>, <mailto:leave@example.com>")
        #expect(throws: HeaderFault(field: "List-Unsubscribe", reason: .tooLong(limit: 994))) {
            try header { _, values in
                values.unsubscribe = UnsubscribeOffer(url: long + String(repeating: "k", count: 100))
            }
        }
    }

    @Test(
        "A job cannot set what is not its to set, in any spelling",
        arguments: [
            "From", "sUBJECT", "BCC", "Bcc", "Received", "Return-Path", "DKIM-Signature", "Content-Type", "content-md5",
            "Resent-To", "ARC-Seal", "MIME-Version", "Date", "Message-ID", "To", "Authentication-Results",
            "List-Unsubscribe-Post",
        ]
    )
    func reserved(_ text: String) throws {
        let name = try HeaderName(text)
        #expect(!name.isOpenToJobs)
        #expect(throws: HeaderFault(field: text, reason: .reservedName)) {
            try header { fields, _ in fields.fixed = [(name, [])] }
        }
        #expect(throws: HeaderFault(field: text, reason: .reservedName)) {
            try header { fields, _ in fields.perMessage = [name] }
        }
    }

    @Test("A field given twice is refused, also under another spelling")
    func twice() throws {
        let names = [try HeaderName("X-A"), try HeaderName("x-a")]
        #expect(throws: HeaderFault(field: "x-a", reason: .repeated)) {
            try header { fields, _ in
                fields.fixed = [(names[0], [])]
                fields.perMessage = [names[1]]
            }
        }
        #expect(throws: HeaderFault(field: "From", reason: .repeated)) {
            try header { _, values in values.from = [MailboxText(address: "other@example.com")] }
        }
    }

    @Test(
        "Field names are ftext",
        arguments: ["", "a b", "a:", "ä", "a\u{0}", "a\r\nb", String(repeating: "a", count: 61)]
    )
    func badName(_ text: String) {
        #expect(throws: HeaderFault.self) { try HeaderName(text) }
    }

    @Test("Several senders need a Sender; From may come with each message")
    func from() throws {
        let two = [MailboxText(address: "a@example.com"), MailboxText(address: "b@example.com")]
        #expect(throws: HeaderFault(field: "Sender", reason: .missing)) {
            try header { fields, _ in fields.from = two }
        }
        let message = try header { fields, values in
            fields.from = []
            values.from = [MailboxText(name: "支持", address: "help@example.com")]
        }
        #expect(message.value("From") == "=?UTF-8?B?5pSv5oyB?= <help@example.com>")
        #expect(throws: HeaderFault(field: "From", reason: .missing)) { try header { fields, _ in fields.from = [] } }
    }

    @Test("A field for programs keeps a long word whole, up to the longest line there is")
    func longWords() throws {
        let value = "{\"id\":\"" + String(repeating: "k", count: 400) + "\"} next"
        let message = try header { fields, values in
            fields.fixed = [(try? HeaderName("X-Fixed"), value.bytes)].compactMap { name, text in
                name.map { ($0, text) }
            }
            fields.perMessage = [try? HeaderName("X-Data"), try? HeaderName("X-Huge")].compactMap { $0 }
            values.fields = [value.bytes[...], [UInt8](repeating: 0x6B, count: 2000)[...]]
        }
        #expect(message.value("X-Fixed") == value)
        #expect(message.value("X-Data") == value)
        #expect(ReferenceReader.decodeText(message.value("X-Huge").bytes)?.count == 2000)
    }

    @Test(
        "A file's ending tells its media type",
        arguments: [
            ("账单.PDF", "application/pdf"), ("a.tar.gz", "application/gzip"), ("logo.png", "image/png"),
            ("pdf", "application/octet-stream"), ("x.eml", "application/octet-stream"),
            ("", "application/octet-stream"),
            (".pdf", "application/pdf"), ("x.", "application/octet-stream"),
        ]
    )
    func mediaTypes(_ name: String, _ expected: String) {
        #expect(MediaType(filename: name.utf8).description == expected)
    }

    @Test(
        "Media types are checked; composite ones cannot be attachments",
        arguments: ["", "pdf", "a/b/c", "text/", "/x", "text/pl ain", "message/rfc822", "Multipart/mixed", "text/ü"]
    )
    func badMediaType(_ text: String) {
        #expect(throws: HeaderFault(field: "Content-Type", reason: .malformed(.mediaType))) { try MediaType(text) }
    }
}
