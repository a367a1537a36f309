import MailModel
import NIOCore
import SMTPProtocol
import Testing

@testable import SMTPEngine

/// When a run is given up, by a clock of our own.
struct SiteHealthTests {
    private static let refusal = SessionEnd(kind: .closing, phase: .greeting, cause: .connection("421 连接过多"))
    private static let loss = SessionEnd(kind: .lost, phase: .mail, cause: .connection("hung up"))

    private var health = SiteHealth(peer: "mx.example.test:25", tls: .none)
    private var now = NIODeadline.uptimeNanoseconds(1_000_000_000)

    /// Waits as long as it takes, and connects.
    private mutating func connect() throws -> Int {
        for _ in 0..<10_000 {
            switch health.admit(now: now) {
            case .go(let number): return number
            case .wait(let until): now = max(until, now + .milliseconds(1))
            case .stop: throw Stopped()
            }
        }
        throw Stopped()
    }

    private struct Stopped: Error {}

    private mutating func end(_ number: Int, _ end: SessionEnd, hasMail: Bool = true) {
        health.ended(number, end, hasMail: hasMail, now: now)
    }

    @Test("However often one more connection is refused, nobody is given up while a session works")
    mutating func refusedBesideWorking() throws {
        let worker = try connect()
        health.opened(worker)
        health.proved(worker)
        for _ in 0..<100 { end(try connect(), Self.refusal) }
        #expect(health.failure == nil)
        // Its place is free: another one may connect at once, and has all the patience that there is.
        end(worker, SessionEnd(kind: .quit, phase: .quit, cause: .connection("")))
        let time = now
        for _ in 0..<7 { end(try connect(), Self.refusal) }
        #expect(health.failure == nil)
        #expect(now - time >= .seconds(6))
        end(try connect(), Self.refusal)
        #expect(health.failure?.code == .unreachable)
    }

    @Test("Where no session can be had, four attempts end the run")
    mutating func noSession() throws {
        for _ in 0..<3 { end(try connect(), Self.refusal) }
        #expect(health.failure == nil)
        end(try connect(), Self.refusal)
        #expect(health.failure?.code == .unreachable)
        #expect(health.failure?.phase == .greeting)
        guard case .stop = health.admit(now: now) else { throw Stopped() }
    }

    @Test("Sessions that overlap and get nothing done end the run too")
    mutating func overlapping() throws {
        var open: [Int] = []
        for _ in 0..<8 {
            let number = try connect()
            health.opened(number)
            open.append(number)
        }
        var count = 0
        while health.failure == nil {
            count += 1
            try #require(count < 30, "a run without an end")
            let first = open.isEmpty ? try connect() : open.removeFirst()
            health.opened(first)
            end(first, Self.loss)
            now = now + .milliseconds(120)
        }
        #expect(open.isEmpty)
    }

    @Test("After a failure one connection at a time tries, and whatever becomes of it, another one may follow")
    mutating func probing() throws {
        end(try connect(), Self.refusal)
        let probe = try connect()
        guard case .wait = health.admit(now: now) else { throw Stopped() }
        health.opened(probe)
        guard case .wait = health.admit(now: now) else { throw Stopped() }
        end(probe, SessionEnd(kind: .quit, phase: .quit, cause: .connection("")))
        let next = try connect()
        health.opened(next)
        health.proved(next)
        guard case .go = health.admit(now: now) else { throw Stopped() }
    }

    @Test("Those who fail together fail once")
    mutating func together() throws {
        let all = [try connect(), try connect(), try connect(), try connect(), try connect()]
        for number in all { end(number, Self.refusal) }
        #expect(health.failure == nil)
    }

    @Test("Where no mail waits, nobody is given up; and with the next mail it is seen that the server is gone")
    mutating func withoutMail() throws {
        for _ in 0..<10 { end(try connect(), Self.refusal, hasMail: false) }
        #expect(health.failure == nil)
        end(try connect(), Self.refusal)
        #expect(health.failure?.code == .unreachable)
    }

    @Test("A refused login ends the run at once, but not the sessions that are there")
    mutating func refused() throws {
        let login = SessionEnd(kind: .refused(.loginRefused), phase: .auth, cause: .connection("535 密码错误"))
        var other = self
        other.end(try other.connect(), login)
        #expect(other.health.failure?.code == .loginRefused)
        let worker = try connect()
        health.opened(worker)
        health.proved(worker)
        end(try connect(), login)
        #expect(health.failure == nil)
        end(worker, SessionEnd(kind: .quit, phase: .quit, cause: .connection("")))
        end(try connect(), login)
        #expect(health.failure?.code == .loginRefused)
    }

    @Test("A greeting that refuses us for good right behind mail that was taken is asked again")
    mutating func tooManyForGood() throws {
        let greeting = SessionEnd(kind: .refused(.unreachable), phase: .greeting, cause: .connection("554 too many"))
        let worker = try connect()
        health.opened(worker)
        health.proved(worker)
        end(worker, SessionEnd(kind: .quit, phase: .quit, cause: .connection("")))
        end(try connect(), greeting)
        #expect(health.failure == nil)
        for _ in 0..<7 { end(try connect(), greeting) }
        #expect(health.failure?.code == .unreachable)
    }
}
