internal import MailModel

extension Envelope {
    /// Everybody, in the order of the RCPT commands.
    var allRecipients: [EnvelopeRecipient] { [recipient] + furtherRecipients }

    /// What in an address libcurl cannot say as it is.
    ///
    /// libcurl writes addresses into command lines as they are, control characters too, and takes off an angle bracket
    /// at either end. It asks for SMTPUTF8 only when it sees an address that is not ASCII.
    var obstacle: String? {
        for path in [reversePath.path] + allRecipients.map(\.path) {
            if path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
                return "an address with a control character is never sent"
            }
            if path.utf8.first == UInt8(ascii: "<") || path.utf8.last == UInt8(ascii: ">") {
                return "an address with an angle bracket at its end is never sent"
            }
        }
        if allRecipients.contains(where: \.path.isEmpty) { return "an empty address is never sent" }
        let isASCII = ([reversePath.path] + allRecipients.map(\.path)).allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
        if needsSMTPUTF8, isASCII {
            return "libcurl asks for SMTPUTF8 only for an address that is not ASCII, not for a header field"
        }
        return nil
    }
}
