import MailTestKit
import Synchronization

/// An SMTP server on a free port of 127.0.0.1 that counts, for each recipient, the complete messages that it was given.
///
/// A message counts the moment its last byte was read, whatever becomes of the reply: that is what a recipient gets. Each
/// connection has a thread of its own.
final class CountingSink: Sendable {
    private struct Trap {
        var event: SinkEvent
        var count: Int
        var action: @Sendable () -> Void
    }

    private struct State {
        var record = SinkRecord()
        var sockets: [Int: LoopbackSocket] = [:]
        var threads: [ServerThread] = []
        var trap: Trap?
        var deferred: Set<String> = []
        var isStopped = false
    }

    /// The port.
    let port: Int
    /// How it answers.
    let mode: SinkMode
    private let listener: LoopbackSocket
    private let state = Mutex(State())

    init(_ mode: SinkMode) throws {
        self.mode = mode
        (listener, port) = try LoopbackSocket.listen()
        let thread = ServerThread { [listener, weak self] in
            while let peer = listener.accept() {
                guard let self, self.take(peer) else { return }
            }
        }
        state.withLock { $0.threads += [thread].compactMap(\.self) }
    }

    deinit { stop() }

    /// What came so far.
    var record: SinkRecord { state.withLock { $0.record } }

    /// Does something at the n-th of these events from now on, in the thread that meets it; once.
    func arm(_ event: SinkEvent, after count: Int, _ action: @escaping @Sendable () -> Void) {
        state.withLock { $0.trap = Trap(event: event, count: max(1, count), action: action) }
    }

    /// Takes the trap away; when this returns, it is not going off any more.
    func disarm() { state.withLock { $0.trap = nil } }

    /// Waits until every connection is over: everything that a killed client has left in the sockets is counted then.
    func drain() {
        while state.withLock({ !$0.sockets.isEmpty }) { ServerThread.sleep(.milliseconds(2)) }
    }

    /// Closes everything; what was counted stays.
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
            let number = state.record.connections
            state.record.connections += 1
            state.sockets[number] = peer
            let thread = ServerThread { [self] in
                var dialogue = SinkDialogue(socket: peer, sink: self)
                dialogue.run()
                peer.close()
                self.state.withLock { $0.sockets[number] = nil }
            }
            if let thread { state.threads.append(thread) }
            return true
        }
    }
}

extension CountingSink {
    /// Meets an event; the trap goes off under the lock, so that nothing is counted meanwhile.
    func meet(_ event: SinkEvent) {
        state.withLock { state in
            guard let trap = state.trap, trap.event == event else { return }
            if trap.count > 1 {
                state.trap?.count -= 1
            } else {
                state.trap = nil
                trap.action()
            }
        }
    }

    /// A transaction begins: which fault it meets, and the how-many-eth of its kind it is.
    func begin() -> (fault: SinkMode.Fault, turn: Int) {
        state.withLock { state in
            state.record.begun += 1
            let (turn, rest) = state.record.begun.quotientAndRemainder(dividingBy: mode.every)
            return rest == 0 ? (mode.fault, turn) : (.none, 0)
        }
    }

    /// Whether this recipient is put off: once.
    func putsOff(_ path: String) -> Bool { state.withLock { $0.deferred.insert(path).inserted } }

    /// A message is complete.
    func count(_ path: String, messageID: String, isAddressedRight: Bool) {
        state.withLock { state in
            state.record.messages[path, default: 0] += 1
            state.record.messageIDs[path, default: []].insert(messageID)
            state.record.total += 1
            if messageID.isEmpty { state.record.breaches.append("\(path): a message without Message-ID") }
            if !isAddressedRight { state.record.breaches.append("\(path): the message is addressed to somebody else") }
        }
    }

    func countDrop() { state.withLock { $0.record.drops += 1 } }

    func breach(_ text: String) { state.withLock { $0.record.breaches.append(text) } }
}
