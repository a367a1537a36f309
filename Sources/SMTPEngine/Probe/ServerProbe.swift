package import MailModel
internal import NIOCore
internal import NIOPosix
internal import NIOSSL
internal import NIOTLS
internal import SMTPProtocol
internal import SwiftASN1
internal import Synchronization
internal import X509

/// Asks a mail server what it is and offers, and sends no mail.
///
/// It hears the greeting, says EHLO, takes TLS, says EHLO again, times a few NOOPs, and quits.
package struct ServerProbe: Sendable {
    /// The host as a person names it.
    package var host: String
    /// Where it is; tried in order.
    package var addresses: [HostAddress]
    package var port: Int
    /// Who we say we are.
    package var helloName = "localhost"
    /// Whether TLS comes before the greeting.
    package var isImplicit = false
    /// A PEM file of certificates that are trusted besides the system's.
    package var trustedCertificates: String?
    /// Certificates that the DNS announces.
    package var associations: [CertificateAssociation] = []
    /// How long each step may take.
    package var timeout = Duration.seconds(15)

    private static let roundTrips = 3

    package init(host: String, addresses: [HostAddress], port: Int) {
        self.host = host
        self.addresses = addresses
        self.port = port
    }

    /// Asks.
    ///
    /// - Returns: what was learnt; with a problem where it could not be gone through with.
    package func run() async -> ProbeReport {
        var report = ProbeReport()
        var step = Step(phase: .connect)
        do {
            let dialogue = try await connect(&report)
            do {
                try await talk(dialogue, &report, &step)
            } catch {
                report.problem = problem(error, step)
            }
            dialogue.channel.close(promise: nil)
        } catch {
            report.problem = problem(error, step)
        }
        return report
    }

    private struct Step {
        var phase: SessionPhase
    }

    private func problem(_ error: any Error, _ step: Step) -> ProbeReport.Problem {
        let phase = step.phase
        switch error {
        case ReplyReader.Failure.closed:
            return .init(phase: phase, words: "the server closed the connection", isBreach: false)
        case ReplyReader.Failure.silent(let seconds):
            return .init(phase: phase, words: "no answer within \(seconds) s", isBreach: false)
        case ReplyReader.Failure.broken(let words): return .init(phase: phase, words: words, isBreach: true)
        case let refusal as Refusal: return .init(phase: phase, words: refusal.words, isBreach: refusal.isBreach)
        default: return .init(phase: phase, words: ConnectFailure.text(error), isBreach: false)
        }
    }

    private struct Refusal: Error {
        var words: String
        var isBreach = false
    }

    // MARK: Connecting

    private func connect(_ report: inout ProbeReport) async throws -> ProbeDialogue {
        var last: any Error = Refusal(words: "there is no address to connect to")
        for address in addresses {
            do {
                let place = try SocketAddress(ipAddress: address.description, port: port)
                let start = ContinuousClock.now
                let dialogue = try await ProbeDialogue.connect(to: place, within: TimeAmount(timeout))
                report.connecting = ContinuousClock.now - start
                report.endpoint = SocketText.text(place)
                return dialogue
            } catch {
                last = error
                report.endpoint = nil
            }
        }
        throw last
    }

    // MARK: Talking

    private func talk(_ dialogue: ProbeDialogue, _ report: inout ProbeReport, _ step: inout Step) async throws {
        if isImplicit {
            step.phase = .tlsHandshake
            try await secure(dialogue, &report)
        }
        step.phase = .greeting
        let start = ContinuousClock.now
        let greeting = try await dialogue.reply(within: timeout)
        report.greeting = greeting
        report.greetingDelay = ContinuousClock.now - start
        guard greeting.code.severity == .positiveCompletion else { throw Refusal(words: "\(greeting)") }
        step.phase = .hello
        let hello = try await dialogue.say("EHLO \(helloName)", within: timeout)
        guard hello.code.severity == .positiveCompletion else { throw Refusal(words: "\(hello)") }
        if isImplicit { report.secureHello = hello } else { report.hello = hello }
        if !isImplicit, ServerCapabilities(helloText: hello.text).hasStartTLS {
            step.phase = .startTLS
            let answer = try await dialogue.say("STARTTLS", within: timeout)
            guard answer.code.severity == .positiveCompletion else { throw Refusal(words: "\(answer)") }
            guard try await dialogue.unread() == 0 else {
                throw Refusal(words: "bytes behind the reply to STARTTLS, outside of TLS", isBreach: true)
            }
            step.phase = .tlsHandshake
            try await secure(dialogue, &report)
            step.phase = .hello
            report.secureHello = try await dialogue.say("EHLO \(helloName)", within: timeout)
        }
        step.phase = .quit
        for _ in 0..<Self.roundTrips {
            let start = ContinuousClock.now
            _ = try await dialogue.say("NOOP", within: timeout)
            let taken = ContinuousClock.now - start
            report.roundTrip = min(report.roundTrip ?? taken, taken)
        }
        _ = try? await dialogue.say("QUIT", within: .seconds(5))
    }

    // MARK: TLS

    private func secure(_ dialogue: ProbeDialogue, _ report: inout ProbeReport) async throws {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.trustRoots = .certificates([])
        configuration.certificateVerification = .noHostnameVerification
        configuration.minimumTLSVersion = .tlsv1
        let context = try NIOSSLContext(configuration: configuration)
        let isAddress = (try? SocketAddress(ipAddress: host, port: 0)) != nil
        let (version, chain) = try await dialogue.handshake(
            context,
            serverName: isAddress ? nil : host,
            within: timeout
        )
        report.tls = version
        if let own = chain.first { report.certificate = await facts(own, chain) }
    }

    private func facts(_ own: NIOSSLCertificate, _ chain: [NIOSSLCertificate]) async -> CertificateFacts {
        var isAnnounced: Bool?
        if !associations.isEmpty {
            isAnnounced = await CertificateCheck(host: host, domains: [], associations: associations).accepts(chain)
        }
        return CertificateFacts(
            subject: CertificateText.name(own.subjectName),
            names: CertificateText.alternativeNames(own),
            issuer: CertificateText.name(own.issuerName),
            validFrom: CertificateText.day(own.notValidBefore),
            validUntil: CertificateText.day(own.notValidAfter),
            isTrusted: await isTrusted(chain),
            isAnnounced: isAnnounced
        )
    }

    private func isTrusted(_ chain: [NIOSSLCertificate]) async -> Bool {
        guard let parts = try? chain.map({ try Certificate(derEncoded: $0.toDERBytes()) }), let own = parts.first
        else { return false }
        var roots = CertificateStore.systemTrustRoots
        if let file = trustedCertificates, let extra = try? NIOSSLCertificate.fromPEMFile(file) {
            roots.append(contentsOf: extra.compactMap { try? Certificate(derEncoded: $0.toDERBytes()) })
        }
        var verifier = Verifier(rootCertificates: roots) {
            RFC5280Policy()
            ServerIdentityPolicy(serverHostname: host, serverIP: host)
        }
        let result = await verifier.validate(leaf: own, intermediates: CertificateStore(parts.dropFirst()))
        if case .validCertificate = result { return true }
        return false
    }
}
