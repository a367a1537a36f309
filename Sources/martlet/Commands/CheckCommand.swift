internal import ArgumentParser
internal import MailJobs
internal import Workspace

/// `martlet check JOB`: every fault of job, templates and list, before anything is sent.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a job: settings, templates, and every row of the list; send nothing, record nothing.",
        discussion: """
            Example:
              martlet check activation --faults faults.csv

            Every row is made into its message once, so that a list without faults can fail at nothing but the network. \
            Standard output gets the columns that the job asks for, and which must not be empty. Exit code 65 when there \
            are faults.
            """
    )

    /// How the answer is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    @Argument(help: "The job: a name, or the path of its file in jobs/.")
    var job: String

    @OptionGroup var site: SiteOptions

    @Option(name: .long, help: ArgumentHelp("Write all faults to this CSV file.", valueName: "file"))
    var faults: String?

    @Option(name: .long, help: "What standard output gets: text (the columns that the job asks for) or json (all).")
    var format = Format.text

    @Flag(name: .long, help: "Say nothing when all is well.")
    var quiet = false

    mutating func run() throws {
        try Guarded.run("check") {
            let site = try self.site.open()
            let inputs = try JobInputs(job, in: site.workspace, settings: site.settings)
            _ = try TransportChoice.definition(for: inputs.job, in: site.settings)
            let display = ProgressDisplay(quiet: quiet)
            let result = try JobPlanner(site, inputs).check { display.checking($0) }
            display.end()
            if let faults { try JobPlanner.write(result.faults, to: faults) }
            let report = CheckReport(inputs, result)
            if format == .json { try Console.write(report.json()) }
            guard result.faults.isEmpty else {
                for line in result.faults.lines(of: inputs.job.recipients.shown) { Console.say(line) }
                Console.say(JobPlanner.summary(of: result))
                throw ExitStatus.badData.error
            }
            guard !quiet else { return }
            if format == .text { try Console.write(Array((report.schema.joined(separator: "\n") + "\n").utf8)) }
            for line in report.talk { Console.say(line) }
        }
    }
}
