internal import ArgumentParser
internal import Ledger
internal import MailJobs
internal import MailModel

/// `martlet suppress import FILE`.
struct SuppressImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Add a CSV file of addresses to the list; nothing is added when one is wrong.",
        discussion: """
            Example:
              martlet suppress import unsubscribed.csv --reason unsubscribe

            The column `address` (or `email`) is needed; `reason`, `source`, `since`, `expires` and `note` are taken when \
            they are there. A file with an address a line, without a header, serves as well. Hashes from elsewhere are \
            taken as sha256: and 64 digits, made of the address in lower case.
            """
    )

    @Argument(help: "The file, or - for standard input.")
    var file: String

    @Option(name: .long, help: "The reason of entries that have none of their own.")
    var reason = "imported"

    @Flag(name: .long, help: "Keep hashes that take this workspace's secret to make, not the addresses.")
    var hashed = false

    @OptionGroup var site: SiteOptions

    /// How many faults are shown.
    private static let shownFaults = 20

    mutating func run() throws {
        try Guarded.run("suppress import") {
            let site = try self.site.open()
            let input = try ByteInput(path: file, command: "suppress import")
            let name = file == "-" ? "standard input" : file
            var reader = SuppressionTableReader(
                file: name,
                defaults: .init(reason: reason, source: name, since: .now)
            )
            while let bytes = try input.next() { reader.append(bytes) }
            reader.finish()
            guard reader.faults.isEmpty else {
                let rest = reader.faults.count - Self.shownFaults
                let more = rest > 0 ? ["and \(rest) more"] : []
                throw JobFailure(.badData, reader.faults.prefix(Self.shownFaults) + more + ["nothing was added"])
            }
            let entries = reader.entries.map { hashed ? site.addressHash.hashed($0) : site.stored($0) }
            let new = try site.withLedger { ledger throws(LedgerFailure) in try ledger.addSuppressions(entries) }
            Console.say("\(new) added, \(entries.count - new) there already")
        }
    }
}

/// `martlet suppress export`.
struct SuppressExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the list as CSV, for `suppress import` or another program.",
        discussion: """
            Example:
              martlet suppress export > suppressed.csv
            """
    )

    @OptionGroup var site: SiteOptions

    mutating func run() throws {
        try Guarded.run("suppress export") {
            let site = try self.site.open()
            var output: [UInt8] = []
            SuppressionTable.appendHeader(to: &output)
            try SuppressionPages.each(of: site) { entries in
                for entry in entries { SuppressionTable.append(entry, to: &output) }
                try Console.write(output)
                output.removeAll(keepingCapacity: true)
            }
            try Console.write(output)
        }
    }
}
