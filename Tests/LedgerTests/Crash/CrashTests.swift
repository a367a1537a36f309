import Testing

@Suite("Kills at any step")
struct CrashTests {
    @Test("Nobody gets two and nobody is lost, and no more is in doubt than was in flight", arguments: 0..<16)
    func kills(seed: UInt64) throws {
        var simulation = try CrashSimulation(seed: seed, recipients: 60, slots: 32)
        for round in 0..<12 as Range<UInt64> {
            for _ in 0..<(seed * 7 + round * 13) % 60 { try simulation.step() }
            try simulation.kill(damage: .none)
        }
        try simulation.finish()
        try simulation.check()
        #expect(simulation.faults.isEmpty)
        #expect(simulation.kills == 12)
    }

    @Test("With too few slots, more is in doubt, and still nobody gets two", arguments: 0..<5)
    func fewSlots(seed: UInt64) throws {
        var simulation = try CrashSimulation(seed: seed + 1_000, recipients: 60, slots: 2)
        for round in 0..<8 as Range<UInt64> {
            for _ in 0..<(seed * 11 + round * 17) % 70 { try simulation.step() }
            try simulation.kill(damage: .none)
        }
        try simulation.finish()
        try simulation.check()
        #expect(simulation.faults.filter { !$0.contains("in doubt after a kill") }.isEmpty)
    }

    @Test(
        "A recorder that is gone, copied or torn leaves doubts, never a second message",
        arguments: CrashSimulation.Damage.allCases,
        0..<4 as Range<UInt64>
    )
    func damage(damage: CrashSimulation.Damage, seed: UInt64) throws {
        var simulation = try CrashSimulation(seed: seed + 2_000, recipients: 60, slots: 32)
        for round in 0..<6 as Range<UInt64> {
            for _ in 0..<(seed * 5 + round * 19) % 80 { try simulation.step() }
            try simulation.kill(damage: round % 2 == 0 ? damage : .none)
        }
        try simulation.finish()
        try simulation.check()
        #expect(simulation.faults.isEmpty)
    }
}
