internal import Ledger
package import MailModel

/// Runs today's rules over mail that is stored, and says or applies what changes.
///
/// Applying is one transaction: the verdicts, and with them the classes of recipients and the suppression list. An entry
/// of that list goes only when a verdict of ours had made it, and no other verdict supports it.
package struct ReclassifyJob: Sendable {
    /// Which messages are judged anew.
    package struct Choice: Sendable {
        /// Of which mailboxes; all when empty.
        package var mailboxes: [String]
        /// Collected at that time or later.
        package var since: Timestamp?
        /// Only those that could not be judged.
        package var onlyQuarantine: Bool

        package init(mailboxes: [String] = [], since: Timestamp? = nil, onlyQuarantine: Bool = false) {
            self.mailboxes = mailboxes
            self.since = since
            self.onlyQuarantine = onlyQuarantine
        }

        /// Whether a stored message is one of them.
        func takes(_ message: LedgerMessage) -> Bool {
            !onlyQuarantine || message.record.kind == StoredMail.quarantineKind
        }
    }

    /// What was found before anything is changed.
    private struct Findings {
        var summary = ReclassifySummary()
        var rejudgement = Rejudgement(messages: [], suppressions: [], released: [], last: 0)
    }

    /// Messages that are judged at once.
    private static let page = 512
    /// How often it begins anew when mail comes in meanwhile.
    private static let attempts = 3

    private let site: JobSite
    private let choice: Choice

    package init(_ site: JobSite, _ choice: Choice) {
        self.site = site
        self.choice = choice
    }

    /// Judges and, when asked to, applies; blocks.
    ///
    /// - Parameters:
    ///   - applies: whether the changes are made.
    ///   - watch: hears of each message that changes, in the order in which they were collected.
    /// - Returns: what was found and done.
    /// - Throws: `JobFailure`; nothing is changed then.
    package func run(
        applies: Bool,
        watch: (Reclassification) throws -> Void = { _ in }
    ) throws -> ReclassifySummary {
        for attempt in 1...Self.attempts {
            // What was told once is not told again.
            var findings = try judge(attempt == 1 ? watch : { _ in })
            guard applies else { return findings.summary }
            let rejudgement = findings.rejudgement
            let outcome = try site.withLedger { ledger throws(LedgerFailure) in try ledger.apply(rejudgement) }
            if case .applied = outcome {
                findings.summary.isApplied = true
                return findings.summary
            }
        }
        throw JobFailure(
            .notFinished,
            "mail keeps coming in while verdicts are replaced; nothing was changed, run again"
        )
    }

    private func judge(_ watch: (Reclassification) throws -> Void) throws -> Findings {
        var findings = Findings()
        findings.rejudgement.last = try site.withLedger { ledger throws(LedgerFailure) in try ledger.lastCollected() }
        var last: Int64 = 0
        var lost: [Suppression] = []
        while true {
            let page = try site.withLedger { [last] ledger throws(LedgerFailure) in
                try ledger.collectedMessages(
                    of: choice.mailboxes,
                    since: choice.since,
                    after: last,
                    limit: Self.page
                )
            }
            guard let end = page.last?.number, last < findings.rejudgement.last else { break }
            last = end
            for (mailbox, messages) in Dictionary(grouping: page.filter(choice.takes), by: \.record.mailbox).sorted(
                by: { $0.key < $1.key })
            {
                let rejudge = MailRejudge(site, mailbox: mailbox)
                let found = try rejudge.judge(messages, &findings.summary)
                for change in found.changes { try watch(change) }
                findings.rejudgement.messages += found.changes.map {
                    LedgerMessage(number: $0.before.number, record: $0.after)
                }
                findings.rejudgement.suppressions += found.suppressions
                lost += found.lost
            }
        }
        findings.summary.changed = findings.rejudgement.messages.count
        try settle(&findings, lost)
        return findings
    }

    /// Decides who comes onto the suppression list and who leaves it.
    private func settle(_ findings: inout Findings, _ lost: [Suppression]) throws(JobFailure) {
        let wanted = Set(findings.rejudgement.suppressions.map(\.value))
        let changed = Set(findings.rejudgement.messages.map(\.number))
        let candidates = lost.filter { !wanted.contains($0.value) }
        let supported = candidates.isEmpty ? [] : try supportedAddresses(without: changed)
        let suppressions = findings.rejudgement.suppressions
        let (released, added) = try site.withLedger { ledger throws(LedgerFailure) in
            var released: [Suppression] = []
            for entry in candidates where !supported.contains(entry.value) {
                // Only what a verdict about that very run had added: a person's entries stay.
                if let found = try ledger.suppression(of: entry.value, kind: entry.kind), found.source == entry.source,
                    found.reason == entry.reason, !released.contains(found)
                {
                    released.append(found)
                }
            }
            var added: Set<String> = []
            for entry in suppressions where try ledger.suppression(of: entry.value, kind: entry.kind) == nil {
                added.insert(SuppressionName.text(of: entry))
            }
            return (released, added)
        }
        findings.rejudgement.released = released
        findings.summary.released = released.map(SuppressionName.text).sorted()
        findings.summary.suppressed = added.sorted()
    }

    /// Addresses that verdicts which stay as they are keep on the list.
    private func supportedAddresses(without changed: Set<Int64>) throws(JobFailure) -> Set<String> {
        try site.withLedger { ledger throws(LedgerFailure) in
            var mailed = MailedRecipients(site)
            var supported: Set<String> = []
            for (run, seq) in try ledger.condemnedRecipients(without: changed) {
                guard let match = try mailed.match(run: run, seq: seq, by: .token), let address = match.address else {
                    continue
                }
                // In the form that the list has: an address, or its hash.
                let entry = Suppression(value: address, reason: "", source: match.runName, at: Timestamp(rawValue: 0))
                supported.insert(site.stored(entry).value)
            }
            return supported
        }
    }
}
