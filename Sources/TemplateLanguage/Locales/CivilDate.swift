/// A date and, perhaps, a time of day, as written: no time zone is applied.
struct CivilDate: Sendable, Equatable {
    let year: Int
    let month: Int
    let day: Int
    var hour = 0
    var minute = 0
    var second = 0

    /// Reads ISO 8601.
    ///
    /// `2026-11-23` or `20261123`, with a time behind `T` or a blank, and a zone that is not looked at. Nil for anything
    /// else, and for dates that do not exist.
    init?(_ text: [UInt8]) {
        var reader = Reader(rest: text[...])
        reader.skipSpace()
        guard let year = reader.digits(4) else { return nil }
        let isSeparated = reader.take(ASCII.hyphen)
        guard let month = reader.digits(2), isSeparated == reader.take(ASCII.hyphen), let day = reader.digits(2),
            (1...12).contains(month), (1...Self.length(of: month, year)).contains(day)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
        if reader.take(0x54) || reader.take(0x74) || reader.skipSpace() > 0, !reader.rest.isEmpty {
            guard readTime(&reader) else { return nil }
        }
        reader.skipSpace()
        guard reader.rest.isEmpty else { return nil }
    }

    private mutating func readTime(_ reader: inout Reader) -> Bool {
        guard let hour = reader.digits(2), hour < 24 else { return false }
        let isSeparated = reader.take(ASCII.colon)
        guard let minute = reader.digits(2), minute < 60 else { return false }
        (self.hour, self.minute) = (hour, minute)
        let hasSecond = isSeparated ? reader.take(ASCII.colon) : reader.startsWithDigit
        if hasSecond {
            // A leap second is a time that exists.
            guard let second = reader.digits(2), second < 61 else { return false }
            self.second = second
            if reader.take(ASCII.dot) || reader.take(ASCII.comma) {
                guard reader.startsWithDigit else { return false }
                while reader.digits(1) != nil {}
            }
        }
        reader.skipSpace()
        if reader.take(0x5A) || reader.take(0x7A) { return true }
        guard reader.take(ASCII.plus) || reader.take(ASCII.hyphen) else { return true }
        guard reader.digits(2) != nil else { return false }
        if reader.take(ASCII.colon) || reader.startsWithDigit { return reader.digits(2) != nil }
        return true
    }

    /// Days of a month in the Gregorian calendar.
    static func length(of month: Int, _ year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        default: 31
        }
    }

    /// Day of the week, Monday 0 (Zeller's congruence in Sakamoto's form).
    var weekday: Int {
        let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
        let year = month < 3 ? self.year - 1 : self.year
        let sunday = (year + year / 4 - year / 100 + year / 400 + shifts[month - 1] + day) % 7
        return ((sunday + 6) % 7 + 7) % 7
    }

    /// Takes a date's characters one by one.
    private struct Reader {
        var rest: ArraySlice<UInt8>

        var startsWithDigit: Bool { rest.first.map(ASCII.isDigit) ?? false }

        mutating func take(_ byte: UInt8) -> Bool {
            guard rest.first == byte else { return false }
            rest.removeFirst()
            return true
        }

        @discardableResult
        mutating func skipSpace() -> Int {
            let before = rest.count
            while let byte = rest.first, ASCII.isSpace(byte) { rest.removeFirst() }
            return before - rest.count
        }

        mutating func digits(_ count: Int) -> Int? {
            guard rest.count >= count, rest.prefix(count).allSatisfy(ASCII.isDigit) else { return nil }
            let value = rest.prefix(count).reduce(0) { $0 * 10 + Int($1 - ASCII.zero) }
            rest.removeFirst(count)
            return value
        }
    }
}
