import MailModel
import Testing

@testable import Ledger

@Suite("Classes of a report")
struct ClassCountsTests {
    @Test(
        "Whatever happens to whom, each recipient is in one class and the sum is the number of rows",
        arguments: 0..<20
    )
    func sum(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let workspace = try Workspace()
        let ledger = workspace.ledger
        let rejected = RejectedRow(row: 1, line: 2, address: nil, isDuplicate: false, text: "no address")
        let run = try workspace.run(recipients: 40, rejected: [rejected])
        var time = Workspace.now
        for _ in 0..<15 {
            time = time + .seconds(30)
            let seq = UInt32.random(in: 0..<40, using: &generator)
            switch Int.random(in: 0..<8, using: &generator) {
            case 0...3:
                let claims = try workspace.claim(Int.random(in: 1...6, using: &generator), in: run, at: time)
                let events = claims.compactMap { claim -> DeliveryEvent? in
                    guard let outcome = Outcomes.every.randomElement(using: &generator), claim.seq % 7 != 3 else {
                        return nil
                    }
                    return Outcomes.event(claim.seq, attempt: claim.attempt, outcome, at: time)
                }
                try workspace.record(events, in: run)
            case 4: _ = try ledger.cancel([seq], in: run, because: "left", at: time)
            case 5:
                let way = Resolution.allCases.randomElement(using: &generator) ?? .failed
                _ = try ledger.resolve([seq], in: run, as: way, because: "asked", at: time)
            case 6:
                _ = try ledger.suppress(try ledger.openClaims(in: run).suffix(1), in: run, because: "list", at: time)
            default: _ = try ledger.giveBack(try ledger.openClaims(in: run).suffix(1), in: run, at: time)
            }
            let counts = try ledger.classCounts(of: run)
            #expect(counts.sum == 41 && counts.total == 41 && counts.rejected == 1)
            var byState: [RecipientState: Int] = [:]
            for seq in 0..<40 as Range<UInt32> {
                if let state = try workspace.state(of: seq, in: run) { byState[state, default: 0] += 1 }
            }
            #expect(counts.planned == byState[.planned, default: 0] + byState[.claimed, default: 0])
            #expect(counts.accepted == byState[.accepted, default: 0])
            #expect(counts.cancelled == byState[.cancelled, default: 0])
            #expect(counts.suppressed == byState[.suppressed, default: 0])
            let remaining = try ledger.remaining(in: run)
            #expect(
                remaining.untried + remaining.waiting == byState[.planned, default: 0] + byState[.deferred, default: 0]
            )
        }
    }
}

/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
