import Foundation
import Testing

extension RealServers {
    /// aiosmtpd as a relay, as it is and with the faults that real servers have.
    @Suite("aiosmtpd", .enabled(if: PythonRelay.packages != nil, "no aiosmtpd: scripts/setup --rig installs it"))
    struct PythonRelayTests {
        private static let bothEngines = RealServers.engines
        private let people = RealServers.people(60, at: "python.test")

        @Test(
            "200 recipients arrive once each; refusals at RCPT and at the final dot carry the server's words",
            arguments: bothEngines,
            [1, 8]
        )
        func campaign(_ engine: String, _ connections: Int) async throws {
            let people = RealServers.people(200, at: "python.test")
            let odd = ["nobody1@python.test", "turned1@python.test", "wordy1@python.test"]
            let late = ["later1@python.test", "paused1@python.test"]
            let ended = try await run(engine, odd + people + late, connections: connections)
            #expect(ended.status == 75, "\(ended.talk)")
            #expect(ended.classes == ["accepted": 200, "failed": 3, "deferred": 2])
            for words in ["查无此人", "second thoughts", "for all these reasons", "请稍后", "no space for this message"] {
                #expect(ended.report.contains(words), "\(ended.report)")
            }
            #expect(ended.taken == people.sorted())
        }

        @Test(
            "Replies byte by byte and replies that are slow change nothing",
            arguments: bothEngines,
            [["--bytes"], ["--delay", "3"], ["--bytes", "--delay", "1"]]
        )
        func pieces(_ engine: String, _ faults: [String]) async throws {
            let ended = try await run(engine, people + ["turned1@python.test"], faults: faults)
            #expect(ended.status == 0, "\(ended.talk)")
            #expect(ended.classes == ["accepted": 60, "failed": 1])
            #expect(ended.taken == people.sorted())
        }

        @Test("421 in mid-stream goes on over a new connection and spends nobody's attempt", arguments: bothEngines)
        func closing(_ engine: String) async throws {
            // Whoever is deferred waits an hour, longer than this run: all accepted means that no attempt was spent.
            let ended = try await run(engine, people, faults: ["--closing-after", "7"])
            #expect(ended.status == 0, "\(ended.talk)")
            #expect(ended.classes == ["accepted": 60])
            #expect(ended.taken == people.sorted())
        }

        @Test("Closed behind the final dot: in doubt, and never sent again", arguments: bothEngines)
        func vanished(_ engine: String) async throws {
            let odd = ["vanished1@python.test", "vanished2@python.test"]
            let ended = try await run(engine, [odd[0]] + people + [odd[1]])
            #expect(ended.status == 0, "\(ended.talk)")
            #expect(ended.classes == ["accepted": 60, "in_doubt": 2])
            #expect(ended.taken == (people + odd).sorted())
        }

        @Test(
            "Noise, or lines without end, instead of a reply: nobody is lost and nobody is mailed twice",
            arguments: bothEngines,
            ["garbage1@python.test", "endless1@python.test"]
        )
        func noise(_ engine: String, _ odd: String) async throws {
            let ended = try await run(engine, people + [odd], connections: 1)
            #expect(ended.status != 0, "\(ended.talk)")
            #expect(ended.classes == ["accepted": 60, "deferred": 1])
            #expect(ended.taken == people.sorted())
        }

        private func run(
            _ engine: String,
            _ recipients: [String],
            connections: Int = 3,
            faults: [String] = []
        ) async throws -> Ended {
            let relay = try PythonRelay(faults)
            defer { relay.stop() }
            let campaign = try Campaign(
                transport: "engine: \(engine), host: 127.0.0.1, port: \(relay.port), tls: none, "
                    + "connections: \(connections)",
                recipients: recipients
            )
            defer { campaign.remove() }
            let run = try await campaign.run(["--patience", "1s"])
            return Ended(
                status: run.status,
                talk: run.talk,
                classes: try await campaign.report().occupied,
                report: try await campaign.reportText(),
                taken: try relay.taken()
            )
        }
    }
}

/// What a campaign against a faulty relay left.
private struct Ended {
    let status: Int32
    let talk: String
    let classes: [String: Int]
    let report: String
    /// The recipients whose messages the server has, sorted, one entry a message.
    let taken: [String]
}

/// `Tests/Peers/aiosmtpd_server.py`.
private struct PythonRelay {
    /// Where the packages of Python are; nil where aiosmtpd is not installed.
    static var packages: String? { PythonPeer.packages("MARTLET_RIG_AIOSMTPD") }

    private let peer: PythonPeer
    private let list: URL

    init(_ faults: [String]) throws {
        list = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-taken-\(UUID().uuidString)")
        try Data().write(to: list)
        peer = try PythonPeer("aiosmtpd_server.py", ["--taken", list.path] + faults, packages: Self.packages ?? "")
    }

    var port: String { peer.port }

    func taken() throws -> [String] {
        try String(decoding: Data(contentsOf: list), as: UTF8.self).split(separator: "\n").map(String.init).sorted()
    }

    func stop() {
        peer.stop()
        try? FileManager.default.removeItem(at: list)
    }
}
