import Foundation
import Testing

/// The program as PHP and cron call it, against its own sandbox.
@Suite("martlet sendmail")
struct SendmailCommandTests {
    private static let message = """
        From: 管理员 <admin@example.com>
        To: ann@example.com, 李雷 <lilei@example.com>
        Bcc: hidden@example.com
        Subject: 您的订单

        您好
        .
        cut off
        """

    private static let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("martlet").path

    /// Hands a text to a command line in the workspace, `$SENDMAIL` being the program.
    private func shell(_ line: String, _ input: String, in workspace: SandboxWorkspace) throws -> Int32 {
        try workspace.write(input, to: "input")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "exec 2>talk; \(line) < input"]
        process.currentDirectoryURL = workspace.folder
        process.environment = ["SENDMAIL": "\(Self.program) sendmail", "PATH": "/usr/bin:/bin", "HOME": "/"]
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    private func talk(_ workspace: SandboxWorkspace) -> String {
        let file = workspace.folder.appendingPathComponent("talk")
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }

    private func sent(to address: String, in workspace: SandboxWorkspace) async throws -> String {
        try await workspace.martlet(["why", address, "--message"]).output
    }

    @Test("Recipients come from the header, Bcc leaves no trace, and raw Chinese is encoded")
    func header() async throws {
        let workspace = try await SandboxWorkspace(list: "email\n")
        let status = try shell("$SENDMAIL -t -f bounce@example.com", Self.message, in: workspace)
        #expect(status == 0, "\(talk(workspace))")
        #expect(try await workspace.classes("sendmail") == ["accepted": 3, "total": 3])
        let text = try await sent(to: "hidden@example.com", in: workspace)
        #expect(!text.contains("hidden@example.com") && !text.contains("cut off"))
        for line in ["Subject: =?", "Content-Transfer-Encoding: 8bit", "MIME-Version: 1.0", "Date: ", "Message-ID: <"] {
            #expect(text.contains("\r\n\(line)") || text.hasPrefix(line), "\(line) in \(text)")
        }
        #expect(text.hasSuffix("\r\n\r\n您好\r\n"))
    }

    @Test(
        "Exit codes are those of sendmail",
        arguments: [
            ("-bs", 64), ("-bd", 64), ("-q5m", 64), ("-f", 64), ("-t x", 65), ("", 65), ("'a b@'", 67),
            ("-i hard-bounce@example.com", 67), ("-i defer@example.com", 75), ("--via other ann@example.com", 78),
            ("-oi -oem -B8BITMIME -F Cron -- ann@example.com", 0),
        ]
    )
    func codes(_ options: String, _ code: Int32) async throws {
        let workspace = try await SandboxWorkspace(list: "email\n")
        let input = options == "-t x" ? "Subject: nobody\n\nx\n" : "Subject: x\n\nx\n"
        let line = "$SENDMAIL -f me@example.com \(options == "-t x" ? "-t" : options)"
        #expect(try shell(line, input, in: workspace) == code, "\(talk(workspace))")
    }

    @Test("cron's own command line: a message for a bare name, qualified by martlet.yaml")
    func cron() async throws {
        let workspace = try await SandboxWorkspace(list: "email\n")
        try workspace.write(try settings(of: workspace) + "sendmail: {domain: example.com}\n", to: "martlet.yaml")
        let input = "From: root (Cron Daemon)\nTo: root\nSubject: Cron <root@主机> 备份\n\n完成\n"
        #expect(try shell("$SENDMAIL -FCronDaemon -i -B8BITMIME -oem root", input, in: workspace) == 0)
        let text = try await sent(to: "root@example.com", in: workspace)
        #expect(text.contains("\r\nTo: root@example.com\r\n"), "\(text)")
    }

    @Test("PHP's mail() with a Chinese subject and several recipients")
    func php() async throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/php") else { return }
        let workspace = try await SandboxWorkspace(list: "email\n")
        let code = """
            exit(mail("ann@example.com, bob@example.com", "=?UTF-8?B?".base64_encode("您的订单")."?=", "您好\\n.\\n再见", \
            "From: web@example.com\\r\\nContent-Type: text/plain; charset=utf-8\\r\\nBcc: c@example.com") ? 0 : 1);
            """
        try workspace.write("<?php \(code)", to: "mail.php")
        let line = "php -d sendmail_path=\"$SENDMAIL -t -i -f web@example.com\" mail.php"
        #expect(try shell(line, "", in: workspace) == 0, "\(talk(workspace))")
        #expect(try await workspace.classes("sendmail") == ["accepted": 3, "total": 3])
        #expect(try await sent(to: "c@example.com", in: workspace).hasSuffix("您好\r\n.\r\n再见\r\n"))
    }

    @Test("A killed sendmail and run-queue: each recipient once or in doubt, nobody lost")
    func killed() async throws {
        let workspace = try await SandboxWorkspace(list: "email\n", transport: ", unanswered: 4")
        let people = (0..<150).map { "p\($0)@example.com" }.joined(separator: " ")
        try workspace.write("Subject: 通知\n\nx\n", to: "input")
        var queued = 0
        for round in 0..<6 {
            let line = "$SENDMAIL -f me@example.com \(people) & sleep 0.\(round + 1); kill -9 $!; wait $!; exit 0"
            _ = try shell(line, "Subject: 通知\n\nx\n", in: workspace)
        }
        let last = try await workspace.martlet(["run-queue", "--quiet"])
        #expect(last.status == 0, "\(last.talk)")
        let runs = try await workspace.martlet(["runs", "--format", "json"]).output.split(separator: "\n")
        for run in runs {
            let object = try JSONSerialization.jsonObject(with: Data(run.utf8)) as? [String: Any]
            let classes = try await workspace.classes(object?["run"] as? String ?? "")
            #expect((classes["accepted"] ?? 0) + (classes["in_doubt"] ?? 0) == 150, "\(classes)")
            queued += 1
        }
        let folders = try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path + "/.martlet/runs")
        #expect(folders.count == queued)
    }

    private func settings(of workspace: SandboxWorkspace) throws -> String {
        try String(contentsOf: workspace.folder.appendingPathComponent("martlet.yaml"), encoding: .utf8)
    }
}
