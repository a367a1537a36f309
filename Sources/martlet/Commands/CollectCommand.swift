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
              martlet collect --watch --every 5m
              martlet collect --reclassify --since 2026-11-01

            Every message is stored, judged and recorded before it is deleted from the server. Hard bounces, complaints \
            and requests to be taken off the list add to the suppression list when they are proven to be about mail of \
            ours. `martlet report` shows what came of it.

            With --watch it polls at an interval until SIGTERM or Ctrl-C, and says one line for each poll that brought \
            something; a mailbox that cannot be collected is tried ever more rarely, up to every 15 minutes.

            What cannot be judged is in quarantine: kept, counted as such, and about nobody. With --replay it is judged \
            again; a message that was too large is fetched whole once max_message_mb allows it.

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

    @Flag(name: .long, help: "Poll at an interval until told to stop.")
    var watch = false

    @Option(
        name: .long,
        help: ArgumentHelp("With --watch: the pause between polls, at least 1s; 60s.", valueName: "duration")
    )
    var every: String?

    @Flag(name: .long, help: "Collect, then judge again what could not be judged, and count it where it can be now.")
    var replay = false

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
        if [watch, reclassify, replay].count(where: { $0 }) > 1 {
            throw ValidationError("--watch, --replay and --reclassify do not go together")
        }
        if every != nil, !watch { throw ValidationError("--every goes with --watch") }
        if let every, (DurationText.value(every) ?? .zero) < .seconds(1) {
            throw ValidationError("--every: `\(every)` is no duration of at least a second; write 60s or 5m")
        }
        if !reclassify, apply || since != nil {
            throw ValidationError("--apply and --since go with --reclassify")
        }
        if let since, TimeText.time(since) == nil {
            throw ValidationError("--since: `\(since)` is no time; write 2026-11-23 or 2026-11-23T09:00Z")
        }
    }

    mutating func run() async throws {
        guard !watch else { return try await Guarded.run("collect", polling.run) }
        try await Guarded.run("collect") { [site, mailboxes, format, quiet, reclassify, apply, since, replay] in
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
            if replay {
                let choice = ReclassifyJob.Choice(mailboxes: definitions.map(\.name), onlyQuarantine: true)
                try ReclassifySession(format: format, isQuiet: quiet).run(site, choice, applies: true)
            }
            if let failure = session.say(summaries) { throw failure }
        }
    }

    /// What --watch does.
    private var polling: CollectWatch {
        CollectWatch(
            site: site,
            mailboxes: mailboxes,
            every: every.flatMap(DurationText.value) ?? .seconds(60),
            format: format,
            isQuiet: quiet
        )
    }

    /// The mailboxes of these names; all without one.
    static func definitions(
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
