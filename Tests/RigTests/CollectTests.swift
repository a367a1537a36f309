import Testing

extension RealServers {
    /// Bounces that come later, fetched and reconciled.
    @Suite("Bounces")
    struct CollectTests {
        private let rig: Rig
        private let domain = RealServers.freshDomain()

        init() throws { rig = try Rig() }

        /// Every engine with every way to a mailbox, each with a mailbox of its own.
        static let ways = RealServers.engines.enumerated().flatMap { place, engine in
            [("POP3", "none"), ("POP3", "starttls"), ("POP3S", "implicit")].enumerated().map { number, way in
                Way(engine: engine, port: way.0, tls: way.1, box: "bounces-\(place * 3 + number + 1)")
            }
        }

        /// One way from sending to collecting.
        struct Way: Sendable, CustomTestStringConvertible {
            let engine: String
            let port: String
            let tls: String
            let box: String

            var testDescription: String { "\(engine), \(port) \(tls)" }
        }

        private func campaign(_ way: Way, _ recipients: [String], relay: String = "SMTP") throws -> Campaign {
            let certificates = way.tls == "none" ? "" : ", tls_ca: \"\(try rig.authority)\""
            return try Campaign(
                transport: "engine: \(way.engine), host: 127.0.0.1, port: \(try rig.port(relay)), tls: none",
                mailbox: "host: localhost, port: \(try rig.port(way.port)), tls: \(way.tls)\(certificates), "
                    + "user: \(way.box), password: {env: \(Campaign.passwordVariable)}",
                reversePath: "\(way.box)+{token}@example.com",
                recipients: recipients
            )
        }

        @Test("Real bounces are fetched, tied to their recipients and taken off the server", arguments: ways)
        func bounces(_ way: Way) async throws {
            // The port of late bounces takes users who are not there; later.example takes everybody.
            let gone = ["gone@example.com", "张三@later.example", "moved+tag@later.example"]
            let campaign = try campaign(way, RealServers.people(5, at: domain) + gone, relay: "BOUNCE")
            defer { campaign.remove() }
            let password = try rig.value("PASSWORD")
            let run = try await campaign.run(password: password)
            #expect(run.status == 0, "\(run.talk)")
            var report = try await campaign.report()
            for _ in 0..<60 where report.classes["bounced"] != gone.count {
                let collected = try await campaign.collect(password: password)
                #expect(collected.status == 0, "\(collected.talk)")
                report = try await campaign.report()
                try await Task.sleep(for: .milliseconds(200))
            }
            #expect(report.occupied == ["accepted": 5, "bounced": 3])
            #expect(report.sum == report.total)
            let text = try await campaign.reportText()
            #expect(text.contains("5.1.1") && text.contains("gone@example.com"), "\(text)")
            #expect(try rig.messages(in: way.box).isEmpty)
        }

        @Test("A refused login at the mailbox ends with 77 and the server's words")
        func wrongPassword() async throws {
            let way = Way(engine: "native", port: "POP3", tls: "starttls", box: "bounces-7")
            let campaign = try campaign(way, RealServers.people(1, at: domain))
            defer { campaign.remove() }
            let collected = try await campaign.collect(password: "not-the-password")
            #expect(collected.status == 77, "\(collected.talk)")
            #expect(collected.talk.contains("Authentication failed"), "\(collected.talk)")
            #expect(!collected.talk.contains("not-the-password"))
        }

        @Test("A mailbox with nobody's certificate is refused before the password is said")
        func untrusted() async throws {
            let campaign = try Campaign(
                transport: "engine: native, host: 127.0.0.1, port: \(try rig.port("SMTP")), tls: none",
                mailbox: "host: 127.0.0.2, port: \(try rig.port("POP3S_UNTRUSTED")), tls: implicit, "
                    + "tls_ca: \"\(try rig.authority)\", user: bounces-8, "
                    + "password: {env: \(Campaign.passwordVariable)}",
                recipients: RealServers.people(1, at: domain)
            )
            defer { campaign.remove() }
            let collected = try await campaign.collect(password: try rig.value("PASSWORD"))
            #expect(collected.status == 69, "\(collected.talk)")
            #expect(collected.talk.lowercased().contains("certificate"), "\(collected.talk)")
        }
    }
}
