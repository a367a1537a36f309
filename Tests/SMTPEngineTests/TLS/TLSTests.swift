import Authentication
import Glibc
import MailModel
import MailTestKit
import SMTPEngine
import Testing

struct TLSTests {
    private let login = Login(user: "news", password: Secret("密码"))

    /// Runs with a file of trust anchors.
    private func withFile<Result>(_ certificate: TestCertificate, _ body: (String) async throws -> Result) async throws
        -> Result
    {
        var template = Array("/tmp/martlet-XXXXXX".utf8CString)
        let descriptor = unsafe mkstemp(&template)
        try #require(descriptor >= 0)
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { _ = unsafe unlink(path) }
        let bytes = Array(certificate.certificate.utf8)
        let written = unsafe write(descriptor, bytes, bytes.count)
        close(descriptor)
        try #require(written == bytes.count)
        return try await body(path)
    }

    @Test(
        "A certificate that is trusted carries mail and login",
        arguments: ["localhost", "127.0.0.1"],
        [true, false]
    )
    func trusted(host: String, isImplicit: Bool) async throws {
        let server = try await LineServer(.init(certificate: .good, isImplicit: isImplicit))
        let delivery = try await withFile(.good) { file in
            await Delivery.run(port: server.port, host: host, tls: isImplicit ? .implicit : .starttls) {
                $0.trustedCertificates = file
                $0.login = login
            }
        }
        #expect(delivery.failure == nil, "\(delivery.words)")
        #expect(delivery.accepted == 3)
        let facts = try #require(delivery.observer.sessions.first)
        #expect(facts.tls == "TLSv1.3")
        #expect(facts.authMechanism == "PLAIN")
        #expect(facts.endpoint == "127.0.0.1:\(server.port)")
        try await server.stop()
    }

    @Test("A certificate that nobody vouches for is refused, said which and why", arguments: [true, false])
    func untrusted(isImplicit: Bool) async throws {
        let server = try await LineServer(.init(certificate: .good, isImplicit: isImplicit))
        let delivery = await Delivery.run(port: server.port, tls: isImplicit ? .implicit : .starttls)
        #expect(delivery.failure?.code == .untrusted)
        #expect(delivery.failure?.phase == .tlsHandshake)
        #expect(delivery.words.contains("CN=localhost O=Martlet Tests"), "\(delivery.words)")
        #expect(delivery.words.contains("signed by itself"), "\(delivery.words)")
        #expect(delivery.released == delivery.observer.reports.count)
        #expect(!server.commands.contains { $0.hasPrefix("MAIL") })
        try await server.stop()
    }

    @Test("A certificate for another name, and one that has expired, are refused for that")
    func wrongOnes() async throws {
        for (certificate, words) in [
            (TestCertificate.other, "it is for mx.other.example, not for localhost"),
            (.expired, "valid until 2021-01-01) is refused: it has expired"),
        ] {
            let server = try await LineServer(.init(certificate: certificate))
            let delivery = try await withFile(certificate) { file in
                await Delivery.run(port: server.port, host: "localhost", tls: .starttls) {
                    $0.trustedCertificates = file
                }
            }
            #expect(delivery.failure?.code == .untrusted)
            #expect(delivery.words.contains(words), "\(delivery.words)")
            try await server.stop()
        }
    }

    @Test("A trusted certificate whose key is not pinned is refused before anything is said", arguments: [true, false])
    func pins(isImplicit: Bool) async throws {
        let server = try await LineServer(.init(certificate: .good, isImplicit: isImplicit))
        func run(_ pins: [[UInt8]]) async throws -> Delivery {
            try await withFile(.good) { file in
                await Delivery.run(port: server.port, tls: isImplicit ? .implicit : .starttls) {
                    $0.trustedCertificates = file
                    $0.tlsOptions.pins = pins
                }
            }
        }
        let other = [UInt8](repeating: 7, count: 32)
        let refused = try await run([other])
        #expect(refused.failure?.code == .untrusted)
        #expect(refused.failure?.phase == .tlsHandshake)
        #expect(refused.words.contains("its key \(TestCertificate.goodPin) is none of those"), "\(refused.words)")
        #expect(!server.commands.contains { $0.hasPrefix("MAIL") })
        let hash = try #require(PublicKeyPin.hash(TestCertificate.goodPin))
        #expect(try await run([other, hash]).accepted == 3)
        try await server.stop()
    }

    @Test("A client certificate that cannot be read is named")
    func badClientCertificate() async throws {
        let missing = await Delivery.run(port: 1, tls: .implicit) { $0.tlsOptions.certificate = "/nowhere/client.pem" }
        #expect(missing.failure?.code == .configuration)
        #expect(missing.words.contains("the client's certificate in /nowhere/client.pem cannot be read"))
        let keyless = try await withFile(.good) { file in
            await Delivery.run(port: 1, tls: .implicit) { $0.tlsOptions.certificate = file }
        }
        #expect(keyless.failure?.code == .configuration)
        #expect(keyless.words.contains("private key in"), "\(keyless.words)")
    }

    @Test("Opportunistic TLS asks for no certificate, and goes on in the clear where there is none")
    func opportunistic() async throws {
        let encrypted = try await LineServer(.init(certificate: .expired))
        let first = await Delivery.run(port: encrypted.port, tls: .opportunistic)
        #expect(first.accepted == 3)
        #expect(first.observer.sessions.first?.tls == "TLSv1.3")
        try await encrypted.stop()
        let clear = try await LineServer(.init())
        let second = await Delivery.run(port: clear.port, tls: .opportunistic)
        #expect(second.accepted == 3)
        #expect(second.observer.sessions.first?.tls == nil)
        let secret = await Delivery.run(port: clear.port, tls: .opportunistic) { $0.login = login }
        #expect(secret.failure?.code == .configuration)
        #expect(!clear.commands.contains { $0.hasPrefix("AUTH") })
        try await clear.stop()
    }

    @Test("Where TLS is not demanded, a handshake that fails is not tried again")
    func opportunisticFailure() async throws {
        let server = try ScriptedServer { number in
            let keywords = ServerBehaviour { $0.keywords = ["PIPELINING", "STARTTLS"] }
            let broken: [ServerStep] = [
                .send("220 mx"), .expect("EHLO"), .send("250-mx\n250 STARTTLS"), .expect("STARTTLS"), .send("220 go"),
                .readBytes(20), .send("no TLS here"), .close,
            ]
            return number == 0 ? .script(broken) : .serve(keywords)
        }
        let delivery = await Delivery.run(port: server.port, tls: .opportunistic)
        #expect(delivery.accepted == 3, "\(delivery.words)")
        #expect(server.record.connections == 2)
        server.stop()
    }

    @Test("Words in the clear behind the reply to STARTTLS end the session")
    func injection() async throws {
        let server = try await LineServer(.init(certificate: .good, injection: "\r\n250 injected"))
        let delivery = await Delivery.run(port: server.port, tls: .starttls)
        #expect(delivery.failure?.code == .protocolBreach)
        #expect(delivery.released == delivery.observer.reports.count)
        try await server.stop()
    }

    @Test("A wrong password ends the run with the server's words, and is not tried again")
    func wrongPassword() async throws {
        let server = try await LineServer(.init(certificate: .good, isImplicit: true))
        let delivery = try await withFile(.good) { file in
            await Delivery.run(port: server.port, tls: .implicit) {
                $0.trustedCertificates = file
                $0.login = Login(user: "news", password: Secret("不对"))
            }
        }
        #expect(delivery.failure?.code == .loginRefused)
        #expect(delivery.words == "535 5.7.8 密码错误 wrong password")
        #expect(server.commands.count { $0.hasPrefix("AUTH") } == 1)
        try await server.stop()
    }

    @Test("TLS from the first byte to a server that speaks in the clear says what may be meant")
    func clearServer() async throws {
        let server = try await LineServer(.init())
        let delivery = await Delivery.run(port: server.port, tls: .implicit)
        #expect(delivery.failure?.code == .configuration)
        #expect(delivery.words.contains("tls: starttls"), "\(delivery.words)")
        try await server.stop()
    }

    @Test("The clear to a server that waits for TLS says what may be meant")
    func silentServer() async throws {
        let server = try await LineServer(.init(certificate: .good, isImplicit: true))
        let delivery = await Delivery.run(port: server.port) { $0.timeouts.reply = .milliseconds(50) }
        #expect(delivery.failure?.code == .unreachable)
        #expect(delivery.words.contains("tls: implicit"), "\(delivery.words)")
        try await server.stop()
    }

    @Test("A file of trust anchors that cannot be read is a fault of the settings")
    func missingFile() async {
        let delivery = await Delivery.run(port: 1, tls: .starttls) { $0.trustedCertificates = "/nowhere/ca.pem" }
        #expect(delivery.failure?.code == .configuration)
        #expect(delivery.words.contains("/nowhere/ca.pem"))
    }

    @Test("A server that does not answer the handshake is left in time")
    func muteHandshake() async throws {
        let server = try ScriptedServer { _ in .script([.stayMute]) }
        let delivery = await Delivery.run(port: server.port, tls: .implicit) { $0.timeouts.connect = .seconds(1) }
        #expect(delivery.failure?.code == .unreachable)
        #expect(delivery.failure?.phase == .tlsHandshake)
        server.stop()
    }
}
