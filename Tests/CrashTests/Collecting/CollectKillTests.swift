import Foundation
import Testing

extension CrashTests {
    @Test(
        "Collecting that is killed again and again counts each message exactly once",
        arguments: MaildropMode.allCases
    )
    func killedCollecting(mode: MaildropMode) async throws {
        let result = try await blocking {
            var campaign = try CollectCampaign(mode, messages: 40, seed: CrashSettings.seed)
            return try campaign.run(kills: 2)
        }
        #expect(result.findings.isEmpty, "seed \(CrashSettings.seed), \(mode)")
        // A server that cuts connections may end the program before it is killed: that is an end as well.
        #expect(result.kills + result.cuts + result.unfinished > 0, "the program was never killed: \(mode)")
    }

    /// More messages and more kills for each kind of server, with a table at the end: `scripts/crash-test`.
    @Test("Collecting, the long form", .enabled(if: CrashSettings.rounds > 0, "scripts/crash-test runs it"))
    func matrixOfCollecting() async throws {
        var lines = [
            "| server | runs | messages | kills | by themselves | cuts | broken |", "|---|--:|--:|--:|--:|--:|--:|",
        ]
        for mode in MaildropMode.allCases {
            var sum = CollectCampaign.Result(mode: mode)
            for round in 0..<CrashSettings.rounds {
                let result = try await blocking {
                    var campaign = try CollectCampaign(mode, messages: 400, seed: CrashSettings.seed &+ UInt64(round))
                    return try campaign.run(kills: 12)
                }
                for finding in result.findings.prefix(20) {
                    Issue.record("seed \(CrashSettings.seed), round \(round), \(mode): \(finding)")
                }
                sum.messages += result.messages
                sum.kills += result.kills
                sum.unfinished += result.unfinished
                sum.cuts += result.cuts
                sum.findings += result.findings
            }
            let cells = [
                CrashSettings.rounds, sum.messages, sum.kills, sum.unfinished, sum.cuts, sum.findings.count,
            ]
            lines.append("| \(mode) | \(cells.map(String.init).joined(separator: " | ")) |")
            FileHandle.standardError.write(Data("\(lines.last ?? "")\n".utf8))
        }
        print(lines.joined(separator: "\n"))
    }
}
