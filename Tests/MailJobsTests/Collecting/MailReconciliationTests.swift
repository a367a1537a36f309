import BounceAnalysis
import Ledger
import MailModel
import Testing

@testable import MailJobs

@Suite("What a verdict means for recipients")
struct MailReconciliationTests {
    /// A report, how it was tied to 张三@example.cn, and what follows.
    struct Row: Sendable, CustomTestStringConvertible {
        var name: String
        var failed: [(address: String, status: String)]
        var action = "failed"
        var means = RecipientMatch.Means.token
        var knowsAddress = true
        var effects: [VerdictEffect]
        var reason: String?

        var testDescription: String { name }
    }

    static let rows: [Row] = [
        Row(name: "no such user", failed: [("张三@example.cn", "5.1.1")], effects: [.bounced], reason: "hard-bounce"),
        Row(
            name: "proven by the Message-ID",
            failed: [("张三@example.cn", "5.1.1")],
            means: .messageID,
            effects: [.bounced],
            reason: "hard-bounce"
        ),
        Row(name: "full mailbox", failed: [("张三@example.cn", "5.2.2")], effects: [.bounced]),
        Row(name: "refused for what it is", failed: [("张三@example.cn", "5.7.1")], effects: [.bounced]),
        Row(name: "put off", failed: [("张三@example.cn", "4.4.1")], action: "delayed", effects: [.none]),
        Row(name: "delivered", failed: [("张三@example.cn", "2.0.0")], action: "delivered", effects: [.none]),
        Row(
            name: "forwarded to one who is gone",
            failed: [("zhang@other.example", "5.1.1")],
            effects: [.bounced],
            reason: "hard-bounce"
        ),
        Row(
            name: "a list with two who are gone",
            failed: [("a@other.example", "5.1.1"), ("b@other.example", "5.1.1")],
            effects: [.bounced, .bounced]
        ),
        Row(
            name: "among others, written otherwise",
            failed: [("a@other.example", "5.1.1"), ("张三@EXAMPLE.cn", "5.1.1")],
            effects: [.none, .bounced],
            reason: "hard-bounce"
        ),
        Row(
            name: "whose sealed address is gone",
            failed: [("张三@example.cn", "5.1.1")],
            knowsAddress: false,
            effects: [.bounced]
        ),
    ]

    private func verdict(_ row: Row) -> Verdict {
        let text = SampleMail.report(to: "bounces@example.com", failed: row.failed, action: row.action)
        return BounceClassifier().classify(Array(text.utf8))
    }

    @Test("A proven tie counts once, and suppresses for hard failures of the recipient only", arguments: rows)
    func proven(row: Row) {
        let match = RecipientMatch(
            run: 7,
            runName: "notice-one",
            seq: 3,
            address: row.knowsAddress ? "张三@example.cn" : nil,
            means: row.means
        )
        let result = MailReconciliation(verdict(row), .recipient(match), now: .now)
        #expect(result.recipients.map(\.effect) == row.effects)
        #expect(result.recipients.allSatisfy { $0.run == 7 && $0.seq == 3 && $0.matchedBy == row.means.rawValue })
        #expect(result.suppressions.map(\.reason) == (row.reason.map { [$0] } ?? []))
        #expect(result.suppressions.allSatisfy { $0.value == "张三@example.cn" && $0.source == "notice-one" })
    }

    @Test("What failed for somebody who got a copy counts for nobody, and suppresses nobody")
    func copy() {
        var match = RecipientMatch(run: 7, runName: "notice-one", seq: 3, address: "张三@example.cn", means: .token)
        match.copies = ["boss@example.com", "张三@example.cn"]
        let failed = [("Boss@example.com", "5.1.1"), ("张三@example.cn", "5.1.1")]
        for (places, effects) in [(0..<1, [VerdictEffect.none]), (1..<2, [.bounced]), (0..<2, [.none, .bounced])] {
            let row = Row(name: "", failed: Array(failed[places]), effects: effects)
            let result = MailReconciliation(verdict(row), .recipient(match), now: .now)
            #expect(result.recipients.map(\.effect) == effects)
            #expect(result.suppressions.count == (effects.contains(.bounced) ? 1 : 0))
        }
    }

    @Test("An address alone never suppresses, and counts only where the mail may be ours", arguments: [true, false])
    func address(isForeign: Bool) {
        let row = Self.rows[0]
        let match = RecipientMatch(run: 7, runName: "notice-one", seq: 3, address: "张三@example.cn", means: .address)
        let tie = MailTie.addresses(["张三@example.cn": match], isForeign: isForeign)
        let result = MailReconciliation(verdict(row), tie, now: .now)
        #expect(result.recipients.map(\.effect) == [isForeign ? .none : .bounced])
        #expect(result.recipients.map(\.seq) == [3])
        #expect(result.suppressions.isEmpty)
    }

    @Test("Each address of a report stands for itself; one that nobody mailed stays unmatched")
    func several() {
        let failed = [("张三@example.cn", "5.1.1"), ("stranger@example.net", "5.1.1")]
        let match = RecipientMatch(run: 7, runName: "notice-one", seq: 3, address: "张三@example.cn", means: .address)
        let result = MailReconciliation(
            verdict(Row(name: "", failed: failed, effects: [])),
            .addresses(["张三@example.cn": match], isForeign: false),
            now: .now
        )
        #expect(result.recipients.map(\.seq) == [3, nil])
        #expect(result.recipients.map(\.effect) == [.bounced, .none])
    }

    @Test("A message about nobody is recorded once, so that it is listed")
    func nobody() {
        let note = BounceClassifier().classify(Array(SampleMail.note(to: "a@example.com").utf8))
        let result = MailReconciliation(note, .nobody(because: "no-clue"), now: .now)
        #expect(result.recipients.map(\.address) == [nil])
        #expect(result.recipients.map(\.run) == [nil])
    }
}
