/// The JSON Schema of the configuration files (draft 2020-12), for editors; made from the table of settings.
package enum ConfigSchema {
    /// The schema of `martlet.yaml`.
    package static var workspace: String { document(WorkspaceTable.group, title: "martlet.yaml").text }

    /// The schema of a job file.
    package static var job: String { document(JobTable.group, title: "jobs/NAME.yaml").text }

    /// Both in one document, at `$defs/workspace` and `$defs/job`; a file is valid when it is one of them.
    package static var both: String {
        JSONText.object([
            draft,
            ("title", .string("Configuration of martlet")),
            ("anyOf", .array([reference("workspace"), reference("job")])),
            ("$defs", .object([("workspace", schema(WorkspaceTable.group)), ("job", schema(JobTable.group))])),
        ]).text
    }

    /// One line for each setting, with the keys above it: name, type, default and help, parted by tabs.
    package static var reference: String {
        var lines: [String] = []
        func add(_ group: SettingGroup, _ path: String) {
            for setting in group.settings {
                let name = GroupReader.join(path, setting.name)
                let standard = setting.standard ?? (setting.isRequired ? "required" : "-")
                lines.append([name, setting.kind.words, standard, setting.help].joined(separator: "\t"))
                if let (inner, suffix) = setting.kind.inner { add(inner, name + suffix) }
            }
        }
        add(WorkspaceTable.group, "")
        add(JobTable.group, "")
        return lines.joined(separator: "\n") + "\n"
    }

    private static let draft = ("$schema", JSONText.string("https://json-schema.org/draft/2020-12/schema"))

    private static func reference(_ name: String) -> JSONText { .object([("$ref", .string("#/$defs/\(name)"))]) }

    private static func document(_ group: SettingGroup, title: String) -> JSONText {
        guard case .object(let pairs) = schema(group) else { return .object([]) }
        return .object([draft, ("title", .string(title))] + pairs)
    }

    private static func schema(_ group: SettingGroup) -> JSONText {
        var pairs: [(String, JSONText)] = [("type", .string("object"))]
        pairs.append(("properties", .object(group.settings.map { ($0.name, schema($0)) })))
        let required = group.settings.filter(\.isRequired).map { JSONText.string($0.name) }
        if !required.isEmpty { pairs.append(("required", .array(required))) }
        if !group.exactlyOne.isEmpty {
            let choices = group.exactlyOne.map { JSONText.object([("required", .array([.string($0)]))]) }
            pairs.append(("oneOf", .array(choices)))
        }
        pairs.append(("additionalProperties", .boolean(false)))
        return .object(pairs)
    }

    private static func schema(_ setting: Setting) -> JSONText {
        guard case .object(let pairs) = schema(setting.kind) else { return .object([]) }
        let standard = setting.standard.map { " Default: \($0)." } ?? ""
        return .object([("description", .string(setting.help + standard))] + pairs)
    }

    private static func schema(_ kind: SettingKind) -> JSONText {
        switch kind {
        // Text is read as it is written, so a number or `no` is text too.
        case .text: .object([("type", .array([.string("string"), .string("number"), .string("boolean")]))])
        case .integer(let range):
            .object([
                ("type", .string("integer")), ("minimum", .number(range.lowerBound)),
                ("maximum", .number(range.upperBound)),
            ])
        case .boolean: .object([("type", .string("boolean"))])
        // `1.3` without quotes is a number to an editor.
        case .choice(let words):
            .object([
                ("enum", .array(words.map { .string($0) } + words.filter { Double($0) != nil }.map { .literal($0) }))
            ])
        case .duration: pattern(#"^([0-9]+(\.[0-9]+)? *(ms|s|sec|m|min|h|d) *)+$"#)
        case .rate: pattern(#"^[0-9]+(\.[0-9]+)? */ *(s|sec|second|m|min|minute|h|hour|d|day)$"#)
        case .percentage: pattern(#"^[0-9]+(\.[0-9]+)? *%$"#)
        case .secret: schema(SecretTable.group)
        case .oneOrMore(let element): .object([("anyOf", .array([schema(element), schema(.list(element))]))])
        case .list(let element): .object([("type", .string("array")), ("items", schema(element))])
        case .map(let element): .object([("type", .string("object")), ("additionalProperties", schema(element))])
        case .group(let group): schema(group)
        }
    }

    private static func pattern(_ expression: String) -> JSONText {
        .object([("type", .string("string")), ("pattern", .string(expression))])
    }
}

extension SettingKind {
    /// The type, as help names it.
    package var words: String {
        switch self {
        case .text: "text"
        case .integer(let range): "\(range.lowerBound)…\(range.upperBound)"
        case .boolean: "true | false"
        case .choice(let words): words.joined(separator: " | ")
        case .duration: "duration"
        case .rate: "rate"
        case .percentage: "percentage"
        case .secret: "secret"
        case .oneOrMore(let element): "\(element.words), or a list"
        case .list(let element): "list of \(element.words)"
        case .map(let element): "names with \(element.words)"
        case .group(let group): group.title
        }
    }

    /// The keys below, and what stands between them and the setting's name.
    fileprivate var inner: (group: SettingGroup, suffix: String)? {
        switch self {
        case .group(let group): (group, "")
        case .map(let element): element.inner.map { ($0.group, ".NAME" + $0.suffix) }
        case .list(let element), .oneOrMore(let element): element.inner.map { ($0.group, "[]" + $0.suffix) }
        case .secret: (SecretTable.group, "")
        case .text, .integer, .boolean, .choice, .duration, .rate, .percentage: nil
        }
    }
}
