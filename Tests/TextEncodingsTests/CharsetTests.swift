import Testing

@testable import TextEncodings

@Suite("Charsets")
struct CharsetTests {
    @Test(
        "Names and aliases are understood whatever their case and marks",
        arguments: [
            ("UTF-8", Charset.utf8), ("utf8", .utf8), ("Utf_16-LE", .utf16LittleEndian),
            ("ISO_8859-1:1987", .iso8859x1),
            ("latin1", .iso8859x1), ("iso8859-15", .iso8859x15), ("8859_2", .iso8859x2), ("cp1252", .windows1252),
            ("Windows-1251", .windows1251), ("x-cp1250", .windows1250), ("GB2312", .gb2312), ("x-gbk", .gbk),
            ("cp936", .gbk), ("gb18030", .gb18030), ("Big5-HKSCS", .big5HKSCS), ("big5", .big5), ("cp950", .big5),
            ("Shift_JIS", .shiftJIS), ("x-sjis", .shiftJIS), ("csWindows31J", .windows31J), ("cp932", .windows31J),
            ("EUC-JP", .eucJP), ("iso-2022-jp", .iso2022JP), ("ks_c_5601-1987", .eucKR), ("cp949", .windows949),
            ("KOI8-R", .koi8R), ("koi8-u", .koi8U), ("cp874", .windows874), ("TIS-620", .tis620), ("IBM866", .ibm866),
            ("us-ascii", .usASCII), ("ANSI_X3.4-1968", .usASCII), ("macintosh", .macRoman),
            ("iso-8859-8-i", .iso8859x8),
        ]
    )
    func names(_ name: String, _ wanted: Charset) {
        #expect(Charset(named: name) == wanted)
    }

    @Test(
        "Unknown and hostile names are no charset",
        arguments: [
            "", "utf-9", "../../etc/passwd", "utf-8//IGNORE", "utf-8\u{0}", "x", "cs", "名字", "binary", "unknown-8bit",
            String(repeating: "u", count: 100_000),
        ]
    )
    func unknownNames(_ name: String) {
        #expect(Charset(named: name) == nil)
    }

    @Test("Every charset of the closed set can be read on this system", arguments: Charset.allCases)
    func supported(_ charset: Charset) {
        let text = Array("a1, \n".utf8)
        let encoded = charset.encode(text) ?? []
        #expect(charset.decode(encoded)?.utf8 == text)
    }

    private static let samples: [(Charset, String)] = [
        (.utf8, "管理员 straße 😀"), (.utf16LittleEndian, "管理员 😀x"), (.utf16BigEndian, "管理员 😀x"),
        (.utf32LittleEndian, "管理😀"), (.gb18030, "邮箱 𠀀 ñ, 乗亊"), (.gbk, "邮箱李伟"), (.big5, "許蓋功"),
        (.big5HKSCS, "香港許功"), (.shiftJIS, "表示ポ十ｱ"), (.windows31J, "㈱髙橋①"), (.eucJP, "山田ｱ太郎"),
        (.iso2022JP, "山田 taro 太郎"), (.eucKR, "김철수"), (.windows949, "똠방각하"), (.koi8R, "Привет"),
        (.koi8U, "Їжак"), (.windows1250, "Žluťoučký"), (.windows1251, "Привет"), (.windows1252, "Müller – „ja“ €"),
        (.windows1253, "Γειά"), (.windows1254, "İstanbul"), (.windows1255, "שלום"), (.windows1256, "مرحبا"),
        (.windows874, "สวัสดี"), (.iso8859x15, "5 €"), (.iso8859x1, "Köln"), (.macRoman, "Café"),
    ]

    @Test("A text comes out the same, however it is cut into chunks", arguments: samples)
    func everySplit(_ charset: Charset, _ text: String) throws {
        let bytes = try #require(charset.encode(Array(text.utf8)))
        #expect(try charset.decodeStrictly(bytes) == Array(text.utf8))
        for first in 0...bytes.count {
            guard var decoder = CharsetDecoder(charset) else {
                Issue.record("no decoder")
                return
            }
            var output: [UInt8] = []
            decoder.decode(bytes[..<first], into: &output)
            decoder.decode(bytes[first...], into: &output)
            decoder.finish(into: &output)
            #expect(output == Array(text.utf8), "split at \(first)")
            let replacements = decoder.replacements
            #expect(replacements == 0)
        }
        guard var decoder = CharsetDecoder(charset) else {
            Issue.record("no decoder")
            return
        }
        var output: [UInt8] = []
        for index in bytes.indices { decoder.decode(bytes[index...index], into: &output) }
        decoder.finish(into: &output)
        #expect(output == Array(text.utf8))
    }

    @Test(
        "A bad sequence is told by its offset, whole or split",
        arguments: [
            (Charset.utf8, [0x61, 0xFF, 0x62] as [UInt8], 1), (.utf8, [0x61, 0xC3], 1), (.utf8, [0xED, 0xA0, 0x80], 0),
            (.utf8, [0xF4, 0x90, 0x80, 0x80], 0), (.utf8, [0xC0, 0xAF], 0), (.utf8, [0xE4, 0xB8, 0x61], 0),
            (.utf16LittleEndian, [0x61, 0, 0, 0xD8, 0x2C, 0], 2), (.utf16LittleEndian, [0x61, 0, 0x62], 2),
            (.utf16BigEndian, [0xDC, 0, 0, 0x61], 0), (.shiftJIS, [0x61, 0x81, 0x0A], 1), (.usASCII, [0x61, 0xE9], 1),
            (.windows1252, [0x61, 0x81], 1), (.gb18030, [0x61, 0x62, 0xFF, 0x61], 2), (.big5, [0x61, 0xA4], 1),
        ]
    )
    func badSequences(_ charset: Charset, _ bytes: [UInt8], _ offset: Int) throws {
        #expect(throws: Charset.DecodingFailure.badSequence(offset: offset, byte: bytes[offset])) {
            try charset.decodeStrictly(bytes)
        }
        for first in 0...bytes.count {
            guard var decoder = CharsetDecoder(charset) else {
                Issue.record("no decoder")
                return
            }
            var output: [UInt8] = []
            decoder.decode(bytes[..<first], into: &output)
            decoder.decode(bytes[first...], into: &output)
            decoder.finish(into: &output)
            let first = decoder.badSequences.first
            let bad = try #require(first)
            #expect(bad.inputOffset == offset)
            #expect(output[bad.outputOffset...].starts(with: [0xEF, 0xBF, 0xBD]))
            #expect(String(validating: output, as: UTF8.self) != nil)
        }
    }

    @Test("Lenient UTF-8 puts one U+FFFD for each maximal subpart, as the standard library does")
    func replacements() throws {
        var random = SplitMix(seed: 20_261)
        for _ in 0..<3_000 {
            let bytes = (0..<random.next(40)).map { _ -> UInt8 in
                [0x41, 0xE4, 0xB8, 0xAD, 0xF0, 0x9F, 0x98, 0x80, 0xC3, 0xFF, 0xED, 0xA0][random.next(12)]
            }
            let decoded = try #require(Charset.utf8.decode(bytes))
            #expect(decoded.utf8 == Array(String(decoding: bytes, as: UTF8.self).utf8))
            #expect(UTF8Scan.isValid(bytes.span) == (decoded.replacements == 0))
        }
    }

    @Test("Random bytes never harm a decoder, and give valid UTF-8", arguments: Charset.allCases)
    func randomBytes(_ charset: Charset) throws {
        var random = SplitMix(seed: 7)
        for _ in 0..<60 {
            let bytes = (0..<200).map { _ in UInt8(random.next(256)) }
            let decoded = try #require(charset.decode(bytes))
            #expect(String(validating: decoded.utf8, as: UTF8.self) != nil)
            #expect(decoded.utf8.count <= 200 * 6)
        }
    }
}

/// A small generator with a fixed sequence, so that a failure can be repeated.
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A number from 0 up to, but not including, `bound`.
    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ value >> 31) % UInt64(bound))
    }
}
