/// Finds by which hash a certificate was signed (RFC 5280 §4.1.1.2); bounded by the bytes that are there.
struct CertificateReader {
    /// The hashes that channels are bound by.
    enum Hash {
        case sha256
        case sha384
        case sha512
    }

    /// The hash; nil when there is none, or none that is known.
    let signatureHash: Hash?

    /// Reads a certificate.
    ///
    ///     Certificate ::= SEQUENCE { tbsCertificate SEQUENCE, signatureAlgorithm SEQUENCE { OID, parameters }, … }
    init(_ certificate: [UInt8]) {
        var index = 0
        var result: Hash?
        if let outer = Self.element(0x30, certificate[...], &index) {
            index = outer.startIndex
            if Self.element(0x30, outer, &index) != nil, let algorithm = Self.element(0x30, outer, &index) {
                result = Self.hash(algorithm)
            }
        }
        signatureHash = result
    }

    private static func hash(_ algorithm: ArraySlice<UInt8>) -> Hash? {
        var index = algorithm.startIndex
        guard let name = element(0x06, algorithm, &index) else { return nil }
        let parameters = algorithm[index...]
        switch Array(name) {
        // RSASSA-PSS says the hash in its parameters: [0] { SEQUENCE { OID … } }; SHA-1 when it says nothing.
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0A]: return pssHash(parameters)
        // md5, sha1, sha256, sha384, sha512 WithRSAEncryption: the first two stand for SHA-256.
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x04],
            [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x05],
            [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0B]:
            return .sha256
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0C]: return .sha384
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0D]: return .sha512
        // ecdsa-with-SHA1, -SHA256, -SHA384, -SHA512.
        case [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x01], [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02]:
            return .sha256
        case [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x03]: return .sha384
        case [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x04]: return .sha512
        default: return nil
        }
    }

    private static func pssHash(_ parameters: ArraySlice<UInt8>) -> Hash? {
        var index = parameters.startIndex
        guard let list = element(0x30, parameters, &index) else { return nil }
        index = list.startIndex
        guard let field = element(0xA0, list, &index) else { return .sha256 }
        index = field.startIndex
        guard let algorithm = element(0x30, field, &index) else { return nil }
        index = algorithm.startIndex
        guard let name = element(0x06, algorithm, &index) else { return nil }
        switch Array(name) {
        case [0x2B, 0x0E, 0x03, 0x02, 0x1A], [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]: return .sha256
        case [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02]: return .sha384
        case [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03]: return .sha512
        default: return nil
        }
    }

    /// The contents of the element at `index`, which is moved behind it; nil when it has another tag or is cut off.
    private static func element(_ tag: UInt8, _ bytes: ArraySlice<UInt8>, _ index: inout Int) -> ArraySlice<UInt8>? {
        guard bytes.endIndex - index >= 2, bytes[index] == tag else { return nil }
        var length = Int(bytes[index + 1])
        var start = index + 2
        if length >= 0x80 {
            let count = length & 0x7F
            guard (1...4).contains(count), bytes.endIndex - start >= count else { return nil }
            length = bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
            start += count
        }
        guard bytes.endIndex - start >= length else { return nil }
        index = start + length
        return bytes[start..<start + length]
    }
}
