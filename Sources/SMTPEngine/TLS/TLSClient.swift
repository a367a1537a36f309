internal import MailModel
internal import NIOCore
internal import NIOSSL

/// What is demanded of TLS, made ready once for all connections of a run: reading trust anchors takes milliseconds.
struct TLSClient: Sendable {
    private let context: NIOSSLContext
    /// The name for SNI and for the check of the certificate; nil for an IP address, which is looked for in the certificate.
    private let serverName: String?

    /// Reads the trust anchors.
    ///
    /// - Throws: `TransportFailure` when the file of extra anchors cannot be read.
    init(settings: TransportSettings) throws(TransportFailure) {
        var configuration = TLSConfiguration.makeClientConfiguration()
        switch settings.tls {
        case .none, .opportunistic:
            // Any TLS is better than the clear, which is the alternative.
            configuration.certificateVerification = .none
            configuration.minimumTLSVersion = .tlsv1
        case .starttls, .implicit:
            configuration.certificateVerification = .fullVerification
            configuration.minimumTLSVersion = .tlsv12
        }
        do {
            if let file = settings.trustedCertificates {
                configuration.additionalTrustRoots = [.certificates(try NIOSSLCertificate.fromPEMFile(file))]
            }
            context = try NIOSSLContext(configuration: configuration)
        } catch {
            let file = settings.trustedCertificates.map { " from \($0)" } ?? ""
            throw TransportFailure(
                code: .configuration,
                phase: .tlsHandshake,
                peer: "\(settings.host):\(settings.port)",
                cause: .connection("the trusted certificates\(file) cannot be read: \(error)")
            )
        }
        let isAddress = (try? SocketAddress(ipAddress: settings.host, port: 0)) != nil
        serverName = isAddress ? nil : settings.host
    }

    /// A handler for one connection.
    func makeHandler() throws -> NIOSSLClientHandler {
        try NIOSSLClientHandler(context: context, serverHostname: serverName)
    }
}

extension TLSVersion {
    /// The version as the protocol's own documents write it.
    var name: String {
        switch self {
        case .tlsv1: "TLSv1"
        case .tlsv11: "TLSv1.1"
        case .tlsv12: "TLSv1.2"
        case .tlsv13: "TLSv1.3"
        }
    }
}
