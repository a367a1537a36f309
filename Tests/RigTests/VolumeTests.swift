import Foundation
import Testing

extension RealServers {
    /// A long list from the recipient generator of the corpora.
    @Suite(
        "A list of a thousand",
        .enabled(if: generator != nil, "no recipients/make.py in the corpora, or no python3")
    )
    struct VolumeTests {
        private let rig: Rig

        init() throws { rig = try Rig() }

        @Test(
            "1,000 recipients in all scripts: each is accepted once, and who is not there bounces",
            arguments: engines
        )
        func thousand(_ engine: String) async throws {
            let list = try await generatedList()
            let unknown = list.addresses.count { $0.hasSuffix("@example.com") }
            #expect(list.addresses.count == 1_000 && unknown > 0)
            let box = engine == "native" ? "bounces-9" : "bounces-10"
            let campaign = try Campaign(
                transport: "engine: \(engine), host: 127.0.0.1, port: \(try rig.port("BOUNCE")), tls: none, "
                    + "connections: 8",
                mailbox: "host: 127.0.0.1, port: \(try rig.port("POP3")), tls: none, user: \(box), "
                    + "password: {env: \(Campaign.passwordVariable)}",
                reversePath: "\(box)+{token}@example.com",
                list: list.bytes
            )
            defer { campaign.remove() }
            let password = try rig.value("PASSWORD")
            let run = try await campaign.run(password: password)
            #expect(run.status == 0, "\(run.talk)")
            var report = try await campaign.report()
            for _ in 0..<100 where report.classes["bounced"] != unknown {
                let collected = try await campaign.collect(password: password)
                #expect(collected.status == 0, "\(collected.talk)")
                report = try await campaign.report()
                try await Task.sleep(for: .milliseconds(300))
            }
            #expect(report.total == 1_000)
            #expect(report.occupied == ["accepted": 1_000 - unknown, "bounced": unknown])
        }

        private func generatedList() async throws -> (bytes: Data, addresses: [String]) {
            let script = try #require(RealServers.generator)
            let result = try await Program.run(
                URL(fileURLWithPath: "/usr/bin/env"),
                ["python3", script, "--rows", "1000", "--clean", "--seed", "7"],
                in: FileManager.default.temporaryDirectory
            )
            try #require(result.status == 0, "\(result.talk)")
            // Without hazards no address has a comma or a quote, and it stands first in its line.
            let addresses = result.output.split(whereSeparator: \.isNewline).dropFirst()
                .compactMap { $0.split(separator: ",").first.map(String.init) }
            return (Data(result.output.utf8), addresses)
        }
    }

    /// The recipient generator, where there is one.
    static var generator: String? {
        let variables = ProcessInfo.processInfo.environment
        let corpora = variables["MARTLET_CORPORA"] ?? "../shared/corpora"
        let script = URL(fileURLWithPath: corpora).appendingPathComponent("recipients/make.py")
        let python = (variables["PATH"] ?? "").split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/python3")
        }
        return python && FileManager.default.fileExists(atPath: script.path) ? script.path : nil
    }
}
