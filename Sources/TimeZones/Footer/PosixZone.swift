/// A zone by one rule for all years, as POSIX writes it in `TZ`: `CET-1CEST,M3.5.0,M10.5.0/3` (RFC 9636 §3.3).
struct PosixZone: Sendable, Hashable {
    /// Daylight saving time: its offset, when it begins, when it ends.
    struct Daylight: Sendable, Hashable {
        let offset: ZoneOffset
        /// In standard time.
        let start: YearlyMoment
        /// In daylight saving time.
        let end: YearlyMoment
    }

    let standard: ZoneOffset
    /// Nil when clocks are never changed.
    let daylight: Daylight?

    /// The time without a change around an instant.
    ///
    /// The changes of five years are looked at: a rule's moment may be seven days from its day, so in another year.
    /// - Parameters:
    ///   - instant: seconds since 1970.
    ///   - since: when this rule came into force; nil when it always was.
    /// - Returns: from which change to which, and what holds in between.
    func span(at instant: Int, since: Int?) -> ZoneSpan {
        guard let daylight else { return ZoneSpan(start: since, end: nil, offset: standard) }
        let instant = CivilTime.held(instant)
        let year = CivilTime(secondsInUTC: instant + standard.seconds).year
        var previous = (at: Int.min, offset: standard)
        var next = Int.max
        for year in year - 2...year + 2 {
            let firstDay = YearlyMoment.firstDay(ofYear: year)
            let changes = (
                start: daylight.start.seconds(inYear: year, firstDay: firstDay) - standard.seconds,
                end: daylight.end.seconds(inYear: year, firstDay: firstDay) - daylight.offset.seconds
            )
            // When an end and the next start fall together, the start comes later: it is daylight saving all year.
            if changes.start <= instant, changes.start >= previous.at { previous = (changes.start, daylight.offset) }
            if changes.end <= instant, changes.end >= previous.at { previous = (changes.end, standard) }
            if changes.start > instant { next = min(next, changes.start) }
            if changes.end > instant { next = min(next, changes.end) }
        }
        return ZoneSpan(start: max(previous.at, since ?? .min), end: next, offset: previous.offset)
    }
}

/// A moment that comes every year: a day by rule, and a time on it.
struct YearlyMoment: Sendable, Hashable {
    enum Day: Sendable, Hashable {
        /// `Jn`: 1 to 365, 29 February never counted.
        case withoutLeapDay(Int)
        /// `n`: 0 to 365, 29 February counted.
        case withLeapDay(Int)
        /// `Mm.w.d`: a weekday (0 is Sunday) of a month, the first to the fourth, or the last (5).
        case weekday(Int, week: Int, month: Int)
    }

    let day: Day
    /// Seconds from that day's midnight, also before it or days later: -167 to 167 hours.
    let time: Int

    /// The number of 1 January, in days since 1970.
    static func firstDay(ofYear year: Int) -> Int {
        let before = year - 1
        return before * 365 + before.floored(by: 4) - before.floored(by: 100) + before.floored(by: 400) - 719_162
    }

    /// The moment of a year, in seconds as on a clock in UTC.
    ///
    /// - Parameters:
    ///   - year: which year.
    ///   - firstDay: the number of its 1 January.
    /// - Returns: the seconds, of whichever clock the rule is about.
    func seconds(inYear year: Int, firstDay: Int) -> Int {
        let isLeap = CivilDay.isLeap(year: year)
        let number: Int
        switch day {
        case .withoutLeapDay(let count): number = firstDay + count - (isLeap && count >= 60 ? 0 : 1)
        case .withLeapDay(let count): number = firstDay + count
        case .weekday(let weekday, let week, let month):
            let first = firstDay + Self.daysBefore[month - 1] + (isLeap && month > 2 ? 1 : 0)
            // CivilDay has 7 for Sunday.
            let wait = (weekday + 7 - CivilDay.weekday(ofNumber: first) % 7) % 7
            let last = CivilDay.daysInMonth(month, year: year) - 1
            let day = wait + (week - 1) * 7
            number = first + (day > last ? day - 7 : day)
        }
        return number * CivilTime.secondsPerDay + time
    }

    /// Days of a common year before each month.
    private static let daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
}
