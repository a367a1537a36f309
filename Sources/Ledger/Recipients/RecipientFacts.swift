package import MailModel

/// What the ledger knows of one recipient now.
package struct RecipientFacts: Sendable, Hashable {
    /// The recipient's number in the run.
    package var seq: UInt32
    /// Where it stands.
    package var state: RecipientState
    /// The number of its last claim; 0 when it was never claimed.
    package var attempt: UInt16
    /// How many of its claims count as attempts: those that were given back unprocessed do not.
    package var tries: Int
    /// When its state was decided; nil for a seq that has no row yet.
    package var at: Timestamp?
    /// When it was tried first.
    package var firstTried: Timestamp?
    /// When it is due again.
    package var nextAttempt: Timestamp?
    /// At which step of the session the last outcome was decided.
    package var phase: SessionPhase?
    /// The number of the session.
    package var session: SessionID?
    /// The session's facts, when they are known.
    package var sessionFacts: SessionFacts?
    /// The last words about it.
    package var words: RecordedWords?
    /// What left in the last attempt, or was about to; nil when nothing was made, or nobody noted it.
    package var sent: SentRecord?
}

/// What left in one attempt, as the ledger keeps it.
package struct SentRecord: Sendable, Hashable {
    /// What left.
    package var facts: SentFacts
    /// The sealed revision of the run that it was made from.
    package var revision: UInt32
}

/// Why a recipient stands where it stands.
package enum RecordedWords: Sendable, Hashable {
    /// What a server said, or what broke.
    case cause(FailureCause)
    /// Our own words: a suppression's reason, how a doubt was settled, what recovery found.
    case note(String)
}

/// One step in a recipient's life, as the history keeps it.
package struct HistoryEntry: Sendable, Hashable {
    /// What happened; the numbers are those in the file and never change.
    package enum Event: Int, Sendable, Hashable {
        /// An attempt was put off.
        case deferred = 0
        /// An attempt failed, or the last one was given up.
        case failed = 1
        /// An attempt ended in doubt.
        case inDoubt = 2
        /// A claim was given back: nothing of the message was processed.
        case released = 3
        /// A server accepted the message.
        case accepted = 4
        /// The suppression list held it back.
        case suppressed = 5
        /// A person took it out.
        case cancelled = 6
        /// Recovery found that it had not been tried.
        case recovered = 7
        /// A doubt was settled as accepted.
        case settledAccepted = 8
        /// A doubt was settled by sending again.
        case settledResend = 9
        /// A doubt was settled as failed.
        case settledFailed = 10
        /// A doubt was settled by taking the recipient out.
        case settledCancelled = 11
    }

    /// Which attempt.
    package var attempt: UInt16
    /// What happened.
    package var event: Event
    /// When.
    package var at: Timestamp
    /// At which step of the session.
    package var phase: SessionPhase?
    /// The session's facts, when they are known.
    package var sessionFacts: SessionFacts?
    /// Why.
    package var words: RecordedWords?
    /// What left in the attempt, or was about to.
    package var sent: SentRecord?
}
