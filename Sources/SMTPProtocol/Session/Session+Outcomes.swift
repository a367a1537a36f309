internal import MailModel

/// Reports: exactly one for each recipient.
extension Session {
    mutating func report(_ id: AttemptID, _ outcome: RecipientOutcome, phase: SessionPhase) {
        reports.append(SessionReport(id: id, outcome: outcome, phase: phase))
        switch outcome {
        case .accepted(_), .failed(_), .deferred(.reply(_)): answeredRecipients += 1
        case .deferred(_), .inDoubt(_), .released(_): break
        }
    }

    /// Gives all recipients that have none the same outcome.
    mutating func settle(_ transaction: Transaction, _ outcome: RecipientOutcome, phase: SessionPhase) {
        for id in transaction.unsettled { report(id, outcome, phase: phase) }
    }

    /// The same for the oldest transaction, which stays until its replies are heard out.
    mutating func settleFront(_ outcome: RecipientOutcome, phase: SessionPhase) {
        let transaction = transactions.front
        settle(transaction, outcome, phase: phase)
        transactions.front.isSettled = true
    }

    /// Reports what was refused in the oldest transaction.
    mutating func publishRefusals() {
        guard !transactions.front.refusals.isEmpty else { return }
        for refusal in transactions.front.refusals { report(refusal.id, refusal.outcome, phase: refusal.phase) }
        transactions.front.refusals = []
    }

    /// The oldest transaction is over.
    mutating func removeFront() {
        publishRefusals()
        transactions.removeFront()
    }

    /// The outcome that a refusal means.
    func refusal(_ reply: Reply) -> RecipientOutcome {
        reply.code.severity == .permanentNegative ? .failed(.reply(reply)) : .deferred(.reply(reply))
    }
}
