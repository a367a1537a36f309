internal import ArgumentParser
internal import Ledger
internal import MailJobs
internal import MailModel
internal import RecipientTable

/// `martlet inbox …`: what people wrote to us on purpose.
struct InboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract: "Show, export and hand over what people wrote: confirmations, sign-ups, wishes to leave.",
        subcommands: [
            InboxListCommand.self, InboxExportCommand.self, InboxHandOverCommand.self, InboxReleaseCommand.self,
        ],
        defaultSubcommand: InboxListCommand.self
    )
}

/// `martlet inbox list`: the inbox for people.
struct InboxListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the inbox: who wrote, for what, how far that is believed, and whether it was handed over."
    )

    @Flag(name: .long, help: "Only what is still to be handed over.")
    var open = false

    @OptionGroup var site: SiteOptions

    mutating func run() throws {
        try Guarded.run("inbox") {
            let site = try self.site.open()
            try InboxPages.forEach(in: site, onlyOpen: open) { entry in
                try Console.write(Array((entry.text + "\n").utf8))
            }
        }
    }
}

/// `martlet inbox export`: the inbox for programs.
struct InboxExportCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case csv
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the inbox as CSV, or as one JSON object a line.",
        discussion: """
            Example:
              martlet inbox export --format json --since 2026-11-01 > inbox.jsonl
            """
    )

    @Option(name: .long, help: "csv or json.")
    var format: Format = .csv

    @Option(name: .long, help: "Leave out what was collected before this day, such as 2026-11-01.")
    var since: String?

    @OptionGroup var site: SiteOptions

    mutating func run() throws {
        try Guarded.run("inbox") {
            let site = try self.site.open()
            var start = Timestamp(rawValue: 0)
            if let since {
                guard let time = TimeText.time(since) else {
                    throw JobFailure(.usage, "--since: `\(since)` is no day such as 2026-11-01")
                }
                start = time
            }
            let writer = CSVWriter()
            var buffer: [UInt8] = []
            if format == .csv { writer.append(Self.columns, to: &buffer) }
            try InboxPages.forEach(in: site, since: start) { entry in
                switch format {
                case .json: buffer += InboxJSON.object(entry, site: site)
                case .csv: writer.append(Self.fields(entry, site), to: &buffer)
                }
                guard buffer.count > 1 << 16 else { return }
                try Console.write(buffer)
                buffer.removeAll(keepingCapacity: true)
            }
            try Console.write(buffer)
        }
    }

    private static let columns = [
        "id", "kind", "address", "name", "subject", "when", "job", "run", "seq", "matched", "trust", "held", "handed",
    ]

    private static func fields(_ entry: InboxEntry, _ site: JobSite) -> [String] {
        let record = entry.record
        let run = record.run.flatMap { try? site.ledger.run($0) }
        return [
            record.key, record.kind, record.sender, record.name, record.subject, TimeText.utc(entry.at),
            record.job ?? run?.job ?? "", run?.name ?? "", record.seq.map(String.init) ?? "", record.matched,
            record.trust, record.held ?? "", entry.handed.map { TimeText.utc($0) } ?? "",
        ]
    }
}

/// `martlet inbox hand-over`: gives what is open to the commands that wait for it.
struct InboxHandOverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hand-over",
        abstract: "Give what is open to the commands of `on_message`, as `collect` does at its end."
    )

    @OptionGroup var site: SiteOptions

    mutating func run() async throws {
        try await Guarded.run("inbox") { [site] in
            let summary = try await InboxHandOver(try site.open()).run()
            try Console.write(Array("\(summary.taken) taken, \(summary.refused.count) not\n".utf8))
            for words in summary.refused { Console.say("martlet inbox: \(words)") }
            guard summary.refused.isEmpty else {
                throw JobFailure(.notFinished, "what was not taken is handed over again the next time")
            }
        }
    }
}

/// `martlet inbox release ID`: lets a message be handed over that was held.
struct InboxReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Let a message that was held back be handed over after all."
    )

    @Argument(help: "The number that `inbox list` shows.")
    var id: Int64

    @OptionGroup var site: SiteOptions

    mutating func run() throws {
        try Guarded.run("inbox") {
            let site = try self.site.open()
            let isThere = try site.withLedger { ledger throws(LedgerFailure) in try ledger.releaseFromInbox(id) }
            guard isThere else { throw JobFailure(.usage, "message \(id) is not there, or is not held back") }
        }
    }
}

/// Reads the inbox a page at a time.
private enum InboxPages {
    static func forEach(
        in site: JobSite,
        since: Timestamp = Timestamp(rawValue: 0),
        onlyOpen: Bool = false,
        _ body: (InboxEntry) throws -> Void
    ) throws {
        var last: Int64 = 0
        while true {
            let page = try site.withLedger { ledger throws(LedgerFailure) in
                try ledger.inbox(after: last, since: since, onlyOpen: onlyOpen)
            }
            guard let end = page.last else { return }
            for entry in page { try body(entry) }
            last = end.id
        }
    }
}

extension InboxEntry {
    /// For people, on one line.
    fileprivate var text: String {
        var text = "\(id)  \(TimeText.local(at))  \(record.kind) of \(record.sender.isEmpty ? "nobody" : record.sender)"
        if !record.subject.isEmpty { text += ": \(record.subject)" }
        text += " (by \(record.matched), sender \(record.trust))"
        if let held = record.held { return text + "; held back: \(held)" }
        if let handed { return text + "; handed over \(TimeText.local(handed))" }
        if let error { return text + "; tried \(tries) times: \(error)" }
        return text
    }
}
