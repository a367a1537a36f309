package import MailModel

/// How a session ends before its time, and what becomes of what it carried.
///
/// | where a message is | 421 | connection lost, no answer in time | breach |
/// |---|---|---|---|
/// | handed over, unanswered | answered by it: deferred; behind it: released | in doubt | in doubt |
/// | begun, oldest unanswered | deferred; released when 421 answers MAIL | deferred; released before MAIL is taken | deferred |
/// | behind that one | released | released | released |
///
/// The oldest one counts as an attempt since it may be what the server cannot stand: released, it would be tried for ever.
///
/// `Docs/Failures.md` has the replies, too.
extension Session {
    /// The connection is gone.
    ///
    /// - Parameter reason: what is known of it, as a person reads it.
    /// - Returns: the end; reports are in ``reports``.
    package mutating func connectionLost(_ reason: String) -> SessionEnd {
        if case .quitting = state {
            return finish(SessionEnd(kind: .quit, phase: .quit, cause: .connection(reason)))
        }
        return finish(SessionEnd(kind: .lost, phase: currentPhase, cause: .connection(reason)))
    }

    /// What is awaited has not come within its limit.
    package mutating func timedOut(after limit: Duration) -> SessionEnd {
        let seconds = UInt32(clamping: max(1, limit.components.seconds))
        if case .greeting = state {
            let hint = isEncrypted ? "" : "; a server that waits for TLS is silent like that (tls: implicit)"
            let cause = FailureCause.connection("no greeting within \(seconds) s\(hint)")
            return finish(SessionEnd(kind: .timedOut, phase: .greeting, cause: cause))
        }
        let kind: SessionEnd.Kind = if case .quitting = state { .quit } else { .timedOut }
        return finish(SessionEnd(kind: kind, phase: currentPhase, cause: .timeout(seconds: seconds)))
    }

    /// The bytes that arrived are no replies.
    package mutating func receive(_ failure: ReplyParser.Failure) -> SessionEnd {
        finish(SessionEnd(kind: .breach, phase: currentPhase, cause: .protocolBreach("\(failure)")))
    }

    /// The handshake failed, or the engine has to give up for a reason of its own.
    package mutating func fail(_ end: SessionEnd) -> SessionEnd { finish(end) }

    /// The step that the session is at.
    package var currentPhase: SessionPhase { awaited?.phase ?? .quit }

    mutating func end(_ end: SessionEnd) -> Result { .ended(finish(end)) }

    mutating func breach(_ text: String, phase: SessionPhase) -> Result {
        end(SessionEnd(kind: .breach, phase: phase, cause: .protocolBreach(text)))
    }

    mutating func breach(unasked reply: Reply, phase: SessionPhase) -> Result {
        breach("a reply that does not belong there, at \(phase.phrase): \(reply)", phase: phase)
    }

    /// A no before mail can be sent: 4yz may pass, 5yz needs somebody to change something.
    mutating func refuse(_ reply: Reply, phase: SessionPhase, _ code: TransportFailure.Code) -> Result {
        switch reply.code.severity {
        case .transientNegative: end(SessionEnd(kind: .closing, phase: phase, cause: .reply(reply)))
        case .permanentNegative: end(SessionEnd(kind: .refused(code), phase: phase, cause: .reply(reply)))
        case .positiveCompletion, .positiveIntermediate: breach(unasked: reply, phase: phase)
        }
    }

    mutating func lacks(_ text: String, phase: SessionPhase) -> Result {
        end(SessionEnd(kind: .refused(.configuration), phase: phase, cause: .unsupported(text)))
    }

    /// 421 (RFC 5321 §3.8), or enough messages: the command it answers and all behind it were not carried out.
    mutating func receiveClosing(_ reply: Reply) -> Result {
        let phase = currentPhase
        let cause = FailureCause.reply(reply)
        if !transactions.isEmpty, phase != .mail, phase != .reset {
            settleFront(.deferred(cause), phase: phase)
        }
        for transaction in transactions.removeAll() {
            for refusal in transaction.refusals { report(refusal.id, refusal.outcome, phase: refusal.phase) }
            settle(transaction, .released(cause), phase: phase)
        }
        return end(SessionEnd(kind: .closing, phase: phase, cause: cause))
    }

    /// A line that nothing asked for.
    mutating func receiveUnasked(_ reply: Reply) -> Result {
        let isClosing = reply.code == .serviceClosing
        if !transactions.isEmpty {
            // Content is on its way and its end has not left: the server says early what it thinks of it.
            let cause = FailureCause.reply(reply)
            switch reply.code.severity {
            case .permanentNegative: settleFront(.failed(cause), phase: .content)
            case .transientNegative: settleFront(.deferred(cause), phase: .content)
            case .positiveCompletion, .positiveIntermediate: break
            }
        }
        guard isClosing else { return breach(unasked: reply, phase: currentPhase) }
        return end(SessionEnd(kind: .closing, phase: currentPhase, cause: .reply(reply)))
    }

    /// Settles everything that is under way by how the session ended.
    private mutating func finish(_ end: SessionEnd) -> SessionEnd {
        var isOldest = true
        for transaction in transactions.removeAll() {
            let outcome: RecipientOutcome
            if transaction.stage == .handedOver {
                outcome = .inDoubt(end.cause)
            } else if isOldest, transaction.isMailAccepted || end.kind == .breach {
                outcome = .deferred(end.cause)
            } else {
                outcome = .released(end.cause)
            }
            if transaction.stage != .handedOver { isOldest = false }
            for refusal in transaction.refusals {
                // A refusal may have been the line that belonged to nothing: then it was about nobody.
                let isSure = end.kind != .breach
                report(refusal.id, isSure ? refusal.outcome : .deferred(end.cause), phase: refusal.phase)
            }
            settle(transaction, outcome, phase: end.phase)
        }
        _ = expected.removeAll()
        state = .over
        // What was not written is not written any more; the reports are already right about it.
        output.removeAll()
        handOvers.removeAll()
        if case .refused = end.kind, end.phase != .tlsHandshake { output.append(contentsOf: "QUIT\r\n".utf8) }
        return end
    }
}
