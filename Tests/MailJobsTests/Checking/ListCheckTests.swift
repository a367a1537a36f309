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

    @Test("Rows that do not meet the condition are counted, are never checked further, and change the seal")
    func condition() throws {
        var recipe = try SampleRecipe.make()
        recipe.types = ["code": .number]
        recipe.condition = try RowCondition(parsing: "locale == \"zh-CN\" and code >= 2")
        let list =
            Self.header + "ann@example.com,Ann,en,3\n王@例子.中国,王伟,zh-CN,2\nno-address,,zh-CN,1\nnobody,李娜,zh-CN,9\n"
            + "e@example.com,E,zh-CN,many\nann@example.com,Ann,en,4\n"
        let result = try check(list, recipe: recipe)
        #expect(result.rows == 6)
        #expect(result.leftOut == 3)
        #expect(result.recipients == 1)
        #expect(result.faults.faults.map(\.line) == [5, 6])
        #expect(result.faults.faults.last?.message.contains("`many` is no number") == true)
        #expect(result.exceptions == ", 3 rows left out by `where`, 2 rows with faults rejected")
        let good = Self.header + "王@例子.中国,王伟,zh-CN,2\n"
        let filtered = try check(good, recipe: recipe).seal
        recipe.condition = nil
        #expect(try check(good, recipe: recipe).seal != filtered)
    }

    @Test("A condition that does not fit the list's columns stops before any row")
    func wrongCondition() throws {
        var recipe = try SampleRecipe.make()
        recipe.condition = try RowCondition(parsing: "lcale == \"zh-CN\" or code > 2")
        do {
            _ = try check(Self.header + "nobody,,,\n", recipe: recipe)
            Issue.record("the list was taken")
        } catch ListCheck.Failure.condition(let faults) {
            #expect(faults.faults.map(\.offset) == [0, 27])
            #expect(faults.faults.first?.message.contains("`locale`") == true)
        }
    }

    @Test("Languages without templates are counted by tag, and said with what they get instead")
    func languages() throws {
        var recipe = try SampleRecipe.make()
        recipe.language = "en"
        let tags = ["fr", "en-GB", "zh-CN", "fr", "", "zh-Hant-HK", "ZH_cn", "en", "français"]
        let rows = tags.enumerated().map { "u\($0.offset)@example.com,U,\($0.element),1\n" }.joined()
        let result = try check(Self.header + rows, recipe: recipe)
        let strangers = result.languages.entries.filter { !$0.hasTemplates }
        #expect(strangers.map(\.tag) == ["fr", "zh-Hant-HK", "français"])
        #expect(strangers.map(\.rows) == [2, 1, 1])
        #expect(
            result.languages.notices() == [
                "languages without templates: fr (2 rows), zh-Hant-HK (1 row), français (1 row); "
                    + "these rows get the template's own, in en"
            ]
        )
    }

    @Test("The list's schema says types, roles, and what must not be empty")
    func schema() throws {
        var recipe = try SampleRecipe.make(text: "{{name}} {{#code}}x{{/code}}\n", html: nil)
        recipe.types = ["code": .bool]
        recipe.condition = try RowCondition(parsing: "code or `Last name` is empty")
        let result = try check(
            "email,name,locale,code,Last name,unused\nann@example.com,Ann,zh-CN,yes,Li,1\n",
            recipe: recipe
        )
        let columns = ListSchema(result.material).columns
        #expect(columns.map(\.type) == ["text", "text", "text", "bool", "text", "text"])
        #expect(columns.map(\.mustNotBeEmpty) == [true, true, false, true, false, false])
        #expect(columns.map(\.roles) == [["address"], ["name"], ["locale"], ["where"], ["where"], []])
        #expect(columns.filter { !$0.isUsed }.map(\.name) == ["unused"])
        #expect(columns[3].firstUse == "text.mustache:1:10")
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
