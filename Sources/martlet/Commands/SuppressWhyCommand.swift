internal import ArgumentParser
internal import Ledger
internal import MailJobs
internal import MailModel
internal import RecipientTable

/// `martlet suppress why ADDRESS…`.
struct SuppressWhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract:
            "Say whether mail to these addresses is held back, by which entry, since when, and because of which mail.",
        discussion: """
            Example:
              martlet suppress why ann@example.com
            """
    )

    @Argument(help: ArgumentHelp("Addresses, or domains as @example.com.", valueName: "address"))
    var names: [String]

    @Option(name: .long, help: "text for people; json is one object a line for each address.")
    var format: OutputFormat = .text

    @OptionGroup var site: SiteOptions

    mutating func run() throws {
        try Guarded.run("suppress why") {
            _ = try SuppressNames.read(names)
            let site = try self.site.open()
            for text in names {
                let search: SuppressionSearch
                do throws(SuppressionName.Fault) { search = try SuppressionSearch(text, in: site) } catch {
                    throw JobFailure(.usage, "\(error)")
                }
                let finding = try search.find()
                try Console.write(format == .json ? json(text, finding) : Array(self.text(text, finding).utf8))
            }
        }
    }

    private func text(_ name: String, _ finding: SuppressionSearch.Finding) -> String {
        var text = "\(name): \(answer(finding))\n"
        for entry in finding.entries {
            text += "  " + String(decoding: SuppressionLine.text(entry), as: UTF8.self)
        }
        for evidence in finding.evidence {
            let listed = evidence.verdict
            let verdict = listed.verdict
            let words = [verdict.deliveryClass, verdict.status, verdict.reason, verdict.text].compactMap(\.self)
            text += "  because of \(listed.kind), run \(evidence.run), collected \(TimeText.local(listed.at)): "
            text += "\(words.joined(separator: " "))\n    \(listed.file.isEmpty ? "pruned" : listed.file)\n"
        }
        if !finding.softBounces.isEmpty {
            text += "  \(finding.softBounces.count) soft bounces are counted:\n"
            for bounce in finding.softBounces {
                text += "    \(TimeText.local(bounce.at))  run number \(bounce.run)  \(bounce.status ?? "no status")\n"
            }
        }
        return text
    }

    private func answer(_ finding: SuppressionSearch.Finding) -> String {
        if finding.entries.contains(where: { $0.holds(at: .now) }) { return "gets no mail" }
        return finding.entries.isEmpty ? "not on the list" : "gets mail: what was on the list has expired"
    }

    private func json(_ name: String, _ finding: SuppressionSearch.Finding) -> [UInt8] {
        JSONLine.make([
            ("address", .string(name)),
            ("suppressed", .bool(finding.entries.contains { $0.holds(at: .now) })),
            ("entries", .list(finding.entries.map { .object(SuppressionLine.members($0)) })),
            (
                "evidence",
                .list(
                    finding.evidence.map { evidence in
                        let listed = evidence.verdict
                        var members: [RowValue.Member] = [
                            .init(name: "run", value: .string(evidence.run)),
                            .init(name: "kind", value: .string(listed.kind)),
                            .init(name: "at", value: .string(TimeText.utc(listed.at))),
                            .init(name: "file", value: .string(listed.file)),
                        ]
                        for (name, text) in [
                            ("class", listed.verdict.deliveryClass), ("status", listed.verdict.status),
                            ("reason", listed.verdict.reason), ("words", listed.verdict.text),
                        ] {
                            if let text { members.append(.init(name: name, value: .string(text))) }
                        }
                        return .object(members)
                    }
                )
            ),
            (
                "soft_bounces",
                .list(
                    finding.softBounces.map { bounce in
                        .object([
                            .init(name: "at", value: .string(TimeText.utc(bounce.at))),
                            .init(name: "run_number", value: .number(String(bounce.run))),
                            .init(name: "status", value: bounce.status.map(RowValue.string) ?? .null),
                        ])
                    }
                )
            ),
        ])
    }
}
