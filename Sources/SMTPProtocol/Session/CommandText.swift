internal import MailModel

/// Commands as bytes; what comes from outside was checked before it gets here.
enum CommandText {
    static func append(_ text: String, to output: inout [UInt8]) { output.append(contentsOf: text.utf8) }

    static func endLine(_ output: inout [UInt8]) {
        output.append(0x0D)
        output.append(0x0A)
    }

    /// `MAIL FROM:` Reverse-path [SP Mail-parameters] CRLF (RFC 5321 §4.1.1.2).
    static func mail(_ message: OutgoingMessage, server: ServerCapabilities, to output: inout [UInt8]) {
        append("MAIL FROM:<", to: &output)
        if case .mailbox(let path) = message.envelope.reversePath { append(path, to: &output) }
        output.append(UInt8(ascii: ">"))
        if server.hasSize {
            append(" SIZE=", to: &output)
            decimal(message.content.size, to: &output)
        }
        if message.envelope.needsSMTPUTF8 {
            append(" BODY=8BITMIME SMTPUTF8", to: &output)
        } else if message.content.is8Bit {
            append(" BODY=8BITMIME", to: &output)
        }
        endLine(&output)
    }

    /// `RCPT TO:` Forward-path [SP Rcpt-parameters] CRLF (RFC 5321 §4.1.1.3).
    static func recipient(_ path: String, to output: inout [UInt8]) {
        append("RCPT TO:<", to: &output)
        append(path, to: &output)
        append(">\r\n", to: &output)
    }

    static func decimal(_ number: Int, to output: inout [UInt8]) {
        if number >= 10 { decimal(number / 10, to: &output) }
        output.append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}
