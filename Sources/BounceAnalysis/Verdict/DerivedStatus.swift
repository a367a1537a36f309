extension BounceReason {
    /// The status code for a refusal that carries none: what RFC 3463 and its registry call this reason.
    ///
    /// - Parameter statusClass: 4 or 5.
    /// - Returns: nil for reasons that say nothing.
    func status(ofClass statusClass: Int) -> CodeScanner.Status? {
        let (subject, detail): (Int, Int)
        switch self {
        case .userUnknown: (subject, detail) = (1, 1)
        case .hostUnknown: (subject, detail) = (1, 2)
        case .hasMoved: (subject, detail) = (1, 6)
        case .notAccept: (subject, detail) = statusClass == 5 ? (1, 10) : (3, 2)
        case .suspend: (subject, detail) = (2, 1)
        case .mailboxFull: (subject, detail) = (2, 2)
        case .exceedLimit: (subject, detail) = (2, 3)
        case .systemError, .mailerError: (subject, detail) = (3, 0)
        case .systemFull: (subject, detail) = (3, 1)
        case .messageTooBig: (subject, detail) = (3, 4)
        case .networkError: (subject, detail) = (4, 0)
        case .tooManyConnections: (subject, detail) = (4, 5)
        case .expired: (subject, detail) = (4, 7)
        case .syntaxError: (subject, detail) = (5, 0)
        case .contentError, .notCompliantRFC: (subject, detail) = (6, 0)
        case .badReputation, .securityError, .policyViolation, .suppressed: (subject, detail) = (7, 0)
        case .filtered, .spamDetected, .virusDetected, .blocked, .rejected, .noRelaying: (subject, detail) = (7, 1)
        case .failedSTARTTLS: (subject, detail) = (7, 10)
        case .requirePTR: (subject, detail) = (7, 25)
        case .authFailure: (subject, detail) = (7, 26)
        case .speeding: (subject, detail) = (7, 28)
        case .onHold, .undefined: return nil
        }
        return CodeScanner.Status(statusClass: statusClass, subject: subject, detail: detail)
    }
}
