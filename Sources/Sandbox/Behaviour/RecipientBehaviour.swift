internal import MailModel
internal import SMTPProtocol

/// How the server treats a recipient, told by the local part of its address.
package struct RecipientBehaviour: Sendable {
    /// What is answered when the recipient is named.
    enum AtRecipient: Sendable {
        case accept
        /// Accepted, after a while that ``SandboxSettings/slowAnswer`` sets.
        case acceptSlowly
        case refuse(ServerReply)
        /// Put off for the first tries of each address.
        case putOff(tries: Int, ServerReply)
        /// Put off until some time after the first try, which ``SandboxSettings/greylisting`` sets.
        case greylist(ServerReply)
        case refuseAndClose(ServerReply)
        case drop
    }

    /// What is answered when the message is complete.
    enum AtMessage: Sendable {
        case accept
        case refuse(ServerReply)
        case drop
    }

    /// The local part, up to the first `+`; empty for everybody else.
    package let name: String
    /// What it does, for the person who reads the help.
    package let explanation: String
    let atRecipient: AtRecipient
    let atMessage: AtMessage
    /// What comes back to the reverse-path once the message was accepted.
    let answer: AutomaticAnswer?

    init(
        _ name: String,
        _ explanation: String,
        atRecipient: AtRecipient = .accept,
        atMessage: AtMessage = .accept,
        answer: AutomaticAnswer? = nil
    ) {
        self.name = name
        self.explanation = explanation
        self.atRecipient = atRecipient
        self.atMessage = atMessage
        self.answer = answer
    }
}

/// Mail that the server writes by itself, always with the null reverse-path.
enum AutomaticAnswer: Sendable {
    /// A failure report (RFC 3464) that quotes a reply.
    case failure(Reply)
    /// A report that the message waits (RFC 3464, `Action: delayed`).
    case delay(Reply)
    /// A report that the message has arrived, for those who ask for it by NOTIFY=SUCCESS.
    case delivery
    /// A complaint (RFC 5965).
    case complaint
    /// A vacation notice (RFC 3834).
    case vacation

    /// Whether the client wants to hear of it (RFC 3461 §4.1); complaints and vacation notices ask nobody.
    func isWanted(_ notify: ServerRecipient.Notify) -> Bool {
        switch self {
        case .failure: notify.contains(.failure)
        case .delay: notify.contains(.delay)
        case .delivery: notify.contains(.success)
        case .complaint, .vacation: true
        }
    }
}
