/// How many rows ask for which language, and what they get.
package struct LanguageCount: Sendable {
    /// Rows of one language tag.
    package struct Entry: Sendable, Hashable {
        /// The tag, as the list has it.
        package var tag: String
        /// The language folder whose templates they get; empty for the template's own texts.
        package var gets: String
        /// The language that these templates are written in; nil when nobody knows.
        package var spoken: String?
        /// How many rows.
        package var rows: Int

        /// Whether there are templates for the very tag, or for the language that it is a variety of: `en` for `en-GB`,
        /// but not `zh-CN` for `zh-TW`.
        package var hasTemplates: Bool {
            guard let spoken else { return false }
            let (wanted, given) = (Self.folded(tag), Self.folded(spoken))
            return wanted == given || wanted.hasPrefix(given + "-")
        }

        private static func folded(_ tag: String) -> String {
            String(decoding: tag.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
                .lowercased()
        }
    }

    private var places: [[UInt8]: Int] = [:]
    private var list: [Entry] = []
    /// Rows of further tags, when there are more than are counted one by one.
    package private(set) var others = 0
    private var last: (tag: [UInt8], place: Int)?

    /// Most tags that are counted one by one; a column with more is no column of languages.
    private static let maximumTags = 1_000

    package init() {}

    /// The tags that rows have, most rows first; rows without a tag are not among them.
    package var entries: [Entry] {
        list.enumerated().sorted { ($1.element.rows, $0.offset) < ($0.element.rows, $1.offset) }.map(\.element)
    }

    /// Counts a row.
    ///
    /// - Parameters:
    ///   - tag: what stands in the column of languages.
    ///   - templates: finds the templates that it gets: the name of their folder, and their language.
    mutating func add(_ tag: ArraySlice<UInt8>, templates: () -> (tag: String, spoken: String?)) {
        let tag = MessageFactory.trimmed(tag)
        guard !tag.isEmpty else { return }
        if let last, last.tag.elementsEqual(tag) {
            list[last.place].rows += 1
            return
        }
        let key = Array(tag)
        let place: Int
        if let known = places[key] {
            place = known
        } else {
            guard list.count < Self.maximumTags else {
                others += 1
                return
            }
            place = list.count
            places[key] = place
            let given = templates()
            let shown = String(decoding: key.prefix(64), as: UTF8.self)
            list.append(Entry(tag: shown, gets: given.tag, spoken: given.spoken, rows: 0))
        }
        list[place].rows += 1
        last = (key, place)
    }

    /// What a person is told about languages that have no templates, as lines; none when all have.
    ///
    /// It is a notice and no fault: these rows get templates that were made for others.
    /// - Parameter limit: tags named at most.
    /// - Returns: a line for each language that is given instead.
    package func notices(limit: Int = 12) -> [String] {
        let strangers = entries.filter { !$0.hasTemplates }
        var groups: [(gets: String, entries: [Entry])] = []
        for entry in strangers {
            if let place = groups.firstIndex(where: { $0.gets == entry.gets }) {
                groups[place].entries.append(entry)
            } else {
                groups.append((entry.gets, [entry]))
            }
        }
        return groups.map { group in
            let named = group.entries.prefix(limit).map { "\($0.tag) (\(RowText.rows($0.rows)))" }
            let rest = group.entries.dropFirst(limit)
            let more =
                rest.isEmpty ? [] : ["\(rest.count) more (\(RowText.rows(rest.reduce(others) { $0 + $1.rows })))"]
            let own =
                group.entries.first?.spoken.map { "the template's own, in \($0)" }
                ?? "the template's own (if that is their language, say so by `language:`)"
            let given = group.gets.isEmpty ? own : "those of \(group.gets)"
            return "languages without templates: \((named + more).joined(separator: ", ")); these rows get \(given)"
        }
    }
}

/// Numbers of rows in words.
enum RowText {
    /// `1 row`, `312 rows`.
    static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
}
