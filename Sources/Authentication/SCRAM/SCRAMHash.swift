internal import Crypto
internal import CryptoExtras

/// The hash of a SCRAM mechanism and what is made of it (RFC 5802 §2.2).
enum SCRAMHash: Sendable {
    case sha1
    case sha256

    func hash(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .sha1: Array(Insecure.SHA1.hash(data: bytes))
        case .sha256: Array(SHA256.hash(data: bytes))
        }
    }

    func code(_ text: [UInt8], key: [UInt8]) -> [UInt8] {
        let key = SymmetricKey(data: key)
        return switch self {
        case .sha1: Array(HMAC<Insecure.SHA1>.authenticationCode(for: text, using: key))
        case .sha256: Array(HMAC<SHA256>.authenticationCode(for: text, using: key))
        }
    }

    /// Whether a code is right; takes the same time wherever it is wrong.
    func isCode(_ code: [UInt8], of text: [UInt8], key: [UInt8]) -> Bool {
        let key = SymmetricKey(data: key)
        return switch self {
        case .sha1: HMAC<Insecure.SHA1>.isValidAuthenticationCode(code, authenticating: text, using: key)
        case .sha256: HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: text, using: key)
        }
    }

    /// Hi(password, salt, i): PBKDF2 with one block.
    ///
    /// - Returns: nil when the library refuses.
    func saltedPassword(_ password: [UInt8], salt: [UInt8], rounds: Int) -> [UInt8]? {
        let (function, count): (KDF.Insecure.PBKDF2.HashFunction, Int) =
            switch self {
            case .sha1: (.insecureSHA1, 20)
            case .sha256: (.sha256, 32)
            }
        let key = try? KDF.Insecure.PBKDF2.deriveKey(
            from: password,
            salt: salt,
            using: function,
            outputByteCount: count,
            unsafeUncheckedRounds: rounds
        )
        return unsafe key?.withUnsafeBytes { unsafe Array($0) }
    }
}
