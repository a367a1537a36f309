internal import GRDB

/// Columns of a row without a trap: a damaged file may hold anything, and a report of it must not end the process.
extension Row {
    /// A number, brought into the type's range; 0 for anything else.
    func value<Number: FixedWidthInteger>(_ column: String) -> Number { optional(column) ?? 0 }

    /// A text; empty for anything else.
    func value(_ column: String) -> String { optional(column) ?? "" }

    /// Whether a number is not 0.
    func value(_ column: String) -> Bool { value(column) != 0 as Int64 }

    /// A number, brought into the type's range; nil for anything else.
    func optional<Number: FixedWidthInteger>(_ column: String) -> Number? {
        Int64.fromDatabaseValue(self[column]).map(Number.init(clamping:))
    }

    /// A text; nil for anything else.
    func optional(_ column: String) -> String? { String.fromDatabaseValue(self[column]) }

    /// Bytes; empty for anything else.
    func bytes(_ column: String) -> [UInt8] { Array(bytes: self[column]) }
}
