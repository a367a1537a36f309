import MailModel
import Testing

@testable import Ledger

@Suite("What was sent")
struct SentFactsTests {
    private static func facts(_ number: UInt64) throws -> SentFacts {
        let digest = try #require(MessageDigest((0..<32).map { UInt8(truncatingIfNeeded: $0 + number) }))
        return SentFacts(date: 1_790_000_000 + Int64(number), form: [.smtpUTF8, .signed], digest: digest)
    }

    private static func event(_ seq: UInt32, attempt: UInt16, _ outcome: RecipientOutcome, _ sent: SentFacts)
        -> DeliveryEvent
    {
        let id = AttemptID(seq: seq, attempt: attempt)
        return .outcome(
            DeliveryReport(id: id, outcome: outcome, phase: .endOfData, session: nil, sent: sent),
            at: Workspace.now
        )
    }

    @Test("Date, form and hash are kept with every outcome", arguments: 0..<5)
    func kept(place: Int) throws {
        let workspace = try Workspace()
        let run = try workspace.run()
        _ = try workspace.claim(1, in: run)
        let facts = try Self.facts(UInt64(place))
        try workspace.record([Self.event(0, attempt: 1, Outcomes.every[place], facts)], in: run)
        let record = SentRecord(facts: facts, revision: 0)
        #expect(try workspace.ledger.recipient(0, in: run)?.sent == record)
        #expect(try workspace.ledger.history(of: 0, in: run).map(\.sent) == [record])
    }

    @Test("Each attempt keeps its own, with the revision that it was made from")
    func attempts() throws {
        let workspace = try Workspace()
        let run = try workspace.run()
        _ = try workspace.claim(1, in: run)
        try workspace.record([Self.event(0, attempt: 1, Outcomes.deferred, Self.facts(1))], in: run)
        _ = try workspace.ledger.closeClaims(in: run)
        let changes = RunChanges(revision: 1, seal: [], recipients: 10, rejected: [], removed: [], at: Workspace.now)
        _ = try workspace.ledger.accept(changes, in: run)
        let later = Workspace.now + .seconds(600)
        #expect(try workspace.claim(1, in: run, at: later) == [AttemptID(seq: 0, attempt: 2)])
        try workspace.record([Self.event(0, attempt: 2, Outcomes.accepted, Self.facts(2))], in: run)
        let sent = try workspace.ledger.history(of: 0, in: run).map(\.sent)
        let first = SentRecord(facts: try Self.facts(1), revision: 0)
        let second = SentRecord(facts: try Self.facts(2), revision: 1)
        #expect(sent == [first, second])
    }

    @Test("A doubt that a killed process left has what was noted beside its mark")
    func recovered() throws {
        let workspace = try Workspace()
        let run = try workspace.run()
        let claims = try workspace.claim(2, in: run)
        let facts = try Self.facts(3)
        let changes = RecoveryChanges(
            events: [],
            inDoubt: claims,
            planned: [],
            sent: [claims[1]: facts],
            words: "killed"
        )
        _ = try workspace.ledger.recover(changes, in: run, at: Workspace.now) { _ in .giveUp }
        #expect(try workspace.ledger.recipient(0, in: run)?.sent == nil)
        #expect(try workspace.ledger.recipient(1, in: run)?.sent?.facts == facts)
    }
}
