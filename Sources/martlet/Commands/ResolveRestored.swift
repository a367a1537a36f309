internal import Ledger
internal import MailJobs

/// `martlet resolve RUN --restored`: settles what a restored backup holds.
enum ResolveRestored {
    /// Settles a run, or all runs of a job, and says what came of it.
    static func run(_ name: String, nothingSentSince: Bool, in site: JobSite) throws {
        let summary = try RestoredState(site).settle(name, nothingSentSince: nothingSentSince)
        guard let backupAt = summary.backupAt else {
            throw JobFailure(.usage, "this state folder did not come out of a backup; nothing is held")
        }
        for run in summary.runs {
            let settlement = run.settlement
            var text = "run \(run.name): \(settlement.inDoubt) recipients in doubt"
            text += settlement.waiting > 0 ? ", \(settlement.waiting) still to be sent to" : ""
            Console.say(text)
            if settlement.inDoubt > 0 { Console.say("  `martlet resolve \(run.name)` lists them, --as settles them") }
        }
        if summary.runs.isEmpty { Console.say("\(name): nothing of it was held") }
        if let job = summary.clearedJob {
            Console.say("job \(job) may be run again; runs of it after the backup of \(backupAt) are not known here")
        }
    }
}
