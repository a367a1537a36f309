import Testing

@testable import RecipientTable

@Suite("Columns")
struct ColumnTests {
    @Test(
        "Typed cells are understood",
        arguments: [
            (ColumnType.bool, "Yes", RowValue.bool(true)), (.bool, "0", .bool(false)), (.bool, "是", .bool(true)),
            (.bool, "", .null), (.number, " 12.50 ", .number("12.50")), (.number, "-1e3", .number("-1e3")),
            (.number, "007", .number("007")), (.date, "2024-02-29", .string("2024-02-29")),
            (.date, "2026-11-23T09:00:00.5+08:00", .string("2026-11-23T09:00:00.5+08:00")),
            (.date, "2026-11-23 09:00", .string("2026-11-23 09:00")),
            (.list, "news; beta;;", .list([.string("news"), .string("beta")])), (.list, "", .list([])),
            (.list, "[1,\"x\"]", .list([.number("1"), .string("x")])), (.text, " x ", .string(" x ")),
            (.json, "{\"a\":1}", .object([.init(name: "a", value: .number("1"))])),
        ]
    )
    func understood(_ type: ColumnType, _ cell: String, _ wanted: RowValue) throws {
        #expect(try type.value(of: cell) == wanted)
    }

    @Test(
        "A mismatch says what the value is, and what would be right",
        arguments: [
            (ColumnType.bool, "maybe", "`maybe` is no bool; write true/false, yes/no, 1/0"),
            (
                .number, "12,50",
                "`12,50` is no number; write the decimal point as `12.50`, and no marks between thousands"
            ),
            (.number, "1.2.3", "`1.2.3` is no number; write digits, with a point for decimals"),
            (.date, "2023-02-29", "`2023-02-29` is no date; write 2026-11-23, or 2026-11-23T09:00:00+08:00"),
            (.date, "23.11.2026", "`23.11.2026` is no date; write 2026-11-23, or 2026-11-23T09:00:00+08:00"),
        ]
    )
    func mismatches(_ type: ColumnType, _ cell: String, _ message: String) {
        #expect(throws: ColumnType.Mismatch(message: message)) { try type.value(of: cell) }
    }

    @Test(
        "What is no number, date, JSON or list is refused",
        arguments: [
            (ColumnType.number, "."), (.number, "1."), (.number, "0x10"), (.number, "١٢"), (.number, "NaN"),
            (.number, "1e"),
            (.date, "2026-13-01"), (.date, "2026-11-23T24:00"), (.date, "2026-11-23T09:00Zx"),
            (.date, "2026-11-23T9:00"),
            (.json, "{"), (.json, "{} {}"), (.list, "[1,"), (.bool, "2"),
        ]
    )
    func refused(_ type: ColumnType, _ cell: String) {
        #expect(throws: ColumnType.Mismatch.self) { try type.value(of: cell) }
    }

    @Test("Values of JSON lines are brought into the column's type, or refused")
    func jsonValues() throws {
        #expect(try ColumnType.bool.value(of: .string("yes")) == .bool(true))
        #expect(try ColumnType.text.value(of: .number("1.50")) == .string("1.50"))
        #expect(try ColumnType.list.value(of: .string("a;b")) == .list([.string("a"), .string("b")]))
        #expect(throws: ColumnType.Mismatch.self) { try ColumnType.number.value(of: RowValue.list([])) }
        #expect(throws: ColumnType.Mismatch.self) { try ColumnType.date.value(of: RowValue.bool(true)) }
    }

    @Test("Names are trimmed; two of one name, and none, are faults")
    func header() {
        let header = TableHeader(fields: ["\u{FEFF} email ", "name", "", "name", "Name"])
        #expect(header.names == ["email", "name", "", "name", "Name"])
        #expect(header.faults.map(\.kind) == [.unnamedColumn, .duplicateColumn])
        #expect(header.column(named: "email") == 0)
        #expect(header.column(named: "Name") == 4)
        let renamed = TableHeader(fields: ["c", "c", "c", "c_1"], duplicates: .rename)
        #expect(renamed.names == ["c", "c_2", "c_3", "c_1"])
        #expect(renamed.faults.isEmpty)
    }

    @Test("A missing column is a fault with a suggestion")
    func missing() throws {
        let header = TableHeader(fields: ["e-mail", "姓名"])
        let fault = try #require(throws: TableFault.self) { try header.requireColumn(named: "email") }
        #expect(fault.message == "there is no column `email`; did you mean `e-mail`?")
        let other = try #require(throws: TableFault.self) { try header.requireColumn(named: "locale") }
        #expect(other.message == "there is no column `locale`; the columns are `e-mail`, `姓名`")
    }

    @Test("Names that are only canonically equivalent are two columns")
    func canonicalNames() {
        let header = TableHeader(fields: ["\u{E9}", "e\u{301}"])
        #expect(header.faults.isEmpty)
        #expect(header.column(named: "e\u{301}") == 1)
    }

    @Test("SipHash gives the value of its authors' paper")
    func sipHash() {
        let bytes = (0..<15).map { UInt8($0) }
        let key = SipHash.Key(first: 0x0706_0504_0302_0100, second: 0x0F0E_0D0C_0B0A_0908)
        #expect(SipHash.hash(bytes.span, key: key) == 0xA129_CA61_49BE_45E5)
    }

    @Test("The first row of a repeated key is found, in a table that grows")
    func duplicates() {
        var finder = DuplicateFinder(key: (1, 2))
        for row in 0..<50_000 { #expect(finder.insert("user\(row)@x.example", row: row) == nil) }
        #expect(finder.count == 50_000)
        #expect(finder.insert("user0@x.example", row: 50_000) == 0)
        #expect(finder.insert("user49999@x.example", row: 50_001) == 49_999)
        #expect(finder.insert("other@x.example", row: 50_002) == nil)
    }
}
