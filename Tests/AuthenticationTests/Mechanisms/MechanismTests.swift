import Authentication
import MailModel
import Testing

struct MechanismTests {
    private func exchange(_ mechanism: SASLMechanism, _ login: Login) throws -> SASLExchange {
        try SASLExchange(mechanism, login: login, circumstances: LoginSample.encrypted([mechanism.rawValue]))
    }

    @Test("PLAIN has the example of RFC 4616 §4, and says it again only when it was overlooked")
    func plain() throws {
        var exchange = try exchange(.plain, LoginSample.password("tim", "tanstaaftanstaaf"))
        let message = Array("\0tim\0tanstaaftanstaaf".utf8)
        #expect(exchange.initialResponse == message)
        #expect(exchange.receive(challenge: []) == .respond(message))
        #expect(LoginSample.isCancelled(exchange.receive(challenge: [])))
        #expect(exchange.objection == nil)
        #expect(throws: SASLText.Fault.nul(what: "password")) {
            try self.exchange(.plain, LoginSample.password("tim", "a\0b"))
        }
    }

    @Test("LOGIN answers twice and no more")
    func login() throws {
        var exchange = try exchange(.login, LoginSample.password("张三", "密码"))
        #expect(exchange.initialResponse == nil)
        #expect(exchange.receive(challenge: Array("User Name\0".utf8)) == .respond(Array("张三".utf8)))
        #expect(exchange.receive(challenge: []) == .respond(Array("密码".utf8)))
        #expect(LoginSample.isCancelled(exchange.receive(challenge: [])))
    }

    @Test("CRAM-MD5 has the example of RFC 2195 §2, and signs nothing empty")
    func cramMD5() throws {
        var exchange = try exchange(.cramMD5, LoginSample.password("tim", "tanstaaftanstaaf"))
        #expect(exchange.initialResponse == nil)
        let challenge = Array("<1896.697170952@postoffice.reston.mci.net>".utf8)
        #expect(
            LoginSample.text(exchange.receive(challenge: challenge)) == "tim b913a602c7eda7a495b4e6e7334d3890"
        )
        #expect(LoginSample.isCancelled(exchange.receive(challenge: challenge)))
        var empty = try self.exchange(.cramMD5, LoginSample.password("tim", "x"))
        #expect(LoginSample.isCancelled(empty.receive(challenge: [])))
    }

    @Test("OAUTHBEARER has the examples of RFC 7628 §4, its error continuation among them")
    func oauthBearer() throws {
        let token = "vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg=="
        var exchange = try exchange(.oauthBearer, LoginSample.token("user@example.com", token))
        let message =
            "n,a=user@example.com,\u{1}host=server.example.com\u{1}port=143\u{1}auth=Bearer \(token)\u{1}\u{1}"
        #expect(exchange.initialResponse == Array(message.utf8))
        let error = #"{"status":"invalid_token","scope":"example_scope"}"#
        #expect(exchange.receive(challenge: Array(error.utf8)) == .respond([1]))
        #expect(exchange.complaint == Array(error.utf8))
        #expect(LoginSample.isCancelled(exchange.receive(challenge: [])))
    }

    @Test("XOAUTH2 answers a refusal with nothing, and keeps the server's words")
    func xoauth2() throws {
        var exchange = try exchange(.xoauth2, LoginSample.token("news@qq.com", "ya29.vF9"))
        #expect(exchange.initialResponse == Array("user=news@qq.com\u{1}auth=Bearer ya29.vF9\u{1}\u{1}".utf8))
        #expect(exchange.receive(challenge: Array(#"{"status":"401"}"#.utf8)) == .respond([]))
        #expect(exchange.complaint == Array(#"{"status":"401"}"#.utf8))
    }

    @Test("A token that could end its field is refused", arguments: ["", "a b", "a\u{1}b", "a\r\nb", "令牌"])
    func badToken(token: String) {
        #expect(throws: SASLText.Fault.token) { try exchange(.xoauth2, LoginSample.token("news", token)) }
    }

    @Test("EXTERNAL says a name, or leaves it to the certificate")
    func external() throws {
        var exchange = try exchange(.external, Login(user: "", proof: .certificate))
        #expect(exchange.initialResponse == [])
        #expect(exchange.receive(challenge: []) == .respond([]))
        #expect(LoginSample.isCancelled(exchange.receive(challenge: Array("x".utf8))))
        #expect(
            try self.exchange(.external, Login(user: "news", proof: .certificate)).initialResponse == Array("news".utf8)
        )
    }

    @Test("Challenges that are no base64, or without end, are cancelled")
    func hostile() throws {
        var exchange = try exchange(.login, LoginSample.password("news", "x"))
        #expect(LoginSample.isCancelled(exchange.receive(base64: Array("!".utf8))))
        #expect(LoginSample.isCancelled(exchange.receive(base64: [UInt8](repeating: 0x41, count: 20_000))))
    }
}
