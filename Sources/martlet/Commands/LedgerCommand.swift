internal import ArgumentParser
internal import Ledger
internal import MailJobs
internal import RecipientTable

/// `martlet ledger …`: how large the state folder is, and whether it is whole.
struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Measure the state folder, or check that all of it is there.",
        discussion: """
            Example:
              martlet ledger size
            """,
        subcommands: [LedgerSizeCommand.self, LedgerCheckCommand.self]
    )
}

/// `martlet ledger size`.
struct LedgerSizeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "size",
        abstract: "Say what takes how much room: tables, lists of runs, collected mail, free pages.",
        discussion: """
            Example:
              martlet ledger size --format json
            """
    )

    @Option(name: .long, help: "text for people; json is one object.")
    var format: OutputFormat = .text

    @OptionGroup var site: SiteOptions

    /// Runs that are shown one by one.
    private static let shownRuns = 10

    mutating func run() throws {
        try Guarded.run("ledger size") {
            let site = try self.site.open()
            let size = try StateExamination(site).size()
            try Console.write(format == .json ? json(size) : Array(text(size).utf8))
        }
    }

    private func text(_ size: StateSize) -> String {
        var lines = ["ledger.sqlite  \(ByteText.text(size.ledger.bytes)), log \(ByteText.text(size.logBytes))"]
        lines += size.ledger.parts.filter { $0.bytes > 8_192 }.map { "  \($0.name)  \(ByteText.text($0.bytes))" }
        let way =
            size.ledger.isIncremental ? "`martlet prune` gives them back" : "`martlet prune --compact` gives them back"
        lines.append(
            "  free pages  \(ByteText.text(size.ledger.freeBytes))" + (size.ledger.freeBytes > 0 ? "; \(way)" : "")
        )
        lines.append("lists of runs  \(ByteText.text(size.runs.reduce(0) { $0 + $1.bytes })) in \(size.runs.count)")
        lines += size.runs.prefix(Self.shownRuns).map { "  \($0.name)  \(ByteText.text($0.bytes))" }
        if size.runs.count > Self.shownRuns { lines.append("  and \(size.runs.count - Self.shownRuns) more") }
        lines.append("collected mail  \(ByteText.text(size.mail.reduce(0) { $0 + $1.bytes }))")
        lines += size.mail.map { "  \($0.name)  \(ByteText.text($0.bytes)) in \($0.files) files" }
        lines.append("all of it  \(ByteText.text(size.bytes))")
        return lines.joined(separator: "\n") + "\n"
    }

    private func json(_ size: StateSize) -> [UInt8] {
        func number(_ value: Int) -> RowValue { .number(String(value)) }
        func part(_ name: String, _ bytes: Int, _ files: Int? = nil) -> RowValue {
            let counted = files.map { [RowValue.Member(name: "files", value: number($0))] } ?? []
            return .object(
                [.init(name: "name", value: .string(name)), .init(name: "bytes", value: number(bytes))] + counted
            )
        }
        return JSONLine.make([
            ("bytes", number(size.bytes)), ("ledger_bytes", number(size.ledger.bytes)),
            ("log_bytes", number(size.logBytes)), ("free_bytes", number(size.ledger.freeBytes)),
            ("gives_back", .bool(size.ledger.isIncremental)),
            ("tables", .list(size.ledger.parts.map { part($0.name, $0.bytes) })),
            ("runs", .list(size.runs.map { part($0.name, $0.bytes) })),
            ("mail", .list(size.mail.map { part($0.name, $0.bytes, $0.files) })),
        ])
    }
}

/// `martlet ledger check`.
struct LedgerCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Look for damage: in the ledger's pages and tables, in the lists of runs, and for mail that is gone.",
        discussion: """
            Example:
              martlet ledger check && martlet backup backups/today

            Ends with 65 when something is wrong, each fault on a line of standard output.
            """
    )

    @Flag(name: .long, help: "Leave out the comparison of indexes with their tables, which takes most of the time.")
    var quick = false

    @Option(name: .long, help: "text for people; json is one object.")
    var format: OutputFormat = .text

    @OptionGroup var site: SiteOptions

    mutating func run() throws {
        try Guarded.run("ledger check") {
            let site = try self.site.open()
            let faults = try StateExamination(site).faults(isQuick: quick)
            if format == .json {
                try Console.write(
                    JSONLine.make([
                        ("whole", .bool(faults.isEmpty)), ("faults", .list(faults.map(RowValue.string))),
                    ])
                )
            } else {
                try Console.write(Array(faults.map { $0 + "\n" }.joined().utf8))
            }
            guard faults.isEmpty else {
                let count = faults.count == 1 ? "1 fault" : "\(faults.count) faults"
                throw JobFailure(
                    .badData,
                    "\(count); keep the state folder as it is, and restore the last backup beside it"
                )
            }
            if format == .text { Console.say("all of it is whole") }
        }
    }
}
