/// How one locale writes dates, numbers, money and plurals (data after the Unicode CLDR).
struct LocaleData: Sendable {
    let tag: String
    let months: [String]
    let shortMonths: [String]
    let standaloneMonths: [String]
    /// From Monday on.
    let days: [String]
    /// From Monday on.
    let shortDays: [String]
    /// Before noon, after noon.
    let halves: [String]
    /// Patterns: full, long, medium, short.
    let dates: [String]
    /// Patterns: medium, short.
    let times: [String]
    let decimalMark: String
    let groupMark: String
    let minus: String
    /// Digits in the group next to the decimal mark, and in the others.
    let grouping: (primary: Int, secondary: Int)
    /// Digits that must stand before the first group mark for one to be written at all.
    let minimumGrouping: Int
    let zeroDigit: UInt32
    /// Patterns for amounts: positive, and negative where it is not the positive one behind a minus.
    let money: [String]
    let plural: PluralRule
    let currencies: [String: String]

    /// All locales, English first.
    static let table: [LocaleData] = (westernEurope + northAndEastEurope + asia + middleEast).map(LocaleData.init)

    /// Position in the table by tag in small letters.
    static let numbers: [String: Int] = Dictionary(
        table.enumerated().map { ($1.tag.lowercased(), $0) },
        uniquingKeysWith: { first, _ in first }
    )

    /// Reads one locale's text.
    private init(_ text: String) {
        var fields: [String: [String]] = [:]
        for line in text.split(separator: "\n") {
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2 else { continue }
            let value = halves[1].dropFirst()
            fields[String(halves[0])] = value.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        }
        let list: (String) -> [String] = { fields[$0] ?? [] }
        let item: (String, Int) -> String = { key, index in index < list(key).count ? list(key)[index] : "" }
        tag = item("tag", 0)
        (months, shortMonths, standaloneMonths) = (list("months"), list("shortMonths"), list("standaloneMonths"))
        (days, shortDays, halves) = (list("days"), list("shortDays"), list("halves"))
        (dates, times) = (list("dates"), list("times"))
        (decimalMark, groupMark, minus) = (item("symbols", 0), item("symbols", 1), item("symbols", 2))
        grouping = (Int(item("grouping", 0)) ?? 3, Int(item("grouping", 1)) ?? 3)
        minimumGrouping = Int(item("grouping", 2)) ?? 1
        zeroDigit = UInt32(item("zero", 0), radix: 16) ?? 0x30
        money = item("money", 0).split(separator: ";").map(String.init)
        plural = PluralRule(rawValue: item("plural", 0)) ?? .none
        var currencies: [String: String] = [:]
        for pair in list("currencies") {
            let halves = pair.split(separator: "=", maxSplits: 1)
            if halves.count == 2 { currencies[String(halves[0])] = String(halves[1]) }
        }
        self.currencies = currencies
    }
}
