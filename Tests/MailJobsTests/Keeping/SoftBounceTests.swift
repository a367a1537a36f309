import Ledger
import MailModel
import Testing

@testable import MailJobs

@Suite("Soft bounces across runs")
struct SoftBounceTests {
    private let work: CollectWorkspace
    private let collector: MailCollector

    init() throws {
        work = try CollectWorkspace(suppression: "{soft_bounces: 3, within: 30d}")
        collector = MailCollector(work.site, mailbox: "bounces")
    }

    private func softBounce(_ run: RunRecord, _ address: String, seq: UInt32 = 0) async throws {
        let text = SampleMail.report(
            to: "bounces+\(work.token(run.number, seq))@example.com",
            failed: [(address, "4.2.2")]
        )
        try await collector.take([("u\(run.number)-\(seq)", text)])
    }

    private func count(now: Timestamp = .now) throws -> Int { try SoftBounceCount(work.site, now: now).update() }

    @Test("The third one within the time suppresses, with reason and evidence; each counts once")
    func third() async throws {
        for round in 1...3 {
            let run = try work.run(["ann@example.com", "李雷\(round)@example.cn"], name: "notice-\(round)")
            try await softBounce(run, "ann@example.com")
            #expect(try count() == (round == 3 ? 1 : 0))
            #expect(try count() == 0)
        }
        let entry = try #require(try work.site.ledger.suppression(of: "ann@example.com"))
        #expect(entry.reason == "soft-bounces" && entry.source == "notice-3")
        #expect(
            entry.note?.hasPrefix("3 soft bounces since") == true && entry.note?.hasSuffix("the last 4.2.2") == true
        )
        #expect(try work.suppressed() == ["ann@example.com": "soft-bounces"])
        let finding = try SuppressionSearch("Ann@Example.com", in: work.site).find()
        #expect(finding.entries == [entry] && finding.softBounces.count == 3)
        #expect(finding.evidence.map(\.run) == ["notice-3"])
    }

    @Test("Those that are too old count no more")
    func old() async throws {
        for round in 1...3 {
            let run = try work.run(["ann@example.com", "u\(round)@example.cn"], name: "notice-\(round)")
            try await softBounce(run, "ann@example.com")
        }
        #expect(try count(now: .now + .seconds(31 * 86_400)) == 0)
        #expect(try work.suppressed().isEmpty)
    }

    @Test("A later message that did not come back for three days sets the count back")
    func reset() async throws {
        let now = Timestamp.now
        for round in 1...2 {
            let run = try work.run(["ann@example.com", "u\(round)@example.cn"], name: "notice-\(round)")
            try await softBounce(run, "ann@example.com")
        }
        _ = try work.run(["kim@example.org", "Ann@example.com"], name: "notice-3")
        let last = try work.run(["ann@example.com"], name: "notice-4")
        try await softBounce(last, "ann@example.com")
        #expect(try count(now: now + .seconds(4 * 86_400)) == 0)
        #expect(try work.suppressed().isEmpty)
    }

    @Test("The same mail suppresses while the later message may still come back")
    func noReset() async throws {
        for round in 1...2 {
            let run = try work.run(["ann@example.com", "u\(round)@example.cn"], name: "notice-\(round)")
            try await softBounce(run, "ann@example.com")
        }
        _ = try work.run(["kim@example.org", "Ann@example.com"], name: "notice-3")
        let last = try work.run(["ann@example.com"], name: "notice-4")
        try await softBounce(last, "ann@example.com")
        #expect(try count() == 1)
    }

    @Test("A store of hashes keeps no address, and the hash holds as the address would")
    func hashes() async throws {
        let work = try CollectWorkspace(suppression: "{store: hashes, soft_bounces: 1}")
        let collector = MailCollector(work.site, mailbox: "bounces")
        let run = try work.run(["ann@example.com", "kim@example.org"])
        let soft = SampleMail.report(
            to: "bounces+\(work.token(run.number, 0))@example.com",
            failed: [("ann@example.com", "4.2.2")]
        )
        let hard = SampleMail.report(
            to: "bounces+\(work.token(run.number, 1))@example.com",
            failed: [("kim@example.org", "5.1.1")]
        )
        try await collector.take([("u1", soft), ("u2", hard)])
        #expect(try SoftBounceCount(work.site).update() == 1)
        #expect(try work.site.ledger.suppressions().isEmpty)
        #expect(try work.site.ledger.suppressions(kind: .keyedHash).count == 2)
        for address in ["ann@example.com", "KIM@example.org"] {
            #expect(try SuppressionSearch(address, in: work.site).find().entries.count == 1)
        }
    }
}
