/// Why a message was refused or given up, in the words that bounce processors have in common.
///
/// The coarse groups are address, mailbox, content, policy and system; `onHold` is "seen, but no rule knows it" and
/// `undefined` is "nothing was said".
package enum BounceReason: String, Sendable, CaseIterable {
    case userUnknown = "userunknown"
    case hostUnknown = "hostunknown"
    case hasMoved = "hasmoved"
    case notAccept = "notaccept"
    case mailboxFull = "mailboxfull"
    case suspend = "suspend"
    case filtered = "filtered"
    case spamDetected = "spamdetected"
    case virusDetected = "virusdetected"
    case contentError = "contenterror"
    case messageTooBig = "mesgtoobig"
    case exceedLimit = "exceedlimit"
    case blocked = "blocked"
    case rejected = "rejected"
    case policyViolation = "policyviolation"
    case badReputation = "badreputation"
    case authFailure = "authfailure"
    case requirePTR = "requireptr"
    case securityError = "securityerror"
    case noRelaying = "norelaying"
    case notCompliantRFC = "notcompliantrfc"
    case speeding = "speeding"
    case tooManyConnections = "toomanyconn"
    case failedSTARTTLS = "failedstarttls"
    case suppressed = "suppressed"
    case networkError = "networkerror"
    case expired = "expired"
    case systemError = "systemerror"
    case systemFull = "systemfull"
    case mailerError = "mailererror"
    case syntaxError = "syntaxerror"
    case onHold = "onhold"
    case undefined = "undefined"

    /// Whether the address itself is bad, so that no later message to it can succeed.
    package var isHard: Bool {
        switch self {
        case .userUnknown, .hostUnknown, .hasMoved, .notAccept: true
        case .mailboxFull, .suspend, .filtered, .spamDetected, .virusDetected, .contentError, .messageTooBig,
            .exceedLimit, .blocked, .rejected, .policyViolation, .badReputation, .authFailure, .requirePTR,
            .securityError, .noRelaying, .notCompliantRFC, .speeding, .tooManyConnections, .failedSTARTTLS,
            .suppressed, .networkError, .expired, .systemError, .systemFull, .mailerError, .syntaxError, .onHold,
            .undefined:
            false
        }
    }

    /// Whether the refusal is about the sender, its host or its reputation rather than about the recipient.
    package var isBlock: Bool {
        switch self {
        case .blocked, .rejected, .policyViolation, .badReputation, .authFailure, .requirePTR, .securityError,
            .noRelaying, .notCompliantRFC, .speeding, .tooManyConnections, .spamDetected, .virusDetected:
            true
        case .userUnknown, .hostUnknown, .hasMoved, .notAccept, .mailboxFull, .suspend, .filtered, .contentError,
            .messageTooBig, .exceedLimit, .failedSTARTTLS, .suppressed, .networkError, .expired, .systemError,
            .systemFull, .mailerError, .syntaxError, .onHold, .undefined:
            false
        }
    }
}
