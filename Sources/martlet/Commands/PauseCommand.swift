internal import ArgumentParser
internal import Ledger
internal import MailJobs

/// `martlet pause RUN`: hold a run: nothing more of it is sent until it is resumed.
struct PauseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause",
        abstract: "Hold a run: nothing more of it is sent until it is resumed.",
        discussion: """
            Example:
              martlet pause activation-20261123T0900Z

            A process that is sending it notices within a second, finishes what it has open, and ends with 75. Until \
            `martlet resume`, `martlet run` refuses to send the run.
            """
    )

    @Argument(help: "The run's name, or a job's for its latest run.")
    var name: String

    @OptionGroup var person: PersonOption

    @OptionGroup var site: SiteOptions

    mutating func run() throws {
        try Guarded.run("pause") {
            let site = try self.site.open()
            let run = try RunFinder.run(name, in: site)
            let paused = try RunControl(site).pause(run, by: person.name)
            Console.say("run \(paused.name): \(paused.decisionWords ?? "not paused")")
        }
    }
}
