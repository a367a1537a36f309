import Foundation
import Testing

extension CrashTests {
    /// What is left of the recorder.
    enum Remains: String, CaseIterable, Sendable {
        /// The machine went down before anything of it was written.
        case nothing
        /// The machine went down, and it is that of an earlier instant.
        case stale
        /// The machine did not go down: somebody put back a copy of the ledger alone.
        case whole
    }

    /// A lost machine takes the ledger back to its last synced commit, which is the claim, and the recorder's pages to
    /// any earlier instant.
    ///
    /// The list is shorter than one batch of claims. So the first claim is the last synced commit, and the files as they
    /// were at any later instant are what a lost machine may leave.
    @Test(
        "A ledger that is of an earlier instant puts in doubt what was open then, and mails nobody twice",
        arguments: Remains.allCases,
        sabotaged
    )
    func powerLost(remains: Remains, scenario: Scenario) async throws {
        let breaches = try await blocking {
            let half = try HalfSent(scenario, killedAfter: 140) { workspace in
                for name in Self.ledgerFiles + ["runs/notice-x/flight"] {
                    let kept = "kept-" + name.replacingOccurrences(of: "/", with: "-")
                    try FileSurgery.copy(workspace.state(name), to: workspace.state(kept))
                }
            }
            try Self.putBack(half.workspace, remains)
            return try half.breaches(isExact: true)
        }
        #expect(breaches.isEmpty)
    }

    /// Behind the last claim of a long list there is no synced commit: everything since may be gone at once.
    @Test(
        "Several batches of outcomes that a lost machine takes with it are in doubt, and nobody is mailed twice",
        arguments: [Remains.nothing, .whole]
    )
    func severalBatchesLost(remains: Remains) async throws {
        let breaches = try await blocking {
            let scenario = Scenario(engine: .native, connections: 8, mode: .pipelining, recipients: 3_000)
            let half = try HalfSent(scenario, killedAfter: 2_900)
            let lost = try LastSync.rollBack(half.workspace)
            if remains == .nothing { try FileManager.default.removeItem(at: half.workspace.flight()) }
            var breaches = try half.breaches(isExact: false)
            let report = try ReportReading(half.workspace)
            if lost < 2 { breaches.append("only \(lost) commits were lost") }
            // A batch is claimed when no more than as many again are without an outcome.
            if report.inDoubt > 1_000 { breaches.append("\(report.inDoubt) are in doubt") }
            if report.inDoubt == 0 { breaches.append("nobody is in doubt") }
            return breaches
        }
        #expect(breaches.isEmpty)
    }

    private static let ledgerFiles = ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm"]

    private static func putBack(_ workspace: CrashWorkspace, _ remains: Remains) throws {
        for name in ledgerFiles {
            try FileSurgery.copy(workspace.state("kept-\(name)"), to: workspace.state(name))
        }
        // The index of the log is made anew when the machine starts.
        try FileManager.default.removeItem(at: workspace.state("ledger.sqlite-shm"))
        switch remains {
        case .whole: break
        case .nothing: try FileManager.default.removeItem(at: workspace.flight())
        case .stale:
            try FileSurgery.copy(workspace.state("kept-runs-notice-x-flight"), to: workspace.flight())
        }
    }
}
