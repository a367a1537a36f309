/// Reads the rule of a TZif footer (RFC 9636 §3.3, POSIX.1-2017 §8.3).
///
///     TZ   = name offset [ name [ offset ] "," date [ "/" time ] "," date [ "/" time ] ]
///     date = "J" n / n / "M" month "." week "." weekday
///
/// Daylight saving time without dates, which POSIX leaves to the machine, is refused.
struct PosixZoneParser {
    private static let maximumName = 31

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Letters, digits, `+` and `-`.
    static func isAbbreviationByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
    }

    mutating func parse() throws(ZoneRules.Failure) -> PosixZone {
        let standardName = try name()
        let standardSeconds = -(try clock(hours: 0...24, wanted: "the offset of standard time"))
        let standard = ZoneOffset(seconds: standardSeconds, isDaylight: false, abbreviation: standardName)
        guard position < bytes.count else { return PosixZone(standard: standard, daylight: nil) }
        let name = try name()
        var seconds = standardSeconds + 3_600
        if let byte = peek, byte != UInt8(ascii: ",") {
            seconds = -(try clock(hours: 0...24, wanted: "the offset of daylight saving time"))
        }
        guard ZoneOffset.range ~= seconds else { throw wanted("an offset of less than 26 hours") }
        try expect(",", "a comma and the date on which daylight saving time begins")
        let start = try moment()
        try expect(",", "a comma and the date on which daylight saving time ends")
        let end = try moment()
        guard position == bytes.count else { throw wanted("nothing more") }
        let offset = ZoneOffset(seconds: seconds, isDaylight: true, abbreviation: name)
        return PosixZone(standard: standard, daylight: .init(offset: offset, start: start, end: end))
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func wanted(_ text: String) -> ZoneRules.Failure { .footer(offset: position, wanted: text) }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ character: Unicode.Scalar, _ text: String) throws(ZoneRules.Failure) {
        guard take(character) else { throw wanted(text) }
    }

    private mutating func name() throws(ZoneRules.Failure) -> String {
        let isQuoted = take("<")
        let name = bytes[position...].prefix { isQuoted ? Self.isAbbreviationByte($0) : Self.isLetter($0) }
        guard 3...Self.maximumName ~= name.count else { throw wanted("an abbreviation of 3 characters or more") }
        position += name.count
        if isQuoted { try expect(">", "> behind the abbreviation") }
        return String(decoding: name, as: UTF8.self)
    }

    /// Takes `[ "+" / "-" ] hours [ ":" minutes [ ":" seconds ] ]` as seconds.
    private mutating func clock(hours: ClosedRange<Int>, wanted text: String) throws(ZoneRules.Failure) -> Int {
        let isNegative = take("-")
        if !isNegative { _ = take("+") }
        var seconds = try number(hours, wanted: text) * 3_600
        if take(":") {
            seconds += try number(0...59, wanted: "minutes") * 60
            if take(":") { seconds += try number(0...59, wanted: "seconds") }
        }
        return isNegative ? -seconds : seconds
    }

    private mutating func moment() throws(ZoneRules.Failure) -> YearlyMoment {
        let day: YearlyMoment.Day
        if take("J") {
            day = .withoutLeapDay(try number(1...365, wanted: "a day from 1 to 365"))
        } else if take("M") {
            let month = try number(1...12, wanted: "a month from 1 to 12")
            try expect(".", "a dot and the week")
            let week = try number(1...5, wanted: "a week from 1 to 5")
            try expect(".", "a dot and the weekday")
            day = .weekday(try number(0...6, wanted: "a weekday from 0 to 6"), week: week, month: month)
        } else {
            day = .withLeapDay(try number(0...365, wanted: "a date"))
        }
        guard take("/") else { return YearlyMoment(day: day, time: 7_200) }
        return YearlyMoment(day: day, time: try clock(hours: 0...167, wanted: "a time"))
    }

    private mutating func number(_ range: ClosedRange<Int>, wanted text: String) throws(ZoneRules.Failure) -> Int {
        // Three digits are the most that any number here has.
        let digits = bytes[position...].prefix(4).prefix(while: Self.isDigit)
        let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        guard !digits.isEmpty, range ~= value else { throw wanted(text) }
        position += digits.count
        return value
    }

    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

    private static func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 }
}
