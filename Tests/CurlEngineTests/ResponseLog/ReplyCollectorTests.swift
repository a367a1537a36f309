import MailModel
import Testing

@testable import CurlEngine

struct ReplyCollectorTests {
    private static func steps(_ lines: [String]) -> (last: ReplyCollector.Step?, text: String?) {
        var collector = ReplyCollector()
        var last: ReplyCollector.Step?
        for line in lines {
            let bytes = Array(line.utf8)
            last = collector.take(bytes.span)
        }
        guard case .whole(let code) = last else { return (last, nil) }
        return (last, collector.reply(code).text)
    }

    @Test(
        "Lines make a reply",
        arguments: [
            (["250 2.0.0 ok\r\n"], "2.0.0 ok"), (["250\r\n"], ""), (["250 \r\n"], ""), (["250 ok\n"], "ok"),
            (["550-5.1.1 没有\r\n", "550-5.1.1 这个\r\n", "550 5.1.1 用户\r\n"], "5.1.1 没有\n5.1.1 这个\n5.1.1 用户"),
            (["250-\r\n", "250 end\r\n"], "\nend"), (["250--x\r\n", "250 \tx\r\n"], "-x\n?x"),
        ] as [([String], String)]
    )
    func replies(lines: [String], text: String) {
        #expect(Self.steps(lines).text == text)
    }

    @Test(
        "What is no reply is refused",
        arguments: [
            [""], ["\r\n"], ["ok\r\n"], ["25\r\n"], ["HTTP/1.1 200 OK\r\n"], ["199 x\r\n"], ["600 x\r\n"],
            ["2500 x\r\n"],
            ["250x\r\n"], ["250\n"], ["250-a\r\n", "550 b\r\n"], ["250-a\r\n", "\r\n"], ["１２３ x\r\n"],
            ["250 " + String(repeating: "x", count: 9_000) + "\r\n"],
        ]
    )
    func breaches(lines: [String]) throws {
        let step = try #require(Self.steps(lines).last)
        guard case .breach = step else {
            Issue.record("\(step)")
            return
        }
    }

    @Test("A reply that does not end is refused once it is too long")
    func ceiling() {
        var collector = ReplyCollector()
        let line = Array("250-\(String(repeating: "x", count: 995))\r\n".utf8)
        var lines = 0
        while case .more = collector.take(line.span) { lines += 1 }
        #expect(lines == 65)
    }

    @Test("Control characters, broken UTF-8 and marks that turn the text around are masked")
    func masking() {
        let bytes: [UInt8] = Array("a\u{1B}[31m 王 \u{202E}b ".utf8) + [0xFF, 0xC3, 0x28, 0x00, 0x7F, 0x0A, 0x0D]
        #expect(ReplyText.masked(bytes) == "a?[31m 王 ?b ??(??\n?")
    }
}
