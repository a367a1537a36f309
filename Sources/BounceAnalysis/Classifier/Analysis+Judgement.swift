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
}

extension Analysis {
    /// Status, reply code, reason and class of one recipient.
    func judge(_ refusal: Refusal) -> RecipientVerdict {
        let quoted = words(of: refusal)
        var facts = ReasonFinder.Facts(text: quoted)
        facts.phase =
            phase(quoted) ?? phase(Array(text.bytes[refusal.own ?? refusal.block]))
            ?? phase(Array(text.bytes[refusal.block]))
        facts.isDelay = refusal.action == .delayed
        facts.diagnosticType = refusal.field?.diagnosticType ?? ""
        facts.category = refusal.field?.category ?? ""
        let codes = codes(of: refusal, quoted)
        facts.reply = codes.reply
        facts.status = codes.status
        let finder = ReasonFinder(book: book)
        let block = Self.flattened(Array(text.bytes[refusal.block]), limit: limits.diagnosticBytes * 2)
        var found = finder.find(facts)
        if found == nil || quoted.isEmpty {
            var wider = facts
            wider.text = block
            found = finder.find(wider) ?? found
        }
        let isDelivered = refusal.action != .failed && refusal.action != .delayed
        let reason = found?.reason ?? (quoted.isEmpty && block.isEmpty ? .undefined : .onHold)
        return RecipientVerdict(
            address: refusal.address,
            originalRecipient: refusal.original,
            action: refusal.action,
            status: codes.status?.text,
            statusIsQuoted: codes.status != nil,
            reply: codes.reply,
            reason: isDelivered ? .undefined : reason,
            deliveryClass: isDelivered ? .delivered : reason.isHard ? .hard : reason.isBlock ? .block : .soft,
            phase: facts.phase,
            remoteServer: refusal.field.flatMap { $0.remoteServer.isEmpty ? nil : $0.remoteServer },
            diagnosticText: String(decoding: quoted, as: UTF8.self),
            evidence: found?.evidence ?? Evidence(rule: "none", line: ReasonFinder.line(quoted))
        )
    }

    /// The words of the refusal: the diagnostic field, or the text's own block.
    private func words(of refusal: Refusal) -> [UInt8] {
        if let field = refusal.field, !field.diagnostic.isEmpty {
            return Self.flattened(field.diagnostic, limit: limits.diagnosticBytes)
        }
        let range = refusal.own ?? refusal.block
        return Self.flattened(Array(text.bytes[range]), limit: limits.diagnosticBytes)
    }

    private func phase(_ words: [UInt8]) -> SMTPPhase? {
        var found: SMTPPhase?
        book.phases.scan(words.span) { match in
            found = book.phaseOfRule[match.rule]
            return false
        }
        return found
    }

    /// Reply code and enhanced status: the field's where it is exact, else the text's.
    private func codes(of refusal: Refusal, _ quoted: [UInt8]) -> (status: CodeScanner.Status?, reply: Int?) {
        let relevant = Self.innermostReply(quoted)
        var reply = CodeScanner.reply(quoted, in: relevant)?.code
        var spoken = CodeScanner.status(quoted, in: relevant) ?? CodeScanner.status(quoted, in: 0..<quoted.count)
        let block = Array(text.bytes[refusal.block])
        if reply == nil { reply = CodeScanner.reply(block, in: 0..<block.count)?.code }
        let field = refusal.field.flatMap { CodeScanner.status($0.status, in: 0..<$0.status.count) }
        if spoken == nil, field?.isVague ?? true { spoken = CodeScanner.status(block, in: 0..<block.count) }
        return (prefer(field, spoken, reply), reply)
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

    /// The reply that is quoted inside another, as in "554 4.4.7 expired <421 4.4.2 timed out>", else all of `words`.
    ///
    /// The inner reply is the remote system's and says more than the reporting system's summary of it.
    private static func innermostReply(_ words: [UInt8]) -> Range<Int> {
        let all = 0..<words.count
        guard let outer = CodeScanner.reply(words, in: all), outer.offset + 4 < words.count,
            let inner = CodeScanner.reply(words, in: outer.offset + 4..<words.count)
        else { return all }
        let before = words[inner.offset - 1]
        let isEllipsis =
            inner.offset > 4 && before == ASCII.space && words[inner.offset - 2] == ASCII.dot
            && words[inner.offset - 3] == ASCII.dot
        return before == ASCII.less || isEllipsis ? inner.offset..<words.count : all
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
