internal import MailModel

/// Reads an event back out of its bytes; nil for whatever ``EventCoding`` does not write.
struct EventReader {
    private let bytes: [UInt8]
    private var offset = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The event that takes all of `bytes`, but for up to seven zeros behind it.
    static func event(_ bytes: [UInt8]) -> DeliveryEvent? {
        var reader = EventReader(bytes)
        guard let event = reader.event(), bytes.count - reader.offset < 8 else { return nil }
        return event
    }

    private mutating func event() -> DeliveryEvent? {
        guard let kind = number(1).flatMap({ EventCoding.Kind(rawValue: UInt8($0)) }) else { return nil }
        switch kind {
        case .session: return session()
        case .accepted: return outcome { cause in if case .reply(let reply) = cause { .accepted(reply) } else { nil } }
        case .deferred: return outcome { .deferred($0) }
        case .failed: return outcome { .failed($0) }
        case .inDoubt: return outcome { .inDoubt($0) }
        case .released: return outcome { .released($0) }
        }
    }

    private mutating func session() -> DeliveryEvent? {
        guard let id = number(4), let host = text(), let endpoint = text(), let hasTLS = number(1), let tls = text(),
            let hasLogin = number(1), let mechanism = text()
        else { return nil }
        let facts = SessionFacts(
            host: host,
            endpoint: endpoint,
            tls: hasTLS == 1 ? tls : nil,
            authMechanism: hasLogin == 1 ? mechanism : nil
        )
        return .session(SessionID(rawValue: UInt32(id)), facts)
    }

    private mutating func outcome(_ make: (FailureCause) -> RecipientOutcome?) -> DeliveryEvent? {
        guard let phase = number(1).flatMap({ SessionPhase(rawValue: UInt8($0)) }), let seq = number(4),
            let attempt = number(2), let at = number(8), let session = number(5), session <= 1 << 32,
            let wasMade = number(1)
        else { return nil }
        let sent = wasMade == 1 ? sent() : nil
        guard wasMade == 0 || sent != nil, let cause = cause(), let outcome = make(cause) else { return nil }
        let report = DeliveryReport(
            id: AttemptID(seq: UInt32(seq), attempt: UInt16(attempt)),
            outcome: outcome,
            phase: phase,
            session: session == 0 ? nil : SessionID(rawValue: UInt32(session - 1)),
            sent: sent
        )
        return .outcome(report, at: Timestamp(rawValue: Int64(bitPattern: at)))
    }

    private mutating func sent() -> SentFacts? {
        guard let date = number(8), let form = number(1), let first = number(8), let second = number(8),
            let third = number(8), let fourth = number(8)
        else { return nil }
        return SentFacts(
            date: Int64(bitPattern: date),
            form: SentFacts.Form(rawValue: UInt8(form)),
            digest: MessageDigest(words: (first, second, third, fourth))
        )
    }

    private mutating func cause() -> FailureCause? {
        guard let kind = number(1), let number = number(4), let text = text() else { return nil }
        switch kind {
        case 0:
            guard let short = UInt16(exactly: number), let code = ReplyCode(rawValue: short) else { return nil }
            return .reply(Reply(code: code, text: text))
        case 1: return .connection(text)
        case 2: return .timeout(seconds: UInt32(number))
        case 3: return .protocolBreach(text)
        case 4: return .unsupported(text)
        case 5: return EnhancedStatusCode(number: Int(number)).map { .routing($0, text) }
        case 6: return .busy(seconds: UInt32(number), text)
        default: return nil
        }
    }

    private mutating func number(_ count: Int) -> UInt64? {
        guard offset + count <= bytes.count else { return nil }
        var number: UInt64 = 0
        for index in 0..<count { number |= UInt64(bytes[offset + index]) &<< UInt64(8 &* index) }
        offset += count
        return number
    }

    private mutating func text() -> String? {
        guard let length = number(2), offset + Int(length) <= bytes.count else { return nil }
        let text = String(decoding: bytes[offset..<offset + Int(length)], as: UTF8.self)
        offset += Int(length)
        return text
    }
}
