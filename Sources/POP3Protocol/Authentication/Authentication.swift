internal import MailModel

/// The login as a machine of its own: commands out, status lines in.
///
///     USER → PASS
///     AUTH PLAIN (→ challenge → response)
struct Authentication {
    /// What a reply leads to.
    enum Step {
        case send(Command)
        case accepted
        case refused(StatusLine)
        /// A reply that cannot belong to what was sent.
        case breach
    }

    private enum State {
        case user
        case password
        case plain
        case plainResponse
    }

    /// The longest line that may carry an initial response, CRLF included (RFC 5034 §4).
    private static let longestLine = 255

    private let login: Login
    private var state: State

    /// A login by what the settings and the server agree on.
    ///
    /// `auto` takes USER and PASS, which every server has, but SASL PLAIN where a server says that it has no USER, or where
    /// the name or password is not ASCII: only SASL says that it is UTF-8 then.
    init(login: Login, capabilities: Capabilities) {
        self.login = login
        let isASCII = login.user.utf8.allSatisfy { $0 < 0x80 } && login.password.exposed.utf8.allSatisfy { $0 < 0x80 }
        switch login.mechanism {
        case .plain: state = .plain
        case .login: state = .user
        case .auto:
            let offersPlain = capabilities.offersSASL("PLAIN")
            state = offersPlain && (!isASCII || !capabilities.takesPassword) ? .plain : .user
        }
    }

    /// What is sent in the login and must not be seen, in each of its forms.
    var secrets: [String] { [login.password.exposed, response.exposed] }

    /// What is sent first.
    var opening: Command {
        switch state {
        case .user, .password: return .user(login.user)
        case .plain, .plainResponse:
            let whole = Command.authenticatePlain(initialResponse: response)
            var line: [UInt8] = []
            whole.encode(into: &line)
            return line.count <= Self.longestLine ? whole : .authenticatePlain(initialResponse: nil)
        }
    }

    mutating func receive(_ reply: StatusLine) -> Step {
        switch (state, reply.indicator) {
        case (_, .error): return .refused(reply)
        case (.user, .ok):
            state = .password
            return .send(.password(login.password))
        case (.plain, .challenge):
            state = .plainResponse
            return .send(.saslResponse(response))
        case (.password, .ok), (.plain, .ok), (.plainResponse, .ok): return .accepted
        case (.user, .challenge), (.password, .challenge), (.plainResponse, .challenge): return .breach
        }
    }

    /// `message = [authzid] NUL authcid NUL passwd` (RFC 4616 §2), in base64.
    private var response: Secret {
        Secret(Base64Text.encoded([0x00] + login.user.utf8 + [0x00] + login.password.exposed.utf8))
    }
}
