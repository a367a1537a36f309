import CurlEngine
import MailModel
import MailTestKit
import Testing

/// TLS by libcurl; where Python or openssl is missing, these tests are skipped.
@Suite(.enabled(if: TLSFront.isPossible, "python3 and openssl are needed for a TLS server"))
struct CurlTLSTests {
    private struct Run {
        var failure: TransportFailure?
        var observer: RecordingObserver
        var server: ServerRecord
    }

    private func run(
        _ tls: TLSRequirement,
        certificate: String,
        trusted: Bool,
        behaviour: ServerBehaviour = ServerBehaviour(),
        _ change: (inout TransportSettings) -> Void = { _ in }
    ) async throws -> Run {
        let certificates = try TLSFront.Certificates()
        defer { certificates.remove() }
        let server = try ScriptedServer(behaviour)
        defer { server.stop() }
        let mode: TLSFront.Mode = tls == .implicit ? .implicit : .starttls
        let front = try TLSFront(mode, backend: server.port, certificate: certificate, certificates)
        defer { front.stop() }
        var settings = TransportConformance.baseSettings(port: front.port)
        settings.tls = tls
        settings.trustedCertificates = trusted ? certificates.authority : nil
        change(&settings)
        let observer = RecordingObserver()
        var failure: TransportFailure?
        do throws(TransportFailure) {
            let source = StubSource(SampleMail.messages(5))
            try await CurlTransport(settings: settings).deliver(from: source, observer: observer)
        } catch {
            failure = error
        }
        return Run(failure: failure, observer: observer, server: server.record)
    }

    @Test("A certificate of the extra authority is trusted", arguments: [TLSRequirement.starttls, .implicit])
    func trusted(tls: TLSRequirement) async throws {
        let behaviour = ServerBehaviour { $0.login = ServerLogin(user: "news", password: "秘密") }
        let run = try await run(tls, certificate: "good", trusted: true, behaviour: behaviour) {
            $0.login = Login(user: "news", password: Secret("秘密"))
        }
        #expect(run.failure == nil)
        #expect(run.observer.reports.count { $0.outcome.isAccepted } == 5)
        #expect(run.server.connections == 1)
        #expect(run.observer.sessions.map(\.tls) == ["TLSv1.3"])
        #expect(run.observer.sessions.map(\.authMechanism) == ["PLAIN"])
    }

    @Test(
        "A certificate that is not trusted is refused before a login, with libcurl's words",
        arguments: [
            (TLSRequirement.starttls, "good", false), (.implicit, "good", false), (.starttls, "self", true),
            (.implicit, "self", true), (.starttls, "other", true), (.implicit, "other", true),
        ]
    )
    func untrusted(tls: TLSRequirement, certificate: String, trusted: Bool) async throws {
        let behaviour = ServerBehaviour { $0.login = ServerLogin(user: "news", password: "x") }
        let run = try await run(tls, certificate: certificate, trusted: trusted, behaviour: behaviour) {
            $0.login = Login(user: "news", password: Secret("x"))
        }
        #expect(run.failure?.code == .untrusted)
        #expect(run.failure?.phase == .tlsHandshake)
        #expect(run.failure?.cause.words.contains("certificate") == true, "\(String(describing: run.failure))")
        #expect(run.server.commands.joined().allSatisfy { !$0.hasPrefix("AUTH") })
        #expect(run.observer.reports.allSatisfy { if case .released = $0.outcome { true } else { false } })
    }

    @Test("Words in the clear behind the reply to STARTTLS end the session")
    func injection() async throws {
        let server = try ScriptedServer { _ in
            .script([
                .send("220 mx"), .expect("EHLO"), .send("250-mx\n250 STARTTLS"), .expect("STARTTLS"),
                .send("220 go\n250 injected"), .readLine, .close,
            ])
        }
        defer { server.stop() }
        var settings = TransportConformance.baseSettings(port: server.port)
        settings.tls = .starttls
        let observer = RecordingObserver()
        let failure = await #expect(throws: TransportFailure.self) {
            try await CurlTransport(settings: settings).deliver(
                from: StubSource(SampleMail.messages(2)),
                observer: observer
            )
        }
        #expect(failure?.code == .protocolBreach)
        #expect(observer.reports.allSatisfy { if case .released = $0.outcome { true } else { false } })
    }

    @Test("A key that is not pinned is refused, one that is is taken")
    func pins() async throws {
        let refused = try await run(.implicit, certificate: "good", trusted: true) {
            $0.tlsOptions.pins = [[UInt8](repeating: 1, count: 32)]
        }
        #expect(refused.failure?.code == .untrusted)
        #expect(refused.failure?.cause.words.contains("pinned") == true)
    }

    @Test("Opportunistic TLS takes any certificate")
    func opportunistic() async throws {
        let run = try await run(.opportunistic, certificate: "self", trusted: false)
        #expect(run.failure == nil)
        #expect(run.observer.reports.count { $0.outcome.isAccepted } == 5)
        #expect(run.observer.sessions.map(\.tls) == ["TLSv1.3"])
    }

    @Test("A connection that is lost behind the final dot is in doubt under TLS too")
    func lost() async throws {
        let behaviour = ServerBehaviour { $0.cuts = ["user1": .atEndOfData] }
        let run = try await run(.starttls, certificate: "good", trusted: true, behaviour: behaviour)
        #expect(run.failure == nil)
        let kinds = run.observer.reports.map { if case .inDoubt = $0.outcome { "?" } else { "+" } }
        #expect(kinds == ["+", "?", "+", "+", "+"])
    }
}
