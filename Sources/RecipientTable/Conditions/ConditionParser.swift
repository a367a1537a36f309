/// Reads a condition.
///
///     condition  = conjunction *("or" conjunction)
///     conjunction = negation *("and" negation)
///     negation   = *"not" ( "(" condition ")" / statement )
///     statement  = value [ sign value / ["not"] "in" "(" value *("," value) ")" / ["not"] "contains" value
///                        / "is" ["not"] "empty" ]
///     value      = column / text / number / "true" / "false"
struct ConditionParser {
    private let tokens: [ConditionToken]
    private var index = 0
    private var depth = 0

    /// Parentheses and `not` within each other at most; each costs a frame of the stack.
    private static let maximumDepth = 64
    private static let keywords: Set<String> = [
        "and", "or", "not", "in", "contains", "is", "empty", "true", "false",
    ]

    /// Reads a text.
    static func parse(_ text: String) throws(ConditionFault) -> ConditionExpression {
        var lexer = ConditionLexer(text)
        var parser = ConditionParser(tokens: try lexer.tokens())
        let expression = try parser.condition()
        guard parser.current.kind == .end else { throw parser.unexpected() }
        return expression
    }

    private init(tokens: [ConditionToken]) { self.tokens = tokens }

    private var current: ConditionToken { tokens[min(index, tokens.count - 1)] }

    private mutating func take(_ keyword: String) -> Bool {
        guard current.keyword == keyword else { return false }
        index += 1
        return true
    }

    private mutating func takeSign(_ sign: String) -> Bool {
        guard current.isSign(sign) else { return false }
        index += 1
        return true
    }

    private func unexpected() -> ConditionFault {
        switch current.kind {
        case .sign(")"): ConditionFault("there is no `(` for this `)`", at: current.offset)
        case .sign(let sign) where sign != "(" && sign != ",":
            ConditionFault("a comparison has two sides; join two of them by `and`", at: current.offset)
        default:
            ConditionFault(
                "\(current.shown) stands where `and`, `or` or the end should be",
                at: current.offset
            )
        }
    }

    private mutating func condition() throws(ConditionFault) -> ConditionExpression {
        var parts = [try conjunction()]
        while take("or") { parts.append(try conjunction()) }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func conjunction() throws(ConditionFault) -> ConditionExpression {
        var parts = [try negation()]
        while take("and") { parts.append(try negation()) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func negation() throws(ConditionFault) -> ConditionExpression {
        let start = current.offset
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else {
            throw ConditionFault("parentheses and `not` are nested deeper than \(Self.maximumDepth)", at: start)
        }
        if take("not") { return .not(try negation()) }
        guard takeSign("(") else { return try statement() }
        let inner = try condition()
        guard takeSign(")") else {
            guard current.kind == .end else { throw unexpected() }
            throw ConditionFault("the `(` here is never closed", at: start)
        }
        return inner
    }

    private mutating func statement() throws(ConditionFault) -> ConditionExpression {
        let left = try operand()
        if case .sign(let sign) = current.kind, let comparison = ConditionExpression.Comparison(rawValue: sign) {
            let offset = current.offset
            index += 1
            return .comparison(left, comparison, try operand(), offset: offset)
        }
        if take("is") {
            let isNegated = take("not")
            guard take("empty") else {
                throw ConditionFault(
                    "behind `is` stands `empty` or `not empty`; to compare, write `==`",
                    at: current.offset
                )
            }
            return isNegated ? .not(.emptiness(left)) : .emptiness(left)
        }
        let isNegated = take("not")
        if take("in") {
            let found = ConditionExpression.membership(left, try values())
            return isNegated ? .not(found) : found
        }
        if take("contains") {
            let found = ConditionExpression.containment(left, try operand())
            return isNegated ? .not(found) : found
        }
        if isNegated { throw ConditionFault("behind this `not` stands `in` or `contains`", at: current.offset) }
        return .truth(left)
    }

    private mutating func values() throws(ConditionFault) -> [ConditionExpression.Operand] {
        guard takeSign("(") else {
            throw ConditionFault(
                "behind `in` stand values in parentheses: in (\"zh-CN\", \"zh-TW\")",
                at: current.offset
            )
        }
        var values = [try operand()]
        while takeSign(",") { values.append(try operand()) }
        guard takeSign(")") else {
            throw ConditionFault("\(current.shown) stands where `,` or `)` should be", at: current.offset)
        }
        return values
    }

    private mutating func operand() throws(ConditionFault) -> ConditionExpression.Operand {
        let token = current
        let value: ConditionExpression.Operand.Value
        switch token.kind {
        case .column(let name): value = .column(name)
        case .text(let text): value = .text(text)
        case .number(let text): value = .number(text)
        case .word(let word):
            switch word.lowercased() {
            case "true": value = .bool(true)
            case "false": value = .bool(false)
            case let keyword where Self.keywords.contains(keyword):
                let advice = "a column of that name goes in backticks"
                throw ConditionFault(
                    "`\(word)` stands where a column or a value should be; \(advice)",
                    at: token.offset
                )
            default: value = .column(word)
            }
        case .sign, .end:
            throw ConditionFault("\(token.shown) stands where a column or a value should be", at: token.offset)
        }
        index += 1
        return ConditionExpression.Operand(value: value, offset: token.offset)
    }
}
