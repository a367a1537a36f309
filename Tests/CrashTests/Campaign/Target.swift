import Glibc
import MailTestKit
import Synchronization

/// The child that is to be killed: the order may come before the child is known, and from any thread.
final class Target: Sendable {
    private struct State {
        var child: ChildProcess?
        var isOrdered = false
        var threads: [ServerThread] = []
    }

    private let signal: Int32
    private let state = Mutex(State())

    /// - Parameter signal: what it is killed with.
    init(signal: Int32 = SIGKILL) { self.signal = signal }

    /// Says which child it is.
    func aim(at child: ChildProcess) {
        let isOrdered = state.withLock { state in
            state.child = child
            return state.isOrdered
        }
        if isOrdered { child.kill(signal) }
    }

    /// Kills it now.
    func kill() {
        let child = state.withLock { state in
            state.isOrdered = true
            return state.child
        }
        child?.kill(signal)
    }

    /// Kills it so many microseconds later.
    func kill(after microseconds: Int) {
        let thread = ServerThread { [self] in
            ServerThread.sleep(.microseconds(microseconds))
            kill()
        }
        state.withLock { $0.threads += [thread].compactMap(\.self) }
    }

    /// Waits for its threads.
    func join() {
        let threads = state.withLock { state in
            defer { state.threads = [] }
            return state.threads
        }
        for thread in threads { thread.join() }
    }
}
