internal import FlightRecorder
package import Ledger
internal import MailModel

/// Settles the claims that a killed process left open, from its flight recorder; changes nothing where there are none.
package struct RunRecovery: Sendable {
    private let ledger: RunLedger
    private let retry: RetryRule

    package init(_ ledger: RunLedger, retry: @escaping RetryRule) {
        self.ledger = ledger
        self.retry = retry
    }

    /// Recovers a run; whoever calls it holds the job's lock.
    ///
    /// - Parameters:
    ///   - run: the run as the ledger has it.
    ///   - folder: its folder.
    /// - Returns: what was done; nil when nothing was open.
    /// - Throws: `JobFailure`; nothing was changed then.
    package func recover(_ run: RunRecord, in folder: RunFolder) throws(JobFailure) -> RecoverySummary? {
        guard let recorder = run.recorder else { return nil }
        do throws(LedgerFailure) {
            let claims = try ledger.openClaims(in: run.number)
            let verdict = FlightInspection.examine(
                path: folder.flightPath,
                run: run.number,
                expected: recorder,
                upTo: run.recorderPosition
            )
            let plan = RecoveryPlan(claims: claims, verdict: verdict)
            let changes = RecoveryChanges(
                events: plan.events,
                inDoubt: plan.inDoubt,
                planned: plan.planned,
                sent: plan.sent,
                words: plan.words
            )
            return try ledger.recover(changes, in: run.number, at: .now, retry: retry)
        } catch {
            throw JobFailure(error)
        }
    }
}
