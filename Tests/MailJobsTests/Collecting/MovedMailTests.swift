import Foundation
import Ledger
import MailModel
import Testing

@testable import MailJobs

@Suite("Mail under another unique id, and mail that was too large")
struct MovedMailTests {
    private let work: CollectWorkspace
    private let run: RunRecord
    private let collector: MailCollector

    init() throws {
        work = try CollectWorkspace()
        run = try work.run(["ann@example.com", "李雷@example.cn"])
        collector = MailCollector(work.site, mailbox: "bounces")
    }

    private func bounce(_ seq: UInt32, _ address: String) -> String {
        SampleMail.report(to: "bounces+\(work.token(run.number, seq))@example.com", failed: [(address, "5.1.1")])
    }

    @Test("A server that numbers anew has none of its messages counted twice")
    func numberedAnew() async throws {
        let texts = [bounce(0, "ann@example.com"), bounce(1, "李雷@example.cn")]
        try await collector.take([("a1", texts[0]), ("a2", texts[1])])
        try await collector.take([("b1", texts[1]), ("b2", texts[0])])
        #expect(collector.summary.new == 2 && collector.summary.known == 2)
        #expect(try work.site.ledger.collectedMessages().count == 2)
        #expect(try work.files().count == 2)
    }

    @Test("Another message of the same size and header is another message")
    func otherBody() async throws {
        let text = bounce(0, "ann@example.com")
        try await collector.take([("a1", text)])
        try await collector.take([("b1", text.replacingOccurrences(of: "5.1.1", with: "5.1.2"))])
        #expect(try work.site.ledger.collectedMessages().count == 2)
    }

    @Test("Two equal messages that are listed together are two")
    func listedTogether() async throws {
        let text = bounce(0, "ann@example.com")
        try await collector.take([("a1", text)])
        try await collector.take([("a1", text), ("a2", text)])
        #expect(try work.site.ledger.collectedMessages().count == 2)
    }

    @Test("A message that was too large takes the place of its header once the ceiling is raised")
    func raisedCeiling() async throws {
        let text = bounce(1, "李雷@example.cn")
        let end = try #require(text.range(of: "\r\n\r\n"))
        let listed = ListedMessage(number: 1, uid: "u1", size: text.utf8.count)
        let narrow = MailCollector(work.site, mailbox: "bounces", largest: 100)
        #expect(try await narrow.plan([listed]) == [.fetch])
        try await narrow.commit([try narrow.fetch(listed, String(text[..<end.upperBound]), isHeaderOnly: true)])
        #expect(try await narrow.plan([listed]) == [.leave])
        #expect(try work.classes(run) == ["accepted": 2])

        #expect(try await collector.plan([listed]) == [.fetch])
        try await collector.commit([try collector.fetch(listed, text)])
        #expect(try work.classes(run) == ["accepted": 1, "bounced": 1])
        #expect(try work.site.ledger.collectedMessages().map(\.record.kind) == ["bounce"])
        #expect(try work.files().count == 1)
        #expect(try await collector.plan([listed]) == [.compare])
    }

    @Test("What is in quarantine without a reason is judged again, and counted then")
    func replay() async throws {
        try await collector.take([("u1", bounce(0, "ann@example.com")), ("u2", "\r\nno header at all\r\n")])
        // As an older program may have left it.
        let first = try #require(try work.site.ledger.collectedMessages().first)
        var record = first.record
        record.kind = "quarantine"
        record.recipients = []
        let older = Rejudgement(
            messages: [LedgerMessage(number: first.number, record: record)],
            suppressions: [],
            released: [],
            last: try work.site.ledger.lastCollected()
        )
        _ = try work.site.ledger.apply(older)
        #expect(try work.classes(run) == ["accepted": 2])
        let summary = try ReclassifyJob(work.site, .init(onlyQuarantine: true)).run(applies: true)
        #expect(summary.judged == 2 && summary.changed == 1 && summary.isApplied)
        #expect(try work.classes(run) == ["accepted": 1, "bounced": 1])
    }
}
