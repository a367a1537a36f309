internal import Authentication
internal import MailModel

/// AUTH (RFC 4954): between EHLO and the first transaction.
extension Session {
    mutating func authenticate() -> Result {
        guard let login = settings.login else { return becomeOpen() }
        let circumstances = LoginCircumstances(
            offered: capabilities.authMechanisms,
            isEncrypted: isEncrypted,
            allowsClear: settings.allowsClearLogin,
            binding: isEncrypted ? channelBinding : nil,
            host: settings.host,
            port: settings.port
        )
        do {
            choice = try MechanismChoice(login, circumstances)
        } catch {
            return lacks(error.reason, phase: .auth)
        }
        return beginNextMechanism() ?? lacks("no SASL mechanism in common", phase: .auth)
    }

    /// Says AUTH with the strongest mechanism that is left.
    ///
    /// - Returns: nil when none is left.
    private mutating func beginNextMechanism() -> Result? {
        let next: SASLExchange?
        do {
            next = try choice?.next()
        } catch {
            return lacks(error.reason, phase: .auth)
        }
        guard let exchange = next else { return nil }
        let response = exchange.initialResponse
        if let login = settings.login { secretFilter = SecretFilter(login, message: response) }
        CommandText.append("AUTH \(exchange.mechanism.rawValue)", to: &output)
        if let response {
            let text = response.isEmpty ? [UInt8(ascii: "=")] : SASLBase64.encode(response)
            // A command has 512 octets at most, CRLF among them, unless the server says more (RFC 4954 §4): a long response
            // follows when it is asked for.
            if output.count + 1 + text.count <= Self.longestCommand {
                output.append(UInt8(ascii: " "))
                output.append(contentsOf: text)
            }
        }
        CommandText.endLine(&output)
        expected.append(.auth)
        state = .authenticating(exchange)
        return .goOn
    }

    /// The longest command line without its CRLF (RFC 5321 §4.5.3.1.4).
    private static let longestCommand = 510

    mutating func receiveAuth(_ reply: Reply) -> Result {
        switch state {
        case .authenticating(let exchange): receive(reply, in: exchange)
        case .cancelling(let reason): cancelled(reason)
        case .greeting, .hello, .plainHello, .startTLS, .handshake, .open, .quitting, .over:
            breach(unasked: reply, phase: .auth)
        }
    }

    private mutating func receive(_ reply: Reply, in exchange: SASLExchange) -> Result {
        var exchange = exchange
        switch reply.code.severity {
        case .positiveCompletion:
            if let objection = exchange.objection { return cancelled(objection) }
            authMechanism = exchange.mechanism.rawValue
            choice = nil
            return becomeOpen()
        case .positiveIntermediate:
            guard reply.code.rawValue == 334 else { return breach(unasked: reply, phase: .auth) }
            switch exchange.receive(base64: reply.text.utf8) {
            case .respond(let response):
                output.append(contentsOf: SASLBase64.encode(response))
                state = .authenticating(exchange)
            case .cancel(let reason):
                output.append(UInt8(ascii: "*"))
                state = .cancelling(reason)
            }
            CommandText.endLine(&output)
            expected.append(.auth)
            return .goOn
        case .transientNegative, .permanentNegative:
            // 504: not this mechanism, though it was offered. Any other no is about user and password: another mechanism
            // would only be another wrong guess, and a hostile server could ask its way down to the weakest.
            if reply.code.rawValue == 504, let result = beginNextMechanism() { return result }
            return refuse(explained(reply, exchange), phase: .auth, .loginRefused)
        }
    }

    /// What the server asked must have no answer: it is not asked again, since it would not be better.
    private mutating func cancelled(_ reason: String) -> Result {
        end(SessionEnd(kind: .refused(.protocolBreach), phase: .auth, cause: .protocolBreach(reason)))
    }

    /// The reply with what the server said of its reasons within the exchange, and without what it was sent.
    private func explained(_ reply: Reply, _ exchange: SASLExchange) -> Reply {
        var text = secretFilter.filtered(reply.text)
        if let complaint = exchange.complaint, !complaint.isEmpty {
            text += "\n" + secretFilter.filtered(ReplyText.line(String(decoding: complaint.prefix(512), as: UTF8.self)))
        }
        return Reply(code: reply.code, text: text)
    }
}
