import Foundation
import MIMECoding
import MailJobs
import MailModel
import RecipientTable
import Testing
import Workspace

@Suite("Files of rows")
struct RowFileTests {
    private static let job = """
        attachments: [{file: "data/terms.pdf", name: "条款-{{code}}.pdf"}, {file: "invoices/{{code}}.pdf", name: "账单-{{code}}.pdf"}]
        """
    private static let list = "email,name,code\na@example.com,王伟,A1\nb@example.com,李雷,A2\n"

    private static func workspace(_ list: String = list, job: String = job) throws -> FilesWorkspace {
        let files = ["data/terms.pdf": "terms", "invoices/A1.pdf": "one", "invoices/A2.pdf": "two", "secret.pdf": "s"]
        return try FilesWorkspace(job: job, list: list, files: files)
    }

    @Test("Each row has its own file under its own name, in the order of the job")
    func names() throws {
        let workspace = try Self.workspace()
        for (row, code, content) in [(1, "A1", "one"), (2, "A2", "two")] {
            let mail = try workspace.message(row).mail
            #expect(mail.outline == "mixed(plain pdf pdf)")
            let parts = mail.parts("application/pdf")
            #expect(parts.map { mail.fileName(of: $0) } == ["条款-\(code).pdf", "账单-\(code).pdf"])
            #expect(parts.map { mail.text(of: $0) } == ["terms", content])
        }
    }

    @Test("A row whose path is empty has no such file; a file without a name keeps its own")
    func emptyPath() throws {
        let job = "attachments: [{file: \"invoices/{{#code}}{{code}}.pdf{{/code}}\"}]"
        // Only the folder is left of the path: that is no file.
        let list = "email,name,code\na@example.com,A,A1\nb@example.com,B,\n"
        let workspace = try Self.workspace(list, job: job)
        #expect(try workspace.faults().count == 1)
        let optional =
            "attachments: [{file: \"invoices/{{code}}.pdf\"}, {file: \"{{#code}}invoices/{{code}}.pdf{{/code}}\"}]"
        #expect(try Self.workspace(list, job: optional).faults().first?.contains("begins with a variable") == true)
        let mail = try workspace.message(1).mail
        #expect(mail.parts("application/pdf").map { mail.fileName(of: $0) } == ["A1.pdf"])
    }

    @Test(
        "A file that is missing, or lies where no row may lead, is a fault with both places",
        arguments: [
            ("A9", "there is no file `invoices/A9.pdf`"),
            ("../secret", "`invoices/../secret.pdf` leads out of the folder invoices"),
            ("../../../../etc/passwd", "lies outside of the workspace"),
            ("./../invoices/A1", "leads out of the folder invoices"),
            ("link", "leads out of the folder invoices"),
            ("outer", "lies outside of the workspace"),
            ("folder", "is no file"),
        ]
    )
    func refused(_ code: String, _ words: String) throws {
        let workspace = try Self.workspace("email,name,code\na@example.com,A,A1\nb@example.com,B,\(code)\n")
        let folder = workspace.folder.path
        let manager = FileManager.default
        try manager.createSymbolicLink(
            atPath: folder + "/invoices/link.pdf",
            withDestinationPath: folder + "/secret.pdf"
        )
        try manager.createSymbolicLink(atPath: folder + "/invoices/outer.pdf", withDestinationPath: "/etc/passwd")
        try manager.createDirectory(atPath: folder + "/invoices/folder.pdf", withIntermediateDirectories: true)
        let faults = try workspace.faults()
        #expect(faults.count == 1)
        let line = try #require(faults.first)
        #expect(line.hasPrefix("list.csv:3: ") && line.contains(words), "\(line)")
        #expect(line.hasSuffix("(jobs/notice.yaml:4:73)"), "\(line)")
    }

    @Test("A name with a line end from the list is a fault, and reaches no header", arguments: ["\n", "\r", "\u{0}"])
    func hostileName(_ mark: String) throws {
        let row = ["email": "a@example.com", "name": "A", "code": "x\(mark)Bcc: b@example.com"]
        let workspace = try Self.workspace()
        try workspace.write(String(decoding: try JSONEncoder().encode(row), as: UTF8.self) + "\n", to: "list.jsonl")
        try workspace.write(
            """
            from: no-reply@example.com
            recipients: {file: list.jsonl, email: email, name: name}
            template: notice
            attachments: [{file: "data/terms.pdf", name: "{{code}}.pdf"}]
            """,
            to: "jobs/notice.yaml"
        )
        let faults = try workspace.faults()
        #expect(faults.first?.hasPrefix("list.jsonl") == true, "\(faults)")
    }

    @Test("A file that was changed after the list was sealed is noticed, whichever it is of the row's")
    func changed() throws {
        let place = try TemporaryFolder()
        let list = try place.write(Self.list, to: "list.csv")
        let workspace = try Self.workspace()
        defer { withExtendedLifetime(workspace) {} }
        let recipe = try workspace.inputs().recipe
        let result = try ListCheck.run(
            ByteFeed(.file(path: list)),
            form: .csv(.init()),
            recipe: recipe,
            options: .init(secret: SampleRecipe.secret),
            sealingIn: place.path
        )
        try #require(result.faults.total == 0)
        var block = SealedBlock()
        try SealedRows(folder: place.path).read(0..<2, into: &block)
        for changesFile in [false, true] {
            var recipe = recipe
            let read = recipe.readFile
            recipe.readFile = { path, folder in
                changesFile && path == "invoices/A2.pdf" ? .success([1]) : read?(path, folder) ?? .success([])
            }
            let material = try MessageMaterial(
                recipe,
                columns: ["email", "name", "code"],
                holdsJSON: [false, false, false]
            )
            var factory = MessageFactory(material, run: 1, secret: SampleRecipe.secret)
            factory.use(block)
            #expect(problem(0, &factory, block) == nil)
            let words = problem(1, &factory, block)
            #expect(words?.contains("`invoices/A2.pdf` is not the file any more") == (changesFile ? true : nil))
        }
    }

    private func problem(_ row: Int, _ factory: inout MessageFactory, _ block: SealedBlock) -> String? {
        var buffer = MessageBuffer()
        do throws(RowProblem) {
            let id = AttemptID(seq: UInt32(row), attempt: 1)
            let date = MessageDate(secondsSince1970: 0)
            _ = try factory.compose(row, of: block, id: id, date: date, into: &buffer)
            return nil
        } catch {
            return error.message
        }
    }

    @Test("A file of many rows is read once and its encoded bytes are one storage")
    func shared() throws {
        let rows = (0..<50).map { "p\($0)@example.com,P,\($0 % 2 == 0 ? "A1" : "A2")\n" }.joined()
        let workspace = try Self.workspace("email,name,code\n" + rows)
        defer { withExtendedLifetime(workspace) {} }
        var recipe = try workspace.inputs().recipe
        let read = recipe.readFile
        let counter = ReadCounter()
        recipe.readFile = { path, folder in
            counter.count(path)
            return read?(path, folder) ?? .success([])
        }
        let list = try TemporaryFolder()
        let path = try list.write("email,name,code\n" + rows, to: "list.csv")
        let result = try ListCheck.run(
            ByteFeed(.file(path: path)),
            form: .csv(.init()),
            recipe: recipe,
            options: .init(secret: SampleRecipe.secret),
            sealingIn: nil
        )
        #expect(result.faults.total == 0)
        #expect(counter.counts == ["invoices/A1.pdf": 1, "invoices/A2.pdf": 1])
    }
}

/// How often files were read.
private final class ReadCounter: @unchecked Sendable {
    private let lock = NSLock()
    private var found: [String: Int] = [:]

    func count(_ path: String) { lock.withLock { found[path, default: 0] += 1 } }

    var counts: [String: Int] { lock.withLock { found } }
}
