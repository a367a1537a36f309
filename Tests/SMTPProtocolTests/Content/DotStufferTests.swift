import Testing

@testable import SMTPProtocol

struct DotStufferTests {
    private func stuffed(_ pieces: [[UInt8]]) -> String {
        var stuffer = DotStuffer()
        var output: [UInt8] = []
        for piece in pieces { stuffer.append(piece, 0..<piece.count, to: &output) }
        stuffer.finish(to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    @Test(
        "Dots that begin a line are doubled, and CRLF is added only where it is missing",
        arguments: [
            ("", ".\r\n"), ("a", "a\r\n.\r\n"), ("a\r\n", "a\r\n.\r\n"), (".", "..\r\n.\r\n"),
            (".\r\n", "..\r\n.\r\n"), ("a.b\r\n", "a.b\r\n.\r\n"), ("a\r\n.\r\n", "a\r\n..\r\n.\r\n"),
            ("a\r\n..b", "a\r\n...b\r\n.\r\n"), ("\r\n\r\n", "\r\n\r\n.\r\n"), ("a\n.b", "a\n..b\r\n.\r\n"),
            ("a\n", "a\n\r\n.\r\n"), ("a\r", "a\r\r\n.\r\n"), ("\n", "\n\r\n.\r\n"), ("a\r.b\r\n", "a\r.b\r\n.\r\n"),
        ]
    )
    func table(content: String, expected: String) {
        let bytes = Array(content.utf8)
        #expect(stuffed([bytes]) == expected)
        #expect(stuffed(bytes.map { [$0] }) == expected)
    }

    @Test("Content split at every place gives the same bytes, also where the vector scan ends")
    func everySplit() {
        var content: [UInt8] = []
        for length in 0..<70 {
            content += Array(repeating: UInt8(ascii: "x"), count: length)
            content += Array("\r\n.收\r\n..\r\n.".utf8)
        }
        let expected = reference(content)
        for place in content.indices {
            #expect(stuffed([Array(content[..<place]), Array(content[place...])]) == expected)
        }
        for size in 1...80 {
            let pieces = stride(from: 0, to: content.count, by: size).map {
                Array(content[$0..<min($0 + size, content.count)])
            }
            #expect(stuffed(pieces) == expected)
        }
    }

    @Test("Only the named range of the storage is content")
    func range() {
        var stuffer = DotStuffer()
        var output: [UInt8] = []
        stuffer.append(Array("\n.abc\r\n.".utf8), 1..<7, to: &output)
        stuffer.finish(to: &output)
        #expect(String(decoding: output, as: UTF8.self) == "..abc\r\n.\r\n")
    }

    /// The same by the book: line by line.
    private func reference(_ content: [UInt8]) -> String {
        let lines = String(decoding: content, as: UTF8.self).components(of: "\r\n")
        return lines.map { $0.hasPrefix(".") ? "." + $0 : $0 }.joined(separator: "\r\n") + "\r\n.\r\n"
    }
}

extension String {
    /// The pieces between separators, without Foundation.
    fileprivate func components(of separator: String) -> [String] {
        var pieces: [String] = [""]
        for character in self {
            if String(character) == separator { pieces.append("") } else { pieces[pieces.count - 1].append(character) }
        }
        return pieces
    }
}
