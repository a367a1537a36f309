internal import DeliveryPlanning
internal import MailModel
internal import Synchronization

/// What a site is given now, shared by its connections; outlives its runs.
final class PaceKeeper: Sendable {
    fileprivate struct State {
        var pace: SitePace
        var count = 0
        var since: Double
        var achieved = 0.0
    }

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
            state.roll(MonotonicClock.now)
            return state.achieved
        }
    }

    /// Takes in an outcome.
    ///
    /// - Returns: whether the pace has changed.
    func settled(_ outcome: RecipientOutcome) -> Bool {
        let signal: PaceSignal? =
            switch outcome {
            case .accepted: nil
            case .deferred(let cause), .failed(let cause), .released(let cause), .inDoubt(let cause): PaceSignal(cause)
            }
        return state.withLock { state in
            let now = MonotonicClock.now
            state.count += 1
            state.roll(now)
            guard let signal else { return false }
            return state.pace.heard(signal, achieved: state.achieved, now: now)
        }
    }

    /// Takes in a complaint that is about no recipient.
    ///
    /// - Returns: whether the pace has changed.
    func heard(_ signal: PaceSignal) -> Bool {
        state.withLock { state in
            let now = MonotonicClock.now
            state.roll(now)
            return state.pace.heard(signal, achieved: state.achieved, now: now)
        }
    }

    /// Gives more where it has been quiet for long enough.
    ///
    /// - Returns: whether the pace has changed.
    func grow() -> Bool { state.withLock { $0.pace.grow(now: MonotonicClock.now) } }
}

extension PaceKeeper.State {
    fileprivate mutating func roll(_ now: Double) {
        let elapsed = now - since
        guard elapsed >= 1 else { return }
        let rate = Double(count) / elapsed
        achieved = achieved == 0 ? rate : (achieved + rate) / 2
        count = 0
        since = now
    }
}
