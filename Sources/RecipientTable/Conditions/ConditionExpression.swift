/// What a condition says, before it is known which columns there are.
indirect enum ConditionExpression: Hashable, Sendable {
    /// How two values may be compared.
    enum Comparison: String, Hashable, Sendable {
        case equal = "=="
        case unequal = "!="
        case less = "<"
        case atMost = "<="
        case greater = ">"
        case atLeast = ">="

        /// Whether it asks which value comes first.
        var isOrder: Bool { self != .equal && self != .unequal }

        /// Whether it holds for two values of which the left is so much smaller, equal (0) or larger than the right.
        func holds(_ order: Int) -> Bool {
            switch self {
            case .equal: order == 0
            case .unequal: order != 0
            case .less: order < 0
            case .atMost: order <= 0
            case .greater: order > 0
            case .atLeast: order >= 0
            }
        }
    }

    /// A column or a fixed value, and where it stands.
    struct Operand: Hashable, Sendable {
        enum Value: Hashable, Sendable {
            case column(String)
            case text(String)
            case number(String)
            case bool(Bool)
        }

        var value: Value
        /// In Unicode scalars from the beginning of the condition.
        var offset: Int
    }

    /// True when all are.
    case all([ConditionExpression])
    /// True when one is.
    case any([ConditionExpression])
    /// True when the other is not.
    case not(ConditionExpression)
    /// A value that is a condition by itself.
    case truth(Operand)
    /// Two values; the offset is that of the sign between them.
    case comparison(Operand, Comparison, Operand, offset: Int)
    /// One of several values.
    case membership(Operand, [Operand])
    /// A text in a text, or a value in a list.
    case containment(Operand, Operand)
    /// Nothing in the cell.
    case emptiness(Operand)

    /// The columns that are named, as often as they are.
    var columns: [String] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.columns)
        case .not(let part): part.columns
        case .truth(let operand), .emptiness(let operand): operand.column
        case .comparison(let left, _, let right, _), .containment(let left, let right): left.column + right.column
        case .membership(let operand, let values): operand.column + values.flatMap(\.column)
        }
    }
}

extension ConditionExpression.Operand {
    fileprivate var column: [String] {
        guard case .column(let name) = value else { return [] }
        return [name]
    }
}
