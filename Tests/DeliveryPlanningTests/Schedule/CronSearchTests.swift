import DeliveryPlanning
import Testing
import TimeZones

@Suite("When cron schedules are due", .enabled(if: Zones.areThere, "package tzdata is missing: apt-get install tzdata"))
struct CronSearchTests {
    /// A line, a zone, an instant in UTC, and the instants that follow.
    private static let table: [(String, String, String, [String])] = [
        ("0 9 * * MON-FRI", "Asia/Shanghai", "2026-11-20 01:00", ["2026-11-23 01:00", "2026-11-24 01:00"]),
        // Put forward from 02:00 to 03:00 on 29 March: 02:30 runs at 03:00.
        (
            "30 2 * * *", "Europe/Berlin", "2026-03-28 00:00",
            ["2026-03-28 01:30", "2026-03-29 01:00", "2026-03-30 00:30"]
        ),
        ("0 2 * * *", "Europe/Berlin", "2026-03-28 12:00", ["2026-03-29 01:00", "2026-03-30 00:00"]),
        ("0 2,3 * * *", "Europe/Berlin", "2026-03-28 12:00", ["2026-03-29 01:00", "2026-03-30 00:00"]),
        (
            "*/15 2 * * *", "Europe/Berlin", "2026-03-28 12:00",
            ["2026-03-29 01:00", "2026-03-30 00:00", "2026-03-30 00:15"]
        ),
        // Put back from 03:00 to 02:00 on 25 October: 02:30 runs the first time.
        ("30 2 * * *", "Europe/Berlin", "2026-10-24 12:00", ["2026-10-25 00:30", "2026-10-26 01:30"]),
        ("30 2 * * *", "Europe/Berlin", "2026-10-25 00:30", ["2026-10-26 01:30"]),
        ("30 2 * * *", "Europe/Berlin", "2026-10-25 01:10", ["2026-10-26 01:30"]),
        ("0 3 * * *", "Europe/Berlin", "2026-10-25 00:30", ["2026-10-25 02:00"]),
        // Every hour goes by elapsed time.
        (
            "30 * * * *", "Europe/Berlin", "2026-03-28 23:45",
            ["2026-03-29 00:30", "2026-03-29 01:30", "2026-03-29 02:30"]
        ),
        (
            "30 * * * *", "Europe/Berlin", "2026-10-24 23:45",
            ["2026-10-25 00:30", "2026-10-25 01:30", "2026-10-25 02:30"]
        ),
        ("@hourly", "Europe/Berlin", "2026-10-25 00:00", ["2026-10-25 01:00", "2026-10-25 02:00"]),
        // Half an hour, from 02:00 to 02:30.
        ("15 2 * * *", "Australia/Lord_Howe", "2026-10-03 00:00", ["2026-10-03 15:30", "2026-10-04 15:15"]),
        ("45 1 * * *", "Australia/Lord_Howe", "2026-04-04 00:00", ["2026-04-04 14:45", "2026-04-05 15:15"]),
        // A day that a whole country left out, and one at which midnight does not come.
        (
            "0 9 * * *", "Pacific/Apia", "2011-12-29 00:00",
            ["2011-12-29 19:00", "2011-12-30 10:00", "2011-12-30 19:00"]
        ),
        ("@daily", "America/Santiago", "2026-09-05 12:00", ["2026-09-06 04:00", "2026-09-07 03:00"]),
        ("0 0 29 2 *", "Asia/Shanghai", "2026-01-01 00:00", ["2028-02-28 16:00", "2032-02-28 16:00"]),
    ]

    @Test("The next instants are right on ordinary days and when clocks change", arguments: table.indices)
    func next(index: Int) throws {
        let (line, zone, start, expected) = Self.table[index]
        let schedule = try CronSchedule(line)
        let rules = try Zones.rules(zone)
        var instant = try Zones.utc(start)
        for time in expected {
            instant = try #require(schedule.next(after: instant, in: rules))
            #expect(Zones.text(instant) == time, "\(line) in \(zone)")
            #expect(schedule.latest(atOrBefore: instant, in: rules) == instant)
            #expect(schedule.latest(atOrBefore: instant + 59, in: rules) == instant)
        }
    }

    @Test("The latest instant in an hour that comes twice is that of its first pass")
    func latestInOverlap() throws {
        let rules = try Zones.rules("Europe/Berlin")
        let schedule = try CronSchedule("30 2 * * *")
        for time in [
            "2026-10-25 00:30", "2026-10-25 01:00", "2026-10-25 01:29", "2026-10-25 01:30", "2026-10-26 01:29",
        ] {
            #expect(try Zones.text(schedule.latest(atOrBefore: Zones.utc(time), in: rules)) == "2026-10-25 00:30")
        }
    }

    @Test("Days that no year has are never due, and that is known", arguments: ["0 0 30 2 *", "0 0 31 4,6,9,11 *"])
    func neverDue(line: String) throws {
        let schedule = try CronSchedule(line)
        #expect(schedule.neverComes)
        for zone in ["UTC", "Europe/Berlin"] {
            #expect(try schedule.next(after: 1_790_000_000, in: Zones.rules(zone)) == nil)
            #expect(try schedule.latest(atOrBefore: 1_790_000_000, in: Zones.rules(zone)) == nil)
        }
    }

    @Test("Days that some years have can come", arguments: ["0 0 29 2 *", "0 0 30 2 MON", "0 0 31 2,3 *", "@daily"])
    func canCome(line: String) throws { #expect(try !CronSchedule(line).neverComes) }

    @Test("Searches look five years far")
    func horizon() throws {
        let schedule = try CronSchedule("0 0 29 2 *")
        #expect(try schedule.next(after: Zones.utc("2096-02-29 00:00"), in: .utc) == nil)
        #expect(try Zones.text(schedule.next(after: Zones.utc("2099-03-01 00:00"), in: .utc)) == "2104-02-29 00:00")
        #expect(try schedule.latest(atOrBefore: Zones.utc("2103-12-31 00:00"), in: .utc) == nil)
    }

    @Test(
        "Instants beyond all calendars have no next and no latest",
        arguments: [Int.min, Int.max, 1 << 55, -(1 << 55)]
    )
    func endsOfTime(instant: Int) throws {
        for line in ["* * * * *", "0 9 * * MON", "0 0 30 2 *"] {
            let schedule = try CronSchedule(line)
            for zone in ["UTC", "Europe/Berlin", "Asia/Shanghai"] {
                let rules = try Zones.rules(zone)
                #expect(schedule.next(after: instant, in: rules) == nil)
                #expect(schedule.latest(atOrBefore: instant, in: rules) == nil)
            }
        }
    }
}
