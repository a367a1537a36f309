internal import MailModel

/// One message on its way: how far we have sent it, and which of its recipients the server took.
struct Transaction {
    /// How far the sender is.
    enum Stage: Sendable, Hashable {
        /// Envelope commands are out, or are being said one by one.
        case envelope
        /// Content is being written; the run of content and the offset in it that come next.
        case content(run: Int, offset: Int)
        /// All content but its end is written and has to leave first.
        case draining
        /// What completes the message was handed over, or the lone dot that ends a message to nobody.
        case handedOver
    }

    let message: OutgoingMessage
    var stage = Stage.envelope
    /// Whether the server took MAIL.
    var isMailAccepted = false
    /// Whether all outcomes are decided and the rest is replies to be heard out.
    var isSettled = false
    /// Refusals at MAIL and RCPT that are not reported yet: commands that rode together are judged together, since an unasked
    /// line among their replies shows only at the last of them.
    var refusals: [SessionReport] = []
    /// Recipients whose RCPT was answered.
    var answeredRecipients = 0
    /// Whether the first recipient was taken; apart from the others, since nearly all messages have but one.
    var isFirstAccepted = false
    /// The further recipients that were taken, by index.
    var acceptedFurther: [Int] = []
    /// Recipients about whom the content was answered, where each gets a reply of its own.
    var answeredContents = 0

    init(message: OutgoingMessage) { self.message = message }

    var recipientCount: Int { 1 + message.envelope.furtherRecipients.count }
    var hasAcceptedRecipient: Bool { isFirstAccepted || !acceptedFurther.isEmpty }

    /// The recipient by number, the first being 0.
    func recipient(_ index: Int) -> EnvelopeRecipient {
        index == 0 ? message.envelope.recipient : message.envelope.furtherRecipients[index - 1]
    }

    mutating func accept(_ index: Int) {
        if index == 0 { isFirstAccepted = true } else { acceptedFurther.append(index - 1) }
    }

    /// Refuses one recipient.
    mutating func refuse(_ index: Int, _ outcome: RecipientOutcome) {
        refusals.append(SessionReport(id: recipient(index).id, outcome: outcome, phase: .recipient))
    }

    /// Refuses the whole message, at MAIL.
    mutating func refuseAll(_ outcome: RecipientOutcome) {
        for index in 0..<recipientCount {
            refusals.append(SessionReport(id: recipient(index).id, outcome: outcome, phase: .mail))
        }
        isSettled = true
    }

    /// The recipients that still wait for an outcome: those that were taken, and those whose RCPT has no answer.
    var unsettled: [AttemptID] {
        guard !isSettled else { return [] }
        var ids = Array(accepted.dropFirst(answeredContents))
        for index in min(answeredRecipients, recipientCount)..<recipientCount { ids.append(recipient(index).id) }
        return ids
    }

    /// The recipients that were taken.
    var accepted: [AttemptID] {
        var ids = acceptedFurther.map { message.envelope.furtherRecipients[$0].id }
        if isFirstAccepted { ids.insert(message.envelope.recipient.id, at: 0) }
        return ids
    }
}
