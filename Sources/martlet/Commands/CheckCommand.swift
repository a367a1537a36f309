internal import ArgumentParser
internal import Foundation
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
            Exit code 65 when there are faults.
            """
    )

    /// Warnings about mail clients that are shown.
    private static let shownWarnings = 20

    @Argument(help: "The job: a name, or the path of its file in jobs/.")
    var job: String

    @OptionGroup var site: SiteOptions

    @Option(name: .long, help: ArgumentHelp("Write all faults to this CSV file.", valueName: "file"))
    var faults: String?

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
            let list = inputs.job.recipients.shown
            if let faults { try write(result.faults, to: faults) }
            guard result.faults.isEmpty else {
                for line in result.faults.lines(of: list) { Console.say(line) }
                Console.say(JobPlanner.summary(of: result))
                throw ExitStatus.badData.error
            }
            guard !quiet else { return }
            for line in inputs.clientWarnings.prefix(Self.shownWarnings) { Console.say(line) }
            let dropped = result.duplicates > 0 ? ", \(result.duplicates) duplicates would be dropped" : ""
            Console.say(
                "\(list): \(result.recipients) recipients, no faults\(dropped); about \(result.averageMessage) bytes a message"
            )
        }
    }

    private func write(_ faults: FaultList, to path: String) throws {
        do { try Data(faults.csv().utf8).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
            throw JobFailure(.cannotWrite, "\(path): cannot be written: \(error.localizedDescription)")
        }
    }
}
