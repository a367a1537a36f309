/// What filters do.
extension Filter {
    /// Runs the filter.
    ///
    /// `null` goes through every filter but `default` and `json` as the empty text.
    func apply(to value: TemplateValue, locale: TemplateLocale) throws(Failure) -> TemplateValue {
        switch self {
        case .fallback(let text): return value.printsNothing ? .string(text) : value
        case .json:
            var text: [UInt8] = []
            JSONWriter.append(value, to: &text)
            return .string(text)
        case .join(let separator): return try Self.join(value, separator)
        case .upper: return .string(CaseMapping.upper(try Self.text(value)))
        case .lower: return .string(CaseMapping.lower(try Self.text(value)))
        case .capitalize: return .string(CaseMapping.capitalized(try Self.text(value)))
        case .truncate(let count, let ellipsis): return .string(Self.truncate(try Self.text(value), count, ellipsis))
        case .urlEncode: return .string(Self.urlEncoded(try Self.text(value)))
        case .date(let form, let own): return try Self.date(value, form, (own ?? locale).data)
        case .number(let decimals, let own):
            guard let number = try Self.number(value) else { return .null }
            return .text((own ?? locale).data.text(of: number, decimals: decimals))
        case .money(let currency, let own):
            guard let number = try Self.number(value) else { return .null }
            return .text((own ?? locale).data.money(number, currency: currency))
        case .plural(let forms, let own):
            guard let number = try Self.number(value) else { return .null }
            return .string(Self.plural(number, forms, (own ?? locale).data))
        }
    }

    /// The text of a value that is one.
    private static func text(_ value: TemplateValue) throws(Failure) -> [UInt8] {
        switch value {
        case .null: return []
        case .string(let text), .number(let text): return text
        case .bool(let flag): return Array((flag ? "true" : "false").utf8)
        case .list, .object, .lambda:
            throw Failure(message: "the filter wants a text, and this is \(value.kindName)")
        }
    }

    /// The number of a value; nil when it is empty.
    private static func number(_ value: TemplateValue) throws(Failure) -> DecimalNumber? {
        let text = try text(value)
        if text.allSatisfy(ASCII.isSpace) { return nil }
        guard let number = DecimalNumber(text) else {
            throw Failure(message: "\"\(String(decoding: text.prefix(40), as: UTF8.self))\" is no number")
        }
        return number
    }

    private static func join(_ value: TemplateValue, _ separator: [UInt8]) throws(Failure) -> TemplateValue {
        guard case .list(let items) = value else {
            if case .object = value { throw Failure(message: "join wants a list, and this is an object") }
            return .string(try text(value))
        }
        var joined: [UInt8] = []
        for (index, item) in items.enumerated() {
            if index > 0 { joined += separator }
            joined += try text(item)
        }
        return .string(joined)
    }

    /// Cuts to a number of characters (grapheme clusters), the ellipsis included.
    private static func truncate(_ text: [UInt8], _ count: Int, _ ellipsis: [UInt8]) -> [UInt8] {
        if text.count <= count { return text }
        let characters = String(decoding: text, as: UTF8.self)
        guard let limit = characters.index(characters.startIndex, offsetBy: count, limitedBy: characters.endIndex),
            limit < characters.endIndex
        else { return text }
        let tail = String(decoding: ellipsis, as: UTF8.self).prefix(count)
        let kept = characters.prefix(count - tail.count)
        return Array(kept.utf8) + Array(tail.utf8)
    }

    /// RFC 3986 §2.3: all but unreserved characters as percent signs and digits.
    private static func urlEncoded(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        for byte in text {
            if ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == ASCII.hyphen || byte == ASCII.dot || byte == 0x5F
                || byte == 0x7E
            {
                output.append(byte)
            } else {
                output += [ASCII.percent, ASCII.hexDigit(byte >> 4), ASCII.hexDigit(byte)]
            }
        }
        return output
    }

    private static func date(_ value: TemplateValue, _ form: DateForm, _ locale: LocaleData) throws(Failure)
        -> TemplateValue
    {
        let text = try text(value)
        if text.allSatisfy(ASCII.isSpace) { return .null }
        guard let date = CivilDate(text) else {
            let shown = String(decoding: text.prefix(40), as: UTF8.self)
            throw Failure(message: "\"\(shown)\" is no date; dates are written as 2026-11-23 or 2026-11-23T09:00")
        }
        switch form {
        case .pattern(let pattern): return .text(pattern.text(of: date, in: locale))
        case .style(let style): return .text(locale.text(of: date, locale.dates[style]))
        case .dateAndTime:
            return .text(locale.text(of: date, locale.dates[2]) + " " + locale.text(of: date, locale.times[1]))
        }
    }

    /// The form of the number's category, `#` in it replaced by the number.
    private static func plural(
        _ number: DecimalNumber,
        _ forms: [PluralCategory: [UInt8]],
        _ locale: LocaleData
    ) -> [UInt8] {
        let form = forms[locale.plural.category(of: number)] ?? forms[.other] ?? []
        var output: [UInt8] = []
        for byte in form {
            if byte == ASCII.hash {
                output += Array(locale.text(of: number).utf8)
            } else {
                output.append(byte)
            }
        }
        return output
    }
}

extension LocaleData {
    /// A date by one of the locale's own patterns.
    fileprivate func text(of date: CivilDate, _ pattern: String) -> String {
        DatePattern(pattern)?.text(of: date, in: self) ?? ""
    }
}
