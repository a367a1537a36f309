import Ledger
import MailModel
import Testing
import Workspace

@testable import MailJobs

@Suite("Polling mailboxes")
struct CollectJobTests {
    /// A mailbox that gives its messages, or fails behind them.
    struct StubSource: MailSource {
        var messages: [String] = []
        var failure: CollectFailure?

        func poll(into store: any CollectedMailStore) async throws(CollectFailure) -> PollSummary {
            var summary = PollSummary()
            do {
                guard let collector = store as? MailCollector else { return summary }
                try await collector.take(messages.enumerated().map { ("u\($0)", $1) })
            } catch {
                throw CollectFailure(code: .store, phase: "storing", peer: "test", message: "\(error)")
            }
            if let failure { throw failure }
            summary.listed = messages.count
            summary.deleted = messages.count
            return summary
        }
    }

    private func mailbox(_ name: String, _ source: StubSource) -> CollectJob.Mailbox {
        let login = Login(user: "bounces", password: Secret("hunter2"))
        let settings = MailboxSettings(name: name, host: "127.0.0.1", port: 110, tls: .none, login: login)
        return CollectJob.Mailbox(settings, source)
    }

    @Test("One mailbox that fails keeps none of the others from being collected, and keeps what it gave")
    func others() async throws {
        let work = try CollectWorkspace()
        let refused = CollectFailure(code: .loginRefused, phase: "logging in", peer: "pop:110", message: "-ERR 密码错误")
        let boxes = (0..<9).map { number in
            mailbox(
                "box\(number)",
                StubSource(messages: [SampleMail.note(to: "a@example.com")], failure: number == 1 ? refused : nil)
            )
        }
        let summaries = await CollectJob(work.site).run(boxes)
        #expect(summaries.map(\.mailbox) == boxes.map(\.settings.name))
        #expect(summaries.map(\.new) == [Int](repeating: 1, count: 9))
        #expect(summaries.map { $0.failure == nil } == (0..<9).map { $0 != 1 })
        let failure = try #require(summaries[1].failure)
        #expect(failure.code == .loginRefused)
        #expect(failure.lines == ["mailbox box1: pop:110: logging in: -ERR 密码错误"])
    }

    @Test("A mailbox that another process collects is left to it")
    func held() async throws {
        let work = try CollectWorkspace()
        let source = StubSource(messages: [SampleMail.note(to: "a@example.com")])
        // The first poll makes the folder of locks.
        _ = await CollectJob(work.site).run([mailbox("bounces", StubSource())])
        let path = work.site.state.path("locks/mailbox@bounces")
        guard case .acquired(let lock) = try RunLock.acquire(path: path, now: .now) else {
            Issue.record("the lock is not free")
            return
        }
        let summary = try #require(await CollectJob(work.site).run([mailbox("bounces", source)]).first)
        #expect(summary.failure?.code == .notFinished && summary.new == 0)
        withExtendedLifetime(lock) {}
    }
}
