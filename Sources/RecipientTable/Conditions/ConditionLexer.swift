/// One word or sign of a condition.
struct ConditionToken: Hashable {
    enum Kind: Hashable {
        /// A keyword or a column's name.
        case word(String)
        /// A column's name in backticks, which is no keyword.
        case column(String)
        /// Text in quotes.
        case text(String)
        /// Digits, with a sign and a point where they have one.
        case number(String)
        /// `==`, `<`, `(`, `,` and so on.
        case sign(String)
        case end
    }

    var kind: Kind
    /// In Unicode scalars from the beginning of the condition.
    var offset: Int

    /// The token in lower case where it is a word; keywords may be written in any case.
    var keyword: String? {
        guard case .word(let word) = kind else { return nil }
        return word.lowercased()
    }

    func isSign(_ sign: String) -> Bool { kind == .sign(sign) }

    /// The token as a message shows it.
    var shown: String {
        switch kind {
        case .word(let text), .number(let text), .sign(let text): "`\(text)`"
        case .column(let name): "the column `\(name)`"
        case .text(let text): "\"\(text)\""
        case .end: "the end"
        }
    }
}

/// Cuts a condition into words and signs.
struct ConditionLexer {
    private let scalars: [Unicode.Scalar]
    private var index = 0

    /// Signs that are never what they seem; word processors and input methods put them in.
    private static let lookAlikes: [Unicode.Scalar: String] = [
        "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "「": "\"", "」": "\"", "‘": "'", "’": "'", "（": "(",
        "）": ")", "，": ",", "、": ",", "＝": "==", "！": "!=", "＜": "<", "＞": ">", "≠": "!=", "≤": "<=", "≥": ">=",
    ]
    /// Signs of other languages, and what they are called here.
    private static let foreign = ["=": "==", "<>": "!=", "&&": "and", "||": "or", "!": "not", "&": "and", "|": "or"]

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// All tokens, the end included.
    mutating func tokens() throws(ConditionFault) -> [ConditionToken] {
        var tokens: [ConditionToken] = []
        while true {
            while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
            let token = try next()
            tokens.append(token)
            if token.kind == .end { return tokens }
        }
    }

    private mutating func next() throws(ConditionFault) -> ConditionToken {
        let start = index
        guard index < scalars.count else { return ConditionToken(kind: .end, offset: start) }
        let first = scalars[index]
        switch first {
        case "\"", "'": return ConditionToken(kind: .text(try quoted(by: first)), offset: start)
        case "`": return ConditionToken(kind: .column(try quoted(by: first)), offset: start)
        case "(", ")", ",":
            index += 1
            return ConditionToken(kind: .sign(String(first)), offset: start)
        case "=", "<", ">", "!", "&", "|": return ConditionToken(kind: .sign(try sign()), offset: start)
        default: break
        }
        if Self.isDigit(first) || first == "-" || first == "+" {
            return ConditionToken(kind: .number(try number()), offset: start)
        }
        if Self.beginsWord(first) {
            return ConditionToken(kind: .word(take(while: Self.isWord)), offset: start)
        }
        if let meant = Self.lookAlikes[first] {
            throw ConditionFault("`\(first)` is no sign of a condition; write `\(meant)`", at: start)
        }
        let shown = first.value < 0x20 ? "a control character" : "`\(first)`"
        throw ConditionFault(
            "\(shown) has no place here; column names with such characters go in backticks",
            at: start
        )
    }

    private mutating func take(while fits: (Unicode.Scalar) -> Bool) -> String {
        var text = String.UnicodeScalarView()
        while index < scalars.count, fits(scalars[index]) {
            text.append(scalars[index])
            index += 1
        }
        return String(text)
    }

    /// Text up to the same quote; a quote that is written twice stands for one.
    private mutating func quoted(by quote: Unicode.Scalar) throws(ConditionFault) -> String {
        let start = index
        var text = String.UnicodeScalarView()
        index += 1
        while index < scalars.count {
            if scalars[index] == quote {
                index += 1
                guard index < scalars.count, scalars[index] == quote else { return String(text) }
            }
            text.append(scalars[index])
            index += 1
        }
        throw ConditionFault("the quote that opens here is never closed", at: start)
    }

    private mutating func sign() throws(ConditionFault) -> String {
        let start = index
        let sign = take { "=<>!&|".unicodeScalars.contains($0) }
        if ["==", "!=", "<", "<=", ">", ">="].contains(sign) { return sign }
        if let meant = Self.foreign[sign] { throw ConditionFault("write `\(meant)` for `\(sign)`", at: start) }
        throw ConditionFault("there is no sign `\(sign)`; there are ==, !=, <, <=, > and >=", at: start)
    }

    private mutating func number() throws(ConditionFault) -> String {
        let start = index
        let text = take { Self.isWord($0) || $0 == "+" }
        guard (try? ColumnType.number.value(of: text)) != nil else {
            let advice = "put texts, dates and codes in quotes, and column names that begin with a digit in backticks"
            throw ConditionFault("`\(text)` is no number; \(advice)", at: start)
        }
        return text
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func beginsWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.properties.isAlphabetic
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if beginsWord(scalar) || isDigit(scalar) || scalar == "-" || scalar == "." { return true }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .decimalNumber: return true
        default: return false
        }
    }
}
