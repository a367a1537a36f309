/// Checks dates as ISO 8601 and RFC 3339 write them: `2026-11-23`, `2026-11-23T09:00`, `2026-11-23 09:00:00.5+08:00`.
enum CivilDate {
    /// Whether the text is a date that exists, with or without a time that exists.
    static func isValid(_ text: [UInt8]) -> Bool {
        guard text.count >= 10, let year = number(text[0..<4]), let month = number(text[5..<7]),
            let day = number(text[8..<10]), text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-")
        else { return false }
        guard (1...12).contains(month), (1...days(of: month, in: year)).contains(day) else { return false }
        guard text.count > 10 else { return true }
        let mark = text[10]
        guard mark == UInt8(ascii: "T") || mark == UInt8(ascii: "t") || mark == 0x20 else { return false }
        return isTime(text[11...])
    }

    private static func days(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether the text is `hh:mm[:ss[.fraction]][Z|±hh:mm]`.
    private static func isTime(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        guard clock(&rest) else { return false }
        if rest.first == UInt8(ascii: ":") {
            // A leap second is a time that exists.
            guard let second = number(rest.dropFirst().prefix(2)), second <= 60 else { return false }
            rest = rest.dropFirst(3)
            if rest.first == UInt8(ascii: ".") {
                let fraction = rest.dropFirst().prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
                guard !fraction.isEmpty else { return false }
                rest = rest.dropFirst(1 + fraction.count)
            }
        }
        switch rest.first {
        case nil: return true
        case UInt8(ascii: "Z"), UInt8(ascii: "z"): return rest.count == 1
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            rest = rest.dropFirst()
            return clock(&rest) && rest.isEmpty
        default: return false
        }
    }

    /// Takes `hh:mm` off the beginning.
    private static func clock(_ rest: inout ArraySlice<UInt8>) -> Bool {
        guard let hour = number(rest.prefix(2)), hour < 24, rest.dropFirst(2).first == UInt8(ascii: ":"),
            let minute = number(rest.dropFirst(3).prefix(2)), minute < 60
        else { return false }
        rest = rest.dropFirst(5)
        return true
    }

    /// The value of digits; nil when there are none, one too few, or others.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.count >= 2, digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}
