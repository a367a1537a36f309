package import RecipientTable
internal import TemplateLanguage

/// Reads a recipient list row by row, whatever its form, in bounded memory.
///
/// CSV takes its columns from the header; JSON Lines from the members of the first object, and other members are left
/// out. Nested values are kept as JSON text.
package struct ListReader: ~Copyable {
    /// How the bytes are to be read.
    package enum Form: Sendable {
        /// CSV; what the options leave open is found out.
        case csv(CSVOptions)
        /// One JSON object a line.
        case jsonLines
    }

    /// Why the list as a whole cannot be used.
    package enum Failure: Error, Sendable {
        /// The bytes do not come.
        case feed(ByteFeed.Failure)
        /// The list has no header, or a bad one.
        case header([TableFault])
        /// There is nothing in it.
        case empty
    }

    /// The columns' names; known once the first block was read.
    package private(set) var columns: [String] = []
    /// Which columns hold JSON text, in the order of the columns; only JSON Lines have any.
    package private(set) var holdsJSON: [Bool] = []
    /// Whether a fault ended the reading early: the rows behind it were not seen.
    package private(set) var isCut = false

    private let feed: ByteFeed
    private var csv: CSVReader?
    private var json: JSONLinesReader?
    private var batch = TableBatch()
    private var isEnded = false

    /// A reader at the beginning of a list.
    package init(_ feed: ByteFeed, form: Form) {
        self.feed = feed
        switch form {
        case .csv(var options):
            options.raggedRows = .report
            csv = CSVReader(options: options)
        case .jsonLines: json = JSONLinesReader()
        }
    }

    /// Reads the next rows.
    ///
    /// - Parameter block: what it held is replaced.
    /// - Returns: whether there were any rows or faults; false at the end.
    /// - Throws: `Failure`; nothing more can be read then.
    package mutating func next(into block: inout ListBlock) throws(Failure) -> Bool {
        block.removeAll()
        while !isEnded {
            try pull()
            try parse(into: &block)
            if !block.rows.isEmpty || !block.faults.isEmpty { return true }
        }
        guard !columns.isEmpty else { throw .empty }
        return false
    }

    /// Gets more bytes, or finds the end.
    private mutating func pull() throws(Failure) {
        do throws(ByteFeed.Failure) {
            let more = try feed.next { chunk in
                csv?.append(chunk)
                json?.append(chunk)
            }
            guard !more else { return }
            csv?.finish()
            json?.finish()
            try feed.finish()
        } catch {
            throw .feed(error)
        }
    }

    private mutating func parse(into block: inout ListBlock) throws(Failure) {
        var isWhole = false
        if let progress = csv?.read(into: &batch) {
            isWhole = progress == .ended
            try takeBatch(into: &block)
        }
        var rows: [JSONLinesReader.Row] = []
        if let progress = json?.read(rows: &rows, faults: &block.faults) {
            isWhole = progress == .ended
            for row in rows { append(row, to: &block) }
        }
        isEnded = isWhole
        if block.faults.contains(where: \.isFatal) { isCut = true }
    }
}

extension ListReader {
    private mutating func takeBatch(into block: inout ListBlock) throws(Failure) {
        var first = 0
        if columns.isEmpty, batch.count > 0 {
            let header = TableHeader(fields: batch.strings(of: 0), line: batch.entries[0].line)
            guard header.faults.isEmpty else { throw .header(header.faults) }
            columns = header.names
            holdsJSON = [Bool](repeating: false, count: columns.count)
            first = 1
        }
        block.faults = batch.faults
        block.bytes = batch.bytes
        for record in first..<max(first, batch.count) {
            let entry = batch.entries[record]
            block.rows.append(
                ListBlock.Row(
                    number: entry.number,
                    line: entry.line,
                    firstField: block.fields.count,
                    fieldCount: entry.fieldCount
                )
            )
            for column in 0..<entry.fieldCount {
                let range = batch.range(ofField: column, in: record) ?? 0..<0
                block.fields.append(.init(start: range.lowerBound, count: range.count))
            }
        }
    }

    private mutating func append(_ row: JSONLinesReader.Row, to block: inout ListBlock) {
        guard case .object(let members) = row.value else { return }
        if columns.isEmpty {
            for member in members where !columns.contains(where: { $0.utf8.elementsEqual(member.name.utf8) }) {
                columns.append(member.name)
                switch member.value {
                case .list, .object: holdsJSON.append(true)
                case .null, .bool, .number, .string: holdsJSON.append(false)
                }
            }
        }
        block.rows.append(
            ListBlock.Row(
                number: row.number,
                line: row.line,
                firstField: block.fields.count,
                fieldCount: columns.count
            )
        )
        for (column, name) in columns.enumerated() {
            let start = block.bytes.count
            if let value = row.value[name] { append(value, in: column, of: row, to: &block) }
            block.fields.append(.init(start: start, count: block.bytes.count - start))
        }
    }

    private func append(_ value: RowValue, in column: Int, of row: JSONLinesReader.Row, to block: inout ListBlock) {
        switch value {
        case .null: return
        case .bool(let flag): block.bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .number(let text): block.bytes.append(contentsOf: text.utf8)
        case .string(let text) where !holdsJSON[column]: block.bytes.append(contentsOf: text.utf8)
        case .list, .object, .string:
            guard holdsJSON[column] else {
                let message =
                    "`\(columns[column])` is \(value.kindName) here and a plain value in the first line; keep one form"
                block.faults.append(TableFault(.badValue, record: row.number, line: row.line, message: message))
                return
            }
            JSONText.append(value, to: &block.bytes)
        }
    }
}
