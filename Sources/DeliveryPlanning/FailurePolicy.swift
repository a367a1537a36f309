package import MailModel

/// What is to be done with a recipient after an attempt.
package enum NextStep: Sendable, Hashable {
    /// Nothing: the server has the message.
    case accepted
    /// Try again at this time, in seconds since 1970; whether the attempt counted, the outcome says.
    case retry(at: Int)
    /// Nothing: the server said no for good.
    case fail
    /// Nothing: it was deferred, and the time for attempts is over.
    case giveUp
    /// Nothing by itself: the last byte left and no reply came.
    case holdInDoubt
    /// Try again as soon as there is a session: nothing of it was processed, and the attempt does not count.
    case release
}

/// What follows from an outcome; nobody else decides about retries.
///
/// | outcome | next |
/// |---|---|
/// | accepted | nothing |
/// | deferred (4xx, or lost before the last byte) | tried again by the job's schedule, until given up |
/// | failed (5xx, or the server cannot take such a message) | nothing |
/// | in doubt (last byte handed over, no reply) | held; the job's policy or a person decides |
/// | released (not processed at all) | tried again at once, the attempt does not count |
/// | released, its site being busy | tried again when the site is expected to have room |
///
/// `Docs/Failures.md` has the whole way: reply or event, outcome, what follows, whether it counts.
package struct FailurePolicy: Sendable {
    /// When deferred recipients are tried again.
    package var schedule: RetrySchedule

    package init(schedule: RetrySchedule) { self.schedule = schedule }

    /// The step that follows an outcome.
    ///
    /// - Parameters:
    ///   - outcome: what became of the attempt.
    ///   - id: which recipient, which attempt.
    ///   - now: the time of the outcome, in seconds since 1970.
    ///   - firstAttemptAt: when the recipient was tried first.
    /// - Returns: what to do; never a retry for what may have arrived.
    package func nextStep(after outcome: RecipientOutcome, id: AttemptID, now: Int, firstAttemptAt: Int) -> NextStep {
        switch outcome {
        case .accepted: return .accepted
        case .failed: return .fail
        case .inDoubt: return .holdInDoubt
        case .released(.busy(let seconds, _)): return .retry(at: now + Int(seconds))
        case .released: return .release
        case .deferred:
            let due = schedule.nextAttempt(
                after: Int(id.attempt),
                seq: id.seq,
                now: now,
                firstAttemptAt: firstAttemptAt
            )
            return due.map { .retry(at: $0) } ?? .giveUp
        }
    }
}
