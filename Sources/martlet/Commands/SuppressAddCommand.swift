internal import ArgumentParser
internal import Ledger
internal import MailJobs
internal import MailModel

/// `martlet suppress add ADDRESS…`.
struct SuppressAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Send no more mail to these addresses or domains.",
        discussion: """
            Example:
              martlet suppress add 张三@例子.中国 --reason unsubscribe --note "by telephone"
            """
    )

    @Argument(help: ArgumentHelp("Addresses, or domains as @example.com.", valueName: "address"))
    var names: [String]

    @Option(name: .long, help: "Why: a word such as unsubscribe, complaint or manual.")
    var reason = "manual"

    @Option(name: .long, help: "Until when, such as 2026-12-31 (UTC); for ever without it.")
    var expires: String?

    @Option(name: .long, help: "Words about it.")
    var note: String?

    @OptionGroup var site: SiteOptions

    mutating func validate() throws {
        if reason.isEmpty { throw ValidationError("--reason takes a word, such as unsubscribe") }
        if let expires, TimeText.time(expires) == nil {
            throw ValidationError("--expires takes a date such as 2026-12-31, or 2026-12-31T09:00:00Z")
        }
    }

    mutating func run() throws {
        try Guarded.run("suppress add") {
            let entries = try SuppressNames.read(names).map { name in
                Suppression(
                    kind: name.kind,
                    value: name.value,
                    reason: reason,
                    source: "command line",
                    at: .now,
                    expires: expires.flatMap(TimeText.time),
                    note: note
                )
            }
            let site = try self.site.open()
            let new = try site.withLedger { ledger throws(LedgerFailure) in try ledger.addSuppressions(entries) }
            Console.say("\(new) added, \(entries.count - new) there already")
        }
    }
}

/// `martlet suppress remove ADDRESS…`.
struct SuppressRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Take addresses or domains off the list.",
        discussion: """
            Example:
              martlet suppress remove ann@example.com
            """
    )

    @Argument(help: ArgumentHelp("Addresses, or domains as @example.com.", valueName: "address"))
    var names: [String]

    @OptionGroup var site: SiteOptions

    mutating func run() throws {
        try Guarded.run("suppress remove") {
            let names = try SuppressNames.read(names)
            let site = try self.site.open()
            var removed = 0
            for kind in Suppression.Kind.all {
                let values = names.filter { $0.kind == kind }.map(\.value)
                guard !values.isEmpty else { continue }
                removed += try site.withLedger { ledger throws(LedgerFailure) in
                    try ledger.removeSuppressions(values, kind: kind)
                }
            }
            Console.say("\(removed) removed, \(names.count - removed) not on the list")
        }
    }
}

/// Names given as arguments.
enum SuppressNames {
    /// Reads all of them, each once.
    ///
    /// - Throws: `JobFailure` with everything that is wrong.
    static func read(_ texts: [String]) throws(JobFailure) -> [SuppressionName] {
        var names: [SuppressionName] = []
        var faults: [String] = []
        for text in texts {
            do throws(SuppressionName.Fault) {
                let name = try SuppressionName(text)
                if !names.contains(name) { names.append(name) }
            } catch {
                faults.append("\(error)")
            }
        }
        guard faults.isEmpty else { throw JobFailure(.usage, faults) }
        return names
    }
}

extension Suppression.Kind {
    /// All kinds, in the order in which they are listed.
    static let all: [Suppression.Kind] = [.address, .domain, .hash]
}
