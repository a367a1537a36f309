package import MailModel

/// What the decision about another attempt is made from.
package struct DeferralFacts: Sendable, Hashable {
    /// Which attempt was put off.
    package var id: AttemptID
    /// How many claims have counted as attempts, this one included unless it was given back.
    package var tries: Int
    /// Whether nothing of the message was processed, so that it does not count.
    package var isReleased: Bool
    /// When the recipient was tried first.
    package var firstTried: Timestamp
    /// When this attempt ended.
    package var at: Timestamp
    /// Why.
    package var cause: FailureCause
}

/// What is to happen with a recipient that was put off.
package enum RetryDecision: Sendable, Hashable {
    /// Another attempt, not before this.
    case again(at: Timestamp)
    /// None: it has failed.
    case giveUp
}

/// Decides about another attempt; pure, called inside a transaction, on the ledger's queue.
package typealias RetryRule = @Sendable (DeferralFacts) -> RetryDecision

/// What recording a batch has done.
package struct RecordSummary: Sendable, Hashable {
    /// Outcomes that were applied, by the state they led to.
    package var applied: [RecipientState: Int] = [:]
    /// Outcomes of attempts that are not open: met again after a crash, or never claimed.
    package var ignored = 0
    /// The earliest new time at which a recipient is due.
    package var nextDue: Timestamp?

    /// How many outcomes were applied.
    package var appliedCount: Int { applied.values.reduce(0, +) }
}
