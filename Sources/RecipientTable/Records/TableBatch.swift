/// Some records of a table: places in one buffer of bytes, no string made yet.
///
/// A batch is a value and independent of its reader. Handing the same batch to the reader again uses its memory again.
package struct TableBatch: Sendable {
    /// Where a record is.
    package struct Entry: Sendable {
        /// The record's number in the file from 1, the header counted, blank lines and comments not.
        package var number: Int
        /// The line from 1 on which it begins.
        package var line: Int
        /// Its first field in the batch's fields.
        var firstField: Int
        /// How many fields it has; at least one.
        package var fieldCount: Int
    }

    /// Where a field's content is, unescaped.
    struct Field: Sendable {
        var start: UInt32
        var length: UInt32
    }

    /// The text of the records as UTF-8; ``range(ofField:in:)`` points into it.
    package internal(set) var bytes: [UInt8] = []
    /// The records, in the order of the file.
    package internal(set) var entries: [Entry] = []
    /// What is wrong with these records, in the order of the file.
    package internal(set) var faults: [TableFault] = []
    var fields: [Field] = []

    /// An empty batch.
    package init() {}

    /// How many records there are.
    package var count: Int { entries.count }

    /// How many fields the record has.
    package func fieldCount(of record: Int) -> Int { entries[record].fieldCount }

    /// Where in ``bytes`` the content of a field is; nil when the record has no such field.
    ///
    /// - Parameters:
    ///   - column: The field's place in the record, from 0.
    ///   - record: The record's place in the batch, from 0.
    /// - Returns: A range within ``bytes``.
    @inline(__always)
    package func range(ofField column: Int, in record: Int) -> Range<Int>? {
        let entry = entries[record]
        guard column >= 0, column < entry.fieldCount else { return nil }
        let field = fields[entry.firstField + column]
        return Int(field.start)..<Int(field.start) + Int(field.length)
    }

    /// The content of a field as UTF-8; empty when the record has no such field.
    package func content(ofField column: Int, in record: Int) -> ArraySlice<UInt8> {
        range(ofField: column, in: record).map { bytes[$0] } ?? []
    }

    /// The content of a field; empty when the record has no such field.
    package func string(ofField column: Int, in record: Int) -> String {
        String(decoding: content(ofField: column, in: record), as: UTF8.self)
    }

    /// All fields of a record.
    package func strings(of record: Int) -> [String] {
        (0..<fieldCount(of: record)).map { string(ofField: $0, in: record) }
    }

    /// Empties the batch and keeps its memory.
    mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
        faults.removeAll(keepingCapacity: true)
        fields.removeAll(keepingCapacity: true)
    }
}
