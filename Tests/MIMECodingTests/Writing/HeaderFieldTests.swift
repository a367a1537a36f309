import Testing

@testable import MIMECoding

@Suite("Header fields")
struct HeaderFieldTests {
    private func written(_ body: (inout MessageBuffer) throws -> Void) rethrows -> String {
        var buffer = MessageBuffer()
        try body(&buffer)
        return String(decoding: buffer.copy(0..<buffer.count), as: UTF8.self)
    }

    @Test(
        "Subjects stay readable where they can, and encode only what must be",
        arguments: [
            ("Hello", "Hello"), ("", ""), ("a  b", "a  b"), (" a", "=?UTF-8?Q?_a?="), ("a ", "=?UTF-8?Q?a_?="),
            ("=?UTF-8?B?w7w=?=", "=?UTF-8?B?PT9VVEYtOD9CP3c3dz0/PQ==?="),
            ("Your account, Zoé", "Your account, =?UTF-8?Q?Zo=C3=A9?="),
            ("Ihre Übersicht für den laufenden Monat", "Ihre =?UTF-8?B?w5xiZXJzaWNodCBmw7xy?= den laufenden Monat"),
            ("激活您的帐户", "=?UTF-8?B?5r+A5rS75oKo55qE5biQ5oi3?="), ("bell\u{7}", "=?UTF-8?Q?bell=07?="),
        ]
    )
    func subjects(_ text: String, _ expected: String) throws {
        #expect(
            try written { try UnstructuredField.write(.subject, text.bytes.span, into: &$0) }
                == "Subject: \(expected)\r\n"
        )
    }

    @Test(
        "Mailboxes are written with atoms, quotes or encoded words",
        arguments: [
            ("", "a@b.example", "a@b.example"), ("Anna Berg", "a@b.example", "Anna Berg <a@b.example>"),
            ("Berg, Anna", "a@b.example", "\"Berg, Anna\" <a@b.example>"),
            ("A. \"Annie\" B\\", "a@b.example", "\"A. \\\"Annie\\\" B\\\\\" <a@b.example>"),
            ("王小明", "w@b.example", "=?UTF-8?B?546L5bCP5piO?= <w@b.example>"),
            (
                "Müller, Anna <x@y.example>", "a@b.example",
                "=?UTF-8?B?TcO8bGxlciwgQW5uYSA8eEB5LmV4YW1wbGU+?= <a@b.example>"
            ),
            ("evil@x.example", "a@b.example", "\"evil@x.example\" <a@b.example>"),
            ("Anna", "\"odd local\"@b.example", "Anna <\"odd local\"@b.example>"),
            ("Anna", "a@[IPv6:::1]", "Anna <a@[IPv6:::1]>"),
        ]
    )
    func mailboxes(_ name: String, _ address: String, _ expected: String) throws {
        let entry = AddressEntry.mailbox(MailboxText(name: name, address: address))
        #expect(try written { try AddressField.write(.to, [entry], into: &$0) } == "To: \(expected)\r\n")
    }

    @Test("Lists fold between mailboxes; groups keep theirs together")
    func lists() throws {
        let names = ["Anna Berg", "王小明", "Berg, Otto", ""]
        let mailboxes = names.map { MailboxText(name: $0, address: "someone@mail.example.com") }
        let text = try written { buffer in
            let group = AddressEntry.group(name: "Büro".bytes[...], members: Array(mailboxes.prefix(2)))
            let empty = AddressEntry.group(name: "none".bytes[...], members: [])
            try AddressField.write(.cc, mailboxes.map { .mailbox($0) } + [group, empty], into: &buffer)
        }
        let expected = """
            Cc: Anna Berg <someone@mail.example.com>, =?UTF-8?B?546L5bCP5piO?=
             <someone@mail.example.com>, "Berg, Otto" <someone@mail.example.com>,
             someone@mail.example.com, =?UTF-8?B?QsO8cm8=?=: Anna Berg
             <someone@mail.example.com>, =?UTF-8?B?546L5bCP5piO?=
             <someone@mail.example.com>;, none:;

            """
        #expect(text == expected.replacing("\n", with: "\r\n"))
    }

    @Test(
        "What cannot stand between angle brackets is no address",
        arguments: [
            "", "a", "@b", "a@", "a b@c", "a@b>", "<a@b", "a@b c", "a@b,c@d", "a@b\u{0}", "a@b\r\nBcc: x@y", "a\n@b",
            "\"a@b",
            "a\"b@c", "a@[b", "a@\u{2028}b", "a@b;", "\"a\"b@c", "a\t@b", "()@b", "\"\\\"@b",
        ]
    )
    func badAddresses(_ address: String) {
        let entry = AddressEntry.mailbox(MailboxText(address: address))
        #expect(throws: HeaderFault.self) {
            try written { try AddressField.write(.to, [entry], charset: .utf8, into: &$0) }
        }
    }

    @Test(
        "A value with CR, LF or NUL is refused in every field",
        arguments: ["a\rb", "a\nb", "a\r\nBcc: x", "\u{0}", "ü\n"]
    )
    func injection(_ text: String) throws {
        let content: [UInt8] = []
        let entry = AddressEntry.mailbox(MailboxText(name: text, address: "a@b.example"))
        let group = AddressEntry.group(name: text.bytes[...], members: [])
        for charset in [HeaderCharset.ascii, .utf8] {
            #expect(throws: HeaderFault.self) {
                try written { try UnstructuredField.write(.subject, text.bytes.span, charset: charset, into: &$0) }
            }
            for bad in [entry, group] {
                #expect(throws: HeaderFault.self) {
                    try written { try AddressField.write(.to, [bad], charset: charset, into: &$0) }
                }
            }
        }
        #expect(throws: HeaderFault.self) {
            try written { try IdentifierField.write(.messageID, text.bytes[...], into: &$0) }
        }
        for offer in [
            UnsubscribeOffer(url: "https://x/\(text)"), UnsubscribeOffer(mailto: "\(text)@b.example"),
            UnsubscribeOffer(mailto: "mailto:\(text)"),
        ] {
            #expect(throws: HeaderFault.self) { try written { try offer.write(into: &$0) } }
        }
        #expect(throws: HeaderFault.self) {
            try EncodedPart(.attachment, mediaType: .octetStream, filename: text.bytes, content: content.span)
        }
        #expect(throws: HeaderFault.self) {
            try EncodedPart(
                .inline(contentID: text.bytes),
                mediaType: .octetStream,
                filename: [],
                content: content.span
            )
        }
        #expect(throws: HeaderFault.self) { try MediaType("text/\(text)") }
        #expect(throws: HeaderFault.self) { try HeaderName("X-\(text)") }
        for bulk in [
            BulkMailFields(listID: .init(name: text, identifier: "a.b")),
            BulkMailFields(listID: .init(identifier: text)),
            BulkMailFields(feedbackID: text),
        ] {
            #expect(throws: HeaderFault.self) { try written { try bulk.write(controls: .carry, into: &$0) } }
        }
    }

    @Test(
        "Other control characters and line separators are carried, or refused where that is asked for",
        arguments: ["a\u{7}", "a\u{1B}", "a\u{7F}", "a\u{85}b", "a\u{2028}b", "a\u{2029}b"]
    )
    func controls(_ text: String) throws {
        for charset in [HeaderCharset.ascii, .utf8] {
            let field = try written {
                try UnstructuredField.write(.subject, text.bytes.span, charset: charset, into: &$0)
            }
            #expect(ReferenceReader.decodeText(Array(field.dropFirst(9).dropLast(1).utf8)) == text.bytes)
            #expect(throws: HeaderFault.self) {
                try written {
                    try UnstructuredField.write(
                        .subject,
                        text.bytes.span,
                        charset: charset,
                        controls: .refuse,
                        into: &$0
                    )
                }
            }
        }
    }

    @Test(
        "Bytes that are not UTF-8 are refused",
        arguments: [[0xC3], [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE4, 0xB8]]
    )
    func notUTF8(_ text: [UInt8]) {
        #expect(throws: HeaderFault(field: "Subject", reason: .notUTF8, offset: 0)) {
            try written { try UnstructuredField.write(.subject, text.span, into: &$0) }
        }
    }

    @Test("UTF-8 headers keep text as it is, folded by bytes")
    func utf8() throws {
        let text = Array(repeating: "您的帐户已经创建", count: 8).joined(separator: " ")
        let field = try written { try UnstructuredField.write(.subject, text.bytes.span, charset: .utf8, into: &$0) }
        #expect(ReferenceReader.lines(Array(field.utf8)).allSatisfy { $0.count <= 78 })
        #expect(field.replacing("\r\n", with: "") == "Subject: " + text)
    }

    @Test("Message ids are checked", arguments: ["", "a", "a@", "@b", "a@b@c", "a b@c", "a@b>", "<a@b", "é@b"])
    func badIdentifiers(_ text: String) {
        #expect(throws: HeaderFault(field: "Message-ID", reason: .malformed(.messageID))) {
            try written { try IdentifierField.write(.messageID, text.bytes[...], into: &$0) }
        }
    }

    @Test("References fold between identifiers")
    func references() throws {
        let list = (0..<5).map { "r1.0000\($0).abcdefghijkl@mail.example.com".bytes[...] }
        let field = try written { try IdentifierField.write(.references, list, into: &$0) }
        #expect(field.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
        #expect(
            field.replacing("\r\n", with: "") == "References: "
                + list.map { "<\(ReferenceReader.string($0))>" }.joined(separator: " ")
        )
    }
}
