/// The charset that a text without a declaration most likely has.
///
/// In order: a byte order mark; zero bytes in every second place (UTF-16 without a mark); valid UTF-8, or UTF-8 with few
/// bytes that are not, so that those can be told as faults; else statistics
/// over the East Asian multi-byte charsets and the Windows code pages. Only the first two and UTF-8 are certain, which
/// ``basis`` tells, so that a caller can say on what ground it read a file as it did.
package struct CharsetGuess: Sendable, Equatable {
    /// What speaks for the charset.
    package enum Basis: Sendable, Equatable {
        /// The text begins with a byte order mark of ``CharsetGuess/markLength`` bytes.
        case byteOrderMark
        /// Zero bytes stand where UTF-16 has them.
        case zeroBytes
        /// The text is valid in it, which other charsets practically never are by chance.
        case validity
        /// Its characters are the likeliest reading.
        case statistics
        /// Nothing fits well; Windows-1252 is what such files mostly are.
        case fallback
    }

    /// The charset.
    package var charset: Charset
    /// What speaks for it.
    package var basis: Basis
    /// Bytes of the byte order mark at the beginning.
    package var markLength = 0

    /// Guesses by the beginning of a text.
    ///
    /// - Parameters:
    ///   - sample: The first bytes; 64 KB are plenty, more cost time in proportion.
    ///   - isWhole: Whether the text ends here; if not, a character cut off at the end is no fault.
    package init(sample: ArraySlice<UInt8>, isWhole: Bool) {
        if let marked = Self.byMark(sample) {
            self = marked
        } else if let wide = Self.byZeroBytes(sample) {
            self = wide
        } else if Self.isUTF8(sample, isWhole: isWhole) {
            self.init(.utf8, .validity)
        } else if Self.isDamagedUTF8(sample) {
            self.init(.utf8, .statistics)
        } else if let likely = EastAsianSurvey.likeliest(sample) {
            self.init(likely, .statistics)
        } else if let likely = CodePageSurvey.likeliest(sample) {
            self.init(likely, .statistics)
        } else {
            self.init(.windows1252, .fallback)
        }
    }

    private init(_ charset: Charset, _ basis: Basis, markLength: Int = 0) {
        self.charset = charset
        self.basis = basis
        self.markLength = markLength
    }

    private static func byMark(_ sample: ArraySlice<UInt8>) -> CharsetGuess? {
        if sample.starts(with: [0xEF, 0xBB, 0xBF]) { return .init(.utf8, .byteOrderMark, markLength: 3) }
        if sample.starts(with: [0xFF, 0xFE, 0, 0]) { return .init(.utf32LittleEndian, .byteOrderMark, markLength: 4) }
        if sample.starts(with: [0, 0, 0xFE, 0xFF]) { return .init(.utf32BigEndian, .byteOrderMark, markLength: 4) }
        if sample.starts(with: [0xFF, 0xFE]) { return .init(.utf16LittleEndian, .byteOrderMark, markLength: 2) }
        if sample.starts(with: [0xFE, 0xFF]) { return .init(.utf16BigEndian, .byteOrderMark, markLength: 2) }
        if sample.starts(with: [0x84, 0x31, 0x95, 0x33]) { return .init(.gb18030, .byteOrderMark, markLength: 4) }
        return nil
    }

    /// Line ends, delimiters, digits and e-mail addresses are ASCII in every list, so at least a tenth of UTF-16 units
    /// have a zero byte, all on the same side.
    private static func byZeroBytes(_ sample: ArraySlice<UInt8>) -> CharsetGuess? {
        let part = sample.prefix(4_096)
        guard part.count >= 4 else { return nil }
        var zeros = (even: 0, odd: 0)
        for (place, byte) in part.enumerated() where byte == 0 {
            if place % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let enough = max(2, part.count / 20)
        if zeros.odd >= enough, zeros.even * 10 <= zeros.odd { return .init(.utf16LittleEndian, .zeroBytes) }
        if zeros.even >= enough, zeros.odd * 10 <= zeros.even { return .init(.utf16BigEndian, .zeroBytes) }
        return nil
    }

    /// Whether many characters are written in several bytes as UTF-8 has them, and hardly a byte is anything else.
    ///
    /// Text in another charset has such sequences by chance once in a while, never nine times out of ten.
    private static func isDamagedUTF8(_ sample: ArraySlice<UInt8>) -> Bool {
        var (characters, strays) = (0, 0)
        var place = sample.startIndex
        while place < sample.endIndex {
            let byte = sample[place]
            let length =
                switch byte {
                case ..<0x80: 1
                case 0xC2...0xDF: 2
                case 0xE0...0xEF: 3
                case 0xF0...0xF4: 4
                default: 0
                }
            guard length != 1 else {
                place += 1
                continue
            }
            let rest = sample[(place + 1)...].prefix(max(0, length - 1))
            if length > 0, rest.count == length - 1, rest.allSatisfy({ 0x80...0xBF ~= $0 }) {
                characters += 1
                place += length
            } else {
                strays += 1
                place += 1
            }
        }
        return characters >= 8 && strays * 9 <= characters
    }

    private static func isUTF8(_ sample: ArraySlice<UInt8>, isWhole: Bool) -> Bool {
        isWhole ? UTF8Scan.isValid(sample.span) : UTF8Scan.isValidPrefix(sample.span)
    }
}
