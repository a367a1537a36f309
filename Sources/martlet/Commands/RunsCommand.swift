internal import ArgumentParser
internal import Ledger
internal import MailJobs
internal import RecipientTable
internal import Reporting

/// `martlet runs`: the runs there are.
struct RunsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs",
        abstract: "List the runs, the latest first.",
        discussion: """
            Example:
              martlet runs --job activation
            """
    )

    @Option(name: .long, help: "Only the runs of this job.")
    var job: String?

    @Option(name: .long, help: "So many runs at most.")
    var limit = 20

    @Option(name: .long, help: "text for people; json is one object a line.")
    var format: OutputFormat = .text

    @OptionGroup var site: SiteOptions

    mutating func validate() throws {
        if limit < 1 { throw ValidationError("--limit takes a number from 1 up") }
    }

    mutating func run() throws {
        try Guarded.run("runs") {
            let site = try self.site.open()
            let (job, limit) = (job, limit)
            let runs = try site.withLedger { ledger throws(LedgerFailure) in try ledger.runs(job: job, limit: limit) }
            for run in runs {
                let counts = try site.withLedger { ledger throws(LedgerFailure) in
                    try ledger.classCounts(of: run.number)
                }
                try Console.write(format == .json ? RunLine.json(run, counts) : RunLine.text(run, counts))
            }
            if runs.isEmpty, format == .text { Console.say("there is no run yet; `martlet run JOB` makes one") }
        }
    }
}

/// `martlet status [RUN]`: what is left to do.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say how far a run is and what is left to do; all unfinished runs without a name.",
        discussion: """
            Example:
              martlet status activation-20261123T0900Z
            """
    )

    @Argument(help: "The run's name, or a job's for its latest run.")
    var name: String?

    @Option(name: .long, help: "text for people; json is one object a line.")
    var format: OutputFormat = .text

    @OptionGroup var site: SiteOptions

    mutating func run() throws {
        try Guarded.run("status") {
            let site = try self.site.open()
            let runs: [RunRecord]
            if let name {
                runs = [try RunFinder.run(name, in: site)]
            } else {
                runs = try site.withLedger { ledger throws(LedgerFailure) in
                    try ledger.runs().filter { $0.state == .open }
                }
            }
            for run in runs {
                let (counts, remaining) = try site.withLedger { ledger throws(LedgerFailure) in
                    (try ledger.classCounts(of: run.number), try ledger.remaining(in: run.number))
                }
                try Console.write(
                    format == .json ? RunLine.json(run, counts, remaining) : RunLine.text(run, counts, remaining)
                )
            }
            if runs.isEmpty, format == .text { Console.say("all runs are finished") }
        }
    }
}

/// One run on one line.
enum RunLine {
    /// For people.
    static func text(_ run: RunRecord, _ counts: ClassCounts, _ remaining: Remaining? = nil) -> [UInt8] {
        var text =
            "\(run.name)  \(TimeText.local(run.created))  \(run.state == .open ? "not finished" : "\(run.state)")"
        if let held = run.decisionWords { text += " (\(held))" }
        text += "  \(counts.accepted) accepted of \(counts.total)"
        for (count, word) in [
            (counts.bounced, "bounced"), (counts.complained, "complained"), (counts.failed, "failed"),
            (counts.deferred, "deferred"), (counts.inDoubt, "in doubt"), (counts.planned, "planned"),
        ] where count > 0 {
            text += ", \(count) \(word)"
        }
        if let due = remaining?.nextDue { text += "; next attempt \(TimeText.local(due))" }
        return Array((text + "\n").utf8)
    }

    /// For scripts.
    static func json(_ run: RunRecord, _ counts: ClassCounts, _ remaining: Remaining? = nil) -> [UInt8] {
        func number(_ value: Int) -> RowValue { .number(String(value)) }
        var members: [RowValue.Member] = [
            .init(name: "run", value: .string(run.name)), .init(name: "job", value: .string(run.job)),
            .init(name: "occurrence", value: .string(run.occurrence)),
            .init(name: "state", value: .string("\(run.state)")),
            .init(name: "created", value: .string(TimeText.utc(run.created))),
            .init(name: "total", value: number(counts.total)),
            .init(
                name: "classes",
                value: .object([
                    .init(name: "planned", value: number(counts.planned)),
                    .init(name: "accepted", value: number(counts.accepted)),
                    .init(name: "deferred", value: number(counts.deferred)),
                    .init(name: "failed", value: number(counts.failed)),
                    .init(name: "in_doubt", value: number(counts.inDoubt)),
                    .init(name: "suppressed", value: number(counts.suppressed)),
                    .init(name: "rejected", value: number(counts.rejected)),
                    .init(name: "cancelled", value: number(counts.cancelled)),
                    .init(name: "bounced", value: number(counts.bounced)),
                    .init(name: "complained", value: number(counts.complained)),
                ])
            ),
        ]
        members += run.decisionMembers { TimeText.utc($0) }
        if let due = remaining?.nextDue {
            members.append(.init(name: "next_attempt", value: .string(TimeText.utc(due))))
        }
        var output: [UInt8] = []
        JSONText.append(.object(members), to: &output)
        return output + [0x0A]
    }
}
