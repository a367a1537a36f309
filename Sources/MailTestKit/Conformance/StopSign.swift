internal import Synchronization

/// Calls something once when enough outcomes were recorded.
final class StopSign: Sendable {
    private struct State {
        var isDue = false
        var action: (@Sendable () -> Void)?
    }

    private let limit: Int?
    private let state = Mutex(State())

    init(after limit: Int?) { self.limit = limit }

    /// Says what is to be called.
    func arm(_ action: @escaping @Sendable () -> Void) {
        let isDue = state.withLock { state in
            if !state.isDue { state.action = action }
            return state.isDue
        }
        if isDue { action() }
    }

    /// Says how many outcomes there are.
    func count(_ outcomes: Int) {
        guard let limit, outcomes >= limit else { return }
        let action = state.withLock { state in
            state.isDue = true
            defer { state.action = nil }
            return state.action
        }
        action?()
    }
}
