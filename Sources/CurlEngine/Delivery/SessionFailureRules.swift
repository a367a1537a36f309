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
        let cause = log.halt == nil ? log.refusal.map { FailureCause.reply($0.reply) } : nil
        return TransportFailure(
            code: code,
            phase: phase,
            peer: peer,
            cause: cause ?? TransferJudgement.cause(end, log)
        )
    }

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
        case .tls: return (.untrusted, .tlsHandshake)
        case .tlsSettings: return (.configuration, .tlsHandshake)
        case .noTLS: return (.untrusted, .startTLS)
        case .login: return login(log)
        case .flood: return (.protocolBreach, phase)
        case .helloRefused: return (.configuration, .hello)
        case .reply, .lost, .halted, .other, .ok: return (.unreachable, phase)
        }
    }

    /// libcurl says the same for a wrong password, a server that has a bad day, and a mechanism that is not offered.
    private static func login(_ log: ResponseLog) -> (TransportFailure.Code, SessionPhase) {
        guard let refusal = log.refusal, refusal.phase == .auth else { return (.configuration, .auth) }
        return (refusal.reply.code.severity == .transientNegative ? .unreachable : .loginRefused, .auth)
    }
}
