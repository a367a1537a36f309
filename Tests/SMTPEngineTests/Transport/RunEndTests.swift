import MailModel
import MailTestKit
import NIOCore
import NIOPosix
import SMTPProtocol
import Synchronization
import Testing

@testable import SMTPEngine

/// A run ends, whatever a server or a source does.
@Suite(.timeLimit(.minutes(1)))
struct RunEndTests {
    private func settings(_ server: ScriptedServer) -> TransportSettings {
        var settings = TransportSettings(name: "test", host: "127.0.0.1", port: server.port, tls: .none)
        settings.connections = 1
        return settings
    }

    @Test("A connection whose task is cancelled before it is made ends, and says so once")
    func cancelledBeforeOpening() async {
        let events = Mutex(0)
        let plan = ConnectionPlan(
            host: "127.0.0.1",
            port: 1,
            session: SessionSettings(helloName: "client.example", tls: .none),
            grace: .seconds(1),
            tls: nil,
            observer: RecordingObserver(),
            idleLimit: .seconds(1),
            heard: { _ in events.withLock { $0 += 1 } }
        )
        let connection = await Connection.make(plan, on: MultiThreadedEventLoopGroup.singleton.next())
        let isOpen = await Task {
            unsafe withUnsafeCurrentTask { task in unsafe task?.cancel() }
            return await connection.open()
        }.value
        #expect(!isOpen)
        await connection.finish()
        #expect(events.withLock { $0 } == 1)
    }

    /// Cancels the run that asks it, and gives mail all the same.
    private final class CancellingSource: MessageSource {
        let cancel = Mutex<(@Sendable () -> Void)?>(nil)
        let messages = SampleMail.messages(4)

        func next(upTo count: Int) async -> [OutgoingMessage]? {
            cancel.withLock { $0 }?()
            return messages
        }
    }

    @Test("A run that is cancelled between its mail and its connection ends, with an outcome for each message")
    func cancelledBeforeConnecting() async throws {
        let server = try ScriptedServer()
        let source = CancellingSource()
        let observer = RecordingObserver()
        let transport = NativeTransport(settings: settings(server))
        let (start, go) = AsyncStream<Void>.makeStream()
        let task = Task {
            for await _ in start { break }
            try? await transport.deliver(from: source, observer: observer)
        }
        source.cancel.withLock { $0 = { task.cancel() } }
        go.yield()
        await task.value
        #expect(observer.breaches(given: source.messages, unanswered: 64) == [])
        server.stop()
    }

    @Test(
        "A source that waits for every outcome gets them, when a connection ends and has not begun all that it was given"
    )
    func sourceThatWaits() async throws {
        let server = try ScriptedServer(ServerBehaviour { $0.messagesPerConnection = 1 })
        let source = StubSource(SampleMail.messages(12), staysOpen: true)
        let observer = RecordingObserver { if $0 == 12 { source.finish() } }
        try await NativeTransport(settings: settings(server)).deliver(from: source, observer: observer)
        #expect(observer.reports.count == 12)
        server.stop()
    }

    @Test("A source that waits does not hold up a run without a server")
    func sourceThatWaitsWithoutServer() async throws {
        let server = try ScriptedServer { _ in .script([.send("220 hi"), .expect("EHLO"), .send("250 mx"), .close]) }
        let source = StubSource(SampleMail.messages(12), staysOpen: true)
        let observer = RecordingObserver()
        await #expect(throws: TransportFailure.self) {
            try await NativeTransport(settings: settings(server)).deliver(from: source, observer: observer)
        }
        #expect(observer.reports.count == source.given.count)
        server.stop()
    }

    @Test("Messages do not wait for a connection that is refused while another one works")
    func refusedConnections() async throws {
        let server = try ScriptedServer { number in
            number == 0
                ? .serve(ServerBehaviour { $0.delay = .milliseconds(1) })
                : .script([.send("554 5.7.1 连接过多 too many connections"), .close])
        }
        let source = StubSource(SampleMail.messages(100), staysOpen: true)
        let observer = RecordingObserver { if $0 == 100 { source.finish() } }
        var settings = settings(server)
        settings.connections = 6
        try await NativeTransport(settings: settings).deliver(from: source, observer: observer)
        #expect(observer.reports.count { $0.outcome.isAccepted } == 100)
        server.stop()
    }

    @Test("A run that has sent everything does not wait for a connection that is not greeted")
    func muteConnections() async throws {
        let server = try ScriptedServer { number in
            number == 0 ? .serve(ServerBehaviour { $0.delay = .milliseconds(1) }) : .script([.stayMute])
        }
        let delivery = await Delivery.run(port: server.port, SampleMail.messages(100)) { $0.connections = 4 }
        #expect(delivery.failure == nil)
        #expect(delivery.accepted == 100)
        server.stop()
    }

    @Test("A server that reads nothing is left in time")
    func readsNothing() async throws {
        let server = try ScriptedServer { _ in
            .script([
                .send("220 hi"), .expect("EHLO"), .send("250 mx"), .expect("MAIL"), .send("250 ok"), .expect("RCPT"),
                .send("250 ok"), .expect("DATA"), .send("354 go"), .pause(.seconds(4)), .close,
            ])
        }
        let line = Array("................................................................附件\r\n".utf8)
        let block = Array(repeatElement(line, count: 10_000).joined())
        var message = SampleMail.message(1, to: "large")
        message.content.rest = (0..<40).map { _ in .init(storage: block, range: 0..<block.count) }
        let delivery = await Delivery.run(port: server.port, [message]) { $0.timeouts.reply = .seconds(3) }
        let report = try #require(delivery.observer.reports.first)
        #expect(report.phase == .content)
        #expect(report.outcome == .deferred(.timeout(seconds: 3)))
        server.stop()
    }

    @Test("A server that falls silent behind its reply to STARTTLS is left in time")
    func muteBehindStartTLS() async throws {
        let server = try ScriptedServer { _ in
            .script([
                .send("220 mx"), .expect("EHLO"), .send("250-mx\n250 STARTTLS"), .expect("STARTTLS"), .send("220 go"),
                .stayMute,
            ])
        }
        let delivery = await Delivery.run(port: server.port, tls: .starttls) { $0.timeouts.connect = .seconds(1) }
        #expect(delivery.failure?.code == .unreachable)
        #expect(delivery.failure?.phase == .tlsHandshake)
        server.stop()
    }
}
