internal import MIMECoding

/// A complaint as mailbox providers send it to senders: a feedback report (RFC 5965) of type `abuse`.
enum FeedbackReport {
    /// The whole report, as it lies in the mailbox of the reverse-path.
    static func write(_ message: AnsweredMessage) -> [UInt8] {
        var text = AnswerText()
        text.head(
            message,
            from: (name: "Feedback Loop ", address: Array("feedback@\(message.hostName)".utf8)),
            subject: Array("Complaint about a message from you".utf8),
            autoSubmitted: "auto-generated"
        )
        var words = AnswerText()
        words.line("This is an email abuse report for a message that was received from you.")
        words.line("The recipient marked it as spam. For more information about this format please")
        words.line("see RFC 5965.")
        text.report(message, type: "feedback-report", text: words)
        text.part(message, "message/feedback-report", is8Bit: message.isInternationalised)
        text.line("Feedback-Type: abuse")
        text.line("User-Agent: Martlet-Sandbox/1.0")
        text.line("Version: 1")
        text.line("Original-Mail-From: <", message.reversePath, ">")
        text.line("Original-Rcpt-To: <", message.recipient, ">")
        if let envelopeID = message.envelopeID { text.line("Original-Envelope-Id: ", envelopeID) }
        text.line("Arrival-Date: ", message.arrival)
        text.line("Reporting-MTA: dns; \(message.hostName)")
        text.returnedHeader(message)
        return text.bytes
    }
}
