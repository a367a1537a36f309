/// A date, with or without a time, as conditions compare it.
///
/// Where one side has no time, the days are compared as they are written, so that `<= "2026-11-30"` takes all of that
/// day. Two times with a zone are compared as instants, others as the clock shows them.
struct DateMoment: Hashable, Sendable {
    /// Days since 1970, as written.
    private let day: Int
    /// Nanoseconds since midnight, as written; nil without a time.
    private let clock: Int?
    /// Minutes east of UTC; nil without a zone.
    private let zone: Int?

    private static let nanosecondsPerMinute = 60_000_000_000

    /// The value of a text that ``CivilDate/isValid(_:)`` takes.
    init(_ text: [UInt8]) {
        day = Self.day(Self.number(text[0..<4]), Self.number(text[5..<7]), Self.number(text[8..<10]))
        guard text.count > 10 else {
            clock = nil
            zone = nil
            return
        }
        let rest = text[11...]
        let time = rest.prefix { Self.isDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
        let minutes = Self.number(time[11..<13]) * 60 + Self.number(time[14..<16])
        let seconds = time.count > 5 ? Self.number(time[17..<19]) : 0
        var fraction = Array(time.dropFirst(9).prefix(9))
        while fraction.count < 9 { fraction.append(UInt8(ascii: "0")) }
        clock = minutes * Self.nanosecondsPerMinute + seconds * 1_000_000_000 + Self.number(fraction[...])
        let mark = rest.dropFirst(time.count)
        switch mark.first {
        case nil: zone = nil
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            let offset = Self.number(mark.dropFirst().prefix(2)) * 60 + Self.number(mark.dropFirst(4).prefix(2))
            zone = mark.first == UInt8(ascii: "-") ? -offset : offset
        default: zone = 0
        }
    }

    /// Less than zero, zero, or more, as it is earlier than, the same as or later than another.
    func order(to other: DateMoment) -> Int {
        guard let clock, let otherClock = other.clock else { return day - other.day }
        var left = (day: day, time: clock)
        var right = (day: other.day, time: otherClock)
        if let zone, let otherZone = other.zone {
            left.time -= zone * Self.nanosecondsPerMinute
            right.time -= otherZone * Self.nanosecondsPerMinute
        }
        let days = (left.day - right.day) * 1_440 * Self.nanosecondsPerMinute
        return (days + left.time - right.time).signum()
    }

    /// Days since 1970 of a date of the Gregorian calendar, by counting years that begin in March.
    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let yearDay = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + yearDay - 719_468
    }

    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }
}
