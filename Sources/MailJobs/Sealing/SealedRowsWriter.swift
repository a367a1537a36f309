internal import TemplateLanguage

/// Writes the two files of a sealed list; see ``SealedRows`` for their form.
struct SealedRowsWriter {
    private let rows: SealedFile
    private let index: SealedFile
    private let filesPath: String
    private var files: SealedFile?
    private var digests: [UInt8] = []
    private var rowBytes: [UInt8] = SealedRows.head
    private var indexBytes: [UInt8] = []
    private var offset = SealedRows.head.count
    private(set) var count = 0

    /// What is gathered before it is written.
    private static let bufferSize = 1 << 20

    /// Makes the files in a folder that has none yet.
    init(folder: String) throws(SealedRows.Failure) {
        filesPath = folder + "/rows.files"
        do throws(SealedFile.Failure) {
            rows = try SealedFile(path: folder + "/rows", isNew: true)
            index = try SealedFile(path: folder + "/rows.index", isNew: true)
        } catch {
            throw SealedRows.Failure(error)
        }
    }

    /// Adds a row; its number is the count before.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - block: where it lies.
    ///   - fileDigests: the digests of its own files, as many bytes for each row of the list.
    /// - Throws: `SealedRows.Failure` when the disk does not take it.
    mutating func append(
        _ row: ListBlock.Row,
        of block: ListBlock,
        fileDigests: [UInt8] = []
    ) throws(SealedRows.Failure) {
        let fields = block.fields[row.firstField..<row.firstField + row.fieldCount]
        let contents = fields.lazy.map { block.bytes[$0.start..<$0.start + $0.count] }
        try append(line: row.line, contents, fileDigests: fileDigests)
    }

    /// Adds a row of the given fields; its number is the count before.
    mutating func append(
        line: Int,
        _ fields: some Collection<ArraySlice<UInt8>>,
        fileDigests: [UInt8] = []
    ) throws(SealedRows.Failure) {
        digests += fileDigests
        let start = rowBytes.count
        Self.append(offset, bytes: 8, to: &indexBytes)
        Self.append(line, bytes: 4, to: &rowBytes)
        Self.append(fields.count, bytes: 2, to: &rowBytes)
        for field in fields { Self.append(field.count, bytes: 4, to: &rowBytes) }
        for field in fields { rowBytes.append(contentsOf: field) }
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
            try files?.sync()
        } catch {
            throw SealedRows.Failure(error)
        }
    }

    private mutating func flush() throws(SealedRows.Failure) {
        do throws(SealedFile.Failure) {
            try rows.write(rowBytes[...])
            try index.write(indexBytes[...])
            if files == nil, !digests.isEmpty { files = try SealedFile(path: filesPath, isNew: true) }
            try files?.write(digests[...])
        } catch {
            throw SealedRows.Failure(error)
        }
        rowBytes.removeAll(keepingCapacity: true)
        indexBytes.removeAll(keepingCapacity: true)
        digests.removeAll(keepingCapacity: true)
    }

    @inline(__always)
    private static func append(_ value: Int, bytes count: Int, to output: inout [UInt8]) {
        for shift in 0..<count { output.append(UInt8(truncatingIfNeeded: value >> (8 * shift))) }
    }
}
