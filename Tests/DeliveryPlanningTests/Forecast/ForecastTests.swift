import DeliveryPlanning
import Testing
import TimeZones

@Suite("What a run will take")
struct ForecastTests {
    /// Monday, 23 November 2026, 09:00 in UTC.
    private static let monday = 1_795_424_400
    private static let hour = 3_600

    private static func plan(_ messages: Int, perSecond: Double? = nil, hours: (String, String)? = nil) throws
        -> SendingPlan
    {
        var plan = SendingPlan(messages: messages, begins: monday)
        if let perSecond { plan.limits = [.init(domain: nil, perSecond: perSecond, messages: messages)] }
        if let hours { plan.window = try SendingWindow(days: "MON-FRI", from: hours.0, to: hours.1) }
        return plan
    }

    @Test("The test's Monday is one")
    func monday() throws {
        let window = try SendingWindow(days: "MON", from: "09:00", to: "09:01")
        #expect(window.isOpen(at: Self.monday, in: .utc))
    }

    @Test("Without a limit nobody knows how long it takes")
    func unlimited() throws {
        let forecast = Forecast(try Self.plan(1_000_000))
        #expect(forecast.ends == nil)
        #expect(forecast.bound == nil)
        #expect(forecast.conflicts.isEmpty)
    }

    @Test("A rate gives the end", arguments: [(100, 100.0, 1), (100_000, 100.0, 1_000), (7, 0.5, 14), (0, 10.0, 0)])
    func rate(messages: Int, perSecond: Double, seconds: Int) throws {
        let forecast = Forecast(try Self.plan(messages, perSecond: perSecond))
        if messages > 0 { #expect(forecast.ends == Self.monday + seconds) }
        #expect(forecast.windows == 1)
    }

    @Test("The domain that takes longest bounds the run")
    func domain() throws {
        var plan = try Self.plan(10_000, perSecond: 100)
        plan.limits.append(.init(domain: "qq.com", perSecond: 2, messages: 4_000))
        plan.limits.append(.init(domain: "gmail.com", perSecond: 20, messages: 6_000))
        let forecast = Forecast(plan)
        #expect(forecast.bound?.domain == "qq.com")
        #expect(forecast.ends == Self.monday + 2_000)
    }

    @Test("What the first window cannot take leaves in the next ones, and the weekend lies between")
    func windows() throws {
        var plan = try Self.plan(3 * 3_600 * 10, perSecond: 1, hours: ("09:00", "19:00"))
        plan.retry.giveUpAfter = 7 * 24 * Self.hour
        let forecast = Forecast(plan)
        #expect(forecast.windows == 3)
        #expect(forecast.ends == Self.monday + 2 * 24 * Self.hour + 10 * Self.hour)
        #expect(forecast.conflicts == [.windowCloses(at: Self.monday + 10 * Self.hour, left: 72_000)])
        plan.begins += 11 * Self.hour + 4 * 24 * Self.hour
        let weekend = Forecast(plan)
        #expect(weekend.begins == Self.monday + 7 * 24 * Self.hour)
    }

    @Test("A message deferred at closing time is given up before the window opens again")
    func closed() throws {
        var plan = try Self.plan(10, perSecond: 1, hours: ("09:00", "19:00"))
        plan.retry = RetrySchedule(waits: [60], giveUpAfter: 24 * Self.hour)
        #expect(Forecast(plan).conflicts == [.givenUpWhileClosed(closed: 62 * Self.hour, giveUp: 24 * Self.hour)])
        plan.retry.giveUpAfter = 63 * Self.hour
        #expect(Forecast(plan).conflicts.isEmpty)
    }

    @Test("Waits that come after giving up are told")
    func waits() throws {
        var plan = try Self.plan(10)
        plan.retry = RetrySchedule(waits: [60, 300, 7_200], giveUpAfter: 1_800)
        #expect(Forecast(plan).conflicts == [.unusedWait(3, seconds: 7_200, giveUp: 1_800)])
        plan.retry = .standard
        #expect(Forecast(plan).conflicts.isEmpty)
    }

    @Test("A run that goes on when the job is due again is told")
    func overlap() throws {
        var plan = try Self.plan(7_200, perSecond: 1)
        plan.nextOccurrence = Self.monday + Self.hour
        #expect(Forecast(plan).conflicts == [.nextOccurrence(at: Self.monday + Self.hour)])
        plan.nextOccurrence = Self.monday + 3 * Self.hour
        #expect(Forecast(plan).conflicts.isEmpty)
    }

    @Test("Absurd numbers end, and quickly")
    func absurd() throws {
        var plan = try Self.plan(.max, perSecond: 1e-9, hours: ("09:00", "09:01"))
        #expect(Forecast(plan).ends == nil)
        plan.window = nil
        #expect(Forecast(plan).ends != nil)
    }
}
