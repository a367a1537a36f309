/// What a calendar and a clock on a wall show, in no zone: there is no leap second.
package struct CivilTime: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The date.
    package let date: CivilDay
    /// From 0 to 23.
    package let hour: Int
    /// From 0 to 59.
    package let minute: Int
    /// From 0 to 59.
    package let second: Int

    package static let secondsPerDay = 86_400

    /// The instants that are told apart, in seconds since 1970: a thousand million years each way.
    ///
    /// What lies beyond is taken for the bound, so that no input makes arithmetic overflow.
    package static let bounds = -(1 << 55)...(1 << 55)

    /// A date and a time of day; nil when the calendar or the clock has no such one.
    package init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        guard let date = CivilDay(year: year, month: month, day: day), 0...23 ~= hour, 0...59 ~= minute,
            0...59 ~= second
        else { return nil }
        self.date = date
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// What a clock in UTC shows.
    ///
    /// - Parameter seconds: seconds since 1970-01-01T00:00:00Z, held to `bounds`.
    package init(secondsInUTC seconds: Int) {
        let seconds = Self.held(seconds)
        let dayNumber = seconds.floored(by: Self.secondsPerDay)
        let secondOfDay = seconds - dayNumber * Self.secondsPerDay
        date = CivilDay(number: dayNumber)
        hour = secondOfDay / 3_600
        minute = secondOfDay / 60 % 60
        second = secondOfDay % 60
    }

    /// The seconds since 1970 at which a clock in UTC shows this.
    package var secondsInUTC: Int { date.number * Self.secondsPerDay + secondOfDay }

    package var year: Int { date.year }
    package var month: Int { date.month }
    package var day: Int { date.day }
    /// Monday is 1, Sunday is 7.
    package var weekday: Int { date.weekday }
    /// Seconds since midnight on the clock.
    package var secondOfDay: Int { hour * 3_600 + minute * 60 + second }

    /// An instant within `bounds`: itself, or the nearer bound.
    package static func held(_ instant: Int) -> Int { min(max(instant, bounds.lowerBound), bounds.upperBound) }

    /// As ISO 8601 has it, without a zone: `2026-11-23T09:00:00`.
    package var description: String {
        func padded(_ number: Int, to width: Int) -> String {
            let digits = String(number.magnitude)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        let calendar = "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
        let clock = "\(padded(hour, to: 2)):\(padded(minute, to: 2)):\(padded(second, to: 2))"
        return "\(year < 0 ? "-" : "")\(calendar)T\(clock)"
    }

    package static func < (left: CivilTime, right: CivilTime) -> Bool {
        (left.date, left.secondOfDay) < (right.date, right.secondOfDay)
    }
}
