internal import ArgumentParser
internal import Ledger
internal import MailJobs

/// `martlet plan JOB`: everything that `run` does before the first message leaves.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Check the whole list and seal it into a run, without sending; `martlet run` goes on from there.",
        discussion: """
            Example:
              martlet plan activation && martlet run activation
            """
    )

    @Argument(help: "The job: a name, or the path of its file in jobs/.")
    var job: String

    @OptionGroup var site: SiteOptions

    @Option(name: .long, help: "What the run is for; the same occurrence never runs twice.")
    var occurrence: String?

    @Flag(name: .long, help: "Mail a list again that was mailed already.")
    var again = false

    @Flag(name: .long, help: "Leave rows with faults out, and record them as rejected.")
    var skipBadRows = false

    mutating func run() throws {
        var request = RunRequest(job: job)
        request.occurrence = occurrence
        request.planning.again = again
        request.planning.skipsBadRows = skipBadRows
        let session = RunSession(command: "plan", quiet: false)
        try Guarded.run("plan") {
            let opened = try site.open()
            guard let planned = try session.plan(opened, request) else {
                Console.say("job \(request.job): nothing is due that was not run already")
                return
            }
            Console.say("run \(planned.name) is sealed: `martlet run \(request.job)` sends it")
        }
    }
}
