import Testing

@testable import MIMECoding

@Suite("Whole messages from hostile values")
struct HostileMessageTests {
    /// What a message was asked to say.
    private struct Wanted {
        var subject: [UInt8]
        var name: [UInt8]
        var text: [UInt8]?
        var html: [UInt8]?
        var extra: [UInt8]
        var filename: [UInt8]
        var content: [UInt8]
    }

    private static func wanted(_ generator: inout SplitMix) -> Wanted {
        let withText = Bool.random(using: &generator)
        let withHTML = !withText || Bool.random(using: &generator)
        let words = HostileText.headerPieces
        // File names refuse control characters and are at most 255 bytes long.
        let names = words.filter { piece in piece.utf8.count < 60 && !piece.utf8.contains { $0 < 0x20 || $0 == 0x7F } }
        return Wanted(
            subject: HostileText.make(.random(in: 0...6, using: &generator), from: words, using: &generator),
            name: HostileText.make(.random(in: 0...4, using: &generator), from: words, using: &generator),
            text: withText ? HostileText.make(.random(in: 0...20, using: &generator), using: &generator) : nil,
            html: withHTML ? HostileText.make(.random(in: 0...20, using: &generator), using: &generator) : nil,
            extra: HostileText.make(.random(in: 1...6, using: &generator), from: words, using: &generator),
            filename: HostileText.make(.random(in: 1...4, using: &generator), from: names, using: &generator),
            content: (0..<Int.random(in: 0...200, using: &generator)).map { _ in .random(in: 0...255, using: &generator)
            }
        )
    }

    private static func message(
        _ wanted: Wanted,
        _ layout: MessageLayout,
        withFile: Bool,
        utf8: Bool
    ) throws -> [UInt8] {
        var values = try ComposerSamples.values()
        values.subject = wanted.subject[...]
        let address = utf8 ? "小明@例子.example" : "to@example.com"
        values.to = [.mailbox(MailboxText(name: wanted.name[...], address: address.bytes[...]))]
        values.fields = [wanted.extra[...]]
        if let text = wanted.text { values.text = .bytes(text[...]) }
        if let html = wanted.html { values.html = .bytes(html[...]) }
        if withFile {
            let file = try EncodedPart(
                .attachment,
                mediaType: .octetStream,
                filename: wanted.filename,
                content: wanted.content.span
            )
            values.files = [file]
        }
        return try ComposerSamples.compose(values, layout)
    }

    private static func layout(eightBit: Bool) throws -> MessageLayout {
        var fields = ComposerSamples.fields()
        fields.perMessage = [try HeaderName("X-Note")]
        var content = MessageLayout.Content()
        content.bodies = BodyPolicy(lines: eightBit ? .long : .short, allowsEightBit: eightBit)
        return try MessageLayout(fields, content)
    }

    @Test("One message comes out, with exactly the fields and parts that were meant", arguments: 0..<8)
    func randomMessages(_ variant: Int) throws {
        let (eightBit, withFile, utf8) = (variant & 1 != 0, variant & 2 != 0, variant & 4 != 0)
        var generator = SplitMix(seed: UInt64(variant) + 100)
        let layout = try Self.layout(eightBit: eightBit)
        for round in 0..<120 {
            let wanted = Self.wanted(&generator)
            let bytes = try Self.message(wanted, layout, withFile: withFile, utf8: utf8)
            try Self.checkLines(bytes, bodyLimit: eightBit ? 998 : 78, isASCII: !eightBit && !utf8, round)
            let message = try #require(ReferenceReader.message(bytes))
            let names = message.fields.map(\.name).filter { $0 != "Content-Transfer-Encoding" }
            #expect(
                names == ["From", "To", "Subject", "Date", "Message-ID", "X-Note", "MIME-Version", "Content-Type"],
                "round \(round)"
            )
            Self.checkBodies(message, wanted, withFile: withFile, round)
            Self.checkByReader(bytes, wanted, withFile: withFile, round)
        }
    }

    private static func checkLines(_ bytes: [UInt8], bodyLimit: Int, isASCII: Bool, _ round: Int) throws {
        #expect(bytes.suffix(2) == [13, 10], "round \(round)")
        var isBody = false
        for line in ReferenceReader.lines(bytes) {
            // X-Note keeps long words, so only the body is held to the recommended length.
            #expect(line.count <= (isBody ? bodyLimit : 998), "round \(round)")
            #expect(!line.contains(13) && !line.contains(10), "round \(round)")
            if isASCII { #expect(line.allSatisfy { (0x20...0x7E).contains($0) || $0 == 9 }, "round \(round)") }
            if line.isEmpty { isBody = true }
        }
    }

    private static func checkBodies(_ message: ReferenceReader.Part, _ wanted: Wanted, withFile: Bool, _ round: Int) {
        var parts = withFile ? message.children : [message]
        if withFile { #expect(parts.popLast()?.content == wanted.content, "round \(round)") }
        let texts = parts.first.map { $0.children.isEmpty ? [$0] : $0.children } ?? []
        let bodies = [wanted.text, wanted.html].compactMap { $0 }.map { BodyEncoderTests.canonical($0) }
        #expect(texts.count == bodies.count, "round \(round)")
        for (part, body) in zip(texts, bodies) {
            // A body that is a message's only part is given its last line end.
            let isSame = part.content == body || (message.children.isEmpty && part.content == body + [13, 10])
            #expect(isSame, "round \(round)")
        }
    }

    /// The project's own reader, which takes what strangers send, must see the same.
    private static func checkByReader(_ bytes: [UInt8], _ wanted: Wanted, withFile: Bool, _ round: Int) {
        let message = MIMEMessage(bytes)
        #expect(message.fields(of: message.root).count >= 8, "round \(round)")
        let subject = message.text("Subject")
        #expect(trimmed(subject) == trimmed(String(decoding: wanted.subject, as: UTF8.self)), "round \(round)")
        #expect(
            trimmed(message.text("X-Note")) == trimmed(String(decoding: wanted.extra, as: UTF8.self)),
            "round \(round)"
        )
        #expect(message.date()?.secondsSince1970 == 1_795_482_000, "round \(round)")
        guard withFile, let file = message.parts.last else { return }
        #expect(message.content(of: file) == wanted.content, "round \(round)")
        let name = message.disposition(of: file)?.parameters.text("filename")
        #expect(name.map { Array($0.utf8) } == wanted.filename, "round \(round)")
    }

    /// The bytes without white space at the ends, where readers differ.
    private static func trimmed(_ text: String?) -> [UInt8] {
        var bytes = Array((text ?? "").utf8)[...]
        let isBlank: (UInt8?) -> Bool = { $0 == 0x20 || $0 == 9 }
        while isBlank(bytes.first) { bytes.removeFirst() }
        while isBlank(bytes.last) { bytes.removeLast() }
        return Array(bytes)
    }
}
