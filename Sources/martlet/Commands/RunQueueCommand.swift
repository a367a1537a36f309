internal import ArgumentParser
internal import MailJobs

/// `martlet run-queue`: goes on with what `martlet sendmail` has queued.
struct RunQueueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run-queue",
        abstract: "Send the messages that martlet sendmail has queued and that are due.",
        discussion: """
            Example, a line of a crontab:
              * * * * *  martlet run-queue --quiet --workspace /srv/mail

            Exit code 0: nothing is queued any more; 75: something is, run again; 67 or 69: somebody was refused for good.
            """
    )

    @OptionGroup var site: SiteOptions

    @Flag(name: .long, help: "Say nothing but who was refused, and what keeps mail from leaving; for cron.")
    var quiet = false

    mutating func run() async throws {
        try await Guarded.run("run-queue") { [site, quiet] in
            try await QueueSession(try site.open(), command: "run-queue", quiet: quiet).run()
        }
    }
}
