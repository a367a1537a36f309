/// What left in one attempt: with the sealed row and the secret, enough to make the very same bytes again and to prove
/// that they are the same.
package struct SentFacts: Sendable, Hashable {
    /// What a message asked of the server.
    package struct Form: OptionSet, Sendable, Hashable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// It holds bytes above 127: 8BITMIME (RFC 6152).
        package static let eightBit = Form(rawValue: 1)
        /// An address or a header field needs SMTPUTF8 (RFC 6531).
        package static let smtpUTF8 = Form(rawValue: 2)
        /// It was signed.
        package static let signed = Form(rawValue: 4)
    }

    /// The time in its Date field, in seconds since 1970.
    package var date: Int64
    /// What it asked of the server.
    package var form: Form
    /// The SHA-256 of its bytes: the content as it is handed to the transport, dots not stuffed.
    package var digest: MessageDigest

    package init(date: Int64, form: Form, digest: MessageDigest) {
        self.date = date
        self.form = form
        self.digest = digest
    }
}

/// The 32 bytes of a SHA-256, without an allocation.
package struct MessageDigest: Sendable, Hashable {
    /// The bytes in order, eight to a word, the first one lowest.
    package var words: (UInt64, UInt64, UInt64, UInt64)

    package init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

    /// Takes 32 bytes; nil for any other number of them.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        words = (0, 0, 0, 0)
        for (place, byte) in bytes.enumerated() {
            let part = UInt64(byte) &<< UInt64(8 * (place & 7))
            switch place >> 3 {
            case 0: words.0 |= part
            case 1: words.1 |= part
            case 2: words.2 |= part
            default: words.3 |= part
            }
        }
    }

    /// The bytes in order.
    package var bytes: [UInt8] {
        [words.0, words.1, words.2, words.3].flatMap { word in
            (0..<8 as Range<UInt64>).map { UInt8(truncatingIfNeeded: word &>> (8 * $0)) }
        }
    }

    /// The words as they lie in memory when the bytes are in order.
    package var littleEndianWords: (UInt64, UInt64, UInt64, UInt64) {
        (words.0.littleEndian, words.1.littleEndian, words.2.littleEndian, words.3.littleEndian)
    }

    /// As `sha256sum` prints it.
    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    package static func == (left: MessageDigest, right: MessageDigest) -> Bool { left.words == right.words }

    package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
