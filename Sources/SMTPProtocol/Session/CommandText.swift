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
        if server.hasDSN, let request = message.envelope.reportRequest {
            append(request.returnsContent ? " RET=FULL ENVID=" : " RET=HDRS ENVID=", to: &output)
            XText.append(request.envelopeID, to: &output)
        }
        endLine(&output)
    }

    /// `RCPT TO:` Forward-path [SP Rcpt-parameters] CRLF (RFC 5321 §4.1.1.3).
    ///
    /// - Parameters:
    ///   - path: the forward-path.
    ///   - request: the reports that are asked for; nil where none are, or the server knows nothing of them.
    ///   - isUTF8: whether SMTPUTF8 is in force.
    ///   - output: where the command goes.
    static func recipient(_ path: String, _ request: ReportRequest?, isUTF8: Bool, to output: inout [UInt8]) {
        append("RCPT TO:<", to: &output)
        append(path, to: &output)
        guard let request else { return append(">\r\n", to: &output) }
        append("> NOTIFY=", to: &output)
        append(Self.words(request.occasions), to: &output)
        // The address type of RFC 6533 §3 where the path has letters that rfc822 cannot carry.
        if isUTF8, path.utf8.contains(where: { $0 >= 0x80 }) {
            append(" ORCPT=utf-8;", to: &output)
            XText.appendUnitext(path, to: &output)
        } else {
            append(" ORCPT=rfc822;", to: &output)
            XText.append(path, to: &output)
        }
        endLine(&output)
    }

    /// notify-esmtp-value = "NEVER" / 1#notify-list-element (RFC 3461 §4.1).
    private static func words(_ occasions: ReportRequest.Occasions) -> String {
        let names: [(ReportRequest.Occasions, String)] = [
            (.success, "SUCCESS"), (.failure, "FAILURE"), (.delay, "DELAY"),
        ]
        let words = names.filter { occasions.contains($0.0) }.map(\.1)
        return words.isEmpty ? "NEVER" : words.joined(separator: ",")
    }

    static func decimal(_ number: Int, to output: inout [UInt8]) {
        if number >= 10 { decimal(number / 10, to: &output) }
        output.append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}
