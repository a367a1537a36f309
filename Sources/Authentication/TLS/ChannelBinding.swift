internal import Crypto

/// What ties a login to the TLS connection it is made over: `tls-server-end-point` (RFC 5929 §4).
///
/// It is the hash of the server's certificate by the hash of its signature, MD5 and SHA-1 replaced by SHA-256. Somebody who
/// stands between with another certificate, even one that is trusted, cannot pass such a login on.
package struct ChannelBinding: Sendable, Hashable {
    /// The name that goes into the messages.
    static let name = "tls-server-end-point"

    /// The hash.
    let data: [UInt8]

    /// The binding to a server; nil where its certificate is signed without a hash of its own (Ed25519), or by one that is
    /// not known here: RFC 5929 leaves that undefined.
    ///
    /// - Parameter certificate: the server's certificate, DER.
    package init?(certificate: [UInt8]) {
        switch CertificateReader(certificate).signatureHash {
        case .sha256: data = Array(SHA256.hash(data: certificate))
        case .sha384: data = Array(SHA384.hash(data: certificate))
        case .sha512: data = Array(SHA512.hash(data: certificate))
        case nil: return nil
        }
    }
}
