import Foundation
import Testing

extension CrashTests {
    @Test("Killed while it accepts a changed list, it leaves the old seal or the new one, and nobody is mailed twice")
    func killedWhileAccepting() async throws {
        let breaches = try await blocking { try Self.acceptance() }
        #expect(breaches.isEmpty, "seed \(CrashSettings.seed)")
    }

    private static let count = 1_200

    /// The list as it is changed: the first fifty off, the others the other way round, so that rows change, and some new.
    private static func changed(_ addresses: [String]) -> [String] {
        addresses.dropFirst(50).reversed() + (0..<40).map { "newcomer\($0)@notice.example" }
    }

    private static func acceptance() throws -> [String] {
        let scenario = Scenario(connections: 8, mode: .pipelining, recipients: count, rate: 600)
        let half = try HalfSent(scenario, killedAfter: 20)
        let workspace = half.workspace
        let old = workspace.addresses()
        let new = changed(old)
        try workspace.writeList(new)
        var generator = SplitMix(seed: CrashSettings.seed, "acceptance")
        var breaches: [String] = []
        var totals: Set<Int> = []
        for _ in 0..<8 {
            let child = try workspace.start("notice", ["--accept-changes"])
            let target = Target()
            target.aim(at: child)
            target.kill(after: Int.random(in: 20_000...700_000, using: &generator))
            let end = child.wait()
            target.join()
            half.sink.drain()
            let report = try ReportReading(workspace)
            totals.insert(report.total)
            let sum = report.classes.values.reduce(0, +)
            if sum != report.total { breaches.append("the classes add up to \(sum) of \(report.total)") }
            guard end == .killed(SIGKILL) else { break }
        }
        if !totals.isSubset(of: [count, count + 40]) { breaches.append("the list has \(totals) rows") }
        let (end, talk) = try workspace.finish("notice", ["--accept-changes"])
        if end != .exited(0) { breaches.append("it ended with \(end): \(talk)") }
        half.sink.drain()
        return try breaches + compare(half, old: old, new: new)
    }

    /// What the sink and the report disagree about at the end.
    private static func compare(_ half: HalfSent, old: [String], new: [String]) throws -> [String] {
        let record = half.sink.record
        let report = try ReportReading(half.workspace)
        var breaches = record.breaches + record.doubled.map { "TWICE: \($0)" }
        for (address, ids) in record.messageIDs where ids.count > 1 {
            breaches.append("\(address) has two Message-IDs")
        }
        for address in Set(old + new) {
            let got = record.messages[address] ?? 0
            switch report.recipients[address] {
            case "accepted": if got != 1 { breaches.append("LOST: \(address)") }
            case "cancelled": if got != 0 || new.contains(address) { breaches.append("taken out and sent: \(address)") }
            case "in_doubt": break
            case let other: breaches.append("\(address) ended as \(other ?? "missing")")
            }
        }
        if report.classes["cancelled"] == nil { breaches.append("nobody was taken out") }
        return breaches
    }
}
