/// The server's side of one SMTP connection (RFC 5321): bytes in, replies and events out.
///
/// It knows the protocol and no policy: who may log in, which recipients are taken and what becomes of a message is asked
/// of the driver by a ``ServerEvent``, and nothing goes on until that is answered. Commands may be pipelined (RFC 2920),
/// messages come by DATA or BDAT (RFC 3030). It is strict where leniency would hide a client's fault: lines end in CR LF,
/// paths stand in angle brackets, parameters are known ones. Whatever a client sends, memory is bounded by
/// ``ServerLimits``.
///
/// The legal paths: EHLO or HELO; AUTH; MAIL, RCPT once or more, then DATA or BDATs; RSET, NOOP, VRFY, QUIT anywhere.
package struct ServerSession: Sendable {
    /// What the next bytes are.
    enum Stage {
        /// A command line.
        case command
        /// The rest of a line that is too long.
        case overlongLine
        /// An answer to a challenge.
        case sasl(ServerSASL)
        /// Content behind DATA.
        case content(ServerContentScanner)
        /// Content behind BDAT.
        case chunk(ServerChunk)
        /// Not yet: the driver has to answer a login, a recipient or a message first.
        case awaitingLogin
        case awaitingRecipient
        case awaitingMessage
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
    /// What is known of the message at hand.
    package internal(set) var transaction = ServerTransaction()
    /// The message, as much of it as was asked for; valid after ``ServerEvent/message``.
    package internal(set) var content: [UInt8] = []
    /// The octets of the message, whether they were kept or not.
    package internal(set) var contentSize = 0
    /// Who wants to log in; valid after ``ServerEvent/login``.
    package internal(set) var login = Login()
    /// Whether a client has said EHLO or HELO.
    private(set) var isGreeted = false
    var isLoggedIn = false
    var stage = Stage.command
    let limits: ServerLimits
    private let hostName: String
    private let extensions: [UInt8]
    private var errors = 0

    /// A session that has said nothing yet.
    ///
    /// - Parameters:
    ///   - hostName: who the server says it is; printable ASCII.
    ///   - limits: ceilings of what a client may ask.
    package init(hostName: String, limits: ServerLimits = ServerLimits()) {
        self.hostName = hostName
        self.limits = limits
        let keywords = [
            hostName, "PIPELINING", "SIZE \(limits.messageBytes)", "8BITMIME", "SMTPUTF8", "CHUNKING",
            "ENHANCEDSTATUSCODES", "DSN", "AUTH PLAIN LOGIN", "HELP",
        ]
        var text = ""
        for (index, keyword) in keywords.enumerated() {
            text += "250\(index == keywords.count - 1 ? " " : "-")\(keyword)\r\n"
        }
        extensions = Array(text.utf8)
    }

    /// Says hello; the first thing on a connection.
    package mutating func greet() { output.append(contentsOf: "220 \(hostName) ESMTP Martlet sandbox\r\n".utf8) }

    /// Ends the session with a 421 of the driver's own: a reply that no command asked for (RFC 5321 §3.8).
    package mutating func end(_ reason: ServerReply) {
        send(reason)
        stage = .closed
    }

    /// Goes on with what the client sent.
    ///
    /// - Parameter input: what was not used before, and what has come since.
    /// - Returns: how many bytes were used, and what the driver has to do.
    package mutating func receive(_ input: Span<UInt8>) -> ServerStep {
        var index = 0
        while true {
            switch stage {
            case .command, .sasl:
                let isCommand = if case .command = stage { true } else { false }
                let ceiling = isCommand ? limits.commandBytes : limits.saslBytes
                guard let feed = ServerScan.lineFeed(in: input, from: index) else {
                    guard input.count - index > ceiling else { return ServerStep(consumed: index, event: .needsInput) }
                    stage = .overlongLine
                    continue
                }
                let start = index
                index = feed + 1
                guard index - start <= ceiling else {
                    stage = .command
                    complain(.lineTooLong)
                    continue
                }
                guard feed > start, input[feed - 1] == 0x0D else {
                    stage = .command
                    complain(.bareLineFeed)
                    continue
                }
                let line = input.extracting(start..<feed - 1)
                if let event = isCommand ? command(line) : answer(line) {
                    return ServerStep(consumed: index, event: event)
                }
            case .overlongLine:
                guard let feed = ServerScan.lineFeed(in: input, from: index) else {
                    return ServerStep(consumed: input.count, event: .needsInput)
                }
                index = feed + 1
                stage = .command
                complain(.lineTooLong)
            case .content, .chunk:
                if let event = takeContent(input, &index) { return ServerStep(consumed: index, event: event) }
                if index == input.count { return ServerStep(consumed: index, event: .needsInput) }
            case .awaitingLogin, .awaitingRecipient, .awaitingMessage:
                preconditionFailure("the driver owes an answer")
            case .closed:
                return ServerStep(consumed: input.count, event: .close)
            }
        }
    }

    /// Writes a reply.
    mutating func send(_ reply: ServerReply) { output.append(contentsOf: reply.line) }

    /// Writes a reply to something that no proper client says, and ends the session at the last straw.
    mutating func complain(_ reply: ServerReply) {
        send(reply)
        errors += 1
        if errors >= limits.errors { end(.tooManyErrors) }
    }

    /// Begins anew after EHLO or HELO.
    mutating func hello(isExtended: Bool) {
        isGreeted = true
        reset()
        if isExtended {
            output.append(contentsOf: extensions)
        } else {
            output.append(contentsOf: "250 \(hostName)\r\n".utf8)
        }
    }

    /// Forgets the transaction, and room that an unusual message took.
    mutating func reset() {
        transaction.reset()
        content.removeAll(keepingCapacity: content.capacity <= 1 << 20)
        contentSize = 0
    }
}
