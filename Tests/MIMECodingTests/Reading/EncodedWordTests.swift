import Testing

@testable import MIMECoding

@Suite("Encoded words")
struct EncodedWordTests {
    @Test(
        "Words are decoded wherever they stand",
        arguments: [
            ("=?UTF-8?B?5L2g5aW9?=", "你好"), ("=?utf-8?q?=E4=BD=A0?= =?UTF-8?Q?=E5=A5=BD?=", "你好"),
            ("=?GB2312?B?xOO6ww==?=", "你好"), ("=?gb18030?Q?=C4=E3=BA=C3?=!", "你好!"), ("=?big5?B?p0Gmbg==?=", "你好"),
            ("a =?UTF-8?Q?b?= c", "a b c"), ("=?UTF-8?Q?a?= b =?UTF-8?Q?c?=", "a b c"),
            ("=?UTF-8?Q?a?=\r\n\t=?UTF-8?Q?b?=", "ab"), ("=?UTF-8?Q?a?==?UTF-8?Q?b?=", "ab"),
            ("\"=?UTF-8?Q?a_b?=\" <x@example.com>", "\"a b\" <x@example.com>"), ("=?UTF-8*zh?Q?a?=", "a"),
            ("=?UTF-8?Q?a b?=", "a b"), ("=?UTF-8?Q?=3D=3FUTF-8=3FQ=3Fa=3F=3D?=", "=?UTF-8?Q?a?="),
        ]
    )
    func decoding(text: String, wanted: String) {
        #expect(sameScalars(EncodedWords.decodedText(Array(text.utf8)), wanted))
    }

    @Test(
        "What is no word stays as it stands",
        arguments: [
            "=?", "?=", "=?=", "=?UTF-8?", "=?UTF-8?Q?", "=?UTF-8?Q?a", "=?UTF-8?Q?a?", "=?UTF-8?X?a?=", "=??Q?a?=",
            "=?UTF 8?Q?a?=", "1+1=?", "你好", "=?isö-8859-1?q?a?=",
        ]
    )
    func noWords(text: String) {
        #expect(sameScalars(EncodedWords.decodedText(Array(text.utf8)), text))
    }

    @Test("A character split between two words is joined, at every place", arguments: ["B", "Q"])
    func splitCharacters(encoding: String) {
        let plain = Array("a你😀é".utf8)
        func word(_ bytes: ArraySlice<UInt8>) -> String {
            let text =
                encoding == "B"
                ? String(decoding: Base64.encoded(Array(bytes)), as: UTF8.self)
                : bytes.map { "=" + String($0, radix: 16, uppercase: true) }.map {
                    $0.count == 2 ? "=0" + $0.suffix(1) : $0
                }
                .joined()
            return "=?utf-8?\(encoding)?\(text)?="
        }
        for first in 0...plain.count {
            for second in first...plain.count {
                let text = [word(plain[..<first]), word(plain[first..<second]), word(plain[second...])]
                    .joined(separator: "\r\n ")
                #expect(EncodedWords.decoded(Array(text.utf8)) == plain)
            }
        }
    }

    @Test("Damage inside a character becomes one mark and does not swallow what follows")
    func damage() {
        #expect(EncodedWords.decodedText(Array("=?UTF-8?Q?=f0ab?=".utf8)) == "\u{FFFD}ab")
        #expect(EncodedWords.decodedText(Array("=?UTF-8?B?8J+S?= =?ISO-8859-1?B?qQ==?=".utf8)) == "\u{FFFD}©")
    }

    @Test("Eight-bit text without a word is read as what it looks like")
    func eightBit() {
        #expect(EncodedWords.decodedText([0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72]) == "Müller")
        #expect(EncodedWords.decodedText(Array("Müller".utf8)) == "Müller")
    }

    @Test("Words and bare text in ISO-2022-JP are decoded; words of its larger relatives stay as they stand")
    func shiftedText() {
        #expect(EncodedWords.decodedText(Array("=?ISO-2022-JP?B?GyRCRnxLXBsoQg==?=".utf8)) == "日本")
        #expect(EncodedWords.decodedText(Array("\u{1B}$BF|K\\\u{1B}(B".utf8)) == "日本")
        // Row 13 is no part of JIS X 0208.
        let larger = "=?iso-2022-jp?B?GyRCLSEbKEI=?="
        #expect(EncodedWords.decodedText(Array("a \(larger) =?UTF-8?Q?b?=".utf8)) == "a \(larger) b")
    }

    @Test("UTF-16 without a mark is big-endian unless its zeros say otherwise")
    func byteOrder() {
        #expect(EncodedWords.decodedText(Array("=?UTF-16?B?T2BZfQ==?=".utf8)) == "你好")
        #expect(EncodedWords.decodedText(Array("=?UTF-16?B?YQBiAA==?=".utf8)) == "ab")
        #expect(EncodedWords.decodedText(Array("=?UTF-32?B?AABPYAAAWX0=?=".utf8)) == "你好")
    }
}
