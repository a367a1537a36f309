internal import MIMECoding

/// A vacation notice (RFC 3834): from the recipient to the reverse-path, tied to the message by In-Reply-To.
enum VacationReply {
    /// The whole notice, as it lies in the mailbox of the reverse-path.
    static func write(_ message: AnsweredMessage) -> [UInt8] {
        var text = AnswerText()
        let subject = message.field(.subject) ?? Array("your message".utf8)
        text.head(
            message,
            from: (name: "", address: message.recipient),
            subject: Array("Auto: ".utf8) + subject,
            autoSubmitted: "auto-replied (vacation)"
        )
        if let identifier = message.field(.messageID) {
            text.line("In-Reply-To: ", identifier)
            text.line("References: ", identifier)
        }
        text.line("Content-Type: text/plain; charset=us-ascii")
        text.line("")
        text.line("Thank you for your message. I am out of the office and shall read it when I am")
        text.line("back on Monday.")
        return text.bytes
    }
}
