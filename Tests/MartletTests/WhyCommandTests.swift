import Foundation
import Testing

@Suite("martlet why and resolve")
struct WhyCommandTests {
    private static let list = """
        email,name,locale,code
        drop-after-data+li@example.com,李雷,zh-CN,1
        later-bounce+han@example.com,韩梅梅,zh-CN,2
        defer+zoe@example.com,"Zoë, Z",en,3
        hard-bounce+x@example.com,X,en,4

        """

    private func ran(_ transport: String = ", connections: 1, pipelining: false") async throws -> SandboxWorkspace {
        let workspace = try await SandboxWorkspace(list: Self.list)
        let run = try await workspace.martlet(["run", "notice"])
        #expect(run.status == 0, "\(run.talk)")
        return workspace
    }

    private func object(_ text: String) throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    }

    @Test("The story has row, attempts, server, steps, the server's words, what came back and what holds it back now")
    func story() async throws {
        let workspace = try await ran()
        #expect(try await workspace.martlet(["collect"]).status == 0)
        let bounced = try await workspace.martlet(["why", "later-bounce+han@example.com"])
        for words in [
            "suppressed: hard-bounce", "line 3 of the list", "bounced", "attempt 1: accepted by 127.0.0.1", "250 2.0.0",
            "> RCPT TO > DATA > message > end of message", "SHA-256 ", "bounce: hard 5.1.1", "matched by token",
            "rule ",
            "mail/bounces/",
        ] {
            #expect(bounced.output.contains(words), "\(words): \(bounced.output)")
        }
        let deferred = try await workspace.martlet(["why", "defer+zoe@example.com", "--format", "json"])
        let runs = try object(deferred.output)["runs"] as? [[String: Any]] ?? []
        let events = runs.first?["events"] as? [[String: Any]] ?? []
        #expect(events.compactMap { $0["event"] as? String } == ["deferred", "deferred", "accepted"])
        #expect(events.compactMap { $0["reply"] as? Int } == [451, 451, 250])
        #expect(events.first?["step"] as? String == "RCPT TO")
        #expect((events.first?["dialogue"] as? [String])?.last == "RCPT TO")
        #expect(((events.last?["sent"] as? [String: Any])?["sha256"] as? String)?.count == 64)
    }

    @Test("The bytes that left are made again and proven; with another secret they differ, and that is said with 65")
    func message() async throws {
        let workspace = try await ran()
        let address = "later-bounce+han@example.com"
        let sent = try await workspace.martlet(["why", address, "--message"])
        #expect(sent.status == 0 && sent.talk.contains("these are the bytes that left, SHA-256"), "\(sent.talk)")
        #expect(sent.output.contains("Message-ID: <") && sent.output.contains("To: "), "\(sent.output)")
        let early = try await workspace.martlet(["why", "defer+zoe@example.com", "--message", "--attempt", "1"])
        #expect(early.status == 0 && early.talk.contains("attempt 1"), "\(early.talk)")
        #expect(try await workspace.martlet(["why", address, "--message", "--attempt", "7"]).status == 64)
        let secret = workspace.folder.appendingPathComponent(".martlet/secret")
        try FileManager.default.removeItem(at: secret)
        let other = try await workspace.martlet(["why", address, "--message"])
        #expect(other.status == 65 && other.talk.contains("NOT what left"), "\(other.talk)")
    }

    @Test("Signed messages are made again too, RSA and Ed25519: both signatures are deterministic", arguments: [1, 2])
    func signed(keys: Int) async throws {
        let workspace = try await SandboxWorkspace(list: Self.list)
        var entries: [String] = []
        for (name, type) in [("rsa", "rsa"), ("ed", "ed25519")].prefix(keys) {
            let made = try await workspace.martlet(
                ["dkim", "keygen", "\(name).pem", "--type", type, "--domain", "example.com", "--selector", name]
            )
            guard made.status == 0 else { continue }
            entries.append("{domain: example.com, selector: \(name), key: {file: \(name).pem}}")
        }
        try #require(entries.count == keys)
        let place = workspace.folder.appendingPathComponent("martlet.yaml")
        let settings = try String(contentsOf: place, encoding: .utf8)
        let dkim = ", dkim: [\(entries.joined(separator: ", "))]}"
        try workspace.write(
            settings.replacingOccurrences(of: "example.com\"}", with: "example.com\"\(dkim)"),
            to: "martlet.yaml"
        )
        let run = try await workspace.martlet(["run", "notice"])
        #expect(run.status == 0, "\(run.talk)")
        let sent = try await workspace.martlet(["why", "later-bounce+han@example.com", "--message"])
        #expect(sent.status == 0 && sent.talk.contains("these are the bytes that left"), "\(sent.talk)")
        #expect(sent.output.components(separatedBy: "DKIM-Signature:").count == keys + 1)
    }

    @Test("Doubts are listed with the facts, in both forms, and settled by a person whose name is kept")
    func resolve() async throws {
        let workspace = try await ran()
        let listed = try await workspace.martlet(["resolve", "notice"])
        #expect(
            listed.output.contains("drop-after-data+li@example.com, line 2: attempt 1 by 127.0.0.1"),
            "\(listed.output)"
        )
        #expect(listed.output.contains("> end of message"), "\(listed.output)")
        let json = try await workspace.martlet(["resolve", "notice", "--format", "json"])
        let first = try object(String(json.output.split(separator: "\n").first ?? "{}"))
        #expect(first["address"] as? String == "drop-after-data+li@example.com")
        #expect(first["line"] as? Int == 2 && (first["since"] as? [Any])?.isEmpty == true)
        #expect(try await workspace.martlet(["resolve", "notice", "--as", "failed", "--by-evidence"]).status == 64)
        let settled = try await workspace.martlet(["resolve", "notice", "--as", "accepted", "--by", "王芳"])
        #expect(settled.status == 0, "\(settled.talk)")
        let story = try await workspace.martlet(["why", "drop-after-data+li@example.com"])
        #expect(story.output.contains("settled by 王芳 as accepted"), "\(story.output)")
        #expect(try await workspace.classes()["in_doubt"] == nil)
    }
}
