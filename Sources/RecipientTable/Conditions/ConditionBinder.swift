internal import MailModel

/// Finds the columns that a condition names and checks that their types allow what it asks.
struct ConditionBinder {
    private typealias Operand = ConditionExpression.Operand
    private typealias Rule = BoundCondition.Rule

    let columns: [String]
    let types: [ColumnType]
    private(set) var faults: [ConditionFault] = []

    /// A value as the list has it.
    private enum Found {
        case column(Int, ColumnType)
        case text(String)
        case number(String)
        case bool(Bool)

        var type: ColumnType {
            switch self {
            case .column(_, let type): type
            case .text: .text
            case .number: .number
            case .bool: .bool
            }
        }
    }

    init(columns: [String], types: [ColumnType]) {
        self.columns = columns
        self.types = types
    }

    /// The rule of an expression; nil when something is wrong with it, which is in ``faults`` then.
    mutating func rule(_ expression: ConditionExpression) -> BoundCondition.Rule? {
        switch expression {
        case .all(let parts): return rules(parts).map { .all($0) }
        case .any(let parts): return rules(parts).map { .any($0) }
        case .not(let part): return rule(part).map { .not($0) }
        case .truth(let operand): return truth(operand)
        case .comparison(let left, let comparison, let right, let offset):
            return compare(left, comparison, right, at: offset)
        case .membership(let operand, let values):
            var parts: [Rule] = []
            for value in values {
                guard let part = compare(operand, .equal, value, at: value.offset) else { return nil }
                parts.append(part)
            }
            return .any(parts)
        case .containment(let left, let right): return contains(left, right)
        case .emptiness(let operand):
            guard let found = find(operand) else { return nil }
            guard case .column(let column, let type) = found else {
                return report("a fixed value is never empty; name a column", at: operand)
            }
            return .empty(column, type)
        }
    }

    private mutating func rules(_ parts: [ConditionExpression]) -> [Rule]? {
        // All parts are looked at, so that all faults come at once.
        let rules = parts.map { rule($0) }
        let good = rules.compactMap(\.self)
        return good.count == rules.count ? good : nil
    }

    private mutating func report(_ message: String, at operand: Operand) -> Rule? {
        report(message, at: operand.offset)
    }

    private mutating func report(_ message: String, at offset: Int) -> Rule? {
        if faults.count < 20 { faults.append(ConditionFault(message, at: offset)) }
        return nil
    }

    private mutating func find(_ operand: Operand) -> Found? {
        switch operand.value {
        case .text(let text): return .text(text)
        case .number(let text): return .number(text)
        case .bool(let flag): return .bool(flag)
        case .column(let name):
            if let column = columns.firstIndex(where: { $0.utf8.elementsEqual(name.utf8) }) {
                return .column(column, column < types.count ? types[column] : .text)
            }
            let hint =
                Suggestion.closest(to: name, in: columns).map { "did you mean `\($0)`?" }
                ?? "the columns are \(columns.prefix(20).map { "`\($0)`" }.joined(separator: ", ")); texts go in quotes"
            _ = report("there is no column `\(name)`; \(hint)", at: operand)
            return nil
        }
    }

    private mutating func truth(_ operand: Operand) -> Rule? {
        guard let found = find(operand) else { return nil }
        switch found {
        case .bool(let flag): return .fixed(flag)
        case .column(let column, .bool): return .truth(column)
        case .column(let column, let type):
            let name = columns[column]
            let way = "say `types: {\(name): bool}`, or write `\(name) is not empty`, or compare it"
            return report("`\(name)` is \(type.named), which is neither true nor false; \(way)", at: operand)
        case .text, .number: return report("a fixed value is no condition; compare a column with it", at: operand)
        }
    }

    private mutating func compare(
        _ left: Operand,
        _ comparison: ConditionExpression.Comparison,
        _ right: Operand,
        at offset: Int
    ) -> Rule? {
        guard let first = find(left), let second = find(right) else { return nil }
        switch (first, second) {
        case (.column(let column, let type), let other): return compare(column, type, comparison, other, right, offset)
        case (let other, .column(let column, let type)):
            return compare(column, type, comparison.mirrored, other, left, offset)
        case (.text, _), (.number, _), (.bool, _):
            return report("both sides are fixed values; name a column", at: left)
        }
    }

    /// A column with anything else; `place` is where the other stands.
    private mutating func compare(
        _ column: Int,
        _ type: ColumnType,
        _ comparison: ConditionExpression.Comparison,
        _ other: Found,
        _ place: Operand,
        _ offset: Int
    ) -> Rule? {
        let name = columns[column]
        switch (type, other) {
        case (.list, _): return report("`\(name)` is a list; write `\(name) contains \"…\"`", at: offset)
        case (.json, _): return report("`\(name)` is JSON; only `is empty` can be asked of it", at: offset)
        case (.text, _) where comparison.isOrder && other.type == .text, (.bool, _) where comparison.isOrder:
            let way = "say `types: {\(name): number}` or `date` if it is one"
            return report("\(type.named) has no order, so `\(comparison.rawValue)` says nothing; \(way)", at: offset)
        case (.text, .text(let text)): return .text(column, .fixed(Array(text.utf8)), isEqual: comparison == .equal)
        case (.text, .column(let second, .text)): return .text(column, .column(second), isEqual: comparison == .equal)
        case (.number, .number(let text)): return .number(column, comparison, .fixed(DecimalNumber(text)))
        case (.number, .column(let second, .number)): return .number(column, comparison, .column(second))
        case (.date, .text(let text)):
            guard CivilDate.isValid(Array(text.utf8)) else {
                return report("\"\(text)\" is no date; write 2026-11-23, or 2026-11-23T09:00:00+08:00", at: place)
            }
            return .date(column, comparison, .fixed(DateMoment(Array(text.utf8))))
        case (.date, .column(let second, .date)): return .date(column, comparison, .column(second))
        case (.bool, .bool(let flag)): return .bool(column, .fixed(flag), isEqual: comparison == .equal)
        case (.bool, .column(let second, .bool)): return .bool(column, .column(second), isEqual: comparison == .equal)
        case (.text, _), (.number, _), (.date, _), (.bool, _): return mismatch(name, type, other, place)
        }
    }

    private mutating func mismatch(_ name: String, _ type: ColumnType, _ other: Found, _ place: Operand) -> Rule? {
        let what: String
        let way: String
        switch other {
        case .column(let second, let otherType):
            what = "`\(columns[second])` is \(otherType.named)"
            way = "give both one type under `types:`"
        case .text(let text):
            what = "\"\(text)\" is text"
            way = type == .number ? "write the number without quotes" : "write `true` or `false`"
        case .number(let text):
            what = "\(text) is a number"
            way = type == .text ? "say `types: {\(name): number}`, or put \(text) in quotes" : "write \(type.example)"
        case .bool(let flag):
            what = "\(flag) is a bool"
            way = type == .text ? "say `types: {\(name): bool}`, or put \(flag) in quotes" : "write \(type.example)"
        }
        return report("`\(name)` is \(type.named), and \(what); \(way)", at: place)
    }

    private mutating func contains(_ left: Operand, _ right: Operand) -> Rule? {
        guard let first = find(left), let second = find(right) else { return nil }
        guard case .column(let column, let type) = first else {
            return report("a column stands before `contains`, and what is looked for behind it", at: left)
        }
        let wanted: BoundCondition.Side<[UInt8]>
        switch second {
        case .text(let text): wanted = .fixed(Array(text.utf8))
        case .column(let other, .text): wanted = .column(other)
        case .column, .number, .bool:
            return report("behind `contains` stands a text in quotes, or a column of text", at: right)
        }
        switch type {
        case .text: return .contains(column, wanted)
        case .list: return .listContains(column, wanted)
        case .bool, .number, .date, .json:
            return report("`\(columns[column])` is \(type.named), which contains nothing; compare it", at: left)
        }
    }
}

extension ConditionExpression.Comparison {
    /// The same with the sides exchanged.
    fileprivate var mirrored: Self {
        switch self {
        case .equal, .unequal: self
        case .less: .greater
        case .atMost: .atLeast
        case .greater: .less
        case .atLeast: .atMost
        }
    }
}

extension ColumnType {
    /// A value as a condition writes it.
    fileprivate var example: String {
        switch self {
        case .text, .list, .json: "a text in quotes"
        case .bool: "`true` or `false`"
        case .number: "a number such as 18"
        case .date: "a date in quotes, such as \"2026-11-23\""
        }
    }
}
