/// What a report says about one recipient.
package struct RecipientVerdict: Sendable, Equatable {
    /// What the reporting system did (RFC 3464 §2.3.3).
    package enum Action: String, Sendable {
        case failed
        case delayed
        case delivered
        case relayed
        case expanded
    }

    /// What the failure means for later messages to the address.
    ///
    /// `hard`: the address itself is bad (no such user, no such host, moved, accepts no mail). `block`: the sender, its
    /// host or the content was refused; counted with `soft` wherever only two classes are known. `soft`: all else.
    package enum DeliveryClass: String, Sendable {
        case hard
        case soft
        case block
        case delivered

        /// The class in a vocabulary without `block`.
        package var coarse: DeliveryClass {
            switch self {
            case .hard, .soft, .delivered: self
            case .block: .soft
            }
        }
    }

    /// The mailbox that failed, as the report names it.
    package var address: String
    /// The address that the sender used, when the report tells (Original-Recipient).
    package var originalRecipient: String?
    /// What the reporting system did.
    package var action: Action
    /// The enhanced status code, as "5.1.1"; taken from the text when the field is missing, vague or contradicted.
    package var status: String?
    /// Whether `status` stands in the message, rather than being derived from the reason.
    package var statusIsQuoted: Bool
    /// The SMTP reply code.
    package var reply: Int?
    /// Why.
    package var reason: BounceReason
    /// What it means for later messages.
    package var deliveryClass: DeliveryClass
    /// The command that was refused, when known.
    package var phase: SMTPPhase?
    /// The host that refused.
    package var remoteServer: String?
    /// The words of the refusal, at most 2,048 bytes.
    package var diagnosticText: String
    /// The rule and the line that decided the reason.
    package var evidence: Evidence
    /// What each part rests on; nil unless asked for.
    package var grounds: Grounds?

    /// Whether neither a code nor a reason was found.
    var saysNothing: Bool { !statusIsQuoted && reply == nil && (reason == .undefined || reason == .onHold) }
}

/// The step of an SMTP transaction that was answered.
package enum SMTPPhase: String, Sendable {
    case connect = "CONNECT"
    case hello = "EHLO"
    case startTLS = "STARTTLS"
    case auth = "AUTH"
    case mail = "MAIL"
    case recipient = "RCPT"
    case data = "DATA"
}
