/// A day of the proleptic Gregorian calendar, in no zone.
package struct CivilDay: Sendable, Hashable, Comparable {
    /// The year as astronomers count: 0 is the year before 1.
    package let year: Int
    /// From 1 to 12.
    package let month: Int
    /// From 1 to 31.
    package let day: Int

    /// The years that a day can be made of: enough for every clock, small enough that no arithmetic overflows.
    package static let years = -1_000_000_000...1_000_000_000

    /// A day by its date; nil when the calendar has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard Self.years ~= year, 1...12 ~= month, 1...Self.daysInMonth(month, year: year) ~= day else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// A day by its number; numbers far beyond the years of a clock give the last day that can be told.
    ///
    /// Years are counted from March, so that the leap day is the last of a year; 146,097 days are 400 years.
    /// - Parameter number: days since 1970-01-01.
    package init(number: Int) {
        let bound = CivilTime.bounds.upperBound / CivilTime.secondsPerDay + 1
        let shifted = min(max(number, -bound), bound) + 719_468
        let era = shifted.floored(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    }

    /// Days since 1970-01-01.
    package var number: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.floored(by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Monday is 1, Sunday is 7.
    package var weekday: Int { Self.weekday(ofNumber: number) }

    /// The weekday of a day by its number: Monday is 1, Sunday is 7.
    ///
    /// - Parameter number: days since 1970-01-01, which was a Thursday.
    /// - Returns: 1 to 7.
    package static func weekday(ofNumber number: Int) -> Int {
        let days = number % 7 + 10
        return days % 7 + 1
    }

    /// Whether February has a 29th.
    package static func isLeap(year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// How many days a month has; 31 for what is no month.
    package static func daysInMonth(_ month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year: year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static func < (left: CivilDay, right: CivilDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension Int {
    /// The quotient rounded down, also below zero; the divisor is above zero.
    func floored(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
