internal import MailModel

/// From the greeting to the first transaction.
extension Session {
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

    mutating func becomeOpen() -> Result {
        state = .open
        return .opened
    }
}
