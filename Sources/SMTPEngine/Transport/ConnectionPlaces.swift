internal import Synchronization

/// Connections that several runs share: places are given out in the order in which they were asked for.
final class ConnectionPlaces: Sendable {
    private struct State: ~Copyable {
        var free: Int
        var waiting = WaitList()
        /// Those that were given a place while they waited.
        var given: Set<UInt64> = []
        var last: UInt64 = 0
    }

    /// How many there are.
    let count: Int
    private let state: Mutex<State>

    init(_ count: Int) {
        self.count = count
        state = Mutex(State(free: count))
    }

    /// Whether somebody waits.
    var isWanted: Bool { state.withLock { $0.waiting.count > 0 } }

    /// Waits for a place.
    ///
    /// - Returns: false when the task is cancelled.
    func take() async -> Bool {
        let number = state.withLock { state in
            state.last += 1
            return state.last
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
                let isDone = state.withLock { state in
                    if Task.isCancelled { return true }
                    if state.free > 0 {
                        state.free -= 1
                        state.given.insert(number)
                        return true
                    }
                    state.waiting.append(number, continuation)
                    return false
                }
                if isDone { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiting.remove(number) }?.resume()
        }
        return state.withLock { $0.given.remove(number) } != nil
    }

    /// Gives a place back, to whoever waits longest.
    func leave() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard let (number, continuation) = state.waiting.popFirstNumbered() else {
                state.free += 1
                return nil
            }
            state.given.insert(number)
            return continuation
        }
        next?.resume()
    }
}
