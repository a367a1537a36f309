import Testing

@testable import MailJobs

@Suite("The pace of watching")
struct PollPaceTests {
    private let now = ContinuousClock.now

    @Test("A mailbox that was never polled is due, and then not before the interval is over")
    func interval() {
        var pace = PollPace(every: .seconds(60))
        #expect(pace.isDue("退信", at: now))
        #expect(pace.polled("退信", failed: false, at: now) == .seconds(60))
        #expect(!pace.isDue("退信", at: now + .seconds(59)))
        #expect(pace.isDue("退信", at: now + .seconds(60)))
    }

    @Test("Failures make pauses longer up to 15 minutes, and success makes them short again")
    func failures() {
        var pace = PollPace(every: .seconds(60))
        let pauses = (0..<6).map { _ in pace.polled("bounces", failed: true, at: now) }
        #expect(pauses == [120, 240, 480, 900, 900, 900].map { .seconds($0) })
        #expect(pace.polled("bounces", failed: false, at: now) == .seconds(60))
    }

    @Test("Failures never make pauses shorter than a long interval")
    func longInterval() {
        var pace = PollPace(every: .seconds(7_200))
        #expect(pace.polled("bounces", failed: true, at: now) == .seconds(7_200))
    }

    @Test("A mailbox that fails makes no other one wait")
    func several() {
        var pace = PollPace(every: .seconds(10))
        pace.polled("bounces", failed: true, at: now)
        pace.polled("replies", failed: false, at: now)
        #expect(pace.next(of: ["bounces", "replies"], at: now) == now + .seconds(10))
        #expect(pace.next(of: ["bounces"], at: now) == now + .seconds(20))
        #expect(pace.next(of: ["bounces", "new"], at: now) == now)
    }
}
