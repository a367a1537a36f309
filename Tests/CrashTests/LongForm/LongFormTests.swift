import Foundation
import Testing

extension CrashTests {
    /// The whole matrix, round after round, with a table at the end: `scripts/crash-test [ROUNDS] [SEED]`.
    @Test("The whole matrix", .enabled(if: CrashSettings.rounds > 0, "scripts/crash-test runs it"))
    func matrix() async throws {
        var table = ResultTable()
        for round in 0..<CrashSettings.rounds {
            for scenario in Self.longForm {
                let result = try await blocking {
                    var campaign = Campaign(scenario, seed: CrashSettings.seed &+ UInt64(round))
                    return try campaign.run()
                }
                table.add(result)
                for finding in result.findings.prefix(20) {
                    Issue.record("seed \(CrashSettings.seed), round \(round), \(scenario): \(finding)")
                }
                FileHandle.standardError.write(
                    Data("\(round + 1)/\(CrashSettings.rounds) \(table.line(result))\n".utf8)
                )
            }
            for place in RecorderBytes.Place.allCases {
                let breaches = try await blocking { try Self.flipped(place, turn: 100 + round) }
                for breach in breaches { Issue.record("round \(round), flipped \(place): \(breach)") }
            }
        }
        print(table.text)
    }

    /// Every engine, every number of connections, every server; the servers that do BDAT for the engine that does.
    static let longForm: [Scenario] = {
        var all: [Scenario] = []
        for engine in Scenario.Engine.allCases {
            for (connections, unanswered) in [(1, 64), (8, 8), (8, 64), (64, 64), (64, 8)] {
                for mode in SinkMode.all where engine == .native || !mode.chunking {
                    all.append(
                        Scenario(
                            engine: engine,
                            connections: connections,
                            unanswered: unanswered,
                            mode: mode,
                            recipients: 400,
                            kills: 6
                        )
                    )
                }
            }
            // More than one batch of claims.
            all.append(Scenario(engine: engine, mode: .pipelining, recipients: 3_500, kills: 12))
            all.append(Scenario(engine: engine, mode: .slow, policy: .resend, recipients: 400, kills: 6))
            all.append(Scenario(engine: engine, mode: .dropAfter, policy: .resend, recipients: 400, kills: 6))
        }
        return all
    }()
}
