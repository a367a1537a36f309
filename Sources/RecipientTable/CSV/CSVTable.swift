package import TextEncodings

/// A whole CSV file in memory, for small files and tests; large ones are read by ``CSVReader``.
package struct CSVTable: Sendable {
    /// The records as strings, the header among them.
    package var rows: [[String]] = []
    /// Line and number of each record.
    package var entries: [TableBatch.Entry] = []
    /// What is wrong.
    package var faults: [TableFault] = []
    /// The delimiter, declared or found.
    package var delimiter: String?
    /// The charset, declared or found.
    package var charset: Charset?

    /// Reads a file that is given whole, handing it to the reader in chunks.
    package init(_ bytes: [UInt8], options: CSVOptions = CSVOptions(), chunkSize: Int = 64 * 1_024) {
        var reader = CSVReader(options: options)
        var batch = TableBatch()
        var offset = 0
        while offset < bytes.count {
            let end = min(bytes.count, offset + chunkSize)
            reader.append(bytes[offset..<end])
            offset = end
            let progress = reader.read(into: &batch)
            take(batch)
            if progress == .ended { break }
        }
        reader.finish()
        while reader.read(into: &batch) == .needsBytes { take(batch) }
        take(batch)
        delimiter = reader.delimiter
        charset = reader.charset
    }

    private mutating func take(_ batch: TableBatch) {
        faults.append(contentsOf: batch.faults)
        for record in 0..<batch.count { rows.append(batch.strings(of: record)) }
        entries.append(contentsOf: batch.entries)
    }
}
