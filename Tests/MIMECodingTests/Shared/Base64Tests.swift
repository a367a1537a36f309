import Testing

@testable import MIMECoding

@Suite("Base64")
struct Base64Tests {
    @Test(
        "The vectors of RFC 4648 §10 go both ways",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"), ("你好", "5L2g5aW9"),
        ]
    )
    func vectors(plain: String, encoded: String) {
        #expect(Base64.encoded(Array(plain.utf8)) == Array(encoded.utf8))
        #expect(Base64.decode(Array(encoded.utf8).span) == Base64.Decoded(bytes: Array(plain.utf8)))
        #expect(Base64.decodeStrictly(Array(encoded.utf8)) == Array(plain.utf8))
    }

    @Test("Bytes of every length and line length come back", arguments: 0..<200)
    func roundTrip(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
        for lineLength in [4, 60, 76, 77] {
            var text: [UInt8] = []
            Base64.encode(bytes.span, into: &text, lineLength: lineLength)
            #expect(Base64.decode(text.span) == Base64.Decoded(bytes: bytes))
            #expect(text.split(separator: 0x0A).allSatisfy { $0.count <= lineLength + 1 })
            #expect(text.last != 0x0A)
        }
    }

    @Test(
        "Damaged text gives what can be had",
        arguments: [
            ("Zm9v YmFy", "foobar", 0), ("Zm9v\r\nYmFy\r\n", "foobar", 0), ("Zm9vYg", "foob", 0),
            ("Zm9vYmE", "fooba", 0), ("Zm!9v*Ym-Fy", "foobar", 3), ("=Zm9v", "foo", 1), ("Zm9vYg==\n\n", "foob", 0),
            ("Zg==\nZm8=\n", "ffo", 0), ("Zg==\r\nZm9v\r\n", "ffoo", 0),
        ]
    )
    func damaged(text: String, plain: String, strayBytes: Int) {
        let decoded = Base64.decode(Array(text.utf8).span)
        #expect(decoded.bytes == Array(plain.utf8))
        #expect(decoded.strayBytes == strayBytes)
        #expect(!decoded.isTruncated)
    }

    @Test("A footer behind the padding is left out, and its place is told")
    func footer() {
        let text = "Zm9vYg==\n_______________\nMailing list\n"
        let decoded = Base64.decode(Array(text.utf8).span)
        #expect(decoded.bytes == Array("foob".utf8))
        #expect(decoded.ignoredFrom == 9)
    }

    @Test("One character too many is told")
    func truncated() {
        let decoded = Base64.decode(Array("Zm9vY".utf8).span)
        #expect(decoded.bytes == Array("foo".utf8))
        #expect(decoded.isTruncated)
    }

    @Test(
        "Strict decoding refuses what is not base64 to the letter",
        arguments: ["Zg", "Zg=", "Zm9v\n", "Zh==", "Z===", "Zm 9"]
    )
    func strict(text: String) {
        #expect(Base64.decodeStrictly(Array(text.utf8)) == nil)
    }
}
