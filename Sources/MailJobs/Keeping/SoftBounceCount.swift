internal import Ledger
internal import MailModel
internal import Workspace

/// Counts soft bounces across runs, and puts addresses that have too many on the suppression list.
///
/// A soft bounce counts when it is tied to a recipient by a token or a Message-ID of ours. It counts no more when it is
/// older than the settings' time, or when a server has accepted a later message to the address that did not come back
/// within ``graceDays`` days.
struct SoftBounceCount {
    /// How long a message may take to come back.
    static let graceDays: Int64 = 3
    /// Collected messages that are looked at in one step.
    private static let page = 1_000
    /// Runs that are searched for later messages.
    private static let searchedRuns = 20

    private let site: JobSite
    private let now: Timestamp

    init(_ site: JobSite, now: Timestamp = .now) {
        self.site = site
        self.now = now
    }

    /// Counts what was collected since the last time.
    ///
    /// - Returns: how many addresses were put on the suppression list.
    func update() throws(JobFailure) -> Int {
        var suppressed = 0
        while true {
            let found = try site.withLedger { ledger throws(LedgerFailure) in
                try ledger.uncountedBounces(limit: Self.page)
            }
            guard found.upTo > found.from else { return suppressed }
            let bounces = try named(found.bounces)
            let isCounted = try site.withLedger { ledger throws(LedgerFailure) in
                try ledger.count(bounces.map(\.bounce), from: found.from, upTo: found.upTo)
            }
            // Another process was faster: what it has counted is its own to judge.
            if isCounted { suppressed += try judge(bounces) }
        }
    }

    /// A soft bounce and whose it is.
    private struct Named {
        var address: String
        var bounce: SoftBounce
    }

    private func named(_ bounces: [UncountedBounce]) throws(JobFailure) -> [Named] {
        let hash = site.settings.suppression.store == .hashes ? site.addressHash : nil
        return try site.withLedger { _ throws(LedgerFailure) in
            var mailed = MailedRecipients(site)
            var named: [Named] = []
            for bounce in bounces {
                let match = try mailed.match(run: bounce.run, seq: bounce.seq, by: .token)
                guard let address = match?.address else { continue }
                let key = hash?.keyed(address) ?? SuppressionKey(kind: .address, value: address)
                named.append(
                    Named(
                        address: address,
                        bounce: SoftBounce(
                            address: key,
                            message: bounce.message,
                            at: bounce.at,
                            run: bounce.run,
                            seq: bounce.seq,
                            status: bounce.status
                        )
                    )
                )
            }
            return named
        }
    }

    /// Suppresses those who have too many.
    private func judge(_ bounces: [Named]) throws(JobFailure) -> Int {
        let rule = site.settings.suppression
        guard rule.softBounces > 0 else { return 0 }
        let since = Timestamp(rawValue: now.rawValue - Int64(rule.within.components.seconds) * 1_000)
        var counted: [String: [SoftBounce]] = [:]
        for named in bounces where counted[named.address] == nil {
            let all = try site.withLedger { ledger throws(LedgerFailure) in
                try ledger.softBounces(of: named.bounce.address, since: since)
            }
            if all.count >= rule.softBounces { counted[named.address] = all }
        }
        guard !counted.isEmpty else { return 0 }
        let reached = try reached(counted)
        var entries: [Suppression] = []
        for (address, all) in counted.sorted(by: { $0.key < $1.key }) {
            let left = all.filter { bounce in reached[address].map { bounce.at > $0 } ?? true }
            if let last = reached[address], let key = all.first?.address {
                try site.withLedger { ledger throws(LedgerFailure) in
                    try ledger.forgetSoftBounces(of: key, before: last)
                }
            }
            guard left.count >= rule.softBounces, let first = left.first, let last = left.last else { continue }
            entries.append(try entry(address, left.count, first, last))
        }
        let found = entries.map(site.stored)
        return try site.withLedger { ledger throws(LedgerFailure) in try ledger.addSuppressions(found) }
    }

    private func entry(
        _ address: String,
        _ count: Int,
        _ first: SoftBounce,
        _ last: SoftBounce
    ) throws(JobFailure) -> Suppression {
        let run = try site.withLedger { ledger throws(LedgerFailure) in try ledger.run(last.run)?.name }
        let status = last.status.map { ", the last \($0)" } ?? ""
        return Suppression(
            value: address,
            reason: "soft-bounces",
            source: run ?? "run \(last.run)",
            at: now,
            note: "\(count) soft bounces since \(TimeText.utc(first.at))\(status)"
        )
    }

    /// When mail has reached these addresses for the last time; one pass over the lists of the runs in question.
    private func reached(_ counted: [String: [SoftBounce]]) throws(JobFailure) -> [String: Timestamp] {
        let earliest = counted.values.compactMap(\.first?.at).min() ?? now
        let runs = try site.withLedger { ledger throws(LedgerFailure) in
            try ledger.runs(limit: Self.searchedRuns).filter { ($0.finished ?? now) >= earliest }
        }
        var reached: [String: Timestamp] = [:]
        for run in runs where run.recipients <= MailedRecipients.searchedRecipients {
            // A list that cannot be read sets nobody back.
            guard let list = try? SealedAddresses(site.folder(of: run)) else { continue }
            for start in stride(from: 0, to: list.count, by: 4_096) {
                guard let lines = try? list.lines(start..<min(list.count, start + 4_096)) else { break }
                for (place, line) in lines.enumerated() {
                    guard let address = MailedRecipients.canonical(line.address), counted[address] != nil,
                        let at = try arrival(UInt32(start + place), in: run.number)
                    else { continue }
                    reached[address] = max(reached[address] ?? at, at)
                }
            }
        }
        return reached
    }

    /// When a message was accepted that has not come back for long enough; nil when it was not, or has.
    private func arrival(_ seq: UInt32, in run: UInt32) throws(JobFailure) -> Timestamp? {
        try site.withLedger { ledger throws(LedgerFailure) in
            guard let facts = try ledger.recipient(seq, in: run), facts.state == .accepted, let at = facts.at,
                at + .seconds(Self.graceDays * 86_400) <= now
            else { return nil }
            return try ledger.verdicts(on: seq, in: run).contains { $0.verdict.effect != .none } ? nil : at
        }
    }
}
