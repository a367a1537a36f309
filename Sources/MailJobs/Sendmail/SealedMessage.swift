internal import MailModel
internal import RecipientTable

/// One message as it was handed in, made ready to leave, that all recipients of a run get.
package struct SealedMessage: Sendable, Hashable {
    /// The message, CRLF line ends.
    package var bytes: [UInt8]
    /// Where failure reports go; empty for nowhere.
    package var reversePath: String
    /// Whether any byte is above 127.
    package var is8Bit: Bool
    /// Whether a header field needs SMTPUTF8.
    package var needsSMTPUTF8: Bool
    /// Whether those on the suppression list get nothing.
    package var usesSuppression: Bool
    /// The transport that was asked for; nil for the workspace's.
    package var via: String?

    /// Recipients of one transaction at most; every server takes a hundred (RFC 5321 §4.5.3.1.8).
    static let recipientsAtOnce = 50

    /// The message for one recipient, or for several in one transaction.
    func envelope(to recipients: [(AttemptID, MailAddress)]) -> Envelope? {
        let entries = recipients.map { id, address in
            EnvelopeRecipient(id: id, path: address.envelopeForm, domain: address.asciiDomain)
        }
        guard let first = entries.first else { return nil }
        return Envelope(
            reversePath: reversePath.isEmpty ? .null : .mailbox(reversePath),
            recipient: first,
            furtherRecipients: Array(entries.dropFirst()),
            needsSMTPUTF8: needsSMTPUTF8 || recipients.contains { $0.1.needsSMTPUTF8 }
                || reversePath.utf8.contains { $0 >= 0x80 }
        )
    }

    /// The bytes as a transport takes them.
    var content: MessageContent {
        MessageContent(first: MessageContent.Run(storage: bytes, range: bytes.indices), is8Bit: is8Bit)
    }
}

extension RunFolder {
    private static let messageName = "message.eml"
    private static let factsName = "message.json"

    /// Writes a message that a run is about, synced.
    func write(_ message: SealedMessage) throws(SealedRows.Failure) {
        var text: [UInt8] = []
        var members: [RowValue.Member] = [
            .init(name: "reverse_path", value: .string(message.reversePath)),
            .init(name: "eight_bit", value: .bool(message.is8Bit)),
            .init(name: "smtputf8", value: .bool(message.needsSMTPUTF8)),
            .init(name: "suppress", value: .bool(message.usesSuppression)),
        ]
        if let via = message.via { members.append(.init(name: "via", value: .string(via))) }
        JSONText.append(.object(members), to: &text)
        try write(text, to: Self.factsName)
        try write(message.bytes, to: Self.messageName)
    }

    /// The message that a run is about.
    package func sealedMessage() throws(SealedRows.Failure) -> SealedMessage {
        let text = try read(Self.factsName)
        guard let value = try? ColumnType.json.value(of: String(decoding: text, as: UTF8.self)),
            case .string(let path) = value["reverse_path"], case .bool(let is8Bit) = value["eight_bit"],
            case .bool(let needsUTF8) = value["smtputf8"], case .bool(let suppress) = value["suppress"]
        else {
            let name = "\(path)/\(Self.factsName)"
            throw SealedRows.Failure("\(name): the file was changed; the run cannot go on from it")
        }
        var via: String?
        if case .string(let name) = value["via"] { via = name }
        return SealedMessage(
            bytes: try read(Self.messageName),
            reversePath: path,
            is8Bit: is8Bit,
            needsSMTPUTF8: needsUTF8,
            usesSuppression: suppress,
            via: via
        )
    }
}
