import MailTestKit
import Synchronization

/// A hostile POP3 server with one mailbox, on a free port of 127.0.0.1; each connection has a thread of its own.
final class Maildrop: Sendable {
    fileprivate struct Trap {
        var event: MaildropEvent
        var count: Int
        var action: @Sendable () -> Void
    }

    struct State {
        /// What is in the mailbox, by serial.
        var messages: [Int]
        /// Logins so far.
        var sessions = 0
        /// Messages begun so far.
        var retrieved = 0
        /// Quits so far.
        var quits = 0
        /// Sessions that the server ended by itself.
        var cuts = 0
        fileprivate var sockets: [Int: LoopbackSocket] = [:]
        fileprivate var threads: [ServerThread] = []
        fileprivate var connections = 0
        fileprivate var trap: Trap?
        fileprivate var isStopped = false
    }

    let port: Int
    let mode: MaildropMode
    /// All messages that ever were there.
    let messages: [MaildropMessage]
    private let listener: LoopbackSocket
    private let state: Mutex<State>

    init(_ mode: MaildropMode, count: Int) throws {
        self.mode = mode
        messages = (0..<count).map { serial in
            let isLarge = mode == .large && serial == count / 2
            return MaildropMessage(serial: serial, bytes: isLarge ? 20_000_000 : 900 + serial * 97 % 9_000)
        }
        state = Mutex(State(messages: Array(0..<count)))
        (listener, port) = try LoopbackSocket.listen()
        let thread = ServerThread { [listener, weak self] in
            while let peer = listener.accept() {
                guard let self, self.take(peer) else { return }
            }
        }
        state.withLock { $0.threads += [thread].compactMap(\.self) }
    }

    deinit { stop() }

    /// What is left in the mailbox.
    var left: Int { state.withLock { $0.messages.count } }

    /// Sessions that the server ended by itself.
    var cuts: Int { state.withLock { $0.cuts } }

    func change<Value: Sendable>(_ work: (inout State) -> Value) -> Value { state.withLock { work(&$0) } }

    /// Does something at the n-th of these events from now on, in the thread that meets it; once.
    func arm(_ event: MaildropEvent, after count: Int, _ action: @escaping @Sendable () -> Void) {
        state.withLock { $0.trap = Trap(event: event, count: max(1, count), action: action) }
    }

    /// Takes the trap away.
    func disarm() { state.withLock { $0.trap = nil } }

    /// Meets an event.
    func meet(_ event: MaildropEvent) {
        let action: (@Sendable () -> Void)? = state.withLock { state in
            guard let trap = state.trap, trap.event == event else { return nil }
            guard trap.count == 1 else {
                state.trap?.count -= 1
                return nil
            }
            state.trap = nil
            return trap.action
        }
        action?()
    }

    /// Waits until every connection is over, so that what a killed client had said is done.
    func drain() {
        while state.withLock({ !$0.sockets.isEmpty }) { ServerThread.sleep(.milliseconds(2)) }
    }

    /// Closes everything.
    func stop() {
        listener.shutDown()
        let threads = state.withLock { state in
            state.isStopped = true
            for socket in state.sockets.values { socket.shutDown() }
            defer { state.threads = [] }
            return state.threads
        }
        for thread in threads { thread.join() }
        listener.close()
    }

    private func take(_ peer: LoopbackSocket) -> Bool {
        state.withLock { state in
            guard !state.isStopped else { return false }
            let number = state.connections
            state.connections += 1
            state.sockets[number] = peer
            let thread = ServerThread { [self] in
                var dialogue = MaildropDialogue(socket: peer, maildrop: self)
                dialogue.run()
                peer.close()
                self.state.withLock { $0.sockets[number] = nil }
            }
            if let thread { state.threads.append(thread) }
            return true
        }
    }
}
