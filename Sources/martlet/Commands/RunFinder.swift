internal import Ledger
internal import MailJobs
internal import MailModel

/// Finds the run that a person means.
enum RunFinder {
    /// The run of a name, the latest run of a job, or the latest of all.
    ///
    /// - Throws: `JobFailure` when there is none, with the names that were probably meant.
    static func run(_ name: String?, in site: JobSite) throws(JobFailure) -> RunRecord {
        let found = try site.withLedger { ledger throws(LedgerFailure) -> RunRecord? in
            guard let name else { return try ledger.latestRun() }
            if let run = try ledger.run(named: name) { return run }
            return try ledger.latestRun(job: name)
        }
        if let found { return found }
        let names = try site.withLedger { ledger throws(LedgerFailure) in try ledger.runs(limit: 20).map(\.name) }
        guard let name else { throw JobFailure(.usage, "there is no run yet; `martlet run JOB` makes one") }
        let hint =
            Suggestion.closest(to: name, in: names).map { "did you mean `\($0)`?" }
            ?? (names.isEmpty ? "there is none yet" : "the latest are \(names.prefix(5).joined(separator: ", "))")
        throw JobFailure(.usage, "there is no run `\(name)`; \(hint)")
    }
}
