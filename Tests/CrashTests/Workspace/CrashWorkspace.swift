import Foundation

/// A workspace in a temporary folder: one job, `notice`, over a list of made-up people, to a sink.
final class CrashWorkspace: Sendable {
    let folder: URL
    let scenario: Scenario

    init(_ scenario: Scenario, port: Int) throws {
        self.scenario = scenario
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-crash-\(UUID().uuidString)")
        for name in ["jobs", "templates/notice/zh-CN", "data"] {
            let place = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        }
        try write(Self.settings(scenario, port), to: "martlet.yaml")
        try write("Hello, {{name}}\n", to: "templates/notice/subject.mustache")
        try write("Dear {{name}},\nyour code is {{code}}.\n", to: "templates/notice/text.mustache")
        try write("<p>Dear {{name}},<br>your code is {{code}}.</p>\n", to: "templates/notice/html.mustache")
        try write("{{name}}，您好\n", to: "templates/notice/zh-CN/subject.mustache")
        try writeJob("notice")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The addresses of a job, as its list has them; every eleventh needs SMTPUTF8.
    func addresses(_ job: String = "notice") -> [String] {
        (0..<scenario.recipients).map { $0 % 11 == 5 ? "用户\($0)@\(job).example" : "person\($0)@\(job).example" }
    }

    private static func list(_ addresses: [String]) -> String {
        let names = ["李雷", "韩梅梅", "O'Neill", "José Álvarez", "欧阳 娜娜", "Zoë \"Z\" Smith"]
        let rows = addresses.enumerated().map { index, address in
            let name = names[index % names.count].replacingOccurrences(of: "\"", with: "\"\"")
            return "\(address),\"\(name) \(index)\",\(index % 2 == 0 ? "zh-CN" : "en"),码\(index)\n"
        }
        return "email,name,locale,code\n" + rows.joined()
    }

    private static func settings(_ scenario: Scenario, _ port: Int) -> String {
        let rate =
            (scenario.rate.map { "\n    rate: \($0)/s" } ?? "") + (scenario.grace.map { "\n    grace: \($0)s" } ?? "")
        return """
            transports:
              sink:
                engine: \(scenario.engine.rawValue)
                host: 127.0.0.1
                port: \(port)
                tls: none
                hello: client.example.test
                connections: \(scenario.connections)
                unanswered: \(scenario.unanswered)\(rate)
            identity: {reverse_path: "bounces+{token}@example.com"}

            """
    }

    /// Writes a job and its list.
    func writeJob(_ name: String) throws {
        try write(Self.list(addresses(name)), to: "data/\(name).csv")
        let text = """
            from: "管理员 <no-reply@example.com>"
            recipients: {file: data/\(name).csv, name: name, locale: locale}
            template: notice
            retry: {after: [1s], give_up: 10m}
            in_doubt: \(scenario.policy.rawValue)

            """
        try write(text, to: "jobs/\(name).yaml")
    }

    /// Writes a file of the workspace.
    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }

    /// A file of the state folder.
    func state(_ name: String) -> URL { folder.appendingPathComponent(".martlet/\(name)") }

    /// The recorder of a job's run.
    func flight(_ job: String = "notice") -> URL { state("runs/\(job)-x/flight") }

    /// Writes another list for a job; each row is that of an address of ``addresses(_:)``, or of a newcomer.
    func writeList(_ addresses: [String], of job: String = "notice") throws {
        try write(Self.list(addresses), to: "data/\(job).csv")
    }

    /// Starts the job, or continues it.
    func start(_ job: String = "notice", _ more: [String] = []) throws -> ChildProcess {
        try ChildProcess(
            Martlet.path,
            ["run", job, "--occurrence", "x"] + more,
            in: folder.path,
            output: folder.appendingPathComponent("talk-\(job)").path
        )
    }

    /// Runs the job to its end.
    ///
    /// - Returns: how it ended, and what it said.
    func finish(_ job: String = "notice", _ more: [String] = []) throws -> (end: ChildProcess.End, talk: String) {
        let end = try start(job, more).wait()
        return (end, talk(job))
    }

    /// What the last process of a job said.
    func talk(_ job: String = "notice") -> String {
        let place = folder.appendingPathComponent("talk-\(job)")
        return (try? String(contentsOf: place, encoding: .utf8)) ?? ""
    }

    /// What the program prints.
    func output(_ arguments: [String]) throws -> String {
        let place = folder.appendingPathComponent("output-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }
        let end = try ChildProcess(Martlet.path, arguments, in: folder.path, output: place.path).wait()
        let text = try String(contentsOf: place, encoding: .utf8)
        guard end == .exited(0) else { throw ChildProcess.Failure(description: "\(arguments): \(end): \(text)") }
        return text
    }
}
