import Ledger
import Testing

@testable import MailJobs

@Suite("A new list over a sealed one")
struct SealedListMergeTests {
    /// A sealed row: its line and its fields.
    private struct Row: Equatable {
        var line: Int
        var fields: [String]
    }

    private func seal(_ rows: [Row], in place: TemporaryFolder, _ name: String) throws -> SealedRows {
        let folder = RunFolder(path: "\(place.path)/\(name)")
        try FileTree.makeFolders(folder.path)
        var writer = try SealedRowsWriter(folder: folder.path)
        for row in rows { try writer.append(line: row.line, row.fields.map { Array($0.utf8)[...] }) }
        try writer.finish()
        return try SealedRows(folder: folder.path)
    }

    private func read(_ folder: RunFolder) throws -> [Row] {
        let rows = try SealedRows(folder: folder.path)
        var block = SealedBlock()
        try rows.read(0..<rows.count, into: &block)
        return block.rows.indices.map { place in
            let fields = (0..<block.rows[place].fieldCount).map {
                String(decoding: block.content($0, of: place), as: UTF8.self)
            }
            return Row(line: block.rows[place].line, fields: fields)
        }
    }

    private static let old = [
        Row(line: 2, fields: ["li@example.com", "李雷"]), Row(line: 3, fields: ["han@example.com", "韩梅梅"]),
        Row(line: 4, fields: ["zoe@example.com", "Zoë"]), Row(line: 0, fields: ["gone@example.com", "Gone"]),
        Row(line: 0, fields: ["sent@example.com", "Sent"]),
    ]
    private static let states: [RecipientState] = [.accepted, .planned, .deferred, .cancelled, .accepted]

    /// Merges lists whose addresses stand in the column `email`.
    private func merge(
        _ new: [Row],
        columns: [String] = ["email", "name"],
        old: [Row] = old,
        states: [RecipientState] = states,
        doubtful: Set<UInt32> = []
    ) throws -> (rows: [Row], outcome: SealedListMerge.Outcome) {
        let place = try TemporaryFolder()
        let email = try #require(columns.firstIndex(of: "email"))
        var merge = try SealedListMerge(
            old: .init(
                rows: seal(old, in: place, "old"),
                columns: ["email", "name"],
                emailColumn: 0,
                states: states,
                doubtful: doubtful
            ),
            new: .init(rows: seal(new, in: place, "new"), columns: columns, emailColumn: email)
        )
        let folder = RunFolder(path: "\(place.path)/merged")
        try FileTree.makeFolders(folder.path)
        try merge.write(to: folder)
        return (try read(folder), merge.outcome)
    }

    @Test("Everybody keeps his number, in whatever order and spelling of the domain; new ones come behind the last")
    func numbers() throws {
        let (rows, outcome) = try merge([
            Row(line: 2, fields: ["new@example.com", "新人"]), Row(line: 3, fields: ["zoe@EXAMPLE.com", "Zoë"]),
            Row(line: 4, fields: ["li@example.com", "李雷"]), Row(line: 5, fields: ["han@example.com", "韩梅"]),
        ])
        #expect(rows.map(\.line) == [4, 5, 3, 0, 0, 2])
        #expect(rows.map { $0.fields[0] }.last == "new@example.com")
        #expect(outcome.recipients == 6 && outcome.added == 1)
        #expect(outcome.changed == 2)
        #expect(outcome.removed == [3, 4] && outcome.settledCount == 0)
    }

    @Test("Who was accepted is told when the row changes or goes, and keeps the number")
    func tooLate() throws {
        let (rows, outcome) = try merge([
            Row(line: 2, fields: ["li@example.com", "李磊"]), Row(line: 3, fields: ["sent@example.com", "Again"]),
        ])
        #expect(rows.count == 5)
        #expect(rows[1] == Row(line: 0, fields: ["han@example.com", "韩梅梅"]))
        #expect(outcome.removed == [1, 2, 3])
        #expect(outcome.settled.map(\.address) == ["li@example.com", "sent@example.com"])
        #expect(outcome.settled.map(\.isRemoved) == [false, false])
        #expect(outcome.added == 0)
    }

    @Test("Who was taken out with an earlier list and comes again is new; who may have got it is not")
    func comesAgain() throws {
        let again = [Row(line: 2, fields: ["gone@example.com", "Back"])]
        #expect(try merge(again).outcome.added == 1)
        #expect(try merge(again, doubtful: [3]).outcome.added == 0)
    }

    @Test("Columns may be others, and in another order: rows of those who are gone keep address and what fits")
    func columns() throws {
        let (rows, outcome) = try merge(
            [Row(line: 2, fields: ["vip", "韩梅梅", "han@example.com"])],
            columns: ["class", "name", "email"]
        )
        #expect(rows[0] == Row(line: 0, fields: ["", "李雷", "li@example.com"]))
        #expect(rows[1] == Row(line: 2, fields: ["vip", "韩梅梅", "han@example.com"]))
        #expect(outcome.settled.map(\.address) == ["li@example.com"])
    }

    @Test("Several rows of one address are matched in their order")
    func several() throws {
        let old = ["a", "b", "c"].map { Row(line: 2, fields: ["li@example.com", $0]) }
        let states: [RecipientState] = [.accepted, .planned, .planned]
        let (rows, outcome) = try merge(Array(old.prefix(2)) + [], old: old, states: states)
        #expect(rows.map { $0.fields[1] } == ["a", "b", "c"])
        #expect(outcome.removed == [2] && outcome.added == 0)
        let more = try merge(old + old.prefix(1), old: old, states: states)
        #expect(more.outcome.added == 1 && more.outcome.removed.isEmpty)
    }

    @Test("Long lists in the opposite order come out whole")
    func long() throws {
        let old = (0..<5_000).map { Row(line: $0 + 2, fields: ["u\($0)@example.com", "用户\($0)"]) }
        let states = [RecipientState](repeating: .planned, count: old.count)
        let new = old.reversed().enumerated().map { Row(line: $0.offset + 2, fields: $0.element.fields) }
        let (rows, outcome) = try merge(new, old: old, states: states)
        #expect(rows.map(\.fields) == old.map(\.fields))
        #expect(rows.map(\.line) == (0..<5_000).map { 5_001 - $0 })
        #expect(outcome.changed == 0 && outcome.added == 0 && outcome.removed.isEmpty)
    }
}
