/// Something wrong in a table: what, where, why, and what to do.
package struct TableFault: Error, Hashable, Sendable {
    /// What is wrong.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A quote opens a field and is never closed.
        case unbalancedQuote
        /// Text between a closing quote and the next delimiter.
        case strayQuote
        /// A record has more or fewer fields than the header.
        case raggedRow
        /// A NUL byte.
        case nul
        /// Bytes that are no character of the file's charset.
        case badEncoding
        /// Hardly a byte is a character of the charset; reading stopped.
        case wrongEncoding
        /// The charset cannot be read on this system.
        case unsupportedEncoding
        /// A record is longer than the ceiling.
        case recordTooLong
        /// A record has more fields than the ceiling.
        case tooManyFields
        /// The table has no header.
        case noHeader
        /// Two columns have one name.
        case duplicateColumn
        /// A column has no name.
        case unnamedColumn
        /// A column that is needed is not there.
        case missingColumn
        /// A value is not of its column's type.
        case badValue
        /// A line is no JSON object.
        case badJSON
        /// A JSON object has one name twice.
        case duplicateKey
        /// JSON is nested deeper than the ceiling.
        case nestedTooDeep
    }

    /// What is wrong.
    package var kind: Kind
    /// The record's number from 1, the header counted; nil when the fault is of no single record.
    package var record: Int?
    /// The line from 1, as an editor counts: line ends inside quotes count too.
    package var line: Int
    /// The column from 1, in characters (Unicode scalars) of the line.
    package var column: Int
    /// The column from 1, in bytes of the line written as UTF-8.
    package var byteColumn: Int
    /// What is wrong, why, and what to do; one sentence or two, without the place.
    package var message: String
    /// Whether reading ends here.
    package var isFatal: Bool

    /// Describes a fault.
    package init(
        _ kind: Kind,
        record: Int?,
        line: Int,
        column: Int = 1,
        byteColumn: Int = 1,
        message: String,
        isFatal: Bool = false
    ) {
        self.kind = kind
        self.record = record
        self.line = line
        self.column = column
        self.byteColumn = byteColumn
        self.message = message
        self.isFatal = isFatal
    }
}

extension TableFault: CustomStringConvertible {
    /// Place and message, as shown to a person.
    package var description: String { "line \(line), column \(column): \(message)" }
}
