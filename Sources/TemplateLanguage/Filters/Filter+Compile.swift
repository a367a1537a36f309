/// Checking a filter's name and arguments when the template is compiled.
extension Filter {
    /// Makes a filter of what stands in a tag.
    ///
    /// - Throws: a fault at the filter or the argument that is wrong.
    static func compile(_ call: FilterCall, in source: SourceText) throws(TemplateFault) -> Filter {
        let arguments = FilterArguments(call: call, source: source)
        switch call.name {
        case "default":
            try arguments.allow(1...1, "default: \"text\"")
            return .fallback(arguments.positional[0].text)
        case "upper", "lower", "capitalize", "urlencode", "json":
            try arguments.allow(0...0, call.name)
            return plain(call.name)
        case "truncate":
            try arguments.allow(1...2, "truncate: 20 or truncate: 20, \"...\"")
            let ellipsis = arguments.positional.count > 1 ? arguments.positional[1].text : Array("\u{2026}".utf8)
            return .truncate(try arguments.integer(0, 0...1_000_000), ellipsis: ellipsis)
        case "join":
            try arguments.allow(0...1, "join: \", \"")
            return .join(arguments.positional.first?.text ?? Array(", ".utf8))
        case "date":
            try arguments.allow(0...1, "date: \"long\"", labels: ["locale"])
            return .date(try dateForm(arguments), try arguments.locale())
        case "number":
            try arguments.allow(0...1, "number: 2", labels: ["locale"])
            let decimals = arguments.positional.isEmpty ? nil : try arguments.integer(0, 0...20)
            return .number(decimals: decimals, try arguments.locale())
        case "money":
            try arguments.allow(1...1, "money: \"EUR\"", labels: ["locale"])
            return .money(currency: try currency(arguments), try arguments.locale())
        case "plural":
            return .plural(try forms(arguments), try arguments.locale())
        default:
            let hint = Suggestion.phrase(for: call.name, among: names)
            throw source.fault(
                .filter,
                at: call.offset,
                "there is no filter \"\(call.name)\"\(hint.isEmpty ? "; there are \(names.joined(separator: ", "))" : hint)"
            )
        }
    }

    private static func plain(_ name: String) -> Filter {
        switch name {
        case "upper": .upper
        case "lower": .lower
        case "capitalize": .capitalize
        case "urlencode": .urlEncode
        default: .json
        }
    }

    private static let styles = ["full", "long", "medium", "short", "datetime"]

    private static func dateForm(_ arguments: FilterArguments) throws(TemplateFault) -> DateForm {
        guard let argument = arguments.positional.first else { return .style(2) }
        let text = String(decoding: argument.text, as: UTF8.self)
        if text == "datetime" { return .dateAndTime }
        if let style = styles.firstIndex(of: text) { return .style(style) }
        if let pattern = DatePattern(text) { return .pattern(pattern) }
        let hint = Suggestion.phrase(for: text, among: styles)
        throw arguments.fault(
            argument,
            "\"\(text)\" is no date form; use \(styles.joined(separator: ", ")) or a pattern such as yyyy-MM-dd\(hint)"
        )
    }

    private static func currency(_ arguments: FilterArguments) throws(TemplateFault) -> String {
        let argument = arguments.positional[0]
        let isCode = argument.text.count == 3 && argument.text.allSatisfy { $0 &- 0x41 < 26 }
        guard isCode, !argument.isNumber else {
            throw arguments.fault(argument, "a currency is written with its three capital letters: \"EUR\"")
        }
        return String(decoding: argument.text, as: UTF8.self)
    }

    /// `plural: "item", "items"` or `plural: one: "item", few: "…", other: "items"`.
    private static func forms(_ arguments: FilterArguments) throws(TemplateFault) -> [PluralCategory: [UInt8]] {
        let example = "plural: \"# item\", \"# items\" or plural: one: \"# item\", other: \"# items\""
        let categories = PluralCategory.allCases.map(\.rawValue)
        try arguments.allow(0...2, example, labels: categories + ["locale"])
        var forms: [PluralCategory: [UInt8]] = [:]
        if arguments.positional.count == 2 { forms[.one] = arguments.positional[0].text }
        if let last = arguments.positional.last { forms[.other] = last.text }
        for argument in arguments.call.arguments {
            guard let label = argument.label, let category = PluralCategory(rawValue: label) else { continue }
            guard forms[category] == nil else { throw arguments.fault(argument, "\"\(label)\" is given twice") }
            forms[category] = argument.text
        }
        guard forms[.other] != nil else {
            throw arguments.source.fault(
                .filter,
                at: arguments.call.offset,
                "plural needs a form for other: \(example)"
            )
        }
        return forms
    }
}

/// A filter's arguments, with the checks that filters share.
struct FilterArguments {
    let call: FilterCall
    let source: SourceText

    /// The arguments without a label.
    var positional: [FilterCall.Argument] { call.arguments.filter { $0.label == nil } }

    /// A fault at an argument.
    func fault(_ argument: FilterCall.Argument, _ message: String) -> TemplateFault {
        source.fault(.filter, at: argument.offset, message)
    }

    /// Checks the number of plain arguments and the labels of the others.
    func allow(_ count: ClosedRange<Int>, _ example: String, labels: [String] = []) throws(TemplateFault) {
        for argument in call.arguments {
            guard let label = argument.label, !labels.contains(label) else { continue }
            let hint = Suggestion.phrase(for: label, among: labels)
            throw fault(argument, "\(call.name) takes no argument named \"\(label)\"\(hint)")
        }
        guard count.contains(positional.count) else {
            throw source.fault(.filter, at: call.offset, "\(call.name) is written as: \(example)")
        }
    }

    /// A plain argument that must be a whole number.
    func integer(_ index: Int, _ range: ClosedRange<Int>) throws(TemplateFault) -> Int {
        let argument = positional[index]
        guard let value = Int(String(decoding: argument.text, as: UTF8.self)), range.contains(value) else {
            throw fault(argument, "a whole number from \(range.lowerBound) to \(range.upperBound) must stand here")
        }
        return value
    }

    /// The argument `locale: "fr"`.
    func locale() throws(TemplateFault) -> TemplateLocale? {
        guard let argument = call.arguments.first(where: { $0.label == "locale" }) else { return nil }
        let tag = String(decoding: argument.text, as: UTF8.self)
        guard let locale = TemplateLocale(tag: tag) else {
            throw fault(
                argument,
                "the locale \"\(tag)\" is not known; there are \(TemplateLocale.all.joined(separator: ", "))"
            )
        }
        return locale
    }
}
