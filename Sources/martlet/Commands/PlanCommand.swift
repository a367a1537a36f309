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
              martlet plan activation --approve-by 王芳

            At the end it says how long sending will take by the transport's limits, what bounds it, and which deadline \
            cannot hold.
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

    @Flag(name: .long, help: "Take changed job, templates and list over into the run that is not finished.")
    var acceptChanges = false

    @Option(name: .long, help: ArgumentHelp("Who has to approve the run before `run` sends it.", valueName: "name"))
    var approveBy: String?

    @Option(name: .long, help: ArgumentHelp("Write all faults to this CSV file.", valueName: "file"))
    var faults: String?

    mutating func validate() throws {
        if let approveBy, approveBy.isEmpty { throw ValidationError("--approve-by takes a name") }
    }

    mutating func run() throws {
        var request = RunRequest(job: job)
        request.occurrence = occurrence
        request.planning.again = again
        request.planning.skipsBadRows = skipBadRows
        request.planning.approval = approveBy
        request.acceptsChanges = acceptChanges
        request.planning.faultsFile = faults
        let session = RunSession(command: "plan", quiet: false)
        try Guarded.run("plan") {
            let opened = try site.open()
            guard let planned = try session.plan(opened, request) else {
                Console.say("job \(request.job): nothing is due that was not run already")
                return
            }
            for line in planned.forecast?.lines ?? [] { Console.say(line) }
            guard let advice = planned.run.holdAdvice else {
                Console.say("run \(planned.run.name) is sealed: `martlet run \(request.job)` sends it")
                return
            }
            Console.say("run \(planned.run.name) is sealed, \(planned.run.decisionWords ?? "held"): \(advice)")
        }
    }
}
