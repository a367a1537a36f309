import Foundation
import Testing

@Suite("Keeping house from the command line")
struct KeepingCommandTests {
    private static func list(_ count: Int) -> String {
        "email,name,locale,code\n"
            + (0..<count).map { "u\($0)@example.com,用户 \($0),zh-CN,\($0 == 0 ? "=1+1" : "C\($0)")\n" }.joined()
    }

    /// Starts a run and waits until it has claimed its first recipients.
    private func start(_ workspace: SandboxWorkspace) async throws -> Process {
        let process = try workspace.start(["run", "notice", "--occurrence", "one"])
        let flight = workspace.folder.appendingPathComponent(".martlet/runs/notice-one/flight").path
        while process.isRunning, !FileManager.default.fileExists(atPath: flight) {
            try await Task.sleep(for: .milliseconds(10))
        }
        try await Task.sleep(for: .milliseconds(500))
        return process
    }

    @Test("A backup of a run that goes on, restored, sends to nobody: who may have got mail since is in doubt")
    func backup() async throws {
        let count = 400
        let workspace = try await SandboxWorkspace(list: Self.list(count), transport: ", rate: 10/s")
        let process = try await start(workspace)
        for target in ["copy", "copy.tar"] {
            let made = try await workspace.martlet(["backup", target])
            #expect(made.status == 0, "\(made.talk)")
        }
        #expect(process.isRunning)
        process.terminate()
        process.waitUntilExit()
        try workspace.setTransport("")
        let rest = try await workspace.martlet(["run", "notice", "--occurrence", "one"])
        #expect(rest.status == 0, "\(rest.talk)")
        #expect(try await workspace.classes() == ["accepted": count, "total": count])

        let restored = ["--state", "restored"]
        let unpacked = workspace.folder.appendingPathComponent("restored")
        try FileManager.default.createDirectory(
            at: unpacked,
            withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700]
        )
        let tar = try Process.run(
            URL(fileURLWithPath: "/bin/tar"),
            arguments: ["-xf", workspace.folder.appendingPathComponent("copy.tar").path, "-C", unpacked.path]
        )
        tar.waitUntilExit()
        #expect(tar.terminationStatus == 0)
        for state in [restored, ["--state", "copy"]] {
            let before = try await workspace.classes("notice", state)
            #expect((before["accepted"] ?? 0) < count)
            for arguments in [["run", "notice"], ["run", "notice", "--occurrence", "two"]] {
                let refused = try await workspace.martlet(arguments + state)
                #expect(refused.status == 75, "\(refused.talk)")
                #expect(refused.talk.contains("resolve notice-one --restored"))
            }
            let settled = try await workspace.martlet(["resolve", "notice-one", "--restored"] + state)
            #expect(settled.status == 0, "\(settled.talk)")
            let run = try await workspace.martlet(["run", "notice", "--occurrence", "one"] + state)
            #expect(run.status == 0, "\(run.talk)")
            let after = try await workspace.classes("notice", state)
            #expect(after["accepted"] == before["accepted"])
            #expect((after["accepted"] ?? 0) + (after["in_doubt"] ?? 0) == count)
        }
        let wrong = try await workspace.martlet(["resolve", "notice-one", "--restored"])
        #expect(wrong.status == 64)
    }

    @Test("Whoever another process suppresses while a run goes on gets nothing, by address, hash or domain")
    func suppressedMeanwhile() async throws {
        let people = Self.list(300).replacingOccurrences(of: "u298@example.com", with: "u298@b.example.org")
        let workspace = try await SandboxWorkspace(list: people, transport: ", rate: 30/s")
        let process = try await start(workspace)
        // printf %s u297@example.com | sha256sum
        let hash = "sha256:1f735e2f21398f7fe52077c2631d5558bdfe513e3f5a966b0c217c23ba280f95"
        try workspace.write("address,reason\nU299@example.com,complaint\n\(hash),\n@.example.org,\n", to: "out.csv")
        let added = try await workspace.martlet(["suppress", "import", "out.csv"])
        #expect(added.status == 0, "\(added.talk)")
        process.waitUntilExit()
        #expect(try await workspace.classes() == ["accepted": 297, "suppressed": 3, "total": 300])
        let hashed = try await workspace.martlet(["suppress", "add", "U497@example.com", "--hashed"])
        #expect(hashed.status == 0, "\(hashed.talk)")
        let list = try await workspace.martlet(["suppress", "list"])
        #expect(list.output.contains("@.example.org  imported") && list.output.contains("hash:"))
        #expect(!list.output.lowercased().contains("u497"))
        let why = try await workspace.martlet(["suppress", "why", "u497@example.com", "--format", "json"])
        #expect(why.output.contains("\"suppressed\":true"))
        let removed = try await workspace.martlet(["suppress", "remove", "u497@example.com"])
        #expect(removed.talk.contains("1 removed"))
    }

    @Test("An export has every row with its fields, safe for a spreadsheet on request; forgetting names it")
    func export() async throws {
        let workspace = try await SandboxWorkspace(list: Self.list(3))
        _ = try await workspace.martlet(["run", "notice"])
        let plain = try await workspace.martlet(["export", "notice"])
        let lines = plain.output.split(separator: "\r\n")
        #expect(lines.count == 4 && lines[0].hasSuffix("row.email,row.name,row.locale,row.code"))
        #expect(lines[1].hasPrefix("0,2,u0@example.com,accepted,accepted,1,250,"))
        #expect(lines[1].hasSuffix("u0@example.com,用户 0,zh-CN,=1+1"))
        let file = workspace.folder.appendingPathComponent("out.csv")
        let excel = try await workspace.martlet(["export", "notice", "--excel", "--output", "out.csv"])
        #expect(excel.status == 0, "\(excel.talk)")
        let bytes = try Data(contentsOf: file)
        #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
        #expect(String(decoding: bytes, as: UTF8.self).contains("zh-CN,'=1+1\r\n"))
        let objects = try await workspace.martlet(["export", "notice", "--format", "jsonl"])
        let first = try JSONSerialization.jsonObject(with: Data(objects.output.split(separator: "\n")[0].utf8))
        #expect(((first as? [String: Any])?["row"] as? [String: String])?["name"] == "用户 0")

        let forgotten = try await workspace.martlet(["forget", "u0@example.com"])
        #expect(forgotten.status == 0, "\(forgotten.talk)")
        #expect(forgotten.talk.contains("out.csv: names the person still"))
        #expect(forgotten.talk.contains("data/people.csv: names the person still"))
        #expect(try await workspace.classes() == ["accepted": 3, "total": 3])
        let after = try await workspace.martlet(["export", "notice"])
        #expect(after.output.split(separator: "\r\n")[1].hasSuffix(",,,,"))

        let pruned = try await workspace.martlet(["prune", "--run", "notice"])
        #expect(pruned.status == 0, "\(pruned.talk)")
        #expect(try await workspace.classes() == ["accepted": 3, "total": 3])
        let gone = try await workspace.martlet(["export", "notice"])
        #expect(gone.status == 66)
        let check = try await workspace.martlet(["ledger", "check", "--format", "json"])
        #expect(check.output == "{\"whole\":true,\"faults\":[]}\n")
        let size = try await workspace.martlet(["ledger", "size", "--format", "json"])
        #expect(size.output.contains("\"gives_back\":true"))
    }
}
