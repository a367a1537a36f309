package import Ledger
internal import MailModel
internal import Workspace

/// The lock of a job: whoever holds it is the only process that works on its runs.
package enum JobLock {
    /// Asks for the lock of a job, without waiting.
    ///
    /// - Throws: `JobFailure` when there can be no lock here.
    package static func acquire(_ job: String, in site: JobSite) throws(JobFailure) -> RunLock.Outcome {
        do throws(SealedFile.Failure) { try FileTree.makeFolders(site.state.path("locks")) } catch {
            throw JobFailure(SealedRows.Failure(error))
        }
        return try site.withLedger { _ throws(LedgerFailure) in
            try RunLock.acquire(path: site.state.path("locks/\(job)"), now: .now)
        }
    }

    /// Asks for the lock under which a run is worked on: its job's, or its own where runs of a job go side by side.
    package static func acquire(for run: RunRecord, in site: JobSite) throws(JobFailure) -> RunLock.Outcome {
        try acquire(run.job == SendmailQueue.job ? run.name : run.job, in: site)
    }

    /// Who holds it, for a person.
    package static func words(_ holder: RunLock.Holder?) -> String {
        guard let holder else { return "another process" }
        return "process \(holder.pid) on \(holder.host), since \(TimeText.local(holder.since))"
    }
}
