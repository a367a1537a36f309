import MailModel
import Testing

@testable import Ledger

@Suite("Collected mail")
struct CollectingTests {
    private func message(
        _ uid: String,
        hash: UInt8 = 1,
        kind: String = "bounce",
        _ recipients: [RecordedVerdict]
    ) -> CollectedRecord {
        CollectedRecord(
            mailbox: "bounces",
            uid: uid,
            size: 2_000,
            headerHash: [hash, 2, 3],
            file: "inbox/\(uid)-\(hash).eml",
            at: Workspace.now,
            kind: kind,
            rule: "dsn.action",
            confidence: 2,
            verdict: "{}",
            recipients: recipients
        )
    }

    private func verdict(_ run: UInt32?, _ seq: UInt32?, _ effect: VerdictEffect) -> RecordedVerdict {
        RecordedVerdict(
            run: run,
            seq: seq,
            effect: effect,
            address: "王@例子.example",
            deliveryClass: "hard",
            status: "5.1.1",
            reply: 550,
            reason: "userunknown",
            text: "550 5.1.1 查无此人",
            matchedBy: run == nil ? nil : "token",
            confidence: 2
        )
    }

    /// Ten recipients: 0 to 5 accepted, 6 in doubt, 7 failed, 8 deferred, 9 planned.
    private func sentRun(_ workspace: Workspace) throws -> UInt32 {
        let run = try workspace.run(recipients: 10)
        _ = try workspace.claim(9, in: run)
        try workspace.record((0..<6).map { Outcomes.event($0, Outcomes.accepted) }, in: run)
        try workspace.record(
            [
                Outcomes.event(6, Outcomes.inDoubt), Outcomes.event(7, Outcomes.failed),
                Outcomes.event(8, Outcomes.deferred),
            ],
            in: run
        )
        return run
    }

    @Test("A message counts once, however often it is met")
    func once() throws {
        let workspace = try Workspace()
        let run = try sentRun(workspace)
        let ledger = workspace.ledger
        let bounce = message("u1", [verdict(run, 0, .bounced)])
        #expect(try ledger.commit([bounce, bounce]) == CollectSummary(new: 1, known: 1, suppressed: 0))
        #expect(try ledger.commit([bounce]) == CollectSummary(new: 0, known: 1, suppressed: 0))
        #expect(try ledger.verdicts(on: 0, in: run).count == 1)
        #expect(try ledger.classCounts(of: run).bounced == 1)
    }

    @Test("A unique id that is used again for another message is another message")
    func reusedUID() throws {
        let workspace = try Workspace()
        let run = try sentRun(workspace)
        let ledger = workspace.ledger
        _ = try ledger.commit([
            message("u1", [verdict(run, 0, .bounced)]), message("u1", hash: 9, [verdict(run, 1, .bounced)]),
        ])
        let known = try ledger.knownMessages(in: "bounces", uids: ["u0", "u1"])
        #expect(known.keys.sorted() == ["u1"])
        #expect(Set(known["u1"] ?? []).count == 2)
        #expect(try ledger.knownMessages(in: "replies", uids: ["u1"]).isEmpty)
        #expect(try ledger.classCounts(of: run).bounced == 2)
    }

    @Test("Verdicts and what they suppress are there together")
    func suppressing() throws {
        let workspace = try Workspace()
        let run = try sentRun(workspace)
        let suppression = Suppression(
            value: "王@例子.example",
            reason: "hard-bounce",
            source: "bounces",
            at: Workspace.now
        )
        let summary = try workspace.ledger.commit(
            [message("u1", [verdict(run, 0, .bounced)])],
            suppressing: [suppression]
        )
        #expect(summary.suppressed == 1)
        #expect(try workspace.ledger.suppression(of: suppression.value) == suppression)
    }

    @Test("Bounces and complaints count once for each recipient, only where mail went out, and the sum stays")
    func classes() throws {
        let workspace = try Workspace()
        let run = try sentRun(workspace)
        let ledger = workspace.ledger
        _ = try ledger.commit([
            message("u1", [verdict(run, 0, .bounced), verdict(run, 1, .bounced)]),
            message("u2", [verdict(run, 0, .bounced)]),
            message("u3", kind: "complaint", [verdict(run, 1, .complained)]),
            message("u4", kind: "complaint", [verdict(run, 2, .complained)]),
            message("u5", [verdict(run, 2, .bounced)]),
            message("u6", kind: "delayed", [verdict(run, 3, .none)]),
            message("u7", [verdict(run, 6, .bounced), verdict(run, 7, .bounced), verdict(run, 8, .bounced)]),
            message("u8", [verdict(run, 9, .bounced), verdict(run, 99, .bounced), verdict(nil, nil, .none)]),
        ])
        let counts = try ledger.classCounts(of: run)
        #expect(counts.bounced == 2)
        #expect(counts.complained == 2)
        #expect(counts.accepted == 3 && counts.inDoubt == 0)
        #expect(counts.failed == 1 && counts.deferred == 1 && counts.planned == 1)
        #expect(counts.sum == 10 && counts.total == 10)
    }

    @Test("What could not be tied to anybody is listed, and everything is kept as it was committed")
    func unmatched() throws {
        let workspace = try Workspace()
        let run = try sentRun(workspace)
        let ledger = workspace.ledger
        let lost = RecordedVerdict(run: nil, seq: nil, effect: .none, address: nil)
        _ = try ledger.commit([
            message("u1", [verdict(run, 0, .bounced)]), message("u2", [verdict(nil, nil, .none)]),
            message("u3", [lost]),
        ])
        let unmatched = try ledger.unmatchedVerdicts()
        #expect(unmatched.map(\.verdict) == [lost, verdict(nil, nil, .none)])
        #expect(unmatched.map(\.file) == ["inbox/u3-1.eml", "inbox/u2-1.eml"])
        #expect(try ledger.unmatchedVerdicts(limit: 1).count == 1)
        let matched = try ledger.verdicts(in: run)
        #expect(matched.map(\.verdict) == [verdict(run, 0, .bounced)])
        #expect(matched[0].kind == "bounce" && matched[0].rule == "dsn.action" && matched[0].mailbox == "bounces")
        #expect(try ledger.verdicts(in: run, from: 1).isEmpty)
    }
}
