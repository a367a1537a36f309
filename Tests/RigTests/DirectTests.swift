import Foundation
import Testing

extension RealServers {
    /// Mail exchangers that a real name server names, real Postfix behind them.
    @Suite("Direct delivery")
    struct DirectTests {
        private let rig: Rig

        init() throws { rig = try Rig() }

        private func transport(_ more: String = "") throws -> String {
            "route: mx, port: \(try rig.port("MX")), resolver: \"127.0.0.1@\(try rig.port("DNS"))\", "
                + "hello: mail.sender.example, tls_ca: \(try rig.authority), policy_port: \(try rig.port("POLICY"))\(more)"
        }

        private func dane() throws -> String {
            try transport(", tls: dane, dns_trust_anchors: \(try rig.value("DNS_ANCHORS"))")
        }

        /// The options of `probe` and `dkim verify` that lead to the rig's name server.
        private func resolver() throws -> [String] { ["--resolver", "127.0.0.1@\(try rig.port("DNS"))"] }

        private func text(_ campaign: Campaign, _ address: String) async throws -> String {
            try await Program.martlet(["why", address], in: campaign.folder).output
        }

        @Test(
            "Dead hosts are passed over, implicit and aliased domains are reached, and what cannot be fails with its status"
        )
        func routes() async throws {
            let good = ["plain", "twin.plain", "implicit.plain", "alias.plain"].map { "王芳@\($0).example" }
            let bad = ["null", "ghost", "numbers", "own", "nosuch"].map { "x@\($0).plain.example" }
            let campaign = try Campaign(transport: try transport(), recipients: good + bad)
            defer { campaign.remove() }
            let run = try await campaign.run()
            #expect(run.status == 0, "\(run.talk)")
            let text = try await campaign.reportText()
            #expect(try await campaign.report().occupied == ["accepted": 4, "failed": 5], "\(text)")
            for status in ["5.1.10", "5.4.4", "5.4.6", "5.1.2"] { #expect(text.contains(status), "\(text)") }
        }

        @Test("Name servers that fail, loops of aliases and dead sites are for later")
        func later() async throws {
            let people = ["x@loop1.plain.example", "x@elsewhere.example", "x@down.plain.example"]
            let campaign = try Campaign(transport: try transport(), recipients: people + ["x@plain.example"])
            defer { campaign.remove() }
            let run = try await campaign.run(["--patience", "1s"])
            #expect(run.status == 75, "\(run.talk)")
            #expect(try await campaign.report().occupied == ["accepted": 1, "deferred": 3])
        }

        @Test("Certificates that the DNS announces are held to, by key and by authority")
        func announced() async throws {
            let good = [
                "x@signed.example", "x@authority.signed.example", "x@unusable.signed.example", "x@plain.example",
            ]
            let campaign = try Campaign(transport: try dane(), recipients: good + ["x@wrong.signed.example"])
            defer { campaign.remove() }
            let run = try await campaign.run(["--patience", "1s"])
            #expect(run.status == 75, "\(run.talk)")
            #expect(try await campaign.report().occupied == ["accepted": 4, "deferred": 1])
            #expect(try await text(campaign, good[0]).contains("TLSv1.3 (DANE)"))
            #expect(try await text(campaign, good[1]).contains("mx2.signed.example"))
            #expect(try await text(campaign, good[3]).contains("TLSv1.3"))
            #expect(try await text(campaign, "x@wrong.signed.example").contains("TLSA"))
        }

        @Test("A policy's demand is kept, and the policy itself between runs")
        func policy() async throws {
            let people = ["x@strict.plain.example", "x@broken.plain.example"]
            let campaign = try Campaign(transport: try transport(), recipients: people)
            defer { campaign.remove() }
            let run = try await campaign.run(["--patience", "1s"])
            #expect(run.status == 75, "\(run.talk)")
            #expect(try await campaign.report().occupied == ["accepted": 1, "deferred": 1])
            let strict = try await text(campaign, people[0])
            #expect(strict.contains("mx1.plain.example") && strict.contains("(MTA-STS)"), "\(strict)")
            #expect(try await text(campaign, people[1]).contains("it is for mail.example.org"))
            let kept = campaign.folder.appendingPathComponent(".martlet/mta-sts/strict.plain.example")
            let policy = try String(contentsOf: kept, encoding: .utf8)
            #expect(policy.contains("20261123T090000") && policy.contains("mode: enforce"))
        }

        @Test("The engine curl says that it cannot deliver directly")
        func curl() async throws {
            let campaign = try Campaign(transport: try transport(", engine: curl"), recipients: ["x@plain.example"])
            defer { campaign.remove() }
            let run = try await campaign.run()
            #expect(run.status == 78, "\(run.talk)")
            #expect(run.talk.contains("engine: native"))
        }

        @Test("`probe` shows mail exchangers, certificates, what is announced, and exits by what answered")
        func probe() async throws {
            let here = FileManager.default.temporaryDirectory
            let options =
                try ["--mx", "--port", rig.port("MX"), "--tls-ca", rig.authority, "--policy-port", rig.port("POLICY")]
                + ["--dns-trust-anchors", rig.value("DNS_ANCHORS")] + resolver()
            let text = try await Program.martlet(["probe", "signed.example"] + options, in: here)
            #expect(text.status == 0, "\(text.talk)")
            for words in [
                "mx1.signed.example", "220 ", "TLSv1.3", "trusted, names the host", "DANE      match", "SIZE",
            ] {
                #expect(text.output.contains(words), "\(text.output)")
            }
            let result = try await Program.martlet(
                ["probe", "strict.plain.example", "--format", "json"] + options,
                in: here
            )
            let json = try #require(
                try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
            )
            let route = try #require(json["route"] as? [String: Any])
            #expect(route["mta_sts"] as? String == "enforce")
            let hosts = try #require(json["hosts"] as? [[String: Any]])
            #expect(hosts.map { $0["host"] as? String } == ["mx3.plain.example", "mx1.plain.example"])
            let trusted = hosts.map { ($0["certificate"] as? [String: Any])?["trusted"] as? Bool }
            #expect(trusted == [false, true])
            for (name, code) in [("null.plain.example", 69), ("down.plain.example", 69), ("nosuch.plain.example", 69)] {
                let none = try await Program.martlet(["probe", name] + options, in: here)
                #expect(none.status == Int32(code), "\(name): \(none.output)")
            }
        }

        @Test("A message that was delivered verifies against the key in the DNS")
        func signature() async throws {
            let campaign = try Campaign(transport: try transport(), recipients: ["dkim@twin.plain.example"])
            defer { campaign.remove() }
            try campaign.write(
                """
                transports:
                  rig: {\(try transport())}
                identity:
                  reverse_path: "bounces+{token}@example.com"
                  dkim: [{domain: plain.example, selector: rig, key: {file: \(try rig.value("DKIM_KEY"))}}]
                """,
                to: "martlet.yaml"
            )
            let job = try String(
                contentsOf: campaign.folder.appendingPathComponent("jobs/notice.yaml"),
                encoding: .utf8
            )
            try campaign.write(
                job.replacingOccurrences(of: "no-reply@example.com", with: "no-reply@plain.example"),
                to: "jobs/notice.yaml"
            )
            let run = try await campaign.run()
            #expect(run.status == 0, "\(run.talk)")
            var arrived: String?
            try await RealServers.settled {
                arrived = try rig.messages(in: "sink").first { $0.contains("X-Original-To: dkim@twin.plain.example") }
                return arrived != nil
            }
            let message = try #require(arrived)
            // What the servers put in front is not signed.
            let start = try #require(message.range(of: "DKIM-Signature:")).lowerBound
            let file = campaign.folder.appendingPathComponent("message.eml")
            for (selector, status) in [("s=rig", 0), ("s=rug", 65)] {
                let text = message[start...].replacingOccurrences(of: "s=rig", with: selector)
                try Data(text.utf8).write(to: file)
                let check = try await Program.martlet(
                    ["dkim", "verify", file.path] + resolver(),
                    in: campaign.folder
                )
                #expect(check.status == Int32(status), "\(check.output)\(check.talk)")
            }
        }
    }
}
