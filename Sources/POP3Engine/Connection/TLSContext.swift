internal import MailModel
internal import NIOCore
internal import NIOSSL
internal import TransportSecurity

/// What is trusted, and whom we want to meet.
struct TLSContext: Sendable {
    private let context: NIOSSLContext
    /// The name that the certificate must have; nil for an IP address, which is checked as such.
    private let name: String?
    private let host: String
    private let pins: [[UInt8]]

    /// Reads the certificates that are trusted, and the client's own; blocks.
    ///
    /// - Throws: `Failure` with the file and what is wrong with it.
    init(for settings: MailboxSettings) throws(ClientContext.Failure) {
        context = try ClientContext.make(
            settings.tls,
            anchors: settings.trustedCertificates,
            options: settings.tlsOptions
        )
        let isAddress = (try? SocketAddress(ipAddress: settings.host, port: 0)) != nil
        name = isAddress ? nil : settings.host
        host = settings.host
        pins = settings.tlsOptions.pins
    }

    /// Why a certificate that is trusted is refused all the same; nil when it is not.
    func objection(to certificate: PeerCertificate) -> String? { certificate.objection(of: host, pins: pins) }

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
}
