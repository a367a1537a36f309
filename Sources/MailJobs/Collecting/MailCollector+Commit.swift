internal import BounceAnalysis
internal import Dispatch
internal import Ledger
internal import MailModel
internal import Synchronization
internal import Workspace

extension MailCollector {
    /// Makes a batch safe: files, then verdicts; blocks.
    ///
    /// - Throws: `JobFailure`; nothing is counted then, and what the server has stays there.
    func commitNow(_ messages: [FetchedMessage]) throws(JobFailure) {
        let now = Timestamp.now
        let batch: [(mail: StoredMail, record: CollectedRecord)]
        let suppressions: [Suppression]
        let known: [StoredMail]
        do throws(JobFailure) {
            let stored = try store(messages)
            let fresh = try withoutKnown(stored)
            (batch, suppressions) = try reconcile(fresh.new, now: now)
            known = fresh.known
        } catch {
            // The ledger knows nothing of these files, and the server still has the messages.
            for message in messages { try? FileTree.remove(message.path) }
            throw error
        }
        let summary = try site.withLedger { ledger throws(LedgerFailure) in
            try ledger.commit(batch.map(\.record), suppressing: suppressions)
        }
        // Another file holds the very same message; nothing is lost when this one goes.
        for mail in known where mail.isDouble { try? FileTree.remove(site.state.path(mail.file)) }
        for (mail, _) in batch { if let file = mail.replaces { try? FileTree.remove(site.state.path(file)) } }
        count { tally in
            tally.new += summary.new
            tally.known += summary.known + known.count
            tally.suppressed += summary.suppressed
            for (mail, record) in batch {
                tally.kinds[mail.kind, default: 0] += 1
                if record.recipients.contains(where: { $0.run != nil }) {
                    tally.matched += 1
                } else {
                    tally.unmatched += 1
                }
            }
        }
    }

    /// Syncs the files and judges what is in them.
    private func store(_ messages: [FetchedMessage]) throws(JobFailure) -> [StoredMail] {
        typealias Stored = Result<StoredMail, SealedFile.Failure>
        let results = Mutex([Stored?](repeating: nil, count: messages.count))
        let group = DispatchGroup()
        for lane in 0..<Self.lanes {
            lanes.async(group: group) { [self, state = site.state.path] in
                for place in stride(from: lane, to: messages.count, by: Self.lanes) {
                    let stored = Stored { () throws(SealedFile.Failure) in
                        try StoredMail(messages[place], state: state, classifier: classifier, limit: readBytes)
                    }
                    results.withLock { $0[place] = stored }
                }
            }
        }
        group.wait()
        do throws(SealedFile.Failure) {
            var stored: [StoredMail] = []
            for result in results.withLock({ $0 }) {
                if let result { stored.append(try result.get()) }
            }
            try MailFolder.sync(messages.map(\.path), state: site.state.path)
            return stored
        } catch {
            throw JobFailure(SealedRows.Failure(error))
        }
    }

    /// Parts what is new from what the ledger has, or the batch has twice.
    private func withoutKnown(_ stored: [StoredMail]) throws(JobFailure) -> (new: [StoredMail], known: [StoredMail]) {
        let inLedger = try known(stored.map(\.uid))
        var parts: (new: [StoredMail], known: [StoredMail]) = ([], [])
        for var mail in stored {
            let same = inLedger[mail.uid, default: []].first {
                $0.size == mail.listed.size && $0.headerHash == mail.fingerprint.bytes
            }
            let earlier = parts.new.first {
                $0.uid.utf8.elementsEqual(mail.uid.utf8) && $0.listed.size == mail.listed.size
                    && $0.fingerprint == mail.fingerprint
            }
            var file = same?.file ?? earlier?.file
            if file == nil { file = try takeMoved(mail) }
            if let file {
                mail.isDouble = !file.utf8.elementsEqual(mail.file.utf8)
                parts.known.append(mail)
            } else {
                mail.replaces =
                    inLedger[mail.uid, default: []].first {
                        !mail.fingerprint.isHeaderOnly && $0.size == mail.listed.size
                            && $0.headerHash == mail.fingerprint.ofHeaderOnly
                    }?.file
                parts.new.append(mail)
            }
        }
        return parts
    }

    /// Ties each message to its recipient.
    private func reconcile(
        _ stored: [StoredMail],
        now: Timestamp
    ) throws(JobFailure) -> (batch: [(mail: StoredMail, record: CollectedRecord)], suppressions: [Suppression]) {
        let judge = InboxJudge(inbox)
        let (stored, purposes, ties) = try tied(stored)
        var batch: [(mail: StoredMail, record: CollectedRecord)] = []
        var suppressions: [Suppression] = []
        for ((mail, tie), purpose) in zip(zip(stored, ties), purposes) {
            let result = MailReconciliation(mail.verdict, tie, now: now)
            suppressions += result.suppressions.map(site.stored)
            var record = record(of: mail, result.recipients, tie, now: now)
            let recipient: RecipientMatch? = if case .recipient(let match) = tie { match } else { nil }
            record.replaces = mail.replaces
            record.inbox = judge.record(mail, purpose, recipient)
            batch.append((mail, record))
        }
        return (batch, suppressions)
    }

    /// What messages are when those that people wrote on purpose are told apart, what these came for, and whom all are about.
    func tied(
        _ stored: [StoredMail]
    ) throws(JobFailure) -> (mails: [StoredMail], purposes: [InboxRules.Purpose?], ties: [MailTie]) {
        var stored = stored
        let judge = InboxJudge(inbox)
        let purposes = stored.indices.map { judge.purpose(of: &stored[$0]) }
        var finder = TokenFinder(patterns: patterns.all, secret: site.secret)
        let origins = stored.map { $0.quarantine == nil ? finder.origin(of: $0.verdict) : .unknown }
        var ties = try ties(stored, origins)
        try tieWritten(stored, purposes, &ties)
        return (stored, purposes, ties)
    }

    /// Whom messages without a token that people wrote are about: by the code in the subject, or by their sender.
    private func tieWritten(
        _ stored: [StoredMail],
        _ purposes: [InboxRules.Purpose?],
        _ ties: inout [MailTie]
    ) throws(JobFailure) {
        let untied = stored.indices.filter { place in
            if case .recipient = ties[place] { false } else { purposes[place] != nil }
        }
        guard !untied.isEmpty else { return }
        let found = try site.withLedger { _ throws(LedgerFailure) in
            try WrittenMailSearch(site).matches(untied.map { (stored[$0], purposes[$0]) })
        }
        for (place, match) in zip(untied, found) {
            if let match { ties[place] = .recipient(match) }
        }
    }

    /// Whom the messages are about.
    private func ties(_ stored: [StoredMail], _ origins: [MailOrigin]) throws(JobFailure) -> [MailTie] {
        try site.withLedger { _ throws(LedgerFailure) in
            var mailed = MailedRecipients(site)
            var wanted: Set<String> = []
            for (mail, origin) in zip(stored, origins) where origin.allowsAddresses && mail.allowsAddresses {
                for recipient in mail.verdict.recipients {
                    let addresses = [recipient.originalRecipient, recipient.address]
                    wanted.formUnion(addresses.compactMap { $0.flatMap(MailedRecipients.canonical) })
                }
            }
            let found = try mailed.matches(for: wanted)
            var ties: [MailTie] = []
            for (mail, origin) in zip(stored, origins) {
                switch origin {
                case _ where mail.quarantine != nil: ties.append(.nobody(because: StoredMail.quarantineKind))
                case .token(let token): ties.append(try mailed.tie(to: token, by: .token))
                case .messageID(let token): ties.append(try mailed.tie(to: token, by: .messageID))
                case .forged: ties.append(.nobody(because: "forged-token"))
                case .foreign where mail.allowsAddresses: ties.append(.addresses(found, isForeign: true))
                case .unknown where mail.allowsAddresses: ties.append(.addresses(found, isForeign: false))
                case .foreign, .unknown: ties.append(.nobody(because: "no-clue"))
                }
            }
            return ties
        }
    }

    func record(
        of mail: StoredMail,
        _ recipients: [RecordedVerdict],
        _ tie: MailTie,
        now: Timestamp
    ) -> CollectedRecord {
        let unmatched: String? =
            if case .nobody(let words) = tie { words } else {
                recipients.contains { $0.run != nil } ? nil : "unknown-address"
            }
        return CollectedRecord(
            mailbox: mailbox,
            uid: mail.uid,
            size: mail.listed.size,
            headerHash: mail.fingerprint.bytes,
            file: mail.file,
            at: now,
            kind: mail.kind,
            rule: mail.quarantine?.rawValue ?? mail.verdict.evidence.rule,
            confidence: mail.verdict.confidence.rawValue,
            verdict: mail.verdictLine(unmatched: unmatched),
            recipients: recipients
        )
    }
}

extension MailedRecipients {
    /// The recipient of a token that our secret has made.
    mutating func tie(to token: VERPToken, by means: RecipientMatch.Means) throws(LedgerFailure) -> MailTie {
        if let match = try match(run: token.run, seq: token.seq, by: means) { return .recipient(match) }
        // Run 0 is that of samples: `martlet test`.
        return .nobody(because: token.run == 0 ? "sample" : "unknown-run")
    }
}

extension MailOrigin {
    /// Whether the addresses that the message names are worth a look.
    fileprivate var allowsAddresses: Bool {
        switch self {
        case .token, .messageID, .forged: false
        case .foreign, .unknown: true
        }
    }
}

extension StoredMail {
    /// Whether the message names recipients of mail, rather than whom it was written to.
    fileprivate var allowsAddresses: Bool {
        guard quarantine == nil, !verdict.recipients.isEmpty else { return false }
        switch verdict.kind {
        case .bounce, .delayed, .complaint: return true
        case .autoReply, .confirmation, .unsubscribe, .notABounce: return false
        }
    }
}
