package import TimeZones

extension CronSchedule {
    /// The latest instant at which the schedule was due, up to and including one.
    ///
    /// - Parameters:
    ///   - instant: seconds since 1970.
    ///   - zone: the zone in which the fields are meant.
    /// - Returns: an instant, or nil when none in the five years before it fits, or that one is beyond all
    ///   calendars.
    package func latest(atOrBefore instant: Int, in zone: ZoneRules) -> Int? {
        guard Self.searchable ~= instant else { return nil }
        var position = instant
        let earliest = position - Self.horizon
        while position >= earliest {
            let span = zone.span(at: position)
            let offset = span.offset.seconds
            let begin = max(span.start ?? earliest, earliest)
            let reached = span.start.map { clockReached(before: $0, in: zone) } ?? .min
            if let local = latest(from: max(begin + offset, reached), through: position + offset) {
                return local - offset
            }
            guard let start = span.start, start >= earliest else { return nil }
            if isOwed(at: start, reached: reached, offset: offset) { return start }
            position = start - 1
        }
        return nil
    }

    /// The next instant at which the schedule is due.
    ///
    /// - Parameters:
    ///   - instant: seconds since 1970.
    ///   - zone: the zone in which the fields are meant.
    /// - Returns: an instant after that one, or nil when none in the five years behind it fits, or that one is beyond
    ///   all calendars.
    package func next(after instant: Int, in zone: ZoneRules) -> Int? {
        guard Self.searchable ~= instant else { return nil }
        var position = instant + 1
        let end = position + Self.horizon
        while position < end {
            let span = zone.span(at: position)
            let offset = span.offset.seconds
            let reached = span.start.map { clockReached(before: $0, in: zone) } ?? .min
            if span.start == position, isOwed(at: position, reached: reached, offset: offset) { return position }
            let spanEnd = min(span.end ?? end, end)
            if let local = first(from: max(position + offset, reached), before: spanEnd + offset) {
                return local - offset
            }
            position = spanEnd
        }
        return nil
    }

    /// The civil time up to which everything has had its turn when a change comes.
    private func clockReached(before transition: Int, in zone: ZoneRules) -> Int {
        isEveryHour ? .min : zone.clockReached(before: transition)
    }

    /// Whether the clock was put forward over a time that is due.
    private func isOwed(at change: Int, reached: Int, offset: Int) -> Bool {
        !isEveryHour && first(from: reached, before: change + offset) != nil
    }

    /// The first civil time that fits, in seconds as on a clock in UTC.
    private func first(from start: Int, before end: Int) -> Int? {
        guard start < end else { return nil }
        var search = CivilTime(secondsInUTC: start + 59)
        while search.secondsInUTC < end {
            let date = search.date
            if containsDay(date.day, month: date.month, weekday: date.weekday),
                let minute = firstMinute(from: search.hour * 60 + search.minute)
            {
                let found = date.number * CivilTime.secondsPerDay + minute * 60
                return found < end ? found : nil
            }
            let number =
                months.contains(date.month)
                ? date.number + 1
                : date.number + CivilDay.daysInMonth(date.month, year: date.year) - date.day + 1
            search = CivilTime(secondsInUTC: number * CivilTime.secondsPerDay)
        }
        return nil
    }

    /// The last civil time that fits, in seconds as on a clock in UTC.
    private func latest(from start: Int, through end: Int) -> Int? {
        var search = CivilTime(secondsInUTC: end)
        while search.secondsInUTC >= start {
            let date = search.date
            if containsDay(date.day, month: date.month, weekday: date.weekday),
                let minute = lastMinute(upTo: search.hour * 60 + search.minute)
            {
                let found = date.number * CivilTime.secondsPerDay + minute * 60
                return found >= start ? found : nil
            }
            let number = months.contains(date.month) ? date.number : date.number - date.day + 1
            search = CivilTime(secondsInUTC: number * CivilTime.secondsPerDay - 1)
        }
        return nil
    }

    /// The first minute of a day that fits, counted from midnight.
    private func firstMinute(from start: Int) -> Int? {
        guard let hour = hours.first(from: start / 60) else { return nil }
        if hour == start / 60, let minute = minutes.first(from: start % 60) { return hour * 60 + minute }
        guard let hour = hours.first(from: start / 60 + (hour == start / 60 ? 1 : 0)) else { return nil }
        return minutes.first(from: 0).map { hour * 60 + $0 }
    }

    /// The last minute of a day that fits, counted from midnight.
    private func lastMinute(upTo end: Int) -> Int? {
        guard let hour = hours.last(upTo: end / 60) else { return nil }
        if hour == end / 60, let minute = minutes.last(upTo: end % 60) { return hour * 60 + minute }
        guard let hour = hours.last(upTo: end / 60 - (hour == end / 60 ? 1 : 0)) else { return nil }
        return minutes.last(upTo: 59).map { hour * 60 + $0 }
    }
}
