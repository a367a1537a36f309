import MailModel
import Testing

@testable import Ledger

@Suite("What a person does to a run")
struct ControlTests {
    @Test("A paused run gives no claims, keeps who paused it and since when, and goes on when it is resumed")
    func pause() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 4)
        _ = try workspace.claim(1, in: run)
        let paused = try workspace.ledger.pauseRun(run, by: "王芳", at: Workspace.now)
        #expect(paused.hold == .paused(RunPause(by: "王芳", at: Workspace.now)))
        #expect(try workspace.ledger.pauseRun(run, by: "李雷", at: Workspace.now + .seconds(9)).pause?.by == "王芳")
        #expect(try workspace.claim(9, in: run).isEmpty)
        let only = try workspace.ledger.claim(only: [2], in: run, recorder: Workspace.recorder, now: Workspace.now)
        #expect(only.isEmpty)
        #expect(try workspace.record([Outcomes.event(0, Outcomes.accepted)], in: run).appliedCount == 1)
        #expect(try workspace.ledger.resumeRun(run).hold == nil)
        #expect(try workspace.claim(9, in: run).map(\.seq) == [1, 2, 3])
    }

    @Test("A run that waits for approval gives no claims; the first approval stays, with its time")
    func approval() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 2)
        let waiting = try workspace.ledger.wantApproval(of: run, by: "王芳")
        #expect(waiting.hold == .approval(by: "王芳"))
        #expect(try workspace.claim(9, in: run).isEmpty)
        let approved = try workspace.ledger.approveRun(run, by: "王芳 (as wf)", at: Workspace.now)
        #expect(approved.approval == RunApproval(wanted: "王芳", by: "王芳 (as wf)", at: Workspace.now))
        #expect(approved.hold == nil)
        let again = try workspace.ledger.approveRun(run, by: "李雷", at: Workspace.now + .seconds(1))
        #expect(again.approval == approved.approval)
        #expect(try workspace.claim(9, in: run).count == 2)
    }

    @Test("A run that nobody has to approve cannot be approved")
    func noApproval() throws {
        let workspace = try Workspace()
        let run = try workspace.run()
        #expect(try workspace.ledger.approveRun(run, by: "王芳", at: Workspace.now).approval == nil)
    }

    @Test("Whatever a process lets go of a run that was cancelled is taken out, and the sum stays")
    func cancelledWhileOpen() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 9)
        _ = try workspace.claim(6, in: run)
        let ledger = workspace.ledger
        #expect(try ledger.cancelRun(run, at: Workspace.now, because: "cancelled by 王芳") == 3)
        try workspace.record(
            [
                Outcomes.event(0, Outcomes.accepted), Outcomes.event(1, Outcomes.deferred),
                Outcomes.event(2, Outcomes.released), Outcomes.event(3, Outcomes.inDoubt),
            ],
            in: run
        )
        #expect(try ledger.giveBack([AttemptID(seq: 4, attempt: 1)], in: run, at: Workspace.now) == 1)
        #expect(try ledger.abandonedRuns(job: "activation").map(\.number) == [run])
        let changes = RecoveryChanges(
            events: [],
            inDoubt: [],
            planned: [AttemptID(seq: 5, attempt: 1)],
            words: "killed"
        )
        let retry: RetryRule = { .again(at: $0.at) }
        #expect(try ledger.recover(changes, in: run, at: Workspace.now, retry: retry).planned == 1)
        #expect(try ledger.abandonedRuns(job: "activation").isEmpty)
        let counts = try ledger.classCounts(of: run)
        #expect(counts.cancelled == 7 && counts.accepted == 1 && counts.inDoubt == 1)
        #expect(counts.sum == counts.total)
        #expect(try ledger.remaining(in: run).isNothing)
        #expect(try workspace.claim(9, in: run, at: Workspace.now + .seconds(600)).isEmpty)
        #expect(try ledger.run(run)?.note == "cancelled by 王芳")
    }
}
