import Foundation
import Testing

extension RealServers {
    /// Data that tries to break out of its message, at servers that have been broken out of (SMTP smuggling).
    @Suite("Hostile rows")
    struct HostileRowTests {
        private let rig: Rig
        private let domain = RealServers.freshDomain()

        init() throws { rig = try Rig() }

        @Test(
            "One row is one message for whom it names, at Postfix and Exim, and other readers find nothing wrong",
            arguments: [
                ("native", "SMTP", "sink"), ("native", "EXIM", "exim"), ("curl", "SMTP", "sink"),
                ("curl", "EXIM", "exim"),
            ]
        )
        func servers(_ engine: String, _ server: String, _ mailbox: String) async throws {
            let port = try rig.port(server)
            let campaign = try HostileCampaign(
                transport: "engine: \(engine), host: 127.0.0.1, port: \(port), tls: none, connections: 2",
                domain: domain,
                count: 80
            )
            defer { campaign.remove() }
            let accepted = try await campaign.run()
            #expect(accepted > 40)
            var arrived: [Data] = []
            try await RealServers.settled {
                arrived = try rig.rawMessages(in: mailbox, to: domain)
                return arrived.count >= accepted
            }
            #expect(arrived.count == accepted)
            let verdict = try await campaign.judge(arrived)
            #expect(verdict.status == 0, "\(verdict.output)\(verdict.talk)")
        }

        @Test("So it is in the sandbox")
        func sandbox() async throws {
            let sandbox = try await Sandbox()
            let campaign = try HostileCampaign(
                transport: "host: 127.0.0.1, port: \(sandbox.smtpPort), tls: none, connections: 2",
                domain: domain,
                count: 80
            )
            defer { campaign.remove() }
            let accepted = try await campaign.run()
            let fetched = campaign.folder.appendingPathComponent("fetched")
            try FileManager.default.createDirectory(at: fetched, withIntermediateDirectories: true)
            let people = campaign.rows.compactMap { $0["email"] }
            let fetch = try await HostileCampaign.python("fetch_all.py", [sandbox.popPort, fetched.path] + people)
            #expect(fetch.status == 0, "\(fetch.talk)")
            let names = try FileManager.default.contentsOfDirectory(atPath: fetched.path)
            #expect(names.count == accepted)
            let verdict = try await campaign.judge(
                try names.map { try Data(contentsOf: fetched.appendingPathComponent($0)) }
            )
            #expect(verdict.status == 0, "\(verdict.output)\(verdict.talk)")
        }

        @Test(
            "An address that needs SMTPUTF8 fails alone, in clear words, where the server does not know it",
            arguments: RealServers.engines
        )
        func plainServer(_ engine: String) async throws {
            let people = ["李雷@\(domain)", "plain@\(domain)", "li.lei@例子.中国"]
            let campaign = try Campaign(
                transport: "engine: \(engine), host: 127.0.0.1, port: \(try rig.port("ASCII")), tls: none",
                recipients: people
            )
            defer { campaign.remove() }
            let run = try await campaign.run()
            #expect(run.status == 0, "\(run.talk)")
            #expect(try await campaign.report().occupied == ["accepted": 2, "failed": 1])
            let text = try await campaign.reportText()
            #expect(text.contains("李雷@\(domain)") && text.contains("SMTPUTF8"), "\(text)")
        }
    }
}

extension Rig {
    /// The messages for a domain that lie in a mailbox, as they lie there.
    func rawMessages(in mailbox: String, to domain: String) throws -> [Data] {
        let folder = URL(fileURLWithPath: try value("MAIL")).appendingPathComponent(mailbox)
        return try ["new", "cur"].flatMap { part in
            let place = folder.appendingPathComponent(part)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
            return try names.compactMap { name in
                let message = try Data(contentsOf: place.appendingPathComponent(name))
                let header = String(decoding: message.prefix(4_096), as: UTF8.self)
                let isWanted = header.split(separator: "\n").contains {
                    $0.hasPrefix("X-Original-To: ") && $0.hasSuffix("@\(domain)")
                }
                return isWanted ? message : nil
            }
        }
    }
}

/// The program's own sandbox on free ports, gone when the test is.
private final class Sandbox {
    let smtpPort: String
    let popPort: String
    private let process: Process

    init() async throws {
        let ports = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-rig-\(UUID().uuidString)")
        process = Process()
        process.executableURL = Program.place
        process.arguments = ["sandbox", "--smtp", "127.0.0.1:0", "--pop3", "127.0.0.1:0", "--ports-file", ports.path]
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        var found: [Substring: String] = [:]
        for _ in 0..<600 where found.count < 2 {
            try await Task.sleep(for: .milliseconds(50))
            for line in ((try? String(contentsOf: ports, encoding: .utf8)) ?? "").split(separator: "\n") {
                let pair = line.split(separator: "=")
                if pair.count == 2 { found[pair[0]] = String(pair[1]) }
            }
        }
        try? FileManager.default.removeItem(at: ports)
        (smtpPort, popPort) = (found["smtp"] ?? "", found["pop3"] ?? "")
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
    }
}
