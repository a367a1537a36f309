import Foundation
import Ledger
import MailModel
import Testing

@testable import MailJobs

@Suite("Collected mail is kept and counted once")
struct MailSafetyTests {
    private let work: CollectWorkspace
    private let run: RunRecord
    private let collector: MailCollector

    init() throws {
        work = try CollectWorkspace()
        run = try work.run(["ann@example.com", "kim@example.org"])
        collector = MailCollector(work.site, mailbox: "bounces")
    }

    private var bounce: String {
        SampleMail.report(
            to: "bounces+\(work.token(run.number, 0))@example.com",
            failed: [("ann@example.com", "5.1.1")]
        )
    }

    @Test("The same batch committed twice counts once and keeps its file")
    func twice() async throws {
        let fetched = try await collector.take([("u1", bounce)])
        try await collector.commit(fetched)
        #expect(try work.classes(run) == ["accepted": 1, "bounced": 1])
        #expect(try work.site.ledger.verdicts(in: run.number).count == 1)
        #expect(try work.files().count == 1)
        #expect(collector.summary.new == 1 && collector.summary.known == 1)
    }

    @Test("A message fetched again counts once and leaves one file", arguments: ["u1", nil])
    func fetchedAgain(uid: String?) async throws {
        try await collector.take([(uid, bounce)])
        try await MailCollector(work.site, mailbox: "bounces").take([(uid, bounce), (uid, bounce)])
        #expect(try work.site.ledger.verdicts(in: run.number).count == 1)
        #expect(try work.files().count == 1)
    }

    @Test("What a killed process left between file and commit is not counted, and the message is fetched anew")
    func killed() async throws {
        let listed = ListedMessage(number: 1, uid: "u1", size: bounce.utf8.count)
        #expect(try await collector.plan([listed]) == [.fetch])
        _ = try collector.fetch(listed, bounce)
        let next = MailCollector(work.site, mailbox: "bounces")
        #expect(try await next.plan([listed]) == [.fetch])
        #expect(try work.classes(run) == ["accepted": 2])
        try await next.take([("u1", bounce)])
        #expect(try work.classes(run) == ["accepted": 1, "bounced": 1])
        #expect(try await next.plan([listed]) == [.compare])
    }

    @Test("A known unique id is trusted only when size and header agree")
    func comparison() async throws {
        try await collector.take([("u1", bounce)])
        let listed = ListedMessage(number: 1, uid: "u1", size: bounce.utf8.count)
        let end = try #require(bounce.range(of: "\r\n\r\n"))
        let header = Array(bounce[..<end.lowerBound].utf8)
        #expect(try await collector.isStored(listed, header: header))
        #expect(try await collector.isStored(listed, header: header + Array("\r\n\r\n".utf8)))
        #expect(try await collector.isStored(listed, header: header.filter { $0 != 0x0D }))
        #expect(try await collector.isStored(listed, header: header.dropLast() + [0x21]) == false)
        var other = listed
        other.size += 1
        #expect(try await collector.isStored(other, header: header) == false)
        other = listed
        other.uid = "u2"
        #expect(try await collector.isStored(other, header: header) == false)
        #expect(try await MailCollector(work.site, mailbox: "other").isStored(listed, header: header) == false)
    }

    @Test("A unique id that the server gives to another message counts for both")
    func reusedID() async throws {
        let other = SampleMail.report(
            to: "bounces+\(work.token(run.number, 1))@example.com",
            failed: [("kim@example.org", "5.1.1")]
        )
        try await collector.take([("u1", bounce)])
        try await collector.take([("u1", other)])
        #expect(try work.classes(run) == ["bounced": 2])
    }

    @Test("A message of which only the header came is quarantined, is never taken for stored, and is left alone")
    func headerOnly() async throws {
        let end = try #require(bounce.range(of: "\r\n\r\n"))
        let header = String(bounce[..<end.upperBound])
        let listed = ListedMessage(number: 1, uid: "u1", size: 300_000_000)
        _ = try await collector.plan([listed])
        try await collector.commit([try collector.fetch(listed, header, isHeaderOnly: true)])
        #expect(collector.summary.kinds == ["quarantine": 1])
        #expect(try work.classes(run) == ["accepted": 2])
        #expect(try await collector.isStored(listed, header: Array(header.utf8)) == false)
        #expect(try await collector.plan([listed]) == [.leave])
        let entry = try #require(try work.site.ledger.unmatchedVerdicts().first)
        #expect(entry.kind == "quarantine" && entry.rule == "header-only")
    }

    @Test(
        "What is no message is kept in quarantine",
        arguments: ["", "\r\n", "\r\nno header at all\r\n", "\u{0}\u{1}\u{2}"]
    )
    func noMessage(text: String) async throws {
        try await collector.take([("u1", text)])
        #expect(collector.summary.kinds == ["quarantine": 1])
        #expect(try work.site.ledger.unmatchedVerdicts().map(\.kind) == ["quarantine"])
        #expect(try work.files().count == 1)
    }

    @Test("When a file cannot be kept nothing is counted and no file stays")
    func failure() async throws {
        let listed = ListedMessage(number: 1, uid: "u1", size: bounce.utf8.count)
        _ = try await collector.plan([listed])
        let good = try collector.fetch(listed, bounce)
        var bad = good
        bad.path += ".gone"
        await #expect(throws: JobFailure.self) { try await collector.commit([good, bad]) }
        #expect(try work.classes(run) == ["accepted": 2])
        #expect(try work.suppressed().isEmpty)
        #expect(try work.files().isEmpty)
    }

    @Test("Names of mailboxes cannot lead out of the folder", arguments: ["../../x", "a/b", ".", "退信"])
    func hostileName(name: String) async throws {
        let other = MailCollector(work.site, mailbox: name)
        try await other.take([("u1", bounce)])
        let file = try #require(try work.site.ledger.verdicts(on: 0, in: run.number).first?.file)
        #expect(file.hasPrefix("mail/") && !file.contains(".."))
        #expect(file.split(separator: "/").count == 5)
        #expect(try work.files().count == 1)
    }
}
