import Testing

@testable import Workspace

@Suite("Durations, rates, percentages, schedules")
struct ValueTests {
    @Test(
        "Durations have units",
        arguments: [
            ("30s", 30_000), ("1m", 60_000), ("2h", 7_200_000), ("2d", 172_800_000), ("1h 30m", 5_400_000),
            ("1h30m", 5_400_000), ("500ms", 500), ("1.5h", 5_400_000), ("10 min", 600_000), ("2D", 172_800_000),
        ]
    )
    func durations(_ text: String, _ milliseconds: Int) throws {
        let value = try #require(DurationText.value(text))
        #expect(value == .milliseconds(milliseconds))
        #expect(DurationText.value(DurationText.text(value)) == value)
    }

    @Test(
        "What has no unit or is no number is no duration",
        arguments: ["", "30", "s", "-1s", "1x", "1s 2", "1e3s", "99999d"]
    )
    func badDurations(_ text: String) {
        #expect(DurationText.value(text) == nil)
    }

    @Test(
        "Rates count in seconds, minutes, hours and days",
        arguments: [("100/s", 100.0), ("30/min", 0.5), ("3600/h", 1), ("1.5/s", 1.5), ("86400 / day", 1)]
    )
    func rates(_ text: String, _ perSecond: Double) {
        #expect(Rate(parsing: text)?.perSecond == perSecond)
    }

    @Test("What is no rate is none", arguments: ["", "100", "/s", "0/s", "-1/s", "1/week", "1/s/s", "x/s"])
    func badRates(_ text: String) {
        #expect(Rate(parsing: text) == nil)
    }

    @Test("Percentages are from 0% to 100%", arguments: [("0%", 0.0), ("100%", 1), ("0.5%", 0.005), ("2 %", 0.02)])
    func percentages(_ text: String, _ fraction: Double) {
        #expect(Percentage(parsing: text)?.fraction == fraction)
    }

    @Test("What is no percentage is none", arguments: ["", "1", "101%", "-1%", "%", "1%%"])
    func badPercentages(_ text: String) {
        #expect(Percentage(parsing: text) == nil)
    }

    @Test(
        "Schedules of cron are known",
        arguments: [
            "* * * * *", "*/5 0-6,22 1 JAN-MAR,12 mon-fri", "0 9 * * FRI-SUN", "59 23 31 12 7", "0\t0 1-7/2 * 0",
        ]
    )
    func schedules(_ text: String) {
        #expect(CronText.objection(to: text) == nil)
    }

    @Test(
        "What cron does not know is refused",
        arguments: [
            "", "* * * *", "60 * * * *", "* * 0 * *", "* * * 13 *", "* * * * 8", "5-1 * * * *", "*/0 * * * *",
            "a * * * *", "1,, * * * *",
        ]
    )
    func badSchedules(_ text: String) {
        #expect(CronText.objection(to: text) != nil)
    }

    @Test(
        "Days of the week go round",
        arguments: [("MON-FRI", [1, 2, 3, 4, 5]), ("sat,sun", [6, 7]), ("SAT-MON", [1, 6, 7]), ("WED", [3])]
    )
    func weekdays(_ text: String, _ days: [Int]) {
        #expect(CronText.weekdays(text) == Set(days))
    }
}
