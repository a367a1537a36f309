import MailModel
import POP3Protocol
import Testing

@Suite("Ways of logging in")
struct LoginTests {
    private func dialogue(
        _ turns: [Dialogue.Turn],
        capabilities: String,
        greeting: String = "+OK ready",
        adjust: (inout SessionSettings) -> Void = { _ in }
    ) -> Dialogue {
        var settings = SessionSettings.sample()
        adjust(&settings)
        let opening: [Dialogue.Turn] = [
            .server("\(greeting)\r\n"), .client("CAPA\r\n"), .server("+OK\r\n\(capabilities).\r\n"),
        ]
        return Dialogue(turns: opening + turns, settings: settings)
    }

    @Test("APOP has the example of RFC 1939 §7")
    func apop() {
        let dialogue = dialogue(
            [
                .client("APOP mrose c4c9334bac560ecc979e58001b3e22fb\r\n"), .server("+OK in\r\n"),
                .client("STAT\r\nLIST\r\nUIDL\r\n"),
            ],
            capabilities: "USER\r\nPIPELINING\r\n",
            greeting: "+OK POP3 server ready <1896.697170952@dbc.mtview.ca.us>"
        ) {
            $0.login = Login(user: "mrose", password: Secret("tanstaaf"), mechanism: .apop)
        }
        #expect(dialogue.outcomeAtEverySplit()?.surprises == [])
    }

    @Test(
        "APOP needs something to be made with that looks as it should, and TLS",
        arguments: ["+OK ready", "+OK <a>", "+OK <@b>", "+OK <a@b@c>", "+OK <a b@c>", "+OK <a\u{7F}@c>", "+OK <a@b"]
    )
    func noAPOP(greeting: String) {
        let dialogue = dialogue([.client("")], capabilities: "", greeting: greeting) { $0.login.mechanism = .apop }
        let outcome = dialogue.outcomeAtEverySplit()
        #expect(outcome?.surprises == [])
        #expect(outcome?.failure?.code == .configuration)
    }

    @Test(
        "In the clear no password is sent unless that is allowed",
        arguments: [
            (Login.Mechanism.auto, "USER\r\n"), (.login, "USER\r\n"), (.plain, "SASL PLAIN\r\n"), (.apop, "USER\r\n"),
        ]
    )
    func clear(mechanism: Login.Mechanism, capabilities: String) {
        let dialogue = dialogue([.client("")], capabilities: capabilities, greeting: "+OK <1@b>") {
            $0.login.mechanism = mechanism
            $0.allowsClearLogin = false
        }
        let outcome = dialogue.outcomeAtEverySplit()
        #expect(outcome?.surprises == [])
        #expect(outcome?.failure?.code == .configuration)
        #expect(outcome?.failure?.message.contains("allow_clear") == true)
    }

    @Test("CRAM-MD5 is taken before USER and PASS, in the clear too (RFC 2195)")
    func cramMD5() {
        let dialogue = dialogue(
            [
                .client("AUTH CRAM-MD5\r\n"),
                .server("+ PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UucmVzdG9uLm1jaS5uZXQ+\r\n"),
                .client("dGltIGI5MTNhNjAyYzdlZGE3YTQ5NWI0ZTZlNzMzNGQzODkw\r\n"), .server("+OK in\r\n"),
                .client("STAT\r\nLIST\r\nUIDL\r\n"),
            ],
            capabilities: "USER\r\nSASL PLAIN CRAM-MD5\r\nPIPELINING\r\n"
        ) {
            $0.login = Login(user: "tim", password: Secret("tanstaaftanstaaf"))
            $0.allowsClearLogin = false
        }
        #expect(dialogue.outcomeAtEverySplit()?.surprises == [])
    }

    @Test("A refused token ends with the server's reasons; the answer to them is said first")
    func xoauth2() throws {
        let dialogue = dialogue(
            [
                .client("AUTH XOAUTH2 dXNlcj1hQHFxLmNvbQFhdXRoPUJlYXJlciB5YTI5LngBAQ==\r\n"),
                // {"status":"401"}
                .server("+ eyJzdGF0dXMiOiI0MDEifQ==\r\n"), .client("\r\n"), .server("-ERR [AUTH] no ya29.x\r\n"),
            ],
            capabilities: "SASL XOAUTH2 PLAIN\r\n"
        ) {
            $0.login = Login(user: "a@qq.com", proof: .token(Secret("ya29.x")))
        }
        let outcome = try #require(dialogue.outcomeAtEverySplit())
        #expect(outcome.surprises == [])
        #expect(outcome.failure?.code == .loginRefused)
        #expect(outcome.failure?.message == #"-ERR [AUTH] no *** {"status":"401"}"#)
    }

    @Test("What must not be answered is cancelled, and the session ends")
    func cancelled() throws {
        let dialogue = dialogue(
            [
                .client("AUTH PLAIN AGJvdW5jZXMAaHVudGVyMg==\r\n"), .server("+ YQ==\r\n"), .client("*\r\n"),
                .server("-ERR cancelled\r\n"),
            ],
            capabilities: "SASL PLAIN\r\n"
        ) {
            $0.login.mechanism = .plain
        }
        let outcome = try #require(dialogue.outcomeAtEverySplit())
        #expect(outcome.surprises == [])
        #expect(outcome.failure?.code == .protocolBreach)
    }

    @Test(
        "UTF8 is asked for before the login where it is offered, whatever comes of it",
        arguments: ["+OK", "-ERR no"]
    )
    func utf8(reply: String) {
        let dialogue = dialogue(
            [.client("UTF8\r\n"), .server("\(reply)\r\n"), .client("USER bounces\r\n")],
            capabilities: "USER\r\nUTF8 USER\r\nLANG\r\n"
        )
        #expect(dialogue.outcomeAtEverySplit()?.surprises == [])
    }

    @Test("A SCRAM login that the server calls done without its signature is not believed")
    func unprovenServer() throws {
        let dialogue = dialogue([.server("+OK welcome\r\n")], capabilities: "SASL SCRAM-SHA-256\r\n")
        let outcome = dialogue.run { _ in false }
        #expect(outcome.failure?.code == .protocolBreach)
        #expect(outcome.failure?.message.contains("without showing that it knows the password") == true)
    }
}
