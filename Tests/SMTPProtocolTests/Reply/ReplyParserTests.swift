import MailModel
import Testing

@testable import SMTPProtocol

struct ReplyParserTests {
    /// All replies in a text that arrives in pieces.
    private func replies(_ pieces: [[UInt8]], limits: ReplyParser.Limits = .init()) throws -> [Reply] {
        var parser = ReplyParser(limits: limits)
        var buffer: [UInt8] = []
        var found: [Reply] = []
        for piece in pieces {
            buffer += piece
            while let frame = try parser.next(in: buffer.span) {
                found.append(frame.reply(in: buffer.span))
                buffer.removeFirst(frame.length)
            }
        }
        return found
    }

    private func replies(_ text: String) throws -> [Reply] { try replies([Array(text.utf8)]) }

    @Test("Replies are the same whole, byte by byte and split at every place")
    func everySplit() throws {
        let text =
            "220 mx.example.com ESMTP\r\n250-mx\r\n250-SIZE 100\r\n250 HELP\r\n250\r\n354 go\n550 5.1.1 用户不存在\r\n"
        let bytes = Array(text.utf8)
        let whole = try replies([bytes])
        #expect(whole.map(\.code.rawValue) == [220, 250, 250, 354, 550])
        #expect(
            whole.map(\.text) == ["mx.example.com ESMTP", "mx\nSIZE 100\nHELP", "", "go", "5.1.1 用户不存在"]
        )
        #expect(try replies(bytes.map { [$0] }) == whole)
        for place in bytes.indices {
            #expect(try replies([Array(bytes[..<place]), Array(bytes[place...])]) == whole)
        }
    }

    @Test("Control characters and broken UTF-8 are masked")
    func masking() throws {
        let bytes = Array("250 a\u{1B}[2J\u{7F}\tb".utf8) + [0xFF, 0xC3] + Array("\u{9B}c\r\n".utf8)
        #expect(try replies([bytes]).map(\.text) == ["a?[2J?\tb???c"])
        #expect(try replies([[0x32, 0x35, 0x30, 0x20, 0x00, 0x0D, 0x0D, 0x0A]]).map(\.text) == ["??"])
    }

    @Test(
        "What is no reply is refused",
        arguments: [
            "HTTP/1.1 400\r\n", "\r\n", "25\r\n", "250_x\r\n", "199 x\r\n", "600 x\r\n", "2a0 x\r\n", "250x\r\n",
        ]
    )
    func noReply(text: String) {
        #expect(throws: ReplyParser.Failure.self) { try replies(text) }
    }

    @Test("A reply whose lines disagree on the code is refused")
    func mixedCodes() throws {
        let first = try #require(ReplyCode(rawValue: 250))
        let second = try #require(ReplyCode(rawValue: 550))
        #expect(throws: ReplyParser.Failure.mixedCodes(first, second)) { try replies("250-a\r\n550 b\r\n") }
    }

    @Test("Lines, numbers of lines and replies have ceilings")
    func ceilings() throws {
        let longest = "250 " + String(repeating: "a", count: 4_096 - 6) + "\r\n"
        #expect(try replies(longest).count == 1)
        #expect(throws: ReplyParser.Failure.lineTooLong(4_096)) { try replies("250 a" + longest.dropFirst(4)) }
        #expect(throws: ReplyParser.Failure.lineTooLong(4_096)) { try replies(String(repeating: "2", count: 4_097)) }
        let lines = String(repeating: "250-a\r\n", count: 511)
        #expect(try replies(lines + "250 a\r\n").count == 1)
        #expect(throws: ReplyParser.Failure.tooManyLines(512)) { try replies(lines + "250-a\r\n250 a\r\n") }
        let wide = String(repeating: "250-" + String(repeating: "a", count: 4_090) + "\r\n", count: 17)
        #expect(throws: ReplyParser.Failure.replyTooLong(65_536)) { try replies(wide) }
    }

    @Test("Any bytes at all give replies or a failure, never a trap")
    func noise() {
        var state: UInt64 = 88_172_645_463_325_252
        for _ in 0..<2_000 {
            var bytes: [UInt8] = []
            for _ in 0..<40 {
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                bytes.append(Array("2345 0-\r\n\r\na\u{E9}".utf8)[Int(state % 14)])
            }
            _ = try? replies(bytes.map { [$0] })
        }
    }
}
