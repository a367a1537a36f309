package import Ledger
internal import MailModel
internal import Workspace

/// What a person does to a run from outside, whether a process is sending it or not.
package struct RunControl: Sendable {
    /// What came of cancelling.
    package enum Cancelling: Sendable {
        /// It was finished, or cancelled, before.
        case over(RunRecord)
        /// So many recipients were taken out, and nothing is open.
        case done(Int)
        /// So many recipients were taken out; a process finishes what it has open. Its words.
        case finishing(Int, by: String)
    }

    private let site: JobSite

    package init(_ site: JobSite) { self.site = site }

    /// Holds a run: a process that sends it finishes what is open and ends.
    ///
    /// - Throws: `JobFailure` for a run that is not open.
    package func pause(_ run: RunRecord, by person: String) throws(JobFailure) -> RunRecord {
        guard run.state == .open else { throw JobFailure(.usage, "run \(run.name) is \(run.state): nothing to pause") }
        return try site.withLedger { ledger throws(LedgerFailure) in
            try ledger.pauseRun(run.number, by: person, at: .now)
        }
    }

    /// Lets a paused run go on; the next `run` sends.
    ///
    /// - Throws: `JobFailure` for a run that is not paused.
    package func resume(_ run: RunRecord) throws(JobFailure) -> RunRecord {
        guard run.pause != nil else { throw JobFailure(.usage, "run \(run.name) is not paused") }
        return try site.withLedger { ledger throws(LedgerFailure) in try ledger.resumeRun(run.number) }
    }

    /// Approves a run that waits for it.
    ///
    /// - Parameters:
    ///   - run: the run.
    ///   - person: who approves: the one who has to.
    ///   - login: the name that the person is logged in by.
    /// - Returns: the run as it is now.
    /// - Throws: `JobFailure` when it waits for nobody, or for somebody else.
    package func approve(_ run: RunRecord, by person: String, login: String) throws(JobFailure) -> RunRecord {
        guard let approval = run.approval else {
            throw JobFailure(.usage, "run \(run.name) needs no approval")
        }
        if let earlier = approval.by {
            let when = approval.at.map { " on \(TimeText.local($0))" } ?? ""
            throw JobFailure(.usage, "run \(run.name) was approved by \(earlier)\(when) already")
        }
        guard run.state == .open else {
            throw JobFailure(.usage, "run \(run.name) is \(run.state): nothing to approve")
        }
        guard person.utf8.elementsEqual(approval.wanted.utf8) else {
            let words = "run \(run.name) waits for the approval of \(approval.wanted), not of \(person)"
            throw JobFailure(.usage, "\(words); say --by \"\(approval.wanted)\" if that is you")
        }
        let name = person == login ? person : "\(person) (as \(login))"
        return try site.withLedger { ledger throws(LedgerFailure) in
            try ledger.approveRun(run.number, by: name, at: .now)
        }
    }

    /// Ends a run: whoever was not sent to is taken out, at once or when the process that has the claim lets it go.
    ///
    /// - Throws: `JobFailure`.
    package func cancel(_ run: RunRecord, by person: String) throws(JobFailure) -> Cancelling {
        guard run.state == .open || run.recorder != nil else { return .over(run) }
        let count = try site.withLedger { ledger throws(LedgerFailure) in
            try ledger.cancelRun(run.number, at: .now, because: "the run was cancelled by \(person)")
        }
        switch try JobLock.acquire(for: run, in: site) {
        case .held(let holder): return .finishing(count, by: JobLock.words(holder))
        case .acquired(let lock):
            defer { withExtendedLifetime(lock) {} }
            let now = try site.withLedger { ledger throws(LedgerFailure) in try ledger.run(run.number) ?? run }
            // Nobody is tried again in a run that has ended: the ledger takes out whoever was put off.
            let recovery = RunRecovery(site.ledger) { .again(at: $0.at) }
            let summary = try recovery.recover(now, in: site.folder(of: now))
            return .done(count + (summary?.planned ?? 0))
        }
    }
}
