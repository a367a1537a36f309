import MailModel
import Testing

@testable import Ledger

@Suite("Doubts and what comes back")
struct EvidenceTests {
    private static func message(
        about run: UInt32,
        _ seq: UInt32,
        by means: String?,
        kind: String = "bounce",
        effect: VerdictEffect = .bounced
    ) -> CollectedRecord {
        let verdict = RecordedVerdict(run: run, seq: seq, effect: effect, address: "li@example.com", matchedBy: means)
        return CollectedRecord(
            mailbox: "bounces",
            uid: "\(kind)-\(seq)",
            size: 100,
            headerHash: [1, 2, 3],
            file: "mail/\(kind)-\(seq).eml",
            at: Workspace.now + .seconds(60),
            kind: kind,
            rule: "dsn.action",
            confidence: 2,
            verdict: "{}",
            recipients: [verdict]
        )
    }

    private func doubtful(_ workspace: Workspace) throws -> UInt32 {
        let run = try workspace.run(recipients: 3)
        _ = try workspace.claim(3, in: run)
        try workspace.record((0..<3).map { Outcomes.event($0, Outcomes.inDoubt) }, in: run)
        return run
    }

    @Test(
        "Mail that nobody can make up settles a doubt by itself: whoever answers has got the message",
        arguments: ["token", "message-id"],
        ["bounce", "confirmation", "auto-reply", "complaint"]
    )
    func proven(means: String, kind: String) throws {
        let workspace = try Workspace()
        let run = try doubtful(workspace)
        let message = Self.message(about: run, 1, by: means, kind: kind, effect: kind == "bounce" ? .bounced : .none)
        #expect(try workspace.ledger.commit([message]).settled == 1)
        #expect(try workspace.state(of: 1, in: run) == .accepted)
        let last = try workspace.ledger.history(of: 1, in: run).last
        #expect(last?.event == .settledAccepted)
        #expect(last?.words == .note("evidence: \(kind) came back, matched by \(means) (\(message.file))"))
        let counts = try workspace.ledger.classCounts(of: run)
        #expect(counts.inDoubt == 2 && counts.sum == counts.total)
        #expect(counts.bounced == (kind == "bounce" ? 1 : 0))
    }

    @Test("A report that only names the address settles nothing by itself; a person may let it")
    func named() throws {
        let workspace = try Workspace()
        let run = try doubtful(workspace)
        let ledger = workspace.ledger
        #expect(try ledger.commit([Self.message(about: run, 1, by: "address")]).settled == 0)
        #expect(try ledger.resolveByEvidence(in: run, provenOnly: true, at: Workspace.now) == 0)
        #expect(try ledger.resolveByEvidence([0, 2], in: run, provenOnly: false, by: "王芳", at: Workspace.now) == 0)
        #expect(try ledger.resolveByEvidence(in: run, provenOnly: false, by: "王芳", at: Workspace.now) == 1)
        #expect(try workspace.state(of: 1, in: run) == .accepted)
        guard case .note(let words) = try ledger.history(of: 1, in: run).last?.words else {
            Issue.record("no words")
            return
        }
        #expect(words.hasSuffix("settled by 王芳"))
    }

    @Test("A doubt that arises behind the bounce is settled by what is there already")
    func late() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 3)
        _ = try workspace.claim(3, in: run)
        _ = try workspace.ledger.commit([Self.message(about: run, 1, by: "token")])
        #expect(try workspace.state(of: 1, in: run) == .claimed)
        try workspace.record((0..<3).map { Outcomes.event($0, Outcomes.inDoubt) }, in: run)
        #expect(try workspace.ledger.resolveByEvidence(in: run, provenOnly: true, at: Workspace.now) == 1)
        #expect(try workspace.state(of: 1, in: run) == .accepted)
    }
}
