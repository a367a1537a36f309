import MailModel
import Testing

@testable import SMTPProtocol

struct HandshakeTests {
    private func settings(_ tls: TLSRequirement, login: Login? = nil) -> SessionSettings {
        var settings = SessionSettings(helloName: "client.example", tls: tls, login: login)
        settings.allowsClearLogin = tls == .none
        return settings
    }

    private let login = Login(user: "news", password: Secret("密码"))

    @Test("EHLO follows the greeting, and the session is open")
    func plain() {
        let dialogue = Dialogue(settings(.none))
        #expect(dialogue.client() == "")
        #expect(dialogue.ask { $0.awaited?.phase } == .greeting)
        dialogue.server("220-mx\r\n220 ready\r\n")
        #expect(dialogue.client() == "EHLO client.example\r\n")
        dialogue.server("250-mx\r\n250 PIPELINING\r\n")
        #expect(dialogue.result == .opened)
        #expect(dialogue.ask { $0.isIdle && $0.wantsMessage })
    }

    @Test("HELO follows where EHLO is refused for good", arguments: [500, 502, 504, 550])
    func helo(code: Int) {
        let dialogue = Dialogue(settings(.none))
        dialogue.server("220 mx\r\n\(code) what?\r\n")
        #expect(dialogue.client() == "EHLO client.example\r\nHELO client.example\r\n")
        dialogue.server("250 PIPELINING\r\n")
        #expect(dialogue.result == .opened)
        #expect(dialogue.ask { !$0.capabilities.hasPipelining })
    }

    @Test(
        "A no before mail can be sent ends the session, by its first digit",
        arguments: [
            ("554 go away\r\n", SessionEnd.Kind.refused(.unreachable), SessionPhase.greeting),
            ("421 busy\r\n", .closing, .greeting), ("450 busy\r\n", .closing, .greeting),
            ("354 what\r\n", .breach, .greeting), ("SSH-2.0-x\r\n", .breach, .greeting),
            ("220 mx\r\n421 busy\r\n", .closing, .hello), ("220 mx\r\n451 busy\r\n", .closing, .hello),
            ("220 mx\r\n502 no\r\n502 no\r\n", .refused(.unreachable), .hello),
            ("220 mx\r\n250-a\r\n251 b\r\n", .breach, .hello),
            ("220 mx\r\n250 a\r\n250 again\r\n", .breach, .quit),
        ]
    )
    func refused(text: String, kind: SessionEnd.Kind, phase: SessionPhase) {
        let dialogue = Dialogue(settings(.none))
        dialogue.server(text)
        #expect(dialogue.end?.kind == kind)
        #expect(dialogue.end?.phase == phase)
    }

    @Test("STARTTLS comes first, and what was offered before it counts no more")
    func startTLS() {
        let dialogue = Dialogue(settings(.starttls, login: login))
        dialogue.server("220 mx\r\n250-mx\r\n250-PIPELINING\r\n250-AUTH PLAIN\r\n250 STARTTLS\r\n")
        #expect(dialogue.client() == "EHLO client.example\r\nSTARTTLS\r\n")
        dialogue.server("220 go\r\n")
        #expect(dialogue.result == .switchToTLS)
        #expect(dialogue.ask { $0.awaited?.phase } == .tlsHandshake)
        dialogue.perform { _ = $0.handshakeCompleted() }
        #expect(dialogue.client() == "EHLO client.example\r\n")
        dialogue.server("250-mx\r\n250 AUTH LOGIN\r\n")
        #expect(dialogue.client() == "AUTH LOGIN\r\n")
        dialogue.server("334 VXNlcm5hbWU6\r\n")
        #expect(dialogue.client() == "bmV3cw==\r\n")
        dialogue.server("334 UGFzc3dvcmQ6\r\n")
        #expect(dialogue.client() == "5a+G56CB\r\n")
        dialogue.server("235 ok\r\n")
        #expect(dialogue.result == .opened)
        #expect(dialogue.ask { $0.authMechanism } == "LOGIN")
        #expect(dialogue.ask { !$0.capabilities.hasPipelining })
    }

    @Test("Bytes behind the reply to STARTTLS are an attack", arguments: ["250 ok\r\n", "2", "\0"])
    func injection(extra: String) {
        let dialogue = Dialogue(settings(.starttls))
        dialogue.server("220 mx\r\n250-mx\r\n250 STARTTLS\r\n220 go\r\n" + extra)
        #expect(dialogue.end?.kind == .breach)
        #expect(dialogue.end?.phase == .startTLS)
    }

    @Test("Where TLS is demanded, a server without it gets nothing")
    func noStartTLS() {
        let dialogue = Dialogue(settings(.starttls, login: login))
        dialogue.server("220 mx\r\n250 mx\r\n")
        #expect(dialogue.end?.kind == .refused(.configuration))
        let refusing = Dialogue(settings(.starttls))
        refusing.server("220 mx\r\n250-mx\r\n250 STARTTLS\r\n554 not now\r\n")
        #expect(refusing.end?.kind == .refused(.untrusted))
        let busy = Dialogue(settings(.starttls))
        busy.server("220 mx\r\n250-mx\r\n250 STARTTLS\r\n454 not now\r\n")
        #expect(busy.end?.kind == .closing)
    }

    @Test("Opportunistic TLS goes on in the clear, but without a password")
    func opportunistic() {
        let dialogue = Dialogue(settings(.opportunistic))
        dialogue.server("220 mx\r\n250 mx\r\n")
        #expect(dialogue.result == .opened)
        let secret = Dialogue(settings(.opportunistic, login: login))
        secret.server("220 mx\r\n250-mx\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n554 no\r\n")
        #expect(secret.end?.kind == .refused(.configuration))
        #expect(secret.client() == "EHLO client.example\r\nSTARTTLS\r\nQUIT\r\n")
    }

    @Test("PLAIN goes on the AUTH line")
    func plainLogin() {
        let dialogue = Dialogue(settings(.none, login: login))
        dialogue.server("220 mx\r\n250-mx\r\n250 AUTH LOGIN PLAIN\r\n")
        #expect(dialogue.client() == "EHLO client.example\r\nAUTH PLAIN AG5ld3MA5a+G56CB\r\n")
        dialogue.server("235 2.7.0 ok\r\n")
        #expect(dialogue.result == .opened)
    }

    @Test(
        "A login that fails says why",
        arguments: [
            ("535 5.7.8 wrong password\r\n", SessionEnd.Kind.refused(.loginRefused)),
            ("534 too weak\r\n", .refused(.loginRefused)), ("454 try later\r\n", .closing), ("421 bye\r\n", .closing),
            ("334 !\r\n501 cancelled\r\n", .refused(.protocolBreach)),
            ("334 YQ==\r\n501 cancelled\r\n", .refused(.protocolBreach)), ("334 !\r\n", nil), ("250-a\r\n", nil),
            ("354 go on\r\n", .breach),
        ] as [(String, SessionEnd.Kind?)]
    )
    func loginFails(text: String, kind: SessionEnd.Kind?) {
        let dialogue = Dialogue(settings(.none, login: login))
        dialogue.server("220 mx\r\n250-mx\r\n250 AUTH PLAIN\r\n" + text)
        #expect(dialogue.end?.kind == kind)
        let quotesServer = "\(dialogue.end?.cause as Any)".contains("wrong password")
        #expect(quotesServer == text.hasPrefix("535"))
    }

    @Test("A server that asks for ever is left")
    func endlessChallenges() {
        let dialogue = Dialogue(settings(.none, login: login))
        dialogue.server("220 mx\r\n250-mx\r\n250 AUTH PLAIN\r\n" + String(repeating: "334 \r\n", count: 9))
        #expect(dialogue.end?.kind == .refused(.protocolBreach))
        #expect(dialogue.client().hasSuffix("\r\n*\r\nQUIT\r\n"))
    }

    @Test(
        "A login that the server cannot take is a fault of the settings",
        arguments: ["250 mx\r\n", "502 no\r\n250 mx\r\n"]
    )
    func noAuth(text: String) {
        let dialogue = Dialogue(settings(.none, login: login))
        dialogue.server("220 mx\r\n" + text)
        #expect(dialogue.end?.kind == .refused(.configuration))
        #expect(dialogue.end?.phase == .auth)
    }
}
