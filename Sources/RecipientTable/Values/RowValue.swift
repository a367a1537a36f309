/// A value of a row: a typed cell of a CSV file, or any value of a JSON line.
package enum RowValue: Sendable {
    /// Nothing: JSON's `null`, or an empty typed cell.
    case null
    /// True or false.
    case bool(Bool)
    /// A number, as it was written; what is shown to a recipient is not to be rounded by us.
    case number(String)
    /// Text.
    case string(String)
    /// Values in order.
    case list([RowValue])
    /// Named values, in the order of the file, each name once.
    case object([Member])

    /// A named value of an object.
    package struct Member: Sendable, Equatable {
        /// The name.
        package var name: String
        /// The value.
        package var value: RowValue

        /// Names a value.
        package init(name: String, value: RowValue) {
            self.name = name
            self.value = value
        }
    }

    /// The value of a name, when this is an object that has it.
    package subscript(name: String) -> RowValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }

    /// What kind of value this is, for messages.
    package var kindName: String {
        switch self {
        case .null: "null"
        case .bool: "a bool"
        case .number: "a number"
        case .string: "text"
        case .list: "a list"
        case .object: "an object"
        }
    }
}

/// Equal by bytes: canonically equivalent texts are different values.
extension RowValue: Equatable {
    package static func == (left: RowValue, right: RowValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let first), .bool(let second)): first == second
        case (.number(let first), .number(let second)), (.string(let first), .string(let second)):
            first.utf8.elementsEqual(second.utf8)
        case (.list(let first), .list(let second)): first == second
        case (.object(let first), .object(let second)): first == second
        case (.null, _), (.bool, _), (.number, _), (.string, _), (.list, _), (.object, _): false
        }
    }
}
