import BounceAnalysis
import Foundation
import Ledger
import MailJobs
import MailModel
import Workspace

/// A workspace with one job, in a folder that is gone when the test is; runs are sealed and accepted, never sent.
final class CollectWorkspace {
    let folder: TemporaryFolder
    let site: JobSite

    init(reversePath: String = "bounces+{token}@example.com", suppression: String = "{}") throws {
        folder = try TemporaryFolder()
        for name in ["jobs", "templates/notice"] {
            let place = URL(fileURLWithPath: folder.path).appendingPathComponent(name)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        }
        _ = try folder.write(
            """
            transports: {relay: {host: 127.0.0.1, port: 2525, tls: none}}
            mailboxes:
              退信: {host: 127.0.0.1, port: 2110, tls: none, user: bounces, password: {env: NONE}}
            identity: {reverse_path: "\(reversePath)"}
            suppression: \(suppression)
            """.replacingOccurrences(of: "退信", with: "bounces"),
            to: "martlet.yaml"
        )
        _ = try folder.write(
            """
            from: "管理员 <no-reply@example.com>"
            recipients: {file: list.csv, email: email}
            template: notice
            unsubscribe: {mailto: "unsubscribe+{token}@example.com"}
            """,
            to: "jobs/notice.yaml"
        )
        _ = try folder.write("通知 {{name}}\n", to: "templates/notice/subject.mustache")
        _ = try folder.write("您好，{{name}}！\n", to: "templates/notice/text.mustache")
        site = try JobSite(workspace: folder.path)
    }

    /// Seals a run of these recipients, all of them accepted by a server.
    func run(_ addresses: [String], name: String = "notice-one") throws -> RunRecord {
        let rows = addresses.enumerated().map { "\($1),李雷\($0)\n" }.joined()
        _ = try folder.write("email,name\n" + rows, to: "list.csv")
        let inputs = try JobInputs("notice", in: site.workspace, settings: site.settings)
        let run = try JobPlanner(site, inputs).seal(name: name, occurrence: name, options: .init()) { _ in }.run
        let recorder = RecorderIdentity(id: [UInt8](0..<16), bootID: "boot", device: 1, inode: 2)
        let claims = try site.ledger.claim(upTo: addresses.count, in: run.number, recorder: recorder, now: .now)
        guard let code = ReplyCode(rawValue: 250) else { throw CollectWorkspace.noReply }
        let events = claims.map { id in
            let outcome = RecipientOutcome.accepted(Reply(code: code, text: "2.0.0 Ok"))
            let report = DeliveryReport(id: id, outcome: outcome, phase: .endOfData, session: nil)
            return DeliveryEvent.outcome(report, at: .now)
        }
        _ = try site.ledger.record(events, in: run.number, retry: { _ in .giveUp })
        return run
    }

    private static let noReply = NSError(domain: "no reply", code: 1)

    /// A token as the program makes it.
    func token(_ run: UInt32, _ seq: UInt32) -> String { VERPToken.make(secret: site.secret, run: run, seq: seq) }

    /// What the report says, without the classes that nobody is in.
    func classes(_ run: RunRecord) throws -> [String: Int] {
        let counts = try site.ledger.classCounts(of: run.number)
        let all = [
            "planned": counts.planned, "accepted": counts.accepted, "bounced": counts.bounced,
            "complained": counts.complained, "failed": counts.failed,
        ]
        return all.filter { $0.value != 0 }
    }

    /// Who is suppressed, with the reason.
    func suppressed() throws -> [String: String] {
        let entries = try Suppression.Kind.allCases.flatMap { try site.ledger.suppressions(kind: $0) }
        return Dictionary(entries.filter { $0.holds(at: .now) }.map { ($0.value, $0.reason) }) { first, _ in first }
    }

    /// The files of collected mail.
    func files() throws -> [String] {
        let mail = site.state.path("mail")
        return (FileManager.default.enumerator(atPath: mail)?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(".eml") }
    }
}

extension MailCollector {
    /// Fetches messages as an engine does: plan, files, commit.
    @discardableResult
    func take(_ messages: [(uid: String?, text: String)]) async throws -> [FetchedMessage] {
        let listed = messages.enumerated().map { place, message in
            ListedMessage(number: place + 1, uid: message.uid, size: message.text.utf8.count)
        }
        _ = try await plan(listed)
        let fetched = try zip(listed, messages).map { listed, message in
            try fetch(listed, message.text)
        }
        try await commit(fetched)
        return fetched
    }

    /// Writes a message's file.
    func fetch(_ listed: ListedMessage, _ text: String, isHeaderOnly: Bool = false) throws -> FetchedMessage {
        let path = path(for: listed)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        return FetchedMessage(listed: listed, path: path, byteCount: text.utf8.count, isHeaderOnly: isHeaderOnly)
    }
}
