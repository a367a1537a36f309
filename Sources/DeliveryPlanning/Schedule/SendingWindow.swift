package import TimeZones

/// The time of week in which mail may leave: days, and from when to when.
///
/// A window whose end is before its beginning runs across midnight; its days are those on which it opens, so `FRI` from
/// 22:00 to 06:00 ends on Saturday morning. What the clock shows decides: when clocks are put back, an hour that comes
/// twice is open or closed both times.
package struct SendingWindow: Sendable, Hashable {
    /// The days on which it opens: 1 is Monday, 7 is Sunday.
    package let days: Set<Int>
    /// When it opens, in minutes since midnight.
    package let from: Int
    /// When it closes, in minutes since midnight; 1,440 is the end of the day.
    package let to: Int

    static let minutesPerDay = 1_440

    /// A window; nil when it has no day, or no beginning or end within a day, or both are the same.
    package init?(days: Set<Int>, from: Int, to: Int) {
        guard !days.isEmpty, days.isSubset(of: 1...7), 0..<Self.minutesPerDay ~= from, 1...Self.minutesPerDay ~= to,
            from != to
        else { return nil }
        self.days = days
        self.from = from
        self.to = to
    }

    /// Whether it is never closed.
    package var isAlwaysOpen: Bool { days.count == 7 && from == 0 && to == Self.minutesPerDay }

    /// Whether mail may leave at an instant.
    ///
    /// - Parameters:
    ///   - instant: seconds since 1970.
    ///   - zone: the zone whose clocks count.
    /// - Returns: true from the first second of the window to the last one before its end.
    package func isOpen(at instant: Int, in zone: ZoneRules) -> Bool {
        let clock = zone.civil(at: instant)
        let minute = clock.secondOfDay / 60
        let today = clock.weekday
        guard from > to else { return days.contains(today) && from..<to ~= minute }
        let yesterday = today == 1 ? 7 : today - 1
        return minute >= from && days.contains(today) || minute < to && days.contains(yesterday)
    }

    /// When it opens next.
    ///
    /// - Parameters:
    ///   - instant: seconds since 1970.
    ///   - zone: the zone whose clocks count.
    /// - Returns: the first instant after that one at which the window is open and was not open the second before; nil
    ///   when it is never closed, or that one is beyond all calendars.
    package func nextOpening(after instant: Int, in zone: ZoneRules) -> Int? {
        next(after: instant, in: zone, minutes: [0, from]) { before, after in !before && after }
    }

    /// When it closes next.
    ///
    /// - Parameters:
    ///   - instant: seconds since 1970.
    ///   - zone: the zone whose clocks count.
    /// - Returns: the first instant after that one at which the window is closed and was open the second before; nil
    ///   when it is never closed, or that one is beyond all calendars.
    package func nextClosing(after instant: Int, in zone: ZoneRules) -> Int? {
        next(after: instant, in: zone, minutes: [0, to % Self.minutesPerDay]) { before, after in before && !after }
    }

    /// The first instant that fits, of those at which something can change: at certain minutes, and when clocks change.
    private func next(
        after instant: Int,
        in zone: ZoneRules,
        minutes: Set<Int>,
        where fits: (_ before: Bool, _ after: Bool) -> Bool
    ) -> Int? {
        guard !isAlwaysOpen, CronSchedule.searchable ~= instant else { return nil }
        let minutes = minutes.sorted()
        var position = instant + 1
        let end = position + CronSchedule.horizon
        while position < end {
            let span = zone.span(at: position)
            let offset = span.offset.seconds
            let spanEnd = min(span.end ?? end, end)
            if span.start == position, fits(isOpen(at: position - 1, in: zone), isOpen(at: position, in: zone)) {
                return position
            }
            var day = CivilTime(secondsInUTC: position + offset).date.number
            while day * CivilTime.secondsPerDay - offset < spanEnd {
                for minute in minutes {
                    let candidate = day * CivilTime.secondsPerDay + minute * 60 - offset
                    guard position..<spanEnd ~= candidate else { continue }
                    if fits(isOpen(at: candidate - 1, in: zone), isOpen(at: candidate, in: zone)) { return candidate }
                }
                day += 1
            }
            position = spanEnd
        }
        return nil
    }
}
