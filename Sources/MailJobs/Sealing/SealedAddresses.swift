/// The addresses of a run's recipients, read by number from what was sealed.
package struct SealedAddresses: Sendable {
    private let rows: SealedRows
    private let column: Int

    /// Opens the addresses of a run's folder.
    package init(_ folder: RunFolder) throws(SealedRows.Failure) {
        column = try folder.seal().emailColumn
        rows = try SealedRows(folder: folder.path)
    }

    /// How many recipients there are.
    package var count: Int { rows.count }

    /// Line and address of the recipients in a range of numbers.
    package func lines(_ range: Range<Int>) throws(SealedRows.Failure) -> [(line: Int, address: String)] {
        var block = SealedBlock()
        try rows.read(range, into: &block)
        return block.rows.indices.map { place in
            let content = block.content(column, of: place)
            // Spaces alone are what is left of a person who was forgotten.
            let isErased = content.allSatisfy { $0 == UInt8(ascii: " ") }
            return (block.rows[place].line, isErased ? "(forgotten)" : String(decoding: content, as: UTF8.self))
        }
    }
}
