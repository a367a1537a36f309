internal import DeliveryPlanning
internal import MailModel
internal import NIOCore
internal import NIOSSL
internal import Synchronization

/// TLS to one mail exchanger: what its certificate is held against.
struct ExchangerTLS: Sendable {
    /// What the certificate has to be.
    enum Check: Sendable {
        /// Any: the clear is the alternative.
        case none
        /// Trusted, and for this host.
        case name(String)
        /// One that the DNS announces.
        case announced(CertificateCheck)
    }

    private let contexts: ExchangerContexts
    private let check: Check
    /// What the record of a session says beside the version of TLS; nil for nothing.
    private let label: String?

    init(_ contexts: ExchangerContexts, _ check: Check, label: String?) {
        self.contexts = contexts
        self.check = check
        self.label = label
    }

    /// A handler for one connection.
    func makeHandler() throws -> NIOSSLClientHandler {
        switch check {
        case .none: return try NIOSSLClientHandler(context: contexts.unchecked, serverHostname: nil)
        case .name(let host): return try NIOSSLClientHandler(context: contexts.checked(), serverHostname: host)
        case .announced(let check):
            return try NIOSSLClientHandler(
                context: contexts.announced,
                serverHostname: check.host,
                customVerificationCallback: { certificates, promise in
                    guard let loop = promise.futureResult.eventLoop as (any EventLoop)? else { return }
                    loop.makeFutureWithTask { await check.accepts(certificates) }.map {
                        $0 ? NIOSSLVerificationResult.certificateVerified : .failed
                    }.cascade(to: promise)
                }
            )
        }
    }

    /// Why the last certificate was refused, where the DNS decides about it.
    var refusal: String? {
        if case .announced(let check) = check { check.refusal } else { nil }
    }

    /// The version of TLS as the record of a session has it.
    func named(_ version: String) -> String { label.map { "\(version) (\($0))" } ?? version }
}

/// What all connections to mail exchangers share: reading trust anchors takes milliseconds.
final class ExchangerContexts: Sendable {
    /// Takes any certificate.
    let unchecked: NIOSSLContext
    /// Leaves the decision to a check of ours.
    let announced: NIOSSLContext
    private let full: Mutex<NIOSSLContext?> = Mutex(nil)
    private let settings: TransportSettings

    /// Makes them ready; trust anchors are read when the first certificate is to be checked with them.
    ///
    /// - Throws: `TransportFailure` when TLS cannot be had.
    init(_ settings: TransportSettings) throws(TransportFailure) {
        self.settings = settings
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.trustRoots = .certificates([])
        configuration.certificateVerification = .none
        configuration.minimumTLSVersion = .tlsv1
        var strict = configuration
        strict.certificateVerification = .noHostnameVerification
        strict.minimumTLSVersion = .tlsv12
        do {
            unchecked = try NIOSSLContext(configuration: configuration)
            announced = try NIOSSLContext(configuration: strict)
            if let file = settings.trustedCertificates { _ = try NIOSSLCertificate.fromPEMFile(file) }
        } catch {
            throw TransportFailure(
                code: .configuration,
                phase: .tlsHandshake,
                peer: settings.name,
                cause: .connection("TLS cannot be set up: \(error)")
            )
        }
    }

    /// Checks certificates against the system's trust anchors and those of the settings.
    func checked() throws -> NIOSSLContext {
        try full.withLock { full in
            if let full { return full }
            var configuration = TLSConfiguration.makeClientConfiguration()
            configuration.certificateVerification = .fullVerification
            configuration.minimumTLSVersion = .tlsv12
            if let file = settings.trustedCertificates {
                configuration.additionalTrustRoots = [.certificates(try NIOSSLCertificate.fromPEMFile(file))]
            }
            let context = try NIOSSLContext(configuration: configuration)
            full = context
            return context
        }
    }
}
