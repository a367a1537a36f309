/// One setting of a configuration file: what help, checks and the JSON Schema say comes from here.
package struct Setting: Sendable {
    /// The key.
    package let name: String
    /// What its value may be.
    package let kind: SettingKind
    /// What holds without it, as people write it; nil when nothing does.
    package let standard: String?
    /// Whether it must be there.
    package let isRequired: Bool
    /// One line of help.
    package let help: String
    /// A value as an example, as it is written behind the colon.
    package let example: String

    init(
        _ name: String,
        _ kind: SettingKind,
        default standard: String? = nil,
        isRequired: Bool = false,
        example: String,
        _ help: String
    ) {
        self.name = name
        self.kind = kind
        self.standard = standard
        self.isRequired = isRequired
        self.help = help
        self.example = example
    }
}

/// What the value of a setting may be.
package indirect enum SettingKind: Sendable {
    /// Any text of one line.
    case text
    /// A whole number.
    case integer(ClosedRange<Int>)
    /// `true` or `false`.
    case boolean
    /// One of these words.
    case choice([String])
    /// `30s`, `1h 30m`.
    case duration
    /// `100/s`.
    case rate
    /// `1%`.
    case percentage
    /// `{env: NAME}`, `{file: PATH}` or `{command: TEXT}`.
    case secret
    /// One value, or a list of such.
    case oneOrMore(SettingKind)
    /// A list.
    case list(SettingKind)
    /// Names that the user chooses, each with such a value.
    case map(SettingKind)
    /// Keys that are settings themselves.
    case group(SettingGroup)

    /// Whether nothing after the colon means the same as no such key: what stood below it may be commented out.
    var mayBeEmpty: Bool {
        switch self {
        case .list, .map, .group: true
        case .text, .integer, .boolean, .choice, .duration, .rate, .percentage, .secret, .oneOrMore: false
        }
    }
}

/// The keys that may stand together.
package struct SettingGroup: Sendable {
    /// What it describes, as a word for help.
    package let title: String
    /// Its keys, in the order of the documents.
    package let settings: [Setting]
    /// Keys of which exactly one must be there, when there are such.
    package let exactlyOne: [String]

    init(_ title: String, exactlyOne: [String] = [], _ settings: [Setting]) {
        self.title = title
        self.settings = settings
        self.exactlyOne = exactlyOne
    }

    /// The names of all keys.
    package var names: [String] { settings.map(\.name) }
}
