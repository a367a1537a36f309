internal import NIOCore
internal import Synchronization

/// What is remembered of addresses that were put off: how often they were tried, and since when.
///
/// Memory is bounded: the record has two halves, and when the newer one is full, the older one is forgotten. An address
/// that is forgotten is put off anew.
final class TryRecord: Sendable {
    private struct Tries {
        var count: Int
        var first: NIODeadline
    }

    private struct State {
        var recent: [[UInt8]: Tries] = [:]
        var older: [[UInt8]: Tries] = [:]
    }

    private let state = Mutex(State())
    private let capacity: Int

    /// - Parameter capacity: how many addresses a half of the record has room for.
    init(capacity: Int = 100_000) { self.capacity = capacity }

    /// Counts a try.
    ///
    /// - Parameters:
    ///   - address: the recipient's address.
    ///   - now: the time.
    /// - Returns: how many tries there were before it, and how long ago the first one was.
    func note(_ address: ArraySlice<UInt8>, now: NIODeadline) -> (earlier: Int, since: TimeAmount) {
        let key = address.map(MailboxName.folded)
        return state.withLock { state in
            var tries = state.recent[key] ?? state.older[key] ?? Tries(count: 0, first: now)
            let earlier = tries.count
            tries.count += 1
            if state.recent[key] == nil, state.recent.count >= capacity {
                state.older = state.recent
                state.recent = [:]
            }
            state.recent[key] = tries
            return (earlier, now - tries.first)
        }
    }
}
