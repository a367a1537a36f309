import Foundation
import Ledger
import MailModel
import Testing
import Workspace

@testable import MailJobs

@Suite("Collecting mail")
struct MailCollectorTests {
    private let work: CollectWorkspace
    private let run: RunRecord
    private let collector: MailCollector

    init() throws {
        work = try CollectWorkspace()
        run = try work.run(["ann@example.com", "李雷@example.cn", "kim@example.org"])
        collector = MailCollector(work.site, mailbox: "bounces")
    }

    private func bounce(_ seq: UInt32, _ address: String, status: String = "5.1.1") -> String {
        SampleMail.report(
            to: "bounces+\(work.token(run.number, seq))@example.com",
            failed: [(address, status)]
        )
    }

    @Test("A bounce with our token moves its recipient from accepted to bounced, and suppresses the sealed address")
    func token() async throws {
        try await collector.take([("u1", bounce(1, "李雷@example.cn"))])
        #expect(try work.classes(run) == ["accepted": 2, "bounced": 1])
        #expect(try work.suppressed() == ["李雷@example.cn": "hard-bounce"])
        let verdict = try #require(try work.site.ledger.verdicts(on: 1, in: run.number).first)
        #expect(verdict.kind == "bounce" && verdict.verdict.matchedBy == "token" && verdict.verdict.confidence == 2)
        #expect(verdict.verdict.status == "5.1.1" && verdict.verdict.address == "李雷@example.cn")
        let file = work.site.state.path(verdict.file)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == bounce(1, "李雷@example.cn"))
        #expect(collector.summary.matched == 1 && collector.summary.suppressed == 1)
    }

    @Test("A complaint outranks a bounce, and its Message-ID is proof enough to suppress")
    func complaint() async throws {
        try await collector.take([("u1", bounce(0, "ann@example.com", status: "4.2.2"))])
        #expect(try work.classes(run) == ["accepted": 2, "bounced": 1])
        #expect(try work.suppressed().isEmpty)
        let id = work.token(run.number, 0) + "@example.com"
        try await collector.take([("u2", SampleMail.complaint(messageID: id))])
        #expect(try work.classes(run) == ["accepted": 2, "complained": 1])
        #expect(try work.suppressed() == ["ann@example.com": "complaint"])
    }

    @Test("A forged token changes nothing, but the message is kept and listed as unmatched")
    func forged() async throws {
        let token = "a" + work.token(run.number, 0).dropFirst().map { $0 == "a" ? "b" : "a" }
        let text = SampleMail.report(to: "bounces+\(token)@example.com", failed: [("ann@example.com", "5.1.1")])
        try await collector.take([("u1", text)])
        #expect(try work.classes(run) == ["accepted": 3])
        #expect(try work.suppressed().isEmpty)
        let unmatched = try work.site.ledger.unmatchedVerdicts()
        #expect(unmatched.map(\.verdict.address) == ["ann@example.com"])
        #expect(collector.summary.unmatched == 1)
    }

    @Test(
        "A token of a run, or of a recipient, that is not there changes nothing",
        arguments: [(9, 0), (1, 3), (0, 0)]
    )
    func unknownRun(run number: UInt32, seq: UInt32) async throws {
        let text = SampleMail.report(
            to: "bounces+\(work.token(number, seq))@example.com",
            failed: [("ann@example.com", "5.1.1")]
        )
        try await collector.take([("u1", text)])
        #expect(try work.classes(run) == ["accepted": 3])
        #expect(try work.suppressed().isEmpty)
        #expect(try work.site.ledger.unmatchedVerdicts().count == 1)
    }

    @Test("A bounce of an earlier run counts there and nowhere else")
    func otherRun() async throws {
        let later = try work.run(["kim@example.org", "ann@example.com"], name: "notice-two")
        try await collector.take([("u1", bounce(2, "kim@example.org"))])
        #expect(try work.classes(run) == ["accepted": 2, "bounced": 1])
        #expect(try work.classes(later) == ["accepted": 2])
        #expect(try work.site.ledger.suppression(of: "kim@example.org")?.source == "notice-one")
    }

    @Test("A report that names two recipients is counted once for the one whom the token names")
    func twoRecipients() async throws {
        let text = SampleMail.report(
            to: "bounces+\(work.token(run.number, 0))@example.com",
            failed: [("Ann@Example.com", "5.1.1"), ("kim@example.org", "5.1.1")]
        )
        try await collector.take([("u1", text)])
        #expect(try work.classes(run) == ["accepted": 2, "bounced": 1])
        #expect(try work.suppressed() == ["ann@example.com": "hard-bounce"])
        let verdicts = try work.site.ledger.verdicts(on: 0, in: run.number)
        #expect(verdicts.map(\.verdict.effect) == [.bounced, .none])
    }

    @Test("Two dead members of a list behind the address are a bounce, and condemn nobody")
    func expandedList() async throws {
        let text = SampleMail.report(
            to: "bounces+\(work.token(run.number, 0))@example.com",
            failed: [("m1@example.net", "5.1.1"), ("m2@example.net", "5.1.1")]
        )
        try await collector.take([("u1", text)])
        #expect(try work.classes(run) == ["accepted": 2, "bounced": 1])
        #expect(try work.suppressed().isEmpty)
    }

    @Test("A bounce without a token is tied by its address and counts, but suppresses nobody")
    func addressOnly() async throws {
        let text = SampleMail.report(to: "postmaster@example.com", failed: [("KIM@example.org", "5.1.1")])
        try await collector.take([("u1", text)])
        #expect(try work.classes(run) == ["accepted": 2, "bounced": 1])
        #expect(try work.suppressed().isEmpty)
        let verdict = try #require(try work.site.ledger.verdicts(on: 2, in: run.number).first)
        #expect(verdict.verdict.matchedBy == "address" && verdict.verdict.confidence == 0)
    }

    @Test("A bounce that returns somebody else's message counts for nobody")
    func foreignMessage() async throws {
        let text = SampleMail.report(
            to: "postmaster@example.com",
            failed: [("kim@example.org", "5.1.1")],
            messageID: "other.campaign@example.net"
        )
        try await collector.take([("u1", text)])
        #expect(try work.classes(run) == ["accepted": 3])
        #expect(try work.site.ledger.verdicts(on: 2, in: run.number).map(\.verdict.effect) == [.none])
    }

    @Test("Delays and vacation notices are recorded and change nothing")
    func noEffect() async throws {
        let to = "bounces+\(work.token(run.number, 0))@example.com"
        try await collector.take([
            ("u1", SampleMail.report(to: to, failed: [("ann@example.com", "4.4.1")], action: "delayed")),
            ("u2", SampleMail.note(to: to, subject: "休假", further: ["Auto-Submitted: auto-replied"])),
        ])
        #expect(try work.classes(run) == ["accepted": 3])
        #expect(try work.suppressed().isEmpty)
        #expect(collector.summary.kinds == ["delayed": 1, "auto-reply": 1])
        #expect(try work.site.ledger.verdicts(on: 0, in: run.number).count == 2)
    }

    @Test("Mail to the address for leaving takes its recipient off, and nobody by a forged token")
    func unsubscribe() async throws {
        let forged = String(repeating: "a", count: 26)
        try await collector.take([
            ("u1", SampleMail.note(to: "unsubscribe+\(work.token(run.number, 2))@example.com")),
            ("u2", SampleMail.note(to: "unsubscribe+\(forged)@example.com")),
        ])
        #expect(try work.suppressed() == ["kim@example.org": "unsubscribe"])
        #expect(try work.classes(run) == ["accepted": 3])
        #expect(collector.summary.kinds == ["unsubscribe": 2])
    }

    @Test("The order of trust holds in a settings file that has changed since: the secret tells what is ours")
    func changedPattern() async throws {
        let text = SampleMail.report(
            to: "returns-\(work.token(run.number, 0))@old.example.com",
            failed: [("ann@example.com", "5.1.1")]
        )
        try await collector.take([("u1", text)])
        #expect(try work.classes(run) == ["accepted": 2, "bounced": 1])
    }

    @Test("A run whose folder is gone still counts its bounces, and suppresses nobody by what the report names")
    func folderGone() async throws {
        try FileManager.default.removeItem(atPath: work.site.folder(of: run).path)
        try await collector.take([("u1", bounce(0, "kim@example.org"))])
        #expect(try work.classes(run) == ["accepted": 2, "bounced": 1])
        #expect(try work.suppressed().isEmpty)
    }
}
