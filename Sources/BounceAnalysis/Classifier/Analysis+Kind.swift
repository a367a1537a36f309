extension Analysis {
    /// The verdict: kind first, then whom it is about.
    mutating func verdict() -> Verdict {
        if let verdict = complaint() ?? notification() ?? bounce() ?? autoReply() { return verdict }
        return request() ?? make(.notABounce, nil, .medium, Evidence(rule: "none", line: ""), [])
    }

    /// Mail to an address of ours that says what it is for, or a bare wish to be taken off the list.
    private func request() -> Verdict? {
        for place in references().deliveredTo {
            for own in classifier.addresses where own.pattern.fits(place.address) {
                return make(own.kind, nil, .high, Evidence(rule: "address", line: place.address), [])
            }
        }
        guard ASCII.lowercased(signs.subject, ASCII.trim(signs.subject, 0..<signs.subject.count)) == "unsubscribe"
        else {
            return nil
        }
        return make(.unsubscribe, nil, .medium, Evidence(rule: "subject.unsubscribe", line: "unsubscribe"), [])
    }

    func make(
        _ kind: Verdict.Kind,
        _ subtype: String?,
        _ confidence: Verdict.Confidence,
        _ evidence: Evidence,
        _ recipients: [RecipientVerdict]
    ) -> Verdict {
        Verdict(
            kind: kind,
            subtype: subtype,
            confidence: confidence,
            evidence: evidence,
            recipients: recipients,
            references: references(),
            diagnostics: diagnostics
        )
    }

    // MARK: - Notifications that are no bounces

    /// A read receipt (RFC 8098), whatever its disposition.
    private func notification() -> Verdict? {
        guard parts.disposition != nil, parts.deliveryStatus == nil else { return nil }
        return make(
            .notABounce,
            "read-receipt",
            .high,
            Evidence(rule: "mdn", line: "message/disposition-notification"),
            []
        )
    }

    // MARK: - Bounces and delays

    private mutating func bounce() -> Verdict? {
        if let report, !report.recipients.isEmpty, let verdict = reported(report) { return verdict }
        guard let evidence = freeTextEvidence() else { return nil }
        let recipients = freeTextRecipients()
        let isDelay = isDelayNotice
        guard !isPlainReply(recipients) else { return nil }
        return make(isDelay ? .delayed : .bounce, nil, .medium, evidence, recipients)
    }

    /// The verdict of machine-readable fields.
    private mutating func reported(_ report: DeliveryReport) -> Verdict? {
        let actions = report.recipients.map { action(of: $0) }
        let line = report.recipients.first.map { "Action: \($0.action)" } ?? ""
        let evidence = Evidence(rule: "dsn.action", line: line)
        guard actions.contains(where: { $0 == .failed || $0 == .delayed }) else {
            return make(.notABounce, "success-report", .high, evidence, reportedRecipients(report, actions))
        }
        if let reply = challenge() { return reply }
        let kind: Verdict.Kind = actions.contains(.failed) ? .bounce : .delayed
        return make(kind, nil, .high, evidence, reportedRecipients(report, actions))
    }

    /// Action of a recipient; a missing or unknown word is read from the status and the announcements.
    private func action(of recipient: DeliveryReport.Recipient) -> RecipientVerdict.Action {
        if let known = RecipientVerdict.Action(rawValue: recipient.action) { return known }
        if recipient.action == "expired" || recipient.action == "failure" { return .failed }
        switch recipient.status.first {
        case 0x32: return .delivered
        case 0x34 where isDelayNotice: return .delayed
        default: return .failed
        }
    }

    /// Whether the message itself says that retries go on.
    var isDelayNotice: Bool {
        guard notices.announcesDelay else { return false }
        // "has been delayed ... giving up": the end outweighs the history.
        if notices.subjectFailure != nil, notices.subjectDelay == nil { return false }
        if notices.subjectDelay != nil { return true }
        return notices.textFailure.map { ($0.line, 0) < (notices.textDelay?.line ?? Int.max, 1) } != true
            || notices.subjectFailure == nil
    }

    /// What makes a message without machine-readable fields a report of failure.
    private func freeTextEvidence() -> Evidence? {
        if !signs.failedRecipients.isEmpty {
            return Evidence(rule: "header.x-failed-recipients", line: signs.failedRecipients[0])
        }
        let isReport = mail.reportType == "delivery-status"
        let isSystem = signs.isFromMailSystem || signs.hasNullPath || isReport
        let hasTextNotice = notices.textFailure != nil || notices.textDelay != nil
        let hasSubjectNotice = notices.subjectFailure != nil || notices.subjectDelay != nil
        guard isReport || (isSystem && (hasTextNotice || hasSubjectNotice)) || (hasTextNotice && hasSubjectNotice)
        else { return isSystem ? shapeEvidence() : nil }
        if let notice = notices.textFailure ?? notices.textDelay {
            let words = text.bytes[ASCII.trim(text.bytes, text.lines[notice.line])]
            return Evidence(
                rule: book.announcements.rules[notice.rule].id,
                line: String(decoding: words.prefix(512), as: UTF8.self)
            )
        }
        if let rule = notices.subjectFailure ?? notices.subjectDelay {
            return Evidence(
                rule: book.announcements.rules[rule].id,
                line: String(decoding: signs.subject.prefix(512), as: UTF8.self)
            )
        }
        return Evidence(rule: "header.report-type", line: "report-type=delivery-status")
    }

    /// The shape that reports have in every language: a line that is a mailbox in brackets and a colon, or a refusal of
    /// SMTP at the head of a line.
    private func shapeEvidence() -> Evidence? {
        for line in text.lines[..<text.end] {
            let words = ASCII.trim(text.bytes, line)
            guard let first = words.first, let last = words.last else { continue }
            let isBlockHead =
                text.bytes[first] == ASCII.less && text.bytes[last] == ASCII.colon && words.count > 5
                && text.bytes[last - 1] == ASCII.greater && text.bytes[words].contains(ASCII.at)
            let isRefusal = CodeScanner.reply(text.bytes, in: first..<min(first + 4, words.upperBound))?.offset == first
            if isBlockHead || (isRefusal && words.count > 4) {
                return Evidence(
                    rule: isBlockHead ? "shape.block-head" : "shape.reply",
                    line: String(decoding: text.bytes[words].prefix(512), as: UTF8.self)
                )
            }
        }
        return nil
    }

    /// Whether a person quotes or answers a bounce: not from a mail system, and an answer by its subject.
    private func isPlainReply(_ recipients: [RecipientVerdict]) -> Bool {
        guard !signs.isFromMailSystem, !signs.hasNullPath, signs.failedRecipients.isEmpty else { return false }
        let isAnswer = Self.answers.contains { ASCII.matches(signs.subject, at: 0, $0, limit: signs.subject.count) }
        return isAnswer || recipients.isEmpty
    }

    /// What people's mail programs put before the subject of an answer.
    private static let answers: [StaticString] = [
        "re:", "aw:", "antw:", "sv:", "vs:", "rép:", "回复:", "回复：", "答复:", "答复：", "回覆:", "回覆：", "返信:",
    ]

    // MARK: - Automatic replies

    /// A challenge that came as a report: it asks the sender to do something.
    private func challenge() -> Verdict? {
        guard !signs.isFromMailSystem else { return nil }
        for words in [
            "verify your", "confirm that you", "click the following link to", "to be added to my guest list",
            "guest list", "prove that you",
        ] as [StaticString]
        where ASCII.find(text.bytes, in: text.range, words) != nil {
            return make(.autoReply, "challenge-response", .medium, Evidence(rule: "challenge", line: "\(words)"), [])
        }
        return nil
    }

    private func autoReply() -> Verdict? {
        if signs.autoSubmitted.hasPrefix("auto-replied") || signs.autoSubmitted.hasPrefix("auto-reply") {
            return make(
                .autoReply,
                nil,
                .high,
                Evidence(rule: "rfc3834", line: "Auto-Submitted: \(signs.autoSubmitted)"),
                []
            )
        }
        if let field = signs.replierField {
            return make(.autoReply, nil, .high, Evidence(rule: "header.\(field)", line: field), [])
        }
        var found: Int?
        book.autoReplies.scan(signs.subject.span) { match in
            found = match.rule
            return false
        }
        guard let rule = found else { return nil }
        let line = String(decoding: signs.subject.prefix(512), as: UTF8.self)
        return make(.autoReply, nil, .medium, Evidence(rule: book.autoReplies.rules[rule].id, line: line), [])
    }
}
