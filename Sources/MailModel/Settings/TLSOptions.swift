/// What is said of TLS besides whether it is demanded.
package struct TLSOptions: Sendable, Hashable {
    /// A version of TLS.
    package enum Version: String, Sendable, Hashable, CaseIterable {
        case v12 = "1.2"
        case v13 = "1.3"
    }

    /// The oldest version that is spoken; nil for TLS 1.2, or whatever there is where TLS is opportunistic.
    package var minimum: Version?
    /// SHA-256 of the public keys (SubjectPublicKeyInfo) of which the server must have one; empty for any.
    package var pins: [[UInt8]] = []
    /// A PEM file with the client's certificate and those behind it; nil for none.
    package var certificate: String?
    /// A PEM file with the private key of the client's certificate.
    package var key: String?

    package init() {}
}
