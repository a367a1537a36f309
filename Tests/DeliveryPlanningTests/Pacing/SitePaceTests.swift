import DeliveryPlanning
import MailModel
import Testing

@Suite("What a site is given")
struct SitePaceTests {
    private static let limits = PaceLimits(connections: 8, messagesPerSecond: 20, messagesPerConnection: 100)

    @Test("A complaint halves connections and rate, those that follow at once count with it")
    func halved() {
        var pace = SitePace(Self.limits)
        let isFirst = pace.heard(.rate, achieved: 20, now: 100)
        #expect(pace.connections == 4 && pace.messagesPerSecond == 10)
        let isSecond = pace.heard(.rate, achieved: 20, now: 104)
        #expect(isFirst && !isSecond && pace.connections == 4)
        _ = pace.heard(.rate, achieved: 10, now: 106)
        #expect(pace.connections == 2 && pace.messagesPerSecond == 5)
    }

    @Test("Too many connections cost connections alone, down to one")
    func connectionsOnly() {
        var pace = SitePace(Self.limits)
        for time in [0.0, 10, 20] { _ = pace.heard(.connections, achieved: 20, now: time) }
        #expect(pace.connections == 1 && pace.messagesPerSecond == 20)
        _ = pace.heard(.connections, achieved: 20, now: 30)
        #expect(pace.connections == 1 && pace.messagesPerSecond == 20)
    }

    @Test("It never falls to nothing, and comes back step by step to what it was")
    func recovers() {
        var pace = SitePace(Self.limits)
        var now = 0.0
        for _ in 0..<50 {
            _ = pace.heard(.rate, achieved: 1, now: now)
            now += 10
        }
        #expect(pace.connections == 1)
        #expect((pace.messagesPerSecond ?? 0) >= 0.1)
        let isTooSoon = pace.grow(now: now)
        #expect(!isTooSoon)
        var steps = 0
        while pace.isReduced, steps < 100 {
            now += 20
            let before = pace.connections
            _ = pace.grow(now: now)
            #expect(pace.connections - before <= 1)
            steps += 1
        }
        #expect(pace.connections == 8 && pace.messagesPerSecond == 20)
        #expect((7...12).contains(steps))
    }

    @Test("Without a limit one is found at half of what was sent, and forgotten when all is quiet")
    func withoutLimit() {
        var pace = SitePace(PaceLimits(connections: 1, messagesPerConnection: 100))
        _ = pace.heard(.rate, achieved: 50, now: 0)
        #expect(pace.messagesPerSecond == 25)
        for step in 1...12 { _ = pace.grow(now: Double(step) * 20) }
        #expect(pace.messagesPerSecond == nil && !pace.isReduced)
    }

    private func signal(_ code: UInt16, _ text: String) throws -> PaceSignal? {
        PaceSignal(.reply(Reply(code: try #require(ReplyCode(rawValue: code)), text: text)))
    }

    @Test(
        "Providers' words are understood",
        arguments: [
            (421, "4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to user complaints", PaceSignal.rate),
            (421, "4.7.28 Our system has detected an unusual rate of unsolicited mail", .rate),
            (451, "4.7.500 Server busy. Please try again later", .rate),
            (450, "4.7.1 try again later", .rate), (550, "Connection frequency limited", .connections),
            (451, "MI:STR 发送频率过高", .rate), (421, "Too many connections from your IP", .connections),
            (452, "4.3.2 too many concurrent SMTP connections", .connections),
            (554, "5.7.0 Rate limit exceeded", .rate),
        ] as [(UInt16, String, PaceSignal)]
    )
    func words(_ code: UInt16, _ text: String, _ expected: PaceSignal) throws {
        #expect(try signal(code, text) == expected)
    }

    @Test(
        "What is about one recipient, or greylisting, slows nobody down",
        arguments: [
            (450, "4.2.0 Greylisted, try again in 300 seconds"), (451, "4.7.1 Greylisting in action"),
            (452, "4.2.2 Mailbox full"), (550, "5.1.1 User unknown"), (421, "4.4.2 Idle timeout"),
            (421, "Service not available"),
            (450, "4.2.1 The user is receiving mail at a rate that prevents delivery"), (250, "2.0.0 OK"),
        ] as [(UInt16, String)]
    )
    func others(_ code: UInt16, _ text: String) throws { #expect(try signal(code, text) == nil) }

    @Test(
        "Providers are known by where their mail exchangers are",
        arguments: [
            (["gmail-smtp-in.l.google.com", "alt1.gmail-smtp-in.l.google.com"], "Gmail and Google Workspace"),
            (["outlook-com.olc.protection.outlook.com"], "Outlook.com"),
            (["contoso-com.mail.protection.outlook.com"], "Microsoft 365"),
            (["mta5.am0.yahoodns.net"], "Yahoo and AOL"), (["mx01.mail.icloud.com"], "iCloud"),
            (["mx1.qq.com", "mx3.qq.com"], "QQ"), (["163mx01.mxmail.netease.com"], "NetEase (163, 126, yeah.net)"),
            (["mx.example.com"], nil), (["evilgoogle.com"], nil), (["aspmx.l.google.com", "mx.example.com"], nil),
            ([], nil),
        ] as [([String], String?)]
    )
    func presets(_ hosts: [String], _ name: String?) { #expect(ProviderPreset.of(hosts)?.name == name) }

    @Test("What a person has set for a domain outranks its provider's preset, and the transport bounds both")
    func limits() {
        var settings = TransportSettings(name: "d", host: "", port: 25, tls: .opportunistic)
        settings.connections = 6
        let google = ["aspmx.l.google.com"]
        let preset = PaceLimits(settings, domain: nil, hosts: google)
        #expect(preset == PaceLimits(connections: 6, messagesPerSecond: 20, messagesPerConnection: 100))
        let own = PaceLimits(settings, domain: DomainPace(messagesPerSecond: 50, connections: 2), hosts: google)
        #expect(own.messagesPerSecond == 50 && own.connections == 2)
        let other = PaceLimits(settings, domain: nil, hosts: ["mx.example"])
        #expect(other == PaceLimits(connections: 6, messagesPerConnection: 500))
    }

    @Test("Who finds a busy site comes again when told to, and that is no attempt")
    func busy() {
        let policy = FailurePolicy(schedule: .standard)
        let step = policy.nextStep(
            after: .released(.busy(seconds: 40, "gmail.com")),
            id: AttemptID(seq: 1, attempt: 1),
            now: 1_000,
            firstAttemptAt: 0
        )
        #expect(step == .retry(at: 1_040))
    }
}
