internal import Synchronization

/// An SMTP server on a free port of 127.0.0.1 that behaves, or misbehaves, as a test wants it.
///
/// Every connection has a thread of its own and plays what the server's maker says for its number. It counts
/// connections, keeps commands and messages, and notes what the client did against the protocol: commands ahead of a
/// reply without PIPELINING, a bare LF, content before the 354.
package final class ScriptedServer: Sendable {
    private struct State {
        var record = ServerRecord()
        var sockets: [Int: LoopbackSocket] = [:]
        var threads: [ServerThread] = []
        var isStopped = false
    }

    /// The port that it listens on.
    package let port: Int
    private let listener: LoopbackSocket
    private let play: @Sendable (Int) -> ConnectionPlay
    private let state = Mutex(State())

    /// Starts a server.
    ///
    /// - Parameter play: what it does on its n-th connection, counted from 0.
    /// - Throws: ``LoopbackSocket/Failure`` when there is no port to listen on.
    package init(_ play: @escaping @Sendable (Int) -> ConnectionPlay) throws(LoopbackSocket.Failure) {
        (listener, port) = try LoopbackSocket.listen()
        self.play = play
        let thread = ServerThread { [listener, weak self] in
            while let peer = listener.accept() {
                guard let self, self.take(peer) else { return }
            }
        }
        state.withLock { $0.threads.append(contentsOf: [thread].compactMap(\.self)) }
    }

    /// Starts a server that does the same on every connection.
    ///
    /// - Parameter behaviour: how it behaves.
    /// - Throws: ``LoopbackSocket/Failure`` when there is no port to listen on.
    package convenience init(_ behaviour: ServerBehaviour = ServerBehaviour()) throws(LoopbackSocket.Failure) {
        try self.init { _ in .serve(behaviour) }
    }

    deinit { stop() }

    /// What it saw so far.
    package var record: ServerRecord { state.withLock { $0.record } }

    /// Closes everything and waits for its threads; what it saw stays.
    package func stop() {
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

    /// Starts the thread of a connection; false once the server is stopped.
    private func take(_ peer: LoopbackSocket) -> Bool {
        state.withLock { state in
            guard !state.isStopped else { return false }
            let number = state.record.connections
            state.record.connections += 1
            state.record.commands.append([])
            state.sockets[number] = peer
            let thread = ServerThread { [self] in
                var session = ServerSession(number: number, socket: peer, note: note)
                session.perform(play(number))
                peer.close()
                self.state.withLock { $0.sockets[number] = nil }
            }
            if let thread { state.threads.append(thread) }
            return true
        }
    }

    private func note(_ change: (inout ServerRecord) -> Void) {
        state.withLock { change(&$0.record) }
    }
}
