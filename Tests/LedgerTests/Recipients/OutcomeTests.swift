import GRDB
import MailModel
import Testing

@testable import Ledger

@Suite("Outcomes")
struct OutcomeTests {
    private let facts = SessionFacts(
        host: "mx1.邮件.example",
        endpoint: "192.0.2.1:25",
        tls: "TLSv1.3",
        authMechanism: "PLAIN"
    )

    @Test("Each outcome leads to its state and keeps its words, step and session")
    func words() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 5)
        _ = try workspace.claim(5, in: run)
        let events = Outcomes.every.enumerated().map { seq, outcome in
            Outcomes.event(UInt32(seq), outcome, phase: .recipient, session: 3)
        }
        let summary = try workspace.record([.session(SessionID(rawValue: 3), facts)] + events, in: run)
        #expect(summary.applied == [.accepted: 1, .deferred: 1, .failed: 1, .inDoubt: 1, .planned: 1])
        #expect(summary.ignored == 0 && summary.nextDue == Workspace.now + .seconds(60))
        let all = try workspace.ledger.recipients(in: run)
        #expect(all.map(\.state) == [.accepted, .deferred, .failed, .inDoubt, .planned])
        #expect(all.map(\.tries) == [1, 1, 1, 1, 0])
        #expect(all.allSatisfy { $0.sessionFacts == facts && $0.phase == .recipient && $0.at == Workspace.now })
        #expect(all[0].words == .cause(.reply(Outcomes.reply(250, "2.0.0 Ok: queued as 4XyZ"))))
        #expect(all[1].words == .cause(.reply(Outcomes.reply(451, "4.7.1 请稍后再试"))))
        #expect(all[3].words == .cause(.connection("Connection reset by peer")))
        #expect(try workspace.ledger.nextSession(in: run) == SessionID(rawValue: 4))
    }

    @Test(
        "Every cause reads back as it was",
        arguments: [
            .reply(Outcomes.reply(554, "5.7.1 拒收\n第二行")), .connection(""), .timeout(seconds: 600),
            .protocolBreach("354 to MAIL"), .unsupported("SMTPUTF8"), .busy(seconds: 30, "gmail.com 一会儿再来"),
        ] as [FailureCause]
    )
    func causes(cause: FailureCause) throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 1)
        _ = try workspace.claim(1, in: run)
        try workspace.record([Outcomes.event(0, .failed(cause))], in: run)
        #expect(try workspace.ledger.recipient(0, in: run)?.words == .cause(cause))
        #expect(try workspace.ledger.history(of: 0, in: run).first?.words == .cause(cause))
    }

    @Test("Rule 4: a batch that is recorded again after a crash changes nothing")
    func replay() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 5)
        _ = try workspace.claim(5, in: run)
        let events = Outcomes.every.enumerated().map { Outcomes.event(UInt32($0.offset), $0.element) }
        try workspace.record(events, in: run)
        let before = try workspace.ledger.recipients(in: run)
        let history = try workspace.ledger.history(of: 1, in: run)
        let summary = try workspace.record(events, in: run)
        #expect(summary.ignored == 5 && summary.appliedCount == 0 && summary.nextDue == nil)
        #expect(try workspace.ledger.recipients(in: run) == before)
        #expect(try workspace.ledger.history(of: 1, in: run) == history)
    }

    @Test(
        "Rule 4: an outcome met again does not touch a later claim of the same recipient",
        arguments: [1, 4] as [UInt32]
    )
    func laterClaim(seq: UInt32) throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 5)
        _ = try workspace.claim(5, in: run)
        let events = Outcomes.every.enumerated().map { Outcomes.event(UInt32($0.offset), $0.element) }
        try workspace.record(events, in: run)
        let claims = try workspace.claim(5, in: run, at: Workspace.now + .seconds(60))
        #expect(claims.contains(AttemptID(seq: seq, attempt: 2)))
        #expect(try workspace.record(events, in: run).ignored == 5)
        #expect(try workspace.state(of: seq, in: run) == .claimed)
    }

    @Test("Outcomes of what was never claimed are ignored")
    func unclaimed() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 5)
        _ = try workspace.claim(2, in: run)
        let events = [
            Outcomes.event(2, Outcomes.accepted), Outcomes.event(4_000_000, Outcomes.accepted),
            Outcomes.event(0, attempt: 2, Outcomes.accepted), Outcomes.event(0, attempt: 0, Outcomes.accepted),
        ]
        #expect(try workspace.record(events, in: run).ignored == 4)
        #expect(try workspace.ledger.recipients(in: run).isEmpty)
        #expect(try workspace.claim(9, in: run).map(\.seq) == [2, 3, 4])
    }

    @Test("The retry rule is told what it needs: tries without those given back, and when it began")
    func retryFacts() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 1)
        var asked: [DeferralFacts] = []
        var time = Workspace.now
        for (index, outcome) in [Outcomes.deferred, Outcomes.released, Outcomes.deferred, Outcomes.deferred]
            .enumerated()
        {
            let claim = try #require(try workspace.claim(1, in: run, at: time).first)
            #expect(Int(claim.attempt) == index + 1)
            let box = Asked()
            try workspace.record([Outcomes.event(0, attempt: claim.attempt, outcome, at: time)], in: run) { facts in
                box.facts = facts
                return facts.tries == 3 ? .giveUp : .again(at: facts.at + .seconds(60))
            }
            asked.append(try #require(box.facts))
            time = time + .seconds(60)
        }
        #expect(asked.map(\.tries) == [1, 1, 2, 3])
        #expect(asked.map(\.isReleased) == [false, true, false, false])
        #expect(asked.allSatisfy { $0.firstTried == Workspace.now })
        let facts = try #require(try workspace.ledger.recipient(0, in: run))
        #expect(facts.state == .failed && facts.nextAttempt == nil && facts.tries == 3 && facts.attempt == 4)
        #expect(
            try workspace.ledger.history(of: 0, in: run).map(\.event) == [.deferred, .released, .deferred, .deferred]
        )
    }

    @Test("The history of a recipient that was accepted in the end has every attempt")
    func history() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 1)
        _ = try workspace.claim(1, in: run)
        try workspace.record([Outcomes.event(0, Outcomes.deferred)], in: run)
        _ = try workspace.claim(1, in: run, at: Workspace.now + .seconds(60))
        try workspace.record([Outcomes.event(0, attempt: 2, Outcomes.accepted)], in: run)
        let history = try workspace.ledger.history(of: 0, in: run)
        #expect(history.map(\.event) == [.deferred, .accepted])
        #expect(history.map(\.attempt) == [1, 2])
    }

    @Test("Attempt numbers that run out end in failure, never in silence")
    func lastAttempt() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 1)
        _ = try workspace.claim(1, in: run)
        try workspace.ledger.write(.synced, "testing") {
            try $0.execute(
                sql: "INSERT INTO recipient (run, seq, state, attempt, at) VALUES (?, 0, 1, 65535, 0)",
                arguments: [run]
            )
        }
        try workspace.record([Outcomes.event(0, attempt: .max, Outcomes.released)], in: run)
        #expect(try workspace.state(of: 0, in: run) == .failed)
    }

    @Test("Pages of recipients are whole, in order, and of the states that were asked for")
    func pages() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 100)
        _ = try workspace.claim(100, in: run)
        try workspace.record((0..<100).map { Outcomes.event($0, Outcomes.every[Int($0) % 5]) }, in: run)
        for states in [[.failed], [.failed, .inDoubt, .deferred], Set(RecipientState.allCases)] as [Set<RecipientState>]
        {
            var read: [RecipientFacts] = []
            while true {
                let page = try workspace.ledger.recipients(
                    in: run,
                    states: states,
                    from: read.last.map { $0.seq + 1 } ?? 0,
                    limit: 7
                )
                if page.isEmpty { break }
                read += page
            }
            let all = try workspace.ledger.recipients(in: run).filter { states.contains($0.state) }
            #expect(read == all && !read.isEmpty)
        }
    }
}

/// What a retry rule was asked, handed out of its closure; used by one thread at a time.
private final class Asked: @unchecked Sendable {
    var facts: DeferralFacts?
}
