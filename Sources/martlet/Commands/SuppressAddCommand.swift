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

            @example.com is all of a domain; @.example.com is that and all domains below it.
            """
    )

    @Argument(help: ArgumentHelp("Addresses, or domains as @example.com.", valueName: "address"))
    var names: [String]

    @Flag(name: .long, help: "Of domains: those below them too, as @.example.com.")
    var subdomains = false

    @Flag(name: .long, help: "Keep a hash that takes this workspace's secret to make, not the address.")
    var hashed = false

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
            let site = try self.site.open()
            let entries = try SuppressNames.read(names).map { name in
                let name = subdomains ? name.withSubdomains : name
                let entry = Suppression(
                    kind: name.kind,
                    value: name.value,
                    reason: reason,
                    source: "command line",
                    at: .now,
                    expires: expires.flatMap(TimeText.time),
                    note: note
                )
                return hashed ? site.addressHash.hashed(entry) : site.stored(entry)
            }
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

    @Flag(name: .long, help: "Of domains: the entries with those below them, as @.example.com.")
    var subdomains = false

    @OptionGroup var site: SiteOptions

    mutating func run() throws {
        try Guarded.run("suppress remove") {
            let site = try self.site.open()
            let names = try SuppressNames.read(names)
            var removed = 0
            for name in names {
                // An address may be there by a hash of it as well.
                let keys = site.keys(of: subdomains ? name.withSubdomains : name)
                let count = try site.withLedger { ledger throws(LedgerFailure) in
                    var count = 0
                    for key in keys { count += try ledger.removeSuppressions([key.value], kind: key.kind) }
                    return count
                }
                if count > 0 { removed += 1 }
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
