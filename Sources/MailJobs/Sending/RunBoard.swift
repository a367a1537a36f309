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

    /// Ends the giving out of claims.
    package func stop() { state.withLock { $0.isStopping = true } }

    /// Notes what went wrong, the first thing only, and stops.
    package func fail(_ failure: Failure) {
        state.withLock {
            $0.isStopping = true
            $0.failure = $0.failure ?? failure
        }
    }

    func gaveOut(_ count: Int) { state.withLock { $0.outstanding += count } }

    func settled(_ count: Int) { state.withLock { $0.outstanding -= count } }

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
