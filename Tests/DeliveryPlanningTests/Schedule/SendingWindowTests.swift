import DeliveryPlanning
import Testing
import TimeZones

@Suite("Sending windows", .enabled(if: Zones.areThere, "package tzdata is missing: apt-get install tzdata"))
struct SendingWindowTests {
    @Test("A window on working days is open from its first minute to the one before its end")
    func open() throws {
        let window = try SendingWindow(days: "MON-FRI", from: "09:00", to: "20:00")
        let zone = try Zones.rules("Asia/Shanghai")
        let monday = try Zones.utc("2026-11-23 01:00")
        #expect(!window.isOpen(at: monday - 1, in: zone))
        #expect(window.isOpen(at: monday, in: zone))
        #expect(window.isOpen(at: monday + 11 * 3_600 - 1, in: zone))
        #expect(!window.isOpen(at: monday + 11 * 3_600, in: zone))
        #expect(!window.isOpen(at: monday - 86_400 + 3_600, in: zone))
        #expect(window.nextOpening(after: monday - 1, in: zone) == monday)
        #expect(window.nextOpening(after: monday, in: zone) == monday + 86_400)
        #expect(window.nextClosing(after: monday, in: zone) == monday + 11 * 3_600)
        #expect(window.nextOpening(after: monday + 4 * 86_400, in: zone) == monday + 7 * 86_400)
    }

    @Test("A window across midnight belongs to the day on which it opens")
    func acrossMidnight() throws {
        let window = try SendingWindow(days: "FRI", from: "22:00", to: "06:00")
        let friday = try Zones.utc("2026-11-27 22:00")
        #expect(!window.isOpen(at: friday - 1, in: .utc))
        #expect(!window.isOpen(at: friday - 20 * 3_600, in: .utc))
        #expect(window.isOpen(at: friday + 7 * 3_600, in: .utc))
        #expect(window.nextClosing(after: friday, in: .utc) == friday + 8 * 3_600)
        #expect(window.nextOpening(after: friday, in: .utc) == friday + 7 * 86_400)
    }

    @Test("Whole days join, and a window that never closes never opens")
    func wholeDays() throws {
        let monday = try Zones.utc("2026-11-23 00:00")
        let working = try SendingWindow(days: "MON-FRI", from: "00:00", to: "24:00")
        #expect(working.nextOpening(after: monday, in: .utc) == monday + 7 * 86_400)
        #expect(working.nextClosing(after: monday, in: .utc) == monday + 5 * 86_400)
        let always = try SendingWindow(days: "*", from: "00:00", to: "24:00")
        #expect(always.isAlwaysOpen)
        #expect(always.isOpen(at: monday, in: .utc))
        #expect(always.nextOpening(after: monday, in: .utc) == nil)
        #expect(always.nextClosing(after: monday, in: .utc) == nil)
    }

    @Test("The clock decides when it is changed")
    func changedClocks() throws {
        let berlin = try Zones.rules("Europe/Berlin")
        // 02:30 is left out: the window opens when the clock jumps into it.
        let night = try SendingWindow(days: "*", from: "02:30", to: "04:00")
        #expect(
            try Zones.text(night.nextOpening(after: Zones.utc("2026-03-28 12:00"), in: berlin)) == "2026-03-29 01:00"
        )
        // 02:00 to 03:00 comes twice: open, closed and open again.
        let half = try SendingWindow(days: "*", from: "02:00", to: "02:30")
        let first = try #require(try half.nextOpening(after: Zones.utc("2026-10-24 12:00"), in: berlin))
        let closing = try #require(half.nextClosing(after: first, in: berlin))
        let second = try #require(half.nextOpening(after: closing, in: berlin))
        #expect(
            [first, closing, second].map(Zones.text) == ["2026-10-25 00:00", "2026-10-25 00:30", "2026-10-25 01:00"]
        )
        // A window that is left out as a whole opens on the next day.
        #expect(
            try Zones.text(half.nextOpening(after: Zones.utc("2026-03-28 12:00"), in: berlin)) == "2026-03-30 00:00"
        )
    }

    @Test(
        "Openings and closings are those that a watched clock shows",
        arguments: ["Europe/Berlin", "Australia/Lord_Howe", "America/Santiago", "Africa/Casablanca"],
        [
            ("MON-FRI", "09:00", "20:00"), ("SAT,SUN", "22:00", "06:00"), ("*", "01:30", "02:15"),
            ("SUN", "00:00", "24:00"),
        ]
    )
    func watched(zone: String, words: (String, String, String)) throws {
        let rules = try Zones.rules(zone)
        let window = try SendingWindow(days: words.0, from: words.1, to: words.2)
        for start in [
            "2026-02-12 00:00", "2026-03-26 00:00", "2026-04-02 00:00", "2026-09-03 00:00", "2026-10-22 00:00",
        ] {
            let first = try Zones.utc(start)
            let instants = (0..<12 * 1_440).map { first + $0 * 60 }
            var wasOpen = window.isOpen(at: first - 1, in: rules)
            var opening = try #require(window.nextOpening(after: first - 1, in: rules))
            var closing = try #require(window.nextClosing(after: first - 1, in: rules))
            for instant in instants {
                let isOpen = window.isOpen(at: instant, in: rules)
                guard (opening == instant) == (isOpen && !wasOpen), (closing == instant) == (!isOpen && wasOpen) else {
                    Issue.record("\(words) in \(zone) at \(Zones.text(instant))")
                    return
                }
                if opening == instant { opening = try #require(window.nextOpening(after: instant, in: rules)) }
                if closing == instant { closing = try #require(window.nextClosing(after: instant, in: rules)) }
                wasOpen = isOpen
            }
        }
    }

    @Test("Windows that cannot be are refused with what would be right")
    func refused() {
        for (days, from, to, words) in [
            ("MOM", "09:00", "20:00", "did you mean MON?"), ("", "09:00", "20:00", "a value is missing"),
            ("MON", "9", "20:00", "9 is no time of day"), ("MON", "24:00", "20:00", "24:00 is no time"),
            ("MON", "09:00", "24:01", "24:01 is no time"), ("MON", "09:60", "10:00", "09:60 is no time"),
            ("MON", "09:00", "09:00", "has no length"), ("MON", "00:00", "00:00", "write 00:00 to 24:00"),
            ("周一", "09:00", "20:00", "not ASCII"), ("MON", "０9:00", "20:00", "is no time"),
        ] {
            let failure = #expect(throws: SendingWindow.Failure.self, "\(days) \(from) \(to)") {
                _ = try SendingWindow(days: days, from: from, to: to)
            }
            #expect(failure?.description.contains(words) == true, "\(String(describing: failure))")
        }
        #expect(SendingWindow(days: [], from: 0, to: 60) == nil)
        #expect(SendingWindow(days: [0], from: 0, to: 60) == nil)
        #expect(SendingWindow(days: [1], from: -1, to: 60) == nil)
        #expect(SendingWindow(days: [1], from: 0, to: 1_441) == nil)
        #expect(SendingWindow(days: [1], from: 60, to: 60) == nil)
    }

    @Test("The end may be written as 24:00 or 00:00")
    func endOfDay() throws {
        #expect(
            try SendingWindow(days: "MON", from: "9:00", to: "00:00") == SendingWindow(days: [1], from: 540, to: 1_440)
        )
    }
}
