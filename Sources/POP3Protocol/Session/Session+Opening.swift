internal import Authentication
internal import MailModel

extension Session {
    /// TLS stands: what the server said before does not count any more (RFC 2595 §4).
    package mutating func secured() {
        precondition(phase == .securing, "secured() answers Event.startTLS")
        isSecure = true
        capabilities = Capabilities()
        phase = .opening
        send(.capabilities, expecting: .capabilities)
    }

    mutating func receiveOpening(_ reply: StatusLine, to answered: Expected, isLast: Bool) -> Event? {
        switch (answered, reply.indicator) {
        case (.authentication, _): return receiveAuthentication(reply)
        case (.utf8, .ok), (.utf8, .error): return beginLogin()
        case (_, .challenge): return failMismatch(reply, answered)
        case (.greeting, .ok):
            timestamp = APOPTimestamp(greeting: lines.line)
            if settings.tls == .starttls {
                send(.startTLS, expecting: .startTLS)
            } else {
                send(.capabilities, expecting: .capabilities)
            }
            return nil
        case (.greeting, .error): return refuse(reply, answered, otherwise: .tryLater)
        case (.capabilities, .ok):
            capabilities = Capabilities()
            reading = .capabilityLines
            return nil
        case (.capabilities, .error): return capabilitiesKnown()
        case (.startTLS, .ok): return startTLS(isLast: isLast)
        case (.startTLS, .error):
            guard settings.tls == .opportunistic else { return refuse(reply, answered, otherwise: .untrusted) }
            return logIn()
        default: return failMismatch(reply, answered)
        }
    }

    mutating func capabilitiesKnown() -> Event? {
        if phase == .listing { return listingGoesOn() }
        guard settings.tls == .opportunistic, !isSecure, capabilities.offersTLS else { return logIn() }
        send(.startTLS, expecting: .startTLS)
        return nil
    }

    /// Bytes behind the reply to STLS were put there by somebody who wants them read as if they had come by TLS.
    private mutating func startTLS(isLast: Bool) -> Event {
        guard isLast else {
            return fail(.protocolBreach, "the server sent more behind its reply to STLS, before TLS was begun")
        }
        phase = .securing
        return .startTLS
    }

    /// UTF8 comes before the login, and what the server thinks of it changes nothing (RFC 6856 §2.1).
    private mutating func logIn() -> Event? {
        phase = .loggingIn
        guard Command.isCarried(settings.login.user), Command.isCarried(settings.login.secret.exposed) else {
            expected.insert(.authentication, at: 0)
            return fail(.configuration, "the user name or the password holds a line end or a NUL")
        }
        guard capabilities.offersUTF8 else { return beginLogin() }
        send(.utf8, expecting: .utf8)
        return nil
    }

    private mutating func beginLogin() -> Event? {
        let circumstances = LoginCircumstances(
            offered: capabilities.saslMechanisms,
            isEncrypted: isSecure,
            allowsClear: settings.allowsClearLogin,
            binding: isSecure ? channelBinding : nil,
            host: settings.host,
            port: settings.port
        )
        do {
            let login = try LoginDialogue(
                login: settings.login,
                circumstances: circumstances,
                takesPassword: capabilities.takesPassword,
                timestamp: timestamp
            )
            self.login = login
            secretFilter = login.filter
            send(login.opening, expecting: .authentication)
            return nil
        } catch {
            expected.insert(.authentication, at: 0)
            return fail(.configuration, error.reason)
        }
    }

    private mutating func receiveAuthentication(_ reply: StatusLine) -> Event? {
        guard var login else { return failMismatch(reply, .authentication) }
        let step = login.receive(reply)
        self.login = login
        switch step {
        case .send(let command):
            send(command, expecting: .authentication)
            return nil
        case .refused(let words): return refuse(words, .authentication, otherwise: .loginRefused)
        case .breach: return failMismatch(reply, .authentication)
        case .distrusted(let reason):
            expected.insert(.authentication, at: 0)
            return fail(.protocolBreach, reason)
        case .accepted:
            phase = .listing
            // What is offered may change with the login (RFC 2449 §5); where PIPELINING is there, all that matters is known.
            guard capabilities.pipelines || capabilities.isEmpty else {
                send(.capabilities, expecting: .capabilities)
                return nil
            }
            return listingGoesOn()
        }
    }
}
