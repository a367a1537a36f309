internal import MailModel

/// What a server says about the number of recipients of one message, and not about any of them: those who are left over get
/// a transaction of their own, and lose no attempt by it.
extension Session {
    /// The message for no more recipients than the server announced (RCPTMAX, RFC 9422 §3.2); the others are given back.
    ///
    /// Copies, which have attempt 0, are never given back: no later transaction would carry them.
    mutating func withoutExcess(_ message: OutgoingMessage) -> OutgoingMessage {
        let further = message.envelope.furtherRecipients
        guard !further.isEmpty, let most = capabilities.limits.recipients, most >= 1, further.count >= most,
            further.allSatisfy({ $0.id.attempt > 0 })
        else { return message }
        var fitting = message
        fitting.envelope.furtherRecipients = Array(further.prefix(most - 1))
        let cause = FailureCause.unsupported("the server takes \(most) recipients a message")
        for recipient in further.dropFirst(most - 1) { report(recipient.id, .released(cause), phase: .recipient) }
        return fitting
    }

    /// The outcome of a recipient whose RCPT was refused.
    ///
    /// 452, and 552 from servers of old, behind recipients who were taken means that there are too many of them
    /// (RFC 5321 §4.5.3.1.10). Said to the first one of a message it is about that recipient.
    func recipientRefusal(_ index: Int, _ reply: Reply) -> RecipientOutcome {
        let isAboutNumber = reply.status.map { $0.subject == 5 && $0.detail == 3 } ?? true
        guard reply.code.rawValue == 452 || reply.code.rawValue == 552, isAboutNumber,
            transactions.front.hasAcceptedRecipient, transactions.front.recipient(index).id.attempt > 0
        else { return refusal(reply) }
        return .released(.unsupported("the server takes no more recipients with this message: \(reply.text)"))
    }
}
