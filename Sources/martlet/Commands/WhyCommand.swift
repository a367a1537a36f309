internal import ArgumentParser
internal import Ledger
internal import MailJobs
internal import MailModel

/// `martlet why ADDRESS`: everything that is known of one person.
struct WhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Show what happened to an address: every attempt, reply, bounce and suppression, run by run.",
        discussion: """
            Example:
              martlet why zoe.martin@example.com
              martlet why zoe.martin@example.com --message > sent.eml

            --message makes the message once more, from what was sealed, and compares its SHA-256 with the one that was \
            kept when it left: exit code 0 when it is the same, or when none was kept (it says so), 65 when it differs.
            """
    )

    @Argument(help: "The address.")
    var address: String

    @Option(name: .customLong("run"), help: ArgumentHelp("Look into this run only.", valueName: "name"))
    var name: String?

    @Option(name: .long, help: "Look into so many of the latest runs.")
    var runs = 20

    @Flag(
        name: .long,
        help: "Print the message that was sent last, byte by byte, and prove it by the hash that was kept."
    )
    var message = false

    @Option(name: .long, help: ArgumentHelp("With --message: that of this attempt.", valueName: "number"))
    var attempt: UInt16?

    @Option(name: .long, help: "text for people; json is one object.")
    var format: OutputFormat = .text

    @OptionGroup var site: SiteOptions

    mutating func validate() throws {
        if runs < 1 { throw ValidationError("--runs takes a number from 1 up") }
        if attempt != nil, !message { throw ValidationError("--attempt belongs to --message") }
        if message, format == .json { throw ValidationError("--message prints the message: leave --format out") }
    }

    mutating func run() throws {
        try Guarded.run("why") {
            let site = try self.site.open()
            let limit = runs
            let records =
                try name.map { [try RunFinder.run($0, in: site)] }
                ?? site.withLedger { ledger throws(LedgerFailure) in try ledger.runs(limit: limit) }
            let story = try RecipientStory(of: address, in: records, of: site)
            if message { return try printMessage(story, in: site, searched: records.count) }
            guard !story.chapters.isEmpty || !story.suppressions.isEmpty else {
                throw Self.unknown(address, records.count, "and not suppressed")
            }
            try Console.write(format == .json ? WhyJSON.make(story) : Array(WhyText.make(story).utf8))
        }
    }

    private static func unknown(_ address: String, _ runs: Int, _ more: String) -> JobFailure {
        JobFailure(.usage, "\(address): not in the last \(runs) runs, \(more); --runs looks into more")
    }

    /// The message of the latest run in which something was sent.
    private func printMessage(_ story: RecipientStory, in site: JobSite, searched: Int) throws {
        guard let chapter = story.chapters.first(where: { $0.facts.attempt > 0 }) ?? story.chapters.first else {
            throw Self.unknown(address, searched, "so nothing was sent")
        }
        let sent = try SentMessageMaker(site).make(chapter, attempt: attempt)
        try Console.write(sent.bytes)
        let what = "run \(chapter.run.name), attempt \(sent.attempt), from <\(sent.envelope.reversePath.path)>"
        switch sent.proof {
        case .proven(let digest): Console.say("\(what): these are the bytes that left, SHA-256 \(digest.hexadecimal)")
        case .unproven(let words): Console.say("\(what): not proven: \(words)")
        case .differs(let kept, let words):
            Console.say(
                "martlet why: \(what): this is NOT what left, of which the SHA-256 is \(kept.hexadecimal): \(words)"
            )
            throw ExitStatus.badData.error
        }
    }
}
