internal import MIMECoding
internal import MailModel

/// Delivery status notifications (RFC 3464, RFC 6533): a text for people, fields for machines, the returned header.
enum DeliveryReport {
    /// What the report says became of the message.
    enum Event {
        case failed(Reply)
        case delayed(Reply)
        case delivered

        var action: String {
            switch self {
            case .failed: "failed"
            case .delayed: "delayed"
            case .delivered: "delivered"
            }
        }

        var subject: String {
            switch self {
            case .failed: "Undelivered Mail Returned to Sender"
            case .delayed: "Delayed Mail (still being retried)"
            case .delivered: "Successful Mail Delivery Report"
            }
        }

        /// What the server said, if it did.
        var reply: Reply? {
            switch self {
            case .failed(let reply), .delayed(let reply): reply
            case .delivered: nil
            }
        }
    }

    /// The whole report, as it lies in the mailbox of the reverse-path.
    static func write(_ message: AnsweredMessage, _ event: Event) -> [UInt8] {
        var text = AnswerText()
        text.head(
            message,
            from: (name: "Mail Delivery System ", address: Array("MAILER-DAEMON@\(message.hostName)".utf8)),
            subject: Array(event.subject.utf8),
            autoSubmitted: "auto-replied"
        )
        text.report(message, type: "delivery-status", text: words(message, event))
        let status = message.isInternationalised ? "message/global-delivery-status" : "message/delivery-status"
        text.part(message, status, is8Bit: message.isInternationalised)
        fields(message, event, into: &text)
        text.returnedHeader(message)
        return text.bytes
    }

    private static func words(_ message: AnsweredMessage, _ event: Event) -> AnswerText {
        var text = AnswerText()
        text.line("This is the mail system at host \(message.hostName).")
        text.line("")
        switch event {
        case .failed(let reply):
            text.line("Your message could not be delivered to the recipient below. It will not be")
            text.line("tried again; the header of the message is attached.")
            text.line("")
            said(message, reply, into: &text)
        case .delayed(let reply):
            text.line("Your message could not be delivered for some hours. This is a warning only:")
            text.line("you do not need to send it again, delivery will be retried for 5 days.")
            text.line("")
            said(message, reply, into: &text)
        case .delivered:
            text.line("Your message was successfully delivered to the recipient below, as you asked")
            text.line("to be told.")
            text.line("")
            text.line("<", message.recipient, ">: delivered to the mailbox")
        }
        return text
    }

    private static func said(_ message: AnsweredMessage, _ reply: Reply, into text: inout AnswerText) {
        text.line("<", message.recipient, ">: host mx.\(String(decoding: message.domain, as: UTF8.self)) said:")
        text.line("    \(reply)")
        text.line("    (in reply to RCPT TO command)")
    }

    private static func fields(_ message: AnsweredMessage, _ event: Event, into text: inout AnswerText) {
        text.line("Reporting-MTA: dns; \(message.hostName)")
        if let envelopeID = message.envelopeID { text.line("Original-Envelope-Id: ", envelopeID) }
        text.line("Arrival-Date: ", message.arrival)
        text.line("")
        if let original = message.originalRecipient { text.line("Original-Recipient: ", original) }
        let type = message.recipient.contains { $0 >= 0x80 } ? "utf-8" : "rfc822"
        text.line("Final-Recipient: \(type); ", message.recipient)
        text.line("Action: \(event.action)")
        guard let reply = event.reply else {
            text.line("Status: 2.0.0")
            return
        }
        text.line("Status: \(statusField(reply, event))")
        text.line("Remote-MTA: dns; mx.", message.domain)
        text.line("Diagnostic-Code: smtp; \(reply)")
        text.line("Last-Attempt-Date: ", message.arrival)
        if case .delayed = event {
            let fiveDays: Int64 = 5 * 86_400
            text.line("Will-Retry-Until: ", MessageDate(secondsSince1970: message.arrival.secondsSince1970 + fiveDays))
        }
    }

    private static func statusField(_ reply: Reply, _ event: Event) -> String {
        if let status = reply.status { return "\(status)" }
        return if case .delayed = event { "4.0.0" } else { "5.0.0" }
    }
}
