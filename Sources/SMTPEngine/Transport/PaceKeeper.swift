internal import DeliveryPlanning
internal import MailModel
internal import Synchronization

/// What a site is given now, shared by its connections; outlives its runs.
final class PaceKeeper: Sendable {
    fileprivate struct State {
        var pace: SitePace
        var since: Double
        var achieved = 0.0
        /// The rate within the first second.
        var first = 0.0
        var best: Double { achieved == 0 ? first : achieved }
    }

    /// Outcomes since the rate was last worked out; apart from the rest, since every message counts.
    private let count = Atomic(0)

    private let state: Mutex<State>

    init(_ limits: PaceLimits) {
        state = Mutex(State(pace: SitePace(limits), since: MonotonicClock.now))
    }

    /// Connections now.
    var connections: Int { state.withLock { $0.pace.connections } }
    /// Messages a second now; nil for as fast as it goes.
    var messagesPerSecond: Double? { state.withLock { $0.pace.messagesPerSecond } }
    /// Whether the site is given less than it may be given.
    var isReduced: Bool { state.withLock { $0.pace.isReduced } }

    /// Messages a second that were settled lately.
    var achieved: Double {
        state.withLock { state in
            state.roll(MonotonicClock.now, count)
            return state.best
        }
    }

    /// Takes in an outcome.
    func settled(_ outcome: RecipientOutcome) {
        count.add(1, ordering: .relaxed)
        switch outcome {
        case .accepted: break
        case .deferred(let cause), .failed(let cause), .released(let cause), .inDoubt(let cause):
            if let signal = PaceSignal(cause) { _ = heard(signal) }
        }
    }

    /// Takes in a complaint that is about no recipient.
    ///
    /// - Returns: whether the pace has changed.
    func heard(_ signal: PaceSignal) -> Bool {
        state.withLock { state in
            let now = MonotonicClock.now
            state.roll(now, count)
            return state.pace.heard(signal, achieved: state.best, now: now)
        }
    }

    /// Gives more where it has been quiet for long enough.
    ///
    /// - Returns: whether the pace has changed.
    func grow() -> Bool { state.withLock { $0.pace.grow(now: MonotonicClock.now) } }
}

extension PaceKeeper.State {
    fileprivate mutating func roll(_ now: Double, _ count: borrowing Atomic<Int>) {
        let elapsed = now - since
        guard elapsed >= 1 else {
            // A run that has just begun has nothing but this.
            if achieved == 0 { first = Double(count.load(ordering: .relaxed)) / max(elapsed, 0.1) }
            return
        }
        let rate = Double(count.exchange(0, ordering: .relaxed)) / elapsed
        achieved = achieved == 0 ? rate : (achieved + rate) / 2
        since = now
    }
}
