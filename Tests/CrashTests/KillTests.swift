import Testing

extension CrashTests {
    /// Every engine, every number of connections and every kind of server once, in few scenarios; the whole matrix is
    /// the long form's.
    @Test(
        "Killed again and again, it ends with everybody mailed once or in doubt, and nobody twice",
        arguments: shortForm
    )
    func killed(scenario: Scenario) async throws {
        print("crash tests: seed \(CrashSettings.seed), \(scenario)")
        let result = try await blocking {
            // A program that ends before its first kill proves nothing: another instant is tried then.
            var campaign = Campaign(scenario, seed: CrashSettings.seed)
            var result = try campaign.run()
            for turn in 1...5 where result.kills == 0 && result.findings.isEmpty {
                campaign = Campaign(scenario, seed: CrashSettings.seed + UInt64(turn))
                result = try campaign.run()
            }
            return result
        }
        #expect(result.findings.isEmpty, "seed \(CrashSettings.seed), \(scenario)")
        #expect(result.kills > 0, "the program was never killed: \(scenario)")
    }

    static let shortForm = [
        Scenario(engine: .native, connections: 8, unanswered: 64, mode: .slowChunking),
        Scenario(engine: .native, connections: 64, unanswered: 64, mode: .slow),
        Scenario(engine: .native, connections: 1, unanswered: 8, mode: .dropAfterLast),
        Scenario(engine: .native, connections: 64, unanswered: 8, mode: .plain),
        Scenario(engine: .native, connections: 8, unanswered: 64, mode: .deferring),
        Scenario(engine: .native, connections: 8, unanswered: 8, mode: .closing),
        Scenario(engine: .native, connections: 8, unanswered: 64, mode: .pipelining, policy: .resend),
        Scenario(engine: .curl, connections: 8, unanswered: 64, mode: .slow),
        Scenario(engine: .curl, connections: 64, unanswered: 64, mode: .dropBefore),
        Scenario(engine: .curl, connections: 1, unanswered: 8, mode: .plain),
    ]
}
