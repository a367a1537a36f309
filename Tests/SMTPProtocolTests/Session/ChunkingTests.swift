import MailModel
import Testing

@testable import SMTPProtocol

struct ChunkingTests {
    private func chunk(_ seq: Int, reset: Bool = true) -> String {
        "\(reset ? "RSET\r\n" : "")MAIL FROM:<bounces@example.com>\r\nRCPT TO:<user\(seq)@example.cn>\r\n"
            + "BDAT 19 LAST\r\nSubject: hi\r\n\r\nhi\r\n"
    }

    private func open(window: Int = 3) -> Dialogue { Dialogue.open(["PIPELINING", "CHUNKING"], window: window) }

    @Test("Whole messages ride behind each other, in a window that grows by replies")
    func window() {
        let dialogue = open()
        dialogue.submit(message(1))
        #expect(dialogue.client() == chunk(1, reset: false))
        #expect(dialogue.ask { !$0.wantsMessage })
        dialogue.server("250 ok\r\n250 ok\r\n250 queued\r\n")
        dialogue.submit(message(2), message(3))
        #expect(dialogue.client() == chunk(2, reset: false) + chunk(3))
        #expect(dialogue.ask { !$0.wantsMessage })
        #expect(dialogue.marks == [1, 2, 3])
        let answer = "250 ok\r\n250 ok\r\n250 queued\r\n"
        dialogue.server(answer + "250 reset\r\n" + answer)
        dialogue.submit(message(4), message(5), message(6))
        #expect(dialogue.ask { !$0.wantsMessage }, "never more than the window")
        #expect(dialogue.reports == (1...3).map { "\($0) accepted endOfData" })
    }

    @Test("A recipient refused in the middle of a window spoils no other")
    func refusedRecipient() {
        let dialogue = open()
        dialogue.submit(message(1))
        dialogue.server("250 ok\r\n250 ok\r\n250 queued\r\n")
        dialogue.submit(message(2), message(3))
        dialogue.server(
            "250 ok\r\n550 unknown\r\n554 no valid recipients\r\n250 reset\r\n250 ok\r\n250 ok\r\n250 queued\r\n"
        )
        #expect(dialogue.reports == ["1 accepted endOfData", "2 failed recipient", "3 accepted endOfData"])
        #expect(dialogue.ask { $0.isIdle })
    }

    @Test("421 releases the whole messages behind the one it answers; a lost connection leaves them in doubt")
    func endings() {
        let closed = open()
        closed.submit(message(1))
        closed.server("250 ok\r\n250 ok\r\n250 queued\r\n")
        closed.submit(message(2), message(3))
        closed.server("250 ok\r\n250 ok\r\n421 enough\r\n")
        #expect(closed.reports.suffix(2) == ["2 deferred endOfData", "3 released endOfData"])
        let lost = open()
        lost.submit(message(1))
        lost.server("250 ok\r\n250 ok\r\n250 queued\r\n")
        lost.submit(message(2), message(3))
        lost.lose()
        #expect(lost.reports.suffix(2) == ["2 inDoubt mail", "3 inDoubt mail"])
    }

    @Test("Large content goes by DATA, behind the window")
    func large() {
        let dialogue = Dialogue.open(["PIPELINING", "CHUNKING"], window: 3) { $0.largeContent = 5 }
        dialogue.submit(message(1))
        #expect(dialogue.client() == envelope(1))
        dialogue.server("250 ok\r\n250 ok\r\n354 go\r\n")
        #expect(dialogue.ask { $0.hasContent })
    }
}
