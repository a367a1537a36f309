package import MailModel

/// One login: which mechanism, and what it says next (RFC 4422).
///
/// Each mechanism is a case with its own small machine. All bytes here are those of the mechanism, before base64: how
/// they travel is the protocol's (RFC 4954 §4, RFC 5034 §4). A login is over when the server says so and
/// ``objection()`` has none: some mechanisms prove the server too.
package struct SASLExchange: Sendable {
    /// What is said next.
    package enum Step: Sendable, Hashable {
        /// This answer.
        case respond([UInt8])
        /// `*`: what the server asked has no answer, or must have none; the text says why.
        case cancel(String)
    }

    private enum Machine {
        case plain(PlainExchange)
        case login(LoginExchange)
        case cramMD5(CRAMMD5Exchange)
        case bearer(BearerExchange)
        case external(ExternalExchange)
        case scram(SCRAMExchange)
    }

    /// Longest challenge that is looked at, in bytes (RFC 4954 §4 bounds lines of AUTH by 12,288 octets).
    private static let longestChallenge = 12_288
    /// Challenges that a login may take; no mechanism needs as many.
    private static let mostChallenges = 8

    private var machine: Machine
    private var challenges = 0
    /// The mechanism.
    package let mechanism: SASLMechanism

    /// Begins a login.
    ///
    /// - Parameters:
    ///   - mechanism: how.
    ///   - login: who.
    ///   - circumstances: the connection.
    ///   - nonce: for SCRAM, printable and without a comma; random by default.
    /// - Throws: what of user name or password the mechanism cannot carry.
    package init(
        _ mechanism: SASLMechanism,
        login: Login,
        circumstances: LoginCircumstances,
        nonce: [UInt8] = SCRAMExchange.freshNonce()
    ) throws(SASLText.Fault) {
        self.mechanism = mechanism
        switch mechanism {
        case .plain: machine = .plain(try PlainExchange(login: login))
        case .login: machine = .login(LoginExchange(login: login))
        case .cramMD5: machine = .cramMD5(CRAMMD5Exchange(login: login))
        case .oauthBearer, .xoauth2:
            machine = .bearer(try BearerExchange(mechanism, login: login, circumstances: circumstances))
        case .external: machine = .external(ExternalExchange(login: login))
        case .scramSHA1, .scramSHA256, .scramSHA1Plus, .scramSHA256Plus:
            machine = .scram(try SCRAMExchange(mechanism, login: login, circumstances: circumstances, nonce: nonce))
        }
    }

    /// What goes with the mechanism's name; nil where the server speaks first.
    package var initialResponse: [UInt8]? {
        switch machine {
        case .plain(let exchange): exchange.message
        case .login, .cramMD5: nil
        case .bearer(let exchange): exchange.message
        case .external(let exchange): exchange.message
        case .scram(let exchange): exchange.clientFirst
        }
    }

    /// Answers a challenge that is in base64, as it stands behind `334` or `+`.
    package mutating func receive(base64 text: some Collection<UInt8>) -> Step {
        guard text.count <= Self.longestChallenge else { return .cancel("a challenge of \(text.count) bytes") }
        guard let challenge = SASLBase64.decode(text) else { return .cancel("a challenge that is no base64") }
        return receive(challenge: challenge)
    }

    /// Answers a challenge.
    package mutating func receive(challenge: [UInt8]) -> Step {
        challenges += 1
        guard challenges <= Self.mostChallenges else {
            return .cancel("more than \(Self.mostChallenges) challenges")
        }
        // A server that overlooked the initial response asks for it with an empty challenge.
        if challenges == 1, challenge.isEmpty, let response = initialResponse { return .respond(response) }
        switch machine {
        case .plain, .external:
            return .cancel("\(mechanism.rawValue) has no answer to a challenge, yet the server asks")
        case .login(var exchange):
            defer { machine = .login(exchange) }
            return exchange.receive(challenge: challenge)
        case .cramMD5(var exchange):
            defer { machine = .cramMD5(exchange) }
            return exchange.receive(challenge: challenge)
        case .bearer(var exchange):
            defer { machine = .bearer(exchange) }
            return exchange.receive(challenge: challenge)
        case .scram(var exchange):
            defer { machine = .scram(exchange) }
            return exchange.receive(challenge: challenge)
        }
    }

    /// Why a login that the server calls done is not believed; nil when it is.
    package var objection: String? {
        guard case .scram(let exchange) = machine, !exchange.isVerified else { return nil }
        return "the server took the login without showing that it knows the password"
    }

    /// What the server said within the exchange about a failure that it is about to report; nil for nothing.
    package var complaint: [UInt8]? {
        switch machine {
        case .bearer(let exchange): exchange.complaint
        case .scram(let exchange): exchange.complaint
        case .plain, .login, .cramMD5, .external: nil
        }
    }
}
