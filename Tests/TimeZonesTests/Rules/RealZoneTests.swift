import Testing
import TimeZones

@Suite("Zones of the world", .enabled(if: ZoneFiles.areThere, "package tzdata is missing: apt-get install tzdata"))
struct RealZoneTests {
    /// A zone, an instant in UTC, and what holds there: seconds east, daylight saving time, abbreviation.
    private static let offsets: [(String, String, Int, Bool, String)] = [
        ("Asia/Shanghai", "2026-11-23T01:00:00", 28_800, false, "CST"),
        ("Asia/Shanghai", "1900-12-31T15:54:16", 29_143, false, "LMT"),
        ("Asia/Shanghai", "1900-12-31T15:54:17", 28_800, false, "CST"),
        ("Asia/Shanghai", "1986-07-01T00:00:00", 32_400, true, "CDT"),
        ("Asia/Shanghai", "2500-07-01T00:00:00", 28_800, false, "CST"),
        ("Europe/Berlin", "2026-03-29T00:59:59", 3_600, false, "CET"),
        ("Europe/Berlin", "2026-03-29T01:00:00", 7_200, true, "CEST"),
        ("Europe/Berlin", "2026-10-25T00:59:59", 7_200, true, "CEST"),
        ("Europe/Berlin", "2026-10-25T01:00:00", 3_600, false, "CET"),
        ("Europe/Berlin", "2150-07-01T00:00:00", 7_200, true, "CEST"),
        ("America/New_York", "2026-03-08T06:59:59", -18_000, false, "EST"),
        ("America/New_York", "2026-03-08T07:00:00", -14_400, true, "EDT"),
        ("America/New_York", "2026-11-01T06:00:00", -18_000, false, "EST"),
        ("Australia/Lord_Howe", "2026-04-04T14:59:59", 39_600, true, "+11"),
        ("Australia/Lord_Howe", "2026-04-04T15:00:00", 37_800, false, "+1030"),
        ("Africa/Casablanca", "2026-02-15T01:59:59", 3_600, false, "+01"),
        ("Africa/Casablanca", "2026-02-15T02:00:00", 0, true, "+00"),
        ("Africa/Casablanca", "2026-03-22T02:00:00", 3_600, false, "+01"),
        ("Asia/Kathmandu", "2026-01-01T00:00:00", 20_700, false, "+0545"),
        ("Pacific/Apia", "2011-12-30T09:59:59", -36_000, true, "-10"),
        ("Pacific/Apia", "2011-12-30T10:00:00", 50_400, true, "+14"),
    ]

    private static func instant(_ text: String) throws -> Int {
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        try #require(numbers.count == 6)
        return try #require(
            CivilTime(
                year: numbers[0],
                month: numbers[1],
                day: numbers[2],
                hour: numbers[3],
                minute: numbers[4],
                second: numbers[5]
            )
        ).secondsInUTC
    }

    @Test("Offsets hold from the second of their change", arguments: offsets.indices)
    func offset(index: Int) throws {
        let (zone, time, seconds, isDaylight, name) = Self.offsets[index]
        let found = try ZoneFiles.rules(zone).offset(at: Self.instant(time))
        #expect(found == ZoneOffset(seconds: seconds, isDaylight: isDaylight, abbreviation: name), "\(zone) \(time)")
    }

    /// A zone, a civil time, and the instants in UTC at which its clocks show it.
    private static let civils: [(String, String, [String])] = [
        ("Asia/Shanghai", "2026-11-23T09:00:00", ["2026-11-23T01:00:00"]),
        ("Europe/Berlin", "2026-03-29T02:00:00", []),
        ("Europe/Berlin", "2026-03-29T02:59:59", []),
        ("Europe/Berlin", "2026-03-29T03:00:00", ["2026-03-29T01:00:00"]),
        ("Europe/Berlin", "2026-10-25T02:30:00", ["2026-10-25T00:30:00", "2026-10-25T01:30:00"]),
        ("Europe/Berlin", "2026-10-25T03:00:00", ["2026-10-25T02:00:00"]),
        ("Europe/Berlin", "2099-10-25T02:30:00", ["2099-10-25T00:30:00", "2099-10-25T01:30:00"]),
        ("Australia/Lord_Howe", "2026-10-04T02:15:00", []),
        ("Australia/Lord_Howe", "2026-04-05T01:45:00", ["2026-04-04T14:45:00", "2026-04-04T15:15:00"]),
        ("Australia/Lord_Howe", "2026-04-05T01:15:00", ["2026-04-04T14:15:00"]),
        ("Africa/Casablanca", "2026-02-15T02:30:00", ["2026-02-15T01:30:00", "2026-02-15T02:30:00"]),
        ("Pacific/Apia", "2011-12-30T12:00:00", []),
        ("America/New_York", "2026-11-01T01:00:00", ["2026-11-01T05:00:00", "2026-11-01T06:00:00"]),
    ]

    @Test("A civil time is shown never, once or twice", arguments: civils.indices)
    func instants(index: Int) throws {
        let (zone, time, expected) = Self.civils[index]
        let civil = CivilTime(secondsInUTC: try Self.instant(time))
        #expect(try ZoneFiles.rules(zone).instants(of: civil) == expected.map(Self.instant), "\(zone) \(time)")
    }

    @Test("When clocks change, the time up to which they came is known")
    func clockReached() throws {
        for (zone, change, reached) in [
            ("Europe/Berlin", "2026-03-29T01:00:00", "2026-03-29T02:00:00"),
            ("Europe/Berlin", "2026-10-25T01:00:00", "2026-10-25T03:00:00"),
            ("Pacific/Apia", "2011-12-30T10:00:00", "2011-12-30T00:00:00"),
        ] {
            let rules = try ZoneFiles.rules(zone)
            #expect(try rules.clockReached(before: Self.instant(change)) == Self.instant(reached), "\(zone) \(change)")
        }
    }

    @Test(
        "Spans join without gap or overlap, and back again",
        arguments: ["Africa/Casablanca", "Europe/Dublin", "Asia/Gaza"]
    )
    func spans(zone: String) throws {
        let rules = try ZoneFiles.rules(zone)
        var span = rules.span(at: .min)
        #expect(span.start == nil)
        for _ in 0..<250 {
            guard let end = span.end else { break }
            let following = rules.span(at: end)
            #expect(following.start == end)
            #expect(rules.span(at: end - 1) == span)
            span = following
        }
    }
}
