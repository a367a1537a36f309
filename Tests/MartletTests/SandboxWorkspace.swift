import Foundation

/// A workspace whose transport is the program's own sandbox, started as a process on free ports.
final class SandboxWorkspace {
    let folder: URL
    private let sandbox: Process
    private(set) var smtpPort = ""
    private(set) var popPort = ""

    /// Why a sandbox did not start.
    struct NotStarted: Error {}

    private static var program: URL {
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appendingPathComponent("martlet")
    }

    /// Starts a sandbox and writes a workspace with one job, `notice`.
    init(list: String, job: String = "", transport: String = "") async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-\(UUID().uuidString)")
        let manager = FileManager.default
        for name in ["jobs", "templates/notice/zh-CN", "data"] {
            try manager.createDirectory(at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
        }
        let ports = folder.appendingPathComponent("ports")
        sandbox = Process()
        sandbox.executableURL = Self.program
        sandbox.arguments = ["sandbox", "--smtp", "127.0.0.1:0", "--pop3", "127.0.0.1:0", "--ports-file", ports.path]
        sandbox.standardError = FileHandle.nullDevice
        try sandbox.run()
        try await waitForPorts(ports)
        try write(Self.settings(smtpPort, popPort, transport), to: "martlet.yaml")
        try write(Self.job + job, to: "jobs/notice.yaml")
        try write("Hello, {{name}}\n", to: "templates/notice/subject.mustache")
        try write("Dear {{name}},\nyour code is {{code}}.\n", to: "templates/notice/text.mustache")
        try write("<p>Dear {{name}},<br>your code is {{code}}.</p>\n", to: "templates/notice/html.mustache")
        try write("{{name}}，您好\n", to: "templates/notice/zh-CN/subject.mustache")
        try write(list, to: "data/people.csv")
    }

    deinit {
        sandbox.terminate()
        sandbox.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    private static let job = """
        from: "管理员 <no-reply@example.com>"
        recipients: {file: data/people.csv, name: name, locale: locale}
        template: notice
        retry: {after: [1s], give_up: 1m}

        """

    private static func settings(_ smtp: String, _ pop: String, _ transport: String) -> String {
        """
        transports:
          sandbox: {host: 127.0.0.1, port: \(smtp), tls: none\(transport)}
        mailboxes:
          bounces: {host: 127.0.0.1, port: \(pop), tls: none, user: bounces, password: {command: "echo sandbox"}}
        identity: {reverse_path: "bounces+{token}@example.com"}

        """
    }

    private func waitForPorts(_ file: URL) async throws {
        for _ in 0..<600 {
            if let text = try? String(contentsOf: file, encoding: .utf8) {
                for line in text.split(separator: "\n") {
                    if line.hasPrefix("smtp=") { smtpPort = String(line.dropFirst(5)) }
                    if line.hasPrefix("pop3=") { popPort = String(line.dropFirst(5)) }
                }
                if !smtpPort.isEmpty, !popPort.isEmpty { return }
            }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw NotStarted()
    }

    /// Gives the transport other keys.
    func setTransport(_ keys: String) throws { try write(Self.settings(smtpPort, popPort, keys), to: "martlet.yaml") }

    /// Writes a file of the workspace.
    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }

    /// Starts the program in the workspace without waiting for it.
    func start(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Runs the program in the workspace; what it prints goes through files.
    func martlet(_ arguments: [String]) async throws -> ClassifyCommandTests.Result {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        let names = [
            folder.appendingPathComponent(UUID().uuidString), folder.appendingPathComponent(UUID().uuidString),
        ]
        for name in names { try Data().write(to: name) }
        process.standardOutput = try FileHandle(forWritingTo: names[0])
        process.standardError = try FileHandle(forWritingTo: names[1])
        try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in ended.resume() }
            do { try process.run() } catch {
                process.terminationHandler = nil
                ended.resume(throwing: error)
            }
        }
        let texts = try names.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
        for name in names { try FileManager.default.removeItem(at: name) }
        return .init(status: process.terminationStatus, output: texts[0], talk: texts[1])
    }

    /// The classes of a run's report.
    func classes(_ run: String = "notice", _ options: [String] = []) async throws -> [String: Int] {
        let result = try await martlet(["report", run, "--format", "json"] + options)
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        let classes = object?["classes"] as? [String: Int] ?? [:]
        return classes.filter { $0.value > 0 }.merging(["total": object?["total"] as? Int ?? -1]) { _, new in new }
    }
}
