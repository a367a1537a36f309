import Testing
import TimeZones

@Suite("Rules for the years behind a table")
struct FooterTests {
    private static func rules(_ footer: String) throws -> ZoneRules {
        var builder = TZifBuilder()
        builder.footer = footer
        return try ZoneRules(tzif: builder.bytes())
    }

    private static func utc(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0) throws -> Int {
        try #require(CivilTime(year: year, month: month, day: day, hour: hour, minute: minute)).secondsInUTC
    }

    @Test("A zone of one rule changes its clocks on the right days, for ever", arguments: [1950, 2026, 2500, 9999])
    func berlin(year: Int) throws {
        let rules = try Self.rules("CET-1CEST,M3.5.0,M10.5.0/3")
        let summer = try #require(rules.span(at: Self.utc(year, 7, 1)).start)
        let winter = try #require(rules.span(at: Self.utc(year, 7, 1)).end)
        #expect(rules.civil(at: summer - 1).hour == 1)
        #expect(rules.civil(at: summer).hour == 3)
        #expect(rules.civil(at: winter - 1).hour == 2)
        #expect(rules.civil(at: winter).hour == 2)
        for (change, month) in [(summer, 3), (winter, 10)] {
            let civil = rules.civil(at: change)
            #expect(civil.weekday == 7)
            #expect(civil.month == month)
            #expect(civil.day > 24)
        }
    }

    @Test("South of the equator daylight saving time runs across new year")
    func lordHowe() throws {
        let rules = try Self.rules("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0")
        #expect(try rules.offset(at: Self.utc(2026, 1, 1)).seconds == 39_600)
        #expect(try rules.offset(at: Self.utc(2026, 7, 1)).abbreviation == "+1030")
        #expect(try rules.span(at: Self.utc(2026, 1, 1)).end == Self.utc(2026, 4, 4, 15))
        #expect(try rules.span(at: Self.utc(2026, 7, 1)).end == Self.utc(2026, 10, 3, 15, 30))
    }

    @Test("Days by number count the leap day, or never do")
    func dayNumbers() throws {
        let julian = try Self.rules("AAA0BBB,J60/0,J365/0")
        let counted = try Self.rules("AAA0BBB,59/0,364/0")
        for (year, isLeap) in [(2023, false), (2024, true)] {
            #expect(try julian.span(at: Self.utc(year, 7, 1)).start == Self.utc(year, 3, 1))
            #expect(try counted.span(at: Self.utc(year, 7, 1)).start == Self.utc(year, isLeap ? 2 : 3, isLeap ? 29 : 1))
            #expect(try julian.span(at: Self.utc(year, 7, 1)).end == Self.utc(year, 12, 30, 23))
            #expect(try counted.span(at: Self.utc(year, 7, 1)).end == Self.utc(year, 12, isLeap ? 29 : 30, 23))
        }
    }

    @Test("Times may be before their day, or days after it")
    func farTimes() throws {
        let nuuk = try Self.rules("<-02>2<-01>,M3.5.0/-1,M10.5.0/0")
        #expect(try nuuk.span(at: Self.utc(2026, 7, 1)).start == Self.utc(2026, 3, 29, 1))
        let gaza = try Self.rules("EET-2EEST,M3.4.4/50,M10.4.4/50")
        #expect(try gaza.span(at: Self.utc(2026, 7, 1)).start == Self.utc(2026, 3, 28))
    }

    @Test("A zone may be on daylight saving time all year", arguments: ["XXX3EDT4,0/0,J365/23", "EST5EDT,0/0,J365/25"])
    func allYear(footer: String) throws {
        let rules = try Self.rules(footer)
        for day in 0..<1_500 {
            let offset = rules.offset(at: 1_700_000_000 + day * 86_400)
            #expect(offset == ZoneOffset(seconds: -14_400, isDaylight: true, abbreviation: "EDT"))
        }
        #expect(try rules.offset(at: Self.utc(2026, 1, 1, footer.hasPrefix("X") ? 3 : 5)).abbreviation == "EDT")
    }

    private static let wrong: [(footer: String, offset: Int)] = [
        ("X", 0), ("CET", 3), ("CET-25", 4), ("CET-1CEST", 9), ("CET-1CEST,M3.5.0", 16),
        ("CET-1CEST,M3.6.0,M10.5.0", 13),
        ("CET-1CEST,M13.5.0,M10.5.0", 11), ("CET-1CEST,M3.5.7,M10.5.0", 15), ("CET-1CEST,J0,J365", 11),
        ("CET-1CEST,366,J365", 10), ("CET-1CEST,M3.5.0/168,M10.5.0", 17), ("CET-1CEST,M3.5.0,M10.5.0 ", 24),
        ("<+01-1", 6), ("<+0>-1", 1), ("CET-1:60", 6), ("CET-99999999999999999999", 4),
        ("CET-24:59:59CEST-24:59:5x", 24),
        ("CET+-1", 4), (":Europe/Berlin", 0), ("CET-1\u{0}", 5), ("CET-1中文", 5),
    ]

    @Test("What is wrong with a rule is found at its place", arguments: wrong.indices)
    func refused(index: Int) {
        let (footer, offset) = Self.wrong[index]
        let failure = #expect(throws: ZoneRules.Failure.self, "\(footer)") { _ = try Self.rules(footer) }
        guard case .footer(let place, _) = failure else {
            Issue.record("\(footer): \(String(describing: failure))")
            return
        }
        #expect(place == offset, "\(footer)")
    }
}
