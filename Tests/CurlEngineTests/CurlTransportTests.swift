import CurlEngine
import MailModel
import MailTestKit
import Testing

/// What is peculiar to libcurl's engine.
struct CurlTransportTests {
    private struct Run {
        var server: ServerRecord
        var observer: RecordingObserver
        var failure: TransportFailure?
    }

    private func run(
        _ behaviour: ServerBehaviour,
        _ messages: [OutgoingMessage],
        _ change: (inout TransportSettings) -> Void = { _ in }
    ) async throws -> Run {
        let server = try ScriptedServer(behaviour)
        defer { server.stop() }
        var settings = TransportConformance.baseSettings(port: server.port)
        change(&settings)
        let observer = RecordingObserver()
        let source = StubSource(messages)
        var failure: TransportFailure?
        do throws(TransportFailure) {
            try await CurlTransport(settings: settings).deliver(from: source, observer: observer)
        } catch {
            failure = error
        }
        server.stop()
        #expect(observer.breaches(given: source.given, unanswered: settings.unanswered).isEmpty)
        return Run(server: server.record, observer: observer, failure: failure)
    }

    @Test("The size is said in MAIL, and a session ends with QUIT")
    func dialogue() async throws {
        let message = SampleMail.message(0, to: "ann")
        let run = try await run(ServerBehaviour(), [message])
        let expected = [
            "EHLO client.example.test", "MAIL FROM:<bounces@sender.test> SIZE=\(message.content.size)",
            "RCPT TO:<ann@example.test>", "DATA", "QUIT",
        ]
        #expect(run.server.commands == [expected])
    }

    @Test("A refused recipient ends libcurl's connection, one of several does not")
    func refusedRecipient() async throws {
        let behaviour = ServerBehaviour { $0.recipientReplies = ["nobody": "550 5.1.1 no such user"] }
        let alone = [SampleMail.message(0, to: "nobody"), SampleMail.message(1, to: "ann")]
        #expect(try await run(behaviour, alone).server.connections == 2)
        let among = [SampleMail.message(0, to: "nobody", "bob"), SampleMail.message(5, to: "ann")]
        #expect(try await run(behaviour, among).server.connections == 1)
    }

    @Test("A stray refusal behind a reply does not hit the next message", arguments: ["550 5.0.0 stray", "250 stray"])
    func strayLine(line: String) async throws {
        let behaviour = ServerBehaviour { $0.unaskedLines = ["odd": ServerReply(stringLiteral: line)] }
        let run = try await run(behaviour, [SampleMail.message(0, to: "odd")] + SampleMail.messages(3, from: 1))
        #expect(run.observer.reports.map(\.outcome.isAccepted) == [true, true, true, true])
        #expect(run.server.connections == 2)
    }

    @Test("A wrong password is tried once, however many connections there may be")
    func wrongPassword() async throws {
        let behaviour = ServerBehaviour { $0.login = ServerLogin(user: "news", password: "right") }
        let run = try await run(behaviour, SampleMail.messages(50)) {
            $0.connections = 8
            $0.login = Login(user: "news", password: Secret("wrong"))
        }
        #expect(run.failure?.code == .loginRefused)
        #expect(run.server.connections == 1)
        #expect(run.server.commands.joined().count { $0.hasPrefix("AUTH") } == 1)
    }

    @Test("A session tells where it goes and how it logged in")
    func facts() async throws {
        let behaviour = ServerBehaviour { $0.login = ServerLogin(user: "news", password: "right") }
        var port = 0
        let run = try await run(behaviour, SampleMail.messages(3)) {
            $0.login = Login(user: "news", password: Secret("right"), mechanism: .login)
            port = $0.port
        }
        let facts = SessionFacts(host: "127.0.0.1", endpoint: "127.0.0.1:\(port)", tls: nil, authMechanism: "LOGIN")
        #expect(run.observer.sessions == [facts])
        #expect(run.observer.reports.allSatisfy { $0.session == SessionID(rawValue: 0) })
    }

    @Test("Messages leave no faster than the rate")
    func rate() async throws {
        let start = ContinuousClock.now
        let run = try await run(ServerBehaviour(), SampleMail.messages(11)) {
            $0.messagesPerSecond = 50
            $0.connections = 3
        }
        #expect(run.observer.reports.count { $0.outcome.isAccepted } == 11)
        #expect(ContinuousClock.now - start >= .milliseconds(199))
    }

    @Test("A connection that was closed while it was idle is replaced, and the message is not hurt")
    func idleConnection() async throws {
        let server = try ScriptedServer { number in
            number > 0
                ? .serve(ServerBehaviour())
                : .script([
                    .send("220 hello"), .expect("EHLO"), .send("250 mx"), .expect("MAIL"), .send("250 ok"),
                    .expect("RCPT"), .send("250 ok"), .expect("DATA"), .send("354 go"), .readMessage,
                    .send("250 2.0.0 ok"), .send("421 4.4.2 idle too long"), .close,
                ])
        }
        defer { server.stop() }
        let observer = RecordingObserver()
        let transport = CurlTransport(settings: TransportConformance.baseSettings(port: server.port))
        try await transport.deliver(from: StubSource(SampleMail.messages(3), batch: 1), observer: observer)
        #expect(observer.reports.map(\.outcome.isAccepted) == [true, true, true])
        #expect(server.record.connections == 2)
    }

    @Test("A server that wants no second connection now does not stop the first")
    func secondConnectionRefused() async throws {
        let server = try ScriptedServer { number in
            number == 0
                ? .serve(ServerBehaviour { $0.delay = .milliseconds(3) })
                : .script([.send("421 4.7.0 too many connections"), .close])
        }
        defer { server.stop() }
        var settings = TransportConformance.baseSettings(port: server.port)
        settings.connections = 3
        let observer = RecordingObserver()
        try await CurlTransport(settings: settings).deliver(
            from: StubSource(SampleMail.messages(40)),
            observer: observer
        )
        #expect(observer.reports.count { $0.outcome.isAccepted } == 40)
        #expect(server.record.connections > 1)
    }

    @Test("A relay that is away for a moment, after it was there, is tried again", arguments: [1, 3])
    func restart(connections: Int) async throws {
        let server = try ScriptedServer { number in
            switch number {
            case 0: .serve(ServerBehaviour { $0.cuts = ["user1": .atRecipient] })
            case 1: .script([.send("421 4.3.2 starting"), .close])
            default: .serve(ServerBehaviour())
            }
        }
        defer { server.stop() }
        var settings = TransportConformance.baseSettings(port: server.port)
        settings.connections = connections
        let observer = RecordingObserver()
        try await CurlTransport(settings: settings).deliver(
            from: StubSource(SampleMail.messages(6)),
            observer: observer
        )
        // The one under which the connection was cut is deferred, when it met that connection.
        #expect(observer.reports.count { $0.outcome.isAccepted } >= 5)
    }

    @Test("A relay that stays away stops the transport, and what was taken goes back")
    func goneForGood() async throws {
        let server = try ScriptedServer { number in
            number == 0
                ? .serve(ServerBehaviour { $0.cuts = ["user1": .atRecipient] })
                : .script([.send("421 4.3.2 closed 暂停服务"), .close])
        }
        defer { server.stop() }
        let source = StubSource(SampleMail.messages(6))
        let observer = RecordingObserver()
        let transport = CurlTransport(settings: TransportConformance.baseSettings(port: server.port))
        let failure = await #expect(throws: TransportFailure.self) {
            try await transport.deliver(from: source, observer: observer)
        }
        #expect(failure?.code == .unreachable)
        #expect(failure?.cause.words.contains("暂停服务") == true)
        #expect(observer.breaches(given: source.given, unanswered: 64).isEmpty)
        #expect(server.record.connections == 5)
    }

    @Test("SMTPUTF8 for a header field alone is more than libcurl can ask for")
    func headerOnly() async throws {
        var message = SampleMail.message(0, to: "ann")
        message.envelope.needsSMTPUTF8 = true
        let run = try await run(ServerBehaviour(), [message])
        guard case .failed(.unsupported(let text)) = run.observer.reports.first?.outcome else {
            Issue.record("\(run.observer.reports)")
            return
        }
        #expect(text.contains("SMTPUTF8"))
        #expect(run.server.connections == 0)
    }

    @Test(
        "A certificate file that cannot be used is told of before a message is taken",
        arguments: ["/nonexistent/ca.pem", "/dev/null"]
    )
    func badCertificateFile(path: String) async throws {
        let source = StubSource(SampleMail.messages(3))
        var settings = TransportConformance.baseSettings(port: 1)
        settings.tls = .starttls
        settings.trustedCertificates = path
        let failure = await #expect(throws: TransportFailure.self) {
            try await CurlTransport(settings: settings).deliver(from: source, observer: RecordingObserver())
        }
        #expect(failure?.code == .configuration)
        #expect(failure?.cause.words.contains(path) == true)
        #expect(source.given.isEmpty)
    }

    @Test("A server without STARTTLS gets nothing when TLS is demanded")
    func noStartTLS() async throws {
        let run = try await run(ServerBehaviour(), SampleMail.messages(2)) { $0.tls = .starttls }
        #expect(run.failure?.code == .configuration)
        #expect(run.failure?.phase == .startTLS)
        #expect(run.server.commands.joined().allSatisfy { !$0.hasPrefix("MAIL") })
        let inTheClear = try await self.run(ServerBehaviour(), SampleMail.messages(2)) { $0.tls = .opportunistic }
        #expect(inTheClear.observer.reports.count { $0.outcome.isAccepted } == 2)
    }

    @Test("A server that does not speak TLS from the first byte is a matter of the settings")
    func noImplicitTLS() async throws {
        let run = try await run(ServerBehaviour(), SampleMail.messages(2)) { $0.tls = .implicit }
        #expect(run.failure?.code == .configuration)
        #expect(run.failure?.cause.words.contains("tls: starttls") == true)
    }
}
