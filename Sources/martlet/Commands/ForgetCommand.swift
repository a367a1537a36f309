internal import ArgumentParser
internal import Ledger
internal import MailJobs
internal import RecipientTable

/// `martlet forget ADDRESS`: erases a person.
struct ForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Erase a person from the state folder; a hash stays on the suppression list.",
        discussion: """
            Example:
              martlet forget zoe.martin@example.com --dry-run

            Rows of sealed lists are overwritten, words and history deleted, collected mail about the person removed; \
            the counts of all runs stay. Files that hold the address and are not ours to change are named: lists, \
            exports, backups. It cannot be undone.
            """
    )

    @Argument(help: "The address.")
    var address: String

    @Flag(name: .long, help: "Only say what would be erased.")
    var dryRun = false

    @Option(name: .long, help: "text for people; json is one object.")
    var format: OutputFormat = .text

    @OptionGroup var site: SiteOptions

    mutating func run() throws {
        try Guarded.run("forget") {
            let site = try self.site.open()
            let summary = try ForgetJob(site, address, isDryRun: dryRun).run()
            if format == .json { try Console.write(json(summary)) } else { say(summary) }
            if let running = summary.running {
                let words =
                    "what was erased may still lie in free pages of the ledger, since job \(running) is being run"
                throw JobFailure(.notFinished, "\(words); say `martlet prune --compact` when it has ended")
            }
        }
    }

    private func say(_ summary: ForgetJob.Summary) {
        let verb = dryRun ? "would be erased" : "erased"
        for run in summary.runs {
            let lines = run.lines.map(String.init).joined(separator: ", ")
            Console.say(
                "run \(run.name): \(run.lines.isEmpty ? "others' rows that name the person" : "line \(lines)") \(verb)"
            )
        }
        Console.say("\(summary.mail) collected messages \(verb)")
        if !dryRun, summary.ledger.texts + summary.ledger.rejected > 0 {
            Console.say("\(summary.ledger.texts) replies and \(summary.ledger.rejected) rejected rows \(verb)")
        }
        if summary.ledger.cancelled > 0 { Console.say("\(summary.ledger.cancelled) messages will not be sent") }
        for path in summary.named { Console.say("\(path): names the person still; it is not ours to change") }
        for path in summary.backups { Console.say("\(path): a backup; it may name the person") }
        if !dryRun { Console.say("kept on the suppression list: \(summary.kept)") }
    }

    private func json(_ summary: ForgetJob.Summary) -> [UInt8] {
        func number(_ value: Int) -> RowValue { .number(String(value)) }
        return JSONLine.make([
            ("dry_run", .bool(dryRun)),
            (
                "runs",
                .list(
                    summary.runs.map { run in
                        .object([
                            .init(name: "run", value: .string(run.name)),
                            .init(name: "lines", value: .list(run.lines.map(number))),
                        ])
                    }
                )
            ),
            ("messages", number(summary.mail)), ("texts", number(summary.ledger.texts)),
            ("rejected_rows", number(summary.ledger.rejected)), ("cancelled", number(summary.ledger.cancelled)),
            ("named", .list(summary.named.map(RowValue.string))),
            ("backups", .list(summary.backups.map(RowValue.string))),
            ("complete", .bool(summary.running == nil)), ("kept", .string(summary.kept)),
        ])
    }
}
