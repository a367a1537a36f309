internal import MailModel

/// Why no session can be had, from what the connection showed and how libcurl ended.
enum SessionFailureRules {
    /// The failure.
    ///
    /// - Parameters:
    ///   - end: how libcurl ended.
    ///   - log: what the connection showed.
    ///   - peer: host and port, for people.
    /// - Returns: the failure, with the server's words where it has said any.
    static func failure(_ end: TransferEnd, _ log: ResponseLog, peer: String) -> TransportFailure {
        let (code, phase) = kind(end, log)
        return TransportFailure(code: code, phase: phase, peer: peer, cause: cause(end, log))
    }

    private static func cause(_ end: TransferEnd, _ log: ResponseLog) -> FailureCause {
        guard log.halt == nil else { return TransferJudgement.cause(end, log) }
        if let refusal = log.refusal { return .reply(refusal.reply) }
        switch end.code {
        case .noTLS: return .unsupported("the server does not offer STARTTLS, which the settings demand")
        case .tls where isInTheClear(end):
            return .unsupported("the server does not speak TLS from the first byte; it may want tls: starttls")
        case .reply where isInjected(log):
            return .protocolBreach("bytes behind the reply to STARTTLS, outside of TLS")
        case .tls where isUnknownIssuer(end):
            return .connection("\(end.words); if it is yours, name its file as tls_ca")
        default: return TransferJudgement.cause(end, log)
        }
    }

    /// OpenSSL's words when something else comes where a TLS record was due.
    private static func isInTheClear(_ end: TransferEnd) -> Bool { end.words.contains("wrong version number") }

    /// libcurl goes no further when more than the reply came before TLS was begun: an attack (CVE-2021-22947).
    private static func isInjected(_ log: ResponseLog) -> Bool { log.phase == .startTLS && log.refusal == nil }

    /// OpenSSL's words for a certificate that nobody who is trusted has signed.
    private static func isUnknownIssuer(_ end: TransferEnd) -> Bool {
        end.words.contains("self-signed certificate") || end.words.contains("unable to get local issuer")
    }

    /// libcurl's words when the connection broke during the handshake, as opposed to a handshake that was refused.
    private static func isLost(_ end: TransferEnd) -> Bool { end.words.hasPrefix("OpenSSL SSL_connect:") }

    private static func kind(_ end: TransferEnd, _ log: ResponseLog) -> (TransportFailure.Code, SessionPhase) {
        let phase = log.refusal?.phase ?? log.phase
        switch log.halt {
        case .breach: return (.protocolBreach, log.phase)
        case .configuration, .unsupported: return (.configuration, log.phase)
        case .timeout, .stopped: return (.unreachable, log.phase)
        case nil: break
        }
        switch end.code {
        case .resolve: return (.unreachable, .resolve)
        case .connect, .timeout: return (.unreachable, phase)
        case .tls where isInTheClear(end): return (.configuration, .tlsHandshake)
        case .tls: return (isLost(end) ? .unreachable : .untrusted, .tlsHandshake)
        case .tlsSettings: return (.configuration, .tlsHandshake)
        case .noTLS: return (log.refusal == nil ? .configuration : .untrusted, .startTLS)
        case .login: return login(log)
        case .flood: return (.protocolBreach, phase)
        case .reply where isInjected(log): return (.protocolBreach, .startTLS)
        case .helloRefused: return (.unreachable, .hello)
        case .reply, .lost, .halted, .other, .ok: return (.unreachable, phase)
        }
    }

    /// libcurl says the same for a wrong password, a server that has a bad day, and a mechanism that is not offered.
    private static func login(_ log: ResponseLog) -> (TransportFailure.Code, SessionPhase) {
        guard let refusal = log.refusal, refusal.phase == .auth else { return (.configuration, .auth) }
        return (refusal.reply.code.severity == .transientNegative ? .unreachable : .loginRefused, .auth)
    }
}
