/// Where a recipient stands; the numbers are those in the file and never change.
package enum RecipientState: Int, Sendable, Hashable, CaseIterable {
    /// Sealed in the run and not being tried.
    case planned = 0
    /// Handed to a sender; on disk before the first byte leaves.
    case claimed = 1
    /// A server took responsibility for the message.
    case accepted = 2
    /// Not now; has the time of its next attempt.
    case deferred = 3
    /// Never: refused for good, or given up.
    case failed = 4
    /// The last byte left and no reply came, or nobody can tell.
    case inDoubt = 5
    /// On the suppression list when it was claimed.
    case suppressed = 6
    /// A fault of the row itself, or a duplicate that was dropped.
    case rejected = 7
    /// Taken out by a person before it was sent.
    case cancelled = 8

    /// The states that a recipient can go to from this one; every change in the ledger is one of these.
    ///
    /// - `planned`: claimed; or rejected, suppressed, cancelled before it is.
    /// - `claimed`: an outcome (`planned` when nothing of it was processed), what recovery decides, suppressed when the list
    ///   says so at claim time, or cancelled when the run was and it was not sent.
    /// - `deferred`: claimed again, or cancelled.
    /// - `inDoubt`: whatever a person, a policy or evidence settles it as.
    /// - All others are final here: bounces and complaints are verdicts on an accepted recipient, kept beside its state.
    package var successors: Set<RecipientState> {
        switch self {
        case .planned: [.claimed, .suppressed, .rejected, .cancelled]
        case .claimed: [.planned, .accepted, .deferred, .failed, .inDoubt, .suppressed, .rejected, .cancelled]
        case .deferred: [.claimed, .cancelled]
        case .inDoubt: [.planned, .accepted, .failed, .cancelled]
        case .accepted, .failed, .suppressed, .rejected, .cancelled: []
        }
    }

    /// Whether nothing but a person or a verdict changes it any more; in doubt counts as settled here.
    package var isSettled: Bool {
        switch self {
        case .planned, .claimed, .deferred: false
        case .accepted, .failed, .inDoubt, .suppressed, .rejected, .cancelled: true
        }
    }
}
