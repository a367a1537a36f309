import MailModel
import Testing

@testable import Ledger

@Suite("Claims")
struct ClaimTests {
    @Test("First attempts come in order, each once, until there are no more")
    func fresh() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 10)
        #expect(try workspace.claim(4, in: run) == (0..<4).map { AttemptID(seq: $0, attempt: 1) })
        #expect(try workspace.claim(100, in: run) == (4..<10).map { AttemptID(seq: $0, attempt: 1) })
        #expect(try workspace.claim(100, in: run).isEmpty)
        #expect(try workspace.ledger.run(run)?.claimedUpTo == 10)
    }

    @Test("Recipients that were taken out before are skipped, and the count is filled all the same")
    func skips() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 10)
        #expect(try workspace.ledger.cancel([0, 2, 3, 99], in: run, because: "left", at: Workspace.now) == 3)
        #expect(try workspace.claim(3, in: run).map(\.seq) == [1, 4, 5])
        #expect(try workspace.ledger.cancel([1, 4, 9], in: run, because: "left", at: Workspace.now) == 1)
        #expect(try workspace.claim(9, in: run).map(\.seq) == [6, 7, 8])
        #expect(try workspace.ledger.openClaims(in: run).map(\.seq) == [1, 4, 5, 6, 7, 8])
    }

    @Test("Rule 6: what is due comes first, with the next attempt number, and not before its time")
    func due() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 5)
        _ = try workspace.claim(3, in: run)
        try workspace.record(
            [
                Outcomes.event(0, Outcomes.deferred), Outcomes.event(1, Outcomes.accepted),
                Outcomes.event(2, Outcomes.deferred),
            ],
            in: run
        )
        #expect(try workspace.ledger.remaining(in: run).nextDue == Workspace.now + .seconds(60))
        #expect(try workspace.claim(1, in: run, at: Workspace.now + .seconds(59)).map(\.seq) == [3])
        let claims = try workspace.claim(3, in: run, at: Workspace.now + .seconds(60))
        #expect(
            claims == [AttemptID(seq: 0, attempt: 2), AttemptID(seq: 2, attempt: 2), AttemptID(seq: 4, attempt: 1)]
        )
    }

    @Test("Given recipients are claimed wherever they wait, and never twice")
    func only() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 10)
        let ledger = workspace.ledger
        let first = try ledger.claim(only: [7, 2, 7, 99], in: run, recorder: Workspace.recorder, now: Workspace.now)
        #expect(first == [AttemptID(seq: 7, attempt: 1), AttemptID(seq: 2, attempt: 1)])
        try workspace.record([Outcomes.event(7, Outcomes.deferred)], in: run)
        let again = try ledger.claim(only: [2, 7], in: run, recorder: Workspace.recorder, now: Workspace.now)
        #expect(again == [AttemptID(seq: 7, attempt: 2)])
        #expect(try workspace.claim(100, in: run).map(\.seq) == [0, 1, 3, 4, 5, 6, 8, 9])
        #expect(try ledger.openClaims(in: run).count == 10)
    }

    @Test("Claims given back are due at once, with a new number, and cost no attempt")
    func givenBack() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 4)
        let claims = try workspace.claim(4, in: run)
        try workspace.record([Outcomes.event(0, Outcomes.accepted)], in: run)
        #expect(try workspace.ledger.giveBack(claims, in: run, at: Workspace.now) == 3)
        #expect(try workspace.ledger.giveBack(claims, in: run, at: Workspace.now) == 0)
        #expect(try workspace.ledger.recipient(1, in: run)?.tries == 0)
        #expect(try workspace.claim(9, in: run) == (1..<4).map { AttemptID(seq: $0, attempt: 2) })
        #expect(try workspace.ledger.recipient(1, in: run)?.tries == 1)
    }

    @Test("A suppressed claim is settled, with the reason")
    func suppressed() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 4)
        let claims = try workspace.claim(2, in: run)
        let reason = "hard-bounce in activation-1"
        #expect(try workspace.ledger.suppress([claims[1]], in: run, because: reason, at: Workspace.now) == 1)
        let facts = try #require(try workspace.ledger.recipient(1, in: run))
        #expect(facts.state == .suppressed && facts.words == .note(reason))
        #expect(try workspace.ledger.history(of: 1, in: run).map(\.event) == [.suppressed])
        try workspace.record([Outcomes.event(1, Outcomes.accepted)], in: run)
        #expect(try workspace.state(of: 1, in: run) == .suppressed)
    }

    @Test("Rule 4: a claim under another recorder is refused while claims are open: recovery comes first")
    func otherRecorder() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 4)
        _ = try workspace.claim(2, in: run)
        var other = Workspace.recorder
        other.inode += 1
        let failure = #expect(throws: LedgerFailure.self) {
            _ = try workspace.ledger.claim(upTo: 1, in: run, recorder: other, now: Workspace.now)
        }
        #expect(failure?.code == .misuse)
        #expect(try workspace.ledger.run(run)?.recorder == Workspace.recorder)
        #expect(try workspace.ledger.closeClaims(in: run) == false)
        try workspace.record([Outcomes.event(0, Outcomes.accepted), Outcomes.event(1, Outcomes.failed)], in: run)
        #expect(try workspace.ledger.closeClaims(in: run))
        #expect(try workspace.ledger.run(run)?.recorder == nil)
        #expect(try workspace.ledger.claim(upTo: 1, in: run, recorder: other, now: Workspace.now).map(\.seq) == [2])
    }

    @Test("A run that does not exist is our fault, and is said so")
    func noRun() throws {
        let workspace = try Workspace()
        let failure = #expect(throws: LedgerFailure.self) { _ = try workspace.claim(1, in: 5) }
        #expect(failure?.code == .misuse)
    }
}
