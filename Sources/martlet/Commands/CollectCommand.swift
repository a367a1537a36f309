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
              martlet collect --reclassify --since 2026-11-01

            Every message is stored, judged and recorded before it is deleted from the server. Hard bounces, complaints \
            and requests to be taken off the list add to the suppression list when they are proven to be about mail of \
            ours. `martlet report` shows what came of it.

            With --reclassify nothing is fetched: today's rules judge the mail that is stored, and what they say \
            otherwise is shown. Nothing is changed without --apply.
            """
    )

    @Argument(help: ArgumentHelp("Mailboxes by their names in martlet.yaml; all without one.", valueName: "mailbox"))
    var mailboxes: [String] = []

    @Option(name: .long, help: "text for people; json is one object a line for each mailbox.")
    var format: OutputFormat = .text

    @Flag(name: .long, help: "Say nothing when all goes well; for cron.")
    var quiet = false

    @Flag(name: .long, help: "Judge stored mail by today's rules and show what changes.")
    var reclassify = false

    @Flag(name: .long, help: "With --reclassify: make the changes, with what they mean for recipients.")
    var apply = false

    @Option(
        name: .long,
        help: ArgumentHelp("With --reclassify: only mail collected since then (UTC).", valueName: "time")
    )
    var since: String?

    @OptionGroup var site: SiteOptions

    func validate() throws {
        if !reclassify, apply || since != nil {
            throw ValidationError("--apply and --since go with --reclassify")
        }
        if let since, TimeText.time(since) == nil {
            throw ValidationError("--since: `\(since)` is no time; write 2026-11-23 or 2026-11-23T09:00Z")
        }
    }

    mutating func run() async throws {
        try await Guarded.run("collect") { [site, mailboxes, format, quiet, reclassify, apply, since] in
            let site = try site.open()
            guard !reclassify else {
                let choice = ReclassifyJob.Choice(mailboxes: mailboxes, since: since.flatMap(TimeText.time))
                return try ReclassifySession(format: format, isQuiet: quiet).run(site, choice, applies: apply)
            }
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
