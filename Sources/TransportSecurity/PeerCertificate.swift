package import Authentication
package import NIOSSL

/// The server's certificate, once a handshake has been taken: what it ties a login to, and whether its key is one of those
/// that are pinned.
package struct PeerCertificate: Sendable {
    private let certificate: NIOSSLCertificate?

    /// - Parameter certificate: as the connection has it; nil when it has none.
    package init(_ certificate: NIOSSLCertificate?) { self.certificate = certificate }

    /// What ties a login to the connection; nil when nothing does.
    package var binding: ChannelBinding? {
        guard let bytes = try? certificate?.toDERBytes() else { return nil }
        return ChannelBinding(certificate: bytes)
    }

    /// Why a certificate that is trusted is refused all the same; nil when it is not.
    ///
    /// - Parameters:
    ///   - host: the server, for people.
    ///   - pins: hashes of the keys of which it must have one; none for any.
    /// - Returns: the sentence.
    package func objection(of host: String, pins: [[UInt8]]) -> String? {
        guard !pins.isEmpty else { return nil }
        guard let key = try? certificate?.extractPublicKey().toSPKIBytes() else {
            return "the certificate of \(host) has no key that could be among those that tls_pins names"
        }
        guard !PublicKeyPin.admits(key, pins: pins) else { return nil }
        return
            "the certificate of \(host) is refused: its key \(PublicKeyPin.text(key)) is none of those that tls_pins names"
    }
}
