internal import MIMECoding
internal import SMTPProtocol

/// What an automatic answer has to know of the message that it answers.
struct AnsweredMessage: Sendable {
    /// Who the server says it is.
    var hostName: String
    /// The number under which the message was accepted.
    var id: UInt64
    /// Where the answer goes; never empty.
    var reversePath: [UInt8]
    /// Whom the message was for.
    var recipient: [UInt8]
    /// The value of ORCPT, decoded: type, semicolon, address.
    var originalRecipient: [UInt8]?
    /// The value of ENVID, decoded.
    var envelopeID: [UInt8]?
    /// The header of the message, without the empty line.
    var header: [UInt8]
    /// When it was accepted, which is also when the answer is written.
    var arrival: MessageDate
    /// A boundary, also the left side of the Message-ID: no other answer has it, and no message can know it beforehand.
    var boundary: String

    /// Most bytes of a header that are kept and returned.
    static let headerCeiling = 16 << 10

    /// Gathers the facts about one recipient of a message that has come in whole.
    ///
    /// - Parameters:
    ///   - session: the session that has the message.
    ///   - index: which of its recipients.
    ///   - id: the number under which the message was accepted.
    ///   - arrival: the time.
    ///   - origin: who answers.
    init(_ session: borrowing ServerSession, recipient index: Int, id: UInt64, arrival: MessageDate, _ origin: Origin) {
        let transaction = session.transaction
        let recipient = transaction.recipients[index]
        hostName = origin.hostName
        self.id = id
        reversePath = Array(transaction.bytes(transaction.reversePath))
        self.recipient = Array(transaction.bytes(recipient.path))
        originalRecipient = recipient.originalRecipient.map { Self.decoded(transaction.bytes($0)) }
        envelopeID = transaction.envelopeID.map { Self.decoded(transaction.bytes($0)) }
        header = Self.header(of: session.content)
        self.arrival = arrival
        boundary = "martlet-\(origin.name)-\(String(id, radix: 36))-\(index)"
    }

    /// Who answers.
    struct Origin: Sendable {
        var hostName: String
        /// A random number, another one each time the server starts.
        var seed: UInt64

        /// The number as a word.
        var name: String { String(seed, radix: 36) }
    }

    /// Whether an address needs the forms of RFC 6533.
    var isInternationalised: Bool { (recipient + reversePath).contains { $0 >= 0x80 } }

    /// The domain of the recipient.
    var domain: ArraySlice<UInt8> {
        recipient.lastIndex(of: UInt8(ascii: "@")).map { recipient[($0 + 1)...] } ?? []
    }

    /// The first value of a header field, unfolded; nil when it is missing, or too long to be quoted in one line.
    func field(_ name: FieldName) -> [UInt8]? {
        let message = MIMEMessage(header)
        guard let value = message.first(name).map(message.unfolded), !value.isEmpty, value.count <= 700 else {
            return nil
        }
        return value.map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: "?") : $0 }
    }

    /// The bytes before the empty line, cut behind a whole line at the ceiling.
    static func header(of content: [UInt8]) -> [UInt8] {
        var end = 0
        var start = 0
        while start < min(content.count, headerCeiling) {
            guard let feed = content[start...].firstIndex(of: 0x0A), feed < headerCeiling else { break }
            let length = feed - start
            if length == 0 || (length == 1 && content[start] == 0x0D) { break }
            end = feed + 1
            start = end
        }
        return Array(content[..<end])
    }

    /// Takes `+XX` out (RFC 3461 §4, xtext); what is left of control characters becomes `?`.
    static func decoded(_ xtext: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var index = xtext.startIndex
        while index < xtext.endIndex {
            var byte = xtext[index]
            index += 1
            if byte == UInt8(ascii: "+"), index + 2 <= xtext.endIndex,
                let value = UInt8(String(decoding: xtext[index..<index + 2], as: UTF8.self), radix: 16)
            {
                byte = value
                index += 2
            }
            bytes.append(byte < 0x20 || byte == 0x7F ? UInt8(ascii: "?") : byte)
        }
        return bytes
    }
}
