internal import Crypto
internal import CryptoExtras

/// A public key out of a DNS record.
struct DKIMPublicKey: Sendable {
    private enum Backing: Sendable {
        case rsa(_RSA.Signing.PublicKey)
        case ed25519(Curve25519.Signing.PublicKey)
    }

    private let backing: Backing

    /// RSA keys below this size verify nothing (RFC 8301 §3.2).
    static let leastBits = 1_024

    /// The most bytes of an RSA key: one of 8192 bits; checking a larger one would only cost time.
    private static let mostBytes = 1_100

    /// Takes the bytes of `p=`.
    ///
    /// Nil if they are no key of that kind, or an RSA key below 1024 bits. RSA keys come as SubjectPublicKeyInfo, which
    /// everybody writes, or as the bare RSAPublicKey that RFC 6376 §3.6.1 names.
    init?(_ bytes: [UInt8], for algorithm: DKIMAlgorithm) {
        switch algorithm {
        case .rsaSHA256:
            guard bytes.count <= Self.mostBytes, let key = try? _RSA.Signing.PublicKey(unsafeDERRepresentation: bytes)
            else { return nil }
            backing = .rsa(key)
        case .ed25519SHA256:
            guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return nil }
            backing = .ed25519(key)
        }
    }

    /// The size in bits: of the modulus, or 256.
    var bits: Int {
        switch backing {
        case .rsa(let key): key.keySizeInBits
        case .ed25519: 256
        }
    }

    /// The key in one form for all ways of writing it.
    var canonicalBytes: [UInt8] {
        switch backing {
        case .rsa(let key): [UInt8](key.derRepresentation)
        case .ed25519(let key): [UInt8](key.rawRepresentation)
        }
    }

    /// Whether a signature was made over a hash with this key's private half.
    func isValid(_ signature: [UInt8], for hash: SHA256Digest) -> Bool {
        switch backing {
        case .rsa(let key):
            key.isValidSignature(.init(rawRepresentation: signature), for: hash, padding: .insecurePKCS1v1_5)
        case .ed25519(let key): key.isValidSignature(signature, for: [UInt8](hash))
        }
    }
}
