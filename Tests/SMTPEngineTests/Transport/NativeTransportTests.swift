import MailModel
import MailTestKit
import SMTPEngine
import Testing

struct NativeTransportTests {
    @Test("One message needs one connection, many need as many as the settings allow")
    func connectionsOnDemand() async throws {
        let server = try ScriptedServer(ServerBehaviour { $0.delay = .microseconds(200) })
        let one = await Delivery.run(port: server.port, SampleMail.messages(1)) { $0.connections = 8 }
        #expect(one.accepted == 1)
        #expect(server.record.connections == 1)
        let many = await Delivery.run(port: server.port, SampleMail.messages(200)) { $0.connections = 4 }
        #expect(many.accepted == 200)
        #expect((2...5).contains(server.record.connections))
        server.stop()
    }

    @Test("Every session ends with QUIT")
    func quit() async throws {
        let server = try ScriptedServer()
        let delivery = await Delivery.run(port: server.port, SampleMail.messages(25)) { $0.messagesPerConnection = 10 }
        #expect(delivery.accepted == 25)
        #expect(server.record.commands.count == 3)
        #expect(server.record.commands.allSatisfy { $0.last == "QUIT" })
        server.stop()
    }

    @Test("A source that gives messages one by one gets several connections too, when one is too slow for it")
    func connectionsForSmallBatches() async throws {
        let server = try ScriptedServer(ServerBehaviour { $0.delay = .milliseconds(4) })
        var settings = TransportSettings(name: "test", host: "127.0.0.1", port: server.port, tls: .none)
        settings.connections = 3
        let observer = RecordingObserver()
        let source = StubSource(SampleMail.messages(40), batch: 1)
        try await NativeTransport(settings: settings).deliver(from: source, observer: observer)
        #expect(observer.reports.count == 40)
        #expect(server.record.connections > 1)
        server.stop()
    }

    @Test("A connection without anything to say is closed politely, and another made when there is")
    func idle() async throws {
        let server = try ScriptedServer()
        let settings = TransportSettings(name: "test", host: "127.0.0.1", port: server.port, tls: .none)
        let source = StubSource(SampleMail.messages(1), staysOpen: true)
        let observer = RecordingObserver()
        async let delivery: Void = NativeTransport(settings: settings, idleLimit: .milliseconds(20))
            .deliver(from: source, observer: observer)
        while server.record.commands.first?.last != "QUIT" { try await Task.sleep(for: .milliseconds(5)) }
        source.finish()
        try await delivery
        #expect(observer.reports.count == 1)
        server.stop()
    }

    @Test("A server that wants fewer connections than we have gets fewer, and all the mail")
    func tooManyConnections() async throws {
        let server = try ScriptedServer { number in
            number < 2
                ? .serve(ServerBehaviour { $0.delay = .microseconds(300) })
                : .script([.send("421 4.7.0 too many connections"), .close])
        }
        let delivery = await Delivery.run(port: server.port, SampleMail.messages(300)) { $0.connections = 6 }
        #expect(delivery.failure == nil)
        #expect(delivery.accepted == 300)
        server.stop()
    }

    @Test("A server that hangs up behind every greeting ends the run, and every message that was taken is released")
    func hangsUp() async throws {
        let server = try ScriptedServer { _ in .script([.send("220 hi"), .close]) }
        let delivery = await Delivery.run(port: server.port, SampleMail.messages(100)) { $0.connections = 4 }
        #expect(delivery.failure?.code == .unreachable)
        #expect(delivery.released == delivery.observer.reports.count)
        #expect(server.record.connections < 20)
        server.stop()
    }

    @Test("A server that hangs up behind every EHLO ends the run too")
    func hangsUpAtMail() async throws {
        let server = try ScriptedServer { _ in
            .script([.send("220 hi"), .expect("EHLO"), .send("250 mx"), .expect("MAIL"), .close])
        }
        let delivery = await Delivery.run(port: server.port, SampleMail.messages(1_000)) { $0.connections = 4 }
        #expect(delivery.failure?.code == .unreachable)
        #expect(delivery.released == delivery.observer.reports.count)
        server.stop()
    }

    @Test("The rate is kept")
    func rate() async throws {
        let server = try ScriptedServer()
        let clock = ContinuousClock()
        var delivery: Delivery?
        let elapsed = await clock.measure {
            delivery = await Delivery.run(port: server.port, SampleMail.messages(12)) {
                $0.messagesPerSecond = 50
                $0.connections = 4
            }
        }
        #expect(delivery?.accepted == 12)
        // Five may go at once; the other seven need 20 ms each. An upper bound would be a matter of luck.
        #expect(elapsed >= .milliseconds(120))
        server.stop()
    }

    @Test("Large content arrives whole through a reader that is slow, and is marked only when nearly all has left")
    func largeContent() async throws {
        let server = try ScriptedServer()
        let line = Array("................................................................附件\r\n".utf8)
        let bytes = Array(repeatElement(line, count: 60_000).joined())
        var message = SampleMail.message(1, to: "large")
        message.content = SampleMail.content(bytes)
        let delivery = await Delivery.run(port: server.port, [message] + SampleMail.messages(2, from: 10))
        #expect(delivery.accepted == 3)
        #expect(server.record.messages.first?.content == bytes)
        #expect(server.record.breaches.isEmpty)
        server.stop()
    }

    @Test("Large messages are fetched few at a time, so that they do not fill the memory")
    func largeBatches() async throws {
        let server = try ScriptedServer()
        let bytes = Array(repeatElement(Array("a line of a large attachment 附件\r\n".utf8), count: 60_000).joined())
        let messages = SampleMail.messages(20).map { message in
            var message = message
            message.content = SampleMail.content(bytes)
            return message
        }
        let settings = TransportSettings(name: "test", host: "127.0.0.1", port: server.port, tls: .none)
        let source = StubSource(messages)
        let observer = RecordingObserver()
        try await NativeTransport(settings: settings).deliver(from: source, observer: observer)
        #expect(observer.breaches(given: source.given, unanswered: 64) == [])
        #expect(source.largestRequest <= 4)
        server.stop()
    }

    @Test("A name for EHLO that could forge a command is a fault of the settings")
    func helloName() async {
        let delivery = await Delivery.run(port: 1) { $0.helloName = "a\r\nMAIL FROM:<x@y>" }
        #expect(delivery.failure?.code == .configuration)
    }

    @Test("A name that does not exist, and a port that is closed, say so")
    func unreachable() async throws {
        let name = await Delivery.run(port: 25, host: "mx.invalid")
        #expect(name.failure?.code == .unreachable)
        #expect(name.failure?.phase == .resolve)
        #expect(name.words.contains("mx.invalid"))
        let server = try ScriptedServer()
        let port = server.port
        server.stop()
        let closed = await Delivery.run(port: port)
        #expect(closed.failure?.code == .unreachable)
        #expect(closed.failure?.phase == .connect)
        #expect(closed.words.contains("Connection refused"), "\(closed.words)")
        #expect(closed.failure?.peer == "127.0.0.1:\(port)")
    }

    @Test("With CHUNKING whole messages ride behind each other, each delivered once")
    func chunking() async throws {
        let server = try ScriptedServer(
            ServerBehaviour {
                $0.keywords = ["PIPELINING", "CHUNKING", "8BITMIME"]
                $0.recipientReplies = ["user7": "550 5.1.1 没有这个人"]
            }
        )
        let delivery = await Delivery.run(port: server.port, SampleMail.messages(100)) { $0.unanswered = 16 }
        #expect(delivery.accepted == 99)
        #expect(server.record.messages.count == 99)
        #expect(server.record.commands.joined().contains { $0.hasPrefix("BDAT") })
        #expect(server.record.breaches.isEmpty, "\(server.record.breaches)")
        server.stop()
    }

    @Test(
        "Whatever a server does to some messages, each has exactly one outcome and no mark stays open",
        arguments: [["PIPELINING"], ["PIPELINING", "CHUNKING"], []],
        [false, true]
    )
    func chaos(keywords: [String], cutsByReset: Bool) async throws {
        var behaviour = ServerBehaviour()
        behaviour.keywords = keywords
        behaviour.cutsByReset = cutsByReset
        behaviour.messagesPerConnection = 40
        let cuts: [ServerBehaviour.Cut] = [
            .atRecipient, .atData, .inContent(bytes: 20), .atEndOfData, .inEndReply, .atMail,
        ]
        for (index, cut) in cuts.enumerated() { behaviour.cuts["user\(100 + 50 * index)"] = cut }
        for number in stride(from: 7, to: 400, by: 31) {
            behaviour.recipientReplies["user\(number)"] = "550 5.1.1 没有这个人"
            behaviour.recipientReplies["user\(number + 1)"] = "451 4.7.1 稍后再试"
            behaviour.endReplies["user\(number + 2)"] = "554 5.7.1 拒收"
            behaviour.dataReplies["user\(number + 3)"] = "451 4.3.0 no"
        }
        let server = try ScriptedServer(behaviour)
        var settings = TransportSettings(name: "test", host: "127.0.0.1", port: server.port, tls: .none)
        settings.connections = 5
        settings.unanswered = 20
        let observer = RecordingObserver()
        let source = StubSource(SampleMail.messages(400))
        try await NativeTransport(settings: settings).deliver(from: source, observer: observer)
        #expect(observer.breaches(given: source.given, unanswered: 20) == [])
        #expect(observer.reports.count == 400)
        let accepted = Set(observer.reports.compactMap { if case .accepted = $0.outcome { $0.id.seq } else { nil } })
        let received = server.record.messages.filter { $0.answer == .accepted }.flatMap(\.recipients)
        #expect(Set(received).count == received.count, "nobody got a message twice")
        #expect(accepted.count > 300)
        #expect(accepted.allSatisfy { received.contains("user\($0)@example.test") })
        server.stop()
    }

    @Test("Messages that wait while the server restarts are delivered afterwards")
    func restart() async throws {
        let server = try ScriptedServer { number in
            switch number {
            case 0: .serve(ServerBehaviour { $0.messagesPerConnection = 3 })
            case 1...3: .script([.send("421 4.3.2 restarting"), .close])
            default: .serve(ServerBehaviour())
            }
        }
        let delivery = await Delivery.run(port: server.port, SampleMail.messages(20))
        #expect(delivery.failure == nil)
        #expect(delivery.accepted + delivery.released == 20)
        #expect(delivery.released <= 1)
        server.stop()
    }
}
