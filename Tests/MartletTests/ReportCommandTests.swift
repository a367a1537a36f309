import Foundation
import Testing

@Suite("martlet report")
struct ReportCommandTests {
    private static let rows = """
        email,name,locale,code
        hard-bounce+li@qq.com,李雷,zh-CN,1
        later-bounce+han@163.com,韩梅梅,zh-CN,2
        later-bounce+zoe@163.com,Zoé,fr,3
        stays@example.com,Stays,en,4
        goes@example.com,Goes,en,5

        """

    /// One finished run whose bounces have been collected.
    private static func workspace() async throws -> SandboxWorkspace {
        let workspace = try await SandboxWorkspace(list: rows)
        let run = try await workspace.martlet(["run", "notice", "--occurrence", "first"])
        #expect(run.status == 0, "\(run.talk)")
        #expect(try await workspace.martlet(["collect"]).status == 0)
        return workspace
    }

    @Test("What was refused and what came back stands by domain and reason, and late bounces are said to be late")
    func matrix() async throws {
        let workspace = try await Self.workspace()
        let text = try await workspace.martlet(["report", "notice-first"]).output
        #expect(text.contains("163.com, bounced: userunknown"))
        #expect(text.contains("qq.com, failed: 5.1.1"))
        #expect(text.contains("bounces and complaints of 2 came after the run was finished"))
        let report = try await workspace.json(["report", "notice-first", "--format", "json"])
        #expect(report["after_finish"] as? Int == 2)
        let cells = try #require(report["matrix"] as? [[String: Any]])
        #expect(cells.compactMap { $0["count"] as? Int } == [2, 1])
        #expect((report["heard"] as? [String: Int]) == ["bounce": 2])
    }

    @Test("The CSV has the columns that are asked for, in their order, and a wrong one is named")
    func columns() async throws {
        let workspace = try await Self.workspace()
        let names = "address,class,status,reason,when,run"
        let csv = try await workspace.martlet(["report", "--format", "csv", "--columns", names]).output
        let lines = csv.split(separator: "\r\n").map(String.init)
        #expect(lines.first == names && lines.count == 6)
        #expect(lines.contains { $0.hasPrefix("later-bounce+han@163.com,bounced,5.1.1,userunknown,") })
        let wrong = try await workspace.martlet(["report", "--format", "csv", "--columns", "adress"])
        #expect(wrong.status == 64 && wrong.talk.contains("did you mean `address`?"))
    }

    @Test("Two runs are compared by address: who moved, who is new, who is gone")
    func comparison() async throws {
        let workspace = try await Self.workspace()
        let later = Self.rows.replacingOccurrences(of: "hard-bounce+li@qq.com", with: "new@qq.com")
            .replacingOccurrences(of: "later-bounce+zoe@163.com", with: "Zoe@163.com")
            .replacingOccurrences(of: "stays@", with: "STAYS@").replacingOccurrences(of: "goes@", with: "defer-once@")
        try workspace.write(later, to: "data/people.csv")
        _ = try await workspace.martlet(["run", "notice", "--occurrence", "second"])
        let object = try await workspace.json([
            "report", "notice-second", "--compare", "notice-first", "--format", "json",
        ])
        var moves: [String: Int] = [:]
        for move in try #require(object["moves"] as? [[String: Any]]) {
            let words = ["earlier", "later"].map { move[$0] as? String ?? "-" }.joined(separator: ">")
            moves[words] = move["count"] as? Int
        }
        #expect(
            moves == [
                "accepted>accepted": 1, "bounced>suppressed": 1, "->accepted": 3, "failed>-": 1, "bounced>-": 1,
                "accepted>-": 1,
            ]
        )
        let csv = try await workspace.martlet([
            "report", "notice-second", "--compare", "notice-first", "--format", "csv",
        ])
        #expect(csv.output.contains("goes@example.com,accepted,,"))
        let text = try await workspace.martlet(["report", "notice-second", "--compare", "notice-first"]).output
        #expect(text.contains("no longer in the list, failed before: 1\n  hard-bounce+li@qq.com"))
    }
}

extension SandboxWorkspace {
    /// What the program prints as one JSON object.
    func json(_ arguments: [String]) async throws -> [String: Any] {
        let output = try await martlet(arguments).output
        return try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:]
    }
}
