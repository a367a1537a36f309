import Foundation
import Testing

@Suite("martlet inbox")
struct InboxCommandTests {
    private static let list = """
        email,name,locale,code
        li.lei@example.com,李雷,zh-CN,7KQ2-M4XD
        zoe@example.com,Zoé,en,B8WN-5RVE

        """

    /// A workspace whose sandbox has the mailbox `join`, after a run.
    private static func workspace(_ mailbox: String) async throws -> SandboxWorkspace {
        let job = "expect: {address: join@example.com, code: code}\n"
        let workspace = try await SandboxWorkspace(list: list, job: job)
        let settings = try String(contentsOf: workspace.folder.appendingPathComponent("martlet.yaml"), encoding: .utf8)
        let entry = """
            mailboxes:
              join:
                {host: 127.0.0.1, port: \(workspace.popPort), tls: none, user: join, password: {command: "echo sandbox"},
                \(mailbox)}

            """
        try workspace.write(settings.replacingOccurrences(of: "mailboxes:\n", with: entry), to: "martlet.yaml")
        #expect(try await workspace.martlet(["run", "notice"]).status == 0)
        return workspace
    }

    /// Sends mail to `join` as strangers would: from a workspace with another secret.
    private static func write(_ workspace: SandboxWorkspace, _ mails: [(from: String, subject: String)]) async throws {
        let manager = FileManager.default
        for folder in ["jobs", "templates/letter"] {
            let path = workspace.folder.appendingPathComponent("letters/\(folder)")
            try manager.createDirectory(at: path, withIntermediateDirectories: true)
        }
        let transport = "transports: {sandbox: {host: 127.0.0.1, port: \(workspace.smtpPort), tls: none}}\n"
        try workspace.write(transport, to: "letters/martlet.yaml")
        try workspace.write("please\n", to: "letters/templates/letter/text.mustache")
        try workspace.write("email\njoin@example.com\n", to: "letters/join.csv")
        for (number, mail) in mails.enumerated() {
            let job = "from: \(mail.from)\nrecipients: {file: join.csv}\ntemplate: letter\n"
            try workspace.write(job, to: "letters/jobs/letter\(number).yaml")
            try workspace.write(mail.subject, to: "letters/templates/letter/subject.mustache")
            let path = workspace.folder.appendingPathComponent("letters").path
            let run = try await workspace.martlet(["run", "letter\(number)", "--workspace", path])
            #expect(run.status == 0, "\(run.talk)")
        }
    }

    @Test("An answer is tied by its code, handed to the command once, and refused ones come again")
    func answers() async throws {
        let command = #"on_message: {command: "test -e open && cat >> taken"}"#
        let workspace = try await Self.workspace(command)
        try await Self.write(
            workspace,
            [
                ("li.lei@example.com", "Re: 7kq2-m4xd 好"), ("stranger@example.com", "hello"),
                ("zoe@example.com", "B8WN-5RVE"),
            ]
        )
        let first = try await workspace.martlet(["collect", "join"])
        #expect(first.status == 0)
        #expect(first.talk.contains("ended with code 1"))
        try workspace.write("", to: "open")
        #expect(try await workspace.martlet(["collect", "join"]).status == 0)
        #expect(try await workspace.martlet(["inbox", "hand-over"]).output == "0 taken, 0 not\n")
        let taken = try String(contentsOf: workspace.folder.appendingPathComponent("taken"), encoding: .utf8)
        let objects = try taken.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(objects.compactMap { $0["sender"] as? String } == ["li.lei@example.com", "zoe@example.com"])
        #expect((objects[0]["row"] as? [String: String])?["name"] == "李雷")
        #expect(objects[0]["matched"] as? String == "code")
        let list = try await workspace.martlet(["inbox"]).output
        #expect(list.contains("stranger@example.com: hello (by none"))
        #expect(list.contains("held back: it names no recipient"))
        let report = try await workspace.martlet(["report", "notice"]).output
        #expect(report.contains("confirmations of 2"))
        #expect(try await workspace.martlet(["forget", "stranger@example.com"]).status == 0)
        #expect(try await !workspace.martlet(["inbox"]).output.contains("stranger"))
        #expect(try await workspace.martlet(["report", "notice"]).status == 0)
    }

    @Test("Anybody may sign up; without the word of the trusted server a strict mailbox holds them back")
    func signUp() async throws {
        let keys = "sign_up: [join@example.com], trusted_host: mx.example.com, require_authentication: true"
        let workspace = try await Self.workspace(keys + #", on_message: {command: "cat >> taken"}"#)
        try workspace.write("", to: "taken")
        // The job's expectation comes first; a workspace without it takes the mail for sign-ups.
        let job = try String(contentsOf: workspace.folder.appendingPathComponent("jobs/notice.yaml"), encoding: .utf8)
        try workspace.write(job.replacingOccurrences(of: "expect:", with: "# expect:"), to: "jobs/notice.yaml")
        try await Self.write(workspace, [("new@qq.com", "注册")])
        #expect(try await workspace.martlet(["collect", "join"]).status == 0)
        let csv = try await workspace.martlet(["inbox", "export"]).output
        #expect(csv.contains(",sign-up,new@qq.com,,注册,"))
        #expect(csv.contains("its sender was not authenticated"))
        #expect(try await workspace.martlet(["inbox", "release", "1"]).status == 0)
        #expect(try await workspace.martlet(["inbox", "hand-over"]).output == "1 taken, 0 not\n")
        #expect(try await workspace.martlet(["inbox", "release", "1"]).status == 64)
    }
}
