import Testing

@testable import Sandbox

@Suite("What answers quote")
struct AnsweredMessageTests {
    @Test(
        "The header ends at the empty line",
        arguments: [
            ("A: b\r\nC: d\r\n\r\nbody", "A: b\r\nC: d\r\n"), ("A: b\n\nbody", "A: b\n"), ("\r\nbody", ""), ("", ""),
            ("A: b\r\nno end", "A: b\r\n"), ("A: b\r\n", "A: b\r\n"),
        ]
    )
    func header(content: String, header: String) {
        #expect(AnsweredMessage.header(of: Array(content.utf8)) == Array(header.utf8))
    }

    @Test("A long header is cut behind a whole line")
    func longHeader() {
        let line = "X: " + String(repeating: "x", count: 95) + "\r\n"
        let header = AnsweredMessage.header(of: Array(String(repeating: line, count: 1_000).utf8))
        #expect(header.count <= AnsweredMessage.headerCeiling)
        #expect(header.count > AnsweredMessage.headerCeiling - line.utf8.count)
        #expect(header.suffix(2) == [0x0D, 0x0A])
        #expect(AnsweredMessage.header(of: Array(repeating: 0x78, count: 100_000)) == [])
    }

    @Test(
        "xtext is decoded, and control characters are masked",
        arguments: [
            ("a+2Bb", "a+b"), ("+0D+0AX: y", "??X: y"), ("a+", "a+"), ("a+4", "a+4"), ("+ZZ", "+ZZ"),
            ("+E7+8E+8B", "王"),
        ]
    )
    func xtext(value: String, decoded: String) {
        #expect(AnsweredMessage.decoded(Array(value.utf8)[...]) == Array(decoded.utf8))
    }
}
