import Foundation
import MailModel
import POP3Engine
import Testing

@Suite("TLS with a mailbox")
struct TLSTests {
    private static let mails = ["Subject: 一\r\n\r\n1\r\n", "Subject: b\r\n\r\n2\r\n"]

    @Test("A good certificate is trusted, for a name and for an address", arguments: ["localhost", "127.0.0.1"])
    func implicit(host: String) async throws {
        let mailbox = TestMailbox(Self.mails)
        let store = try TestStore()
        try await ScriptedServer.run(certificate: TestCertificates.good, mailbox.serve) { port in
            let settings = try settings(port, .implicit, store, host: host)
            _ = try await POP3MailSource(settings).poll(into: store)
        }
        #expect(store.contents == Self.mails)
        #expect(mailbox.contents == [])
    }

    @Test("STLS is begun before the login, and nothing of the time before it counts")
    func startTLS() async throws {
        let mailbox = TestMailbox(Self.mails)
        let store = try TestStore()
        try await ScriptedServer.run { client in
            try await client.say("+OK\r\n")
            #expect(try await client.line() == "STLS")
            try await client.startTLS(TestCertificates.good, saying: "+OK begin\r\n")
            try await mailbox.serveWithoutGreeting(&client)
        } _: { port in
            _ = try await POP3MailSource(settings(port, .starttls, store)).poll(into: store)
        }
        #expect(mailbox.log.first == "CAPA")
        #expect(store.contents == Self.mails)
    }

    @Test("Opportunistic TLS takes any certificate")
    func opportunistic() async throws {
        let mailbox = TestMailbox(Self.mails)
        let store = try TestStore()
        try await ScriptedServer.run { client in
            try await client.say("+OK\r\n")
            #expect(try await client.line() == "CAPA")
            try await client.say("+OK\r\nSTLS\r\n.\r\n")
            #expect(try await client.line() == "STLS")
            try await client.startTLS(TestCertificates.expired, saying: "+OK begin\r\n")
            try await mailbox.serveWithoutGreeting(&client)
        } _: { port in
            _ = try await POP3MailSource(.sample(port, .opportunistic)).poll(into: store)
        }
        #expect(store.contents == Self.mails)
    }

    @Test(
        "A certificate that is not good is refused, and which and why is said",
        arguments: [
            (TestCertificates.expired, true, "the certificate of \"pop.example.com\" expired on 2021-01-01"),
            (TestCertificates.good, false, "comes from nobody who is trusted here"),
            (TestCertificates.wrongName, true, "the certificate is for other names"),
        ]
    )
    func refused(certificate: String, isTrusted: Bool, words: String) async throws {
        let mailbox = TestMailbox(Self.mails)
        let store = try TestStore()
        let failure = await #expect(throws: CollectFailure.self) {
            try await ScriptedServer.run(certificate: certificate, mailbox.serve) { port in
                var settings = try settings(port, .implicit, store, host: "localhost")
                if !isTrusted { settings.trustedCertificates = nil }
                return try await POP3MailSource(settings).poll(into: store)
            }
        }
        #expect(failure?.code == .untrusted)
        #expect(failure?.phase == "beginning TLS")
        #expect(failure?.message.contains(words) == true, "\(failure?.message ?? "")")
        #expect(mailbox.log == [])
    }

    @Test(
        "A key that is not pinned is refused before a login, with STLS as well",
        arguments: [TLSRequirement.implicit, .starttls]
    )
    func pins(tls: TLSRequirement) async throws {
        let mailbox = TestMailbox(Self.mails)
        let store = try TestStore()
        let failure = await #expect(throws: CollectFailure.self) {
            let poll: @Sendable (Int) async throws -> PollSummary = { port in
                var settings = try settings(port, tls, store)
                settings.tlsOptions.pins = [[UInt8](repeating: 1, count: 32)]
                return try await POP3MailSource(settings).poll(into: store)
            }
            if tls == .implicit {
                return try await ScriptedServer.run(certificate: TestCertificates.good, mailbox.serve, poll)
            }
            return try await ScriptedServer.run(
                { client in
                    try await client.say("+OK\r\n")
                    _ = try await client.line()
                    try await client.startTLS(TestCertificates.good, saying: "+OK begin\r\n")
                    try await mailbox.serveWithoutGreeting(&client)
                },
                poll
            )
        }
        #expect(failure?.code == .untrusted)
        #expect(failure?.message.contains("tls_pins") == true, "\(failure?.message ?? "")")
        #expect(mailbox.log == [])
    }

    @Test("Bytes behind the reply to STLS are refused, in one piece with it")
    func injection() async throws {
        let store = try TestStore()
        let failure = await #expect(throws: CollectFailure.self) {
            try await ScriptedServer.run { client in
                try await client.say("+OK\r\n")
                _ = try await client.line()
                try await client.say("+OK begin\r\n+OK injected\r\n")
                try await client.fallSilent()
            } _: { port in
                try await POP3MailSource(settings(port, .starttls, store)).poll(into: store)
            }
        }
        #expect(failure?.code == .protocolBreach)
        #expect(failure?.message.contains("before TLS was begun") == true)
    }

    @Test("A server that speaks no TLS where it is wanted is named so")
    func noTLS() async throws {
        let store = try TestStore()
        let failure = await #expect(throws: CollectFailure.self) {
            try await ScriptedServer.run { client in
                try await client.say("+OK POP3 ready\r\n")
                try await client.fallSilent()
            } _: { port in
                try await POP3MailSource(settings(port, .implicit, store)).poll(into: store)
            }
        }
        #expect(failure?.code == .untrusted)
        #expect(failure?.message.contains("does not speak TLS here") == true, "\(failure?.message ?? "")")
    }

    @Test("A file of trusted certificates that is missing or empty is named", arguments: [true, false])
    func trustFile(isThere: Bool) async throws {
        let store = try TestStore()
        let file = store.folder.appendingPathComponent("ca.pem")
        if isThere { try Data("no certificate\n".utf8).write(to: file) }
        var settings = MailboxSettings.sample(1, .implicit)
        settings.trustedCertificates = file.path
        let source = POP3MailSource(settings)
        let failure = await #expect(throws: CollectFailure.self) { try await source.poll(into: store) }
        #expect(failure?.code == .configuration)
        #expect(failure?.message.contains(file.path) == true)
    }

    private func settings(
        _ port: Int,
        _ tls: TLSRequirement,
        _ store: TestStore,
        host: String = "127.0.0.1"
    ) throws -> MailboxSettings {
        let file = store.folder.appendingPathComponent("ca.pem")
        try Data(TestCertificates.authority.utf8).write(to: file)
        var settings = MailboxSettings.sample(port, tls, host: host)
        settings.trustedCertificates = file.path
        return settings
    }
}
