import Foundation
import Ledger
import MailModel
import Testing
import Workspace

@testable import MailJobs

@Suite("Pruning a state folder")
struct PruneJobTests {
    private let work: CollectWorkspace

    init() throws { work = try CollectWorkspace() }

    private func prune(_ change: (inout PruneJob.Request) -> Void) throws -> PruneJob.Summary {
        var request = PruneJob.Request()
        change(&request)
        return try PruneJob(work.site, request).run()
    }

    private func finished(_ name: String) throws -> RunRecord {
        let run = try work.run(["kim@example.org", "李雷@example.cn"], name: name)
        _ = try work.site.ledger.closeClaims(in: run.number)
        try work.site.ledger.finishRun(run.number, at: .now)
        return run
    }

    @Test("Runs, lists and mail go by age; the counts and the suppression list stay, and the same list is refused")
    func byAge() async throws {
        let run = try finished("notice-one")
        let collector = MailCollector(work.site, mailbox: "bounces")
        let bounce = SampleMail.report(
            to: "bounces+\(work.token(run.number, 0))@example.com",
            failed: [("kim@example.org", "5.1.1")]
        )
        try await collector.take([("u1", bounce)])
        let open = try work.run(["ann@example.com"], name: "notice-open")
        let soon = Timestamp.now + .seconds(60)
        let look = try prune { request in
            request.before = soon
            request.isDryRun = true
        }
        #expect(look.runs.map(\.name) == ["notice-one"] && look.mail == 1)
        #expect(try work.files().count == 1)
        let done = try prune { $0.before = soon }
        #expect(done.runs.map(\.name) == ["notice-one"] && done.mail == 1 && done.rows >= 2)
        #expect(done.fileBytes == look.fileBytes)
        #expect(done.kept.map(\.name) == ["notice-open"])
        #expect(try work.files().isEmpty)
        #expect(!FileManager.default.fileExists(atPath: work.site.state.path("runs/notice-one")))
        #expect(FileManager.default.fileExists(atPath: work.site.state.path("runs/notice-open/rows")))
        #expect(try work.classes(run) == ["accepted": 1, "bounced": 1])
        #expect(try work.suppressed() == ["kim@example.org": "hard-bounce"])
        // The same list again: the seal of the stub refuses it.
        #expect(throws: JobFailure.self) { try finished("notice-again") }
        #expect(try prune { $0.before = soon }.runs.isEmpty)
        #expect(try StateExamination(work.site).faults(isQuick: false).isEmpty)
        #expect(try work.site.ledger.recipients(in: open.number).count == 1)
    }

    @Test("Files of mail that the ledger does not name are swept, unless the mailbox is being collected")
    func strays() throws {
        let folder = work.site.state.path("mail/bounces/2026/11")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/stray.eml"))
        do {
            let lock = try StateLock(work.site).mailbox(folder: "bounces")
            let busy = try prune { $0.before = .now }
            #expect(lock != nil && busy.strays.isEmpty && busy.busyMailboxes == ["bounces"])
        }
        #expect(try prune { $0.before = .now }.strays == ["mail/bounces/2026/11/stray.eml"])
        #expect(try work.files().isEmpty)
    }

    @Test("The ledger is not written anew while a job is being run")
    func compact() throws {
        guard case .acquired(let lock) = try JobLock.acquire("notice", in: work.site) else { return }
        #expect(throws: JobFailure.self) { try prune { $0.compacts = true } }
        withExtendedLifetime(lock) {}
    }
}
