import Foundation
import Testing

extension CrashTests {
    /// What is left of the recorder when the machine went down.
    enum Remains: String, CaseIterable, Sendable {
        case nothing
        case stale
    }

    /// A lost machine takes the ledger back to its last synced commit, which is the claim, and the recorder's pages to
    /// any earlier instant.
    ///
    /// The list is shorter than one batch of claims. So the first claim is the last synced commit, and the files as they
    /// were at any later instant are what a lost machine may leave.
    @Test("A lost machine puts in doubt what was open, and mails nobody twice", arguments: Remains.allCases, sabotaged)
    func powerLost(remains: Remains, scenario: Scenario) async throws {
        let breaches = try await blocking {
            let half = try HalfSent(scenario) { workspace in
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

    private static let ledgerFiles = ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm"]

    private static func putBack(_ workspace: CrashWorkspace, _ remains: Remains) throws {
        for name in ledgerFiles {
            try FileSurgery.copy(workspace.state("kept-\(name)"), to: workspace.state(name))
        }
        // The index of the log is made anew when the machine starts.
        try FileManager.default.removeItem(at: workspace.state("ledger.sqlite-shm"))
        switch remains {
        case .nothing: try FileManager.default.removeItem(at: workspace.flight())
        case .stale:
            try FileSurgery.copy(workspace.state("kept-runs-notice-x-flight"), to: workspace.flight())
        }
    }
}
