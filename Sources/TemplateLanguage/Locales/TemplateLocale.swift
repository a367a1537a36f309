/// The language and region that dates, numbers, money and plurals are written for.
package struct TemplateLocale: Sendable, Equatable {
    /// Position in the table of locales.
    let index: Int

    /// English as written in the United States.
    package static let english = TemplateLocale(index: LocaleData.numbers["en"] ?? 0)

    init(index: Int) {
        self.index = index
    }

    /// The nearest locale the engine has: `zh-HK` finds `zh-Hant`, `fr_CA` finds `fr`; nil for a language it has not.
    ///
    /// - Parameter tag: a language tag (BCP 47), with `-` or `_`, in any case; what follows `.` or `@` is dropped.
    package init?(tag: String) {
        let bytes = tag.utf8.prefix { $0 != ASCII.dot && $0 != 0x40 }.prefix(64).map(ASCII.lower)
        let parts = bytes.split(whereSeparator: { $0 == ASCII.hyphen || $0 == 0x5F })
            .map { String(decoding: $0, as: UTF8.self) }
        guard var language = parts.first else { return nil }
        language = ["no": "nb", "nn": "nb", "iw": "he", "in": "id"][language] ?? language
        var candidates: [String] = []
        if language == "zh", parts.dropFirst().contains(where: ["hant", "tw", "hk", "mo"].contains),
            !parts.contains("hans")
        {
            candidates.append("zh-hant")
        }
        if let region = parts.dropFirst().last { candidates.append(language + "-" + region) }
        candidates.append(language)
        for candidate in candidates {
            if let index = LocaleData.numbers[candidate] {
                self.index = index
                return
            }
        }
        return nil
    }

    /// The tags of all locales there are.
    package static var all: [String] { LocaleData.table.map(\.tag) }

    /// What is known of the locale.
    var data: LocaleData { LocaleData.table[index] }
}
