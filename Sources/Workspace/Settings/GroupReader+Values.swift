extension GroupReader {
    /// One line of text.
    func text(_ setting: Setting) -> String? {
        guard let node = node(setting) else { return nil }
        return text(node, setting)
    }

    /// One line of text in a node of the setting's.
    func text(_ node: YAMLNode, _ setting: Setting) -> String? {
        guard case .scalar(let text, isPlain: let isPlain) = node.content else {
            var remedy = "write `\(setting.name): \(setting.example)`"
            if isBraces(node) { remedy = "put the value in quotes, as in \(remedy)" }
            report(.wrongType, setting, "\(node.kindName) stands where text should be", remedy, at: node.place)
            return nil
        }
        let value = isPlain ? text : text.trimmed
        guard !value.isEmpty else {
            reportBad(setting, "the text is empty", at: node.place)
            return nil
        }
        guard
            !value.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\r" || $0 == "\u{2028}" || $0 == "\u{2029}" })
        else {
            reportBad(setting, "the text has more than one line", at: node.place)
            return nil
        }
        return value
    }

    /// A whole number in the setting's range.
    func integer(_ setting: Setting) -> Int? {
        guard let text = text(setting), case .integer(let range) = setting.kind else { return nil }
        let digits = text.replacing("_", with: "")
        guard let value = Int(digits), digits.utf8.first != UInt8(ascii: "+") else {
            reportBad(setting, "`\(text.shortened)` is no whole number")
            return nil
        }
        guard range.contains(value) else {
            report(
                .badValue,
                setting,
                "\(value) is too \(value < range.lowerBound ? "small" : "large")",
                "write a number from \(range.lowerBound) to \(range.upperBound)"
            )
            return nil
        }
        return value
    }

    /// A yes or no.
    func boolean(_ setting: Setting) -> Bool? {
        guard let text = text(setting) else { return nil }
        switch text.lowercased() {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        default:
            report(.badValue, setting, "`\(text.shortened)` is neither yes nor no", "write `true` or `false`")
            return nil
        }
    }

    /// One of the setting's words.
    func choice<Choice: RawRepresentable<String>>(_ setting: Setting, as type: Choice.Type) -> Choice? {
        word(setting).flatMap(Choice.init)
    }

    /// One of the setting's words, as text.
    func word(_ setting: Setting) -> String? {
        guard let node = node(setting), let text = text(node, setting), case .choice(let words) = setting.kind
        else { return nil }
        return word(text, of: words, setting, at: node.place)
    }

    /// Checks a word.
    func word(_ text: String, of words: [String], _ setting: Setting, at place: SourcePlace) -> String? {
        let folded = text.lowercased()
        if words.contains(folded) { return folded }
        report(
            .badValue,
            setting,
            "`\(text.shortened)` is none of its words",
            Self.remedy(for: folded, words),
            at: place
        )
        return nil
    }

    /// A duration above zero.
    func duration(_ setting: Setting) -> Duration? {
        guard let node = node(setting) else { return nil }
        return duration(node, setting)
    }

    /// A duration above zero in a node of the setting's.
    func duration(_ node: YAMLNode, _ setting: Setting) -> Duration? {
        guard let text = text(node, setting) else { return nil }
        guard let value = DurationText.value(text) else {
            let isBare = text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
            let problem = isBare ? "`\(text.shortened)` has no unit" : "`\(text.shortened)` is no duration"
            let remedy =
                isBare
                ? "write `\(text.shortened)s` for seconds; m, h, d are the others"
                : "write something like `30s`, `5m`, `2h`, `2d` or `1h 30m`"
            report(.badValue, setting, problem, remedy, at: node.place)
            return nil
        }
        guard value > .zero else {
            reportBad(setting, "the duration is zero", at: node.place)
            return nil
        }
        return value
    }

    /// How many in how long.
    func rate(_ setting: Setting) -> Rate? {
        guard let text = text(setting) else { return nil }
        if let value = Rate(parsing: text) { return value }
        report(
            .badValue,
            setting,
            "`\(text.shortened)` is no rate",
            "write something like `100/s`, `5/min` or `1000/h`"
        )
        return nil
    }

    /// A share of a whole.
    func percentage(_ setting: Setting) -> Percentage? {
        guard let text = text(setting) else { return nil }
        if let value = Percentage(parsing: text) { return value }
        reportBad(setting, "`\(text.shortened)` is no percentage from 0% to 100%")
        return nil
    }

    /// The elements of a list; a single value counts as a list of one where the setting allows it.
    func elements(_ setting: Setting) -> [YAMLNode] {
        guard let node = node(setting) else { return [] }
        if case .list(let nodes) = node.content { return nodes.filter { isPresent($0, setting) } }
        if case .oneOrMore = setting.kind { return [node] }
        report(
            .wrongType,
            setting,
            "\(node.kindName) stands where a list should be",
            "write `\(setting.name): \(setting.example)`"
        )
        return []
    }

    /// Texts of a list.
    func texts(_ setting: Setting) -> [(text: String, place: SourcePlace)] {
        elements(setting).compactMap { node in text(node, setting).map { ($0, node.place) } }
    }

    /// The entries of a map with names of the user's choice.
    func entries(_ setting: Setting) -> [YAMLEntry] {
        guard let node = node(setting) else { return [] }
        guard case .mapping(let entries) = node.content else {
            report(
                .wrongType,
                setting,
                "\(node.kindName) stands where names with values should be",
                "write `\(setting.name): \(setting.example)`"
            )
            return []
        }
        return entries
    }

    /// The group below a key.
    func group(_ setting: Setting) -> GroupReader? {
        guard case .group(let group) = setting.kind, let node = node(setting) else { return nil }
        return GroupReader(node, group, path: path(setting), faults: faults)
    }

    /// Says which of the words may have been meant.
    static func remedy(for text: String, _ words: [String]) -> String {
        let list = words.map { "`\($0)`" }.joined(separator: ", ")
        let similar = words.filter { $0.hasPrefix(text) || text.hasPrefix($0) }
        return similar.count == 1 ? "did you mean `\(similar[0])`?" : "write one of \(list)"
    }

    private func isPresent(_ node: YAMLNode, _ setting: Setting) -> Bool {
        guard node.isNull else { return true }
        reportBad(setting, "an element of the list is empty", at: node.place)
        return false
    }

    /// Whether a group of keys came of text in braces that should have been quoted.
    private func isBraces(_ node: YAMLNode) -> Bool {
        guard case .mapping(let entries) = node.content else { return false }
        return entries.isEmpty || entries.allSatisfy { $0.value.isNull }
    }
}

extension String {
    /// The text as messages show it: 60 characters at most, control characters as spaces.
    var shortened: String {
        let scalars = unicodeScalars.prefix(60).map {
            $0.value < 0x20 || $0.value == 0x7F ? " " : String(Character($0))
        }
        return scalars.joined() + (unicodeScalars.count > 60 ? "…" : "")
    }
}
