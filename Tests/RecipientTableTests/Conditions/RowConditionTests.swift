import RecipientTable
import Testing

@Suite("Conditions over the columns of a list")
struct RowConditionTests {
    private static let columns = [
        "email", "locale", "vip", "age", "since", "tags", "extra", "First name", "城市", "note", "until",
    ]
    private static let types: [ColumnType] = [
        .text, .text, .bool, .number, .date, .list, .json, .text, .text, .text, .date,
    ]
    private static let row = [
        "wang.fang@example.org", " zh-CN ", "yes", "18.50", "2026-11-23T09:30:00+08:00", "小说;诗歌", "{}", "芳", "上海", "",
        "",
    ]

    private static func matches(_ text: String, row: [String] = row) throws -> Bool {
        let bound = try RowCondition(parsing: text).bound(to: columns, types: types)
        let cells = row.map { Array($0.utf8)[...] }
        return try bound.matches { cells[$0] }
    }

    @Test(
        "A row meets a condition",
        arguments: [
            "vip", "vip == true", "not (vip == false)", "locale == \"zh-CN\"", "locale == 'zh-CN' and vip",
            "locale != \"en\"", "locale in (\"en\", \"zh-CN\")", "locale not in (\"en\", \"fr\")", "age > 18",
            "age == 18.5", "18.50 <= age", "age < 1.9e1", "age >= -3", "age not in (1, 2)", "tags contains \"诗歌\"",
            "not tags contains \"诗\"", "tags not contains \"history\"", "email contains \"@example.org\"",
            "extra is empty", "note is empty", "note == \"\"", "tags is not empty", "`First name` == \"芳\"",
            "城市 == \"上海\"", "since == \"2026-11-23\"", "since <= \"2026-11-23\"", "since > \"2026-11-22\"",
            "since == \"2026-11-23T01:30:00Z\"", "since < \"2026-11-23T10:00\"", "until is empty",
            "until != \"2026-01-01\"", "not until < \"2030-01-01\"", "vip or age > 100 and age > 200",
            "email contains \"\"", "note == note",
            "vip AND NOT false", "locale IN ('zh-CN')",
        ]
    )
    func met(text: String) throws {
        #expect(try Self.matches(text))
    }

    @Test(
        "A row does not meet a condition",
        arguments: [
            "not vip", "vip and false", "locale == \"zh\"", "locale in (\"en\", \"fr\")", "age < 18", "age != 18.500",
            "tags contains \"诗\"", "email contains \"example.com\"", "note is not empty", "extra is not empty",
            "since > \"2026-11-23\"", "since > \"2026-11-23T01:30:00Z\"", "until == \"2026-01-01\"",
            "until < \"2030-01-01\"", "(vip or age > 100) and age > 200", "城市 == \"北京\"",
        ]
    )
    func unmet(text: String) throws {
        #expect(try !Self.matches(text))
    }

    @Test(
        "Numbers are compared exactly, whatever their length",
        arguments: [
            ("12345678901234567890123", "12345678901234567890124", -1), ("0.1", "0.10", 0), ("-2", "-10", 1),
            ("-0", "0", 0), ("1e3", "1000", 0), ("1e-400", "0", 1), ("99", "100", -1), ("+5", "5.000", 0),
            (".5", "0.49", 1), ("1e999999999999", "1", 1),
        ]
    )
    func numbers(left: String, right: String, order: Int) throws {
        let bound = try RowCondition(parsing: "a < b").bound(to: ["a", "b"], types: [.number, .number])
        let equal = try RowCondition(parsing: "a == b").bound(to: ["a", "b"], types: [.number, .number])
        let cells = [Array(left.utf8)[...], Array(right.utf8)[...]]
        #expect(try bound.matches { cells[$0] } == (order < 0))
        #expect(try equal.matches { cells[$0] } == (order == 0))
    }

    @Test(
        "What is wrong with the form is said with its place",
        arguments: [
            ("vip and", 7, "the end stands where a column"), ("(vip", 0, "never closed"), ("vip)", 3, "no `(`"),
            ("locale = \"en\"", 7, "write `==`"), ("vip && age > 1", 4, "write `and`"),
            ("locale == “en”", 10, "write `\"`"),
            ("locale == \"en", 10, "never closed"), ("age > 18 years", 9, "where `and`, `or` or the end"),
            ("vip is true", 7, "`empty`"), ("locale in \"en\"", 10, "parentheses"), ("1 < age < 3", 8, "join two"),
            ("and vip", 0, "backticks"), ("vip # 1", 4, "no place here"), ("", 0, "the end stands where"),
            ("城市 ＝ 1", 3, "write `==`"), ("since > 2026-11-23", 8, "in quotes"), ("vip not", 7, "`in` or `contains`"),
        ]
    )
    func form(text: String, offset: Int, words: String) {
        do throws(ConditionFault) {
            _ = try RowCondition(parsing: text)
            Issue.record("\(text) was taken")
        } catch {
            #expect(error.offset == offset, "\(error.message)")
            #expect(error.message.contains(words), "\(error.message)")
        }
    }

    @Test(
        "Names and types are checked before any row is read",
        arguments: [
            ("vpi and age > 1", 0, "did you mean `vip`?"), ("nothing_like_it == \"x\"", 0, "the columns are `email`"),
            ("locale", 0, "neither true nor false"), ("locale > \"en\"", 7, "has no order"),
            ("note == 7", 8, "types: {note: number}"), ("age == \"18\"", 7, "without quotes"),
            ("since == \"23.11.2026\"", 9, "is no date"), ("tags == \"诗歌\"", 5, "contains"),
            ("extra == \"x\"", 6, "is empty"), ("vip > true", 4, "no order"), ("age == since", 7, "one type"),
            ("\"a\" == \"b\"", 0, "name a column"), ("age contains \"1\"", 0, "contains nothing"),
            ("tags contains 5", 14, "text in quotes"), ("note == true", 8, "types: {note: bool}"),
            ("\"x\" is empty", 0, "never empty"), ("\"yes\" or vip", 0, "no condition"),
        ]
    )
    func types(text: String, offset: Int, words: String) throws {
        let condition = try RowCondition(parsing: text)
        do throws(ConditionFaults) {
            _ = try condition.bound(to: Self.columns, types: Self.types)
            Issue.record("\(text) was taken")
        } catch {
            #expect(error.faults.map(\.offset) == [offset], "\(error.faults)")
            #expect(error.faults.first?.message.contains(words) == true, "\(error.faults)")
        }
    }

    @Test("All names and types that are wrong come at once")
    func allFaults() throws {
        let condition = try RowCondition(parsing: "vpi and lcale == \"x\" or not age == \"x\"")
        do throws(ConditionFaults) {
            _ = try condition.bound(to: Self.columns, types: Self.types)
            Issue.record("it was taken")
        } catch {
            #expect(error.faults.map(\.offset) == [0, 8, 35])
        }
        #expect(condition.columns == ["vpi", "lcale", "age"])
    }

    @Test("A cell that is not of its type is a fault of its row")
    func badCell() throws {
        var row = Self.row
        row[3] = "eighteen"
        let bad = try #require(throws: BoundCondition.BadCell.self) { try Self.matches("age > 18", row: row) }
        #expect(bad.column == 3)
        #expect(bad.message.contains("`eighteen` is no number"))
        #expect(try Self.matches("vip or age > 18", row: row))
    }

    @Test("Nesting without end is refused, and so is a text without end")
    func ceilings() {
        let nested = String(repeating: "(", count: 2_000) + "vip" + String(repeating: ")", count: 2_000)
        #expect(throws: ConditionFault.self) { try RowCondition(parsing: nested) }
        let negated = String(repeating: "not ", count: 1_000) + "vip"
        #expect(throws: ConditionFault.self) { try RowCondition(parsing: negated) }
        #expect(throws: ConditionFault.self) { try RowCondition(parsing: String(repeating: "vip or ", count: 1_000)) }
        #expect(throws: Never.self) { try RowCondition(parsing: String(repeating: "vip or ", count: 500) + "vip") }
    }

    @Test("Random pieces of conditions end in a rule or a fault, never in a crash")
    func random() {
        let pieces = [
            "vip", "age", "==", "!=", "<", ">=", "(", ")", ",", "and", "or", "not", "in", "contains", "is", "empty",
            "\"x\"",
            "'", "`tags`", "18", "-", "true", "\u{0}", "é", "é", "。", "2026-11-23", "\"2026-11-23\"", "since",
        ]
        var state: UInt64 = 42
        for _ in 0..<20_000 {
            var text = ""
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            var bits = state >> 11
            for _ in 0..<Int(bits % 9) {
                bits = bits &* 2_862_933_555_777_941_757 &+ 3_037_000_493
                text += pieces[Int((bits >> 33) % UInt64(pieces.count))] + " "
            }
            guard let condition = try? RowCondition(parsing: text) else { continue }
            guard let bound = try? condition.bound(to: Self.columns, types: Self.types) else { continue }
            let cells = Self.row.map { Array($0.utf8)[...] }
            _ = try? bound.matches { cells[$0] }
        }
    }
}
