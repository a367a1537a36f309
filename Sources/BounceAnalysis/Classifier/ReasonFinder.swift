/// Decides why a recipient was refused, from the words of the refusal and its codes.
struct ReasonFinder {
    /// What is known about one refusal.
    struct Facts {
        var text: [UInt8]
        var status: CodeScanner.Status?
        var reply: Int?
        var phase: SMTPPhase?
        var diagnosticType = ""
        var isDelay = false
        /// The reporting system's own word for the reason.
        var category = ""
    }

    let book: RuleBook

    /// PowerMTA's bounce categories (User's Guide, "Bounce Categories").
    private static let categories: [String: BounceReason] = [
        "bad-domain": .hostUnknown, "bad-mailbox": .userUnknown, "inactive-mailbox": .suspend,
        "message-expired": .expired, "no-answer-from-host": .networkError, "policy-related": .policyViolation,
        "quota-issues": .mailboxFull, "relaying-issues": .noRelaying, "spam-related": .spamDetected,
        "virus-related": .virusDetected, "content-related": .contentError, "protocol-errors": .syntaxError,
        "bad-connection": .networkError, "bad-configuration": .systemError, "invalid-sender": .rejected,
    ]

    /// The reason, and what decided it; nil when neither words nor codes name one.
    func find(_ facts: Facts) -> (reason: BounceReason, evidence: Evidence)? {
        if let reason = Self.categories[facts.category] {
            return (reason, Evidence(rule: "powermta.\(facts.category)", line: Self.line(facts.text)))
        }
        if let rule = bestRule(facts), !isOutranked(rule, by: facts.status) {
            let reason = fitting(book.reasonOfRule[rule], weight: book.reasons.rules[rule].weight, facts)
            return (reason, Evidence(rule: book.reasons.rules[rule].id, line: Self.line(facts.text)))
        }
        return byCodes(facts)
    }

    /// What a reason means at the step where it was given, and beside a status code that is more exact.
    private func fitting(_ reason: BounceReason, weight: Int, _ facts: Facts) -> BounceReason {
        switch (facts.status?.subject, facts.status?.detail) {
        case (1, 6): return .hasMoved
        case (2, 3) where reason == .messageTooBig: return .exceedLimit
        default: break
        }
        guard [.userUnknown, .hostUnknown, .filtered].contains(reason) else { return reason }
        switch facts.phase {
        case .hello, .connect: return .blocked
        case .mail: return .rejected
        case .recipient, .data, .startTLS, .auth, nil: break
        }
        // "User unknown" said of the message, not of the recipient, is a refusal by a filter.
        return reason == .userUnknown && weight < 7 && !concernsRecipient(facts) ? .filtered : reason
    }

    private func bestRule(_ facts: Facts) -> Int? {
        var best: Int?
        book.reasons.scan(facts.text.span) { match in
            guard let known = best else {
                best = match.rule
                return true
            }
            if precedes(match.rule, known) { best = match.rule }
            return true
        }
        return best
    }

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        let (one, two) = (book.reasons.rules[left], book.reasons.rules[right])
        if one.weight != two.weight { return one.weight > two.weight }
        let (first, second) = (book.rank[book.reasonOfRule[left]] ?? 99, book.rank[book.reasonOfRule[right]] ?? 99)
        if first != second { return first < second }
        return one.pattern.utf8.count > two.pattern.utf8.count
    }

    /// A weak word yields to a status code that names a reason.
    private func isOutranked(_ rule: Int, by status: CodeScanner.Status?) -> Bool {
        guard book.reasons.rules[rule].weight <= 3, let status, !status.isVague else { return false }
        guard let reason = book.reason(of: status) else { return false }
        return reason != .securityError && reason != .systemError && reason != .networkError
    }

    private func concernsRecipient(_ facts: Facts) -> Bool {
        if facts.phase == .recipient { return true }
        // Without any SMTP reply the reporting system itself looked the recipient up.
        if facts.phase == nil, facts.reply == nil, facts.status?.isVague ?? true { return true }
        guard let status = facts.status else { return false }
        return status.subject == 1 && ![4, 5, 7, 8, 9].contains(status.detail)
    }

    private func byCodes(_ facts: Facts) -> (reason: BounceReason, evidence: Evidence)? {
        func verdict(_ reason: BounceReason, _ rule: String) -> (BounceReason, Evidence) {
            (reason, Evidence(rule: rule, line: Self.line(facts.text)))
        }
        if facts.diagnosticType == "x-unix" { return verdict(.mailerError, "diagnostic-type.x-unix") }
        if facts.isDelay { return verdict(.expired, "dsn.action") }
        if let status = facts.status, let reason = book.reason(of: status) {
            return verdict(reason, "status.\(status.subject).\(status.detail)")
        }
        if facts.diagnosticType == "x-postfix" { return verdict(.mailerError, "diagnostic-type.x-postfix") }
        if let status = facts.status, status.subject == 7 { return verdict(.securityError, "status.7") }
        if let status = facts.status, status.subject == 6 { return verdict(.contentError, "status.6") }
        switch facts.reply {
        case 500, 501, 502, 503, 504: return verdict(.syntaxError, "reply.50x")
        case 452: return verdict(.systemFull, "reply.452")
        case 552: return verdict(.mailboxFull, "reply.552")
        default: break
        }
        if facts.phase == .hello || facts.phase == .connect { return verdict(.blocked, "phase.ehlo") }
        return nil
    }

    /// The first words of a refusal, white space collapsed.
    static func line(_ text: [UInt8]) -> String {
        String(decoding: text.prefix(512), as: UTF8.self)
    }
}
