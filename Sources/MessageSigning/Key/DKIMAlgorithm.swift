/// How a signature is made (RFC 6376 §3.3, RFC 8463 §3); SHA-1 is not among them (RFC 8301 §3.1).
package enum DKIMAlgorithm: String, Sendable, Hashable, CaseIterable {
    case rsaSHA256 = "rsa-sha256"
    case ed25519SHA256 = "ed25519-sha256"

    /// The kind of key it takes, as `k=` of a key record names it.
    package var keyType: String {
        switch self {
        case .rsaSHA256: "rsa"
        case .ed25519SHA256: "ed25519"
        }
    }
}
