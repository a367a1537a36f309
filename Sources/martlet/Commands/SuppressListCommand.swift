internal import ArgumentParser
internal import Ledger
internal import MailJobs
internal import MailModel
internal import RecipientTable

/// `martlet suppress list`.
struct SuppressListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show who is on the list, and why.",
        discussion: """
            Example:
              martlet suppress list --reason hard-bounce
            """
    )

    @Option(name: .long, help: "Only the entries with this reason.")
    var reason: String?

    @Option(name: .long, help: "text for people; json is one object a line.")
    var format: OutputFormat = .text

    @OptionGroup var site: SiteOptions

    mutating func run() throws {
        try Guarded.run("suppress list") {
            let site = try self.site.open()
            try SuppressionPages.each(of: site) { entries in
                var output: [UInt8] = []
                for entry in entries where reason == nil || entry.reason == reason {
                    output += format == .json ? SuppressionLine.json(entry) : SuppressionLine.text(entry)
                }
                try Console.write(output)
            }
        }
    }
}

/// The whole list, a page at a time.
enum SuppressionPages {
    /// Hands over all entries.
    static func each(of site: JobSite, _ take: ([Suppression]) throws -> Void) throws {
        for kind in Suppression.Kind.allCases {
            var last: String?
            while true {
                let after = last
                let page = try site.withLedger { ledger throws(LedgerFailure) in
                    try ledger.suppressions(kind: kind, after: after)
                }
                guard let end = page.last else { break }
                try take(page)
                last = end.value
            }
        }
    }
}

/// One entry on one line.
enum SuppressionLine {
    /// For people.
    static func text(_ entry: Suppression) -> [UInt8] {
        var text = "\(SuppressionName.text(of: entry))  \(entry.reason)  since \(TimeText.local(entry.at))"
        if let expires = entry.expires {
            text += expires > .now ? ", until \(TimeText.local(expires))" : ", expired \(TimeText.local(expires))"
        }
        text += "  (\(entry.source))"
        if let note = entry.note { text += "  \(note)" }
        return Array((text + "\n").utf8)
    }

    /// For scripts.
    static func json(_ entry: Suppression) -> [UInt8] {
        var output: [UInt8] = []
        JSONText.append(.object(members(entry)), to: &output)
        return output + [0x0A]
    }

    /// What an entry has, as members of an object.
    static func members(_ entry: Suppression) -> [RowValue.Member] {
        var members: [RowValue.Member] = [
            .init(name: "address", value: .string(SuppressionName.text(of: entry))),
            .init(name: "reason", value: .string(entry.reason)), .init(name: "source", value: .string(entry.source)),
            .init(name: "since", value: .string(TimeText.utc(entry.at))),
        ]
        if let expires = entry.expires {
            members.append(.init(name: "expires", value: .string(TimeText.utc(expires))))
        }
        if let note = entry.note { members.append(.init(name: "note", value: .string(note))) }
        return members
    }
}
