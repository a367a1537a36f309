import Foundation
import Testing

extension RealServers {
    /// Every way of logging in, checked by Dovecot: for Postfix at submission, at its own submission server, at POP3.
    @Suite("Logging in")
    struct LoginTests {
        private let rig: Rig
        private let domain = RealServers.freshDomain()

        init() throws { rig = try Rig() }

        /// Runs a campaign of two recipients.
        private func run(_ transport: String, password: String? = nil) async throws -> (Program.Result, [String: Int]) {
            let campaign = try Campaign(transport: transport, recipients: RealServers.people(2, at: domain))
            defer { campaign.remove() }
            let result = try await campaign.run(password: try password ?? rig.value("PASSWORD"))
            return (result, try await campaign.report().occupied)
        }

        private func submission(_ engine: String, _ login: String, further: String = "") throws -> String {
            "engine: \(engine), host: localhost, port: \(try rig.port("SUBMISSION")), tls: starttls, "
                + "tls_ca: \"\(try rig.authority)\"\(further), auth: {user: \(try rig.value("USER")), \(login)}"
        }

        private static let password = "password: {env: \(Campaign.passwordVariable)}"
        private static let token = "token: {env: MARTLET_RIG_TOKEN}"

        static let mechanisms = [
            ("native", password, "auto", "SCRAM-SHA-256"), ("native", password, "scram-sha-256", "SCRAM-SHA-256"),
            ("native", password, "scram-sha-1", "SCRAM-SHA-1"), ("native", password, "cram-md5", "CRAM-MD5"),
            ("native", password, "plain", "PLAIN"), ("native", password, "login", "LOGIN"),
            ("native", token, "auto", "OAUTHBEARER"), ("native", token, "xoauth2", "XOAUTH2"),
            ("curl", password, "auto", "CRAM-MD5"), ("curl", password, "plain", "PLAIN"),
            ("curl", password, "login", "LOGIN"), ("curl", token, "auto", "OAUTHBEARER"),
            ("curl", token, "xoauth2", "XOAUTH2"),
        ]

        @Test("Each mechanism is taken, and is the one that was meant", arguments: mechanisms)
        func mechanism(_ engine: String, _ secret: String, _ mechanism: String, _ used: String) async throws {
            let log = URL(fileURLWithPath: try rig.value("LOG")).appendingPathComponent("postfix.log")
            func count() throws -> Int {
                String(decoding: try Data(contentsOf: log), as: UTF8.self).split(separator: "\n")
                    .count { $0.contains("sasl_method=\(used),") }
            }
            let before = try count()
            let (result, classes) = try await run(try submission(engine, "\(secret), mechanism: \(mechanism)"))
            #expect(result.status == 0, "\(result.talk)")
            #expect(classes == ["accepted": 2])
            try await RealServers.settled { try count() > before }
            #expect(try count() > before)
        }

        @Test("A token that has expired is fetched once more, whatever the engine", arguments: RealServers.engines)
        func expiredToken(_ engine: String) async throws {
            let command =
                "if [ -e asked ]; then echo $MARTLET_RIG_TOKEN; else touch asked; echo $MARTLET_RIG_TOKEN_EXPIRED; fi"
            let (result, classes) = try await run(try submission(engine, "token: {command: \"\(command)\"}"))
            #expect(result.status == 0, "\(result.talk)")
            #expect(classes == ["accepted": 2])
            let (refused, rest) = try await run(
                try submission(engine, "token: {env: MARTLET_RIG_TOKEN_EXPIRED}")
            )
            #expect(refused.status == 77, "\(refused.talk)")
            #expect(refused.talk.contains("535"), "\(refused.talk)")
            #expect(refused.talk.contains("same access token again"), "\(refused.talk)")
            #expect(!refused.talk.contains(try rig.value("TOKEN_EXPIRED")))
            #expect(rest == ["planned": 2])
        }

        @Test("What this libcurl lacks is said before anything is sent", arguments: ["scram-sha-256-plus"])
        func lackingMechanism(_ mechanism: String) async throws {
            let (result, classes) = try await run(
                try submission("curl", "\(Self.password), mechanism: \(mechanism)")
            )
            #expect(result.status == 78, "\(result.talk)")
            #expect(classes == ["planned": 2])
        }

        @Test("A client certificate is the login, where the name is right", arguments: RealServers.engines)
        func external(_ engine: String) async throws {
            let transport =
                "engine: \(engine), host: localhost, port: \(try rig.port("DOVECOT_SUBMISSION")), tls: starttls, "
                + "tls_ca: \"\(try rig.authority)\", tls_cert: \"\(try rig.value("CLIENT_CERT"))\", "
                + "tls_key: \"\(try rig.value("CLIENT_KEY"))\", tls_min: 1.3"
            let (result, classes) = try await run("\(transport), auth: {mechanism: external}")
            #expect(result.status == 0, "\(result.talk)")
            #expect(classes == ["accepted": 2])
            let (refused, rest) = try await run("\(transport), auth: {user: alice}")
            #expect(refused.status == 77, "\(refused.talk)")
            #expect(rest == ["planned": 2])
        }

        @Test("A pinned key is taken, another one refused", arguments: RealServers.engines)
        func pins(_ engine: String) async throws {
            let other = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
            let pin = try rig.value("PIN")
            let (result, _) = try await run(
                try submission(engine, Self.password, further: ", tls_pins: [\"\(other)\", \"\(pin)\"]")
            )
            #expect(result.status == 0, "\(result.talk)")
            let (refused, rest) = try await run(
                try submission(engine, Self.password, further: ", tls_pins: \"\(other)\"")
            )
            #expect(refused.status == 69, "\(refused.talk)")
            #expect(refused.talk.contains("pin"), "\(refused.talk)")
            #expect(rest == ["planned": 2])
        }

        static let mailboxLogins = [
            "\(password), mechanism: auto", "\(password), mechanism: scram-sha-256",
            "\(password), mechanism: scram-sha-1",
            "\(password), mechanism: cram-md5", "\(password), mechanism: plain", "\(password), mechanism: login",
            "\(password), mechanism: apop", token, "\(token), mechanism: xoauth2",
        ]

        @Test("Each mechanism opens the mailbox", arguments: mailboxLogins)
        func mailbox(_ login: String) async throws {
            let result = try await collect("user: \(try rig.value("USER")), \(login)")
            #expect(result.status == 0, "\(result.talk)")
        }

        @Test("A client certificate opens its mailbox, an expired token none")
        func mailboxProofs() async throws {
            let external = try await collect(
                "mechanism: external, tls_cert: \"\(try rig.value("CLIENT_CERT"))\", "
                    + "tls_key: \"\(try rig.value("CLIENT_KEY"))\""
            )
            #expect(external.status == 0, "\(external.talk)")
            let expired = try await collect(
                "user: \(try rig.value("USER")), token: {env: MARTLET_RIG_TOKEN_EXPIRED}"
            )
            #expect(expired.status == 77, "\(expired.talk)")
        }

        private func collect(_ login: String) async throws -> Program.Result {
            let campaign = try Campaign(
                transport: "host: 127.0.0.1, port: \(try rig.port("SMTP")), tls: none",
                mailbox: "host: localhost, port: \(try rig.port("POP3")), tls: starttls, "
                    + "tls_ca: \"\(try rig.authority)\", keep_on_server: yes, \(login)",
                recipients: []
            )
            defer { campaign.remove() }
            return try await campaign.collect(password: try rig.value("PASSWORD"))
        }
    }
}
