internal import Glibc
package import MailModel
internal import Synchronization

/// What all parts of a running send have to know of each other; its calls are short and come from any thread.
package final class RunBoard: Sendable {
    /// Why a send cannot go on.
    package enum Failure: Error, Sendable {
        /// The ledger cannot be read or written.
        case ledger(String)
        /// The sealed list cannot be read.
        case sealedList(String)
        /// No session can be had.
        case transport(TransportFailure)
    }

    /// How far a send has come.
    package struct Progress: Sendable {
        /// Outcomes by kind, of this process alone.
        package var accepted = 0
        package var deferred = 0
        package var failed = 0
        package var inDoubt = 0
        package var suppressed = 0
        /// Copies (Cc and Bcc) that a server refused; they are no recipients of the run.
        package private(set) var refusedCopies = 0
        /// What the first of those servers said.
        package private(set) var refusedCopyWords = ""
        /// When the next attempt is due, while the run waits for nothing else.
        package var waitingUntil: Timestamp?

        mutating func note(refusedCopy cause: FailureCause) {
            if refusedCopies == 0 { refusedCopyWords = cause.words }
            refusedCopies += 1
        }

        /// Recipients that have an outcome now.
        package var settled: Int { accepted + failed + inDoubt + suppressed }
    }

    private struct State {
        var outstanding = 0
        var isStopping = false
        var failure: Failure?
        var progress = Progress()
        var onStop: (@Sendable () -> Void)?
        var waiting: [Int: Waiter] = [:]
        var nextWaiter = 0

        /// Takes out whoever waits for no more than is outstanding now, or everybody when it is stopping.
        mutating func takeReady() -> [Waiter] {
            let ready = waiting.filter { isStopping || outstanding <= $0.value.limit }
            for number in ready.keys { waiting[number] = nil }
            return Array(ready.values)
        }
    }

    /// Somebody who waits until no more than so many claims are outstanding.
    private struct Waiter {
        var limit: Int
        var continuation: CheckedContinuation<Void, Never>
    }

    private let state = Mutex(State())

    package init() {}

    /// Whether no new claims are to be given out.
    package var isStopping: Bool { state.withLock { $0.isStopping } }

    /// Claims that were given out and whose outcome is not in the ledger yet.
    package var outstanding: Int { state.withLock { $0.outstanding } }

    /// How far it has come.
    package var progress: Progress { state.withLock { $0.progress } }

    /// What made it stop; nil when nothing did.
    package var failure: Failure? { state.withLock { $0.failure } }

    /// Ends the giving out of claims, and has what is under way finished or given back.
    package func stop() { stop(because: nil) }

    /// Notes what went wrong, the first thing only, and stops.
    package func fail(_ failure: Failure) { stop(because: failure) }

    private func stop(because failure: Failure?) {
        let (action, waiters) = state.withLock { state in
            state.isStopping = true
            state.failure = state.failure ?? failure
            defer { state.onStop = nil }
            return (state.onStop, state.takeReady())
        }
        action?()
        for waiter in waiters { waiter.continuation.resume() }
    }

    /// What is called once when it stops; at once when it has stopped already.
    func onStop(_ action: @escaping @Sendable () -> Void) {
        let isStopping = state.withLock { state in
            if !state.isStopping { state.onStop = action }
            return state.isStopping
        }
        if isStopping { action() }
    }

    /// Waits until no more than so many claims are outstanding, until it stops, or until the task is cancelled.
    func waitForRoom(upTo limit: Int) async {
        let number = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isReady = state.withLock { state in
                    if state.isStopping || state.outstanding <= limit || Task.isCancelled { return true }
                    state.waiting[number] = Waiter(limit: limit, continuation: continuation)
                    return false
                }
                if isReady { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: number) }?.continuation.resume()
        }
    }

    func gaveOut(_ count: Int) { state.withLock { $0.outstanding += count } }

    func settled(_ count: Int) {
        let waiters = state.withLock { state in
            state.outstanding -= count
            return state.waiting.isEmpty ? [] : state.takeReady()
        }
        for waiter in waiters { waiter.continuation.resume() }
    }

    func count(_ change: (inout Progress) -> Void) { state.withLock { change(&$0.progress) } }
}

extension Timestamp {
    /// The time now.
    package static var now: Timestamp {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(rawValue: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
