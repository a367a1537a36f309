/// The server's side of one POP3 connection (RFC 1939): bytes in, replies and events out.
///
/// It knows the protocol and no maildrop: who may log in, what a message holds and whether deleting went well is asked of
/// the driver by a ``ServerEvent``, and nothing goes on until that is answered. Each call carries out one command at
/// most, so that the driver can stop when the client does not read. Messages are marked by DELE and deleted only at QUIT:
/// a connection that is lost deletes nothing. CAPA, PIPELINING, RESP-CODES and UIDL are there; TLS is not.
package struct ServerSession: Sendable {
    enum Stage {
        /// Nobody has logged in.
        case authorization(user: [UInt8]?)
        /// A maildrop is open.
        case transaction
        /// Not yet: the driver has to answer first.
        case awaitingLogin
        case awaitingMessage(bodyLines: Int?)
        case awaitingDeletion
        /// Nothing any more.
        case closed
    }

    /// User and password of a client that wants to log in.
    package struct Login: Sendable {
        package var user: [UInt8] = []
        package var password: [UInt8] = []
    }

    /// Replies that wait to be written; the driver takes them out.
    package var output: [UInt8] = []
    /// Who wants to log in; valid after ``ServerEvent/login``.
    package internal(set) var login = Login()
    var stage = Stage.authorization(user: nil)
    var maildrop: [ServerListing] = []
    var isDeleted: [Bool] = []
    let limits: ServerLimits
    private var errors = 0
    private var isInOverlongLine = false

    /// A session that has said nothing yet.
    package init(limits: ServerLimits = ServerLimits()) { self.limits = limits }

    /// The indices of the messages that are marked as deleted.
    package var deletions: [Int] { isDeleted.indices.filter { isDeleted[$0] } }

    /// Says hello; the first thing on a connection.
    package mutating func greet() { send("+OK Martlet sandbox ready") }

    /// Ends the session with words of the driver's own; nothing is deleted.
    package mutating func end(_ reason: StaticString) {
        send(reason)
        stage = .closed
    }

    /// Goes on with what the client sent, by one command at most.
    ///
    /// - Parameter input: what was not used before, and what has come since.
    /// - Returns: how many bytes were used, and what the driver has to do.
    package mutating func receive(_ input: Span<UInt8>) -> ServerStep {
        switch stage {
        case .closed: return ServerStep(consumed: input.count, event: .close)
        case .awaitingLogin, .awaitingMessage, .awaitingDeletion: preconditionFailure("the driver owes an answer")
        case .authorization, .transaction: break
        }
        guard let feed = (0..<input.count).first(where: { input[$0] == 0x0A }) else {
            guard isInOverlongLine || input.count > limits.commandBytes else {
                return ServerStep(consumed: 0, event: .needsInput)
            }
            isInOverlongLine = true
            return ServerStep(consumed: input.count, event: .needsInput)
        }
        defer { isInOverlongLine = false }
        guard !isInOverlongLine, feed < limits.commandBytes else {
            complain("-ERR Line too long")
            return ServerStep(consumed: feed + 1, event: .answered)
        }
        // Quirk: a lone LF ends a line here, unlike in RFC 1939 §3: nothing can be smuggled, and people type by hand.
        let line = input.extracting(0..<(feed > 0 && input[feed - 1] == 0x0D ? feed - 1 : feed))
        return ServerStep(consumed: feed + 1, event: perform(ServerCommand(line), line) ?? .answered)
    }

    /// Writes a line.
    mutating func send(_ text: StaticString) {
        // A StaticString's storage lives as long as the program.
        unsafe output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        output.append(contentsOf: [0x0D, 0x0A])
    }

    /// Writes a line that is put together.
    mutating func send(line: String) {
        output.append(contentsOf: line.utf8)
        output.append(contentsOf: [0x0D, 0x0A])
    }

    /// Writes a refusal of something that no proper client says, and ends the session at the last straw.
    mutating func complain(_ text: StaticString) {
        send(text)
        errors += 1
        if errors >= limits.errors { end("-ERR Too many errors, closing") }
    }
}
