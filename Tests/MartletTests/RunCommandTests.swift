import Foundation
import Testing

@Suite("martlet run")
struct RunCommandTests {
    private static let header = "email,name,locale,code\n"

    private static func list(_ count: Int) -> String {
        header + (0..<count).map { "u\($0)@example.com,用户 \($0),\($0 % 2 == 0 ? "zh-CN" : "en"),C\($0)\n" }.joined()
    }

    @Test("A list goes out once; the report adds up; the same list is refused until it is said again")
    func once() async throws {
        let workspace = try await SandboxWorkspace(list: Self.list(200))
        let first = try await workspace.martlet(["run", "notice"])
        #expect(first.status == 0, "\(first.talk)")
        #expect(try await workspace.classes() == ["accepted": 200, "total": 200])
        let second = try await workspace.martlet(["run", "notice"])
        #expect(second.status == 65)
        #expect(second.talk.contains("--again"))
        let third = try await workspace.martlet(["run", "notice", "--again", "--quiet"])
        #expect(third.status == 0)
        #expect(third.talk.isEmpty && third.output.isEmpty)
    }

    @Test("Refusals, deferrals and later bounces end in their classes, with the server's words")
    func classes() async throws {
        let rows = """
            hard-bounce+li@example.com,李雷,zh-CN,1
            defer+han@example.com,韩梅梅,zh-CN,2
            spam+x@example.com,"X, Y",en,3
            later-bounce+z@example.com,Z,en,4
            fine@example.com,Fine,en,5

            """
        let workspace = try await SandboxWorkspace(list: Self.header + rows)
        let run = try await workspace.martlet(["run", "notice"])
        #expect(run.status == 0, "\(run.talk)")
        #expect(try await workspace.classes() == ["accepted": 3, "failed": 2, "total": 5])
        let report = try await workspace.martlet(["report"])
        #expect(report.output.contains("hard-bounce+li@example.com"))
        #expect(report.output.contains("550 5.1.1"))
        let collect = try await workspace.martlet(["collect"])
        #expect(collect.status == 0, "\(collect.talk)")
        #expect(try await workspace.classes() == ["accepted": 2, "bounced": 1, "failed": 2, "total": 5])
    }

    @Test("Faults come all at once, with their lines, and nothing leaves")
    func faults() async throws {
        let rows = "good@example.com,Good,en,1\nbad@,Bad,en,2\nempty@example.com,Empty,en,\n"
        let workspace = try await SandboxWorkspace(list: Self.header + rows)
        let run = try await workspace.martlet(["run", "notice"])
        #expect(run.status == 65)
        #expect(run.talk.contains("data/people.csv:3"))
        #expect(run.talk.contains("data/people.csv:4"))
        let runs = try await workspace.martlet(["runs", "--format", "json"])
        #expect(runs.output.isEmpty)
        let skipping = try await workspace.martlet(["run", "notice", "--skip-bad-rows"])
        #expect(skipping.status == 0, "\(skipping.talk)")
        #expect(try await workspace.classes() == ["accepted": 1, "rejected": 2, "total": 3])
    }

    @Test("A list that ends in the middle is refused, even where bad rows are left out: nobody knows who follows")
    func cutList() async throws {
        let rows = "good@example.com,Good,en,1\n\"open,Eve,en,2\nlost@example.com,Lost,en,3\n"
        let workspace = try await SandboxWorkspace(list: Self.header + rows)
        let run = try await workspace.martlet(["run", "notice", "--skip-bad-rows"])
        #expect(run.status == 65, "\(run.talk)")
        let runs = try await workspace.martlet(["runs", "--format", "json"])
        #expect(runs.output.isEmpty)
    }

    @Test("A killed run is continued: everybody once, and the sum is right", arguments: ["native", "curl"])
    func killed(engine: String) async throws {
        let count = 600
        let workspace = try await SandboxWorkspace(
            list: Self.list(count),
            transport: ", rate: 300/s, engine: \(engine), connections: 4"
        )
        for _ in 0..<3 {
            let process = try workspace.start(["run", "notice", "--occurrence", "first"])
            try await Task.sleep(for: .milliseconds(500))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        let last = try await workspace.martlet(["run", "notice", "--occurrence", "first"])
        #expect(last.status == 0, "\(last.talk)")
        let classes = try await workspace.classes()
        #expect((classes["accepted"] ?? 0) + (classes["in_doubt"] ?? 0) == count)
        #expect((classes["in_doubt"] ?? 0) <= 3 * 64)
        #expect(try await workspace.classes()["total"] == count)
    }

    @Test(
        "10,000 generated people of all scripts, odd rows among them: every row is in one class",
        arguments: ["native", "curl"]
    )
    func generated(engine: String) async throws {
        guard let list = try GeneratedList.make(rows: 10_000) else { return }
        let workspace = try await SandboxWorkspace(list: list, transport: ", engine: \(engine)")
        let run = try await workspace.martlet(["run", "notice", "--skip-bad-rows"])
        #expect(run.status == 0, "\(run.talk.suffix(2_000))")
        let classes = try await workspace.classes()
        #expect(classes["total"] == 10_000)
        #expect((classes["accepted"] ?? 0) > 9_000)
        #expect((classes["accepted"] ?? 0) + (classes["rejected"] ?? 0) + (classes["failed"] ?? 0) == 10_000)
    }

    @Test("SIGTERM finishes what is open, says what is left, and exits 75")
    func terminated() async throws {
        // Twenty seconds of mail: a busy machine may be late with the signal.
        let workspace = try await SandboxWorkspace(list: Self.list(2_000), transport: ", rate: 100/s")
        let process = try workspace.start(["run", "notice"])
        try await Task.sleep(for: .seconds(2))
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationStatus == 75)
        let classes = try await workspace.classes()
        #expect(classes["in_doubt"] == nil)
        #expect((classes["accepted"] ?? 0) + (classes["planned"] ?? 0) == 2_000)
    }

    @Test("Changed inputs of an unfinished run are named and refused; --as-sealed goes on with what was sealed")
    func changedInputs() async throws {
        let workspace = try await SandboxWorkspace(list: Self.list(20))
        let part = try await workspace.martlet(["run", "notice", "--limit", "5"])
        #expect(part.status == 75, "\(part.talk)")
        try workspace.write("Other, {{name}}\n", to: "templates/notice/subject.mustache")
        let refused = try await workspace.martlet(["run", "notice"])
        #expect(refused.status == 65)
        #expect(refused.talk.contains("templates/notice/subject.mustache"))
        let sealed = try await workspace.martlet(["run", "notice", "--as-sealed"])
        #expect(sealed.status == 0, "\(sealed.talk)")
        #expect(try await workspace.classes() == ["accepted": 20, "total": 20])
    }

    @Test("One recipient can be sent to alone")
    func only() async throws {
        let workspace = try await SandboxWorkspace(list: Self.list(10))
        let run = try await workspace.martlet(["run", "notice", "--only", "U3@example.com"])
        #expect(run.status == 75, "\(run.talk)")
        #expect(try await workspace.classes() == ["accepted": 1, "planned": 9, "total": 10])
    }

    @Test("HTML alone is enough: its styles are inlined, and the text is made from it", arguments: [false, true])
    func htmlOnly(hasPartial: Bool) async throws {
        let workspace = try await SandboxWorkspace(list: Self.list(2))
        try FileManager.default.removeItem(
            at: workspace.folder.appendingPathComponent("templates/notice/text.mustache")
        )
        let html =
            "<style>p { color: #112233 }</style><p>{{name}}, <a href=\"https://example.com/{{code}}\">open</a></p>\n"
        if hasPartial {
            let partials = workspace.folder.appendingPathComponent("templates/notice/partials")
            try FileManager.default.createDirectory(at: partials, withIntermediateDirectories: true)
            try workspace.write("<p>Marigold 金盏书屋</p>\n", to: "templates/notice/partials/footer.mustache")
        }
        try workspace.write(html + (hasPartial ? "{{> footer}}\n" : ""), to: "templates/notice/html.mustache")
        let preview = try await workspace.martlet(["preview", "notice", "--row", "2"])
        #expect(preview.status == 0, "\(preview.talk)")
        let made = try ["txt", "html"].map { ending in
            let file = workspace.folder.appendingPathComponent("preview/notice-row2.\(ending)")
            return String(decoding: try Data(contentsOf: file), as: UTF8.self)
        }
        #expect(made[0].contains("用户 1, open (https://example.com/C1)"), "\(made[0])")
        #expect(made[0].contains("金盏书屋") == hasPartial)
        #expect(!made[0].contains("<"))
        #expect(made[1].contains("style=\"color: #112233") || made[1].contains("style=\"color:#112233"), "\(made[1])")
    }

    @Test("A sample goes to whom it is sent, and never counts")
    func sample() async throws {
        let workspace = try await SandboxWorkspace(list: Self.list(3))
        let sample = try await workspace.martlet(["test", "notice", "--to", "me@example.com", "--row", "2"])
        #expect(sample.status == 0, "\(sample.talk)")
        #expect(sample.talk.contains("me@example.com: accepted"))
        let runs = try await workspace.martlet(["runs", "--format", "json"])
        #expect(runs.output.isEmpty)
    }

    @Test("Without a workspace it says where it looked and offers init")
    func noWorkspace() async throws {
        let workspace = try await SandboxWorkspace(list: Self.list(1))
        try FileManager.default.removeItem(at: workspace.folder.appendingPathComponent("martlet.yaml"))
        let run = try await workspace.martlet(["run", "notice"])
        #expect(run.status == 66)
        #expect(run.talk.contains("martlet init"))
    }

    @Test("A server that is not there ends it with 69, and nobody is lost")
    func unreachable() async throws {
        let workspace = try await SandboxWorkspace(list: Self.list(5))
        let settings = try String(contentsOf: workspace.folder.appendingPathComponent("martlet.yaml"), encoding: .utf8)
        try workspace.write(
            settings.replacingOccurrences(of: "port: \(workspace.smtpPort)", with: "port: 1"),
            to: "martlet.yaml"
        )
        let failed = try await workspace.martlet(["run", "notice"])
        #expect(failed.status == 69, "\(failed.talk)")
        #expect(failed.talk.contains("127.0.0.1:1"))
        try workspace.write(settings, to: "martlet.yaml")
        let run = try await workspace.martlet(["run", "notice"])
        #expect(run.status == 0, "\(run.talk)")
        #expect(try await workspace.classes() == ["accepted": 5, "total": 5])
    }
}
