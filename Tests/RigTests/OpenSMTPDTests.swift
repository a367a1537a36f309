import Testing

extension RealServers {
    /// OpenSMTPD before Postfix: no pipelining, every message in lock-step.
    @Suite("OpenSMTPD")
    struct OpenSMTPDTests {
        private let rig: Rig
        private let domain = RealServers.freshDomain()

        init() throws { rig = try Rig() }

        @Test(
            "200 recipients arrive once each; who is refused or deferred is told with the server's words",
            arguments: zip(RealServers.engines, [1, 8])
        )
        func campaign(_ engine: String, _ connections: Int) async throws {
            let people = RealServers.people(200, at: domain)
            let campaign = try Campaign(
                transport: "engine: \(engine), host: 127.0.0.1, port: \(try rig.port("OPENSMTPD")), tls: none, "
                    + "connections: \(connections)",
                recipients: ["nobody@example.com"] + people + ["tempfail@example.com"]
            )
            defer { campaign.remove() }
            let run = try await campaign.run(["--patience", "1s"])
            #expect(run.status == 75, "\(run.talk)")
            #expect(try await campaign.report().occupied == ["accepted": 200, "failed": 1, "deferred": 1])
            let text = try await campaign.reportText()
            #expect(text.contains("5.1.1 no such user here 查无此人"), "\(text)")
            #expect(text.contains("4.2.1 mailbox busy, later please"), "\(text)")
            try await RealServers.settled { try rig.deliveries(at: domain).count >= 200 }
            #expect(try rig.deliveries(at: domain).sorted() == people.sorted())
        }
    }
}
