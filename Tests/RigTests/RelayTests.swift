import Testing

extension RealServers {
    /// A relay in the clear.
    @Suite("A relay without TLS")
    struct RelayTests {
        private let rig: Rig
        private let domain = RealServers.freshDomain()

        init() throws { rig = try Rig() }

        private func transport(_ engine: String) throws -> String {
            "engine: \(engine), host: 127.0.0.1, port: \(try rig.port("SMTP")), tls: none, connections: 3"
        }

        @Test("Everybody gets one message, and a list that was mailed is not mailed again", arguments: engines)
        func once(_ engine: String) async throws {
            let people = RealServers.people(40, at: domain)
            let campaign = try Campaign(transport: try transport(engine), recipients: people)
            defer { campaign.remove() }
            let first = try await campaign.run()
            #expect(first.status == 0, "\(first.talk)")
            let report = try await campaign.report()
            #expect(report.run == "notice-first")
            #expect(report.total == 40)
            #expect(report.occupied == ["accepted": 40])
            let again = try await Program.martlet(["run", "notice"], in: campaign.folder)
            #expect(again.status == 65, "\(again.talk)")
            try await RealServers.settled { try rig.deliveries(at: domain).count >= 40 }
            #expect(try rig.deliveries(at: domain).sorted() == people.sorted())
        }

        @Test(
            "A user who is not there, a full mailbox and a policy fail with the server's own words",
            arguments: engines
        )
        func refusals(_ engine: String) async throws {
            let refused = ["nobody@example.com", "full@example.com", "policy@example.com", "无人@例子.中国"]
            let people = RealServers.people(5, at: domain) + refused + ["li.lei@例子.中国"]
            let campaign = try Campaign(transport: try transport(engine), recipients: people)
            defer { campaign.remove() }
            let run = try await campaign.run()
            #expect(run.status == 0, "\(run.talk)")
            let report = try await campaign.report()
            #expect(report.total == 10)
            #expect(report.occupied == ["accepted": 6, "failed": 4])
            let text = try await campaign.reportText()
            for words in ["5.1.1", "User unknown", "5.2.2", "Mailbox full", "5.7.1", "refused by policy"] {
                #expect(text.contains(words), "\(text)")
            }
            try await RealServers.settled { try rig.deliveries(at: domain).count >= 5 }
            #expect(try rig.deliveries(at: domain).count == 5)
        }

        @Test("Who is told to come back later is deferred: the run is not finished, and says so", arguments: engines)
        func deferral(_ engine: String) async throws {
            let campaign = try Campaign(
                transport: try transport(engine),
                recipients: RealServers.people(3, at: domain) + ["tempfail@example.com"]
            )
            defer { campaign.remove() }
            for _ in 1...2 {
                let run = try await campaign.run(["--patience", "1s"])
                #expect(run.status == 75, "\(run.talk)")
                #expect(try await campaign.report().occupied == ["accepted": 3, "deferred": 1])
            }
            try await RealServers.settled { try rig.deliveries(at: domain).count >= 3 }
            #expect(try rig.deliveries(at: domain).count == 3)
        }

        @Test("A message arrives whole: headers in UTF-8, both bodies, the line with a dot", arguments: engines)
        func content(_ engine: String) async throws {
            let campaign = try Campaign(transport: try transport(engine), recipients: ["one@\(domain)"])
            defer { campaign.remove() }
            let run = try await campaign.run()
            #expect(run.status == 0, "\(run.talk)")
            var arrived: [String] = []
            try await RealServers.settled {
                arrived = try rig.messages(in: "sink").filter { $0.contains("X-Original-To: one@\(domain)") }
                return !arrived.isEmpty
            }
            let message = try #require(arrived.first)
            #expect(arrived.count == 1)
            #expect(message.contains("Return-Path: <bounces+"))
            for field in ["From: =?", "To: =?", "Subject: =?", "Date: ", "Message-ID: <", "MIME-Version: 1.0"] {
                #expect(message.contains("\n\(field)"), "\(field) is missing")
            }
            #expect(message.contains("multipart/alternative"))
            #expect(message.contains("text/plain") && message.contains("text/html"))
        }

        @Test("A server that is not there is said, and nothing is lost", arguments: engines)
        func unreachable(_ engine: String) async throws {
            // A port of 127.0.0.3, where the rig has nothing.
            let campaign = try Campaign(
                transport: "engine: \(engine), host: 127.0.0.3, port: \(try rig.port("SMTP")), tls: none",
                recipients: RealServers.people(3, at: domain)
            )
            defer { campaign.remove() }
            let run = try await campaign.run(["--patience", "1s"])
            #expect([69, 75].contains(run.status), "\(run.talk)")
            #expect(run.talk.contains("127.0.0.3"), "\(run.talk)")
            let report = try await campaign.report()
            #expect(report.classes["planned", default: 0] + report.classes["deferred", default: 0] == 3)
        }
    }

    /// Waits until the servers have done what they do by themselves.
    static func settled(_ isDone: () throws -> Bool) async throws {
        for _ in 0..<300 {
            if try isDone() { return }
            try await Task.sleep(for: .milliseconds(100))
        }
    }
}
