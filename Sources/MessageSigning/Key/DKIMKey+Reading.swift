internal import MIMECoding

extension DKIMKey {
    /// Why there is no key in a text, or none that may sign.
    package enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
        /// Neither PEM nor a base64 seed.
        case noKey
        /// The key is protected by a passphrase.
        case encrypted
        /// Something else than a private key, by its PEM label.
        case wrongKind(label: String)
        /// A private key that DKIM has no use for.
        case unknownAlgorithm
        /// An RSA key that is too short; nil when it is even below what can be read.
        case tooWeak(bits: Int?)
        /// An RSA key cannot be made in this size.
        case size(bits: Int)
        /// The key is damaged.
        case malformed
        /// More bytes than any key has.
        case tooLong

        package var description: String {
            switch self {
            case .noKey: "holds no private key: a PEM block (-----BEGIN PRIVATE KEY-----) is expected"
            case .encrypted:
                "is protected by a passphrase, which nobody could type in here: write it without one "
                    + "(openssl pkey -in OLD -out NEW) and let only its owner read it"
            case .wrongKind(let label): "holds a \(label), not a private key in PKCS#1 or PKCS#8"
            case .unknownAlgorithm: "holds a key that is neither RSA nor Ed25519: DKIM has no other"
            case .tooWeak(let bits):
                "holds an RSA key of \(bits.map { "\($0)" } ?? "under 1024") bits: receivers distrust fewer than "
                    + "\(DKIMKey.leastBits); make a new one"
            case .size(let bits): "cannot have \(bits) bits: 2048, 3072 or 4096 would do"
            case .malformed: "holds a private key that is damaged or incomplete"
            case .tooLong: "is longer than any key"
            }
        }
    }

    /// The most bytes of a file that are looked at: an RSA key of 16384 bits is smaller.
    package static let mostBytes = 64 << 10

    /// Reads a key from the content of a file: PEM (PKCS#1 or PKCS#8), or the base64 of an Ed25519 seed.
    ///
    /// - Throws: `Fault`.
    package init(text: [UInt8]) throws(Fault) { try self.init(text: text, leastBits: Self.leastBits) }

    /// The same, with another least size for RSA keys.
    init(text: [UInt8], leastBits: Int) throws(Fault) {
        guard text.count <= Self.mostBytes else { throw .tooLong }
        let blocks = PEMBlock.all(in: text)
        guard let first = blocks.first else {
            let bare = text.filter { $0 > 32 }
            guard bare.count == 44, let seed = Base64.decodeStrictly(bare) else { throw .noKey }
            try self.init(ed25519Seed: seed)
            return
        }
        let block = blocks.first { $0.label.hasSuffix("PRIVATE KEY") } ?? first
        if block.isEncrypted || block.label == "ENCRYPTED PRIVATE KEY" { throw .encrypted }
        guard block.label == "PRIVATE KEY" || block.label == "RSA PRIVATE KEY" else {
            throw .wrongKind(label: block.label.lowercased())
        }
        guard let der = block.content else { throw .malformed }
        try self.init(der: der, isPKCS1: block.label == "RSA PRIVATE KEY", leastBits: leastBits)
    }

    private init(der: [UInt8], isPKCS1: Bool, leastBits: Int) throws(Fault) {
        if isPKCS1 {
            try self.init(rsaDER: der, leastBits: leastBits)
            return
        }
        guard let info = PrivateKeyInfo(der) else { throw .malformed }
        switch info.algorithm {
        case .rsa: try self.init(rsaDER: der, leastBits: leastBits)
        case .ed25519:
            guard let seed = info.octets, seed.count == 34, seed.starts(with: [0x04, 0x20]) else { throw .malformed }
            try self.init(ed25519Seed: [UInt8](seed.dropFirst(2)))
        case .other: throw .unknownAlgorithm
        }
    }
}
