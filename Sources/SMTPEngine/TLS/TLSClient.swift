internal import MailModel
internal import NIOCore
internal import NIOSSL
internal import TransportSecurity

/// What is demanded of TLS, made ready once for all connections of a run: reading trust anchors takes milliseconds.
struct TLSClient: Sendable {
    private let context: NIOSSLContext
    /// The name for SNI and for the check of the certificate; nil for an IP address, which is looked for in the certificate.
    private let serverName: String?
    private let host: String
    private let pins: [[UInt8]]

    /// Reads the trust anchors, and the client's certificate and key where there are such.
    ///
    /// - Throws: `TransportFailure` when a file cannot be read.
    init(settings: TransportSettings) throws(TransportFailure) {
        do throws(ClientContext.Failure) {
            context = try ClientContext.make(
                settings.tls,
                anchors: settings.trustedCertificates,
                options: settings.tlsOptions
            )
        } catch {
            throw TransportFailure(
                code: .configuration,
                phase: .tlsHandshake,
                peer: "\(settings.host):\(settings.port)",
                cause: .connection(error.message)
            )
        }
        let isAddress = (try? SocketAddress(ipAddress: settings.host, port: 0)) != nil
        serverName = isAddress ? nil : settings.host
        host = settings.host
        pins = settings.tlsOptions.pins
    }

    /// A handler for one connection.
    func makeHandler() throws -> NIOSSLClientHandler {
        try NIOSSLClientHandler(context: context, serverHostname: serverName)
    }

    /// Why a certificate that is trusted is refused all the same; nil when it is not.
    func objection(to certificate: PeerCertificate) -> String? { certificate.objection(of: host, pins: pins) }
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
