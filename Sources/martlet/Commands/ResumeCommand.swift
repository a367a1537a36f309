internal import ArgumentParser
internal import Ledger
internal import MailJobs

/// `martlet resume RUN`: let a paused run go on.
struct ResumeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Let a paused run go on.",
        discussion: """
            Example:
              martlet resume activation-20261123T0900Z && martlet run activation

            Nothing is sent by this alone: the next `martlet run` goes on.
            """
    )

    @Argument(help: "The run's name, or a job's for its latest run.")
    var name: String

    @OptionGroup var site: SiteOptions

    mutating func run() throws {
        try Guarded.run("resume") {
            let site = try self.site.open()
            let run = try RunFinder.run(name, in: site)
            let resumed = try RunControl(site).resume(run)
            Console.say("run \(resumed.name) is no longer paused: `martlet run \(resumed.job)` goes on with it")
        }
    }
}
