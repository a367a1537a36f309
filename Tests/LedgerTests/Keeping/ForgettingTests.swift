import Foundation
import MailModel
import Testing

@testable import Ledger

@Suite("Forgetting a person in the ledger")
struct ForgettingTests {
    private static let person = "zoe.martin@example.com"

    private func holds(_ workspace: Workspace, _ text: String) throws -> Bool {
        try ["ledger.sqlite", "ledger.sqlite-wal"].contains { name in
            let file = URL(fileURLWithPath: "\(workspace.path)/\(name)")
            return try Data(contentsOf: file).range(of: Data(text.utf8)) != nil
        }
    }

    @Test("Words, history, rejected rows, mail and suppression are gone from the file and its log; counts stay")
    func bytes() throws {
        let person = Self.person
        let workspace = try Workspace()
        let ledger = workspace.ledger
        let rejected = RejectedRow(
            row: 3,
            line: 4,
            address: person,
            isDuplicate: true,
            text: "\(person) is there twice"
        )
        let run = try workspace.run(recipients: 400, rejected: [rejected])
        _ = try workspace.claim(400, in: run)
        // Many rows with the address, so that pages split and parts of it lie in many places.
        try workspace.record(
            (UInt32(0)..<400).map { seq in
                let words = seq % 7 == 0 ? "5.1.1 <\(person)> 用户不存在" : "5.1.1 no such user"
                return Outcomes.event(seq, .failed(.reply(Outcomes.reply(550, words))))
            },
            in: run
        )
        _ = try ledger.addSuppressions([
            Suppression(value: person, reason: "complaint", source: "run", at: Workspace.now)
        ])
        let record = CollectedRecord(
            mailbox: "bounces",
            uid: "a",
            size: 1,
            headerHash: [1],
            file: "mail/a.eml",
            at: Workspace.now,
            kind: "bounce",
            rule: "dsn",
            confidence: 2,
            verdict: "{\"address\":\"\(person)\"}",
            recipients: [RecordedVerdict(run: run, seq: 0, effect: .bounced, address: person, text: person)]
        )
        _ = try ledger.commit([record])
        let counts = try ledger.classCounts(of: run)
        #expect(try holds(workspace, person))

        let erase: @Sendable (String) -> String? = { text in
            text.contains(person) ? text.replacingOccurrences(of: person, with: "***") : nil
        }
        let places = [ForgetRequest.Place(run: run, seq: 0)]
        let messages = try ledger.messages(about: places, needles: [person]) { $0.contains(person) }
        #expect(messages.count == 1)
        let key = SuppressionKey(kind: .address, value: person)
        let hash = String(repeating: "0", count: 64)
        let summary = try ledger.forget(
            ForgetRequest(
                places: places,
                keys: [key],
                kept: Suppression(
                    kind: .keyedHash,
                    value: hash,
                    reason: "complaint",
                    source: "forget",
                    at: Workspace.now
                ),
                needles: [person],
                messages: Array(messages),
                words: "forgotten",
                at: Workspace.now,
                erase: erase
            )
        )
        try ledger.compact()
        #expect(summary.recipients == 1 && summary.rejected == 1 && summary.files == ["mail/a.eml"])
        // 57 recipients besides the person, each with a history.
        #expect(summary.texts == 2 * 57)
        #expect(try !holds(workspace, person))
        #expect(try ledger.classCounts(of: run) == counts)
        #expect(try ledger.suppression(among: [key], now: Workspace.now) == nil)
        #expect(try ledger.suppression(of: hash, kind: .keyedHash)?.reason == "complaint")
        guard case .cause(.reply(let reply)) = try ledger.recipient(7, in: run)?.words else {
            Issue.record("the reply is gone")
            return
        }
        #expect(reply.text == "5.1.1 <***> 用户不存在")
    }

    @Test("Whoever still waits is taken out")
    func waiting() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 3)
        let summary = try workspace.ledger.forget(
            ForgetRequest(
                places: [.init(run: run, seq: 1)],
                keys: [],
                kept: Suppression(
                    kind: .keyedHash,
                    value: "0",
                    reason: "forgotten",
                    source: "forget",
                    at: Workspace.now
                ),
                needles: [],
                messages: [],
                words: "forgotten",
                at: Workspace.now,
                erase: { _ in nil }
            )
        )
        #expect(summary.cancelled == 1)
        #expect(try workspace.claim(10, in: run).map(\.seq) == [0, 2])
    }
}
