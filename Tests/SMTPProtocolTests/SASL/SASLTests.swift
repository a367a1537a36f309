import MailModel
import Testing

@testable import SMTPProtocol

struct SASLTests {
    @Test(
        "Base64 there and back (RFC 4648 §10)",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"), ("密码", "5a+G56CB"),
        ]
    )
    func base64(plain: String, encoded: String) throws {
        #expect(SASLBase64.encode(Array(plain.utf8)) == Array(encoded.utf8))
        #expect(SASLBase64.decode(encoded.utf8) == Array(plain.utf8))
    }

    @Test("What is no base64 is refused", arguments: ["Zg=", "Zg", "Z===", "====", "Z g=", "Zg==Zg==", "Zm9\n", "密码"])
    func noBase64(text: String) {
        #expect(SASLBase64.decode(text.utf8) == nil)
    }

    @Test("The strongest mechanism that both have is taken, or the one that was asked for")
    func choice() {
        func name(_ mechanism: Login.Mechanism, _ offered: [String]) -> String? {
            let login = Login(user: "news", password: Secret("x"), mechanism: mechanism)
            return SASLExchange(login: login, offered: offered)?.mechanism
        }
        #expect(name(.auto, ["LOGIN", "PLAIN"]) == "PLAIN")
        #expect(name(.auto, ["CRAM-MD5", "LOGIN"]) == "LOGIN")
        #expect(name(.auto, ["CRAM-MD5"]) == nil)
        #expect(name(.login, ["LOGIN", "PLAIN"]) == "LOGIN")
        #expect(name(.plain, ["LOGIN"]) == nil)
    }

    @Test("LOGIN answers twice and no more")
    func login() throws {
        let login = Login(user: "张三", password: Secret("密码"), mechanism: .login)
        var exchange = try #require(SASLExchange(login: login, offered: ["LOGIN"]))
        #expect(exchange.initialResponse() == nil)
        #expect(exchange.receive(challenge: Array("User Name\0".utf8)) == .respond(Array("张三".utf8)))
        #expect(exchange.receive(challenge: []) == .respond(Array("密码".utf8)))
        guard case .cancel = exchange.receive(challenge: []) else {
            Issue.record("a third answer")
            return
        }
    }
}
