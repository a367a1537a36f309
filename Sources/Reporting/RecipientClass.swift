package import Ledger

/// The classes of a report; every recipient is in exactly one.
package enum RecipientClass: String, Sendable, Hashable, CaseIterable {
    case planned
    case accepted
    case deferred
    case failed
    case inDoubt = "in_doubt"
    case suppressed
    case rejected
    case cancelled
    case bounced
    case complained

    /// The class of a state and what was heard since.
    ///
    /// - Parameters:
    ///   - state: where the recipient stands; a claim that is open counts as planned.
    ///   - effect: the strongest that verdicts say; it changes accepted and in doubt only.
    package init(_ state: RecipientState, effect: VerdictEffect) {
        switch state {
        case .planned, .claimed: self = .planned
        case .accepted, .inDoubt:
            switch effect {
            case .none: self = state == .accepted ? .accepted : .inDoubt
            case .bounced: self = .bounced
            case .complained: self = .complained
            }
        case .deferred: self = .deferred
        case .failed: self = .failed
        case .suppressed: self = .suppressed
        case .rejected: self = .rejected
        case .cancelled: self = .cancelled
        }
    }

    /// How a person reads it.
    package var words: String { self == .inDoubt ? "in doubt" : rawValue }

    /// How many of a count are in this class.
    package func count(in counts: ClassCounts) -> Int {
        switch self {
        case .planned: counts.planned
        case .accepted: counts.accepted
        case .deferred: counts.deferred
        case .failed: counts.failed
        case .inDoubt: counts.inDoubt
        case .suppressed: counts.suppressed
        case .rejected: counts.rejected
        case .cancelled: counts.cancelled
        case .bounced: counts.bounced
        case .complained: counts.complained
        }
    }

    /// Whether a report shows its recipients one by one.
    package var isShown: Bool {
        switch self {
        case .deferred, .failed, .inDoubt, .suppressed, .rejected, .bounced, .complained: true
        case .planned, .accepted, .cancelled: false
        }
    }
}
