internal import ArgumentParser
internal import Ledger
internal import MailJobs
internal import MailModel
internal import RecipientTable
internal import Workspace

/// `martlet prune`: removes old runs and mail.
struct PruneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Remove old runs, collected mail and files that nothing names any more; give the space back.",
        discussion: """
            Example:
              martlet prune --older-than 90d --dry-run

            Of a run its name, occurrence and counts stay, so that the same occurrence or list never goes out again. The \
            suppression list stays. Runs that are not finished, or have somebody in doubt, stay whole. It may be done \
            while a run is going on.
            """
    )

    @Option(name: .long, help: ArgumentHelp("Runs and mail older than this, such as 90d.", valueName: "duration"))
    var olderThan: String?

    @Option(name: .customLong("run"), help: ArgumentHelp("This run and the mail about it.", valueName: "name"))
    var name: String?

    @Flag(name: .long, help: "Only say what would go.")
    var dryRun = false

    @Flag(name: .long, help: "Write the whole ledger anew at the end; not while a run is going on.")
    var compact = false

    @Option(name: .long, help: "text for people; json is one object.")
    var format: OutputFormat = .text

    @OptionGroup var site: SiteOptions

    mutating func validate() throws {
        if let olderThan, DurationText.value(olderThan) == nil {
            throw ValidationError("--older-than takes a duration such as 90d or 12h")
        }
        if olderThan == nil, name == nil, !compact {
            throw ValidationError("say what is to go: --older-than 90d, --run NAME, or --compact for free space only")
        }
    }

    mutating func run() throws {
        try Guarded.run("prune") {
            let site = try self.site.open()
            var request = PruneJob.Request()
            if let age = olderThan.flatMap(DurationText.value) {
                request.before = Timestamp.now + (.zero - age)
            }
            request.run = try name.map { try RunFinder.run($0, in: site) }
            request.isDryRun = dryRun
            request.compacts = compact
            let summary = try PruneJob(site, request).run()
            if format == .json { try Console.write(json(summary)) } else { say(summary) }
        }
    }

    private func say(_ summary: PruneJob.Summary) {
        let verb = dryRun ? "would go" : "gone"
        for run in summary.runs { Console.say("run \(run.name): \(verb), \(ByteText.text(run.bytes))") }
        for run in summary.kept { Console.say("run \(run.name): stays: \(run.why)") }
        for file in summary.strays { Console.say("\(file): \(verb), nothing names it") }
        for mailbox in summary.busyMailboxes {
            Console.say("mail/\(mailbox): not swept, it is being collected")
        }
        let runs = summary.runs.count == 1 ? "1 run" : "\(summary.runs.count) runs"
        Console.say(
            "\(runs), \(summary.mail) messages, \(summary.strays.count) stray files \(verb): "
                + ByteText.text(summary.fileBytes)
        )
        guard !dryRun else { return }
        Console.say("the ledger is \(ByteText.text(summary.ledgerBytes)) shorter (\(summary.rows) rows)")
        if summary.freeBytes > 1 << 20 {
            Console.say(
                "\(ByteText.text(summary.freeBytes)) in it are free and used again; --compact gives them back"
            )
        }
    }

    private func json(_ summary: PruneJob.Summary) -> [UInt8] {
        func number(_ value: Int) -> RowValue { .number(String(value)) }
        return JSONLine.make([
            ("dry_run", .bool(dryRun)),
            (
                "runs",
                .list(
                    summary.runs.map { run in
                        .object([
                            .init(name: "run", value: .string(run.name)),
                            .init(name: "bytes", value: number(run.bytes)),
                        ])
                    }
                )
            ),
            (
                "kept",
                .list(
                    summary.kept.map { run in
                        .object([
                            .init(name: "run", value: .string(run.name)), .init(name: "why", value: .string(run.why)),
                        ])
                    }
                )
            ),
            ("messages", number(summary.mail)), ("stray_files", .list(summary.strays.map(RowValue.string))),
            ("file_bytes", number(summary.fileBytes)), ("rows", number(summary.rows)),
            ("ledger_bytes", number(summary.ledgerBytes)), ("free_bytes", number(summary.freeBytes)),
        ])
    }
}

/// Sizes as people read them.
enum ByteText {
    /// `512 bytes`, `1.5 KB`, `20.3 MB`.
    static func text(_ bytes: Int) -> String {
        if bytes < 1_000 { return "\(bytes) bytes" }
        var tenths = bytes * 10 / 1_000
        for unit in ["KB", "MB", "GB"] {
            if tenths < 10_000 { return "\(tenths / 10).\(tenths % 10) \(unit)" }
            tenths /= 1_000
        }
        return "\(tenths / 10).\(tenths % 10) TB"
    }
}

/// One object on one line.
enum JSONLine {
    /// The object and a line feed.
    static func make(_ members: [(String, RowValue)]) -> [UInt8] {
        var output: [UInt8] = []
        JSONText.append(.object(members.map { .init(name: $0.0, value: $0.1) }), to: &output)
        return output + [0x0A]
    }
}
