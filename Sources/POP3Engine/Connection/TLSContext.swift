internal import MailModel
internal import NIOCore
internal import NIOSSL

/// What is trusted, and whom we want to meet.
struct TLSContext: Sendable {
    /// A file of trusted certificates cannot be used.
    struct Failure: Error {
        var message: String
    }

    private let context: NIOSSLContext
    /// The name that the certificate must have; nil for an IP address, which is checked as such.
    private let name: String?

    /// Reads the certificates that are trusted; blocks.
    ///
    /// - Throws: `Failure` with the file and what is wrong with it.
    init(for settings: MailboxSettings) throws(Failure) {
        var configuration = TLSConfiguration.makeClientConfiguration()
        if settings.tls == .opportunistic {
            configuration.certificateVerification = .none
        } else {
            configuration.minimumTLSVersion = .tlsv12
        }
        if let file = settings.trustedCertificates {
            configuration.additionalTrustRoots = [.certificates(try Self.certificates(in: file))]
        }
        do {
            context = try NIOSSLContext(configuration: configuration)
        } catch {
            throw Failure(message: "TLS cannot be set up (\(error))")
        }
        let isAddress = (try? SocketAddress(ipAddress: settings.host, port: 0)) != nil
        name = isAddress ? nil : settings.host
    }

    /// A handler for one connection.
    ///
    /// - Parameter witness: what is to see the certificate that is refused.
    /// - Returns: a handler that goes before all others.
    /// - Throws: what the library says of a host name that can be nobody's.
    func makeHandler(_ witness: CertificateWitness) throws -> NIOSSLClientHandler {
        func make<Handler: WatchedTLSHandler>(_: Handler.Type) throws -> Handler {
            try Handler(context: context, serverHostname: name) { result, certificate in
                witness.look(result, at: certificate)
            }
        }
        return try make(NIOSSLClientHandler.self)
    }

    private static func certificates(in file: String) throws(Failure) -> [NIOSSLCertificate] {
        let found: [NIOSSLCertificate]
        do {
            found = try NIOSSLCertificate.fromPEMFile(file)
        } catch {
            throw Failure(
                message: "the trusted certificates in \(file) cannot be read: a PEM file is wanted (\(error))"
            )
        }
        guard !found.isEmpty else { throw Failure(message: "there is no certificate in \(file): a PEM file is wanted") }
        return found
    }
}
