internal import BounceAnalysis
internal import Ledger
internal import MailModel

/// What a verdict means for the recipients of our runs: what is recorded of each, and who gets no more mail.
///
/// Pure. Only what is proven by our secret (a token, or a Message-ID of ours) adds to the suppression list, so that
/// nobody can have others taken off by writing to the mailbox.
struct MailReconciliation: Sendable, Equatable {
    /// One for each recipient that the message names; one without an address when it names nobody.
    private(set) var recipients: [RecordedVerdict] = []
    /// Addresses that are to get no more mail.
    private(set) var suppressions: [Suppression] = []

    /// - Parameters:
    ///   - verdict: what the message is.
    ///   - tie: whom it is about.
    ///   - now: when it was collected.
    init(_ verdict: Verdict, _ tie: MailTie, now: Timestamp) {
        switch tie {
        case .recipient(let match): addMatched(verdict, match, now: now)
        case .addresses(let matches, let isForeign):
            for recipient in verdict.recipients {
                let named = [(recipient.originalRecipient, RecipientMatch.Means.originalRecipient)]
                let found = (named + [(recipient.address, .address)]).lazy.compactMap { address, means in
                    address.flatMap(MailedRecipients.canonical).flatMap { matches[$0] }.map { ($0, means) }
                }.first
                var match = found?.0
                if let means = found?.1 { match?.means = means }
                // The address alone counts in the report when a machine-readable report says so about mail that may be
                // ours; it never suppresses.
                let isBelieved = match != nil && verdict.confidence == .high && !isForeign
                let effect = isBelieved ? Self.effect(of: verdict, on: recipient) : .none
                recipients.append(Self.record(verdict, recipient, match, effect))
            }
        case .nobody:
            for recipient in verdict.recipients { recipients.append(Self.record(verdict, recipient, nil, .none)) }
        }
        if recipients.isEmpty { recipients.append(Self.record(verdict, nil, nil, .none)) }
    }

    /// A message that is about one recipient for sure, whatever addresses it names.
    private mutating func addMatched(_ verdict: Verdict, _ match: RecipientMatch, now: Timestamp) {
        let agreeing = verdict.recipients.filter { Self.agrees($0, match) }
        for recipient in verdict.recipients {
            // An alias that led to several mailboxes: one that names the recipient outweighs the others.
            let counts = (agreeing.isEmpty && !Self.isCopy(recipient, match)) || Self.agrees(recipient, match)
            recipients.append(
                Self.record(verdict, recipient, match, counts ? Self.effect(of: verdict, on: recipient) : .none)
            )
        }
        if recipients.isEmpty {
            recipients.append(Self.record(verdict, nil, match, Self.effect(of: verdict, on: nil)))
        }
        guard match.isProven, let address = match.address, verdict.confidence > .low else { return }
        // Of a list behind the address one dead member does not condemn the list.
        let decisive =
            verdict.recipients.count == 1 ? verdict.recipients.filter { !Self.isCopy($0, match) } : agreeing
        guard let reason = Self.suppressionReason(verdict, decisive) else { return }
        suppressions.append(Suppression(value: address, reason: reason, source: match.runName, at: now))
    }

    private static func agrees(_ recipient: RecipientVerdict, _ match: RecipientMatch) -> Bool {
        guard let address = match.address else { return false }
        return [recipient.originalRecipient, recipient.address].contains {
            $0.flatMap(MailedRecipients.canonical) == address
        }
    }

    /// Whether a verdict is about somebody who got a copy: it travelled with the recipient's token.
    private static func isCopy(_ recipient: RecipientVerdict, _ match: RecipientMatch) -> Bool {
        guard !match.copies.isEmpty, !agrees(recipient, match) else { return false }
        return [recipient.originalRecipient, recipient.address].contains {
            $0.flatMap(MailedRecipients.canonical).map(match.copies.contains) ?? false
        }
    }

    private static func effect(of verdict: Verdict, on recipient: RecipientVerdict?) -> VerdictEffect {
        switch verdict.kind {
        case .bounce: recipient.map { $0.action == .failed } ?? true ? .bounced : .none
        case .complaint: .complained
        case .delayed, .autoReply, .confirmation, .unsubscribe, .notABounce: .none
        }
    }

    private static func suppressionReason(_ verdict: Verdict, _ decisive: [RecipientVerdict]) -> String? {
        switch verdict.kind {
        case .bounce:
            let isHard = decisive.contains { $0.action == .failed && $0.deliveryClass == .hard }
            return isHard ? "hard-bounce" : nil
        case .complaint: return "complaint"
        case .unsubscribe: return "unsubscribe"
        case .delayed, .autoReply, .confirmation, .notABounce: return nil
        }
    }

    private static func record(
        _ verdict: Verdict,
        _ recipient: RecipientVerdict?,
        _ match: RecipientMatch?,
        _ effect: VerdictEffect
    ) -> RecordedVerdict {
        var record = RecordedVerdict(
            run: match?.run,
            seq: match?.seq,
            effect: effect,
            address: recipient?.originalRecipient ?? recipient?.address,
            matchedBy: match?.means.rawValue,
            confidence: match?.confidence.rawValue ?? 0
        )
        guard let recipient, verdict.kind != .complaint else { return record }
        record.deliveryClass = recipient.deliveryClass.rawValue
        record.status = recipient.status
        record.reply = recipient.reply
        record.reason = recipient.reason.rawValue
        record.text = recipient.diagnosticText.isEmpty ? nil : recipient.diagnosticText
        return record
    }
}
