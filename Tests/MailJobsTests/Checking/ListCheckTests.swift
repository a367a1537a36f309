import MailJobs
import RecipientTable
import TemplateLanguage
import Testing

@Suite("Checking a list")
struct ListCheckTests {
    private static let header = "email,name,locale,code\n"

    private func check(
        _ rows: String,
        recipe: MessageRecipe? = nil,
        duplicates: ListCheck.Options.Duplicates = .fault,
        sealingIn folder: String? = nil
    ) throws -> ListCheck.Result {
        let place = try TemporaryFolder()
        let path = try place.write(rows, to: "list.csv")
        var options = ListCheck.Options(secret: SampleRecipe.secret)
        options.duplicates = duplicates
        return try ListCheck.run(
            ByteFeed(.file(path: path)),
            form: .csv(.init()),
            recipe: recipe ?? SampleRecipe.make(),
            options: options,
            sealingIn: folder
        )
    }

    @Test("A good list has no faults, and its messages are counted")
    func good() throws {
        let result = try check(Self.header + "ann@example.com,Ann,en,A1\n王@例子.中国,王伟,zh-CN,B2\n")
        #expect(result.faults.isEmpty)
        #expect(result.rows == 2)
        #expect(result.recipients == 2)
        #expect(result.averageMessage > 250)
    }

    @Test("All faults come at once, each with its line")
    func allFaults() throws {
        let result = try check(
            Self.header + "ann@example,com,Ann,en\nno-at-sign,Bob,en,X\nc@example.com,\"C\r\nBcc: x@y.z\",en,Y\n"
                + "d@example.com,D,en,\ne@example.com,E,en,Z\n"
        )
        #expect(result.faults.faults.map(\.line) == [2, 3, 4, 6])
        #expect(result.recipients == 1)
    }

    @Test("A quote that is never closed hides no fault of the rows before it")
    func openQuote() throws {
        let result = try check(Self.header + "no-at-sign,Bob,en,X\n\"open,Eve,en,Y\n")
        #expect(result.faults.faults.map(\.line).sorted() == [2, 3])
        #expect(result.recipients == 0)
    }

    @Test("Faults of one kind are told together, with the number of rows")
    func grouped() throws {
        let rows = (0..<30).map { "u\($0)@example.com,U\($0),en,\n" }.joined()
        let result = try check(Self.header + rows)
        let lines = result.faults.lines(of: "list.csv")
        #expect(lines.count == 1)
        #expect(lines.first?.hasPrefix("list.csv:2: ") == true)
        #expect(lines.first?.contains("in 30 rows") == true)
        #expect(String(decoding: result.faults.csv(), as: UTF8.self).split(separator: "\r\n").count == 31)
    }

    @Test("The second row of a mailbox is a fault, dropped, or meant", arguments: ListCheck.Options.Duplicates.allCases)
    func duplicates(policy: ListCheck.Options.Duplicates) throws {
        let rows = Self.header + "ann@example.com,Ann,en,1\nANN@Example.com,Ann,en,2\n"
        let result = try check(rows, duplicates: policy)
        switch policy {
        case .fault:
            #expect(result.faults.total == 1)
            #expect(result.faults.faults.first?.message.contains("line 2") == true)
        case .first:
            #expect(result.faults.isEmpty)
            #expect(result.duplicates == 1)
            #expect(result.rejected.map(\.isDuplicate) == [true])
        case .all:
            #expect(result.faults.isEmpty)
            #expect(result.recipients == 2)
        }
    }

    @Test("A column that templates ask for and the list lacks is told with the name that was probably meant")
    func missingColumn() throws {
        do {
            _ = try check("email,name,locale,cod\nann@example.com,Ann,en,1\n")
            Issue.record("the list was taken")
        } catch ListCheck.Failure.material(.templates(let faults)) {
            #expect(faults.contains { $0.message.contains("cod") && $0.file == "text.mustache" })
        }
    }

    @Test("A job whose address column is not in the list says which columns there are")
    func missingAddressColumn() throws {
        do {
            _ = try check("mail,name,locale,code\nann@example.com,Ann,en,1\n")
            Issue.record("the list was taken")
        } catch ListCheck.Failure.material(.columns(let words)) {
            #expect(words.count == 1)
            #expect(words.first?.contains("`mail`") == true)
        }
    }

    @Test("A list of a header alone is empty", arguments: ["", ListCheckTests.header])
    func empty(text: String) throws {
        do {
            _ = try check(text)
            Issue.record("the list was taken")
        } catch ListCheck.Failure.list(.empty) {}
    }

    @Test("The seal changes with a row, with a template, and with nothing else")
    func seal() throws {
        let rows = Self.header + "ann@example.com,Ann,en,A1\n"
        let first = try check(rows).seal
        #expect(try check(rows).seal == first)
        #expect(try check(Self.header + "ann@example.com,Ann,en,A2\n").seal != first)
        #expect(try check(rows, recipe: SampleRecipe.make(subject: "Hi {{name}}")).seal != first)
    }
}
