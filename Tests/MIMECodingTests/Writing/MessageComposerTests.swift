import MIMECoding
import Testing

@Suite("Composing messages")
struct MessageComposerTests {
    private static let content: [UInt8] = [1, 2, 3]

    @Test("Text and HTML become one multipart/alternative, byte for byte as written here")
    func alternative() throws {
        var values = try ComposerSamples.values()
        values.text = .text("Hello,\nwelcome.\n")
        values.html = .text("<p>Grüße</p>\n")
        let message = try ComposerSamples.compose(values, MessageLayout(ComposerSamples.fields()))
        let expected = """
            From: =?UTF-8?B?566h55CG5ZGY?= <no-reply@example.com>
            To: =?UTF-8?B?546L5bCP5piO?= <xiaoming@xn--r8jz45g.example>
            Subject: =?UTF-8?B?5r+A5rS75oKo55qE5biQ5oi3?=
            Date: Tue, 24 Nov 2026 09:00:00 +0800
            Message-ID: <r1.42@mail.example.com>
            MIME-Version: 1.0
            Content-Type: multipart/alternative;
             boundary="=_k3v9_a"

            --=_k3v9_a
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 7bit

            Hello,
            welcome.

            --=_k3v9_a
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <p>Gr=C3=BC=C3=9Fe</p>

            --=_k3v9_a--

            """
        #expect(String(decoding: message, as: UTF8.self) == expected.replacing("\n", with: "\r\n"))
    }

    @Test("Every combination of bodies and files gives the tree that readers expect", arguments: Trees.all)
    func trees(_ tree: Trees) throws {
        var content = MessageLayout.Content()
        let pdf = try MediaType("application/pdf")
        let png = try MediaType("image/png")
        if tree.image {
            let role = EncodedPart.Role.inline(contentID: "logo.png@example.com".bytes)
            content.files.append(
                try EncodedPart(role, mediaType: png, filename: "logo.png".bytes, content: Self.content.span)
            )
        }
        if tree.file {
            content.files.append(
                try EncodedPart(.attachment, mediaType: pdf, filename: "条款.pdf".bytes, content: Self.content.span)
            )
        }
        var values = try ComposerSamples.values()
        if tree.text { values.text = .text("text\n") }
        if tree.amp { values.amp = .text("<html ⚡4email></html>\n") }
        if tree.html { values.html = .text("<p>html</p>\n") }
        if tree.calendar { values.calendar = .text("BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n") }
        let bytes = try ComposerSamples.compose(values, MessageLayout(ComposerSamples.fields(), content))
        let message = try #require(ReferenceReader.message(bytes))
        #expect(message.outline == tree.outline)
    }

    @Test("A message without files is one run of bytes; files are shared, not copied")
    func segments() throws {
        let content = [UInt8](repeating: 7, count: 10_000)
        let file = try EncodedPart(.attachment, mediaType: .octetStream, filename: "a.bin".bytes, content: content.span)
        var values = try ComposerSamples.values()
        values.text = .text("hello\n")
        var composer = MessageComposer(try MessageLayout(ComposerSamples.fields()))
        var buffer = MessageBuffer()
        let plain = try composer.compose(values, into: &buffer)
        #expect(plain.isContiguous && plain.own == 0..<buffer.count && plain.byteCount == buffer.count)
        values.files = [file]
        let mixed = try composer.compose(values, into: &buffer)
        #expect(mixed.own.lowerBound == plain.own.upperBound)
        #expect(mixed.own.count < 1500)
        #expect(mixed.byteCount == mixed.assemble(from: buffer).count)
        var shared = 0
        mixed.forEachSegment { if case .shared(let bytes) = $0, bytes == file.content.bytes { shared += 1 } }
        #expect(shared == 1)
        let message = try #require(ReferenceReader.message(mixed.assemble(from: buffer)))
        #expect(message.children.last?.content == content)
    }

    @Test("Copies, receipts, sender and priority stand in the header as they were meant")
    func furtherFields() throws {
        var fields = ComposerSamples.fields()
        fields.sender = MailboxText(name: "发信组", address: "mailer@example.com")
        fields.receiptTo = [.mailbox(MailboxText(address: "receipts@example.com"))]
        fields.bulk.priority = .high
        var values = try ComposerSamples.values()
        values.cc = [.mailbox(MailboxText(name: "Lee, Ann", address: "ann@example.com"))]
        values.text = .text("x\n")
        let message = MIMEMessage(try ComposerSamples.compose(values, MessageLayout(fields)))
        #expect(message.text("Sender") == "发信组 <mailer@example.com>")
        #expect(message.text("Cc") == "\"Lee, Ann\" <ann@example.com>")
        #expect(message.text("Disposition-Notification-To") == "receipts@example.com")
        #expect(message.text("X-Priority") == "1" && message.text("Importance") == "high")
        fields.fixed = [(.importance, "low".bytes)]
        #expect(throws: HeaderFault.self) { try MessageLayout(fields) }
        fields.fixed = []
        fields.cc = [.mailbox(MailboxText(address: "fixed@example.com"))]
        let layout = try MessageLayout(fields)
        #expect(throws: HeaderFault.self) { try ComposerSamples.compose(values, layout) }
    }

    @Test("The body starts where the composed message says")
    func bodyStart() throws {
        var values = try ComposerSamples.values()
        values.text = .text("only text")
        var composer = MessageComposer(try MessageLayout(ComposerSamples.fields()))
        var buffer = MessageBuffer()
        let message = try composer.compose(values, into: &buffer)
        #expect(buffer.copy(message.bodyStart..<message.own.upperBound) == "only text\r\n".bytes)
        #expect(buffer.copy(message.bodyStart - 4..<message.bodyStart) == [13, 10, 13, 10])
    }

    @Test(
        "A body that looks like a boundary, or starts a line with From, is not sent as it is",
        arguments: ["--=_k3v9_a", "From me"]
    )
    func touchyLines(_ line: String) throws {
        var values = try ComposerSamples.values()
        values.text = .text("one\n\(line)\ntwo\n")
        values.html = .text("<p>\n\(line)--\n</p>\n")
        let bytes = try ComposerSamples.compose(values, MessageLayout(ComposerSamples.fields()))
        let message = try #require(ReferenceReader.message(bytes))
        #expect(message.children.count == 2)
        #expect(message.children.first?.value("Content-Transfer-Encoding") == "quoted-printable")
        #expect(message.children.first?.text == "one\r\n\(line)\r\ntwo\r\n")
        #expect(!ReferenceReader.lines(bytes).contains { $0.starts(with: "From ".bytes) })
    }

    @Test("8bit is used only where it is allowed, and the multipart above says so")
    func eightBit() throws {
        var content = MessageLayout.Content()
        content.bodies.allowsEightBit = true
        var values = try ComposerSamples.values()
        values.text = .text("Grüße\n")
        values.html = .text("<p>ascii</p>\n")
        var composer = MessageComposer(try MessageLayout(ComposerSamples.fields(), content))
        var buffer = MessageBuffer()
        let composed = try composer.compose(values, into: &buffer)
        let message = try #require(ReferenceReader.message(composed.assemble(from: buffer)))
        #expect(composed.needsEightBitMIME)
        #expect(message.value("Content-Transfer-Encoding") == "8bit")
        #expect(message.children.map { $0.value("Content-Transfer-Encoding") } == ["8bit", "7bit"])
    }

    @Test("An address that is not ASCII turns the header to UTF-8 and asks for SMTPUTF8")
    func internationalAddress() throws {
        var values = try ComposerSamples.values()
        values.text = .text("x\n")
        values.to = [.mailbox(MailboxText(name: "王小明", address: "小明@例子.example"))]
        var composer = MessageComposer(try MessageLayout(ComposerSamples.fields()))
        var buffer = MessageBuffer()
        let composed = try composer.compose(values, into: &buffer)
        let message = try #require(ReferenceReader.message(composed.assemble(from: buffer)))
        #expect(composed.needsSMTPUTF8)
        #expect(message.value("To") == "\"王小明\" <小明@例子.example>")
        #expect(message.value("Subject") == "激活您的帐户")
        values.to = [.mailbox(MailboxText(name: "王小明", address: "xiaoming@example.com"))]
        #expect(try composer.compose(values, into: &buffer).needsSMTPUTF8 == false)
    }

    @Test("A signature goes into the headroom without moving the message")
    func headroom() throws {
        var values = try ComposerSamples.values()
        values.text = .text("x\n")
        let layout = try MessageLayout(ComposerSamples.fields())
        var composer = MessageComposer(layout)
        var buffer = MessageBuffer()
        var first = try composer.compose(values, headroom: 40, into: &buffer)
        let second = try composer.compose(values, headroom: 64, into: &buffer)
        let plain = try ComposerSamples.compose(values, layout)
        let signature = "DKIM-Signature: v=1;\r\n b=abc\r\n".bytes
        let fits = first.prepend(signature.span, in: &buffer)
        let fitsAgain = first.prepend(signature.span, in: &buffer)
        #expect(fits && !fitsAgain)
        #expect(first.assemble(from: buffer) == signature + plain)
        #expect(second.assemble(from: buffer) == plain)
    }

    @Test("A fault leaves the buffer as it was")
    func faultRollsBack() throws {
        var composer = MessageComposer(try MessageLayout(ComposerSamples.fields()))
        var buffer = MessageBuffer()
        var values = try ComposerSamples.values()
        values.text = .text("x")
        _ = try composer.compose(values, into: &buffer)
        let before = buffer.count
        values.subject = "a\r\nBcc: all@example.com".bytes[...]
        #expect(throws: HeaderFault(field: "Subject", reason: .lineBreak, offset: 1)) {
            try composer.compose(values, into: &buffer)
        }
        #expect(buffer.count == before)
    }

    @Test(
        "A boundary token is letters and digits",
        arguments: ["", "a b", "a\"", "é", String(repeating: "a", count: 49)]
    )
    func boundaryToken(_ token: String) throws {
        var values = try ComposerSamples.values()
        values.text = .text("x")
        values.boundary = token.bytes[...]
        let layout = try MessageLayout(ComposerSamples.fields())
        #expect(throws: HeaderFault(field: "boundary", reason: .malformed(.boundaryToken))) {
            try ComposerSamples.compose(values, layout)
        }
    }

    @Test("A message needs a body")
    func noBody() throws {
        let values = try ComposerSamples.values()
        let layout = try MessageLayout(ComposerSamples.fields())
        #expect(throws: HeaderFault(field: "body", reason: .missing)) { try ComposerSamples.compose(values, layout) }
    }
}

/// A combination of bodies and files, and the tree it must give.
struct Trees: Sendable, CustomTestStringConvertible {
    var text = false
    var amp = false
    var html = false
    var calendar = false
    var image = false
    var file = false

    var testDescription: String { outline }

    static let all: [Trees] = (0..<64).compactMap { bits in
        let tree = Trees(
            text: bits & 1 != 0,
            amp: bits & 2 != 0,
            html: bits & 4 != 0,
            calendar: bits & 8 != 0,
            image: bits & 16 != 0,
            file: bits & 32 != 0
        )
        return tree.versions.isEmpty ? nil : tree
    }

    private var versions: [String] {
        let page = image ? "multipart/related(text/html image/png)" : "text/html"
        return (text ? ["text/plain"] : []) + (amp ? ["text/x-amp-html"] : []) + (html ? [page] : [])
            + (calendar ? ["text/calendar"] : [])
    }

    var outline: String {
        let joined = versions.joined(separator: " ")
        let texts = versions.count > 1 ? "multipart/alternative(\(joined))" : joined
        // An image that no HTML shows is a file.
        let files = (image && !html ? ["image/png"] : []) + (file ? ["application/pdf"] : [])
        return files.isEmpty ? texts : "multipart/mixed(\(texts) \(files.joined(separator: " ")))"
    }
}
