import MailModel
import Testing

@testable import Ledger

@Suite("Backups of the ledger")
struct BackupTests {
    private let workspace: Workspace
    private let run: UInt32
    private let copy: String

    /// A run with 2 accepted, 1 deferred, 2 claimed and 5 planned; the backup is made then.
    init() throws {
        workspace = try Workspace()
        run = try workspace.run(recipients: 10)
        _ = try workspace.claim(5, in: run)
        try workspace.record(
            [
                Outcomes.event(0, Outcomes.accepted), Outcomes.event(1, Outcomes.accepted),
                Outcomes.event(2, Outcomes.deferred),
            ],
            in: run
        )
        copy = workspace.path + "/copy.sqlite"
        try workspace.ledger.backUp(to: copy, at: Workspace.now)
    }

    private func restored() throws -> RunLedger { try RunLedger(path: copy, access: .readWrite) }

    private func settle(_ ledger: RunLedger, nothingSentSince: Bool) throws -> RestoredSettlement? {
        try ledger.settleRestored(run, nothingSentSince: nothingSentSince, because: "restored", at: Workspace.now)
    }

    @Test("The ledger itself is not marked, and goes on; the copy gives no claims of what was not finished")
    func marked() throws {
        #expect(try workspace.ledger.backupMark() == nil)
        #expect(try workspace.claim(2, in: run).map(\.seq) == [5, 6])
        let ledger = try restored()
        #expect(try ledger.backupMark() == Workspace.now)
        #expect(try ledger.restoredHold(of: "activation")?.runs == ["activation-20261123T0900Z"])
        #expect(throws: LedgerFailure.self) {
            try ledger.claim(upTo: 1, in: run, recorder: Workspace.recorder, now: Workspace.now)
        }
        #expect(throws: LedgerFailure.self) {
            try ledger.claim(only: [9], in: run, recorder: Workspace.recorder, now: Workspace.now)
        }
    }

    @Test("Whoever may have been sent to since the backup is in doubt: all that were not settled then")
    func settled() throws {
        let ledger = try restored()
        #expect(try settle(ledger, nothingSentSince: false) == RestoredSettlement(inDoubt: 8, waiting: 0))
        #expect(try settle(ledger, nothingSentSince: false) == nil)
        #expect(try ledger.classCounts(of: run).inDoubt == 8)
        #expect(try ledger.classCounts(of: run).accepted == 2)
        let claims = try ledger.claim(upTo: 10, in: run, recorder: Workspace.recorder, now: Workspace.now)
        #expect(claims.isEmpty)
        #expect(try ledger.history(of: 9, in: run).map(\.event) == [.inDoubt])
        #expect(try ledger.openClaims(in: run).isEmpty)
    }

    @Test("When nothing was sent since, only open claims are in doubt, and the others are sent to")
    func nothingSince() throws {
        let ledger = try restored()
        #expect(try settle(ledger, nothingSentSince: true) == RestoredSettlement(inDoubt: 2, waiting: 6))
        let later = Workspace.now + .seconds(120)
        let claims = try ledger.claim(upTo: 10, in: run, recorder: Workspace.recorder, now: later)
        #expect(claims.map(\.seq) == [2, 5, 6, 7, 8, 9])
        #expect(claims.first?.attempt == 2)
    }

    @Test("A job starts no run before a person has let it, even when none of its runs was open")
    func newRuns() throws {
        let ledger = try restored()
        #expect(try ledger.restoredHold(of: "other") == RestoredHold(backupAt: Workspace.now, runs: []))
        try ledger.clear("other", at: Workspace.now)
        #expect(try ledger.restoredHold(of: "other") == nil)
        try ledger.clear("activation", at: Workspace.now)
        #expect(try ledger.restoredHold(of: "activation") != nil)
        _ = try settle(ledger, nothingSentSince: false)
        #expect(try ledger.restoredHold(of: "activation") == nil)
    }

    @Test("A backup of a restored ledger holds everything anew")
    func again() throws {
        let ledger = try restored()
        _ = try settle(ledger, nothingSentSince: true)
        try ledger.clear("activation", at: Workspace.now)
        let second = workspace.path + "/second.sqlite"
        let later = Workspace.now + .seconds(60)
        try ledger.backUp(to: second, at: later)
        let twice = try RunLedger(path: second, access: .readWrite)
        #expect(try twice.restoredHold(of: "activation")?.backupAt == later)
    }

    @Test("A copy that cannot be made leaves no file behind")
    func refused() throws {
        #expect(throws: LedgerFailure.self) {
            try workspace.ledger.backUp(to: workspace.path + "/no/copy", at: Workspace.now)
        }
        #expect(throws: LedgerFailure.self) { try workspace.ledger.backUp(to: copy, at: Workspace.now) }
    }
}
