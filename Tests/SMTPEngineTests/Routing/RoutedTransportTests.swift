import DeliveryPlanning
import MailModel
import MailTestKit
import Testing

@testable import SMTPEngine

/// Direct delivery against scripted servers; domains and hosts come from a resolver of the test's own.
@Suite("Mail to many sites")
struct RoutedTransportTests {
    private static let here = "127.0.0.1"
    /// Nothing listens there.
    private static let dead = "127.0.0.77"

    private func settings(_ server: ScriptedServer) -> TransportSettings {
        var settings = TransportSettings(
            name: "direct",
            host: "",
            port: server.port,
            tls: .opportunistic,
            helloName: "mail.us.example"
        )
        settings.direct = DirectSettings()
        settings.timeouts.reply = .seconds(5)
        settings.grace = .seconds(1)
        return settings
    }

    private func deliver(
        _ messages: [OutgoingMessage],
        _ settings: TransportSettings,
        _ resolver: StubResolver
    ) async throws -> RecordingObserver {
        let observer = RecordingObserver()
        let transport = try RoutedTransport(direct: settings, resolver: resolver, policies: nil)
        try await transport.deliver(from: StubSource(messages, batch: 50), observer: observer)
        #expect(observer.reports.count == messages.reduce(0) { $0 + $1.envelope.recipientCount })
        return observer
    }

    private func outcome(_ observer: RecordingObserver, _ seq: UInt32) -> RecipientOutcome? {
        observer.report(AttemptID(seq: seq, attempt: 1))?.outcome
    }

    @Test("Domains with the same hosts share a connection, and the host is recorded")
    func oneSite() async throws {
        let server = try ScriptedServer()
        var resolver = StubResolver()
        resolver.add("one.example", [("mx.example", Self.here)])
        resolver.add("xn--fsqu00a.example", [("mx.example", Self.here)])
        var settings = settings(server)
        settings.connections = 1
        let mail = (0..<20).map {
            SampleMail.message($0, to: $0 % 2 == 0 ? "a\($0)@one.example" : "b\($0)@xn--fsqu00a.example")
        }
        let observer = try await deliver(mail, settings, resolver)
        #expect(observer.reports.allSatisfy { if case .accepted = $0.outcome { true } else { false } })
        #expect(observer.sessions.map(\.host) == ["mx.example"])
    }

    @Test("A host that cannot be had is passed over for the next one")
    func nextHost() async throws {
        let server = try ScriptedServer()
        var resolver = StubResolver()
        resolver.add("two.example", [("first.example", Self.dead), ("second.example", Self.here)])
        let observer = try await deliver([SampleMail.message(0, to: "a@two.example")], settings(server), resolver)
        guard case .accepted = outcome(observer, 0) else {
            Issue.record("\(observer.reports)")
            return
        }
        #expect(observer.sessions.map(\.host) == ["second.example"])
    }

    @Test("A host that says 4xx at once is passed over, too")
    func busyHost() async throws {
        let busy = try ScriptedServer { number in
            .serve(ServerBehaviour { if number == 0 { $0.greeting = "421 4.3.2 too busy" } })
        }
        var resolver = StubResolver()
        resolver.add("two.example", [("first.example", Self.here), ("second.example", Self.here)])
        let observer = try await deliver([SampleMail.message(0, to: "a@two.example")], settings(busy), resolver)
        #expect(observer.sessions.map(\.host) == ["second.example"])
    }

    @Test("What the DNS decides is an outcome with a status of its own")
    func decided() async throws {
        let server = try ScriptedServer()
        var resolver = StubResolver()
        resolver.exchangers["null.example"] = .records(
            [ExchangerRecord(preference: 0, host: "")],
            StubResolver.proof
        )
        resolver.exchangers["later.example"] = .tryLater("SERVFAIL")
        let mail = ["null", "later", "gone"].enumerated().map { SampleMail.message($0, to: "a@\($1).example") }
        let observer = try await deliver(mail, settings(server), resolver)
        guard case .failed(.routing(let null, _)) = outcome(observer, 0),
            case .deferred(.routing(let later, _)) = outcome(observer, 1),
            case .failed(.routing(let gone, _)) = outcome(observer, 2)
        else {
            Issue.record("\(observer.reports)")
            return
        }
        #expect([null, later, gone].map(\.description) == ["5.1.10", "4.4.3", "5.1.2"])
    }

    @Test("A dead site and a silent one hold up nobody else, and their mail comes again later")
    func slowSites() async throws {
        let server = try ScriptedServer(ServerBehaviour { $0.muteAtRecipient = ["mute"] })
        var resolver = StubResolver()
        resolver.add("dead.example", [("dead.mx.example", Self.dead)])
        resolver.add("silent.example", [("silent.mx.example", Self.here)])
        resolver.add("quick.example", [("quick.mx.example", Self.here)])
        var settings = settings(server)
        settings.timeouts.reply = .seconds(2)
        // More mail for the bad ones than there is room for, and it comes first.
        var mail: [OutgoingMessage] = []
        for _ in 0..<700 { mail.append(SampleMail.message(mail.count, to: "mute@silent.example")) }
        for _ in 0..<700 { mail.append(SampleMail.message(mail.count, to: "a@dead.example")) }
        for _ in 0..<300 { mail.append(SampleMail.message(mail.count, to: "a@quick.example")) }
        let observer = try await deliver(mail, settings, resolver)
        for report in observer.reports {
            let isRight =
                switch (report.id.seq, report.outcome) {
                case (..<700, .released(.busy)), (..<700, .deferred): true
                case (700..<1_400, .deferred(.connection)), (700..<1_400, .released(.busy)): true
                case (1_400..., .accepted): true
                default: false
                }
            if !isRight { Issue.record("\(report)") }
        }
    }

    @Test("A domain's rate is kept, and who finds no room is told when there will be some")
    func domainRate() async throws {
        let server = try ScriptedServer()
        var resolver = StubResolver()
        resolver.add("slow.example", [("mx.example", Self.here)])
        resolver.add("quick.example", [("mx.example", Self.here)])
        var settings = settings(server)
        settings.domains["slow.example"] = DomainPace(messagesPerSecond: 5, connections: 1)
        let mail = (0..<400).map {
            SampleMail.message($0, to: $0 % 2 == 0 ? "a\($0)@slow.example" : "b\($0)@quick.example")
        }
        let observer = try await deliver(mail, settings, resolver)
        var slow = 0
        var quick = 0
        var waits: [UInt32] = []
        for report in observer.reports {
            switch report.outcome {
            case .accepted: if report.id.seq % 2 == 0 { slow += 1 } else { quick += 1 }
            case .released(.busy(let seconds, let words)):
                #expect(words.hasPrefix("slow.example "))
                waits.append(seconds)
            default: Issue.record("\(report)")
            }
        }
        #expect(quick == 200)
        #expect(slow >= 4 && slow + waits.count == 200)
        // Each gets a time of its own: no wave comes back.
        #expect((waits.max() ?? 0) >= 20)
    }

    @Test("A complaint about too much halves what the site is given")
    func complaint() throws {
        let order = SiteOrder(
            identity: .init(hosts: ["mx"], demand: .none),
            name: "mx",
            hosts: [],
            limits: .init(connections: 8, messagesPerSecond: 40, messagesPerConnection: 100)
        )
        let site = Site(order)
        let router = Router(observer: RecordingObserver(), readers: 0, isRelay: false)
        let reply = Reply(code: try #require(ReplyCode(rawValue: 450)), text: "4.7.1 rate limited, slow down")
        SiteObserver(site: site, router: router).record(
            DeliveryReport(
                id: AttemptID(seq: 0, attempt: 1),
                outcome: .deferred(.reply(reply)),
                phase: .recipient,
                session: SessionID(rawValue: 0)
            )
        )
        #expect(site.pace.connections == 4 && site.pace.messagesPerSecond == 20)
    }

    @Test("Recipients of one message at several domains go separate ways")
    func split() async throws {
        let server = try ScriptedServer()
        var resolver = StubResolver()
        resolver.add("one.example", [("mx1.example", Self.here)])
        resolver.add("two.example", [("mx2.example", Self.here)])
        let message = SampleMail.message(0, to: "a@one.example", "b@two.example", "c@one.example")
        let observer = try await deliver([message], settings(server), resolver)
        #expect(observer.reports.count == 3)
        #expect(Set(observer.sessions.map(\.host)) == ["mx1.example", "mx2.example"])
        #expect(server.record.messages.count == 2)
    }

    @Test("A relay with limits for a domain delivers everything within its connections")
    func relay() async throws {
        let server = try ScriptedServer()
        var settings = TransportSettings(name: "relay", host: "127.0.0.1", port: server.port, tls: .none)
        settings.connections = 2
        settings.domains["quiet.example"] = DomainPace(connections: 1)
        let mail = (0..<300).map {
            SampleMail.message($0, to: $0 % 3 == 0 ? "a\($0)@quiet.example" : "b\($0)@other\($0).example")
        }
        let observer = RecordingObserver()
        try await RoutedTransport(relay: settings).deliver(from: StubSource(mail, batch: 20), observer: observer)
        #expect(observer.reports.count == 300)
        #expect(observer.reports.allSatisfy { if case .accepted = $0.outcome { true } else { false } })
        #expect(server.record.connections <= 4)
    }

    @Test("Where there is one connection for all, nobody keeps it from the others")
    func oneConnection() async throws {
        let server = try ScriptedServer(ServerBehaviour { $0.delay = .milliseconds(2) })
        var settings = TransportSettings(name: "relay", host: "127.0.0.1", port: server.port, tls: .none)
        settings.connections = 1
        settings.domains["quiet.example"] = DomainPace(connections: 1)
        let mail = (0..<400).map {
            SampleMail.message($0, to: $0 % 10 == 0 ? "a\($0)@quiet.example" : "b\($0)@other.example")
        }
        let observer = RecordingObserver()
        try await RoutedTransport(relay: settings).deliver(from: StubSource(mail, batch: 20), observer: observer)
        #expect(observer.reports.allSatisfy { if case .accepted = $0.outcome { true } else { false } })
        #expect(observer.reports.count == 400)
        let order = observer.reports.map { $0.id.seq % 10 == 0 }
        // The few do not have to wait for all the many.
        #expect((order.firstIndex(of: true) ?? 400) < 350)
    }

    @Test("A relay that cannot be had ends the run with a reason, and its mail goes back")
    func deadRelay() async throws {
        let server = try ScriptedServer()
        let port = server.port
        server.stop()
        var settings = TransportSettings(name: "relay", host: "127.0.0.1", port: port, tls: .none)
        settings.domains["quiet.example"] = DomainPace(connections: 1)
        let observer = RecordingObserver()
        let mail = (0..<5).map { SampleMail.message($0, to: "a\($0)@quiet.example") }
        await #expect(throws: TransportFailure.self) {
            try await RoutedTransport(relay: settings).deliver(from: StubSource(mail), observer: observer)
        }
        #expect(observer.reports.count == 5)
        #expect(observer.reports.allSatisfy { if case .released = $0.outcome { true } else { false } })
    }
}
