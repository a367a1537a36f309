/// Decodes encoded words in header text (RFC 2047), as leniently as mail needs.
///
/// ```
/// encoded-word = "=?" charset [ "*" language ] "?" encoding "?" encoded-text "?="
/// ```
/// Beyond the RFC: words inside other text or quotes are decoded, blanks and any length inside a word are taken, and the
/// bytes of neighbouring words in one charset are joined before the charset is decoded, since many senders split
/// characters between words. What is no word stays as it stands; what is decoded is not decoded again.
package enum EncodedWords {
    /// Unfolded, decoded text of a raw field value, as UTF-8; white space at both ends is cut.
    package static func decoded(_ value: some Collection<UInt8>) -> [UInt8] {
        let bytes = Array(value)
        return decoded(bytes, in: ASCII.trimmed(bytes, 0..<bytes.count))
    }

    /// As `decoded(_:)`, of a part of the bytes and with its white space.
    static func decoded(_ bytes: [UInt8], in range: Range<Int>) -> [UInt8] {
        var decoder = Decoder(bytes: bytes)
        return decoder.run(range)
    }

    /// As `decoded(_:)`, as a String.
    package static func decodedText(_ value: some Collection<UInt8>) -> String {
        String(decoding: decoded(value), as: UTF8.self)
    }

    /// One word's places in the text.
    struct Word {
        let start: Int
        let charset: Range<Int>
        let isBase64: Bool
        let text: Range<Int>
        let end: Int
    }

    private struct Decoder {
        let bytes: [UInt8]
        private var output: [UInt8] = []
        /// Decoded bytes that wait for their charset, because the next word may continue them.
        private var pending: [UInt8] = []
        private var pendingCharset = ""

        init(bytes: [UInt8]) {
            self.bytes = bytes
        }

        mutating func run(_ range: Range<Int>) -> [UInt8] {
            output.reserveCapacity(range.count)
            var plainStart = range.lowerBound
            var index = range.lowerBound
            // Where no "?=" follows any more no word can begin: this keeps "=?=?=?…" linear.
            let lastEnd = Self.lastTerminator(bytes, range)
            while index < lastEnd {
                guard bytes[index] == ASCII.equals, let word = Word(bytes, at: index, limit: range.upperBound) else {
                    index += 1
                    continue
                }
                plain(plainStart..<index)
                take(word)
                index = word.end
                plainStart = index
            }
            plain(plainStart..<range.upperBound)
            flush()
            return output
        }

        private static func lastTerminator(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
            var index = range.upperBound - 2
            while index >= range.lowerBound {
                if bytes[index] == ASCII.question, bytes[index + 1] == ASCII.equals { return index }
                index -= 1
            }
            return range.lowerBound
        }

        /// Text between words.
        ///
        /// White space alone between two words vanishes (RFC 2047 §6.2).
        private mutating func plain(_ range: Range<Int>) {
            guard !range.isEmpty else { return }
            if !pending.isEmpty || !pendingCharset.isEmpty, range.upperBound < bytes.count,
                bytes[range].allSatisfy(ASCII.isSpace), Word(bytes, at: range.upperBound, limit: bytes.count) != nil
            {
                return
            }
            flush()
            var text: [UInt8] = []
            Unfolding.append(bytes, range, to: &text)
            output += CharsetText.guessed(text[...])
        }

        private mutating func take(_ word: Word) {
            let charset = ASCII.lowercasedText(bytes[word.charset])
            let text = word.isBase64 ? Base64.decode(bytes.span.extracting(word.text)).bytes : qDecoded(word.text)
            if charset == "iso-2022-jp", !StandardISO2022JP.holds(text) {
                flush()
                Unfolding.append(bytes, word.start..<word.end, to: &output)
                return
            }
            // Words of a charset with shifts each begin in its first state, so they must not be joined.
            if charset != pendingCharset || charset.hasPrefix("iso-2022") || charset.hasPrefix("utf-7") { flush() }
            pendingCharset = charset
            pending += text
        }

        private mutating func flush() {
            if !pending.isEmpty { output += CharsetText.utf8(pending, charset: pendingCharset) }
            pending.removeAll(keepingCapacity: true)
            pendingCharset = ""
        }

        /// The "Q" encoding (RFC 2047 §4.2), in which `_` is a space.
        ///
        /// A line break inside a word is folding.
        private func qDecoded(_ range: Range<Int>) -> [UInt8] {
            var text: [UInt8] = []
            text.reserveCapacity(range.count)
            var index = range.lowerBound
            while index < range.upperBound {
                let byte = bytes[index]
                index += 1
                if byte == ASCII.equals, index + 1 < range.upperBound, let high = ASCII.hexValue(bytes[index]),
                    let low = ASCII.hexValue(bytes[index + 1])
                {
                    text.append(high << 4 | low)
                    index += 2
                } else if byte == ASCII.underscore {
                    text.append(ASCII.space)
                } else if ASCII.isLineEnd(byte) {
                    while index < range.upperBound, ASCII.isSpace(bytes[index]) { index += 1 }
                } else {
                    text.append(byte)
                }
            }
            return text
        }
    }
}

extension EncodedWords.Word {
    /// Longest charset with language that is believed; keeps the search for one linear.
    private static let charsetLimit = 80

    /// The word that begins at `start`; nil when none does.
    init?(_ bytes: [UInt8], at start: Int, limit: Int) {
        guard start + 6 < limit, bytes[start] == ASCII.equals, bytes[start + 1] == ASCII.question else { return nil }
        self.start = start
        var index = start + 2
        let charsetStart = index
        while index < limit, index - charsetStart < Self.charsetLimit, FieldName.isNameByte(bytes[index]),
            bytes[index] != ASCII.question, bytes[index] != ASCII.asterisk
        {
            index += 1
        }
        charset = charsetStart..<index
        if index < limit, bytes[index] == ASCII.asterisk {
            // RFC 2231 §5: a language, which nothing here needs.
            while index < limit, index - charsetStart < Self.charsetLimit, bytes[index] != ASCII.question { index += 1 }
        }
        guard !charset.isEmpty, index + 4 < limit, bytes[index] == ASCII.question, bytes[index + 2] == ASCII.question
        else { return nil }
        switch ASCII.lowercased(bytes[index + 1]) {
        case 0x62: isBase64 = true
        case 0x71: isBase64 = false
        default: return nil
        }
        let textStart = index + 3
        index = textStart
        while index + 1 < limit {
            if bytes[index] == ASCII.question, bytes[index + 1] == ASCII.equals {
                text = textStart..<index
                end = index + 2
                return
            }
            index += 1
        }
        return nil
    }
}
