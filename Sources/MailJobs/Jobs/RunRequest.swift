package import Ledger

/// What `run` is asked to do.
package struct RunRequest: Sendable {
    /// The job.
    package var job: String
    /// The occurrence by name; nil for what is due.
    package var occurrence: String?
    /// How a list is planned.
    package var planning = JobPlanner.Options()
    /// Whether an unfinished run goes on with what was sealed although its inputs have changed.
    package var asSealed = false
    /// Whether an unfinished run takes its changed inputs over: who waits gets the new ones.
    package var acceptsChanges = false
    /// How many recipients at most; nil for all.
    package var limit: Int?
    /// Only the recipient of this address; nil for all.
    package var only: String?
    /// How long to wait for what is not due yet.
    package var patience = Duration.seconds(600)

    package init(job: String) { self.job = job }
}

/// What happens while a job runs, for whoever watches.
package enum RunEvent: Sendable {
    /// Rows are being checked and sealed; so many so far.
    case checking(rows: Int)
    /// A run was made.
    case sealed(RunRecord, ListCheck.Result)
    /// A run goes on that an earlier process left unfinished.
    case resumed(RunRecord)
    /// An unfinished run has taken its changed inputs over; nil when nothing had changed.
    case accepted(RunRecord, AcceptedChanges?)
    /// Claims of a killed process were settled.
    case recovered(RecoverySummary)
    /// Sending begins.
    case sending(RunRecord, board: RunBoard)
    /// Servers refused so many copies (Cc and Bcc); the words of the first.
    case copiesRefused(Int, words: String)
    /// Sending has ended, for now or for good.
    case sent(RunRecord)
}

/// How a run stands when `run` ends.
package struct RunStanding: Sendable {
    /// The run.
    package var run: RunRecord
    /// How many recipients are in each class.
    package var counts: ClassCounts
    /// What is left to do.
    package var remaining: Remaining

    /// Whether nothing is left that time or another attempt would change.
    package var isFinished: Bool { remaining.isNothing }
}
