import MailModel
import Testing

@testable import SMTPProtocol

@Suite("LMTP")
struct LMTPTests {
    private static func open(_ keywords: [String] = ["PIPELINING"], window: Int = 1) -> Dialogue {
        Dialogue.open(keywords, window: window) { $0.dialect = .lmtp }
    }

    @Test("The session begins with LHLO, and a server that does not know it is refused")
    func greeting() {
        var settings = SessionSettings(helloName: "client.example", tls: .none)
        settings.dialect = .lmtp
        let dialogue = Dialogue(settings)
        dialogue.server("220 mx LMTP\r\n")
        #expect(dialogue.client() == "LHLO client.example\r\n")
        dialogue.server("500 what?\r\n")
        #expect(dialogue.end?.kind == .refused(.unreachable))
    }

    @Test("Each recipient that was taken has a reply of its own", arguments: [["PIPELINING"], []])
    func replies(keywords: [String]) {
        let dialogue = Self.open(keywords)
        dialogue.submit(message(1, 2, 3))
        dialogue.server("250 ok\r\n250 ok\r\n550 5.1.1 查无此人\r\n250 ok\r\n354 go\r\n")
        #expect(dialogue.marks == [1, 3])
        dialogue.server("250 2.0.0 stored\r\n")
        #expect(dialogue.ask { !$0.isIdle })
        dialogue.server("452 4.2.2 邮箱已满\r\n")
        #expect(dialogue.reports == ["2 failed recipient", "1 accepted endOfData", "3 deferred endOfData"])
        #expect(dialogue.ask { $0.isIdle })
    }

    @Test("The next message rides behind, and replies are told apart by their number")
    func pipelined() {
        let dialogue = Self.open()
        dialogue.submit(message(1, 2))
        dialogue.server("250 ok\r\n250 ok\r\n250 ok\r\n354 go\r\n")
        dialogue.submit(message(3))
        dialogue.server("250 a\r\n250 b\r\n250 ok\r\n250 ok\r\n354 go\r\n")
        dialogue.server("250 c\r\n")
        #expect(dialogue.reports == ["1 accepted endOfData", "2 accepted endOfData", "3 accepted endOfData"])
    }

    @Test("A connection that is lost between the replies leaves only the unanswered in doubt")
    func lost() {
        let dialogue = Self.open()
        dialogue.submit(message(1, 2))
        dialogue.server("250 ok\r\n250 ok\r\n250 ok\r\n354 go\r\n250 a\r\n")
        dialogue.lose()
        #expect(dialogue.reports == ["1 accepted endOfData", "2 inDoubt endOfData"])
    }

    @Test("A server that asks for content for nobody owes no reply: the session ends")
    func nobody() {
        let dialogue = Self.open()
        dialogue.submit(message(1))
        dialogue.server("250 ok\r\n550 no\r\n354 go\r\n")
        #expect(dialogue.end?.kind == .breach)
        #expect(dialogue.reports.count == 1)
    }

    @Test("BDAT is not used: the number of replies would not be known")
    func chunking() {
        let dialogue = Self.open(["PIPELINING", "CHUNKING"], window: 8)
        dialogue.submit(message(1, 2))
        #expect(!dialogue.client().contains("BDAT"))
    }
}
