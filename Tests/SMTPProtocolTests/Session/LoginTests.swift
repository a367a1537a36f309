import Authentication
import MailModel
import Testing

@testable import SMTPProtocol

struct LoginTests {
    /// A session that was greeted over TLS, or in the clear.
    private func dialogue(_ login: Login, offered: String, isEncrypted: Bool = true) -> Dialogue {
        var settings = SessionSettings(
            helloName: "client.example",
            tls: isEncrypted ? .implicit : .none,
            login: login
        )
        settings.host = "smtp.example.cn"
        settings.port = 587
        let dialogue = Dialogue(settings)
        dialogue.server("220 mx\r\n250-mx\r\n250 AUTH \(offered)\r\n")
        return dialogue
    }

    private func said(_ dialogue: Dialogue) -> String {
        String(dialogue.client().trimmingPrefix("EHLO client.example\r\n"))
    }

    private func base64(_ text: String) -> String {
        String(decoding: SASLBase64.encode(Array(text.utf8)), as: UTF8.self)
    }

    @Test("CRAM-MD5 answers its challenge (RFC 2195)")
    func cramMD5() {
        let login = Login(user: "tim", password: Secret("tanstaaftanstaaf"))
        let dialogue = dialogue(login, offered: "PLAIN CRAM-MD5", isEncrypted: false)
        #expect(said(dialogue) == "AUTH CRAM-MD5\r\n")
        dialogue.server("334 PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UucmVzdG9uLm1jaS5uZXQ+\r\n")
        #expect(said(dialogue) == "dGltIGI5MTNhNjAyYzdlZGE3YTQ5NWI0ZTZlNzMzNGQzODkw\r\n")
        dialogue.server("235 ok\r\n")
        #expect(dialogue.result == .opened)
        #expect(dialogue.ask { $0.authMechanism } == "CRAM-MD5")
    }

    @Test("A SCRAM login that the server calls done without its signature is not believed")
    func unprovenServer() {
        let dialogue = dialogue(Login(user: "news", password: Secret("密码")), offered: "SCRAM-SHA-256")
        #expect(said(dialogue).hasPrefix("AUTH SCRAM-SHA-256 biwsbj1uZXdzLHI9"))
        dialogue.server("235 welcome\r\n")
        #expect(dialogue.end?.kind == .refused(.protocolBreach))
        #expect(dialogue.end?.phase == .auth)
    }

    @Test("A SCRAM challenge that must not be answered is cancelled, and no weaker mechanism follows")
    func hostileRounds() {
        let dialogue = dialogue(Login(user: "news", password: Secret("x")), offered: "SCRAM-SHA-256 PLAIN LOGIN")
        let first = said(dialogue).dropFirst("AUTH SCRAM-SHA-256 ".count).dropLast()
        let nonce = String(
            decoding: SASLBase64.decode(first.utf8)?.dropFirst("n,,n=news,r=".count) ?? [],
            as: UTF8.self
        )
        dialogue.server("334 \(base64("r=\(nonce)abc,s=QSXCR+Q6sek8bf92,i=2147483648"))\r\n")
        #expect(said(dialogue) == "*\r\n")
        dialogue.server("501 cancelled\r\n")
        #expect(said(dialogue) == "QUIT\r\n")
        #expect(dialogue.end?.kind == .refused(.protocolBreach))
        guard case .protocolBreach(let words) = dialogue.end?.cause else {
            Issue.record("no words")
            return
        }
        #expect(words.contains("2147483648"))
    }

    @Test("A mechanism that was offered and is not there gives way to the next; any other no ends the login")
    func nextMechanism() {
        let login = Login(user: "news", password: Secret("x"))
        let next = dialogue(login, offered: "CRAM-MD5 PLAIN")
        next.server("504 5.5.4 not that one\r\n")
        #expect(said(next) == "AUTH CRAM-MD5\r\nAUTH PLAIN AG5ld3MAeA==\r\n")
        next.server("235 ok\r\n")
        #expect(next.result == .opened)
        for reply in ["535 wrong", "534 too weak", "538 no", "432 transition", "454 later"] {
            let refused = dialogue(login, offered: "CRAM-MD5 PLAIN")
            refused.server("\(reply)\r\n")
            #expect(!refused.client().contains("PLAIN"))
            #expect(refused.end != nil)
        }
        let none = dialogue(login, offered: "CRAM-MD5")
        none.server("504 no\r\n")
        #expect(none.end?.kind == .refused(.loginRefused))
    }

    @Test("A refused token is told with what the server said of it, and without the token")
    func refusedToken() {
        let login = Login(user: "news@qq.com", proof: .token(Secret("ya29.secret")))
        let dialogue = dialogue(login, offered: "XOAUTH2 OAUTHBEARER PLAIN")
        let message = "n,a=news@qq.com,\u{1}host=smtp.example.cn\u{1}port=587\u{1}auth=Bearer ya29.secret\u{1}\u{1}"
        #expect(said(dialogue) == "AUTH OAUTHBEARER \(base64(message))\r\n")
        dialogue.server("334 \(base64(#"{"status":"invalid_token","token":"ya29.secret"}"#))\r\n")
        #expect(said(dialogue) == "AQ==\r\n")
        dialogue.server("535 5.7.8 bad ya29.secret\r\n")
        #expect(dialogue.end?.kind == .refused(.loginRefused))
        guard case .reply(let reply) = dialogue.end?.cause else {
            Issue.record("no reply")
            return
        }
        #expect(reply.description == #"535 5.7.8 bad *** {"status":"invalid_token","token":"***"}"#)
    }

    @Test("EXTERNAL says nothing but that")
    func external() {
        let dialogue = dialogue(Login(user: "", proof: .certificate), offered: "PLAIN EXTERNAL")
        #expect(said(dialogue) == "AUTH EXTERNAL =\r\n")
        dialogue.server("235 ok\r\n")
        #expect(dialogue.result == .opened)
    }

    @Test("An initial response that no command line may hold follows when it is asked for")
    func longResponse() {
        let login = Login(
            user: "news",
            proof: .token(Secret(String(repeating: "x", count: 1_500))),
            mechanism: .xoauth2
        )
        let dialogue = dialogue(login, offered: "XOAUTH2")
        #expect(said(dialogue) == "AUTH XOAUTH2\r\n")
        dialogue.server("334 \r\n")
        #expect(said(dialogue).utf8.count > 2_000)
        dialogue.server("235 ok\r\n")
        #expect(dialogue.result == .opened)
    }

    @Test("In the clear no password goes out")
    func clear() {
        let dialogue = dialogue(Login(user: "news", password: Secret("x")), offered: "PLAIN LOGIN", isEncrypted: false)
        #expect(said(dialogue) == "QUIT\r\n")
        #expect(dialogue.end?.kind == .refused(.configuration))
    }
}
