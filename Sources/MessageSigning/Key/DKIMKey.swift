internal import Crypto
internal import CryptoExtras
internal import MIMECoding
package import MailModel

/// A private key that signs messages.
///
/// Whatever prints it prints its kind and size, never the key.
package struct DKIMKey: Sendable {
    private enum Backing: Sendable {
        case rsa(_RSA.Signing.PrivateKey)
        case ed25519(Curve25519.Signing.PrivateKey)
    }

    /// The signing itself failed: no fault of the message.
    package struct SigningFailure: Error, Hashable, Sendable, CustomStringConvertible {
        package var description: String { "the key made no signature; the cryptographic library refused" }
    }

    private let backing: Backing

    /// RSA keys below this size are neither made nor read: RFC 8301 §3.2 asks signers for at least 2048 bits.
    package static let leastBits = 2_048

    /// Makes a new key from the system's random numbers.
    ///
    /// - Parameters:
    ///   - algorithm: the kind of key.
    ///   - bits: the size of an RSA key, 2048 to 4096 and a multiple of 256; 2048 unless given. Keys above 2048 need
    ///     more than one string in their DNS record, and signing takes longer by the cube.
    /// - Returns: the key.
    /// - Throws: `Fault.size` for another size, `Fault.malformed` when the library makes none.
    package static func generate(_ algorithm: DKIMAlgorithm, bits: Int = leastBits) throws(Fault) -> DKIMKey {
        switch algorithm {
        case .ed25519SHA256: return DKIMKey(backing: .ed25519(Curve25519.Signing.PrivateKey()))
        case .rsaSHA256:
            guard bits >= leastBits, bits <= 4_096, bits % 256 == 0 else { throw .size(bits: bits) }
            guard let key = try? _RSA.Signing.PrivateKey(keySize: .init(bitCount: bits)) else { throw .malformed }
            return DKIMKey(backing: .rsa(key))
        }
    }

    private init(backing: Backing) { self.backing = backing }

    /// Takes the 32 bytes that an Ed25519 key is made from (RFC 8032 §5.1.5).
    ///
    /// - Throws: `Fault.malformed` if they are not 32.
    package init(ed25519Seed seed: [UInt8]) throws(Fault) {
        guard seed.count == 32, let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
            throw .malformed
        }
        backing = .ed25519(key)
    }

    /// Takes an RSA key as DER, PKCS#1 or PKCS#8.
    init(rsaDER der: [UInt8], leastBits: Int = leastBits) throws(Fault) {
        guard let key = try? _RSA.Signing.PrivateKey(unsafeDERRepresentation: der) else {
            // The library refuses keys below 1024 bits without a word.
            throw der.count < 500 ? .tooWeak(bits: nil) : .malformed
        }
        guard key.keySizeInBits >= leastBits else { throw .tooWeak(bits: key.keySizeInBits) }
        backing = .rsa(key)
    }

    /// How it signs.
    package var algorithm: DKIMAlgorithm {
        switch backing {
        case .rsa: .rsaSHA256
        case .ed25519: .ed25519SHA256
        }
    }

    /// The size in bits: of the modulus, or 256.
    package var bits: Int {
        switch backing {
        case .rsa(let key): key.keySizeInBits
        case .ed25519: 256
        }
    }

    /// The key as PEM, in PKCS#8: for a file that nobody else may read.
    package var pem: Secret {
        let text =
            switch backing {
            case .rsa(let key): key.pkcs8PEMRepresentation
            case .ed25519(let key): key.pemRepresentation
            }
        return Secret(text.hasSuffix("\n") ? text : text + "\n")
    }

    /// The public half, as it stands in DNS: SubjectPublicKeyInfo for RSA, 32 bytes for Ed25519 (RFC 8463 §4.2).
    package var publicKey: [UInt8] {
        switch backing {
        case .rsa(let key): [UInt8](key.publicKey.derRepresentation)
        case .ed25519(let key): [UInt8](key.publicKey.rawRepresentation)
        }
    }

    /// The DNS record that lets others verify what this key signs.
    package var record: DKIMKeyRecord { DKIMKeyRecord(algorithm: algorithm, publicKey: publicKey) }

    /// Signs a hash: RSASSA-PKCS1-v1_5, or PureEdDSA over the hash's bytes (RFC 8463 §3).
    func signature(for hash: SHA256Digest) throws(SigningFailure) -> [UInt8] {
        do {
            switch backing {
            case .rsa(let key):
                let signature = try key.signature(for: hash, padding: .insecurePKCS1v1_5)
                return [UInt8](signature.rawRepresentation)
            case .ed25519(let key): return [UInt8](try key.signature(for: [UInt8](hash)))
            }
        } catch {
            throw SigningFailure()
        }
    }
}

extension DKIMKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "\(algorithm.keyType) key, \(bits) bits" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
