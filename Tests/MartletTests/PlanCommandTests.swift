import Foundation
import Testing

@Suite("martlet check, plan and preview")
struct PlanCommandTests {
    private static let list = """
        email,name,locale,code,age
        wang@example.org,王芳,zh-CN,A1,20
        ann@example.com,Ann,en-GB,A2,17.5
        chen@example.com,陳怡婷,zh-Hant-HK,A3,31

        """
    private static let job = """
        schedule: {cron: "0 9 30 2 *"}
        retry: {after: [1s, 2h], give_up: 1m}

        """

    private func workspace(
        list: String = list,
        rule: String,
        job: String = "",
        transport: String = ""
    ) async throws -> SandboxWorkspace {
        let workspace = try await SandboxWorkspace(list: list, transport: transport)
        let text = """
            from: "管理员 <no-reply@example.com>"
            recipients: {file: data/people.csv, name: name, locale: locale, types: {age: number}, where: '\(rule)'}
            template: notice

            """
        try workspace.write(text + job, to: "jobs/notice.yaml")
        return workspace
    }

    @Test("A condition leaves rows out of check, plan and run, and says how many")
    func condition() async throws {
        let workspace = try await workspace(rule: "age >= 18 and code in (\"A1\", \"A2\")")
        let check = try await workspace.martlet(["check", "notice", "--format", "json"])
        #expect(check.status == 0, "\(check.talk)")
        let report = try #require(
            try JSONSerialization.jsonObject(with: Data(check.output.utf8)) as? [String: Any]
        )
        #expect(report["recipients"] as? Int == 1)
        #expect(report["left_out"] as? Int == 2)
        let plan = try await workspace.martlet(["plan", "notice"])
        #expect(plan.talk.contains("1 recipient, 2 rows left out by `where`"), "\(plan.talk)")
        let run = try await workspace.martlet(["run", "notice"])
        #expect(run.status == 0, "\(run.talk)")
        #expect(try await workspace.classes() == ["accepted": 1, "total": 1])
    }

    @Test("A condition that is wrong is refused at its place in the job file, with a caret")
    func wrongCondition() async throws {
        let workspace = try await workspace(rule: "agee >= 18")
        let plan = try await workspace.martlet(["plan", "notice"])
        #expect(plan.status == 78)
        #expect(
            plan.talk.contains("jobs/notice.yaml:2:95: recipients.where: there is no column `agee`"),
            "\(plan.talk)"
        )
        #expect(plan.talk.contains("did you mean `age`?\n  agee >= 18\n  ^"), "\(plan.talk)")
    }

    @Test("check says languages without templates, a schedule that never comes, and the columns that are asked for")
    func notices() async throws {
        let workspace = try await workspace(rule: "age > 0", job: Self.job)
        let check = try await workspace.martlet(["check", "notice"])
        #expect(check.status == 0)
        #expect(check.talk.contains("schedule.cron: no year has such a day"), "\(check.talk)")
        #expect(check.talk.contains("en-GB (1 row)"), "\(check.talk)")
        #expect(check.talk.contains("zh-Hant-HK (1 row); these rows get those of zh-CN"), "\(check.talk)")
        #expect(check.output.contains("code"))
        #expect(check.output.contains("number"))
    }

    @Test("plan forecasts how long it takes, what bounds it, and what cannot hold")
    func forecast() async throws {
        let job = "retry: {after: [1s, 2h], give_up: 1m}\n"
        let workspace = try await workspace(rule: "age > 0", job: job, transport: ", rate: 1/min")
        let plan = try await workspace.martlet(["plan", "notice"])
        #expect(plan.status == 0, "\(plan.talk)")
        #expect(plan.talk.contains("forecast: 3 messages"))
        #expect(plan.talk.contains("about 3 min, bound by the rate of the transport sandbox"), "\(plan.talk)")
        #expect(plan.talk.contains("retry.after: the wait of 2 h (number 2) never comes"), "\(plan.talk)")
    }

    @Test("All faults go to a file, by check, by plan and by run", arguments: ["check", "plan", "run"])
    func faultsFile(command: String) async throws {
        let rows = (0..<30).map { "u\($0)@example.com,U,en,,1\n" }.joined() + "=bad@,B,en,1,2\n"
        let workspace = try await workspace(list: "email,name,locale,code,age\n" + rows, rule: "age > 0")
        let result = try await workspace.martlet([command, "notice", "--faults", "out/faults.csv"])
        #expect(result.status == 65, "\(result.talk)")
        #expect(result.talk.contains("; in 30 rows, this is the first"), "\(result.talk)")
        let file = workspace.folder.appendingPathComponent("out/faults.csv")
        let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\r\n")
        #expect(lines.count == 32)
        #expect(lines.first == "line,column,message")
        #expect(lines.last?.hasPrefix("32,") == true)
    }

    @Test("preview writes three files for each language, and a page that shows them all")
    func preview() async throws {
        let workspace = try await workspace(rule: "age > 18")
        let preview = try await workspace.martlet(["preview", "notice", "--output", "show"])
        #expect(preview.status == 0, "\(preview.talk)")
        #expect(preview.output.split(separator: "\n").count == 4)
        let page = try String(contentsOf: workspace.folder.appendingPathComponent("show/index.html"), encoding: .utf8)
        #expect(page.contains("王芳，您好"))
        #expect(!page.contains("<script"))
        let one = try await workspace.martlet(["preview", "notice", "--to", "CHEN@example.com"])
        #expect(one.output.contains("preview/notice-zh-CN-row3.eml"), "\(one.talk)")
        let left = try await workspace.martlet(["preview", "notice", "--row", "2"])
        #expect(left.status == 65)
        #expect(left.talk.contains("row 2 does not meet `where`"))
    }
}
