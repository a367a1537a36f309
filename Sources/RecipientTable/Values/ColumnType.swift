/// What the values of a column are.
package enum ColumnType: String, Sendable, Hashable, CaseIterable {
    /// Any text.
    case text
    /// True or false, in one of the usual words.
    case bool
    /// A decimal number with a point.
    case number
    /// A date, or a date with a time, by ISO 8601.
    case date
    /// Values parted by `;`, or a JSON array.
    case list
    /// Any JSON value.
    case json

    /// A value that is not of the type; `message` says what it is and what would be right.
    package struct Mismatch: Error, Equatable, Sendable {
        /// What the value is, and what would be right.
        package var message: String
    }

    /// The value of a cell.
    ///
    /// White space around it does not count, except in text. An empty cell is null; in a list, no values.
    ///
    /// - Parameter cell: The content of the cell.
    /// - Returns: The typed value.
    /// - Throws: ``Mismatch``.
    package func value(of cell: String) throws(Mismatch) -> RowValue {
        let trimmed = Self.trimmed(cell)
        switch self {
        case .text: return .string(cell)
        case .list: return .list(try Self.list(trimmed))
        case .bool, .number, .date, .json: break
        }
        guard !trimmed.isEmpty else { return .null }
        switch self {
        case .bool: return .bool(try Self.bool(trimmed))
        case .number:
            guard Self.isNumber(trimmed) else { throw Self.mismatch(trimmed, "no number", Self.numberHint(trimmed)) }
            return .number(trimmed)
        case .date:
            guard CivilDate.isValid(Array(trimmed.utf8)) else {
                throw Self.mismatch(trimmed, "no date", "write 2026-11-23, or 2026-11-23T09:00:00+08:00")
            }
            return .string(trimmed)
        case .json, .text, .list: return try Self.json(trimmed)
        }
    }

    /// Checks a value of a JSON line.
    ///
    /// - Parameter value: As it was read.
    /// - Returns: The value, brought into the column's type: text that reads as a bool or a number becomes one.
    /// - Throws: ``Mismatch``.
    package func value(of value: RowValue) throws(Mismatch) -> RowValue {
        switch (self, value) {
        case (.json, _), (_, .null), (.text, .string), (.bool, .bool), (.number, .number), (.list, .list): return value
        case (.text, .number(let text)): return .string(text)
        case (.text, .bool(let flag)): return .string(flag ? "true" : "false")
        case (.bool, .number(let text)), (_, .string(let text)): return try self.value(of: text)
        case (.text, _), (.bool, _), (.number, _), (.date, _), (.list, _):
            throw Mismatch(message: "\(value.kindName) stands where \(named) should be")
        }
    }

    /// The type with its article, for messages.
    var named: String {
        switch self {
        case .text: "text"
        case .bool: "a bool"
        case .number: "a number"
        case .date: "a date"
        case .list: "a list"
        case .json: "JSON"
        }
    }
}

extension ColumnType {
    private static func trimmed(_ cell: String) -> String {
        let scalars = cell.unicodeScalars
        guard let first = scalars.first, let last = scalars.last else { return "" }
        if !isSpace(first), !isSpace(last) { return cell }
        guard let start = scalars.firstIndex(where: { !isSpace($0) }),
            let end = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(scalars[start...end])
    }

    /// Unicode's White_Space; the ideographic space is the highest, and most cells begin and end above or in ASCII.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x7E, 0x3001...: false
        default: scalar.properties.isWhitespace
        }
    }

    /// The value is shown shortened: a cell may have megabytes.
    private static func mismatch(_ text: String, _ problem: String, _ hint: String) -> Mismatch {
        let scalars = text.unicodeScalars.prefix(40).map { $0.value < 0x20 ? " " : String(Character($0)) }
        let shown = scalars.joined() + (text.unicodeScalars.count > 40 ? "…" : "")
        return Mismatch(message: "`\(shown)` is \(problem); \(hint)")
    }

    private static func bool(_ text: String) throws(Mismatch) -> Bool {
        if let flag = flag(text) ?? flag(text.lowercased()) { return flag }
        throw mismatch(text, "no bool", "write true/false, yes/no, 1/0")
    }

    private static func flag(_ word: String) -> Bool? {
        switch word {
        case "true", "yes", "y", "t", "1", "on", "是": true
        case "false", "no", "n", "f", "0", "off", "否": false
        default: nil
        }
    }

    /// `[+-] digits [. digits] [e[+-]digits]`
    /// Whether the text is `[+-] digits [. digits] [e[+-]digits]`.
    private static func isNumber(_ text: String) -> Bool {
        var bytes = Array(text.utf8)[...]
        func takeDigits() -> Int {
            let digits = bytes.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
            bytes = bytes.dropFirst(digits.count)
            return digits.count
        }
        func takeSign() {
            if bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "-") { bytes = bytes.dropFirst() }
        }
        takeSign()
        var digits = takeDigits()
        if bytes.first == UInt8(ascii: ".") {
            bytes = bytes.dropFirst()
            let fraction = takeDigits()
            guard fraction > 0 else { return false }
            digits += fraction
        }
        guard digits > 0 else { return false }
        if let mark = bytes.first, mark | 0x20 == UInt8(ascii: "e") {
            bytes = bytes.dropFirst()
            takeSign()
            guard takeDigits() > 0 else { return false }
        }
        return bytes.isEmpty
    }

    private static func numberHint(_ text: String) -> String {
        let dotted = String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "," ? "." : $0 }))
        if text.unicodeScalars.count(where: { $0 == "," }) == 1, isNumber(dotted) {
            return "write the decimal point as `\(dotted)`, and no marks between thousands"
        }
        return "write digits, with a point for decimals"
    }

    private static func list(_ text: String) throws(Mismatch) -> [RowValue] {
        if text.utf8.first == UInt8(ascii: "[") {
            guard case .list(let values) = try json(text) else { return [] }
            return values
        }
        var values: [RowValue] = []
        for piece in text.utf8.split(separator: UInt8(ascii: ";")) {
            let value = trimmed(String(Substring(piece)))
            if !value.isEmpty { values.append(.string(value)) }
        }
        return values
    }

    private static func json(_ text: String) throws(Mismatch) -> RowValue {
        do {
            return try JSONParser.parse(Array(text.utf8)[...], duplicates: .keepLast)
        } catch {
            throw mismatch(text, "no JSON", "at byte \(error.offset + 1): \(error.message)")
        }
    }
}
