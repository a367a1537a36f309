internal import BounceAnalysis
internal import Dispatch
internal import Ledger
internal import MailModel
internal import Synchronization
internal import Workspace

/// Judges stored messages of one mailbox anew, as ``MailCollector`` judged them when they came.
struct MailRejudge {
    /// What is found in a page of messages.
    struct Found {
        /// The messages of which something else is said.
        var changes: [Reclassification] = []
        /// Suppressions that their new verdicts ask for.
        var suppressions: [Suppression] = []
        /// Suppressions that their old verdicts asked for and the new ones do not.
        var lost: [Suppression] = []
    }

    private let site: JobSite
    private let collector: MailCollector

    init(_ site: JobSite, mailbox: String) {
        self.site = site
        collector = MailCollector(site, mailbox: mailbox)
    }

    /// Judges a page of messages; those whose files cannot be read are told in the summary and stay as they are.
    func judge(
        _ messages: [LedgerMessage],
        _ summary: inout ReclassifySummary
    ) throws(JobFailure) -> Found {
        var readable: [LedgerMessage] = []
        var stored: [StoredMail] = []
        for (message, result) in zip(messages, read(messages)) {
            switch result {
            case .success(let mail):
                readable.append(message)
                stored.append(mail)
            case .failure(let failure): summary.unreadable.append((message.record.file, failure.reason))
            }
        }
        summary.judged += stored.count
        var found = Found()
        let (mails, _, ties) = try collector.tied(stored)
        for (message, (mail, tie)) in zip(readable, zip(mails, ties)) {
            compare(message, mail, tie, &found)
        }
        return found
    }

    /// Reads and classifies on all cores.
    private func read(_ messages: [LedgerMessage]) -> [Result<StoredMail, SealedFile.Failure>] {
        typealias Stored = Result<StoredMail, SealedFile.Failure>
        let results = Mutex([Stored?](repeating: nil, count: messages.count))
        let lanes = min(MailCollector.lanes, messages.count)
        DispatchQueue.concurrentPerform(iterations: lanes) { lane in
            for place in stride(from: lane, to: messages.count, by: lanes) {
                let stored = Stored { () throws(SealedFile.Failure) in
                    try StoredMail(
                        messages[place].record,
                        state: site.state.path,
                        classifier: collector.classifier,
                        limit: collector.readBytes
                    )
                }
                results.withLock { $0[place] = stored }
            }
        }
        return results.withLock { $0.compactMap(\.self) }
    }

    private func compare(_ message: LedgerMessage, _ mail: StoredMail, _ tie: MailTie, _ found: inout Found) {
        let result = MailReconciliation(mail.verdict, tie, now: message.record.at)
        let after = collector.record(of: mail, result.recipients, tie, now: message.record.at)
        let recipients = Self.differences(message.record.recipients, after.recipients, mail.verdict.recipients)
        guard after.kind != message.record.kind || !recipients.isEmpty else { return }
        found.changes.append(Reclassification(before: message, after: after, recipients: recipients))
        found.suppressions += result.suppressions.map(site.stored)
        if let lost = lost(message.record, tie), result.suppressions.isEmpty { found.lost.append(site.stored(lost)) }
    }

    /// What the old verdict on a message had asked for, if it was about a recipient for sure.
    private func lost(_ record: CollectedRecord, _ tie: MailTie) -> Suppression? {
        guard case .recipient(let match) = tie, match.isProven, let address = match.address else { return nil }
        let reason: String
        switch record.kind {
        case Verdict.Kind.bounce.rawValue:
            guard record.recipients.contains(where: { $0.deliveryClass == "hard" && $0.effect == .bounced }) else {
                return nil
            }
            reason = "hard-bounce"
        case Verdict.Kind.complaint.rawValue: reason = "complaint"
        case Verdict.Kind.unsubscribe.rawValue: reason = "unsubscribe"
        default: return nil
        }
        return Suppression(value: address, reason: reason, source: match.runName, at: record.at)
    }

    /// The recipients of whom something else is said; matched by address, those without one by place.
    private static func differences(
        _ before: [RecordedVerdict],
        _ after: [RecordedVerdict],
        _ verdicts: [RecipientVerdict]
    ) -> [Reclassification.Recipient] {
        var left = before
        var differences: [Reclassification.Recipient] = []
        for (place, new) in after.enumerated() {
            let rule = place < verdicts.count ? verdicts[place].evidence.rule : nil
            let old = left.firstIndex { $0.address == new.address }.map { left.remove(at: $0) }
            if let old, old.saysTheSame(as: new) { continue }
            differences.append(.init(address: new.address, before: old, after: new, rule: rule))
        }
        return differences + left.map { .init(address: $0.address, before: $0, after: nil, rule: nil) }
    }
}

extension RecordedVerdict {
    /// Whether two verdicts differ in nothing that anybody acts on; the quoted words may be longer now.
    fileprivate func saysTheSame(as other: RecordedVerdict) -> Bool {
        var copy = other
        copy.text = text
        return copy == self
    }
}

extension StoredMail {
    /// Judges a message that the ledger has; blocks.
    ///
    /// - Parameters:
    ///   - record: the message, as the ledger has it.
    ///   - state: the state folder, which the message's file is in.
    ///   - classifier: the judge.
    ///   - limit: how many bytes the judge reads.
    /// - Throws: `SealedFile.Failure` when the file cannot be read.
    fileprivate init(
        _ record: CollectedRecord,
        state: String,
        classifier: BounceClassifier,
        limit: Int
    ) throws(SealedFile.Failure) {
        let handle = try SealedFile(path: state + "/" + record.file, isNew: false)
        let bytes = try handle.read(at: 0, count: min(try handle.size(), limit + 1))
        let isHeaderOnly = MailFingerprint.isHeaderOnly(record.headerHash)
        let verdict = classifier.classify(bytes)
        self.init(
            listed: ListedMessage(number: 1, uid: record.uid, size: record.size),
            file: record.file,
            uid: record.uid,
            fingerprint: MailFingerprint(bytes, isHeaderOnly: isHeaderOnly),
            verdict: verdict,
            quarantine: isHeaderOnly ? .headerOnly : Self.hasNoHeader(bytes) ? .noHeader : nil,
            inbound: Self.inbound(bytes, verdict.kind)
        )
    }
}
