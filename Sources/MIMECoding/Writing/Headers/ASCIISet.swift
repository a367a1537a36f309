/// A set of ASCII characters, asked byte by byte.
struct ASCIISet {
    private let low: UInt64
    private let high: UInt64
    /// Whether every byte above 127 belongs to the set, as RFC 6532 adds them.
    private let takesHighBytes: Bool

    private init(_ members: StaticString, takesHighBytes: Bool = false) {
        var low: UInt64 = 0
        var high: UInt64 = 0
        members.withUTF8Buffer { bytes in
            for index in 0..<bytes.count {
                let byte = unsafe bytes[index]
                if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
            }
        }
        self.low = low
        self.high = high
        self.takesHighBytes = takesHighBytes
    }

    /// Returns whether a byte belongs to the set.
    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        if byte >= 0x80 { return takesHighBytes }
        return (byte < 64 ? low >> UInt64(byte) : high >> UInt64(byte - 64)) & 1 == 1
    }

    /// Returns whether a text holds nothing else.
    func containsAll(of text: Span<UInt8>) -> Bool {
        for index in text.indices where !contains(text[index]) { return false }
        return true
    }

    static let alphanumeric = ASCIISet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    /// RFC 5322 §3.2.3, with RFC 6532 §3.2 for the rest of Unicode.
    static let atext = ASCIISet(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&'*+-/=?^_`{|}~",
        takesHighBytes: true
    )
    /// RFC 5322 §3.2.3 in ASCII, with the space that parts atoms.
    static let atomsAndSpaces = ASCIISet(
        " 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&'*+-/=?^_`{|}~"
    )
    /// RFC 3986 §2: unreserved, reserved and the percent sign.
    static let uri = ASCIISet(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-._~:/?#[]@!$&'()*+,;=%"
    )
    /// What of an address stands for itself in a `mailto:` URI (RFC 6068 §2).
    static let mailto = ASCIISet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-._~!$'()*+,:@")
    /// RFC 2231 §7: attribute-char.
    static let attribute = ASCIISet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$&+-.^_`{|}~")
    /// RFC 6838 §4.2: restricted-name-chars.
    static let mediaType = ASCIISet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$&-^_.+")
    /// RFC 2919 §2 and what lists use: letters, digits, `-`, `_` and dots.
    static let listID = ASCIISet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_.+")
}
