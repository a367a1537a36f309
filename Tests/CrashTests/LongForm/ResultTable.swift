/// The figures of many campaigns, a line for each scenario.
struct ResultTable {
    private var order: [String] = []
    private var rows: [String: Row] = [:]

    private struct Row {
        var runs = 0
        var kills = 0
        var early = 0
        var worst = 0
        var limit = 0
        var inDoubt = 0
        var received = 0
        var drops = 0
        var doubled = 0
        var recipients = 0
        var findings = 0

        var cells: [Int] {
            [runs, recipients, kills, early, drops, inDoubt, received, worst, limit, doubled, findings]
        }
    }

    private static let heads = [
        "runs", "recipients", "kills", "early", "drops", "in doubt", "received", "worst", "limit", "twice", "broken",
    ]

    mutating func add(_ result: Campaign.Result) {
        let name = "\(result.scenario)"
        if rows[name] == nil { order.append(name) }
        var row = rows[name] ?? Row()
        row.runs += 1
        row.kills += result.kills
        row.early += result.earlyKills
        row.worst = max(row.worst, result.doubtsOfOneKill)
        row.limit = result.scenario.unanswered
        row.inDoubt += result.inDoubt
        row.received += result.inDoubtReceived
        row.drops += result.drops
        row.doubled += result.doubled
        row.recipients += result.scenario.recipients
        row.findings += result.findings.count
        rows[name] = row
    }

    /// One campaign on one line.
    func line(_ result: Campaign.Result) -> String {
        "\(result.scenario): \(result.kills) kills, \(result.inDoubt) in doubt, \(result.findings.count) broken"
    }

    /// All of it, as a table in Markdown with the sum at its end.
    var text: String {
        var sum = Row()
        var lines = [
            "| scenario | \(Self.heads.joined(separator: " | ")) |", "|---|\(Self.heads.map { _ in "--:|" }.joined())",
        ]
        for name in order {
            guard let row = rows[name] else { continue }
            lines.append("| \(name) | \(row.cells.map(String.init).joined(separator: " | ")) |")
            sum.runs += row.runs
            sum.recipients += row.recipients
            sum.kills += row.kills
            sum.early += row.early
            sum.drops += row.drops
            sum.inDoubt += row.inDoubt
            sum.received += row.received
            sum.worst = max(sum.worst, row.worst)
            sum.limit = max(sum.limit, row.limit)
            sum.doubled += row.doubled
            sum.findings += row.findings
        }
        lines.append("| all | \(sum.cells.map(String.init).joined(separator: " | ")) |")
        return lines.joined(separator: "\n")
    }
}
