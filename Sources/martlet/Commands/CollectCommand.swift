internal import ArgumentParser
internal import MailJobs
internal import Workspace

/// `martlet collect [MAILBOX…]`: fetches bounces, complaints and replies, and ties them to who was mailed.
struct CollectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect",
        abstract: "Fetch the mail of mailboxes, say what it is, and tie it to the recipients of past runs.",
        discussion: """
            Example:
              martlet collect bounces

            Every message is stored, judged and recorded before it is deleted from the server. Hard bounces, complaints \
            and requests to be taken off the list add to the suppression list when they are proven to be about mail of \
            ours. `martlet report` shows what came of it.
            """
    )

    @Argument(help: ArgumentHelp("Mailboxes by their names in martlet.yaml; all without one.", valueName: "mailbox"))
    var mailboxes: [String] = []

    @Option(name: .long, help: "text for people; json is one object a line for each mailbox.")
    var format: OutputFormat = .text

    @Flag(name: .long, help: "Say nothing when all goes well; for cron.")
    var quiet = false

    @OptionGroup var site: SiteOptions

    mutating func run() async throws {
        try await Guarded.run("collect") { [site, mailboxes, format, quiet] in
            let site = try site.open()
            let definitions = try Self.definitions(mailboxes, in: site)
            let session = CollectSession(command: "collect")
            let summaries = await session.run(site, definitions)
            for summary in summaries where !quiet {
                try Console.write(format == .json ? summary.json : Array((summary.text + "\n").utf8))
            }
            if let failure = session.say(summaries) { throw failure }
        }
    }

    private static func definitions(
        _ names: [String],
        in site: JobSite
    ) throws(JobFailure) -> [MailboxDefinition] {
        guard !names.isEmpty else {
            guard !site.settings.mailboxes.isEmpty else {
                let words = "there is no mailbox in \(site.settings.file); add one below `mailboxes:`"
                throw JobFailure(.configuration, words)
            }
            return site.settings.mailboxes
        }
        var definitions: [MailboxDefinition] = []
        do throws(ConfigFaults) {
            for name in names where !definitions.contains(where: { $0.name == name }) {
                definitions.append(try site.settings.mailbox(named: name))
            }
        } catch {
            throw JobFailure(error)
        }
        return definitions
    }
}
