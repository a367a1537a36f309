import CurlEngine
import Foundation
import MailModel
import MailTestKit
import Testing

/// What `scripts/rig env` says.
private enum RigVariable {
    static func value(_ name: String) -> String? { ProcessInfo.processInfo.environment["MARTLET_RIG_\(name)"] }
}

/// libcurl's engine against the real Postfix of `scripts/rig`; skipped where it does not run.
@Suite(.enabled(if: RigVariable.value("SMTP_PORT") != nil, "scripts/rig is not up"))
struct CurlRigTests {
    private func settings(
        _ port: String,
        _ tls: TLSRequirement,
        login: Login? = nil
    ) throws -> TransportSettings {
        let number = try #require(RigVariable.value("\(port)_PORT").flatMap(Int.init))
        var settings = TransportSettings(name: "rig", host: "127.0.0.1", port: number, tls: tls, login: login)
        settings.connections = 4
        settings.trustedCertificates = tls == .none ? nil : RigVariable.value("CA")
        settings.timeouts.connect = .seconds(10)
        settings.timeouts.reply = .seconds(20)
        return settings
    }

    private func login(_ mechanism: Login.Mechanism = .auto, utf8: Bool = false, wrong: Bool = false) throws -> Login {
        let suffix = utf8 ? "_UTF8" : ""
        let user = try #require(RigVariable.value("USER\(suffix)"))
        let password = try #require(RigVariable.value("PASSWORD\(suffix)"))
        return Login(user: user, password: Secret(wrong ? "错 wrong" : password), mechanism: mechanism)
    }

    private func deliver(
        _ settings: TransportSettings,
        _ messages: [OutgoingMessage]
    ) async -> (observer: RecordingObserver, failure: TransportFailure?) {
        let observer = RecordingObserver()
        let source = StubSource(messages)
        var failure: TransportFailure?
        do throws(TransportFailure) {
            try await CurlTransport(settings: settings).deliver(from: source, observer: observer)
        } catch {
            failure = error
        }
        #expect(observer.breaches(given: source.given, unanswered: settings.unanswered).isEmpty)
        return (observer, failure)
    }

    @Test("Each recipient gets the outcome that Postfix decides")
    func outcomes() async throws {
        let expected: [(String, OutcomePattern)] = [
            ("li.lei@example.com", .accepted), ("nobody-here@example.com", .failed(550, status: "5.1.1")),
            ("tempfail@example.com", .deferred(450, status: "4.2.1")),
            ("full@example.com", .failed(552, status: "5.2.2")),
            ("policy@example.com", .failed(554, status: "5.7.1")), ("用户@xn--fsqu00a.xn--fiqs8s", .accepted),
        ]
        let messages = expected.enumerated().map { SampleMail.message($0.offset, to: $0.element.0) }
        let (observer, failure) = await deliver(try settings("SMTP", .none), messages)
        #expect(failure == nil)
        for (index, (address, pattern)) in expected.enumerated() {
            let report = try #require(observer.report(AttemptID(seq: UInt32(index), attempt: 1)))
            let complaint = pattern.complaint(about: report.outcome)
            #expect(complaint == nil, "\(address)")
        }
        let together = SampleMail.message(0, to: "li.lei@example.com", "nobody-here@example.com", "alice@example.com")
        let shared = await deliver(try settings("SMTP", .none), [together]).observer.reports.map(\.outcome.isAccepted)
        #expect(shared == [true, false, true])
    }

    @Test("Login and TLS go together", arguments: ["SUBMISSION", "SMTPS"], [Login.Mechanism.auto, .plain, .login])
    func submission(port: String, mechanism: Login.Mechanism) async throws {
        let tls: TLSRequirement = port == "SMTPS" ? .implicit : .starttls
        for utf8 in [false, true] {
            let settings = try settings(port, tls, login: login(mechanism, utf8: utf8))
            let messages = (0..<20).map { SampleMail.message($0, to: "user\($0)@sink.example") }
            let (observer, failure) = await deliver(settings, messages)
            #expect(failure == nil)
            #expect(observer.reports.count { $0.outcome.isAccepted } == 20)
            #expect(observer.sessions.count <= 4)
            #expect(observer.sessions.allSatisfy { $0.tls == "TLSv1.3" && $0.authMechanism != nil })
        }
    }

    @Test("A wrong password is refused in Postfix's words")
    func refusedLogin() async throws {
        let messages = SampleMail.messages(3)
        let wrong = try settings("SUBMISSION", .starttls, login: login(wrong: true))
        let refused = await deliver(wrong, messages).failure
        #expect(refused?.code == .loginRefused)
        #expect(refused?.cause.words.hasPrefix("535 5.7.8 ") == true)
    }

    @Test("A certificate that must not be believed is refused", arguments: ["UNTRUSTED", "EXPIRED", "WRONG_NAME"])
    func certificates(port: String) async throws {
        let tls: TLSRequirement = port == "UNTRUSTED" ? .implicit : .starttls
        let (observer, failure) = await deliver(try settings(port, tls), SampleMail.messages(2))
        #expect(failure?.code == .untrusted)
        #expect(failure?.cause.words.contains("certificate") == true)
        #expect(observer.reports.allSatisfy { if case .released = $0.outcome { true } else { false } })
    }
}
