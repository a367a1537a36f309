extension Analysis {
    // MARK: - Recipients of a delivery report

    /// The recipients of machine-readable fields, with the words of the text beside them.
    func reportedRecipients(
        _ report: DeliveryReport,
        _ actions: [RecipientVerdict.Action]
    ) -> [RecipientVerdict] {
        var recipients: [RecipientVerdict] = []
        let candidates = RecipientFinder(text: text, announced: notices.lines).candidates(limit: 512)
        for (fields, action) in zip(report.recipients, actions) {
            guard let address = address(of: fields, candidates, count: report.recipients.count) else { continue }
            guard !recipients.contains(where: { $0.address == address && $0.action == action }) else { continue }
            let block = textBlock(about: address, candidates) ?? (report.recipients.count == 1 ? text.range : 0..<0)
            recipients.append(
                judge(
                    Refusal(
                        address: address,
                        original: AddressScanner.clean(fields.original),
                        action: action,
                        field: fields,
                        block: block,
                        isOnly: report.recipients.count == 1
                    )
                )
            )
        }
        return recipients
    }

    /// The mailbox of a recipient's fields; file names, pipes and local names yield to better sources.
    private func address(
        of fields: DeliveryReport.Recipient,
        _ candidates: [RecipientCandidate],
        count: Int
    ) -> String? {
        if let address = AddressScanner.clean(fields.final) ?? AddressScanner.clean(fields.original)
            ?? AddressScanner.clean(fields.actual)
        {
            return address
        }
        if let listed = candidates.first(where: { $0.place >= .sentence }), count == 1 { return listed.address }
        if count == 1, signs.failedRecipients.count == 1 { return signs.failedRecipients[0] }
        let returned = returned?.recipients ?? []
        return count == 1 && returned.count == 1 ? returned[0] : nil
    }

    /// The lines of the text that are about `address`.
    private func textBlock(about address: String, _ candidates: [RecipientCandidate]) -> Range<Int>? {
        let key = address.lowercased()
        guard let index = candidates.firstIndex(where: { $0.address.lowercased() == key }) else { return nil }
        return block(of: index, candidates)
    }

    /// From a candidate's line to the next listed candidate's line, or to the end of the text.
    private func block(of index: Int, _ candidates: [RecipientCandidate]) -> Range<Int> {
        let own = candidates[index]
        let key = own.address.lowercased()
        let next = candidates[(index + 1)...].first {
            $0.line > own.line && $0.place == own.place && $0.address.lowercased() != key
        }
        let end = next.map { text.lines[$0.line].lowerBound } ?? text.range.upperBound
        return text.lines[own.line].lowerBound..<max(end, text.lines[own.line].upperBound)
    }

    /// The lines of a recipient, and the dialogue of SMTP right above them, as Sendmail's transcripts have it.
    ///
    /// What the remote server said ("<<< 550 …") says more than the summary below it ("554 … Remote protocol error").
    private func withDialogue(_ block: Range<Int>) -> Range<Int> {
        var first = text.line(at: block.lowerBound)
        let own = text.lines[first]
        guard CodeScanner.reply(text.bytes, in: own.lowerBound..<min(own.lowerBound + 4, own.upperBound)) != nil else {
            return block
        }
        while first > 0, text.isDialogue(first - 1) { first -= 1 }
        return text.lines[first].lowerBound..<block.upperBound
    }

    // MARK: - Recipients of a text

    /// The recipients that the header and the text name.
    mutating func freeTextRecipients() -> [RecipientVerdict] {
        let action: RecipientVerdict.Action = isDelayNotice ? .delayed : .failed
        let finder = RecipientFinder(text: text, announced: notices.lines)
        var candidates = finder.candidates(limit: limits.recipients * 4)
        var chosen = choose(candidates)
        if chosen.isEmpty, signs.isFromMailSystem, signs.failedRecipients.isEmpty, let domain = signs.domain {
            candidates = finder.localNames(domain: domain, limit: limits.recipients)
            chosen = unique(Array(candidates.indices), candidates)
        }
        if chosen.count > limits.recipients {
            chosen.removeSubrange(limits.recipients...)
            diagnostics.append(.tooManyRecipients(kept: limits.recipients))
        }
        if !chosen.isEmpty {
            return chosen.map { index in
                judge(
                    Refusal(
                        address: candidates[index].address,
                        original: nil,
                        action: action,
                        field: nil,
                        block: chosen.count == 1 ? text.range : block(of: index, candidates),
                        own: withDialogue(block(of: index, candidates)),
                        place: candidates[index].place
                    )
                )
            }
        }
        let named = signs.failedRecipients.isEmpty ? singleReturnedRecipient() : signs.failedRecipients
        return named.map {
            judge(Refusal(address: $0, original: nil, action: action, field: nil, block: text.range))
        }
    }

    /// Indices of the candidates that are meant: those of the most trusted place, each mailbox once.
    private func choose(_ candidates: [RecipientCandidate]) -> [Int] {
        let own = ownAddresses
        let failed = Set(signs.failedRecipients.map { $0.lowercased() })
        if !failed.isEmpty {
            let known = unique(
                candidates.indices.filter { failed.contains(candidates[$0].address.lowercased()) },
                candidates
            )
            return known.count == failed.count ? known : []
        }
        for place in [RecipientCandidate.Place.field, .listed, .sentence, .dialogue] {
            let here = candidates.indices.filter {
                candidates[$0].place == place && !own.contains(candidates[$0].address.lowercased())
            }
            if !here.isEmpty { return unique(here, candidates) }
        }
        // The report went to its only recipient, or names nobody else.
        for place in [RecipientCandidate.Place.field, .listed] {
            let here = candidates.indices.filter { candidates[$0].place == place }
            if !here.isEmpty { return unique(here, candidates) }
        }
        return []
    }

    private func unique(_ indices: [Int], _ candidates: [RecipientCandidate]) -> [Int] {
        var seen: Set<String> = []
        return indices.filter { seen.insert(candidates[$0].address.lowercased()).inserted }
    }

    /// Addresses that are the report's own: whom it went to, and who wrote it.
    private var ownAddresses: Set<String> {
        var own: Set<String> = []
        for name in ["to", "from", "return-path", "delivered-to", "reply-to", "x-original-to"] as [StaticString] {
            for value in mail.header.all(name) where own.count < 64 {
                for hit in AddressScanner.all(mail.bytes, in: value, limit: 8) {
                    own.insert(hit.address.lowercased())
                }
            }
        }
        return own
    }

    private func singleReturnedRecipient() -> [String] {
        let found = returned?.recipients ?? []
        return found.count == 1 ? found : []
    }
}
