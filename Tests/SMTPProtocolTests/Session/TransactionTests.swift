import MailModel
import Testing

@testable import SMTPProtocol

struct TransactionTests {
    @Test("With PIPELINING the next envelope rides behind the final dot")
    func pipelined() {
        let dialogue = Dialogue.open()
        dialogue.submit(message(1))
        #expect(dialogue.client() == envelope(1))
        #expect(dialogue.ask { !$0.wantsMessage })
        dialogue.server("250 ok\r\n250 ok\r\n354 go\r\n")
        #expect(dialogue.marks == [1])
        #expect(dialogue.ask { $0.wantsMessage })
        dialogue.submit(message(2))
        #expect(dialogue.client() == content + envelope(2))
        #expect(dialogue.ask { !$0.wantsMessage })
        dialogue.server("250 2.0.0 queued as 1\r\n250 ok\r\n250 ok\r\n354 go\r\n")
        dialogue.submit(message(3))
        #expect(dialogue.client() == content + envelope(3))
        dialogue.server("250 2.0.0 queued as 2\r\n250 ok\r\n550 5.1.1 没有这个人\r\n554 no recipients\r\n")
        #expect(dialogue.reports == ["1 accepted endOfData", "2 accepted endOfData", "3 failed recipient"])
        #expect(dialogue.marks == [1, 2])
        let code = ReplyCode(rawValue: 550).map { Reply(code: $0, text: "5.1.1 没有这个人") }
        #expect(dialogue.outcomes[3] == code.map { .failed(.reply($0)) })
    }

    @Test("Without PIPELINING every reply is awaited")
    func lockStep() {
        let dialogue = Dialogue.open([])
        dialogue.submit(message(1, 2))
        #expect(dialogue.client() == "MAIL FROM:<bounces@example.com>\r\n")
        dialogue.server("250 ok\r\n")
        #expect(dialogue.client() == "RCPT TO:<user1@example.cn>\r\n")
        dialogue.server("550 5.1.1 unknown\r\n")
        #expect(dialogue.client() == "RCPT TO:<user2@example.cn>\r\n")
        dialogue.server("250 ok\r\n")
        #expect(dialogue.client() == "DATA\r\n")
        dialogue.server("354 go\r\n")
        #expect(dialogue.client() == content)
        #expect(dialogue.marks == [2])
        #expect(dialogue.ask { !$0.wantsMessage })
        dialogue.server("250 queued\r\n")
        #expect(dialogue.reports == ["1 failed recipient", "2 accepted endOfData"])
        dialogue.submit(message(3))
        dialogue.server("452 later\r\n")
        #expect(dialogue.ask { $0.wantsMessage })
        dialogue.submit(message(4))
        dialogue.server("250 ok\r\n450 greylisted\r\n")
        #expect(dialogue.ask { !$0.wantsMessage }, "RSET is not answered yet")
        _ = dialogue.client()
        dialogue.server("250 ok\r\n")
        #expect(dialogue.reports.suffix(2) == ["3 deferred mail", "4 deferred recipient"])
        #expect(dialogue.ask { $0.isIdle })
        dialogue.perform { $0.quit() }
        #expect(dialogue.client() == "QUIT\r\n")
        dialogue.server("221 bye\r\n")
        #expect(dialogue.end?.kind == .quit)
    }

    @Test("A refused MAIL decides, and the replies behind it are heard out")
    func mailRefused() {
        let dialogue = Dialogue.open()
        dialogue.submit(message(1))
        _ = dialogue.client()
        dialogue.server("550 5.7.1 no\r\n503 MAIL first\r\n503 MAIL first\r\n")
        #expect(dialogue.reports == ["1 failed mail"])
        #expect(dialogue.ask { $0.isIdle })
        dialogue.submit(message(2))
        #expect(dialogue.client() == envelope(2))
        dialogue.server("451 later\r\n250 ok\r\n354 go\r\n")
        #expect(dialogue.client() == ".\r\n", "DATA to nobody gets a lone dot")
        #expect(dialogue.marks == [])
        dialogue.server("554 no recipients\r\n")
        #expect(dialogue.reports == ["1 failed mail", "2 deferred mail"])
        #expect(dialogue.ask { $0.isIdle })
    }

    @Test("A refused recipient with a go for DATA gets a lone dot, and the next envelope may ride behind it")
    func loneDot() {
        let dialogue = Dialogue.open()
        dialogue.submit(message(1))
        dialogue.server("250 ok\r\n550 unknown\r\n354 go\r\n")
        dialogue.submit(message(2))
        #expect(dialogue.client() == envelope(1) + ".\r\n" + envelope(2))
        dialogue.server("250 queued nothing\r\n250 ok\r\n250 ok\r\n354 go\r\n250 queued\r\n")
        #expect(dialogue.reports == ["1 failed recipient", "2 accepted endOfData"])
        #expect(dialogue.marks == [2])
    }

    @Test("RSET clears a MAIL that was taken for nobody, in the same round trip as the next envelope")
    func reset() {
        let dialogue = Dialogue.open()
        dialogue.submit(message(1))
        dialogue.server("250 ok\r\n550 unknown\r\n554 no valid recipients\r\n")
        dialogue.submit(message(2))
        #expect(dialogue.client() == envelope(1) + "RSET\r\n" + envelope(2))
        dialogue.server("250 reset\r\n250 ok\r\n250 ok\r\n451 disk full\r\n")
        #expect(dialogue.reports == ["1 failed recipient", "2 deferred data"])
        #expect(dialogue.client() == "RSET\r\n")
        dialogue.server("250 reset\r\n")
        #expect(dialogue.ask { $0.isIdle })
    }

    @Test("Several recipients of one message have an outcome each")
    func furtherRecipients() {
        let dialogue = Dialogue.open()
        dialogue.submit(message(1, 2, 3, 4))
        dialogue.server("250 ok\r\n250 ok\r\n550 unknown\r\n451 later\r\n252 perhaps\r\n354 go\r\n")
        #expect(dialogue.marks == [1, 4])
        dialogue.server("250 queued\r\n")
        #expect(
            dialogue.reports == [
                "2 failed recipient", "3 deferred recipient", "1 accepted endOfData", "4 accepted endOfData",
            ]
        )
    }

    @Test(
        "The reply to the end of the message is the outcome",
        arguments: [(250, "accepted"), (452, "deferred"), (554, "failed")]
    )
    func endOfData(code: Int, word: String) {
        let dialogue = Dialogue.open()
        dialogue.submit(message(1))
        dialogue.server("250 ok\r\n250 ok\r\n354 go\r\n\(code) said\r\n")
        #expect(dialogue.reports == ["1 \(word) endOfData"])
        #expect(dialogue.ask { $0.isIdle })
    }

    @Test("Parameters say size, 8-bit text and SMTPUTF8 where the server knows them")
    func parameters() {
        let dialogue = Dialogue.open(["PIPELINING", "SIZE 1000", "8BITMIME", "SMTPUTF8"])
        dialogue.submit(message(1, content: "a\r\n", is8Bit: true))
        #expect(dialogue.client() == envelope(1, parameters: " SIZE=3 BODY=8BITMIME"))
        dialogue.server("250 ok\r\n250 ok\r\n354 go\r\n")
        _ = dialogue.client()
        dialogue.submit(message(2, content: "a\r\n", path: "用户@例子.example", needsSMTPUTF8: true))
        #expect(
            dialogue.client().contains("<bounces@example.com> SIZE=3 BODY=8BITMIME SMTPUTF8\r\nRCPT TO:<用户@例子.example>")
        )
    }

    @Test("What the server cannot take is refused without a word to it")
    func obstacles() {
        let dialogue = Dialogue.open(["PIPELINING", "SIZE 10"])
        dialogue.submit(
            message(1, 2),
            message(3, content: "a\r\n", is8Bit: true),
            message(4, content: "a\r\n", path: "用户@例子.example", needsSMTPUTF8: true),
            message(5, content: "a\r\n", path: "用户@例子.example"),
            message(6, content: "a\r\n", path: "a@b.example>\r\nRCPT TO:<c@d.example"),
            message(7, content: "a\r\n", path: "\"a\u{7F}\"@b.example")
        )
        #expect(dialogue.client() == "")
        #expect(dialogue.reports == (1...7).map { "\($0) failed mail" })
        #expect(dialogue.ask { $0.isIdle })
    }

    @Test("Large content leaves in pieces, its end only when the rest has left")
    func largeContent() {
        let dialogue = Dialogue.open { $0.largeContent = 10 }
        let text = ".a\r\n.bc\r\n" + String(repeating: "x", count: 10)
        dialogue.submit(message(1, content: text))
        dialogue.server("250 ok\r\n250 ok\r\n354 go\r\n")
        #expect(dialogue.client() == envelope(1))
        var written = ""
        while dialogue.ask({ $0.hasContent }) {
            dialogue.perform { $0.continueContent(upTo: 3) }
            written += dialogue.client()
        }
        #expect(written == "..a\r\n..bc\r\n" + String(repeating: "x", count: 10))
        #expect(dialogue.ask { $0.isDraining && $0.awaited?.phase == .content && !$0.wantsMessage })
        #expect(dialogue.marks == [])
        dialogue.perform { $0.contentDrained() }
        #expect(dialogue.client() == "\r\n.\r\n")
        #expect(dialogue.marks == [1])
        dialogue.server("250 ok\r\n")
        #expect(dialogue.reports == ["1 accepted endOfData"])
    }

    @Test("A session takes no more than its limit, or the server's")
    func limit() {
        let dialogue = Dialogue.open(messageLimit: 1)
        dialogue.submit(message(1))
        dialogue.server("250 ok\r\n250 ok\r\n354 go\r\n250 ok\r\n")
        #expect(dialogue.ask { $0.isSpent && !$0.wantsMessage && $0.isIdle })
        let polite = Dialogue.open(["LIMITS MAILMAX=1"])
        polite.submit(message(1))
        #expect(polite.ask { $0.isSpent })
    }
}
