import Testing
import TimeZones

@Suite("Civil time")
struct CivilTimeTests {
    @Test("Days and their numbers go over into each other, weekday by weekday")
    func days() throws {
        var number = try #require(CivilDay(year: -401, month: 1, day: 1)).number
        var weekday = CivilDay(number: number).weekday
        for year in -401...2_401 {
            for month in 1...12 {
                for day in 1...CivilDay.daysInMonth(month, year: year) where day < 3 || day > 26 || year % 100 == 0 {
                    let date = try #require(CivilDay(year: year, month: month, day: day))
                    weekday = (weekday - 1 + date.number - number) % 7 + 1
                    number = date.number
                    guard CivilDay(number: number) == date, date.weekday == weekday else {
                        Issue.record("\(date)")
                        return
                    }
                }
            }
        }
        #expect(CivilDay(year: 1970, month: 1, day: 1)?.number == 0)
        #expect(CivilDay(year: 2026, month: 11, day: 23)?.weekday == 1)
        #expect(CivilDay(year: 2402, month: 1, day: 1)?.number == number + 1)
    }

    @Test("Dates and times that no calendar and no clock has are refused")
    func impossible() {
        #expect(CivilDay(year: 2025, month: 2, day: 29) == nil)
        #expect(CivilDay(year: 1900, month: 2, day: 29) == nil)
        #expect(CivilDay(year: 2000, month: 2, day: 29) != nil)
        #expect(CivilDay(year: 2026, month: 13, day: 1) == nil)
        #expect(CivilDay(year: 2026, month: 4, day: 31) == nil)
        #expect(CivilDay(year: 2026, month: 1, day: 0) == nil)
        #expect(CivilDay(year: .max, month: 1, day: 1) == nil)
        #expect(CivilTime(year: 2026, month: 1, day: 1, hour: 24) == nil)
        #expect(CivilTime(year: 2026, month: 1, day: 1, minute: 60) == nil)
        #expect(CivilTime(year: 2016, month: 12, day: 31, hour: 23, minute: 59, second: 60) == nil)
    }

    @Test(
        "Seconds go over into civil time and back, below zero too",
        arguments: [-62_167_219_201, -1, 0, 59, 951_782_400]
    )
    func seconds(seconds: Int) {
        #expect(CivilTime(secondsInUTC: seconds).secondsInUTC == seconds)
    }

    @Test("Civil time is written as ISO 8601 has it")
    func description() {
        #expect(CivilTime(secondsInUTC: 0).description == "1970-01-01T00:00:00")
        #expect(CivilTime(secondsInUTC: -1).description == "1969-12-31T23:59:59")
        #expect(CivilTime(year: -1, month: 2, day: 3)?.description == "-0001-02-03T00:00:00")
    }

    @Test("Instants beyond all clocks are held to the bounds", arguments: [Int.min, Int.max])
    func bounds(instant: Int) {
        let held = CivilTime(secondsInUTC: instant)
        #expect(held.secondsInUTC == CivilTime.held(instant))
        #expect(ZoneRules.utc.civil(at: instant) == held)
        #expect(ZoneRules.utc.instants(of: held) == [held.secondsInUTC])
    }
}
