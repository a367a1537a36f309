internal import ArgumentParser
internal import Ledger
internal import MailJobs

/// `martlet approve RUN`: approve a run that was planned with --approve-by, so that it may be sent.
struct ApproveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Approve a run that was planned with --approve-by, so that it may be sent.",
        discussion: """
            Example:
              martlet plan activation --approve-by 王芳
              martlet approve activation --by 王芳 && martlet run activation

            Name and time are kept and shown by `runs`, `status` and `report`. Accepting changed inputs later makes the \
            approval void. Who may approve is a matter of who may write the state folder: the name is a record, no lock.
            """
    )

    @Argument(help: "The run's name, or a job's for its latest run.")
    var name: String

    @OptionGroup var person: PersonOption

    @OptionGroup var site: SiteOptions

    mutating func run() throws {
        try Guarded.run("approve") {
            let site = try self.site.open()
            let run = try RunFinder.run(name, in: site)
            let approved = try RunControl(site).approve(run, by: person.name, login: PersonOption.login)
            let by = approved.approval?.by ?? person.name
            Console.say("run \(approved.name) is approved by \(by): `martlet run \(approved.job)` sends it")
        }
    }
}
