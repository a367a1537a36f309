package import Ledger
internal import MailModel

/// Says what holds mail to an address back, and from where that comes.
package struct SuppressionSearch: Sendable {
    /// What was found.
    package struct Finding: Sendable {
        /// The entries that name the address, those first that count first; expired ones too.
        package var entries: [Suppression]
        /// Soft bounces that are counted.
        package var softBounces: [SoftBounce]
        /// What proves the entries: collected mail that bounced, complained or asked to be taken off.
        package var evidence: [Evidence]
    }

    /// A collected message about the address.
    package struct Evidence: Sendable {
        /// The run.
        package var run: String
        /// What the message says.
        package var verdict: ListedVerdict
    }

    private let site: JobSite
    private let name: SuppressionName

    /// - Parameters:
    ///   - text: an address, a domain or a hash.
    ///   - site: the open workspace.
    /// - Throws: `SuppressionName.Fault` when it is none.
    package init(_ text: String, in site: JobSite) throws(SuppressionName.Fault) {
        self.site = site
        name = try SuppressionName(text)
    }

    /// The names under which it may be held back.
    package var keys: [SuppressionKey] {
        switch name.kind {
        case .address:
            name.value.lastIndex(of: "@").map { at in
                site.addressHash.keys(
                    holding: name.value,
                    domain: String(name.value[name.value.index(after: at)...])
                )
            } ?? []
        case .domain, .domainTree: AddressHash.keys(holdingDomain: name.value)
        case .keyedHash, .plainHash: [name.key]
        }
    }

    /// Looks all of it up.
    package func find() throws(JobFailure) -> Finding {
        let keys = keys
        var finding = try site.withLedger { ledger throws(LedgerFailure) in
            var finding = Finding(entries: [], softBounces: [], evidence: [])
            for key in keys {
                if let entry = try ledger.suppression(of: key.value, kind: key.kind) { finding.entries.append(entry) }
                if key.kind == .address || key.kind == .keyedHash {
                    finding.softBounces += try ledger.softBounces(of: key, since: Timestamp(rawValue: 0))
                }
            }
            return finding
        }
        finding.evidence = try evidence(for: finding)
        return finding
    }

    /// The mail behind entries whose source is a run.
    ///
    /// An address that was given is looked for in the run's list; of a hash nobody can tell.
    private func evidence(for finding: Finding) throws(JobFailure) -> [Evidence] {
        guard name.kind == .address else { return [] }
        var evidence: [Evidence] = []
        for source in Set(finding.entries.filter { $0.kind != .domain && $0.kind != .domainTree }.map(\.source))
            .sorted()
        {
            let record = try site.withLedger { ledger throws(LedgerFailure) in try ledger.run(named: source) }
            guard let record else { continue }
            // A list that was pruned names nobody any more.
            let found = (try? RecipientSearch(name.value).recipients(in: site.folder(of: record))) ?? []
            for recipient in found {
                let verdicts = try site.withLedger { ledger throws(LedgerFailure) in
                    try ledger.verdicts(on: recipient.seq, in: record.number)
                }
                evidence += verdicts.map { Evidence(run: record.name, verdict: $0) }
            }
        }
        return evidence
    }
}
