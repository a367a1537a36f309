import Foundation
import Ledger
import MailModel
import Testing
import Workspace

@testable import MailJobs

@Suite("Forgetting a person")
struct ForgetJobTests {
    private let work: CollectWorkspace

    init() throws { work = try CollectWorkspace() }

    /// A run of these recipients that has ended in order.
    private func run(_ addresses: [String], name: String = "notice-one") throws -> RunRecord {
        let run = try work.run(addresses, name: name)
        #expect(try work.site.ledger.closeClaims(in: run.number))
        return run
    }

    private var state: String { work.site.state.path }

    /// Files of the state folder that hold a text, log and all.
    private func files(holding text: String) throws -> [String] {
        let names = FileManager.default.enumerator(atPath: state)?.compactMap { $0 as? String } ?? []
        return try names.filter { name in
            let file = URL(fileURLWithPath: state + "/" + name)
            guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { return false }
            let bytes = try Data(contentsOf: file)
            return String(decoding: bytes, as: UTF8.self).lowercased().contains(text)
        }
    }

    @Test("Across runs, mail and ledger no byte of the address is left; counts and other people stay")
    func everywhere() async throws {
        let runs = try [
            run(["zoe@example.com", "李雷@example.cn"], name: "notice-1"),
            run(["kim@example.org", "Zoe@Example.com", "joezoe@example.com"], name: "notice-2"),
        ]
        let collector = MailCollector(work.site, mailbox: "bounces")
        let bounce = SampleMail.report(
            to: "bounces+\(work.token(runs[0].number, 0))@example.com",
            failed: [("zoe@example.com", "5.1.1")]
        )
        let stranger = "From: a@b.example\r\nSubject: hi\r\n\r\nplease write to zoe@example.com\r\n"
        try await collector.take([("u1", bounce), ("u2", stranger)])
        #expect(try files(holding: "zoe@example.com").count >= 4)
        let classes = try runs.map(work.classes)

        let summary = try ForgetJob(work.site, "ZOE@example.com", isDryRun: false).run()
        #expect(summary.runs.map(\.name) == ["notice-2", "notice-1"])
        #expect(summary.mail == 2 && summary.running == nil)
        #expect(summary.named.contains("list.csv"))
        // The neighbour whose address ends alike is another person.
        let left = try files(holding: "zoe@example.com")
        #expect(left == ["runs/notice-2/rows"])
        #expect(try files(holding: "joezoe@example.com") == left)
        #expect(try files(holding: "\0zoe@").isEmpty)
        #expect(try runs.map(work.classes) == classes)
        #expect(try SuppressionSearch("zoe@example.com", in: work.site).find().entries.map(\.kind) == [.keyedHash])
        #expect(try SuppressionSearch("zoe@example.com", in: work.site).find().entries.map(\.reason) == ["hard-bounce"])
        let rows = try SealedAddresses(work.site.folder(of: runs[1])).lines(0..<3)
        #expect(rows.map(\.address) == ["kim@example.org", "(forgotten)", "joezoe@example.com"])
        #expect(try StateExamination(work.site).faults(isQuick: false).isEmpty)
        #expect(try ForgetJob(work.site, "zoe@example.com", isDryRun: false).run().runs.isEmpty)
    }

    @Test("While the job is being run nothing is changed, and it says by whom")
    func running() throws {
        _ = try run(["zoe@example.com"])
        let before = try files(holding: "zoe@example.com")
        guard case .acquired(let lock) = try JobLock.acquire("notice", in: work.site) else { return }
        withExtendedLifetime(lock) {
            let failure = #expect(throws: JobFailure.self) {
                try ForgetJob(work.site, "zoe@example.com", isDryRun: false).run()
            }
            #expect(failure?.code == .notFinished)
            #expect(failure?.description.contains("job notice is being run by process") == true)
        }
        #expect(try files(holding: "zoe@example.com") == before)
    }

    @Test("A look at what would go changes nothing")
    func dryRun() throws {
        _ = try run(["zoe@example.com"])
        let before = try files(holding: "zoe@example.com")
        let summary = try ForgetJob(work.site, "zoe@example.com", isDryRun: true).run()
        #expect(summary.runs.map(\.lines) == [[2]])
        #expect(try files(holding: "zoe@example.com") == before)
        #expect(try work.suppressed().isEmpty)
    }
}
