internal import RecipientTable

/// The keys of `recipients:`.
enum RecipientsTable {
    static let file = Setting(
        "file",
        .text,
        example: "data/people.csv",
        "The list, CSV or JSON Lines; \"-\" is standard input."
    )
    static let command = Setting(
        "command",
        .text,
        example: "\"psql --csv -f people.sql\"",
        "A command for the shell that prints the list."
    )
    static let email = Setting("email", .text, default: "email", example: "email", "The column of addresses.")
    static let name = Setting("name", .text, example: "name", "The column of names.")
    static let locale = Setting("locale", .text, example: "locale", "The column of languages, such as `zh-CN`.")
    static let types = Setting(
        "types",
        .map(.choice(ColumnType.allCases.map(\.rawValue))),
        default: "text",
        example: "{vip: bool, tags: list}",
        "Columns that are more than text."
    )
    static let condition = Setting(
        "where",
        .text,
        example: "'vip and locale == \"zh-CN\"'",
        "A condition over columns that a row must meet to get a message."
    )
    static let exclude = Setting(
        "exclude",
        .oneOrMore(.text),
        example: "data/unsubscribed.csv",
        "Lists of addresses that get nothing."
    )
    static let encoding = Setting("encoding", .text, default: "found out", example: "gb18030", "The list's charset.")
    static let delimiter = Setting(
        "delimiter",
        .text,
        default: "found out",
        example: "\";\"",
        "What parts the columns."
    )
    static let duplicates = Setting(
        "duplicates",
        .choice(RecipientListDefinition.Duplicates.allCases.map(\.rawValue)),
        default: "fault",
        example: "first",
        "What becomes of a second row with the same address."
    )
    static let group = SettingGroup(
        "recipients",
        exactlyOne: ["file", "command"],
        [file, command, email, name, locale, types, condition, exclude, encoding, delimiter, duplicates]
    )
}
