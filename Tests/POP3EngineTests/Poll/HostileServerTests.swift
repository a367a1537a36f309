import MailModel
import POP3Engine
import Testing

@Suite("Collecting from a server that does not keep to the protocol")
struct HostileServerTests {
    /// What a server says until the login is through.
    private static func logIn(_ client: inout ScriptedServer.Client) async throws {
        try await client.say("+OK\r\n")
        _ = try await client.line()
        try await client.say("+OK\r\nUSER\r\nPIPELINING\r\n.\r\n")
        for _ in 0..<2 {
            _ = try await client.line()
            try await client.say("+OK\r\n")
        }
    }

    @Test("A login that is refused keeps the server's words and not the password")
    func refusedLogin() async throws {
        let failure = try await failure { client in
            try await client.say("+OK\r\n")
            _ = try await client.line()
            try await client.say("-ERR\r\n")
            _ = try await client.line()
            try await client.say("+OK\r\n")
            let password = try await client.line() ?? ""
            try await client.say("-ERR [AUTH] 密码错误: \(password)\r\n")
            try await client.fallSilent()
        }
        #expect(failure?.code == .loginRefused)
        #expect(failure?.message == "-ERR [AUTH] 密码错误: PASS ***")
    }

    @Test("A server that never answers is given up", arguments: ["", "+OK\r\n", "+O"])
    func silence(words: String) async throws {
        let failure = try await failure(patience: .seconds(1)) { client in
            if !words.isEmpty { try await client.say(words) }
            try await client.fallSilent()
        }
        #expect(failure?.code == .unreachable)
        #expect(failure?.message.hasPrefix("no reply within") == true)
        let isGreeted = words.utf8.last == 0x0A
        #expect(failure?.phase == (isGreeted ? "asking for capabilities (CAPA)" : "waiting for the greeting"))
    }

    @Test("A server that gives a byte now and then is given up as well")
    func drip() async throws {
        let failure = try await failure(patience: .milliseconds(500)) { client in
            try await client.say("+OK ")
            while true {
                try await client.say("x")
                try await Task.sleep(for: .milliseconds(50))
            }
        }
        #expect(failure?.code == .unreachable)
        #expect(failure?.phase == "waiting for the greeting")
    }

    @Test("A greeting without end is refused")
    func endlessGreeting() async throws {
        let failure = try await failure { client in
            while true { try await client.say(String(repeating: "+OK ", count: 10_000)) }
        }
        #expect(failure?.code == .protocolBreach)
    }

    @Test("A server that closes at once is unreachable")
    func close() async throws {
        let failure = try await failure { _ in }
        #expect(failure?.code == .unreachable)
        #expect(failure?.message == "the server closed the connection")
    }

    @Test("A port where nobody listens is unreachable, and says so")
    func nobody() async throws {
        let hangUp: ScriptedServer.Script = { _ in }
        let port = try await ScriptedServer.run(hangUp) { $0 }
        let store = try TestStore()
        let source = POP3MailSource(.sample(port))
        let failure = await #expect(throws: CollectFailure.self) { try await source.poll(into: store) }
        #expect(failure?.code == .unreachable)
        #expect(failure?.peer == "127.0.0.1:\(port)")
        #expect(failure?.message == "Connection refused")
    }

    @Test("A name without address is unreachable, and is named")
    func noSuchHost() async throws {
        let store = try TestStore()
        let source = POP3MailSource(.sample(110, host: "pop.invalid"))
        let failure = await #expect(throws: CollectFailure.self) { try await source.poll(into: store) }
        #expect(failure?.code == .unreachable)
        #expect(failure?.message.contains("pop.invalid") == true, "\(failure?.message ?? "")")
    }

    @Test("A mailbox in use is met again later", arguments: ["[IN-USE]", "[LOGIN-DELAY]", "[SYS/TEMP]"])
    func tryLater(code: String) async throws {
        let failure = try await failure { client in
            try await client.say("-ERR \(code) not now\r\n")
            try await client.fallSilent()
        }
        #expect(failure?.code == .tryLater)
    }

    @Test("Messages are told from one another where the sizes and counts are wrong")
    func wrongSizes() async throws {
        let store = try TestStore()
        let summary = try await ScriptedServer.run { client in
            try await Self.logIn(&client)
            for _ in 0..<3 { _ = try await client.line() }
            try await client.say("+OK 99 1\r\n+OK\r\n1 1\r\n2 9000\r\n.\r\n+OK\r\n9 x\r\n1 a\r\n.\r\n")
            for _ in 0..<2 { _ = try await client.line() }
            try await client.say(
                "+OK\r\nA: 一\r\n\r\n\(String(repeating: "long\r\n", count: 9000)).\r\n+OK\r\n\r\n.\r\n"
            )
            _ = try await client.line()
            try await client.say("+OK 99 1\r\n")
            for _ in 0..<2 {
                _ = try await client.line()
                try await client.say("+OK\r\n")
            }
            _ = try await client.line()
            try await client.say("+OK 99 1\r\n")
            _ = try await client.line()
            try await client.say("+OK\r\n")
        } _: { port in
            try await POP3MailSource(.sample(port)).poll(into: store)
        }
        #expect(store.messages.map(\.byteCount) == [10 + 9000 * 6, 2])
        #expect(store.messages.map(\.listed.uid) == ["a", nil])
        #expect(summary.deleted == 2)
    }

    @Test("A message without end is cut off, and leaves no file")
    func endlessMessage() async throws {
        let store = try TestStore()
        let failure = try await failure(store: store, patience: .seconds(1)) { client in
            try await Self.logIn(&client)
            for _ in 0..<3 { _ = try await client.line() }
            try await client.say("+OK 1 1\r\n+OK\r\n1 1\r\n.\r\n-ERR\r\n")
            _ = try await client.line()
            try await client.say("+OK\r\n")
            // More than the ceiling of the sample, then nothing.
            for _ in 0..<20 { try await client.say(String(repeating: "0123456789", count: 10_000)) }
            try await client.fallSilent()
        }
        #expect(failure?.code == .unreachable)
        #expect(failure?.phase == "fetching message 1")
        #expect(store.strayFiles == [])
        #expect(store.contents == [])
    }

    private func failure(
        store given: TestStore? = nil,
        patience: Duration = .seconds(15),
        _ script: @escaping ScriptedServer.Script
    ) async throws -> CollectFailure? {
        let store = try given ?? TestStore()
        return await #expect(throws: CollectFailure.self) {
            try await ScriptedServer.run(script) { port in
                var settings = MailboxSettings.sample(port)
                settings.timeouts.reply = patience
                settings.maximumMessageBytes = 1_000_000
                return try await POP3MailSource(settings).poll(into: store)
            }
        }
    }
}
