import Testing

@testable import MIMECoding

@Suite("Bodies whose fixed lines are encoded ahead of time")
struct PreEncodedBodyTests {
    @Test("Any cut into literals and dynamic text gives the bytes of encoding the whole")
    func sameBytes() {
        var generator = SplitMix(seed: 4)
        var dynamic: [UInt8] = []
        for round in 0..<1200 {
            dynamic.removeAll()
            var literals: [[UInt8]] = []
            var pieces: [PreEncodedBody.Piece] = []
            var whole: [UInt8] = []
            for _ in 0..<Int.random(in: 0...7, using: &generator) {
                let text = HostileText.make(Int.random(in: 0...6, using: &generator), using: &generator)
                whole += text
                if Bool.random(using: &generator) {
                    pieces.append(.literal(literals.count))
                    literals.append(text)
                } else {
                    pieces.append(.dynamic(dynamic.count..<(dynamic.count + text.count)))
                    dynamic += text
                }
            }
            let body = PreEncodedBody(literals: literals)
            var scratch = MessageBuffer()
            var buffer = MessageBuffer()
            body.write(pieces, dynamic: dynamic.span, scratch: &scratch, into: &buffer)
            var expected = MessageBuffer()
            QuotedPrintableEncoder.write(whole.span, scan: BodyScan(whole.span), into: &expected)
            #expect(buffer.copy(0..<buffer.count) == expected.copy(0..<expected.count), "round \(round)")
        }
    }

    @Test("A literal in a loop is written each time")
    func repeated() {
        let body = PreEncodedBody(literals: ["é: ".bytes, "\n".bytes])
        var scratch = MessageBuffer()
        var buffer = MessageBuffer()
        let pieces: [PreEncodedBody.Piece] = [
            .literal(0), .dynamic(0..<1), .literal(1), .literal(0), .dynamic(1..<2), .literal(1),
        ]
        body.write(pieces, dynamic: "12".bytes.span, scratch: &scratch, into: &buffer)
        #expect(buffer.copy(0..<buffer.count) == "=C3=A9: 1\r\n=C3=A9: 2\r\n".bytes)
    }

    @Test(
        "Only templates that would be quoted-printable are worth it",
        arguments: [("plain\n", false), ("Chère cliente, voilà.\n", true), ("您的帐户已经创建\n", false)]
    )
    func isWorthwhile(_ text: String, _ expected: Bool) {
        #expect(PreEncodedBody(literals: [text.bytes]).isWorthwhile == expected)
    }

    @Test("A composed message has the same bytes from pieces as from the whole text")
    func composed() throws {
        let parts = ["<p>Chère ", "Zoé\r\nBcc: <x@example.com>", ", voilà.\n<p>fini</p>\n"]
        let layout = try MessageLayout(ComposerSamples.fields())
        var values = try ComposerSamples.values()
        values.text = .text("Bonjour\n")
        values.html = .text(parts.joined())
        let whole = try ComposerSamples.compose(values, layout)
        let body = PreEncodedBody(literals: [parts[0].bytes, parts[2].bytes])
        let dynamic = parts[1].bytes
        values.html = .pieces(body, [.literal(0), .dynamic(0..<dynamic.count), .literal(1)], dynamic: dynamic[...])
        #expect(try ComposerSamples.compose(values, layout) == whole)
    }
}
