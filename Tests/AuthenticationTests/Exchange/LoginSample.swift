import Authentication
import MailModel

/// Logins and connections for tests.
enum LoginSample {
    static func password(_ user: String, _ password: String, _ mechanism: Login.Mechanism = .auto) -> Login {
        Login(user: user, password: Secret(password), mechanism: mechanism)
    }

    static func token(_ user: String, _ token: String, _ mechanism: Login.Mechanism = .auto) -> Login {
        Login(user: user, proof: .token(Secret(token)), mechanism: mechanism)
    }

    /// A connection under TLS, whose certificate can be bound to when one is given.
    static func encrypted(_ offered: [String], binding: ChannelBinding? = nil) -> LoginCircumstances {
        LoginCircumstances(
            offered: offered,
            isEncrypted: true,
            binding: binding,
            host: "server.example.com",
            port: 143
        )
    }

    /// A connection in the clear.
    static func clear(_ offered: [String], allowsClear: Bool = false) -> LoginCircumstances {
        LoginCircumstances(offered: offered, isEncrypted: false, allowsClear: allowsClear)
    }

    static func text(_ step: SASLExchange.Step) -> String {
        switch step {
        case .respond(let bytes): String(decoding: bytes, as: UTF8.self)
        case .cancel(let reason): "* \(reason)"
        }
    }

    static func isCancelled(_ step: SASLExchange.Step) -> Bool {
        if case .cancel = step { true } else { false }
    }
}
