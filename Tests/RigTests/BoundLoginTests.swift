import Foundation
import Testing

extension RealServers {
    /// Logins bound to the TLS connection, checked by scramp, another project's SCRAM: Dovecot 2.3 has none.
    @Suite("Bound logins", .enabled(if: ScrampServer.python != nil, "no scramp: scripts/setup --rig installs it"))
    struct BoundLoginTests {
        private let rig: Rig

        init() throws { rig = try Rig() }

        private static let everything = "SCRAM-SHA-256-PLUS SCRAM-SHA-256 SCRAM-SHA-1-PLUS SCRAM-SHA-1"
        private static let password = "密码 pass"

        private func run(
            _ mechanism: String,
            offered: String = everything,
            _ further: [String] = []
        ) async throws -> (Program.Result, [String: Int]) {
            let server = try ScrampServer(rig, password: Self.password, offered: offered, further)
            defer { server.stop() }
            let campaign = try Campaign(
                transport: "host: localhost, port: \(server.port), tls: implicit, tls_ca: \"\(try rig.authority)\", "
                    + "auth: {user: news, password: {env: \(Campaign.passwordVariable)}, mechanism: \(mechanism)}",
                recipients: RealServers.people(2, at: "bound.test")
            )
            defer { campaign.remove() }
            let result = try await campaign.run(password: Self.password)
            return (result, try await campaign.report().occupied)
        }

        @Test("A login that is bound to the right certificate is taken", arguments: ["auto", "scram-sha-1-plus"])
        func bound(_ mechanism: String) async throws {
            let (result, classes) = try await run(mechanism)
            #expect(result.status == 0, "\(result.talk)")
            #expect(classes == ["accepted": 2])
        }

        @Test("A server behind somebody in between notices, and so does one whose offer was cut on the way")
        func between() async throws {
            let (other, _) = try await run("auto", ["--bound-to", try rig.value("OTHER_CERT")])
            #expect(other.status == 77, "\(other.talk)")
            #expect(other.talk.contains("channel bindings don't match"), "\(other.talk)")
            let (cut, _) = try await run("auto", offered: "SCRAM-SHA-256 SCRAM-SHA-1")
            #expect(cut.status == 77, "\(cut.talk)")
            #expect(cut.talk.contains("GS2 flag 'y'"), "\(cut.talk)")
        }

        @Test(
            "A server that does not prove itself, or asks for years of work, gets no mail",
            arguments: [["--false-signature"], ["--rounds", "2147483648"], ["--rounds", "1"]]
        )
        func hostile(_ further: [String]) async throws {
            let (result, classes) = try await run("auto", further)
            #expect(result.status == 76, "\(result.talk)")
            #expect(classes == ["planned": 2])
        }

        @Test("A mailbox is opened by a bound login")
        func mailbox() async throws {
            let server = try ScrampServer(
                rig,
                password: Self.password,
                offered: Self.everything,
                ["--protocol", "pop3"]
            )
            defer { server.stop() }
            let campaign = try Campaign(
                transport: "host: 127.0.0.1, port: 1, tls: none",
                mailbox: "host: localhost, port: \(server.port), tls: implicit, tls_ca: \"\(try rig.authority)\", "
                    + "user: news, password: {env: \(Campaign.passwordVariable)}, mechanism: scram-sha-256-plus",
                recipients: []
            )
            defer { campaign.remove() }
            let result = try await campaign.collect(password: Self.password)
            #expect(result.status == 0, "\(result.talk)")
        }
    }
}

/// `Tests/Peers/scram_server.py` with the rig's good certificate.
struct ScrampServer {
    /// Where the packages of Python are; nil where scramp is not installed.
    static var python: String? { PythonPeer.packages("MARTLET_RIG_PYTHON") }

    private let peer: PythonPeer

    init(_ rig: Rig, password: String, offered: String, _ further: [String]) throws {
        let arguments = [
            "--cert", try rig.value("SERVER_CERT"), "--key", try rig.value("SERVER_KEY"),
            "--user", "news", "--password", password, "--offer", offered,
        ]
        peer = try PythonPeer("scram_server.py", arguments + further, packages: Self.python ?? "")
    }

    var port: String { peer.port }

    func stop() { peer.stop() }
}
