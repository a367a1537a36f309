internal import TemplateLanguage

/// Writes the two files of a sealed list; see ``SealedRows`` for their form.
struct SealedRowsWriter {
    private let rows: SealedFile
    private let index: SealedFile
    private var rowBytes: [UInt8] = SealedRows.head
    private var indexBytes: [UInt8] = []
    private var offset = SealedRows.head.count
    private(set) var count = 0

    /// What is gathered before it is written.
    private static let bufferSize = 1 << 20

    /// Makes the files in a folder that has none yet.
    init(folder: String) throws(SealedRows.Failure) {
        do throws(SealedFile.Failure) {
            rows = try SealedFile(path: folder + "/rows", isNew: true)
            index = try SealedFile(path: folder + "/rows.index", isNew: true)
        } catch {
            throw SealedRows.Failure(error)
        }
    }

    /// Adds a row; its number is the count before.
    mutating func append(_ row: ListBlock.Row, of block: ListBlock) throws(SealedRows.Failure) {
        let start = rowBytes.count
        Self.append(offset, bytes: 8, to: &indexBytes)
        Self.append(row.line, bytes: 4, to: &rowBytes)
        Self.append(row.fieldCount, bytes: 2, to: &rowBytes)
        let fields = block.fields[row.firstField..<row.firstField + row.fieldCount]
        for field in fields { Self.append(field.count, bytes: 4, to: &rowBytes) }
        for field in fields { rowBytes.append(contentsOf: block.bytes[field.start..<field.start + field.count]) }
        offset += rowBytes.count - start
        count += 1
        if rowBytes.count >= Self.bufferSize { try flush() }
    }

    /// Writes the rest and makes both files safe.
    mutating func finish() throws(SealedRows.Failure) {
        Self.append(offset, bytes: 8, to: &indexBytes)
        try flush()
        do throws(SealedFile.Failure) {
            try rows.sync()
            try index.sync()
        } catch {
            throw SealedRows.Failure(error)
        }
    }

    private mutating func flush() throws(SealedRows.Failure) {
        do throws(SealedFile.Failure) {
            try rows.write(rowBytes[...])
            try index.write(indexBytes[...])
        } catch {
            throw SealedRows.Failure(error)
        }
        rowBytes.removeAll(keepingCapacity: true)
        indexBytes.removeAll(keepingCapacity: true)
    }

    @inline(__always)
    private static func append(_ value: Int, bytes count: Int, to output: inout [UInt8]) {
        for shift in 0..<count { output.append(UInt8(truncatingIfNeeded: value >> (8 * shift))) }
    }
}
