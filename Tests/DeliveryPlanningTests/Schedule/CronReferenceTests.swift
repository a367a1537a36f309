import DeliveryPlanning
import Testing
import TimeZones

/// Holds schedules against a clock that is watched minute by minute.
@Suite(
    "Cron schedules against a watched clock",
    .enabled(if: Zones.areThere, "package tzdata is missing: apt-get install tzdata")
)
struct CronReferenceTests {
    /// A schedule spelt out, so that nothing of the parser is believed.
    private struct Watched {
        let line: String
        let minutes: Set<Int>
        let hours: Set<Int>
        /// Takes day of month, month, and weekday from 1, Monday.
        let fitsDay: @Sendable (_ day: Int, _ month: Int, _ weekday: Int) -> Bool

        func isDue(minute: Int, hour: Int) -> Bool { minutes.contains(minute) && hours.contains(hour) }
    }

    private static let everyHour = Set(0...23)

    private static let schedules: [Watched] = [
        Watched(line: "0 9 * * MON-FRI", minutes: [0], hours: [9]) { $2 <= 5 },
        Watched(line: "*/29 * * * *", minutes: [0, 29, 58], hours: everyHour) { _, _, _ in
            true
        },
        Watched(line: "30 * * * 0", minutes: [30], hours: everyHour) { $2 == 7 },
        Watched(line: "* 1-3 * 2-4,9-12/1 0", minutes: Set(0...59), hours: [1, 2, 3]) { _, month, weekday in
            weekday == 7 && [2, 3, 4, 9, 10, 11, 12].contains(month)
        },
        Watched(line: "15,45 */2 * * *", minutes: [15, 45], hours: Set(stride(from: 0, to: 24, by: 2))) { _, _, _ in
            true
        },
        Watched(line: "0 0 * * *", minutes: [0], hours: [0]) { _, _, _ in true },
        Watched(line: "59 23 31,1 * SUN", minutes: [59], hours: [23]) { $0 == 31 || $0 == 1 || $2 == 7 },
        Watched(line: "30 2 * * 7", minutes: [30], hours: [2]) { $2 == 7 },
        Watched(line: "0-30/15 0,2,3 1-7 MAR-NOV *", minutes: [0, 15, 30], hours: [0, 2, 3]) { day, month, _ in
            day <= 7 && 3...11 ~= month
        },
    ]

    /// The instants at which each schedule is due, by watching the clock of a zone for a year; a bit stands for a schedule.
    private static func watch(clock: [Int], from start: Int) -> [[Int]] {
        func bits(where fits: (Watched) -> Bool) -> UInt {
            schedules.indices.reduce(0) { fits(schedules[$1]) ? $0 | 1 << UInt($1) : $0 }
        }
        let firstDay = start / 86_400 - 3
        let byTime = (0..<1_440).map { minute in bits { $0.isDue(minute: minute % 60, hour: minute / 60) } }
        let byDay = (0..<380).map { number in
            let day = CivilDay(number: firstDay + number)
            return bits { $0.fitsDay(day.day, day.month, day.weekday) }
        }
        let byElapsedTime = bits { $0.hours == everyHour }
        var due = schedules.map { _ in [Int]() }
        var shown = clock[0]
        for (minute, local) in clock.enumerated().dropFirst() {
            var fits = byDay[local / 86_400 - firstDay] & byTime[local % 86_400 / 60] & byElapsedTime
            // All times that the clock has come to or passed over since it was furthest.
            while shown < local {
                shown += 60
                fits |= byDay[shown / 86_400 - firstDay] & byTime[shown % 86_400 / 60] & ~byElapsedTime
            }
            guard fits != 0 else { continue }
            for index in schedules.indices where fits >> UInt(index) & 1 == 1 { due[index].append(start + minute * 60) }
        }
        return due
    }

    @Test(
        "All instants of a year are found, forwards and backwards",
        arguments: [
            ("Europe/Berlin", 2026), ("America/New_York", 2026), ("Australia/Lord_Howe", 2026),
            ("Africa/Casablanca", 2026), ("Pacific/Apia", 2011), ("America/Santiago", 2026), ("Asia/Shanghai", 1988),
        ]
    )
    func year(zone: String, year: Int) throws {
        let rules = try Zones.rules(zone)
        let start = try Zones.utc("\(year)-01-01 00:00")
        // All changes of these years are at full quarters of an hour.
        let offsets = (0..<366 * 96).map { rules.offset(at: start + $0 * 900).seconds }
        let clock = (0..<366 * 1_440).map { start + $0 * 60 + offsets[$0 / 15] }
        for (schedule, expected) in zip(Self.schedules, Self.watch(clock: clock, from: start)) {
            let cron = try CronSchedule(schedule.line)
            try #require(expected.count > 10)
            var previous = start
            for due in expected {
                guard cron.next(after: previous, in: rules) == due, cron.latest(atOrBefore: due, in: rules) == due,
                    previous == start || cron.latest(atOrBefore: due - 1, in: rules) == previous
                else {
                    Issue.record("\(schedule.line) in \(zone): \(Zones.text(due)) after \(Zones.text(previous))")
                    return
                }
                previous = due
            }
        }
    }
}
