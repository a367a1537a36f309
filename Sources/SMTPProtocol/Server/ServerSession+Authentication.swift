internal import MIMECoding

/// How far an exchange of AUTH has come (RFC 4954).
enum ServerSASL: Sendable {
    /// Authorisation identity, user and password in one answer (RFC 4616).
    case plain
    /// The user, alone.
    case user
    /// The password, behind the user.
    case password(user: [UInt8])
}

extension ServerSession {
    /// `AUTH mechanism [initial-response]` (RFC 4954 §4); an initial response of `=` is an empty one.
    mutating func authenticate(_ line: Span<UInt8>, _ length: Int) throws(ServerReply) -> ServerEvent? {
        guard isGreeted else { throw .helloFirst }
        guard !isLoggedIn else { throw .loggedInAlready }
        guard !transaction.isOpen else { throw .authInTransaction }
        let words = line.extracting(length..<line.count)
        var index = 0
        let (mechanism, response) = (Self.word(words, &index), Self.word(words, &index))
        guard !mechanism.isEmpty, Self.word(words, &index).isEmpty else { throw .authSyntax }
        let exchange: ServerSASL
        if mechanism.count == 5, ServerScan.matches(words, at: mechanism.lowerBound, "plain") {
            exchange = .plain
        } else if mechanism.count == 5, ServerScan.matches(words, at: mechanism.lowerBound, "login") {
            exchange = .user
        } else {
            throw .unknownMechanism
        }
        guard response.isEmpty else { return go(exchange, words.extracting(response)) }
        challenge(exchange)
        return nil
    }

    /// Takes the answer to a challenge.
    mutating func answer(_ line: Span<UInt8>) -> ServerEvent? {
        guard case .sasl(let exchange) = stage else { preconditionFailure("no challenge was sent") }
        return go(exchange, line)
    }

    private mutating func go(_ exchange: ServerSASL, _ response: Span<UInt8>) -> ServerEvent? {
        stage = .command
        if response.count == 1, response[0] == UInt8(ascii: "*") {
            send(.authCancelled)
            return nil
        }
        var text: [UInt8] = []
        if response.count != 1 || response[0] != UInt8(ascii: "=") { ServerScan.append(response, to: &text) }
        guard let bytes = Base64.decodeStrictly(text) else {
            complain(.badBase64)
            return nil
        }
        switch exchange {
        case .plain:
            let parts = bytes.split(separator: 0, omittingEmptySubsequences: false)
            guard parts.count == 3, !parts[1].isEmpty else {
                complain(.badBase64)
                return nil
            }
            return ask(Login(user: Array(parts[1]), password: Array(parts[2])))
        case .user:
            challenge(.password(user: bytes))
            return nil
        case .password(let user): return ask(Login(user: user, password: bytes))
        }
    }

    private mutating func ask(_ login: Login) -> ServerEvent {
        self.login = login
        stage = .awaitingLogin
        return .login
    }

    private mutating func challenge(_ exchange: ServerSASL) {
        stage = .sasl(exchange)
        switch exchange {
        case .plain: output.append(contentsOf: "334 \r\n".utf8)
        case .user: output.append(contentsOf: "334 VXNlcm5hbWU6\r\n".utf8)
        case .password: output.append(contentsOf: "334 UGFzc3dvcmQ6\r\n".utf8)
        }
    }

    /// Answers who wanted to log in; the password is forgotten.
    package mutating func answerLogin(isRight: Bool) {
        guard case .awaitingLogin = stage else { preconditionFailure("nobody wanted to log in") }
        stage = .command
        login = Login()
        isLoggedIn = isRight
        if isRight { send(.loggedIn) } else { complain(.loginRefused) }
    }

    /// The next word at `index`, which is moved behind it; empty at the end.
    private static func word(_ line: Span<UInt8>, _ index: inout Int) -> Range<Int> {
        while index < line.count, line[index] == 0x20 { index += 1 }
        let start = index
        while index < line.count, line[index] != 0x20 { index += 1 }
        return start..<index
    }
}
