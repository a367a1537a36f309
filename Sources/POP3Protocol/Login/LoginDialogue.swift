internal import Authentication
internal import MailModel

/// The login as a machine of its own: commands out, status lines in.
///
///     USER → PASS
///     APOP
///     AUTH mechanism (→ challenge → response …)         RFC 5034 §4
struct LoginDialogue: Sendable {
    /// What a reply leads to.
    enum Step {
        case send(Command)
        case accepted
        case refused(StatusLine)
        /// A reply that cannot belong to what was sent.
        case breach
        /// The server asked or answered what it must not; the text says what.
        case distrusted(String)
    }

    private enum State {
        case user
        case password
        case apop(digest: String)
        case exchange(SASLExchange)
        case cancelled(String)
    }

    /// The longest line that may carry an initial response, CRLF included (RFC 5034 §4).
    private static let longestLine = 255

    private let login: Login
    private var state: State
    /// Keeps what was sent out of the server's words.
    let filter: SecretFilter

    /// A login by what the settings and the server agree on.
    ///
    /// `auto` takes the strongest SASL mechanism that hides the password; where there is none, USER and PASS, which every
    /// server has, but SASL PLAIN where a server says that it has no USER, or where the name or password is not ASCII: only
    /// SASL says that it is UTF-8 then.
    /// - Throws: `Refusal` when nothing can be used, or only what would give the password away.
    init(
        login: Login,
        circumstances: LoginCircumstances,
        takesPassword: Bool,
        timestamp: APOPTimestamp?
    ) throws(MechanismChoice.Refusal) {
        self.login = login
        switch login.mechanism {
        case .login: state = try Self.plainPassword(circumstances)
        case .apop: state = try Self.apop(login, circumstances, timestamp)
        case .auto:
            if case .password = login.proof {
                state = try Self.strongest(login, circumstances, takesPassword: takesPassword)
            } else {
                state = try Self.exchange(login, circumstances)
            }
        case .plain, .cramMD5, .scramSHA1, .scramSHA1Plus, .scramSHA256, .scramSHA256Plus, .xoauth2, .oauthbearer,
            .external:
            state = try Self.exchange(login, circumstances)
        }
        var message: [UInt8]?
        if case .exchange(let exchange) = state { message = exchange.initialResponse }
        filter = SecretFilter(login, message: message)
    }

    private static func strongest(
        _ login: Login,
        _ circumstances: LoginCircumstances,
        takesPassword: Bool
    ) throws(MechanismChoice.Refusal) -> State {
        var hiding = circumstances
        hiding.offered = SASLMechanism.allCases.filter { !$0.sendsSecret && circumstances.offers($0) }.map(\.rawValue)
        if !hiding.offered.isEmpty, let state = try? exchange(login, hiding) { return state }
        let isASCII = login.user.utf8.allSatisfy { $0 < 0x80 } && login.secret.exposed.utf8.allSatisfy { $0 < 0x80 }
        if circumstances.offers(.plain), !isASCII || !takesPassword { return try exchange(login, circumstances) }
        return try plainPassword(circumstances)
    }

    private static func exchange(
        _ login: Login,
        _ circumstances: LoginCircumstances
    ) throws(MechanismChoice.Refusal) -> State {
        var circumstances = circumstances
        // A server without CAPA says nothing of SASL: what the settings ask for is tried then.
        if circumstances.offered.isEmpty, login.mechanism != .auto {
            circumstances.offered = [login.mechanism.rawValue.uppercased()]
        }
        var choice = try MechanismChoice(login, circumstances)
        guard let exchange = try choice.next() else { throw .init(reason: "no SASL mechanism in common") }
        return .exchange(exchange)
    }

    private static func plainPassword(_ circumstances: LoginCircumstances) throws(MechanismChoice.Refusal) -> State {
        guard circumstances.isEncrypted || circumstances.allowsClear else {
            throw .init(
                reason: "no TLS on this connection, and without it no password is sent;"
                    + " use TLS, or say allow_clear: true if nobody can listen"
            )
        }
        return .user
    }

    private static func apop(
        _ login: Login,
        _ circumstances: LoginCircumstances,
        _ timestamp: APOPTimestamp?
    ) throws(MechanismChoice.Refusal) -> State {
        guard circumstances.isEncrypted || circumstances.allowsClear else {
            throw .init(
                reason: "no TLS on this connection, and APOP, which is MD5, does not hide a password well enough;"
                    + " use TLS, or say allow_clear: true if nobody can listen"
            )
        }
        guard let timestamp else {
            throw .init(reason: "the server's greeting has nothing that APOP could be made with")
        }
        return .apop(digest: timestamp.digest(password: login.secret.exposed))
    }

    /// What is sent first.
    var opening: Command {
        switch state {
        case .user, .password, .cancelled: return .user(login.user)
        case .apop(let digest): return .apop(login.user, digest: digest)
        case .exchange(let exchange):
            let name = exchange.mechanism.rawValue
            guard let response = exchange.initialResponse else { return .authenticate(name, initialResponse: nil) }
            // An empty response would look like none (RFC 5034 §4).
            let text = response.isEmpty ? "=" : String(decoding: SASLBase64.encode(response), as: UTF8.self)
            let whole = Command.authenticate(name, initialResponse: Secret(text))
            var line: [UInt8] = []
            whole.encode(into: &line)
            return line.count <= Self.longestLine ? whole : .authenticate(name, initialResponse: nil)
        }
    }

    mutating func receive(_ reply: StatusLine) -> Step {
        switch (state, reply.indicator) {
        case (.cancelled(let reason), _): return .distrusted(reason)
        case (_, .error): return .refused(explained(reply))
        case (.user, .ok):
            state = .password
            return .send(.password(login.secret))
        case (.password, .ok), (.apop, .ok): return .accepted
        case (.exchange(let exchange), .ok):
            return exchange.objection.map { .distrusted($0) } ?? .accepted
        case (.exchange(var exchange), .challenge):
            switch exchange.receive(base64: reply.challenge) {
            case .respond(let response):
                state = .exchange(exchange)
                return .send(.saslResponse(Secret(String(decoding: SASLBase64.encode(response), as: UTF8.self))))
            case .cancel(let reason):
                state = .cancelled(reason)
                return .send(.saslResponse(Secret("*")))
            }
        case (.user, .challenge), (.password, .challenge), (.apop, .challenge): return .breach
        }
    }

    /// The reply with what the server said of its reasons within the exchange.
    private func explained(_ reply: StatusLine) -> StatusLine {
        guard case .exchange(let exchange) = state, let complaint = exchange.complaint, !complaint.isEmpty else {
            return reply
        }
        var reply = reply
        reply.text += " " + ServerText.masked(complaint)
        return reply
    }
}
