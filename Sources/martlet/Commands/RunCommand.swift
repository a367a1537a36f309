internal import ArgumentParser
internal import Ledger
internal import MailJobs
internal import Workspace

/// `martlet run JOB`: sends what is due, continues what is unfinished.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Send a job: check the whole list, seal it, deliver it, record what became of everybody.",
        discussion: """
            Example:
              martlet run activation

            A run that was stopped or killed is continued where it stopped. The same occurrence never runs twice, and a \
            list that was mailed already is refused without --again. Exit code 0: nothing is left that time or another \
            run would change; 75: not finished, run again.
            """
    )

    @Argument(help: "The job: a name, or the path of its file in jobs/.")
    var job: String

    @OptionGroup var site: SiteOptions

    @Option(name: .long, help: "What this run is for; the same occurrence never runs twice.")
    var occurrence: String?

    @Flag(name: .long, help: "Say nothing when all goes well; for cron.")
    var quiet = false

    @Flag(name: .long, help: "Mail a list again that was mailed already.")
    var again = false

    @Flag(name: .long, help: "Leave rows with faults out, and record them as rejected.")
    var skipBadRows = false

    @Option(name: .long, help: ArgumentHelp("Write all faults of the list to this CSV file.", valueName: "file"))
    var faults: String?

    @Flag(name: .long, help: "Go on with what was sealed, although job, templates or list have changed since.")
    var asSealed = false

    @Flag(
        name: .long,
        help: "Take changed job, templates and list over: who was not sent to yet gets the new ones, nobody gets two."
    )
    var acceptChanges = false

    @Option(name: .long, help: "Send to so many recipients at most, then stop.")
    var limit: Int?

    @Option(name: .long, help: ArgumentHelp("Send to this recipient only.", valueName: "address"))
    var only: String?

    @Option(
        name: .long,
        help: ArgumentHelp("How long to wait for what is not due yet, such as 30s, 10m or 2h.", valueName: "duration")
    )
    var patience = "10m"

    mutating func validate() throws {
        if asSealed, acceptChanges {
            throw ValidationError("--as-sealed and --accept-changes are opposites; say one of them")
        }
        if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1 up") }
        guard DurationText.value(patience) != nil else {
            throw ValidationError("--patience takes a duration such as 30s, 10m or 2h")
        }
    }

    mutating func run() async throws {
        var request = RunRequest(job: job)
        request.occurrence = occurrence
        request.planning.again = again
        request.planning.skipsBadRows = skipBadRows
        request.planning.faultsFile = faults
        request.asSealed = asSealed
        request.acceptsChanges = acceptChanges
        request.limit = limit
        request.only = only
        request.patience = DurationText.value(patience) ?? request.patience
        let session = RunSession(command: "run", quiet: quiet)
        try await Guarded.run("run") { [request, site] in
            let opened = try site.open()
            let (standings, poll) = try await session.run(opened, request)
            try session.conclude(standings, job: request.job)
            if let poll { throw poll }
        }
    }
}
