import Foundation
import MIMECoding
import MailJobs
import MailModel
import Testing

@Suite("Rows made to hurt")
struct HostileRowTests {
    private static let pieces = [
        "\r", "\n", "\r\n", "\u{0}", "\u{2028}", "\u{2029}", "\u{85}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\"", "'",
        ",", ";", ":", "<", ">", "@", "(", ")", "\\", "\r\n.\r\n", "\n.\n", "\r.\r", "\n.\r\n", "\r\n.\n", "\r\r\n",
        "\r\nBcc: evil@example.com\r\n", "\nSubject: x\n\n", "\r\n.\r\nMAIL FROM:<evil@example.com>\r\n",
        "=?UTF-8?Q?=0D=0ABcc:_evil@example.com?=", "--=_", "%0d%0a", "&#10;", "王伟", "李雷，", "é", "😀", "مرحبا", "a", " ",
        "\t", "{{name}}", "{{{code}}}", "evil@example.com", "<evil@example.com>", "\u{1B}[2J", "\u{7F}",
        String(repeating: "长", count: 60), String(repeating: "x", count: 300),
    ]
    private static let harmless = pieces.filter { piece in
        piece.utf8.count < 60
            && !piece.unicodeScalars.contains {
                $0.value < 0x20 || $0.value == 0x7F || "\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0)
            }
    }
    private static let columns = ["name", "code", "note", "label", "tag", "boss"]
    private static let job = """
        from: "管理员 <no-reply@example.com>"
        recipients: {file: list.jsonl, email: email, name: name}
        template: notice
        cc: "{{boss}}"
        headers: {X-Row: "{{row}}", X-Tag: "{{tag}}"}
        attachments: [{file: list.jsonl, name: "{{label}}.txt"}]
        unsubscribe: {mailto: "unsubscribe+{token}@example.com"}
        """

    private static func rows(_ count: Int, seed: UInt64) -> [[String: String]] {
        var generator = SeededGenerator(state: seed)
        return (0..<count).map { row in
            var fields = ["email": "p\(row)@example.com", "row": "\(row)"]
            // Most rows have nothing in their headers that would have to be refused.
            let pieces = row % 4 == 3 ? pieces : Self.harmless
            for column in columns {
                let most = column != "boss" ? 5 : row % 5 == 4 ? 1 : 0
                let pieces = column == "note" ? Self.pieces : pieces
                // An empty value in a template is a fault of its own.
                let least = column == "boss" ? 0 : 1
                let parts = (0..<Int.random(in: least...max(least, most), using: &generator)).map { _ in
                    pieces.randomElement(using: &generator) ?? ""
                }
                fields[column] = parts.joined()
            }
            return fields
        }
    }

    private static func workspace(_ rows: [[String: String]]) throws -> FilesWorkspace {
        let lines = try rows.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) + "\n" }
        return try FilesWorkspace(
            list: "",
            files: [
                "jobs/notice.yaml": job, "list.jsonl": lines.joined(),
                "templates/notice/subject.mustache": "通知 {{name}}: {{code}}\n",
                "templates/notice/text.mustache": "{{name}}\n{{note}}\n.\nend {{row}}\n",
                "templates/notice/html.mustache":
                    "<p title=\"{{code}}\">{{note}}</p><a href=\"https://x.test/?q={{tag}}\">x</a>\n",
                "templates/notice/invite.ics.mustache":
                    "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:{{row}}\nSUMMARY:{{code}}\n"
                    + "ATTENDEE;CN=\"{{name}}\":mailto:{{email}}\nEND:VEVENT\nEND:VCALENDAR\n",
            ]
        )
    }

    @Test("One row is one message, to whom it names, with the fields and parts that were meant", arguments: [1, 2, 3])
    func rows(_ seed: UInt64) throws {
        let rows = Self.rows(150, seed: seed)
        let workspace = try Self.workspace(rows)
        defer { withExtendedLifetime(workspace) {} }
        let inputs = try workspace.inputs()
        let place = try TemporaryFolder()
        let result = try ListCheck.run(
            ByteFeed(.file(path: workspace.folder.path + "/list.jsonl")),
            form: .jsonLines,
            recipe: inputs.recipe,
            options: .init(secret: SampleRecipe.secret),
            sealingIn: place.path
        )
        let sealed = try SealedRows(folder: place.path)
        #expect(sealed.count > rows.count / 5 && sealed.count < rows.count)
        var block = SealedBlock()
        try sealed.read(0..<sealed.count, into: &block)
        var factory = MessageFactory(result.material, run: 1, secret: SampleRecipe.secret)
        factory.use(block)
        var made: Set<String> = []
        for place in 0..<sealed.count {
            var buffer = MessageBuffer()
            let id = AttemptID(seq: UInt32(place), attempt: 1)
            let date = MessageDate(secondsSince1970: 0)
            let draft = try factory.compose(place, of: block, id: id, date: date, into: &buffer)
            let bytes = draft.message.assemble(from: buffer)
            let number = MIMEMessage(bytes).text("X-Row") ?? ""
            #expect(made.insert(number).inserted, "row \(number)")
            let row = try #require(rows.first { $0["row"] == number })
            Self.judge(draft.envelope, bytes, row)
        }
        // Whatever is refused must have a reason.
        for row in rows where !made.contains(row["row"] ?? "") {
            #expect(Self.mayBeRefused(row), "row \(row["row"] ?? "")")
        }
    }

    private static func judge(_ envelope: Envelope, _ bytes: [UInt8], _ row: [String: String]) {
        let words: Comment = "row \(row["row"] ?? "")"
        let mail = MIMEMessage(bytes)
        let paths = [envelope.recipient] + envelope.furtherRecipients
        #expect(envelope.recipient.path == row["email"], words)
        #expect(paths.allSatisfy { !$0.path.utf8.contains { $0 < 0x21 || $0 == 0x3E } }, words)
        // Only the one column that names copies may add a recipient.
        if row["boss"]?.contains("evil") != true { #expect(paths.count == 1, words) }
        let names = mail.fields(of: mail.root).map { mail.name(of: $0) }
        let expected = [
            "From", "To", "Cc", "Subject", "Date", "Message-ID", "List-Unsubscribe", "X-Row", "X-Tag", "MIME-Version",
            "Content-Type",
        ]
        #expect(names == expected.filter { names.contains($0) || !["Cc", "X-Tag"].contains($0) }, words)
        #expect(mail.text("X-Row") == row["row"], words)
        #expect(mail.outline == "mixed(alternative(plain html calendar) plain)", words)
        let text = mail.parts("text/plain").first.map { mail.text(of: $0) } ?? ""
        #expect(lines(text) == lines("\(row["name"] ?? "")\n\(row["note"] ?? "")\n.\nend \(row["row"] ?? "")\n"), words)
        for line in bytes.split(separator: 10, omittingEmptySubsequences: false).dropLast() {
            #expect(line.last == 13 && !line.dropLast().contains(13) && line.count <= 999, words)
        }
        #expect(bytes.suffix(2).elementsEqual([13, 10]), words)
        let calendar = mail.parts("text/calendar").first.map { mail.text(of: $0) } ?? ""
        #expect(calendar.split(separator: "\r\n").filter { !$0.hasPrefix(" ") }.count == 8, words)
    }

    /// The lines of a text, whatever ends them.
    private static func lines(_ text: String) -> [[UInt8]] {
        var lines: [[UInt8]] = [[]]
        var bytes = Array(text.utf8)[...]
        while let byte = bytes.popFirst() {
            guard byte == 10 || byte == 13 else {
                lines[lines.count - 1].append(byte)
                continue
            }
            if byte == 13, bytes.first == 10 { bytes.removeFirst() }
            lines.append([])
        }
        return lines
    }

    /// Control characters and line separators in what becomes a header or a calendar's line, names of files that are too
    /// long, copies that are no addresses, values that are missing.
    private static func mayBeRefused(_ row: [String: String]) -> Bool {
        let headers = ["name", "code", "tag", "label"].map { row[$0] ?? "" }.joined()
        let hasMark = headers.unicodeScalars.contains { scalar in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || [0x2028, 0x2029].contains(scalar.value)
        }
        let isLong = (row["label"] ?? "").utf8.count > 200
        return hasMark || isLong || !(row["boss"] ?? "").isEmpty || row.values.contains { $0.utf8.contains(0) }
    }
}

/// Numbers that are the same in every run.
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
