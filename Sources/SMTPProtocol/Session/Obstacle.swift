internal import MailModel

/// What makes a message one that a server cannot take, before a word is said about it.
enum Obstacle {
    /// Longest path that goes into a command; RFC 5321 §4.5.3.1.3 has 256, A-labels and quotes included.
    private static let maximumPathBytes = 900

    /// The sentence for the report; nil when nothing is in the way.
    static func found(in message: OutgoingMessage, server: ServerCapabilities) -> String? {
        let envelope = message.envelope
        if case .mailbox(let path) = envelope.reversePath, let fault = fault(in: path, envelope) {
            return "the reverse-path \(fault)"
        }
        if let fault = fault(in: envelope.recipient.path, envelope) { return "the address \(fault)" }
        for recipient in envelope.furtherRecipients {
            if let fault = fault(in: recipient.path, envelope) { return "the address \(fault)" }
        }
        if envelope.needsSMTPUTF8, !server.hasSMTPUTF8 {
            return "the address or a header field needs SMTPUTF8, which the server does not offer"
        }
        if message.content.is8Bit, !server.has8BitMIME, !envelope.needsSMTPUTF8 {
            return "the message has 8-bit text, and the server does not offer 8BITMIME"
        }
        if let most = server.maximumSize, message.content.size > most {
            return "the message has \(message.content.size) bytes, and the server takes \(most) at most"
        }
        return nil
    }

    private static func fault(in path: String, _ envelope: Envelope) -> String? {
        guard path.utf8.count <= maximumPathBytes else { return "is longer than \(maximumPathBytes) bytes" }
        var isASCII = true
        for byte in path.utf8 {
            if byte < 0x20 || byte == 0x7F { return "has a control character, which could forge a command" }
            if byte >= 0x80 { isASCII = false }
        }
        return isASCII || envelope.needsSMTPUTF8 ? nil : "is not ASCII, and the message does not ask for SMTPUTF8"
    }
}
