/// Decides why a recipient was refused, from the words of the refusal and its codes.
///
/// Five tiers, the first that answers counts: telling words ("mailbox full", "not permitted to relay"); an enhanced
/// status code that names a reason; less telling words ("system error"); single words that hint; what is left of the
/// codes. Within a tier the heavier rule counts, then the more telling reason.
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

    typealias Finding = (reason: BounceReason, evidence: Evidence)
    private typealias Hit = RuleSet.Match

    let book: RuleBook

    /// PowerMTA's bounce categories (User's Guide, "Bounce Categories").
    private static let categories: [String: BounceReason] = [
        "bad-domain": .hostUnknown, "bad-mailbox": .userUnknown, "inactive-mailbox": .suspend,
        "message-expired": .expired, "no-answer-from-host": .networkError, "policy-related": .policyViolation,
        "quota-issues": .mailboxFull, "relaying-issues": .noRelaying, "spam-related": .spamDetected,
        "virus-related": .virusDetected, "content-related": .contentError, "protocol-errors": .syntaxError,
        "bad-connection": .networkError, "bad-configuration": .systemError, "invalid-sender": .rejected,
    ]

    /// The reason, looked for from the narrowest to the widest of `scopes`.
    func find(_ facts: Facts, scopes: [[UInt8]]) -> Finding? {
        if let reason = Self.categories[facts.category] {
            return (reason, Evidence(rule: "powermta.\(facts.category)", line: Self.line(facts.text)))
        }
        if let found = exactStatus(facts) { return found }
        // A scope in which a rule is found decides: the reply's own words outweigh all that stands around it.
        var weak: (rule: Hit, scope: [UInt8])?
        for scope in scopes {
            let hit = strongest(scope, facts)
            if let rule = hit.telling { return finding(rule, scope, facts) }
            if let rule = hit.other { return statusFinding(facts) ?? finding(rule, scope, facts) }
            if weak == nil, let rule = hit.weak { weak = (rule, scope) }
        }
        if let found = statusFinding(facts, orMailbox: true) { return found }
        if let weak { return finding(weak.rule, weak.scope, facts) }
        return byCodes(facts)
    }

    /// The reason of a status code that is not used for much else.
    ///
    /// - Parameters:
    ///   - facts: what is known.
    ///   - orMailbox: also that of codes which say no such mailbox or no such host.
    /// - Returns: nil for codes that name no reason or are used for many.
    private func statusFinding(_ facts: Facts, orMailbox: Bool = false) -> Finding? {
        guard let status = facts.status, let reason = book.reason(of: status) else { return nil }
        guard !reason.isVague || (orMailbox && [.userUnknown, .hostUnknown].contains(reason)) else { return nil }
        return (reason, Evidence(rule: "status.\(status.text)", line: Self.line(facts.text)))
    }

    /// Status codes that no words outweigh: mailbox full, message too large for this recipient, moved.
    private func exactStatus(_ facts: Facts) -> Finding? {
        guard let status = facts.status else { return nil }
        let reason: BounceReason
        switch (status.subject, status.detail) {
        case (2, 2): reason = .mailboxFull
        case (2, 3): reason = .exceedLimit
        case (1, 6): reason = .hasMoved
        case (3, 4): reason = .messageTooBig
        default: return nil
        }
        return (reason, Evidence(rule: "status.\(status.text)", line: Self.line(facts.text)))
    }

    // MARK: - Words

    /// The heaviest rules of the three kinds of words.
    private func strongest(_ text: [UInt8], _ facts: Facts) -> (telling: Hit?, other: Hit?, weak: Hit?) {
        var telling: Hit?
        var other: Hit?
        var weak: Hit?
        func keep(_ hit: Hit, _ best: inout Hit?) {
            if best.map({ precedes(hit.rule, $0.rule) }) ?? true { best = hit }
        }
        book.reasons.scan(text.span) { match in
            if isTelling(match.rule, facts) {
                keep(match, &telling)
            } else if book.reasons.rules[match.rule].weight > 3 {
                keep(match, &other)
            } else {
                keep(match, &weak)
            }
            return true
        }
        return (telling, other, weak)
    }

    private func isTelling(_ rule: Int, _ facts: Facts) -> Bool {
        let weight = book.reasons.rules[rule].weight
        if weight >= 6 { return true }
        guard weight == 5 else { return false }
        switch book.reasonOfRule[rule] {
        case .virusDetected, .policyViolation, .systemError, .networkError, .systemFull, .expired, .failedSTARTTLS,
            .securityError, .mailerError, .syntaxError, .onHold, .undefined:
            return false
        case .spamDetected:
            // Nobody has seen the content before DATA: such words are about the client then.
            return facts.phase == nil || facts.phase == .data
        case .userUnknown, .hostUnknown, .hasMoved, .notAccept, .mailboxFull, .suspend, .filtered, .contentError,
            .messageTooBig, .exceedLimit, .blocked, .rejected, .badReputation, .authFailure, .requirePTR, .noRelaying,
            .notCompliantRFC, .speeding, .tooManyConnections, .suppressed:
            return true
        }
    }

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        let (one, two) = (book.reasons.rules[left], book.reasons.rules[right])
        if one.weight != two.weight { return one.weight > two.weight }
        let (first, second) = (book.rank[book.reasonOfRule[left]] ?? 99, book.rank[book.reasonOfRule[right]] ?? 99)
        if first != second { return first < second }
        return one.pattern.utf8.count > two.pattern.utf8.count
    }

    private func finding(_ hit: Hit, _ text: [UInt8], _ facts: Facts) -> Finding {
        let rule = book.reasons.rules[hit.rule]
        var reason = book.reasonOfRule[hit.rule]
        if reason == .userUnknown, rule.weight == 4, Self.speaksOfHost(text, before: hit.end - rule.pattern.utf8.count)
        {
            reason = .hostUnknown
        }
        return (
            fitting(reason, weight: rule.weight, facts), Evidence(rule: rule.id, line: Self.line(text, around: hit.end))
        )
    }

    /// Whether the word before `offset` is a host's name: "example.com does not exist" is not about a mailbox.
    private static func speaksOfHost(_ text: [UInt8], before offset: Int) -> Bool {
        var end = max(0, min(offset, text.count))
        while end > 0, !ASCII.isAlphanumeric(text[end - 1]), text[end - 1] < 0x80 { end -= 1 }
        var start = end
        var lastDot: Int?
        while start > 0,
            ASCII.isAlphanumeric(text[start - 1]) || text[start - 1] == ASCII.dot || text[start - 1] == ASCII.dash
        {
            start -= 1
            if text[start] == ASCII.dot, lastDot == nil { lastDot = start }
        }
        guard let lastDot, end - lastDot > 2, start == 0 || text[start - 1] != ASCII.at else { return false }
        return text[lastDot + 1..<end].allSatisfy { !ASCII.isDigit($0) }
    }

    /// What a reason means at the step where it was given, and beside a status code that names the mailbox.
    private func fitting(_ reason: BounceReason, weight: Int, _ facts: Facts) -> BounceReason {
        // Before a recipient was named nobody can have been refused but the client or the sender.
        if facts.phase == .hello || facts.phase == .connect,
            [.userUnknown, .hostUnknown, .filtered, .securityError].contains(reason)
        {
            return .blocked
        }
        if facts.phase == .hello || facts.phase == .connect, reason == .requirePTR, weight < 6 { return .blocked }
        if facts.phase == .mail, [.userUnknown, .hostUnknown, .filtered].contains(reason) { return .rejected }
        // A bare "access denied" after MAIL denies it to the sender; 530 and 535 ask for a login instead.
        if facts.phase == .mail, reason == .securityError, weight < 5, facts.reply != 530, facts.reply != 535 {
            return .rejected
        }
        if weight < 7, facts.reply != nil, namesMailbox(facts.status), Self.yieldsToMailbox.contains(reason) {
            return .userUnknown
        }
        // "User unknown" may be a filter's answer to the message. Only where it answers the recipient, or where the words
        // or codes leave no doubt, is the mailbox given up: a living one must not be suppressed for good.
        return reason == .userUnknown && weight < 7 && !concernsRecipient(facts) ? .filtered : reason
    }

    /// Reasons that a status code of "no such mailbox" outweighs.
    private static let yieldsToMailbox: Set<BounceReason> = [
        .filtered, .requirePTR, .spamDetected, .virusDetected, .policyViolation, .systemError, .networkError,
        .contentError, .securityError, .hostUnknown, .badReputation, .speeding, .tooManyConnections, .syntaxError,
        .onHold, .expired,
    ]

    private func namesMailbox(_ status: CodeScanner.Status?) -> Bool {
        guard let status, status.subject == 1 else { return false }
        return status.detail == 1 || status.detail == 0 || status.detail == 3
    }

    private func concernsRecipient(_ facts: Facts) -> Bool {
        if facts.phase == .recipient { return true }
        guard let status = facts.status else { return false }
        return status.subject == 1 && ![4, 5, 7, 8, 9].contains(status.detail)
    }

    // MARK: - Codes

    /// The reason that codes, diagnostic type, step and action name, in this order.
    private func byCodes(_ facts: Facts) -> Finding? {
        func verdict(_ reason: BounceReason, _ rule: String) -> Finding {
            (reason, Evidence(rule: rule, line: Self.line(facts.text)))
        }
        if facts.diagnosticType == "x-unix" { return verdict(.mailerError, "diagnostic-type.x-unix") }
        if facts.isDelay { return verdict(.expired, "dsn.action") }
        if facts.phase == .hello || facts.phase == .connect, facts.status?.isVague ?? true || facts.status?.subject == 7
        {
            return verdict(.blocked, "phase.ehlo")
        }
        if let status = facts.status, let reason = book.reason(of: status) {
            return verdict(reason, "status.\(status.text)")
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
        return facts.phase == .hello || facts.phase == .connect ? verdict(.blocked, "phase.ehlo") : nil
    }

    /// The words around `offset`: all of them where they are few.
    private static func line(_ text: [UInt8], around offset: Int) -> String {
        guard text.count > 320 else { return line(text) }
        var start = max(0, offset - 200)
        var end = min(text.count, offset + 100)
        while start > 0, start < offset, text[start - 1] != ASCII.space || offset - start > 200 { start += 1 }
        while end < text.count, end > offset, text[end] != ASCII.space { end -= 1 }
        let isLongWord = start >= offset || end <= offset
        let range = isLongWord ? max(0, offset - 200)..<min(text.count, offset + 100) : start..<end
        return (range.lowerBound > 0 ? "… " : "") + String(decoding: text[range], as: UTF8.self)
            + (range.upperBound < text.count ? " …" : "")
    }

    /// The first words of a refusal.
    static func line(_ text: [UInt8]) -> String {
        String(decoding: text.prefix(512), as: UTF8.self)
    }
}

extension BounceReason {
    /// Whether a status code that names this reason is used for so much that words are asked first.
    fileprivate var isVague: Bool {
        switch self {
        case .systemError, .securityError, .networkError, .expired, .hostUnknown, .userUnknown, .onHold, .undefined:
            true
        case .hasMoved, .notAccept, .mailboxFull, .suspend, .filtered, .spamDetected, .virusDetected, .contentError,
            .messageTooBig, .exceedLimit, .blocked, .rejected, .policyViolation, .badReputation, .authFailure,
            .requirePTR, .noRelaying, .notCompliantRFC, .speeding, .tooManyConnections, .failedSTARTTLS, .suppressed,
            .systemFull, .mailerError, .syntaxError:
            false
        }
    }
}
