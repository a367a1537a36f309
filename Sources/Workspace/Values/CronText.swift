/// The five fields of a schedule, as cron has them.
enum CronText {
    private struct Field {
        var name: String
        var range: ClosedRange<Int>
        var words: [String]
    }

    private static let weekdayWords = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]
    private static let monthWords = [
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ]
    private static let fields = [
        Field(name: "minute", range: 0...59, words: []),
        Field(name: "hour", range: 0...23, words: []),
        Field(name: "day of month", range: 1...31, words: []),
        Field(name: "month", range: 1...12, words: monthWords),
        Field(name: "day of week", range: 0...7, words: weekdayWords),
    ]

    /// What is wrong with a schedule; nil when it can be used.
    ///
    /// A field is a list of `*`, `N`, `N-M`, each with `/STEP` at will; months and days of the week may be named.
    static func objection(to text: String) -> String? {
        guard text.utf8.count <= 200 else { return "the schedule is too long" }
        let parts = text.split { $0 == " " || $0 == "\t" }
        guard parts.count == fields.count else {
            return
                "the schedule has \(parts.count) fields; there are five: minute, hour, day of month, month, day of week"
        }
        for (part, field) in zip(parts, fields) {
            for item in part.split(separator: ",", omittingEmptySubsequences: false) where !isValid(item, field) {
                return "`\(String(item).shortened)` is no \(field.name)"
            }
        }
        return nil
    }

    private static func isValid(_ item: Substring, _ field: Field) -> Bool {
        let parts = item.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count) else { return false }
        if parts.count == 2 {
            guard let step = number(parts[1]), step > 0, step <= field.range.upperBound else { return false }
        }
        if parts[0] == "*" { return true }
        let ends = parts[0].split(separator: "-", omittingEmptySubsequences: false).map { value($0, field) }
        guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1] else { return false }
        // `FRI-SUN` ends on a Sunday that is written as 0.
        return first <= last || field.words == weekdayWords && last == 0
    }

    private static func value(_ text: Substring, _ field: Field) -> Int? {
        if let place = field.words.firstIndex(of: text.uppercased()) {
            return place + (field.range.lowerBound == 1 ? 1 : 0)
        }
        return number(text).flatMap { field.range.contains($0) ? $0 : nil }
    }

    private static func number(_ text: Substring) -> Int? {
        guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
        else { return nil }
        return Int(text)
    }

    /// The days that `MON-FRI` or `SAT,SUN` name, Monday 1 to Sunday 7; nil when it names none.
    static func weekdays(_ text: String) -> Set<Int>? {
        var days: Set<Int> = []
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = item.split(separator: "-", omittingEmptySubsequences: false).map { end -> Int? in
                weekdayWords.firstIndex(of: String(end).trimmed.uppercased()).map { $0 == 0 ? 7 : $0 }
            }
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1] else { return nil }
            // Over the end of the week: `SAT-MON`.
            for offset in 0...((last - first + 7) % 7) { days.insert((first - 1 + offset) % 7 + 1) }
        }
        return days.isEmpty ? nil : days
    }
}
