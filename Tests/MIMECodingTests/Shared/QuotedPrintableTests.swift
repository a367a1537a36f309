import Testing

@testable import MIMECoding

@Suite("Quoted-printable")
struct QuotedPrintableTests {
    @Test(
        "Text is decoded, broken escapes are kept",
        arguments: [
            ("a=3Db", "a=b", 0), ("=E4=BD=A0=e5=a5=bd", "你好", 0), ("soft=\r\nbreak", "softbreak", 0),
            ("soft=\nbreak", "softbreak", 0), ("soft= \t\r\nbreak", "softbreak", 0), ("end=", "end", 0),
            ("end=  ", "end", 0), ("a=ZZ", "a=ZZ", 1), ("a=4", "a=4", 1), ("1+1==2", "1+1=2", 1), ("a==3D", "a==", 1),
            ("format=3Dflowed \r\nx", "format=flowed \r\nx", 0), ("cr=\rbreak", "crbreak", 0),
        ]
    )
    func decoding(text: String, plain: String, brokenEscapes: Int) {
        let decoded = QuotedPrintable.decode(Array(text.utf8).span)
        #expect(decoded == QuotedPrintable.Decoded(bytes: Array(plain.utf8), brokenEscapes: brokenEscapes))
    }

    @Test("What is written comes back, in short lines", arguments: 0..<120)
    func roundTrip(length: Int) {
        var random = SplitMix(seed: UInt64(length))
        for content in [QuotedPrintable.Content.binary, .text] {
            var bytes = (0..<(length * 5)).map { _ in
                random.chance(3) ? UInt8.random(in: 0...255, using: &random) : 0x20 + UInt8(random.next() % 0x5F)
            }
            if content == .text { bytes = bytes.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 } }
            var text: [UInt8] = []
            QuotedPrintable.encode(bytes.span, as: content, into: &text)
            #expect(QuotedPrintable.decode(text.span) == QuotedPrintable.Decoded(bytes: bytes))
            for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
                let line = line.last == 0x0D ? line.dropLast() : line
                #expect(line.count <= 76)
                #expect(line.last != 0x20 && line.last != 0x09)
                #expect(line.first != 0x2E)
            }
            #expect(text.allSatisfy { $0 < 0x7F })
        }
    }

    @Test("Line ends of text become CR LF, those of data are escaped")
    func lineEnds() {
        var text: [UInt8] = []
        QuotedPrintable.encode(Array("a \nb\r\nc".utf8).span, into: &text)
        #expect(String(decoding: text, as: UTF8.self) == "a=20\r\nb\r\nc")
        text = []
        QuotedPrintable.encode(Array("a\nb\r\n".utf8).span, as: .binary, into: &text)
        #expect(String(decoding: text, as: UTF8.self) == "a=0Ab=0D=0A")
    }
}
