import Testing

extension RealServers {
    /// Dovecot's LMTP server.
    @Suite("A mail store by LMTP")
    struct LocalDeliveryTests {
        private let rig: Rig

        init() throws { rig = try Rig() }

        @Test("Users who are there get their mail, others fail with the store's words", arguments: [true, false])
        func delivery(bySocket: Bool) async throws {
            let host = bySocket ? try rig.value("LMTP_SOCKET") : "127.0.0.1"
            let port = bySocket ? "" : ", port: \(try rig.port("LMTP"))"
            let campaign = try Campaign(
                transport: "protocol: lmtp, host: \(host)\(port)",
                recipients: ["alice@example.com", "wang.fang@example.com", "nobody-\(bySocket)@example.com"]
            )
            defer { campaign.remove() }
            let before = try rig.messages(in: "wang.fang").count
            let run = try await campaign.run()
            #expect(run.status == 0, "\(run.talk)")
            let report = try await campaign.report()
            #expect(report.occupied == ["accepted": 2, "failed": 1])
            #expect(try await campaign.reportText().contains("5.1.1"))
            #expect(try rig.messages(in: "wang.fang").count == before + 1)
        }
    }
}
