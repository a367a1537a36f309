import Testing

@testable import MessageSigning

@Suite("Bodies in canonical form")
struct BodyCanonicalizerTests {
    @Test(
        "The simple form drops empty lines at the end, and nothing else",
        arguments: [
            ("", "\r\n"), ("\r\n", "\r\n"), ("\r\n\r\n\r\n", "\r\n"), ("a", "a\r\n"), ("a\r\n", "a\r\n"),
            ("a\r\n\r\n", "a\r\n"), ("a \t \r\n \r\n\r\n", "a \t \r\n \r\n"), ("\r\n\r\na\r\n\r\n", "\r\n\r\na\r\n"),
            ("a\r", "a\r\r\n"), ("a\r\r\n\r\n", "a\r\r\n"), ("a\nb\n", "a\nb\n\r\n"), ("\r\n\r", "\r\n\r\r\n"),
            ("你好\r\n\r\n再见\r\n\r\n", "你好\r\n\r\n再见\r\n"),
        ]
    )
    func simple(body: String, expected: String) { check(body, .simple, expected) }

    @Test(
        "The relaxed form narrows white space, and drops it at the end of lines",
        arguments: [
            ("", ""), ("\r\n", ""), (" ", ""), (" \t\r\n \r\n\r\n", ""), ("a", "a\r\n"), ("a \t ", "a\r\n"),
            ("a  b\tc \t d\r\n", "a b c d\r\n"), ("  a\r\n\tb\r\n", " a\r\n b\r\n"), ("a \r\n \r\n\r\n", "a\r\n"),
            ("a\r\n \t\r\n\r\n \r\nb", "a\r\n\r\n\r\n\r\nb\r\n"), ("a\r\n\r\n  b", "a\r\n\r\n b\r\n"),
            ("a \rb", "a \rb\r\n"), ("a \r\r\n", "a \r\r\n"), ("a \r", "a \r\r\n"), ("\r\n\r\n \r", "\r\n\r\n \r\r\n"),
            ("a\r\n\r\n\r", "a\r\n\r\n\r\r\n"), ("您好，  王 \t小明 \r\n", "您好， 王 小明\r\n"),
        ]
    )
    func relaxed(body: String, expected: String) { check(body, .relaxed, expected) }

    /// Whole, byte by byte, and in two or three runs cut everywhere.
    private func check(_ text: String, _ form: Canonicalization, _ expected: String) {
        let body = [UInt8](text.utf8)
        #expect(String(decoding: Samples.canonicalBody(body, form), as: UTF8.self).utf8.elementsEqual(expected.utf8))
        #expect(Samples.canonicalBody(body, form, cutAt: Array(0..<body.count)).elementsEqual(expected.utf8))
        for first in 0...body.count {
            for second in first...body.count {
                #expect(Samples.canonicalBody(body, form, cutAt: [first, second]).elementsEqual(expected.utf8))
            }
        }
    }

    @Test("Random bodies come out as the rules say, however they are cut", arguments: Canonicalization.allCases)
    func random(form: Canonicalization) {
        var dice = Samples.Dice(state: 7)
        let alphabet: [[UInt8]] = [
            [97], [32], [9], [13, 10], [13, 10], [13], [10], [32, 13, 10], [UInt8](repeating: 98, count: 33),
            [228, 189, 160],
        ]
        for _ in 0..<3_000 {
            var body: [UInt8] = []
            for _ in 0..<Int.random(in: 0...40, using: &dice) { body += alphabet.randomElement(using: &dice) ?? [] }
            let expected = Self.plain(body, form)
            let cuts = (0..<Int.random(in: 0...4, using: &dice)).map { _ in Int.random(in: 0...body.count, using: &dice)
            }
            #expect(Samples.canonicalBody(body, form) == expected, "\(body)")
            #expect(Samples.canonicalBody(body, form, cutAt: cuts.sorted()) == expected, "\(body) \(cuts.sorted())")
        }
    }

    /// The rules of RFC 6376 §3.4.3 and §3.4.4, one after the other, on lines.
    private static func plain(_ body: [UInt8], _ form: Canonicalization) -> [UInt8] {
        var lines: [[UInt8]] = [[]]
        var index = 0
        while index < body.count {
            if body[index] == 13, index + 1 < body.count, body[index + 1] == 10 {
                lines.append([])
                index += 2
            } else {
                lines[lines.count - 1].append(body[index])
                index += 1
            }
        }
        if form == .relaxed {
            lines = lines.map { line in
                var output: [UInt8] = []
                for byte in line {
                    if byte != 32 && byte != 9 { output.append(byte) } else if output.last != 32 { output.append(32) }
                }
                if output.last == 32 { output.removeLast() }
                return output
            }
        }
        while let last = lines.last, last.isEmpty { lines.removeLast() }
        if lines.isEmpty { return form == .simple ? [13, 10] : [] }
        return lines.flatMap { $0 + [13, 10] }
    }

    @Test("A length counts canonical bytes, and the hash stops there")
    func length() {
        let body = [UInt8]("a  b\r\nc\r\n\r\n".utf8)
        var part = BodyDigest(.relaxed, length: 5)
        part.update(body.span)
        var whole = BodyDigest(.relaxed)
        whole.update([UInt8]("a b".utf8).span)
        let (hash, count) = part.finish()
        #expect(count == 8)
        #expect(hash == whole.finish().hash)
    }
}
