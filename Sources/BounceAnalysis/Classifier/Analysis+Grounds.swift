/// The codes of a refusal, and where they were found.
struct RefusalCodes {
    /// Where a code stands.
    enum Place {
        /// In the report's own field for it.
        case field
        /// In the words of the refusal.
        case words
        /// In the text beside them.
        case text
    }

    var status: CodeScanner.Status?
    var statusPlace = Place.words
    var reply: Int?
    var replyPlace = Place.words
}

extension Analysis {
    /// What a recipient's verdict rests on.
    func grounds(
        of verdict: RecipientVerdict,
        _ refusal: Refusal,
        _ codes: RefusalCodes,
        _ words: [UInt8]
    ) -> Grounds {
        Grounds(
            address: addressEvidence(refusal),
            action: actionEvidence(refusal),
            status: verdict.status.map { statusEvidence($0, refusal, codes, words) },
            reply: verdict.reply.map { place("\($0)", codes.replyPlace, refusal, words) },
            reason: verdict.evidence,
            deliveryClass: Evidence(
                rule: "class.\(verdict.deliveryClass.rawValue)",
                line: "\(verdict.reason.rawValue): \(verdict.deliveryClass.meaning)"
            )
        )
    }

    private func addressEvidence(_ refusal: Refusal) -> Evidence {
        if refusal.field != nil {
            let key = Array(refusal.address.utf8)
            let (name, value) = (refusal.field?.fieldNaming(key)) ?? ("text", key)
            return Evidence(
                rule: "dsn.\(name)",
                line: name == "text" ? line(holding: refusal.address) : "\(name): \(ReasonFinder.line(value))"
            )
        }
        guard let place = refusal.place else {
            let isField = signs.failedRecipients.contains(refusal.address)
            return Evidence(
                rule: isField ? "header.x-failed-recipients" : "returned.to",
                line: isField ? signs.failedRecipients.joined(separator: ", ") : "To: \(refusal.address)"
            )
        }
        let words = refusal.own.map { text.lines[text.line(at: $0.lowerBound)] }
        let here = words.map { ReasonFinder.line(Array(text.bytes[ASCII.trim(text.bytes, $0)])) } ?? ""
        return Evidence(
            rule: "text.\(place)",
            line: here.contains(refusal.address) ? here : line(holding: refusal.address)
        )
    }

    private func actionEvidence(_ refusal: Refusal) -> Evidence {
        if let field = refusal.field, !field.action.isEmpty {
            return Evidence(rule: "dsn.action", line: "Action: \(field.action)")
        }
        let notice = refusal.action == .delayed ? notices.textDelay : notices.textFailure
        if let notice {
            let words = text.bytes[ASCII.trim(text.bytes, text.lines[notice.line])]
            return Evidence(rule: book.announcements.rules[notice.rule].id, line: ReasonFinder.line(Array(words)))
        }
        let rule = refusal.action == .delayed ? notices.subjectDelay : notices.subjectFailure
        return Evidence(
            rule: rule.map { book.announcements.rules[$0].id } ?? "kind",
            line: rule == nil ? "" : ReasonFinder.line(signs.subject)
        )
    }

    private func statusEvidence(
        _ status: String,
        _ refusal: Refusal,
        _ codes: RefusalCodes,
        _ words: [UInt8]
    ) -> Evidence {
        guard codes.status != nil else {
            return Evidence(
                rule: "derived",
                line: "no status code in the message; the reason and the reply code name it"
            )
        }
        if codes.statusPlace == .field, let field = refusal.field {
            return Evidence(rule: "dsn.status", line: "Status: \(ReasonFinder.line(field.status))")
        }
        return place(status, codes.statusPlace, refusal, words)
    }

    private func place(
        _ code: String,
        _ place: RefusalCodes.Place,
        _ refusal: Refusal,
        _ words: [UInt8]
    ) -> Evidence {
        if place == .words, refusal.field?.diagnostic.isEmpty == false {
            return Evidence(rule: "dsn.diagnostic-code", line: ReasonFinder.line(words))
        }
        return Evidence(rule: "text", line: line(holding: code))
    }

    /// The first line of the report's own text that holds `words`.
    private func line(holding words: String) -> String {
        let wanted = Array(words.utf8)
        for number in 0..<text.end {
            let line = ASCII.trim(text.bytes, text.lines[number])
            guard line.count >= wanted.count else { continue }
            for start in line.lowerBound...line.upperBound - wanted.count
            where text.bytes[start..<start + wanted.count].elementsEqual(wanted) {
                return ReasonFinder.line(Array(text.bytes[line]))
            }
        }
        return words
    }
}

extension DeliveryReport.Recipient {
    /// The field that names an address, and its value.
    fileprivate func fieldNaming(_ address: [UInt8]) -> (name: String, value: [UInt8])? {
        for (name, value) in [
            ("final-recipient", final), ("original-recipient", original), ("x-actual-recipient", actual),
        ] where AddressScanner.clean(value).map({ $0.utf8.elementsEqual(address) }) ?? false {
            return (name, value)
        }
        return nil
    }
}

extension RecipientVerdict.DeliveryClass {
    /// What the class means, for people.
    package var meaning: String {
        switch self {
        case .hard: "no later message to this address can succeed"
        case .soft: "a later message may succeed"
        case .block: "the sender, its host or the content was refused, not the recipient"
        case .delivered: "it was delivered"
        }
    }
}
