internal import Crypto

/// Pinned public keys: `sha256//` and the base64 of the SHA-256 of a SubjectPublicKeyInfo (RFC 7469 §2.4), as curl writes
/// them.
package enum PublicKeyPin {
    /// Whether a server's key is among those that are pinned.
    ///
    /// - Parameters:
    ///   - key: the SubjectPublicKeyInfo of its certificate, DER.
    ///   - pins: the hashes.
    /// - Returns: true as well when nothing is pinned.
    package static func admits(_ key: [UInt8], pins: [[UInt8]]) -> Bool {
        pins.isEmpty || pins.contains(Array(SHA256.hash(data: key)))
    }

    /// Reads a pin.
    ///
    /// - Returns: the hash; nil when the text is no pin.
    package static func hash(_ text: String) -> [UInt8]? {
        guard text.hasPrefix(prefix), let hash = SASLBase64.decode(text.utf8.dropFirst(prefix.utf8.count)),
            hash.count == 32
        else { return nil }
        return hash
    }

    private static let prefix = "sha256//"

    /// The pin of a key, as settings write it.
    package static func text(_ key: [UInt8]) -> String { text(hash: Array(SHA256.hash(data: key))) }

    /// A hash, as settings write it.
    package static func text(hash: [UInt8]) -> String {
        prefix + String(decoding: SASLBase64.encode(hash), as: UTF8.self)
    }
}
