/// Compares what the sink was given with what the program says; each sentence is a broken promise.
struct Findings: Sendable {
    private(set) var sentences: [String] = []

    /// - Parameters:
    ///   - record: what the sink was given.
    ///   - report: what the program says at the end.
    ///   - addresses: the list.
    ///   - policy: with `resend` somebody may get two, but nobody none.
    init(_ record: SinkRecord, _ report: ReportReading, addresses: [String], policy: Scenario.Policy) {
        sentences = record.breaches
        checkSums(report, addresses)
        for address in addresses {
            check(address, record, report.recipients[address] ?? "missing", policy)
        }
        let strangers = Set(record.messages.keys).subtracting(addresses)
        if !strangers.isEmpty { sentences.append("the sink was given mail for strangers: \(strangers.sorted())") }
    }

    private mutating func checkSums(_ report: ReportReading, _ addresses: [String]) {
        let sum = report.classes.values.reduce(0, +)
        if report.total != addresses.count || sum != addresses.count {
            sentences.append(
                "the report has \(report.total) rows, its classes add up to \(sum), not \(addresses.count)"
            )
        }
        var counted: [String: Int] = [:]
        for name in report.recipients.values { counted[name, default: 0] += 1 }
        if counted != report.classes { sentences.append("CSV says \(counted), JSON says \(report.classes)") }
        if !report.repeated.isEmpty { sentences.append("listed twice: \(report.repeated)") }
        if report.recipients.count != addresses.count {
            sentences.append("the CSV lists \(report.recipients.count) addresses instead of \(addresses.count)")
        }
    }

    private mutating func check(_ address: String, _ record: SinkRecord, _ name: String, _ policy: Scenario.Policy) {
        let count = record.messages[address] ?? 0
        let identifiers = record.messageIDs[address]?.count ?? 0
        if identifiers > 1 { sentences.append("\(address) has \(identifiers) different Message-IDs") }
        switch name {
        case "accepted":
            if count < 1 { sentences.append("LOST: \(address) is listed as accepted, and the sink never got it") }
        case "in_doubt":
            if policy == .resend { sentences.append("\(address) is in doubt, although the policy is resend") }
        default:
            sentences.append("\(address) ended as \(name), and the sink got \(count)")
        }
        if count > 1, policy == .hold { sentences.append("TWICE: \(address) (\(name)) got \(count) messages") }
    }
}
