internal import MailModel

/// The command that a reply will answer; the queue of these is the receiver's position in the dialogue.
///
/// Those of a transaction always mean the oldest one, since replies come in order.
enum Expected: UInt8, Sendable {
    case greeting
    case hello
    case startTLS
    case auth
    case mail
    case recipient
    case data
    /// The reply to content that was not sent to anybody: a lone dot.
    case loneDot
    case endOfData
    case reset
    case quit

    var phase: SessionPhase {
        switch self {
        case .greeting: .greeting
        case .hello: .hello
        case .startTLS: .startTLS
        case .auth: .auth
        case .mail: .mail
        case .recipient: .recipient
        case .data: .data
        case .loneDot, .endOfData: .endOfData
        case .reset: .reset
        case .quit: .quit
        }
    }
}
