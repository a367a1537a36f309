import MailModel
import Testing

@testable import Ledger

@Suite("Pruning the ledger")
struct PruningTests {
    private let workspace: Workspace
    private var ledger: RunLedger { workspace.ledger }

    init() throws { workspace = try Workspace() }

    /// A finished run: all accepted but one that failed.
    private func finished(_ count: UInt32, occurrence: String = "one") throws -> UInt32 {
        let run = try workspace.run(recipients: count, occurrence: occurrence)
        let claims = try workspace.claim(Int(count), in: run)
        try workspace.record(
            claims.map { Outcomes.event($0.seq, $0.seq == 0 ? Outcomes.failed : Outcomes.accepted) },
            in: run
        )
        _ = try ledger.closeClaims(in: run)
        try ledger.finishRun(run, at: Workspace.now)
        return run
    }

    private func sweep() throws -> Int {
        var total = 0
        while true {
            let count = try ledger.sweepPrunedRows(upTo: 100)
            if count == 0 { return total }
            total += count
        }
    }

    @Test("A pruned run keeps its counts, its name and its seal, and loses its rows in small steps")
    func stub() throws {
        let run = try finished(1_000)
        let counts = try ledger.classCounts(of: run)
        #expect(try ledger.prune(run, at: Workspace.now))
        #expect(try !ledger.prune(run, at: Workspace.now))
        // 1,000 recipients, and the history of the one that failed.
        #expect(try sweep() == 1_001)
        #expect(try ledger.classCounts(of: run) == counts)
        #expect(try ledger.remaining(in: run).isNothing)
        #expect(try ledger.recipients(in: run).isEmpty)
        #expect(try ledger.run(job: "activation", occurrence: "one")?.number == run)
        #expect(try ledger.run(job: "activation", seal: [UInt8](repeating: 7, count: 32))?.number == run)
        #expect(try ledger.prunedAt(run) == Workspace.now)
    }

    @Test("A run that is not finished, or has somebody in doubt, stays")
    func obstacles() throws {
        let open = try workspace.run(occurrence: "open")
        let doubtful = try workspace.run(recipients: 1, occurrence: "doubtful")
        _ = try workspace.claim(1, in: doubtful)
        try workspace.record([Outcomes.event(0, Outcomes.inDoubt)], in: doubtful)
        try ledger.finishRun(doubtful, at: Workspace.now)
        let later = Workspace.now + .seconds(1)
        #expect(try ledger.pruneCandidates(before: later).map(\.obstacle) == [.open, .inDoubt(1)])
        #expect(try !ledger.prune(open, at: later) && !ledger.prune(doubtful, at: later))
        #expect(try ledger.pruneCandidates(before: Workspace.now).isEmpty)
    }

    @Test("The file becomes shorter, a few pages at a time")
    func space() throws {
        let run = try finished(5_000)
        let before = try ledger.size()
        #expect(before.isIncremental)
        #expect(try ledger.prune(run, at: Workspace.now))
        _ = try sweep()
        #expect(try ledger.freePages() > 20)
        var steps = 0
        while try ledger.giveBack(pages: 5) > 0 { steps += 1 }
        #expect(steps > 3)
        #expect(try ledger.freePages() == 0)
        #expect(try ledger.size().bytes < before.bytes)
        #expect(try ledger.damages(isQuick: false).isEmpty)
        #expect(try ledger.contradictions().isEmpty)
    }

    @Test("Mail goes with the last run that it is about; what tells messages apart stays")
    func mail() throws {
        let run = try finished(2)
        let kept = try finished(2, occurrence: "two")
        func message(_ uid: String, about runs: [UInt32]) -> CollectedRecord {
            CollectedRecord(
                mailbox: "bounces",
                uid: uid,
                size: 10,
                headerHash: [1],
                file: "mail/bounces/\(uid).eml",
                at: Workspace.now,
                kind: "bounce",
                rule: "dsn",
                confidence: 2,
                verdict: "{}",
                recipients: runs.map { RecordedVerdict(run: $0, seq: 1, effect: .bounced, address: "李@example.cn") }
            )
        }
        let messages = [message("a", about: [run]), message("b", about: [run, kept]), message("c", about: [])]
        _ = try ledger.commit(messages)
        let later = Workspace.now + .seconds(1)
        #expect(try ledger.prunableMail(before: later).map(\.file) == ["mail/bounces/c.eml"])
        let going = try ledger.prunableMail(before: later, pruning: [run])
        #expect(going.map(\.file) == ["mail/bounces/a.eml", "mail/bounces/c.eml"])
        #expect(try ledger.prunableMail(before: nil, pruning: [run], about: [run]).map(\.id) == [going[0].id])
        #expect(try ledger.prunableMail(before: Workspace.now, pruning: [run]).isEmpty)
        try ledger.pruneMail(going.map(\.id))
        #expect(try ledger.knownMessages(in: "bounces", uids: ["a", "b"]).count == 2)
        #expect(try ledger.commit(messages).new == 0)
        #expect(try ledger.namedFiles(among: ["mail/bounces/a.eml", "mail/bounces/b.eml"]) == ["mail/bounces/b.eml"])
    }
}
