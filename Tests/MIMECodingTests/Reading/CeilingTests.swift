import Testing

@testable import MIMECoding

@Suite("Ceilings", .timeLimit(.minutes(1)))
struct CeilingTests {
    @Test("Ten thousand parts are read up to the ceiling, the rest stays closed")
    func parts() {
        let part = "--x\r\nContent-Type: text/html\r\n\r\n<p>\r\n"
        let text =
            "Content-Type: multipart/mixed; boundary=x\r\n\r\n" + String(repeating: part, count: 10_000) + "--x--\r\n"
        let message = MIMEMessage(Array(text.utf8))
        #expect(message.parts.count == MIMELimits().parts)
        #expect(message.diagnosticKinds.contains(.tooManyParts))
        #expect(message.root.childCount == MIMELimits().parts - 1)
        var limits = MIMELimits()
        limits.parts = 20_000
        let all = MIMEMessage(Array(text.utf8), limits: limits)
        #expect(all.parts.count == 10_001)
        #expect(all.diagnostics.isEmpty)
        #expect(all.children(of: all.root).count == 10_000)
    }

    @Test("Nesting of a thousand levels ends at the ceiling", arguments: ["multipart/mixed", "message/rfc822"])
    func nesting(type: String) {
        var text = ""
        for level in 0..<1_000 { text += "Content-Type: \(type); boundary=b\(level)\r\n\r\n--b\(level)\r\n" }
        if type == "message/rfc822" {
            text = String(repeating: "Content-Type: message/rfc822\r\n\r\n", count: 1_000)
        }
        let message = MIMEMessage(Array(text.utf8))
        #expect(message.parts.map(\.depth).max() == MIMELimits().nesting)
        #expect(message.parts.last?.structure == .closed)
        #expect(message.diagnosticKinds.first { $0 == .nestingTooDeep } != nil)
    }

    @Test("Messages encoded in messages end at the ceiling of decoded bytes")
    func embedded() {
        var inner = Array("Subject: innermost\r\n\r\n".utf8)
        for _ in 0..<8 {
            var outer = Array("Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n".utf8)
            Base64.encode(inner.span, into: &outer)
            inner = outer
        }
        let open = MIMEMessage(inner)
        #expect(open.parts.count == 9)
        #expect(open.parts.last.flatMap { open.text(.subject, in: $0) } == "innermost")
        var limits = MIMELimits()
        limits.embeddedBytes = 1_000
        let closed = MIMEMessage(inner, limits: limits)
        #expect(closed.parts.count < 9)
        #expect(closed.diagnosticKinds.last == .embeddedTooLong)
        #expect(closed.bytes.count - closed.originalCount <= 1_000)
    }

    @Test("A header of millions of bytes is kept up to the ceilings, and the body is still found")
    func header() {
        var text = Array("Subject: a\r\n".utf8)
        for index in 0..<50_000 { text += Array("X-\(index): \(String(repeating: "y", count: 30))\r\n".utf8) }
        text += Array("\r\nbody".utf8)
        let message = MIMEMessage(text)
        #expect(message.fields.count == MIMELimits().headerFields)
        #expect(message.diagnosticKinds == [.tooManyFields])
        #expect(message.text(of: message.root) == "body")
        let folded = Array("Subject: a\r\n".utf8) + Array(repeatElement(Array(" x\r\n".utf8), count: 500_000).joined())
        let long = MIMEMessage(folded + Array("To: b\r\n\r\nbody".utf8))
        #expect(long.diagnosticKinds == [.headerTooLong])
        #expect(long.fields.count == 1)
        #expect(long.text(of: long.root) == "body")
    }

    @Test("What is longer than a message may be is not read")
    func messageBytes() {
        var limits = MIMELimits()
        limits.messageBytes = 20
        let message = MIMEMessage(Array("Subject: a\r\n\r\nbody and more".utf8), limits: limits)
        #expect(message.text(of: message.root) == "body a")
        #expect(message.diagnosticKinds == [.messageTooLong])
    }

    @Test("Parameters beyond the ceiling are left out")
    func parameters() {
        let many = (0..<10_000).map { "p\($0)=\($0)" }.joined(separator: "; ")
        let type = ContentType(fieldValue: Array("text/html; \(many)".utf8))
        #expect(type.parameters.parameters.count == MIMELimits().parameters)
        let pieces = (0..<10_000).map { "name*\($0)=x" }.joined(separator: "; ")
        #expect(ContentType(fieldValue: Array("text/html; \(pieces)".utf8)).parameters.text("name")?.utf8.count == 64)
    }

    /// Inputs that make careless readers look at the same bytes again and again.
    static let traps: [(name: String, text: [UInt8])] = {
        func times(_ text: String, _ count: Int) -> [UInt8] { Array(String(repeating: text, count: count).utf8) }
        let nested = (0..<60).map {
            "Content-Type: multipart/mixed; boundary=\(String(repeating: "-", count: 60))\($0)\n\n--\(String(repeating: "-", count: 60))\($0)\n"
        }.joined()
        return [
            ("hyphens", times("-", 2_000_000)), ("delimiter-like lines", times("--\n", 600_000)),
            (
                "lines like boundaries of many levels",
                Array(nested.utf8) + times(String(repeating: "-", count: 63) + "\n", 20_000)
            ),
            ("encoded words", Array("Subject: ".utf8) + times("=?utf-8?q?a", 100_000)),
            ("encoded words with an end", Array("Subject: ".utf8) + times("=?utf-8?q?a", 100_000) + Array("?=".utf8)),
            ("white space between words", Array("Subject: ".utf8) + times("=?utf-8?q?a?= ", 60_000)),
            ("openings of words", Array("Subject: ".utf8) + times("=?", 400_000) + Array("?=".utf8)),
            ("comments", Array("Content-Type: ".utf8) + times("(", 500_000)),
            ("blanks in a value", Array("Content-Type: text/plain; a=b".utf8) + times(" ", 500_000)),
            ("padding", Array("Content-Transfer-Encoding: base64\n\n".utf8) + times("QQ==", 300_000)),
            ("padded lines", Array("Content-Transfer-Encoding: base64\n\n".utf8) + times("QQ==\n", 200_000)),
            ("soft breaks", Array("Content-Transfer-Encoding: quoted-printable\n\n".utf8) + times("= ", 400_000)),
            (
                "blanks after one sign",
                Array("Content-Transfer-Encoding: quoted-printable\n\n".utf8) + times("=     ", 200_000)
            ),
            ("stray header lines", Array("A: b\n".utf8) + times("stray\nA: b\n", 100_000)),
            ("carriage returns", times("\r", 1_000_000) + [0x0A]),
            ("uuencode", Array("Content-Transfer-Encoding: uuencode\n\nbegin 644 a\n".utf8) + times("M", 1_000_000)),
        ]
    }()

    @Test("Time is linear in what was sent", arguments: traps.indices)
    func linear(index: Int) {
        let (name, text) = Self.traps[index]
        let time = ContinuousClock().measure {
            let message = MIMEMessage(text)
            var sum = 0
            for field in message.fields { sum += message.text(of: field).utf8.count }
            for part in message.parts { sum += message.utf8(of: part).count }
            #expect(sum <= 3 * 65 * text.count + 100)
        }
        // Two megabytes at most; a quadratic reader needs minutes. The bound leaves room for a slow, busy machine.
        #expect(time < .seconds(20), "\(name)")
    }
}
