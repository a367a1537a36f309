import Authentication
import MailModel
import Testing

struct MechanismChoiceTests {
    /// What is used in turn, or why nothing is.
    private func choices(_ login: Login, _ circumstances: LoginCircumstances) -> String {
        do {
            var choice = try MechanismChoice(login, circumstances)
            var names: [String] = []
            while let exchange = try choice.next() { names.append(exchange.mechanism.rawValue) }
            return names.joined(separator: " ")
        } catch {
            return "* \(error.reason)"
        }
    }

    private static let everything = SASLMechanism.allCases.map(\.rawValue) + ["NTLM", "GSSAPI"]

    @Test("Under TLS the strongest come first, and only those that the proof is for")
    func order() {
        let bound = LoginSample.encrypted(Self.everything, binding: CertificateSample.binding)
        #expect(
            choices(LoginSample.password("news", "密码"), bound)
                == "SCRAM-SHA-256-PLUS SCRAM-SHA-256 SCRAM-SHA-1-PLUS SCRAM-SHA-1 CRAM-MD5 PLAIN LOGIN"
        )
        let unbound = LoginSample.encrypted(Self.everything)
        #expect(choices(LoginSample.password("news", "x"), unbound) == "SCRAM-SHA-256 SCRAM-SHA-1 CRAM-MD5 PLAIN LOGIN")
        #expect(choices(LoginSample.token("news", "ya29.x"), unbound) == "OAUTHBEARER XOAUTH2")
        #expect(choices(Login(user: "", proof: .certificate), unbound) == "EXTERNAL")
    }

    @Test("In the clear nothing is used that gives the secret away, unless it is allowed")
    func clear() {
        let offered = ["PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-1", "XOAUTH2"]
        let login = LoginSample.password("news", "x")
        #expect(choices(login, LoginSample.clear(offered)) == "SCRAM-SHA-1 CRAM-MD5")
        #expect(choices(login, LoginSample.clear(offered, allowsClear: true)) == "SCRAM-SHA-1 CRAM-MD5 PLAIN LOGIN")
        let refused = choices(login, LoginSample.clear(["PLAIN", "LOGIN"]))
        #expect(refused.hasPrefix("* no TLS on this connection, and without it no password is sent"))
        #expect(refused.contains("allow_clear"))
        let token = choices(LoginSample.token("news", "t"), LoginSample.clear(["XOAUTH2"]))
        #expect(token.contains("no token is sent"))
    }

    @Test("What the settings name is used or nothing")
    func named() {
        let circumstances = LoginSample.encrypted(["PLAIN", "LOGIN", "SCRAM-SHA-256"])
        for (mechanism, result) in [
            (Login.Mechanism.plain, "PLAIN"), (.login, "LOGIN"), (.scramSHA256, "SCRAM-SHA-256"),
        ] {
            #expect(choices(LoginSample.password("news", "x", mechanism), circumstances) == result)
        }
        let refused = choices(LoginSample.password("news", "x", .cramMD5), circumstances)
        #expect(
            refused == "* no SASL mechanism in common: the server offers PLAIN, LOGIN, SCRAM-SHA-256,"
                + " and the settings ask for cram-md5"
        )
        #expect(choices(LoginSample.password("news", "x"), LoginSample.encrypted([])).contains("no AUTH at all"))
    }

    @Test("Binding that is demanded and cannot be had is said")
    func noBinding() {
        let login = LoginSample.password("news", "x", .scramSHA256Plus)
        #expect(choices(login, LoginSample.encrypted(["SCRAM-SHA-256-PLUS"])).contains("no hash"))
        #expect(choices(login, LoginSample.clear(["SCRAM-SHA-256-PLUS"])).contains("without TLS"))
    }

    @Test("A password that SCRAM cannot prepare goes by another mechanism, or is refused in words")
    func unpreparable() {
        let login = LoginSample.password("news", "pa\u{301}ss")
        #expect(choices(login, LoginSample.encrypted(["SCRAM-SHA-256", "PLAIN"])) == "PLAIN")
        #expect(choices(login, LoginSample.encrypted(["SCRAM-SHA-256"])).contains("U+0301"))
    }

    @Test("A hostile list of mechanisms is shown bounded and printable")
    func hostileNames() {
        let refused = choices(
            LoginSample.password("news", "x"),
            LoginSample.encrypted((0..<1_000).map { "\u{1B}[31m\($0)" })
        )
        #expect(refused.utf8.count < 500)
        #expect(!refused.contains("\u{1B}"))
    }
}
