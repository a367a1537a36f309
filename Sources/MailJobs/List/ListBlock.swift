package import RecipientTable
package import TemplateLanguage

/// Some rows of a recipient list, in the form that templates and the sealed list take.
package struct ListBlock: Sendable {
    /// One row.
    package struct Row: Sendable {
        /// The record's number in the file from 1, the header counted.
        package var number: Int
        /// The line from 1 on which it begins.
        package var line: Int
        /// Its first field in ``ListBlock/fields``.
        package var firstField: Int
        /// How many fields it has.
        package var fieldCount: Int
    }

    /// The text of the fields, UTF-8.
    package var bytes: [UInt8] = []
    /// The rows in order.
    package var rows: [Row] = []
    /// The fields of all rows, one behind the other.
    package var fields: [TemplateRow.Field] = []
    /// What is wrong with these rows as the reader sees them.
    package var faults: [TableFault] = []

    package init() {}

    /// The content of a field; empty when the row has no such field.
    package func content(_ column: Int, of row: Row) -> ArraySlice<UInt8> {
        guard column < row.fieldCount else { return [] }
        let field = fields[row.firstField + column]
        return bytes[field.start..<field.start + field.count]
    }

    /// The content of a field as text.
    package func string(_ column: Int, of row: Row) -> String {
        String(decoding: content(column, of: row), as: UTF8.self)
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        rows.removeAll(keepingCapacity: true)
        fields.removeAll(keepingCapacity: true)
        faults.removeAll(keepingCapacity: true)
    }
}
