internal import MailModel

/// From the greeting to the first transaction.
extension Session {
    /// Challenges that a login may take; no mechanism needs as many.
    private static let maximumAuthRounds = 8

    mutating func receiveGreeting(_ reply: Reply) -> Result {
        guard reply.code.severity == .positiveCompletion else { return refuse(reply, phase: .greeting, .unreachable) }
        return sayHello()
    }

    private mutating func sayHello() -> Result {
        say("\(settings.dialect == .lmtp ? "LHLO" : "EHLO") \(settings.helloName)", expecting: .hello)
        state = .hello
        return .goOn
    }

    mutating func receiveHello(_ reply: Reply) -> Result {
        let isPlain = if case .plainHello = state { true } else { false }
        switch reply.code.severity {
        case .positiveCompletion:
            capabilities = isPlain ? ServerCapabilities() : ServerCapabilities(helloText: reply.text)
            return afterHello()
        case .permanentNegative where !isPlain && settings.dialect == .smtp:
            say("HELO \(settings.helloName)", expecting: .hello)
            state = .plainHello
            return .goOn
        case .positiveIntermediate, .transientNegative, .permanentNegative:
            return refuse(reply, phase: .hello, .unreachable)
        }
    }

    /// What follows depends on what is demanded: TLS first, then the login.
    private mutating func afterHello() -> Result {
        if !isEncrypted {
            switch settings.tls {
            case .none, .implicit: break
            case .opportunistic, .starttls:
                if capabilities.hasStartTLS, settings.tls == .starttls || !settings.avoidsTLS {
                    say("STARTTLS", expecting: .startTLS)
                    state = .startTLS
                    return .goOn
                }
                if settings.tls == .starttls {
                    return lacks("the server does not offer STARTTLS, which the settings demand", phase: .startTLS)
                }
            }
        }
        return authenticate()
    }

    mutating func receiveStartTLS(_ reply: Reply) -> Result {
        switch reply.code.severity {
        case .positiveCompletion:
            state = .handshake
            return .switchToTLS
        case .permanentNegative where settings.tls == .opportunistic:
            return authenticate()
        case .positiveIntermediate, .transientNegative, .permanentNegative:
            return refuse(reply, phase: .startTLS, .untrusted)
        }
    }

    /// Asks whether the switch to TLS is safe: bytes that came before the handshake were not protected, and a server that
    /// sends any lets an attacker put words in its mouth (RFC 3207 §5).
    ///
    /// - Parameter unread: bytes in the receive buffer behind the reply to STARTTLS.
    /// - Returns: `.switchToTLS`, or the end.
    package mutating func checkSwitch(unread: Int) -> Result {
        guard unread > 0 else { return .switchToTLS }
        return breach("\(unread) bytes behind the reply to STARTTLS, outside of TLS", phase: .startTLS)
    }

    /// The handshake behind STARTTLS is done: what the server said before counts no more.
    package mutating func handshakeCompleted() -> Result {
        guard case .handshake = state else { return .goOn }
        isEncrypted = true
        capabilities = ServerCapabilities()
        return sayHello()
    }

    private mutating func authenticate() -> Result {
        guard let login = settings.login else { return becomeOpen() }
        guard isEncrypted || settings.tls == .none else {
            return lacks(
                "no TLS on this connection, and without it no password is sent (tls: opportunistic)",
                phase: .auth
            )
        }
        guard var exchange = SASLExchange(login: login, offered: capabilities.authMechanisms) else {
            let offered = capabilities.authMechanisms
            let list = offered.isEmpty ? "no AUTH at all" : offered.joined(separator: ", ")
            return lacks("no SASL mechanism in common: the server offers \(ReplyText.line(list))", phase: .auth)
        }
        CommandText.append("AUTH \(exchange.mechanism)", to: &output)
        if let response = exchange.initialResponse() {
            output.append(UInt8(ascii: " "))
            output.append(contentsOf: response.isEmpty ? [UInt8(ascii: "=")] : SASLBase64.encode(response))
        }
        CommandText.endLine(&output)
        expected.append(.auth)
        state = .authenticating(exchange)
        return .goOn
    }

    mutating func receiveAuth(_ reply: Reply) -> Result {
        guard case .authenticating(var exchange) = state else { return breach(unasked: reply, phase: .auth) }
        switch reply.code.severity {
        case .positiveCompletion:
            authMechanism = exchange.mechanism
            return becomeOpen()
        case .positiveIntermediate:
            authRounds += 1
            guard authRounds <= Self.maximumAuthRounds else {
                return breach("more than \(Self.maximumAuthRounds) challenges at AUTH", phase: .auth)
            }
            guard let challenge = SASLBase64.decode(reply.text.utf8) else {
                return breach("a challenge at AUTH that is no base64", phase: .auth)
            }
            let step = exchange.receive(challenge: challenge)
            state = .authenticating(exchange)
            switch step {
            case .respond(let response): output.append(contentsOf: SASLBase64.encode(response))
            case .cancel(let reason): return breach("\(reason), yet the server asks", phase: .auth)
            }
            CommandText.endLine(&output)
            expected.append(.auth)
            return .goOn
        case .transientNegative, .permanentNegative:
            return refuse(reply, phase: .auth, .loginRefused)
        }
    }

    private mutating func becomeOpen() -> Result {
        state = .open
        return .opened
    }
}
