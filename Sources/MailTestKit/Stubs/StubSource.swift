package import MailModel
internal import Synchronization

/// A source of messages that a test made; notes what was asked of it.
package final class StubSource: MessageSource {
    private struct State {
        var waiting: [OutgoingMessage]
        var given: [OutgoingMessage] = []
        var largestRequest = 0
        var isOpen: Bool
        var sleepers: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>
    private let batch: Int

    /// A source of these messages, in their order.
    ///
    /// - Parameters:
    ///   - messages: what it gives out.
    ///   - batch: how many messages it gives at most for one call.
    ///   - staysOpen: whether it waits for ``finish()`` or for cancellation once they are given out.
    package init(_ messages: [OutgoingMessage], batch: Int = .max, staysOpen: Bool = false) {
        state = Mutex(State(waiting: messages.reversed(), isOpen: staysOpen))
        self.batch = batch
    }

    /// What was given out so far.
    package var given: [OutgoingMessage] { state.withLock { $0.given } }

    /// The most that was asked for in one call.
    package var largestRequest: Int { state.withLock { $0.largestRequest } }

    /// Gives out nothing more but what is left.
    package func finish() {
        let sleepers = state.withLock { state in
            state.isOpen = false
            defer { state.sleepers = [] }
            return state.sleepers
        }
        for sleeper in sleepers { sleeper.resume() }
    }

    package func next(upTo count: Int) async -> [OutgoingMessage]? {
        while !Task.isCancelled {
            if let answer = take(count) { return answer.isEmpty ? nil : answer }
            await sleep()
        }
        return nil
    }

    /// What there is; empty when there will be nothing more, nil when it pays to wait.
    private func take(_ count: Int) -> [OutgoingMessage]? {
        state.withLock { state in
            state.largestRequest = max(state.largestRequest, count)
            let size = min(count, batch, state.waiting.count)
            guard size > 0 else { return state.isOpen ? nil : [] }
            let messages = Array(state.waiting.suffix(size).reversed())
            state.waiting.removeLast(size)
            state.given.append(contentsOf: messages)
            return messages
        }
    }

    private func sleep() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let mayGoOn = state.withLock { state in
                    guard state.isOpen, !Task.isCancelled else { return true }
                    state.sleepers.append(continuation)
                    return false
                }
                if mayGoOn { continuation.resume() }
            }
        } onCancel: {
            let sleepers = state.withLock { state in
                defer { state.sleepers = [] }
                return state.sleepers
            }
            for sleeper in sleepers { sleeper.resume() }
        }
    }
}
