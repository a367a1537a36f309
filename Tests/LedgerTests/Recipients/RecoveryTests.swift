import MailModel
import Testing

@testable import Ledger

@Suite("Recovery and doubts")
struct RecoveryTests {
    private func recover(_ workspace: Workspace, _ run: UInt32, _ changes: RecoveryChanges) throws -> RecoverySummary {
        try workspace.ledger.recover(changes, in: run, at: Workspace.now, retry: { .again(at: $0.at) })
    }

    @Test("Open claims are those without an outcome, at the attempt at which they were claimed")
    func openClaims() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 10)
        _ = try workspace.claim(6, in: run)
        try workspace.record(
            [
                Outcomes.event(1, Outcomes.accepted), Outcomes.event(2, Outcomes.deferred),
                Outcomes.event(4, Outcomes.failed),
            ],
            in: run
        )
        _ = try workspace.claim(1, in: run, at: Workspace.now + .seconds(60))
        try workspace.reopen()
        #expect(
            try workspace.ledger.openClaims(in: run) == [
                AttemptID(seq: 0, attempt: 1), AttemptID(seq: 2, attempt: 2), AttemptID(seq: 3, attempt: 1),
                AttemptID(seq: 5, attempt: 1),
            ]
        )
    }

    @Test("Recovery applies outcomes, doubts and plans in one step, and a second time changes nothing")
    func recovery() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 10)
        let claims = try workspace.claim(4, in: run)
        let changes = RecoveryChanges(
            events: [Outcomes.event(0, Outcomes.accepted)],
            inDoubt: [claims[1]],
            planned: [claims[2], claims[3]],
            words: "the process ended; its flight recorder is whole"
        )
        let summary = try recover(workspace, run, changes)
        #expect(summary.outcomes.applied == [.accepted: 1] && summary.inDoubt == 1 && summary.planned == 2)
        let states = try workspace.ledger.recipients(in: run).map(\.state)
        #expect(states == [.accepted, .inDoubt, .planned, .planned])
        #expect(try workspace.ledger.recipient(1, in: run)?.words == .note(changes.words))
        #expect(try workspace.ledger.run(run)?.recorder == nil)
        #expect(try workspace.ledger.openClaims(in: run).isEmpty)
        let again = try recover(workspace, run, changes)
        #expect(again.inDoubt == 0 && again.planned == 0 && again.outcomes.ignored == 1)
        #expect(try workspace.ledger.recipients(in: run).map(\.state) == states)
    }

    @Test("What goes back to planned is claimed with a new number and has cost no attempt")
    func plannedAgain() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 3)
        let claims = try workspace.claim(2, in: run)
        _ = try recover(workspace, run, RecoveryChanges(events: [], inDoubt: [], planned: claims, words: "w"))
        let again = try workspace.claim(9, in: run)
        #expect(again == [AttemptID(seq: 0, attempt: 2), AttemptID(seq: 1, attempt: 2), AttemptID(seq: 2, attempt: 1)])
        #expect(try workspace.ledger.recipient(0, in: run)?.tries == 1)
    }

    @Test("A recovery that leaves claims open keeps the run tied to their recorder")
    func partial() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 3)
        let claims = try workspace.claim(2, in: run)
        _ = try recover(workspace, run, RecoveryChanges(events: [], inDoubt: [claims[0]], planned: [], words: "w"))
        #expect(try workspace.ledger.run(run)?.recorder == Workspace.recorder)
        #expect(try workspace.ledger.openClaims(in: run) == [claims[1]])
    }

    @Test("A recipient in doubt is not claimed, and an outcome that comes late does not apply")
    func held() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 1)
        let claims = try workspace.claim(1, in: run)
        _ = try recover(workspace, run, RecoveryChanges(events: [], inDoubt: claims, planned: [], words: "w"))
        #expect(try workspace.claim(1, in: run, at: Workspace.now + .seconds(9_999)).isEmpty)
        #expect(try workspace.record([Outcomes.event(0, Outcomes.accepted)], in: run).ignored == 1)
        #expect(try workspace.state(of: 0, in: run) == .inDoubt)
        #expect(try workspace.ledger.remaining(in: run).isNothing)
        #expect(try workspace.ledger.remaining(in: run).inDoubt == 1)
    }

    @Test(
        "A doubt is settled once, by whatever was decided, and the history tells both",
        arguments: Resolution.allCases
    )
    func resolve(resolution: Resolution) throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 2)
        _ = try workspace.claim(2, in: run)
        try workspace.record([Outcomes.event(0, Outcomes.inDoubt), Outcomes.event(1, Outcomes.accepted)], in: run)
        try workspace.ledger.finishRun(run, at: Workspace.now)
        let ledger = workspace.ledger
        let later = Workspace.now + .seconds(5)
        let words = "王小明: asked the recipient"
        #expect(try ledger.resolve([0, 1, 7], in: run, as: resolution, because: words, at: later) == 1)
        #expect(try ledger.resolve([0], in: run, as: .accepted, because: words, at: later) == 0)
        #expect(try workspace.state(of: 0, in: run) == resolution.state)
        #expect(try ledger.history(of: 0, in: run).map(\.event) == [.inDoubt, resolution.event])
        #expect(try ledger.history(of: 0, in: run).last?.words == .note(words))
        #expect(try ledger.run(run)?.state == (resolution == .resend ? .open : .finished))
        let claims = try workspace.claim(9, in: run, at: later)
        #expect(claims == (resolution == .resend ? [AttemptID(seq: 0, attempt: 2)] : []))
    }

    @Test("Every change that the ledger makes is one of the transitions that are written down")
    func transitions() {
        for state in RecipientState.allCases {
            #expect(!state.successors.contains(state))
            #expect(!state.isSettled || !state.successors.contains(.claimed))
        }
        #expect(RecipientState.allCases.filter { $0.successors.contains(.claimed) } == [.planned, .deferred])
        #expect(RecipientState.inDoubt.successors == Set(Resolution.allCases.map(\.state)))
    }
}
