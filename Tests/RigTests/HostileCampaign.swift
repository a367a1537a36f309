import Foundation

/// A workspace whose rows are made to hurt, and whose messages have every part that a message can have.
///
/// `Tests/Peers/judge_rows.py` knows its templates.
struct HostileCampaign {
    /// The workspace.
    let folder: URL
    /// The rows.
    let rows: [[String: String]]

    private static let pieces = [
        "\r", "\n", "\r\n", "\u{2028}", "\u{2029}", "\u{85}", "\u{202E}", "\u{2066}", "\"", "'", ",", ";", ":", "<",
        ">",
        "@", "(", ")", "\\", "\r\n.\r\n", "\n.\n", "\r.\r", "\n.\r\n", "\r\n.\n", "\r\r\n", "\r\n.\r",
        "\r\n.\r\nMAIL FROM:<evil@example.com>\r\nRCPT TO:<evil@example.com>\r\nDATA\r\nSubject: evil\r\n\r\nx\r\n.\r\n",
        "\n.\nMAIL FROM:<evil@example.com>\n", "\r\nBcc: evil@example.com\r\n", "\nSubject: x\n\n", "--=_", "%0d%0a",
        "&#10;",
        "=?UTF-8?Q?=0D=0ABcc:_evil@example.com?=", "王伟", "李雷，", "é", "😀", "مرحبا", "a", "From ", "\nFrom x\n",
        "{{name}}",
        "evil@example.com", "<evil@example.com>", String(repeating: "长", count: 60), String(repeating: "x", count: 300),
    ]
    /// What leaves most rows whole where a line end would be a fault.
    private static let headerPieces = pieces.filter { piece in
        piece.utf8.count < 40
            && !piece.unicodeScalars.contains {
                $0.value < 0x20 || "\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0)
            }
    }

    /// Makes the workspace.
    ///
    /// - Parameters:
    ///   - transport: the keys of the transport, as `martlet.yaml` has them in braces.
    ///   - domain: the domain of all recipients.
    ///   - count: how many rows.
    /// - Throws: when the files cannot be written.
    init(transport: String, domain: String, count: Int) throws {
        rows = (0..<count).map { Self.row($0, domain: domain) }
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-rig-\(UUID().uuidString)")
        let list = try rows.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) + "\n" }.joined()
        let files = [
            "martlet.yaml":
                "transports: {rig: {\(transport)}}\nidentity: {reverse_path: \"bounces+{token}@example.com\"}\n",
            "jobs/notice.yaml": """
            from: "管理员 <no-reply@example.com>"
            recipients: {file: list.jsonl, email: email, name: name}
            template: notice
            via: rig
            cc: "{{boss}}"
            headers: {X-Row: "{{row}}", X-Tag: "{{tag}}"}
            attachments: [{file: "files/{{row}}.txt", name: "{{label}}.txt"}]
            unsubscribe: {mailto: "unsubscribe+{token}@example.com"}
            """,
            "list.jsonl": list,
            "templates/notice/subject.mustache": "通知 {{name}}\n",
            "templates/notice/text.mustache": "{{name}}\n{{note}}\n.\nend {{row}}\n",
            "templates/notice/html.mustache":
                "<p title=\"{{tag}}\">{{note}}</p><a href=\"https://x.test/?q={{tag}}\">x</a><img src=\"logo.png\">\n",
            "templates/notice/assets/logo.png": "logo",
            "templates/notice/amp.mustache": "<!doctype html><html ⚡4email><body>{{note}}</body></html>\n",
            "templates/notice/invite.ics.mustache":
                "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:{{row}}\nSUMMARY:{{note}}\n"
                + "ATTENDEE;CN=\"{{name}}\":mailto:{{email}}\nEND:VEVENT\nEND:VCALENDAR\n",
        ]
        for (name, text) in files { try write(text, to: name) }
        for row in rows { try write("file of row \(row["row"] ?? "")", to: "files/\(row["row"] ?? "").txt") }
    }

    private static func row(_ number: Int, domain: String) -> [String: String] {
        func text(_ most: Int, _ pieces: [String]) -> String {
            (0..<Int.random(in: 0...most)).map { _ in pieces.randomElement() ?? "" }.joined()
        }
        // Some rows have line ends where none may be: these are faults.
        let pieces = number % 8 == 7 ? Self.pieces : headerPieces
        return [
            "email": "p\(number)@\(domain)", "row": "\(number)", "name": "N" + text(4, pieces),
            "tag": "T" + text(3, pieces),
            "label": "L" + text(3, pieces), "note": "M" + text(8, Self.pieces),
            "boss": number % 5 == 4 ? text(1, pieces) : "",
        ]
    }

    private func write(_ text: String, to path: String) throws {
        let place = folder.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: place)
    }

    /// Takes the workspace away.
    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// Runs the job, bad rows left out; how many messages a server took.
    func run() async throws -> Int {
        let run = try await Program.martlet(
            ["run", "notice", "--occurrence", "first", "--skip-bad-rows", "--patience", "1s"],
            in: folder
        )
        guard run.status == 0 else { throw RunReport.Refused(status: run.status, talk: run.talk) }
        let result = try await Program.martlet(["report", "notice-first", "--format", "json"], in: folder)
        let report = try JSONDecoder().decode(RunReport.self, from: Data(result.output.utf8))
        guard report.occupied.keys.allSatisfy({ ["accepted", "rejected"].contains($0) }), report.sum == rows.count
        else {
            throw RunReport.Refused(status: 0, talk: "\(report.occupied)")
        }
        return report.classes["accepted"] ?? 0
    }

    /// What Python, and GNU mailutils where it is there, say of the messages; the last line has the sum.
    func judge(_ messages: [Data]) async throws -> Program.Result {
        let arrived = folder.appendingPathComponent("arrived")
        try FileManager.default.createDirectory(at: arrived, withIntermediateDirectories: true)
        for (number, message) in messages.enumerated() {
            try message.write(to: arrived.appendingPathComponent("\(number).eml"))
        }
        return try await Self.python("judge_rows.py", [folder.appendingPathComponent("list.jsonl").path, arrived.path])
    }

    /// Runs one of the scripts in `Tests/Peers`.
    static func python(_ script: String, _ arguments: [String]) async throws -> Program.Result {
        let peers = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let path = peers.appendingPathComponent("Peers/\(script)").path
        let here = FileManager.default.temporaryDirectory
        return try await Program.run(URL(fileURLWithPath: "/usr/bin/env"), ["python3", path] + arguments, in: here)
    }
}
