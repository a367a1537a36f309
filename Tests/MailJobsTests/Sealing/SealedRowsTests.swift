import Foundation
import MailJobs
import RecipientTable
import TemplateLanguage
import Testing

@Suite("Sealed rows")
struct SealedRowsTests {
    private func seal(_ count: Int) throws -> TemporaryFolder {
        let place = try TemporaryFolder()
        let rows = (0..<count).map { "u\($0)@example.com,用户\($0),en,\"C,\($0)\"\n" }.joined()
        let path = try place.write("email,name,locale,code\n" + rows, to: "list.csv")
        _ = try ListCheck.run(
            ByteFeed(.file(path: path)),
            form: .csv(.init()),
            recipe: SampleRecipe.make(),
            options: .init(secret: SampleRecipe.secret),
            sealingIn: place.path
        )
        return place
    }

    @Test(
        "Rows come back by number, whatever the range",
        arguments: [0..<1, 0..<5_000, 4_999..<5_000, 1_234..<2_345, 7..<7]
    )
    func readsBack(range: Range<Int>) throws {
        let place = try seal(5_000)
        let rows = try SealedRows(folder: place.path)
        #expect(rows.count == 5_000)
        var block = SealedBlock()
        try rows.read(range, into: &block)
        #expect(block.rows.count == range.count)
        for (place, seq) in range.enumerated() {
            #expect(block.content(0, of: place).elementsEqual("u\(seq)@example.com".utf8))
            #expect(block.content(1, of: place).elementsEqual("用户\(seq)".utf8))
            #expect(block.content(3, of: place).elementsEqual("C,\(seq)".utf8))
            #expect(block.rows[place].line == seq + 2)
        }
    }

    @Test("A list that was cut short is refused", arguments: ["rows", "rows.index"])
    func cutShort(name: String) throws {
        let place = try seal(100)
        let handle = try #require(FileHandle(forUpdatingAtPath: place.path + "/" + name))
        let size = try handle.seekToEnd()
        try handle.truncate(atOffset: size - 3)
        #expect(throws: SealedRows.Failure.self) { try SealedRows(folder: place.path) }
    }

    @Test("An index that was changed is refused, whichever of its bytes it is")
    func changedIndex() throws {
        let place = try seal(3)
        let file = URL(fileURLWithPath: place.path + "/rows.index")
        let good = try Data(contentsOf: file)
        for index in good.indices {
            var bad = good
            bad[index] ^= 0x41
            try bad.write(to: file)
            #expect(throws: SealedRows.Failure.self) {
                let rows = try SealedRows(folder: place.path)
                var block = SealedBlock()
                try rows.read(0..<rows.count, into: &block)
                // What still reads must be other rows than those that were sealed, never the same by luck.
                try #require(block.content(0, of: 0).elementsEqual("u0@example.com".utf8) == false)
                throw SealedRowsTests.changed
            }
        }
    }

    private static let changed = NSError(domain: "changed", code: 1)
}
