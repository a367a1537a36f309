import MailModel
import Testing

@testable import Ledger

@Suite("Runs")
struct RunTests {
    @Test("A run is found by number, name, occurrence and seal, and has what it was sealed with")
    func lookup() throws {
        let workspace = try Workspace()
        let rejected = [
            RejectedRow(row: 4, line: 6, address: "王@", isDuplicate: false, text: "the domain is missing"),
            RejectedRow(row: 9, line: nil, address: "a@b.example", isDuplicate: true, text: "duplicate of row 2"),
        ]
        let number = try workspace.run(recipients: 10, rejected: rejected)
        let run = try #require(try workspace.ledger.run(number))
        #expect(run.rows == 12 && run.recipients == 10 && run.state == .open && run.claimedUpTo == 0)
        #expect(run.recorder == nil && run.finished == nil && run.note == nil)
        #expect(run.seal == [UInt8](repeating: 7, count: 32) && run.created == Workspace.now)
        #expect(try workspace.ledger.run(named: "activation-20261123T0900Z") == run)
        #expect(try workspace.ledger.run(job: "activation", occurrence: "20261123T0900Z") == run)
        #expect(try workspace.ledger.run(job: "activation", seal: run.seal) == run)
        #expect(try workspace.ledger.run(job: "other", seal: run.seal) == nil)
        #expect(try workspace.ledger.run(job: "activation", seal: [1]) == nil)
        #expect(try workspace.ledger.run(99) == nil)
        #expect(try workspace.ledger.rejectedRows(in: number) == rejected)
        #expect(try workspace.ledger.rejectedRows(in: number, limit: 1) == [rejected[0]])
    }

    @Test("The same occurrence, or the same name, never runs twice")
    func twice() throws {
        let workspace = try Workspace()
        _ = try workspace.run()
        let failure = #expect(throws: LedgerFailure.self) { _ = try workspace.run() }
        #expect(failure?.code == .alreadyExists)
        #expect(try workspace.ledger.runs().count == 1)
    }

    @Test("Unfinished runs come in order, the latest is the latest, finished ones are not unfinished")
    func unfinished() throws {
        let workspace = try Workspace()
        let runs = try ["a", "b", "c"].map { try workspace.run(occurrence: $0) }
        #expect(try workspace.ledger.latestRun()?.number == runs[2])
        try workspace.ledger.finishRun(runs[1], at: Workspace.now)
        #expect(try workspace.ledger.unfinishedRuns(job: "activation").map(\.number) == [runs[0], runs[2]])
        #expect(try workspace.ledger.unfinishedRuns(job: "other").isEmpty)
        #expect(try workspace.ledger.run(runs[1])?.finished == Workspace.now)
        #expect(try workspace.ledger.runs(job: "activation", limit: 2).map(\.number) == [runs[2], runs[1]])
        #expect(try workspace.ledger.latestRun(job: "other") == nil)
    }

    @Test("A cancelled run counts what was never tried as cancelled, and lets nothing be claimed")
    func cancelled() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 10)
        _ = try workspace.claim(4, in: run)
        try workspace.record(
            [
                Outcomes.event(0, Outcomes.accepted), Outcomes.event(1, Outcomes.deferred),
                Outcomes.event(2, Outcomes.released),
            ],
            in: run
        )
        #expect(try workspace.ledger.cancelRun(run, at: Workspace.now, because: "wrong list") == 8)
        #expect(try workspace.ledger.cancelRun(run, at: Workspace.now, because: "again") == 0)
        #expect(try workspace.claim(10, in: run, at: Workspace.now + .seconds(999)).isEmpty)
        let counts = try workspace.ledger.classCounts(of: run)
        #expect(counts.cancelled == 8 && counts.accepted == 1 && counts.planned == 1 && counts.sum == 10)
        #expect(try workspace.state(of: 9, in: run) == .cancelled)
        #expect(try workspace.state(of: 3, in: run) == .claimed)
    }
}
