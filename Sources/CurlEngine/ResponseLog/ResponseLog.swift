internal import MailModel

/// A connection as libcurl shows it, line by line: which step it is at, and what the server said to each.
///
/// Pure: command lines and reply lines go in; ``halt`` says when libcurl must be stopped, because it would take for an
/// answer what is none. What the server said to the current message is in ``mail``, ``recipients``, ``data`` and
/// ``end``. No credentials are kept: of AUTH only the mechanism.
struct ResponseLog {
    /// The step that the connection is at.
    private(set) var phase = SessionPhase.connect
    /// Whether libcurl said goodbye; nothing that comes then matters.
    private(set) var isQuitting = false
    /// What the server offered in its last EHLO.
    private(set) var offer = ServerOffer()
    /// Whether ``offer`` comes from a server at all.
    private(set) var hasOffer = false
    /// The SASL mechanism of the login, once it succeeded.
    private(set) var mechanism: String?
    /// Whether TLS was begun.
    private(set) var isSecured: Bool
    /// The last refusal or other reply that was no success, and the step that it answered.
    private(set) var refusal: (phase: SessionPhase, reply: Reply)?
    /// The refusal of MAIL, if it was refused.
    private(set) var mail: Reply?
    /// Whether MAIL was said for the current message.
    private(set) var isInTransaction = false
    /// The answers to RCPT so far: nil for an acceptance.
    private(set) var recipients: [Reply?] = []
    /// The refusal of DATA, if it was refused.
    private(set) var data: Reply?
    /// The reply to the end of the message.
    private(set) var end: Reply?
    /// Why libcurl must be stopped.
    var halt: Halt?

    private let demands: SessionDemands
    private var collector = ReplyCollector()
    private var message: OutgoingMessage?
    private var pendingMechanism: String?
    /// Whether EHLO, not HELO, is being answered.
    private var isExtended = false
    private var awaitsReply = true
    /// What the server sent over this connection, in bytes.
    private(set) var receivedBytes = 0

    init(demands: SessionDemands) {
        self.demands = demands
        isSecured = demands.tls == .implicit
    }

    /// Whether the n-th recipient was accepted by its reply to RCPT.
    func isAccepted(_ index: Int) -> Bool { index < recipients.count && recipients[index] == nil }

    /// Begins with a message; whether on the kept connection or on a new one shows when the first line comes.
    mutating func begin(_ message: OutgoingMessage) {
        self.message = message
        mail = nil
        recipients.removeAll(keepingCapacity: true)
        data = nil
        end = nil
        refusal = nil
        halt = nil
        isInTransaction = false
        isQuitting = false
        awaitsReply = true
        phase = .connect
        collector.clear()
    }

    /// libcurl sent a command, or a part of the AUTH exchange.
    mutating func sent(_ line: Span<UInt8>) {
        awaitsReply = true
        let verb = Verb(line)
        // Within a login every other line is an answer in base64, which may read like a verb.
        if phase == .auth, mechanism == nil, verb != .quit || line.count > 6 { return }
        switch verb {
        case .ehlo:
            phase = .hello
            isExtended = true
        case .helo:
            phase = .hello
            isExtended = false
        case .startTLS: phase = .startTLS
        case .auth:
            phase = .auth
            pendingMechanism = Self.word(line, after: 5)
        case .mail:
            phase = .mail
            isInTransaction = true
        case .recipient: phase = .recipient
        case .data: phase = .data
        case .quit: isQuitting = true
        case nil: break
        }
    }

    /// The last byte of the message goes to libcurl, which will end the message by itself.
    mutating func contentEnded() {
        phase = .endOfData
        awaitsReply = true
    }

    /// A line of the server came.
    ///
    /// - Parameter line: the line with its end.
    /// - Returns: whether libcurl may go on; else ``halt`` says why not.
    mutating func received(_ line: Span<UInt8>) -> Bool {
        if isQuitting { return true }
        if phase == .connect { beginSession() }
        receivedBytes += line.count
        guard awaitsReply else { return stop(.breach("a line that nobody asked for, at \(phase.phrase)")) }
        switch collector.take(line) {
        case .more: return true
        case .breach(let reason): return stop(.breach("\(reason), at \(phase.phrase)"))
        case .whole(let code):
            awaitsReply = false
            defer { collector.clear() }
            return take(code)
        }
    }

    /// A connection is new when the server speaks first.
    private mutating func beginSession() {
        phase = .greeting
        offer = ServerOffer()
        hasOffer = false
        mechanism = nil
        receivedBytes = 0
        isSecured = demands.tls == .implicit
    }

    /// Stops the transfer; the first reason counts.
    mutating func stop(_ reason: Halt) -> Bool {
        halt = halt ?? reason
        return false
    }

    private static func word(_ line: Span<UInt8>, after start: Int) -> String {
        var bytes: [UInt8] = []
        for index in start..<max(start, line.count) {
            guard 0x21...0x7E ~= line[index], bytes.count < 32 else { break }
            bytes.append(line[index])
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension ResponseLog {
    /// What a whole reply means at this step.
    private mutating func take(_ code: ReplyCode) -> Bool {
        switch code.severity {
        case .transientNegative, .permanentNegative: refuse(collector.reply(code))
        case .positiveCompletion, .positiveIntermediate: accept(code)
        }
    }

    private mutating func refuse(_ reply: Reply) -> Bool {
        refusal = (phase, reply)
        switch phase {
        case .mail: mail = reply
        case .recipient: recipients.append(reply)
        case .data: data = reply
        case .endOfData: end = reply
        case .startTLS: return demands.tls == .opportunistic ? ready() : true
        case .resolve, .connect, .greeting, .hello, .tlsHandshake, .auth, .content, .reset, .quit: break
        }
        return true
    }

    private mutating func accept(_ code: ReplyCode) -> Bool {
        let isDone = code.severity == .positiveCompletion
        // 334 goes on with a login, 354 with a message; nowhere else is there anything to go on with.
        let isFitting =
            switch phase {
            case .auth: isDone || code.rawValue == 334
            case .data: code.rawValue == 354
            case .resolve, .connect, .greeting, .hello, .startTLS, .tlsHandshake, .mail, .recipient, .content,
                .endOfData, .reset, .quit:
                isDone
            }
        guard isFitting else {
            return stop(.breach("the reply \(collector.reply(code)) to \(phase.phrase)"))
        }
        switch phase {
        case .hello:
            offer = isExtended ? ServerOffer(collector.reply(code)) : ServerOffer()
            hasOffer = true
            return ready()
        case .startTLS: isSecured = true
        case .auth: if isDone { mechanism = pendingMechanism }
        case .recipient: recipients.append(nil)
        case .data: phase = .content
        case .endOfData: end = collector.reply(code)
        case .resolve, .connect, .greeting, .tlsHandshake, .mail, .content, .reset, .quit: break
        }
        return true
    }

    /// Behind the last EHLO: whether login and message can follow.
    private mutating func ready() -> Bool {
        if demands.switchesToTLS, !isSecured {
            if offer.hasStartTLS, phase != .startTLS { return true }
            // libcurl says by itself that TLS is missing where it is demanded.
            guard demands.tls == .opportunistic else { return true }
            if demands.needsLogin, !demands.allowsClear {
                return stop(.configuration("the server has no TLS, and a password is not sent in the clear"))
            }
        }
        if demands.needsLogin, offer.mechanisms == nil {
            return stop(.configuration("the server offers no AUTH, but a login is set"))
        }
        if demands.needsLogin, let offered = offer.mechanisms, !demands.mechanisms.isEmpty,
            !demands.mechanisms.contains(where: { name in offered.contains { $0.uppercased() == name } })
        {
            let list = offered.prefix(20).joined(separator: ", ")
            return stop(.configuration("no SASL mechanism in common: the server offers \(list)"))
        }
        if let obstacle = message.flatMap(offer.obstacle(to:)) { return stop(.unsupported(obstacle)) }
        return true
    }
}
