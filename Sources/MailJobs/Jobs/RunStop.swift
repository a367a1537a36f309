internal import Synchronization

/// The way to tell a run to finish what is open and end; asked for from a signal handler's thread.
package final class RunStop: Sendable {
    private struct State {
        var isRequested = false
        var board: RunBoard?
        var onStop: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    package init() {}

    /// Whether it was told to end.
    package var isRequested: Bool { state.withLock { $0.isRequested } }

    /// Tells it to end.
    package func request() {
        let (board, action) = state.withLock { state in
            state.isRequested = true
            return (state.board, state.onStop)
        }
        board?.stop()
        action?()
    }

    /// What is called when it is told to end; at once when it was told already.
    package func onRequest(_ action: @escaping @Sendable () -> Void) {
        let isRequested = state.withLock { state in
            state.onStop = action
            return state.isRequested
        }
        if isRequested { action() }
    }

    func attach(_ board: RunBoard) {
        let isRequested = state.withLock { state in
            state.board = board
            return state.isRequested
        }
        if isRequested { board.stop() }
    }
}
