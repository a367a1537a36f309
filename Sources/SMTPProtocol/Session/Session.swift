package import Authentication
package import MailModel

/// The client's side of an SMTP session (RFC 5321): what to say next, and what became of whom.
///
/// Pure: bytes and events in; bytes to send, reports and marks out. It owns no socket, clock or logger; the engine moves
/// bytes and obeys. The legal paths:
///
///     greeting → EHLO [→ HELO] [→ STARTTLS → handshake → EHLO] [→ AUTH …] → open → QUIT
///     open:  MAIL → RCPT … → DATA → content → end            lock-step, each reply awaited
///            end of n, MAIL, RCPT …, DATA of n+1             with PIPELINING (RFC 2920): one round trip a message
///            [RSET] MAIL, RCPT …, BDAT n LAST, content       with CHUNKING too (RFC 3030): a window of whole messages
///
/// There are two positions: `state` and the newest transaction say where the sender is, the queue of expected replies where
/// the receiver is. Whatever a server sends can only end the session; a call that our own code must not make traps.
///
/// The caller drains ``output``, ``handOvers`` and ``reports`` after each event, in the order: reports recorded, marks made,
/// bytes written.
package struct Session: ~Copyable {
    /// Where the sender is.
    enum State {
        case greeting
        case hello
        /// HELO, since EHLO was refused.
        case plainHello
        case startTLS
        case handshake
        case authenticating(SASLExchange)
        /// `*` was said; the text says why.
        case cancelling(String)
        case open
        case quitting
        case over
    }

    /// What an event asks of the engine.
    package enum Result: Sendable, Hashable {
        /// Write what is in ``Session/output`` and go on.
        case goOn
        /// Switch to TLS; nothing may be left in the receive buffer.
        case switchToTLS
        /// Mail can be submitted.
        case opened
        /// The session is over: close the connection, after the output is written.
        case ended(SessionEnd)
    }

    let settings: SessionSettings
    var state = State.greeting
    var expected = Queue<Expected>()
    var transactions = Queue<Transaction>()
    var stuffer = DotStuffer()
    var messagesTaken = 0
    /// Ways to log in that are left.
    var choice: MechanismChoice?
    var secretFilter = SecretFilter()
    /// Whole messages that may be unanswered at once where BDAT is used: grows by the server's replies.
    var chunkWindow = 1

    /// What ties a login to the TLS connection; set behind the handshake, nil where nothing does.
    package var channelBinding: ChannelBinding?
    /// Whether TLS protects the session.
    package internal(set) var isEncrypted: Bool
    /// What the server offers now.
    package internal(set) var capabilities = ServerCapabilities()
    /// The SASL mechanism that was used.
    package internal(set) var authMechanism: String?
    /// Outcomes that the server itself decided, in this session.
    package internal(set) var answeredRecipients = 0

    /// Bytes to send; the caller writes and empties it.
    package var output: [UInt8] = []
    /// The attempts that ``output`` completes; the caller marks and empties it before it writes.
    package var handOvers: [AttemptID] = []
    /// Outcomes; the caller records and empties it.
    package var reports: [SessionReport] = []

    /// A session on a new connection, behind the handshake where TLS is implicit.
    package init(settings: SessionSettings) {
        self.settings = settings
        isEncrypted = settings.tls == .implicit
        expected.append(.greeting)
    }

    /// Whether mail can be submitted, now or after some replies.
    package var isOpen: Bool {
        if case .open = state { true } else { false }
    }

    /// Whether nothing is under way and nothing is awaited.
    package var isIdle: Bool { isOpen && transactions.isEmpty && expected.isEmpty }

    /// Whether the session has taken as many messages as it may.
    package var isSpent: Bool {
        messagesTaken >= min(settings.messageLimit, capabilities.limits.messages ?? .max)
    }

    /// What the session waits for; nil when nothing is owed.
    package var awaited: AwaitedStep? {
        if case .handshake = state { return AwaitedStep(phase: .tlsHandshake, limit: settings.timeouts.connect) }
        if let next = expected.first {
            let limit =
                switch next {
                case .endOfData, .loneDot: settings.timeouts.endOfData
                // RFC 5321 §4.5.3.2.1 has five minutes; no server takes two to greet, and a port that waits for TLS is silent.
                case .greeting: min(settings.timeouts.reply, .seconds(120))
                case .quit: min(settings.timeouts.reply, .seconds(5))
                default: settings.timeouts.reply
                }
            return AwaitedStep(phase: next.phase, limit: limit)
        }
        guard !transactions.isEmpty else { return nil }
        return AwaitedStep(phase: .content, limit: settings.timeouts.reply)
    }

    /// Takes the next reply.
    ///
    /// - Parameters:
    ///   - frame: the reply's place.
    ///   - bytes: the buffer that the frame was found in.
    /// - Returns: what to do now.
    package mutating func receive(_ frame: ReplyFrame, in bytes: Span<UInt8>) -> Result {
        guard let next = expected.first else { return receiveUnasked(frame.reply(in: bytes)) }
        if frame.code == .serviceClosing, next != .quit { return receiveClosing(frame.reply(in: bytes)) }
        // Only behind messages that were answered here: otherwise a new connection would be answered the same for ever.
        if next == .mail, answeredRecipients > 0, frame.code.severity == .transientNegative {
            let reply = frame.reply(in: bytes)
            if reply.saysConnectionIsSpent { return receiveClosing(reply) }
        }
        expected.removeFront()
        switch next {
        case .greeting: return receiveGreeting(frame.reply(in: bytes))
        case .hello: return receiveHello(frame.reply(in: bytes))
        case .startTLS: return receiveStartTLS(frame.reply(in: bytes))
        case .auth: return receiveAuth(frame.reply(in: bytes))
        case .mail: return receiveMail(frame, bytes)
        case .recipient: return receiveRecipient(frame, bytes)
        case .data: return receiveData(frame, bytes)
        case .loneDot, .endOfData: return receiveEndOfData(frame, bytes, isLoneDot: next == .loneDot)
        case .reset: return receiveReset(frame, bytes)
        case .quit:
            return end(SessionEnd(kind: .quit, phase: .quit, cause: .reply(frame.reply(in: bytes))))
        }
    }

    /// Says QUIT; the session must be idle, so that no message is cut short.
    package mutating func quit() {
        precondition(isIdle, "QUIT in the middle of a transaction")
        say("QUIT", expecting: .quit)
        state = .quitting
    }

    mutating func say(_ command: String, expecting reply: Expected) {
        CommandText.append(command, to: &output)
        CommandText.endLine(&output)
        expected.append(reply)
    }
}
