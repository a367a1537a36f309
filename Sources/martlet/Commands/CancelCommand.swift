internal import ArgumentParser
internal import Ledger
internal import MailJobs

/// `martlet cancel RUN`: end a run: whoever was not sent to is taken out.
struct CancelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "End a run: whoever was not sent to is taken out.",
        discussion: """
            Example:
              martlet cancel activation-20261123T0900Z

            What was accepted, refused or is in doubt stays as it is. A process that is sending it notices within a \
            second, finishes what it has open, and ends. A cancelled run cannot be taken up again.
            """
    )

    @Argument(help: "The run's name, or a job's for its latest run.")
    var name: String

    @OptionGroup var person: PersonOption

    @OptionGroup var site: SiteOptions

    mutating func run() throws {
        try Guarded.run("cancel") {
            let site = try self.site.open()
            let run = try RunFinder.run(name, in: site)
            switch try RunControl(site).cancel(run, by: person.name) {
            case .over(let run): Console.say("run \(run.name) is \(run.state) already")
            case .done(let count): Console.say("run \(run.name) is cancelled: \(count) recipients were taken out")
            case .finishing(let count, let holder):
                let words = "\(count) recipients were taken out so far"
                Console.say("run \(run.name) is cancelled: \(words); \(holder) finishes what it has open")
            }
        }
    }
}
