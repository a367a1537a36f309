import Testing

@testable import MIMECoding

@Suite("Transfer encodings")
struct BodyEncoderTests {
    /// Encodes with the given encoder into a buffer that holds old bytes, and returns what was written.
    private func written(_ body: (inout MessageBuffer) -> Void) -> [UInt8] {
        var buffer = MessageBuffer(capacity: 256)
        for _ in 0..<300 { buffer.append(0xAA) }
        buffer.truncate(to: 3)
        body(&buffer)
        return Array(buffer.copy(0..<buffer.count).dropFirst(3))
    }

    private func quoted(_ text: [UInt8]) -> [UInt8] {
        let scan = BodyScan(text.span)
        return written { QuotedPrintableEncoder.write(text.span, scan: scan, into: &$0) }
    }

    private func lines(_ text: [UInt8]) -> [UInt8] {
        let scan = BodyScan(text.span)
        return written { LineEndWriter.write(text.span, scan: scan, into: &$0) }
    }

    @Test(
        "Quoted-printable as RFC 2045 has it",
        arguments: [
            ("", ""), ("a=b", "a=3Db"), ("Grüße\n", "Gr=C3=BC=C3=9Fe\r\n"),
            ("end \nend\t\nend", "end=20\r\nend=09\r\nend"),
            ("tail ", "tail=20"), (" ", "=20"), ("\n\n", "\r\n\r\n"), ("a\rb\nc\r\nd", "a\r\nb\r\nc\r\nd"),
            ("\r\r\n\n", "\r\n\r\n\r\n"), ("From me\nFromage\nFrom", "=46rom me\r\nFromage\r\nFrom"),
            (".\n..\n", ".\r\n..\r\n"),
            ("nul\u{0}del\u{7F}", "nul=00del=7F"), ("tab\tin", "tab\tin"),
        ]
    )
    func quotedPrintable(_ text: String, _ expected: String) {
        #expect(String(decoding: quoted(text.bytes), as: UTF8.self) == expected)
    }

    @Test(
        "A line of 76 characters stays whole, one more is broken at 75",
        arguments: [74, 75, 76, 77, 78, 150, 151, 152]
    )
    func softBreaks(_ length: Int) {
        let line = [UInt8](repeating: 0x78, count: length)
        for end in ["", "\n", "\r\n"] {
            let encoded = quoted(line + end.bytes)
            var expected: [UInt8] = []
            var rest = length
            while rest > 76 {
                expected += [UInt8](repeating: 0x78, count: 75) + "=\r\n".bytes
                rest -= 75
            }
            expected += [UInt8](repeating: 0x78, count: rest) + (end.isEmpty ? [] : [13, 10])
            #expect(encoded == expected)
        }
    }

    @Test("Escapes and white space around the last columns keep to 76", arguments: 66...80)
    func lastColumns(_ length: Int) {
        let start = [UInt8](repeating: 0x78, count: length)
        for tail in [" ", "é", "=", "x ", " é", "é ", "  ", "\t", "éx", "=x", "From a", "FFrom "] {
            for end in ["", "\n", "y\n"] {
                let text = start + tail.bytes + end.bytes
                #expect(ReferenceReader.quotedPrintable(quoted(text)) == Self.canonical(text))
            }
        }
    }

    @Test("Hostile text comes back from quoted-printable and from base64, and never brings a bare CR or LF")
    func hostileText() {
        var generator = SplitMix(seed: 1)
        for round in 0..<1200 {
            let text = HostileText.make(Int.random(in: 0...30, using: &generator), using: &generator)
            let canonical = Self.canonical(text)
            let encoded = quoted(text)
            #expect(ReferenceReader.quotedPrintable(encoded) == canonical, "round \(round)")
            #expect(!ReferenceReader.lines(encoded).contains { $0.starts(with: "From ".bytes) }, "round \(round)")
            #expect(lines(text) == canonical, "round \(round)")
            let packed = written { Base64Encoder.write(canonical.span, into: &$0) }
            #expect(ReferenceReader.base64(packed) == canonical, "round \(round)")
        }
    }

    @Test("Random bytes of every length up to 400 come back from base64 in lines of 76")
    func base64Lengths() {
        var generator = SplitMix(seed: 2)
        for length in 0...400 {
            let content = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let encoded = written { Base64Encoder.write(content.span, into: &$0) }
            #expect(encoded.count == Base64Encoder.encodedCount(length))
            #expect(ReferenceReader.base64(encoded) == content)
            #expect(ReferenceReader.lines(encoded).dropLast().allSatisfy { $0.count == 76 })
            #expect(ReferenceReader.lines(encoded).last.map { $0.count <= 76 } ?? (length == 0))
        }
    }

    @Test("The scan counts what a slow reading counts")
    func scan() {
        var generator = SplitMix(seed: 3)
        for round in 0..<1000 {
            // Some long enough for the byte-wide counters to be emptied several times.
            let count = round % 100 == 0 ? 2000 : Int.random(in: 0...40, using: &generator)
            let text = HostileText.make(count, using: &generator)
            let scan = BodyScan(text.span)
            let lines = ReferenceReader.lines(Self.canonical(text))
            let escaped = text.filter { $0 == 0x3D || ($0 < 0x20 && ![9, 10, 13].contains($0)) || $0 > 0x7E }
            #expect(scan.byteCount == text.count)
            #expect(scan.highBytes == text.count { $0 >= 0x80 })
            #expect(scan.escapedBytes == escaped.count)
            #expect(scan.hasControls == escaped.contains { $0 < 0x20 || $0 == 0x7F })
            #expect(scan.longestLine == lines.map(\.count).max() ?? 0)
            #expect(scan.canonicalCount == Self.canonical(text).count)
            #expect(scan.isCanonical == (Self.canonical(text) == text))
            #expect(
                scan.hasTouchyLine == lines.contains { $0.starts(with: "--=_".bytes) || $0.starts(with: "From ".bytes) }
            )
        }
    }

    @Test(
        "The smallest encoding that is right is chosen",
        arguments: [
            ("plain ascii\nlines\n", BodyEncoding.sevenBit), ("", .sevenBit),
            ("mostly ascii, one é\n", .quotedPrintable),
            ("您的帐户已经创建，请点击下面的链接完成激活。\n", .base64), ("\u{0}", .quotedPrintable),
            (String(repeating: "x", count: 79), .quotedPrintable), (String(repeating: "x", count: 78), .sevenBit),
            ("escape \u{1B}[0m in a longer line of plain text\n", .quotedPrintable),
            ("tab\tand \"quotes\"\r\n", .sevenBit),
        ]
    )
    func choice(_ text: String, _ expected: BodyEncoding) {
        #expect(BodyPolicy().choose(BodyScan(text.bytes.span)) == expected)
    }

    @Test("Long lines are left alone up to 998 where that is wanted")
    func longLines() {
        let policy = BodyPolicy(lines: .long, allowsEightBit: true)
        #expect(policy.choose(BodyScan([UInt8](repeating: 0x78, count: 998).span)) == .sevenBit)
        #expect(policy.choose(BodyScan([UInt8](repeating: 0x78, count: 999).span)) == .quotedPrintable)
        #expect(policy.choose(BodyScan("é".bytes.span)) == .eightBit)
    }

    /// Line ends turned into CRLF, one byte at a time.
    static func canonical(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for (index, byte) in text.enumerated() {
            if byte == 13 || (byte == 10 && (index == 0 || text[index - 1] != 13)) {
                result += [13, 10]
            } else if byte != 10 {
                result.append(byte)
            }
        }
        return result
    }
}
