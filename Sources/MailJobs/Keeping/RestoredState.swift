package import Ledger
internal import MailModel
internal import Workspace

/// A state folder that came out of a backup: what was sent after the backup was made is nowhere in it.
///
/// So nothing of a job is sent before a person has said what became of it since: whoever may have been mailed is in doubt
/// then, and nobody gets a message twice.
package struct RestoredState: Sendable {
    /// What was done.
    package struct Summary: Sendable {
        /// Runs that were held, each with what became of its recipients.
        package var runs: [(name: String, settlement: RestoredSettlement)] = []
        /// The job that may start runs again; nil while one of its runs is held.
        package var clearedJob: String?
        /// When the backup was made; nil when the state came out of none.
        package var backupAt: String?
    }

    private let site: JobSite

    package init(_ site: JobSite) { self.site = site }

    /// Refuses to send anything of a job that is held.
    func refuse(_ job: String) throws(JobFailure) {
        let hold = try site.withLedger { ledger throws(LedgerFailure) in try ledger.restoredHold(of: job) }
        guard let hold else { return }
        var lines = [
            "the state folder was restored from a backup of \(TimeText.local(hold.backupAt)); "
                + "what was sent since is not known here, so nothing of job \(job) is sent"
        ]
        for run in hold.runs {
            lines.append(
                "run \(run) was not finished then: `martlet resolve \(run) --restored` puts whoever may have got mail in doubt"
            )
        }
        if hold.runs.isEmpty {
            lines.append(
                "look whether a run of \(job) was made since; `martlet resolve \(job) --restored` lets new ones start"
            )
        }
        throw JobFailure(.notFinished, lines)
    }

    /// Settles a run, or all of a job, that is held.
    ///
    /// - Parameters:
    ///   - name: a run's name, or a job's.
    ///   - nothingSentSince: whether a person knows that nothing was sent after the backup was made.
    /// - Returns: what was done.
    /// - Throws: `JobFailure`.
    package func settle(_ name: String, nothingSentSince: Bool) throws(JobFailure) -> Summary {
        var summary = Summary()
        let mark = try site.withLedger { ledger throws(LedgerFailure) in try ledger.backupMark() }
        guard let mark else { return summary }
        summary.backupAt = TimeText.local(mark)
        let run = try site.withLedger { ledger throws(LedgerFailure) in try ledger.run(named: name) }
        let job: String
        if let run { job = run.job } else { job = try known(name) }
        let lock = try StateLock(site).job(job)
        defer { withExtendedLifetime(lock) {} }
        let all = try site.withLedger { ledger throws(LedgerFailure) in try ledger.restoredHold(of: job) }
        let names = run.map { [$0.name] } ?? all?.runs ?? []
        let words = "the state was restored from a backup of \(summary.backupAt ?? ""): it may have been sent since"
        for name in names {
            let settlement = try site.withLedger { ledger throws(LedgerFailure) -> RestoredSettlement? in
                guard let run = try ledger.run(named: name) else { return nil }
                return try ledger.settleRestored(
                    run.number,
                    nothingSentSince: nothingSentSince,
                    because: words,
                    at: .now
                )
            }
            if let settlement { summary.runs.append((name, settlement)) }
        }
        let left = try site.withLedger { ledger throws(LedgerFailure) in try ledger.restoredHold(of: job)?.runs ?? [] }
        if left.isEmpty {
            try site.withLedger { ledger throws(LedgerFailure) in try ledger.clear(job, at: .now) }
            summary.clearedJob = job
        }
        return summary
    }

    private func known(_ job: String) throws(JobFailure) -> String {
        let names = site.workspace.jobNames
        if names.contains(job) { return job }
        let hint = Suggestion.closest(to: job, in: names).map { "; did you mean `\($0)`?" } ?? ""
        throw JobFailure(.usage, "there is neither a run nor a job `\(job)`\(hint)")
    }
}
