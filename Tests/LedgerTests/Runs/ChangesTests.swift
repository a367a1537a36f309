import MailModel
import Testing

@testable import Ledger

@Suite("Changes of a sealed run")
struct ChangesTests {
    private func changes(
        revision: UInt32 = 1,
        recipients: UInt32 = 10,
        removed: [UInt32] = [],
        rejected: [RejectedRow] = []
    ) -> RunChanges {
        RunChanges(
            revision: revision,
            seal: [UInt8](repeating: 9, count: 32),
            recipients: recipients,
            rejected: rejected,
            removed: removed,
            at: Workspace.now
        )
    }

    /// A run in which everybody stands elsewhere: accepted, deferred, failed, in doubt, given back, and the rest untried.
    private func half(_ workspace: Workspace) throws -> UInt32 {
        let old = RejectedRow(row: 3, line: 4, address: "x", isDuplicate: false, text: "no address")
        let run = try workspace.run(recipients: 10, rejected: [old])
        _ = try workspace.claim(5, in: run)
        try workspace.record(Outcomes.every.enumerated().map { Outcomes.event(UInt32($0.offset), $0.element) }, in: run)
        _ = try workspace.ledger.closeClaims(in: run)
        return run
    }

    @Test("Who was not sent to and is off the list is taken out; all others stay, new ones get new numbers")
    func accept() throws {
        let workspace = try Workspace()
        let run = try half(workspace)
        let bad = RejectedRow(row: 1, line: 2, address: "y", isDuplicate: true, text: "twice")
        let wanted = changes(
            recipients: 13,
            removed: [0, 1, 2, 3, 4, 7],
            rejected: [bad, bad].enumerated().map {
                var row = $0.element
                row.row += UInt32($0.offset)
                return row
            }
        )
        let done = try workspace.ledger.accept(wanted, in: run)
        #expect(done.cancelled == 3)
        #expect(done.run.revision == 1 && done.run.recipients == 13 && done.run.rows == 15)
        let states = try (0..<8).map { try workspace.state(of: $0, in: run) }
        #expect(
            states == [.accepted, .cancelled, .failed, .inDoubt, .cancelled, .planned, .planned, .cancelled]
        )
        let counts = try workspace.ledger.classCounts(of: run)
        #expect(counts.sum == 15 && counts.total == 15 && counts.rejected == 2 && counts.cancelled == 3)
        #expect(
            try workspace.claim(99, in: run, at: Workspace.now + .seconds(600)).map(\.seq) == [5, 6, 8, 9, 10, 11, 12]
        )
    }

    @Test("The list that was sealed before is still known: it does not go out as another run")
    func oldSeal() throws {
        let workspace = try Workspace()
        let run = try half(workspace)
        _ = try workspace.ledger.accept(changes(), in: run)
        let ledger = workspace.ledger
        #expect(try ledger.run(job: "activation", seal: [UInt8](repeating: 7, count: 32))?.number == run)
        #expect(try ledger.run(job: "activation", seal: [UInt8](repeating: 9, count: 32))?.number == run)
        #expect(try ledger.run(job: "other", seal: [UInt8](repeating: 7, count: 32)) == nil)
    }

    @Test("An approval that was given is void once changes are accepted")
    func approvalIsVoid() throws {
        let workspace = try Workspace()
        let run = try half(workspace)
        _ = try workspace.ledger.wantApproval(of: run, by: "王芳")
        _ = try workspace.ledger.approveRun(run, by: "王芳", at: Workspace.now)
        #expect(try workspace.ledger.accept(changes(), in: run).run.hold == .approval(by: "王芳"))
    }

    @Test("With claims open, at another revision, with fewer recipients, or when it is over, nothing is accepted")
    func refused() throws {
        let workspace = try Workspace()
        let run = try half(workspace)
        #expect(throws: LedgerFailure.self) { try workspace.ledger.accept(changes(revision: 2), in: run) }
        #expect(throws: LedgerFailure.self) { try workspace.ledger.accept(changes(recipients: 9), in: run) }
        _ = try workspace.claim(1, in: run)
        #expect(throws: LedgerFailure.self) { try workspace.ledger.accept(changes(), in: run) }
        #expect(try workspace.ledger.run(run)?.revision == 0)
        #expect(try workspace.ledger.rejectedRows(in: run).count == 1)
        let over = try workspace.run(occurrence: "20261124T0900Z")
        _ = try workspace.ledger.cancelRun(over, at: Workspace.now, because: "over")
        #expect(throws: LedgerFailure.self) { try workspace.ledger.accept(changes(), in: over) }
    }

    @Test("Who was taken out although the message may have arrived is remembered")
    func doubtsTakenOut() throws {
        let workspace = try Workspace()
        let run = try half(workspace)
        _ = try workspace.ledger.resolve([3], in: run, as: .cancelled, because: "王芳", at: Workspace.now)
        #expect(try workspace.ledger.doubtsTakenOut(of: run) == [3])
    }
}
