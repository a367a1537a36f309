/// A set of ASCII characters, asked byte by byte.
///
/// The sets are bit masks, so that they need no set-up at run time; each is written beside its characters, and a test
/// compares the two.
struct ASCIISet: Sendable {
    /// The characters below 64, by bit.
    let low: UInt64
    /// The characters from 64 on.
    let high: UInt64
    /// Whether every byte above 127 belongs to the set, as RFC 6532 adds them.
    var takesHighBytes = false

    /// Returns whether a byte belongs to the set.
    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        if byte >= 0x80 { return takesHighBytes }
        return ((byte < 64 ? low : high) >> UInt64(byte & 63)) & 1 == 1
    }

    /// Returns whether a text holds nothing else.
    func containsAll(of text: Span<UInt8>) -> Bool {
        for index in text.indices where !contains(text[index]) { return false }
        return true
    }
}

extension ASCIISet {
    /// Letters and digits.
    static let alphanumeric = ASCIISet(low: 0x03FF_0000_0000_0000, high: 0x07FF_FFFE_07FF_FFFE)

    /// RFC 5322 §3.2.3, with RFC 6532 §3.2 for the rest of Unicode.
    ///
    /// Beside letters and digits: ``` !#$%&'*+-/=?^_`{|}~ ```
    static let atext = ASCIISet(low: 0xA3FF_ACFA_0000_0000, high: 0x7FFF_FFFF_C7FF_FFFE, takesHighBytes: true)

    /// RFC 5322 §3.2.3 in ASCII, with the space that parts atoms.
    ///
    /// Beside letters and digits: ``` !#$%&'*+-/=?^_`{|}~  ```
    static let atomsAndSpaces = ASCIISet(low: 0xA3FF_ACFB_0000_0000, high: 0x7FFF_FFFF_C7FF_FFFE)

    /// RFC 3986 §2: unreserved, reserved and the percent sign.
    ///
    /// Beside letters and digits: `-._~:/?#[]@!$&'()*+,;=%`
    static let uri = ASCIISet(low: 0xAFFF_FFFA_0000_0000, high: 0x47FF_FFFE_AFFF_FFFF)

    /// What of an address stands for itself in a `mailto:` URI (RFC 6068 §2).
    ///
    /// Beside letters and digits: `-._~!$'()*+,:@`
    static let mailto = ASCIISet(low: 0x07FF_7F92_0000_0000, high: 0x47FF_FFFE_87FF_FFFF)

    /// RFC 2231 §7: attribute-char.
    ///
    /// Beside letters and digits: ``` !#$&+-.^_`{|}~ ```
    static let attribute = ASCIISet(low: 0x03FF_685A_0000_0000, high: 0x7FFF_FFFF_C7FF_FFFE)

    /// RFC 6838 §4.2: restricted-name-chars.
    ///
    /// Beside letters and digits: `!#$&-^_.+`
    static let mediaType = ASCIISet(low: 0x03FF_685A_0000_0000, high: 0x07FF_FFFE_C7FF_FFFE)

    /// RFC 2919 §2 and what lists use.
    ///
    /// Beside letters and digits: `-_.+`
    static let listID = ASCIISet(low: 0x03FF_6800_0000_0000, high: 0x07FF_FFFE_87FF_FFFE)

    /// What stands for itself in a `Q` encoded word in free text (RFC 2047 §4.2); quotes, parentheses and backslashes are
    /// left out because readers have been seen to parse them.
    static let quotedText = ASCIISet(low: 0x5FFF_FCFA_0000_0000, high: 0x7FFF_FFFF_6FFF_FFFF)

    /// What stands for itself in a `Q` encoded word in a phrase (RFC 2047 §5 (3)).
    ///
    /// Beside letters and digits: `!*+-/`
    static let quotedPhrase = ASCIISet(low: 0x03FF_AC02_0000_0000, high: 0x07FF_FFFE_07FF_FFFE)
}
