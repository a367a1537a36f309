/// The outer layer of a PKCS#8 key (RFC 5208 §5): which algorithm, and the octets of the key.
struct PrivateKeyInfo {
    /// What a key is for.
    enum Algorithm {
        case rsa
        case ed25519
        case other
    }

    /// By its object identifier.
    var algorithm: Algorithm
    /// The content of the key's octet string.
    var octets: ArraySlice<UInt8>?

    /// Reads DER; nil if it is no such structure.
    init?(_ der: [UInt8]) {
        guard var outer = Self.element(der[...], tag: 0x30)?.content,
            let version = Self.element(outer, tag: 0x02), version.content.count == 1
        else { return nil }
        outer = version.rest
        guard let identifier = Self.element(outer, tag: 0x30), let oid = Self.element(identifier.content, tag: 0x06)
        else { return nil }
        switch [UInt8](oid.content) {
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01]: algorithm = .rsa
        case [0x2B, 0x65, 0x70]: algorithm = .ed25519
        default: algorithm = .other
        }
        octets = Self.element(identifier.rest, tag: 0x04)?.content
    }

    /// An element with a tag at the start of some bytes: its content and what follows it.
    private static func element(
        _ bytes: ArraySlice<UInt8>,
        tag: UInt8
    ) -> (content: ArraySlice<UInt8>, rest: ArraySlice<UInt8>)? {
        guard bytes.count >= 2, bytes.first == tag else { return nil }
        var rest = bytes.dropFirst(2)
        var length = Int(bytes[bytes.startIndex + 1])
        if length >= 0x80 {
            let count = length & 0x7F
            guard count > 0, count <= 3, rest.count >= count else { return nil }
            length = rest.prefix(count).reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(count)
        }
        guard rest.count >= length else { return nil }
        return (rest.prefix(length), rest.dropFirst(length))
    }
}
