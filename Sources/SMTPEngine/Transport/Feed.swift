internal import MailModel
internal import NIOCore
internal import Synchronization

/// The source as the workers of one run see it: what a connection gave back comes first, and the rate is kept.
final class Feed: Sendable {
    private struct State {
        var returned: [OutgoingMessage] = []
        var isExhausted = false
        var bucket: TokenBucket?
    }

    private let source: any MessageSource
    private let state: Mutex<State>

    init(source: any MessageSource, messagesPerSecond: Double?) {
        self.source = source
        let bucket = messagesPerSecond.map { TokenBucket(perSecond: $0, now: .now()) }
        state = Mutex(State(bucket: bucket))
    }

    /// Whether no message is left to be fetched.
    var isDrained: Bool { state.withLock { $0.isExhausted && $0.returned.isEmpty } }

    /// The next messages, at most `count`; nil when no more will come or the task is cancelled.
    func next(upTo count: Int) async -> [OutgoingMessage]? {
        guard let allowed = await allowance(count) else { return nil }
        let ready: [OutgoingMessage]? = state.withLock { state in
            if !state.returned.isEmpty {
                let batch = Array(state.returned.prefix(allowed))
                state.returned.removeFirst(batch.count)
                return batch
            }
            return state.isExhausted ? [] : nil
        }
        let batch: [OutgoingMessage]?
        if let ready { batch = ready.isEmpty ? nil : ready } else { batch = await source.next(upTo: allowed) }
        let used = batch?.count ?? 0
        state.withLock { state in
            if batch == nil, ready == nil { state.isExhausted = true }
            if used < allowed { state.bucket?.giveBack(allowed - used) }
        }
        return batch
    }

    /// Takes back messages of which nothing has begun.
    func giveBack(_ messages: [OutgoingMessage]) {
        guard !messages.isEmpty else { return }
        state.withLock { $0.returned.insert(contentsOf: messages, at: 0) }
    }

    /// All that was given back and not fetched again.
    func takeReturned() -> [OutgoingMessage] {
        state.withLock { state in
            defer { state.returned = [] }
            return state.returned
        }
    }

    /// How many messages the rate allows now, at least one; waits for it.
    private func allowance(_ count: Int) async -> Int? {
        while !Task.isCancelled {
            let (granted, next) = state.withLock { state in
                state.bucket?.take(count, now: .now()) ?? (count, .now())
            }
            if granted > 0 { return granted }
            try? await Task.sleep(for: .nanoseconds((next - .now()).nanoseconds))
        }
        return nil
    }
}
