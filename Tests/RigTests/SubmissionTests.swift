import Testing

extension RealServers {
    /// Submission with TLS and a login.
    @Suite("Submission")
    struct SubmissionTests {
        private let rig: Rig
        private let domain = RealServers.freshDomain()

        init() throws { rig = try Rig() }

        /// The keys of a transport that trusts the rig's authority.
        private func transport(
            _ engine: String,
            _ port: String,
            _ tls: String,
            user: String,
            trusting authority: Bool = true
        ) throws -> String {
            var keys = "engine: \(engine), host: localhost, port: \(try rig.port(port)), tls: \(tls)"
            if authority { keys += ", tls_ca: \"\(try rig.authority)\"" }
            return keys + ", auth: {user: \(user), password: {env: \(Campaign.passwordVariable)}}"
        }

        static let ways = RealServers.engines.flatMap { engine in
            [("SUBMISSION", "starttls"), ("SMTPS", "implicit")].map { (engine, $0.0, $0.1) }
        }

        @Test("A login over TLS is taken, with a password in Chinese too", arguments: ways)
        func login(_ engine: String, _ port: String, _ tls: String) async throws {
            for suffix in ["", "_UTF8"] {
                let campaign = try Campaign(
                    transport: try transport(engine, port, tls, user: try rig.value("USER\(suffix)")),
                    recipients: RealServers.people(4, at: domain)
                )
                defer { campaign.remove() }
                let run = try await campaign.run(password: try rig.value("PASSWORD\(suffix)"))
                #expect(run.status == 0, "\(run.talk)")
                #expect(try await campaign.report().occupied == ["accepted": 4])
            }
        }

        @Test(
            "A wrong password ends with 77 and the server's words; with the right one the run goes on",
            arguments: ways
        )
        func wrongPassword(_ engine: String, _ port: String, _ tls: String) async throws {
            let campaign = try Campaign(
                transport: try transport(engine, port, tls, user: try rig.value("USER")),
                recipients: RealServers.people(4, at: domain)
            )
            defer { campaign.remove() }
            let refused = try await campaign.run(password: "not-the-password")
            #expect(refused.status == 77, "\(refused.talk)")
            #expect(refused.talk.contains("535"), "\(refused.talk)")
            #expect(!refused.talk.contains("not-the-password"))
            #expect(try await campaign.report().occupied == ["planned": 4])
            #expect(try rig.deliveries(at: domain).isEmpty)
            let run = try await campaign.run(password: try rig.value("PASSWORD"))
            #expect(run.status == 0, "\(run.talk)")
            #expect(try await campaign.report().occupied == ["accepted": 4])
            try await RealServers.settled { try rig.deliveries(at: domain).count >= 4 }
            #expect(try rig.deliveries(at: domain).count == 4)
        }

        static let badCertificates = RealServers.engines.flatMap { engine in
            [("UNTRUSTED", "implicit"), ("EXPIRED", "starttls"), ("WRONG_NAME", "starttls")].map {
                (engine, $0.0, $0.1)
            }
        }

        @Test("A certificate that is nobody's, too old or another host's is refused", arguments: badCertificates)
        func badCertificate(_ engine: String, _ port: String, _ tls: String) async throws {
            try await refuses(try transport(engine, port, tls, user: try rig.value("USER")))
        }

        @Test("The rig's own authority is not trusted unless the transport says so", arguments: ways)
        func unknownAuthority(_ engine: String, _ port: String, _ tls: String) async throws {
            try await refuses(try transport(engine, port, tls, user: try rig.value("USER"), trusting: false))
        }

        /// Nothing is sent, the certificate is named, and everybody can be sent to later.
        private func refuses(_ transport: String) async throws {
            let campaign = try Campaign(transport: transport, recipients: RealServers.people(2, at: domain))
            defer { campaign.remove() }
            let run = try await campaign.run(password: try rig.value("PASSWORD"))
            #expect(run.status == 69, "\(run.talk)")
            #expect(run.talk.lowercased().contains("certificate"), "\(run.talk)")
            #expect(try await campaign.report().occupied == ["planned": 2])
            #expect(try rig.deliveries(at: domain).isEmpty)
        }
    }
}
