import Foundation
import MailJobs
import RecipientTable
import TemplateLanguage
import Testing

@Suite("Reading recipient lists")
struct ListReaderTests {
    private func rows(_ source: ByteFeed.Source, form: ListReader.Form = .csv(.init())) throws -> [[String]] {
        var reader = ListReader(try ByteFeed(source), form: form)
        var block = ListBlock()
        var rows: [[String]] = []
        while try reader.next(into: &block) {
            #expect(block.faults.isEmpty)
            for row in block.rows { rows.append((0..<row.fieldCount).map { block.string($0, of: row) }) }
        }
        return [reader.columns] + rows
    }

    @Test("A CSV file gives its rows by the header's columns")
    func csv() throws {
        let place = try TemporaryFolder()
        let path = try place.write("\u{FEFF}email;name\r\na@b.c;\"Zoë; 李雷\"\r\n", to: "list.csv")
        #expect(try rows(.file(path: path)) == [["email", "name"], ["a@b.c", "Zoë; 李雷"]])
    }

    @Test("JSON Lines give the first object's members as columns, nested values as JSON")
    func jsonLines() throws {
        let place = try TemporaryFolder()
        let text = """
            {"email": "a@b.c", "name": "李雷", "items": [1, {"x": "y"}], "n": 5.0}
            {"n": 7, "email": "d@e.f", "other": true}

            """
        let path = try place.write(text, to: "list.jsonl")
        #expect(
            try rows(.file(path: path), form: .jsonLines) == [
                ["email", "name", "items", "n"], ["a@b.c", "李雷", "[1,{\"x\":\"y\"}]", "5.0"], ["d@e.f", "", "", "7"],
            ]
        )
    }

    @Test("A command's output is read, in the folder it belongs to")
    func command() throws {
        let place = try TemporaryFolder()
        _ = try place.write("email\nx@y.z\n", to: "made.csv")
        #expect(try rows(.command("cat made.csv", folder: place.path)) == [["email"], ["x@y.z"]])
    }

    @Test("A command that fails gives no list, even when it has written rows")
    func failingCommand() throws {
        #expect(throws: ListReader.Failure.self) {
            try rows(.command("echo email; echo x@y.z; exit 3", folder: "/"))
        }
    }

    @Test("A file that is not there is told by its path")
    func missing() throws {
        do {
            _ = try ByteFeed(.file(path: "/nonexistent/list.csv"))
            Issue.record("it was opened")
        } catch {
            #expect(error.isMissing)
            #expect(error.message.contains("/nonexistent/list.csv"))
        }
    }
}
