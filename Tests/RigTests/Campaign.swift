import Foundation

/// A workspace in a temporary folder with one job, `notice`, and what can be done with it.
struct Campaign {
    /// The workspace.
    let folder: URL

    /// The password of a transport or mailbox travels in this variable.
    static let passwordVariable = "RIG_TEST_PASSWORD"

    /// Makes the workspace.
    ///
    /// - Parameters:
    ///   - transport: the keys of the transport, as `martlet.yaml` has them in braces.
    ///   - mailbox: the keys of the mailbox `bounces`, if there is one.
    ///   - reversePath: where failure reports go.
    ///   - recipients: the addresses; names and codes are made up.
    ///   - list: a list that is there already, with the columns `email`, `name` and `code`; instead of `recipients`.
    ///   - retry: the job's delays.
    /// - Throws: when the files cannot be written.
    init(
        transport: String,
        mailbox: String? = nil,
        reversePath: String = "bounces+{token}@example.com",
        recipients: [String] = [],
        list: Data? = nil,
        retry: String = "{after: [1h], give_up: 2d}"
    ) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-rig-\(UUID().uuidString)")
        try write(
            """
            transports:
              rig: {\(transport)}
            \(mailbox.map { "mailboxes:\n  bounces: {\($0)}" } ?? "")
            identity:
              reverse_path: "\(reversePath)"
            """,
            to: "martlet.yaml"
        )
        try write(
            """
            from: "管理员 <no-reply@example.com>"
            reply_to: support@example.com
            recipients: {file: list.csv, email: email, name: name}
            template: notice
            via: rig
            retry: \(retry)
            in_doubt: hold
            \(mailbox == nil ? "" : "collect: [bounces]")
            """,
            to: "jobs/notice.yaml"
        )
        try write("通知 for {{name}}: {{code}}\n", to: "templates/notice/subject.mustache")
        try write("Dear {{name}},\n\n您的代码是 {{code}}。\n.\n", to: "templates/notice/text.mustache")
        try write("<p>Dear {{name}}, 您的代码是 <b>{{code}}</b>。</p>\n", to: "templates/notice/html.mustache")
        let rows = recipients.enumerated().map { place, address in "\(address),\"李雷, no. \(place)\",C\(place)\r\n" }
        try (list ?? Data(("email,name,code\r\n" + rows.joined()).utf8)).write(
            to: folder.appendingPathComponent("list.csv")
        )
    }

    func write(_ text: String, to path: String) throws {
        let place = folder.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: place)
    }

    /// Takes the workspace away.
    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// Runs the job as the occurrence `first`.
    func run(_ further: [String] = [], password: String = "") async throws -> Program.Result {
        try await Program.martlet(
            ["run", "notice", "--occurrence", "first"] + further,
            in: folder,
            variables: [Self.passwordVariable: password]
        )
    }

    /// Fetches bounces.
    func collect(password: String) async throws -> Program.Result {
        try await Program.martlet(["collect"], in: folder, variables: [Self.passwordVariable: password])
    }

    /// The report of the occurrence `first`.
    func report() async throws -> RunReport {
        let result = try await Program.martlet(["report", "notice-first", "--format", "json"], in: folder)
        guard result.status == 0 else { throw RunReport.Refused(status: result.status, talk: result.talk) }
        return try JSONDecoder().decode(RunReport.self, from: Data(result.output.utf8))
    }

    /// The report as a person reads it.
    func reportText() async throws -> String {
        try await Program.martlet(["report", "notice-first"], in: folder).output
    }
}

/// What `martlet report RUN --format json` says, as far as scripts rely on it.
struct RunReport: Decodable {
    /// The report command did not work.
    struct Refused: Error {
        let status: Int32
        let talk: String
    }

    let run: String
    let total: Int
    let classes: [String: Int]

    /// The classes that have anybody in them.
    var occupied: [String: Int] { classes.filter { $0.value != 0 } }
    /// The sum over all classes.
    var sum: Int { classes.values.reduce(0, +) }
}
