import MailModel
import POP3Protocol
import Testing

@Suite("From the greeting to the login")
struct OpeningTests {
    @Test("STLS comes first, and what the server said before does not count")
    func startTLS() throws {
        let dialogue = Dialogue(
            turns: [
                .server("+OK\r\n"), .client("STLS\r\n"), .server("+OK go\r\n"), .secured, .client("CAPA\r\n"),
                .server("+OK\r\nUSER\r\n.\r\n"), .client("USER bounces\r\n"),
            ],
            settings: .sample(.starttls)
        )
        #expect(dialogue.outcomeAtEverySplit()?.surprises == [])
    }

    @Test("Opportunistic TLS is begun where it is offered")
    func opportunistic() throws {
        let dialogue = Dialogue(
            turns: [
                .server("+OK\r\n"), .client("CAPA\r\n"), .server("+OK\r\nSTLS\r\nUSER\r\n.\r\n"), .client("STLS\r\n"),
                .server("+OK\r\n"), .secured, .client("CAPA\r\n"), .server("+OK\r\nUSER\r\nSTLS\r\n.\r\n"),
                .client("USER bounces\r\n"),
            ],
            settings: .sample(.opportunistic)
        )
        #expect(dialogue.outcomeAtEverySplit()?.surprises == [])
    }

    @Test("Opportunistic TLS goes on in the clear where it is refused or not offered", arguments: [true, false])
    func opportunisticRefused(isOffered: Bool) throws {
        let offer: [Dialogue.Turn] =
            isOffered
            ? [.server("+OK\r\nSTLS\r\nUSER\r\n.\r\n"), .client("STLS\r\n"), .server("-ERR not now\r\n")]
            : [.server("-ERR what?\r\n")]
        let dialogue = Dialogue(
            turns: [.server("+OK\r\n"), .client("CAPA\r\n")] + offer + [.client("USER bounces\r\n")],
            settings: .sample(.opportunistic)
        )
        #expect(dialogue.outcomeAtEverySplit()?.surprises == [])
    }

    @Test("Bytes behind the reply to STLS are an injection")
    func injection() throws {
        for split in [true, false] {
            let dialogue = Dialogue(
                turns: [.server("+OK\r\n"), .client("STLS\r\n"), .server("+OK\r\n+OK injected\r\n")],
                settings: .sample(.starttls)
            )
            let outcome = dialogue.run { _ in split }
            guard split else {
                #expect(outcome.failure?.code == .protocolBreach)
                #expect(outcome.failure?.message.contains("before TLS was begun") == true)
                continue
            }
            // Bytes that come later are TLS's to judge: the machine takes none.
            #expect(outcome.failure?.code == .protocolBreach)
        }
    }

    @Test("SASL PLAIN is taken on request; a response that is too long for one line has its own")
    func saslPlain() throws {
        var settings = SessionSettings.sample()
        // The example of RFC 4616 §4, without an authorisation identity.
        settings.login = Login(user: "tim", password: Secret("tanstaaftanstaaf"), mechanism: .plain)
        let opening: [Dialogue.Turn] = [.server("+OK\r\n"), .client("CAPA\r\n"), .server("-ERR\r\n")]
        let short = Dialogue(
            turns: opening + [
                .client("AUTH PLAIN AHRpbQB0YW5zdGFhZnRhbnN0YWFm\r\n"), .server("+OK\r\n"), .client("STAT\r\n"),
            ],
            settings: settings
        )
        #expect(short.outcomeAtEverySplit()?.surprises == [])
        settings.login.proof = .password(Secret(String(repeating: "A", count: 197)))
        let response = "AHRpbQBB" + String(repeating: "QUFB", count: 65) + "QQ==\r\n"
        let long = Dialogue(
            turns: opening + [
                .client("AUTH PLAIN\r\n"), .server("+ \r\n"), .client(response), .server("+OK\r\n"),
                .client("STAT\r\n"),
            ],
            settings: settings
        )
        #expect(long.outcomeAtEverySplit()?.surprises == [])
    }

    @Test(
        "A password that is not ASCII goes by SASL PLAIN where that is offered",
        arguments: ["SASL PLAIN LOGIN", "SASL"]
    )
    func passwordInChinese(offer: String) throws {
        var settings = SessionSettings.sample()
        settings.login.proof = .password(Secret("密码"))
        let expected = offer == "SASL" ? "USER bounces\r\n" : "AUTH PLAIN AGJvdW5jZXMA5a+G56CB\r\n"
        let dialogue = Dialogue(
            turns: [
                .server("+OK\r\n"), .client("CAPA\r\n"), .server("+OK\r\nUSER\r\n\(offer)\r\n.\r\n"), .client(expected),
            ],
            settings: settings
        )
        #expect(dialogue.outcomeAtEverySplit()?.surprises == [])
    }

    @Test("Capabilities are asked for anew after the login where PIPELINING was not offered before it")
    func capabilitiesAfterLogin() throws {
        let dialogue = Dialogue(
            turns: [
                .server("+OK\r\n"), .client("CAPA\r\n"), .server("+OK\r\nUSER\r\n.\r\n"), .client("USER bounces\r\n"),
                .server("+OK\r\n"), .client("PASS hunter2\r\n"), .server("+OK\r\n"), .client("CAPA\r\n"),
                .server("+OK\r\nPIPELINING\r\n.\r\n"), .client("STAT\r\nLIST\r\nUIDL\r\n"),
            ],
            settings: .sample()
        )
        #expect(dialogue.outcomeAtEverySplit()?.surprises == [])
    }

    @Test(
        "A refused login keeps the server's words, and its code decides what it is",
        arguments: [
            ("-ERR authentication failed", CollectFailure.Code.loginRefused), ("-ERR [AUTH] 密码错误", .loginRefused),
            ("-ERR [IN-USE] locked", .tryLater), ("-ERR [LOGIN-DELAY] wait 60 s", .tryLater),
            ("-ERR [SYS/TEMP] later", .tryLater), ("-ERR [SYS/PERM] call us", .unreachable),
            ("-ERR [login-delay/strict] wait", .tryLater), ("-ERR [NEW] what", .loginRefused),
        ]
    )
    func refusedLogin(reply: String, code: CollectFailure.Code) throws {
        let dialogue = Dialogue(turns: .plainLogin.dropLast() + [.server(reply + "\r\n")], settings: .sample())
        let failure = try #require(dialogue.outcomeAtEverySplit()?.failure)
        #expect(failure.code == code)
        #expect(failure.activity == "logging in")
        #expect(failure.message == reply)
    }

    @Test("A password that the server quotes is not shown", arguments: [Login.Mechanism.login, .plain])
    func quotedPassword(mechanism: Login.Mechanism) throws {
        let login: [Dialogue.Turn] =
            mechanism == .plain
            ? [.server("-ERR no: AGJvdW5jZXMAaHVudGVyMg==, hunter2hunter2\r\n")]
            : [.server("+OK\r\n"), .server("-ERR no: PASS hunter2\r\n")]
        let dialogue = Dialogue(
            turns: [.server("+OK\r\n"), .server("-ERR\r\n")] + login,
            settings: .sample(.none, mechanism: mechanism)
        )
        let failure = try #require(dialogue.outcomeAtEverySplit()?.failure)
        #expect(failure.message == (mechanism == .plain ? "-ERR no: ***, ******" : "-ERR no: PASS ***"))
    }

    @Test("A greeting of refusal is met again later; one of another protocol is no POP3 server")
    func greetings() throws {
        let busy = Dialogue(turns: [.server("-ERR too many connections\r\n")], settings: .sample())
        #expect(busy.outcomeAtEverySplit()?.failure?.code == .tryLater)
        let smtp = Dialogue(turns: [.server("220 mail.example.com ESMTP\r\n")], settings: .sample())
        let failure = try #require(smtp.outcomeAtEverySplit()?.failure)
        #expect(failure.code == .protocolBreach)
        #expect(failure.message == "this is no POP3 server: it greets with \"220 mail.example.com ESMTP\"")
    }

    @Test("TLS that is demanded and refused ends the session")
    func startTLSRefused() throws {
        let dialogue = Dialogue(
            turns: [.server("+OK\r\n"), .client("STLS\r\n"), .server("-ERR no TLS here\r\n")],
            settings: .sample(.starttls)
        )
        let failure = try #require(dialogue.outcomeAtEverySplit()?.failure)
        #expect(failure.code == .untrusted)
        #expect(failure.message == "-ERR no TLS here")
    }

    @Test("A line end in a name or password sends nothing", arguments: ["a\r\nDELE 1", "a\nb", "a\0b"])
    func injectedCommand(password: String) throws {
        var settings = SessionSettings.sample()
        settings.login.proof = .password(Secret(password))
        let dialogue = Dialogue(
            turns: [.server("+OK\r\n"), .client("CAPA\r\n"), .server("-ERR\r\n"), .client("")],
            settings: settings
        )
        let outcome = try #require(dialogue.outcomeAtEverySplit())
        #expect(outcome.surprises == [])
        #expect(outcome.failure?.code == .configuration)
        #expect(outcome.failure?.message.contains(password) == false)
    }
}
