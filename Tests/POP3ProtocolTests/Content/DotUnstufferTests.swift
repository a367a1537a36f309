import POP3Protocol
import Testing

@Suite("Dots of a multi-line reply")
struct DotUnstufferTests {
    @Test(
        "Dots are taken off and the end is found, at every split",
        arguments: [
            (".\r\n", ""), ("a\r\n.\r\n", "a\r\n"), ("..\r\n.\r\n", ".\r\n"), ("...\r\n.\r\n", "..\r\n"),
            (".a\r\n.\r\n", "a\r\n"), ("a\n.\r\nb\r\n.\r\n", "a\n.\r\nb\r\n"), ("a\r.\r\nb\r\n.\r\n", "a\r.\r\nb\r\n"),
            (".\rx\r\n.\r\n", "\rx\r\n"), (".\r.\r\n.\r\n", "\r.\r\n"), (".\r\r\n.\r\n", "\r\r\n"),
            ("\r\n\r\n.\r\n", "\r\n\r\n"), ("a\r\r\n.\r\n", "a\r\r\n"), ("\0\0\r\n.\0\r\n.\r\n", "\0\0\r\n\0\r\n"),
            ("a..\r\nb.\r\n.\r\n", "a..\r\nb.\r\n"), ("中文\r\n..\r\n.\r\n", "中文\r\n.\r\n"),
        ]
    )
    func unstuff(stuffed: String, message: String) {
        let bytes = Array(stuffed.utf8)
        for first in 0...bytes.count {
            for second in first...bytes.count {
                let chunks = [bytes[..<first], bytes[first..<second], bytes[second...]].map(Array.init)
                #expect(content(of: chunks) == message, "split at \(first) and \(second)")
            }
        }
        #expect(content(of: bytes.map { [$0] }) == message)
    }

    @Test("What follows the end is left in the input")
    func rest() {
        var unstuffer = DotUnstuffer()
        let bytes = Array("a\r\n.\r\n+OK\r\n".utf8)
        var start = 0
        #expect(unstuffer.next(bytes.span, from: &start) == .bytes(0..<3))
        #expect(unstuffer.next(bytes.span, from: &start) == .end(6))
        #expect(start == 6)
    }

    /// The content; nil unless the end was found exactly at the end of the last chunk.
    private func content(of chunks: [[UInt8]]) -> String? {
        var unstuffer = DotUnstuffer()
        var message: [UInt8] = []
        var isOver = false
        for chunk in chunks {
            var start = 0
            loop: while true {
                guard !isOver else { return start == chunk.count ? String(decoding: message, as: UTF8.self) : nil }
                switch unstuffer.next(chunk.span, from: &start) {
                case .bytes(let range): message += chunk[range]
                case .carriageReturn: message.append(0x0D)
                case .more: break loop
                case .end: isOver = true
                }
            }
        }
        return isOver ? String(decoding: message, as: UTF8.self) : nil
    }
}
