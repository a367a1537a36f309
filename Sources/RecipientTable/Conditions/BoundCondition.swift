/// A condition that is ready for the rows of one list.
///
/// An empty number or date is equal to nothing, and neither before nor after anything; an empty bool is false. White space
/// at both ends of a cell does not count.
package struct BoundCondition: Sendable {
    /// A cell whose value is not of its column's type.
    package struct BadCell: Error, Hashable, Sendable {
        /// The column.
        package var column: Int
        /// What the value is, and what would be right.
        package var message: String
    }

    /// The right side of a comparison.
    enum Side<Value: Sendable>: Sendable {
        case column(Int)
        case fixed(Value)
    }

    /// What is asked of a row.
    indirect enum Rule: Sendable {
        case all([Rule])
        case any([Rule])
        case not(Rule)
        case fixed(Bool)
        case truth(Int)
        case text(Int, Side<[UInt8]>, isEqual: Bool)
        case number(Int, ConditionExpression.Comparison, Side<DecimalNumber>)
        case date(Int, ConditionExpression.Comparison, Side<DateMoment>)
        case bool(Int, Side<Bool>, isEqual: Bool)
        case contains(Int, Side<[UInt8]>)
        case listContains(Int, Side<[UInt8]>)
        case empty(Int, ColumnType)
    }

    let rule: Rule

    /// Whether a row meets the condition.
    ///
    /// - Parameter cell: gives the content of a column, UTF-8.
    /// - Returns: true when it does.
    /// - Throws: ``BadCell`` when a cell that has to be looked at is not of its type.
    package func matches(_ cell: (_ column: Int) -> ArraySlice<UInt8>) throws(BadCell) -> Bool {
        try meets(rule, cell)
    }

    private typealias Cells = (_ column: Int) -> ArraySlice<UInt8>

    private func meets(_ rule: Rule, _ cell: Cells) throws(BadCell) -> Bool {
        switch rule {
        case .all(let parts):
            for part in parts where !(try meets(part, cell)) { return false }
            return true
        case .any(let parts):
            for part in parts where try meets(part, cell) { return true }
            return false
        case .not(let part): return !(try meets(part, cell))
        case .fixed(let flag): return flag
        case .truth(let column): return try flag(column, cell)
        case .text(let column, let side, let isEqual):
            return Self.trimmed(cell(column)).elementsEqual(text(side, cell)) == isEqual
        case .number(let column, let comparison, let side):
            return holds(comparison, try number(column, cell), try number(side, cell)) { $0.order(to: $1) }
        case .date(let column, let comparison, let side):
            return holds(comparison, try date(column, cell), try date(side, cell)) { $0.order(to: $1) }
        case .bool(let column, let side, let isEqual):
            return (try flag(column, cell) == flag(side, cell)) == isEqual
        case .contains(let column, let side): return Self.contains(cell(column), text(side, cell))
        case .listContains(let column, let side): return try listContains(column, text(side, cell), cell)
        case .empty(let column, let type): return try isEmpty(column, type, cell)
        }
    }

    /// Nothing is equal to nothing, and comes neither before nor after anything.
    private func holds<Value>(
        _ comparison: ConditionExpression.Comparison,
        _ left: Value?,
        _ right: Value?,
        _ order: (Value, Value) -> Int
    ) -> Bool {
        guard let left, let right else { return comparison == .unequal }
        return comparison.holds(order(left, right))
    }
}

extension BoundCondition {
    private func value(_ column: Int, _ type: ColumnType, _ cell: Cells) throws(BadCell) -> RowValue {
        do throws(ColumnType.Mismatch) {
            return try type.value(of: String(decoding: cell(column), as: UTF8.self))
        } catch {
            throw BadCell(column: column, message: error.message)
        }
    }

    private func flag(_ column: Int, _ cell: Cells) throws(BadCell) -> Bool {
        guard case .bool(let flag) = try value(column, .bool, cell) else { return false }
        return flag
    }

    private func flag(_ side: Side<Bool>, _ cell: Cells) throws(BadCell) -> Bool {
        switch side {
        case .column(let column): try flag(column, cell)
        case .fixed(let flag): flag
        }
    }

    private func number(_ column: Int, _ cell: Cells) throws(BadCell) -> DecimalNumber? {
        guard case .number(let text) = try value(column, .number, cell) else { return nil }
        return DecimalNumber(text)
    }

    private func number(_ side: Side<DecimalNumber>, _ cell: Cells) throws(BadCell) -> DecimalNumber? {
        switch side {
        case .column(let column): try number(column, cell)
        case .fixed(let number): number
        }
    }

    private func date(_ column: Int, _ cell: Cells) throws(BadCell) -> DateMoment? {
        guard case .string(let text) = try value(column, .date, cell) else { return nil }
        return DateMoment(Array(text.utf8))
    }

    private func date(_ side: Side<DateMoment>, _ cell: Cells) throws(BadCell) -> DateMoment? {
        switch side {
        case .column(let column): try date(column, cell)
        case .fixed(let date): date
        }
    }

    private func text(_ side: Side<[UInt8]>, _ cell: Cells) -> ArraySlice<UInt8> {
        switch side {
        case .column(let column): Self.trimmed(cell(column))
        case .fixed(let text): text[...]
        }
    }

    private func listContains(_ column: Int, _ wanted: ArraySlice<UInt8>, _ cell: Cells) throws(BadCell) -> Bool {
        guard case .list(let items) = try value(column, .list, cell) else { return false }
        return items.contains { item in
            switch item {
            case .string(let text), .number(let text): text.utf8.elementsEqual(wanted)
            case .null, .bool, .list, .object: false
            }
        }
    }

    private func isEmpty(_ column: Int, _ type: ColumnType, _ cell: Cells) throws(BadCell) -> Bool {
        let content = Self.trimmed(cell(column))
        guard !content.isEmpty, type == .list || type == .json else { return content.isEmpty }
        switch try value(column, type, cell) {
        case .null: return true
        case .string(let text): return text.isEmpty
        case .list(let items): return items.isEmpty
        case .object(let members): return members.isEmpty
        case .bool, .number: return false
        }
    }

    /// Whether one text holds another; every text holds the empty one.
    private static func contains(_ text: ArraySlice<UInt8>, _ wanted: ArraySlice<UInt8>) -> Bool {
        guard let first = wanted.first else { return true }
        guard text.count >= wanted.count else { return false }
        for index in text.startIndex...(text.endIndex - wanted.count) where text[index] == first {
            if text[index..<index + wanted.count].elementsEqual(wanted) { return true }
        }
        return false
    }

    private static func trimmed(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
        guard let first = content.firstIndex(where: { !isBlank($0) }),
            let last = content.lastIndex(where: { !isBlank($0) })
        else { return [] }
        return content[first...last]
    }
}
