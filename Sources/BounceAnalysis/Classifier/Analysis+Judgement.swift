/// A recipient with everything that was said about it.
struct Refusal {
    var address: String
    var original: String?
    var action: RecipientVerdict.Action
    /// The recipient's fields in a delivery report.
    var field: DeliveryReport.Recipient?
    /// The lines of the text that may be about this recipient.
    var block: Range<Int>
    /// The lines that certainly are.
    var own: Range<Int>?
    /// In what kind of line of the text it stands; nil when it comes from a field of a header or report.
    var place: RecipientCandidate.Place?
    /// Whether the report names nobody else, so that all of its text is about this recipient.
    var isOnly = false
}

extension Analysis {
    /// Status, reply code, reason and class of one recipient.
    func judge(_ refusal: Refusal) -> RecipientVerdict {
        let quoted = words(of: refusal)
        var facts = ReasonFinder.Facts(text: quoted)
        facts.phase = phase(quoted, 0..<quoted.count) ?? phase(text.bytes, refusal.own ?? refusal.block)
        if facts.phase == nil, refusal.own != nil { facts.phase = phase(text.bytes, refusal.block) }
        facts.isDelay = refusal.action == .delayed
        facts.diagnosticType = refusal.field?.diagnosticType ?? ""
        facts.category = refusal.field?.category ?? ""
        let codes = codes(of: refusal, quoted)
        facts.reply = codes.reply
        facts.status = codes.status
        let found = reason(facts, refusal)
        let isDelivered = refusal.action != .failed && refusal.action != .delayed
        let reason = found?.reason ?? (quoted.isEmpty && refusal.block.isEmpty ? .undefined : .onHold)
        let status = codes.status ?? (isDelivered ? nil : derivedStatus(reason, codes.reply, refusal.action))
        var verdict = RecipientVerdict(
            address: refusal.address,
            originalRecipient: refusal.original,
            action: refusal.action,
            status: status?.text,
            statusIsQuoted: codes.status != nil,
            reply: codes.reply,
            reason: isDelivered ? .undefined : reason,
            deliveryClass: isDelivered ? .delivered : deliveryClass(of: reason, codes.status, codes.reply),
            phase: facts.phase,
            remoteServer: refusal.field.flatMap { $0.remoteServer.isEmpty ? nil : $0.remoteServer },
            diagnosticText: String(decoding: quoted, as: UTF8.self),
            evidence: found?.evidence ?? Evidence(rule: "none", line: ReasonFinder.line(quoted))
        )
        if classifier.explains { verdict.grounds = grounds(of: verdict, refusal, codes, quoted) }
        return verdict
    }

    /// The status code of a refusal that carries none: its class from the reply code, else from what became of the message.
    private func derivedStatus(
        _ reason: BounceReason,
        _ reply: Int?,
        _ action: RecipientVerdict.Action
    ) -> CodeScanner.Status? {
        let statusClass = reply.map { $0 / 100 } ?? (action == .delayed ? 4 : 5)
        return reason.status(ofClass: statusClass)
            ?? reply.map { _ in CodeScanner.Status(statusClass: statusClass, subject: 0, detail: 0) }
    }

    /// What a reason means for later messages.
    ///
    /// A host that takes no mail for now (4.3.2, 421) is no host that never takes any.
    private func deliveryClass(
        of reason: BounceReason,
        _ status: CodeScanner.Status?,
        _ reply: Int?
    ) -> RecipientVerdict.DeliveryClass {
        if reason == .notAccept, status?.statusClass == 4 || (status == nil && reply.map { $0 < 500 } ?? false) {
            return .soft
        }
        return reason.isHard ? .hard : reason.isBlock ? .block : .soft
    }

    /// The reason, looked for in the reply first, then in all words of the refusal, then in the text beside it.
    private func reason(_ facts: ReasonFinder.Facts, _ refusal: Refusal) -> ReasonFinder.Finding? {
        let tail = Self.innermostReply(facts.text)
        var scopes = [Array(facts.text[tail])]
        if tail.lowerBound > 0 { scopes.append(facts.text) }
        // Vague fields: the text says more.
        if refusal.field == nil || facts.status?.isVague ?? true || facts.text.isEmpty {
            scopes.append(Self.flattened(Array(text.bytes[refusal.block]), limit: limits.diagnosticBytes * 2))
        }
        return ReasonFinder(book: book).find(facts, scopes: scopes)
    }

    /// The words of the refusal: the diagnostic field, or the text's own block.
    private func words(of refusal: Refusal) -> [UInt8] {
        if let field = refusal.field, !field.diagnostic.isEmpty {
            return Self.flattened(field.diagnostic, limit: limits.diagnosticBytes)
        }
        let range = refusal.own ?? refusal.block
        return Self.flattened(Array(text.bytes[range]), limit: limits.diagnosticBytes)
    }

    private func phase(_ words: [UInt8], _ range: Range<Int>) -> SMTPPhase? {
        var found: SMTPPhase?
        book.phases.scan(words.span, from: range.lowerBound, to: range.upperBound) { match in
            found = book.phaseOfRule[match.rule]
            return false
        }
        return found
    }

    /// Reply code and enhanced status: the field's where it is exact, else the text's.
    private func codes(of refusal: Refusal, _ quoted: [UInt8]) -> RefusalCodes {
        let relevant = Self.innermostReply(quoted)
        var codes = RefusalCodes()
        codes.reply = CodeScanner.reply(quoted, in: relevant)?.code
        var spoken = CodeScanner.status(quoted, in: relevant) ?? CodeScanner.status(quoted, in: 0..<quoted.count)
        if codes.reply == nil {
            codes.replyPlace = .text
            codes.reply = CodeScanner.reply(text.bytes, in: refusal.block)?.code
            if codes.reply == nil, refusal.isOnly { codes.reply = CodeScanner.reply(text.bytes, in: text.range)?.code }
        }
        let field = refusal.field.flatMap { CodeScanner.status($0.status, in: 0..<$0.status.count) }
        if spoken == nil, field?.isVague ?? true {
            codes.statusPlace = .text
            spoken = CodeScanner.status(text.bytes, in: refusal.block)
        }
        codes.status = prefer(field, spoken, codes.reply)
        if let field, codes.status == field, spoken != field { codes.statusPlace = .field }
        return codes
    }

    /// Of two codes the one that agrees with the reply code and says more.
    private func prefer(
        _ field: CodeScanner.Status?,
        _ spoken: CodeScanner.Status?,
        _ reply: Int?
    ) -> CodeScanner.Status? {
        guard let field else { return spoken }
        guard let spoken else { return field }
        if let reply, field.statusClass != spoken.statusClass {
            if reply / 100 == spoken.statusClass { return spoken }
            if reply / 100 == field.statusClass { return field }
        }
        if spoken.isVague { return field }
        return spoken
    }

    /// From the reply code on: from the inner one where a reply quotes another, as "554 4.4.7 expired <421 4.4.2 …>" does.
    ///
    /// The inner reply is the remote system's and says more than the reporting system's summary of it.
    private static func innermostReply(_ words: [UInt8]) -> Range<Int> {
        let all = 0..<words.count
        guard let outer = CodeScanner.reply(words, in: all), outer.offset + 4 < words.count,
            let inner = CodeScanner.reply(words, in: outer.offset + 4..<words.count)
        else { return (CodeScanner.reply(words, in: all)?.offset ?? 0)..<words.count }
        let before = words[inner.offset - 1]
        let isEllipsis =
            inner.offset > 4 && before == ASCII.space && words[inner.offset - 2] == ASCII.dot
            && words[inner.offset - 3] == ASCII.dot
        return before == ASCII.less || isEllipsis ? inner.offset..<words.count : outer.offset..<words.count
    }

    /// White space collapsed, the codes that continuation lines of a reply repeat taken out.
    static func flattened(_ bytes: [UInt8], limit: Int) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(min(bytes.count, limit))
        var index = 0
        while index < bytes.count, out.count < limit {
            let byte = bytes[index]
            if byte == ASCII.space || byte == 0x09 || byte == ASCII.newline || byte == 0x0D {
                if out.last != ASCII.space, !out.isEmpty { out.append(ASCII.space) }
            } else {
                out.append(byte)
            }
            index += 1
        }
        return out
    }
}
