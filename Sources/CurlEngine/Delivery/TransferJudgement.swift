internal import MailModel

/// What became of a message, from what the connection showed and how libcurl ended.
///
/// The rule of certainty: as long as libcurl has not written the whole content, it has not ended the message either, and
/// nobody can have taken it. From then on only a reply tells; without one the message is in doubt.
enum TransferJudgement {
    /// What to do about the message.
    enum Verdict: Sendable {
        /// Report these, one for each recipient.
        case outcomes([(outcome: RecipientOutcome, phase: SessionPhase)])
        /// The connection was gone before anything of the message was processed: another one will do.
        case another(FailureCause, SessionPhase)
        /// No session could be made; the message has nothing to do with it.
        case noSession(TransportFailure)
    }

    /// Judges.
    ///
    /// - Parameters:
    ///   - end: how libcurl ended.
    ///   - log: what the connection showed.
    ///   - message: the message.
    ///   - mayBeEnded: whether libcurl may have ended the message.
    ///   - peer: host and port, for people.
    /// - Returns: the verdict.
    static func judge(
        _ end: TransferEnd,
        _ log: ResponseLog,
        _ message: OutgoingMessage,
        mayBeEnded: Bool,
        peer: String
    ) -> Verdict {
        if case .unsupported(let reason) = log.halt { return whole(message, .failed(.unsupported(reason)), log.phase) }
        guard log.isInTransaction else {
            return .noSession(SessionFailureRules.failure(end, log, peer: peer))
        }
        let cause = cause(end, log)
        if let reply = log.mail {
            if !end.isConnectionNew, reply.saysConnectionIsSpent { return .another(.reply(reply), .mail) }
            return refusedMail(reply, message, peer: peer)
        }
        if log.phase == .mail, log.halt == nil || log.halt == .stopped, !end.isConnectionNew {
            return .another(cause, .mail)
        }
        return .outcomes(
            message.envelope.allRecipients.indices.map { index in
                outcome(index, log, cause, mayBeEnded: mayBeEnded)
            }
        )
    }

    private static func refusedMail(_ reply: Reply, _ message: OutgoingMessage, peer: String) -> Verdict {
        switch reply.code.rawValue {
        case 421: .another(.reply(reply), .mail)
        // 530 is about us, not about the message: a login or TLS is missing (RFC 4954 §6, RFC 3207 §4).
        case 530: .noSession(TransportFailure(code: .configuration, phase: .mail, peer: peer, cause: .reply(reply)))
        // 503 says that commands were out of order: no fault of any recipient's, so never for good.
        case 503: whole(message, .deferred(.reply(reply)), .mail)
        default: whole(message, refusal(reply), .mail)
        }
    }

    private static func outcome(
        _ index: Int,
        _ log: ResponseLog,
        _ cause: FailureCause,
        mayBeEnded: Bool
    ) -> (outcome: RecipientOutcome, phase: SessionPhase) {
        if index < log.recipients.count, let reply = log.recipients[index] { return (refusal(reply), .recipient) }
        if let reply = log.data { return (refusal(reply), .data) }
        if let reply = log.end {
            return (reply.code.severity == .positiveCompletion ? .accepted(reply) : refusal(reply), .endOfData)
        }
        return mayBeEnded ? (.inDoubt(cause), log.phase) : (.deferred(cause), log.phase)
    }

    private static func whole(
        _ message: OutgoingMessage,
        _ outcome: RecipientOutcome,
        _ phase: SessionPhase
    ) -> Verdict {
        .outcomes(message.envelope.allRecipients.map { _ in (outcome, phase) })
    }

    private static func refusal(_ reply: Reply) -> RecipientOutcome {
        reply.code.severity == .permanentNegative ? .failed(.reply(reply)) : .deferred(.reply(reply))
    }

    /// Why a transfer did not come to its reply.
    static func cause(_ end: TransferEnd, _ log: ResponseLog) -> FailureCause {
        switch log.halt {
        case .breach(let text): .protocolBreach(text)
        case .unsupported(let text), .configuration(let text): .unsupported(text)
        case .timeout(let seconds): .timeout(seconds: seconds)
        case .stopped: .connection("the run was stopped and the time for open transactions was over")
        case nil: end.code == .flood ? .protocolBreach(end.words) : .connection(end.words)
        }
    }
}
