import BounceAnalysis
import Foundation
import Ledger
import MailModel
import Testing
import Workspace

@testable import MailJobs

@Suite("Judging stored mail anew")
struct ReclassifyTests {
    private let work: CollectWorkspace
    private let run: RunRecord

    init() throws {
        work = try CollectWorkspace()
        run = try work.run(["ann@example.com", "李雷@example.cn", "kim@example.org"])
    }

    private func bounce(_ seq: UInt32, _ address: String, status: String) -> String {
        SampleMail.report(to: "bounces+\(work.token(run.number, seq))@example.com", failed: [(address, status)])
    }

    private func collect(_ messages: [(uid: String?, text: String)]) async throws {
        try await MailCollector(work.site, mailbox: "bounces").take(messages)
    }

    /// Puts verdicts into the ledger as earlier rules might have made them.
    private func pretend(
        suppressing: [Suppression] = [],
        releasing: [Suppression] = [],
        _ change: (inout CollectedRecord) -> Void
    ) throws {
        let ledger = work.site.ledger
        var messages = try ledger.collectedMessages()
        for place in messages.indices { change(&messages[place].record) }
        let old = Rejudgement(
            messages: messages,
            suppressions: suppressing,
            released: releasing,
            last: try ledger.lastCollected()
        )
        guard case .applied = try ledger.apply(old) else { throw CocoaError(.featureUnsupported) }
    }

    private func reclassify(
        applies: Bool,
        _ choice: ReclassifyJob.Choice = .init()
    ) throws -> (summary: ReclassifySummary, changes: [Reclassification]) {
        var changes: [Reclassification] = []
        let summary = try ReclassifyJob(work.site, choice).run(applies: applies) { changes.append($0) }
        return (summary, changes)
    }

    private func entry(_ address: String, source: String) -> Suppression {
        Suppression(value: address, reason: "hard-bounce", source: source, at: .now)
    }

    @Test("Where the rules say the same as before nothing changes")
    func same() async throws {
        try await collect([
            ("u1", bounce(1, "李雷@example.cn", status: "5.1.1")), ("u2", SampleMail.note(to: "bounces@example.com")),
        ])
        let (summary, changes) = try reclassify(applies: true)
        #expect(summary.judged == 2 && summary.changed == 0 && changes.isEmpty)
        #expect(try work.suppressed() == ["李雷@example.cn": "hard-bounce"])
    }

    @Test("What changes is shown first, and made only on request: class and suppression with it")
    func harder() async throws {
        try await collect([("u1", bounce(1, "李雷@example.cn", status: "5.1.1"))])
        let added = try #require(try work.site.ledger.suppression(of: "李雷@example.cn"))
        try pretend(releasing: [added]) { record in
            record.kind = "delayed"
            record.recipients[0].effect = .none
            record.recipients[0].deliveryClass = "soft"
            record.recipients[0].reason = "onhold"
        }
        #expect(try work.classes(run) == ["accepted": 3])
        let (shown, changes) = try reclassify(applies: false)
        #expect(shown.changed == 1 && !shown.isApplied && shown.suppressed == ["李雷@example.cn"])
        let change = try #require(changes.first)
        #expect(change.before.record.kind == "delayed" && change.after.kind == "bounce")
        #expect(change.recipients.map(\.before?.reason) == ["onhold"])
        #expect(change.recipients.map(\.after?.reason) == ["userunknown"])
        #expect(change.recipients.first?.rule?.isEmpty == false)
        #expect(try work.classes(run) == ["accepted": 3])
        #expect(try work.suppressed().isEmpty)
        #expect(try reclassify(applies: true).summary.isApplied)
        #expect(try work.classes(run) == ["accepted": 2, "bounced": 1])
        #expect(try work.suppressed() == ["李雷@example.cn": "hard-bounce"])
        #expect(try reclassify(applies: true).summary.changed == 0)
    }

    @Test("Who was suppressed by a verdict that no longer holds may get mail again")
    func softer() async throws {
        try await collect([("u1", bounce(0, "ann@example.com", status: "5.2.2"))])
        try pretend(suppressing: [entry("ann@example.com", source: run.name)]) {
            $0.recipients[0].deliveryClass = "hard"
        }
        let (shown, _) = try reclassify(applies: false)
        #expect(shown.released == ["ann@example.com"])
        #expect(try work.suppressed() == ["ann@example.com": "hard-bounce"])
        _ = try reclassify(applies: true)
        #expect(try work.suppressed().isEmpty)
        #expect(try work.classes(run) == ["accepted": 2, "bounced": 1])
    }

    @Test("An entry stays that another verdict supports, or that a person made")
    func supported() async throws {
        try await collect([
            ("u1", bounce(0, "ann@example.com", status: "5.2.2")),
            ("u2", bounce(0, "ann@example.com", status: "5.1.1")),
            ("u3", bounce(2, "kim@example.org", status: "5.2.2")),
        ])
        try pretend(suppressing: [entry("kim@example.org", source: "a letter")]) { record in
            if record.uid != "u2" { record.recipients[0].deliveryClass = "hard" }
        }
        let (summary, _) = try reclassify(applies: true)
        #expect(summary.changed == 2 && summary.released.isEmpty)
        #expect(try work.suppressed().keys.sorted() == ["ann@example.com", "kim@example.org"])
    }

    @Test("A message whose file is gone keeps its verdict, and is told")
    func lost() async throws {
        try await collect([("u1", bounce(1, "李雷@example.cn", status: "5.1.1"))])
        try pretend { $0.recipients[0].reason = "onhold" }
        let file = try #require(try work.files().first)
        try FileManager.default.removeItem(atPath: work.site.state.path("mail/" + file))
        let (summary, changes) = try reclassify(applies: true)
        #expect(summary.judged == 0 && changes.isEmpty)
        #expect(summary.unreadable.map(\.file) == ["mail/" + file])
        #expect(try work.classes(run) == ["accepted": 2, "bounced": 1])
    }

    @Test("Only the mail that was asked for is judged anew")
    func chosen() async throws {
        try await collect([("u1", bounce(1, "李雷@example.cn", status: "5.1.1"))])
        try pretend { $0.recipients[0].reason = "onhold" }
        #expect(try reclassify(applies: false, .init(mailboxes: ["replies"])).summary.judged == 0)
        #expect(try reclassify(applies: false, .init(since: Timestamp(rawValue: .max))).summary.judged == 0)
        #expect(try reclassify(applies: false, .init(mailboxes: ["bounces"])).summary.changed == 1)
    }

    @Test("Verdicts that were made before more mail came in are not applied")
    func outdated() async throws {
        try await collect([("u1", bounce(1, "李雷@example.cn", status: "5.1.1"))])
        let last = try work.site.ledger.lastCollected()
        try await collect([("u2", bounce(0, "ann@example.com", status: "5.1.1"))])
        let old = Rejudgement(messages: [], suppressions: [], released: [], last: last)
        #expect(try work.site.ledger.apply(old) == .outdated)
    }
}
