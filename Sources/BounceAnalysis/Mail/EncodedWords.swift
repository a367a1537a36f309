/// Decodes the encoded words of a header value (RFC 2047), leniently.
package enum EncodedWords {
    /// The value with its encoded words decoded to UTF-8.
    package static func decode(_ value: [UInt8], charsets: CharsetDecoder) -> [UInt8] {
        guard value.contains(0x3D), ASCII.find(value, in: 0..<value.count, "=?") != nil else { return value }
        var out: [UInt8] = []
        var index = 0
        var afterWord = false
        while index < value.count {
            if let (word, end) = word(value, at: index, charsets) {
                // White space between two encoded words is not part of the text (RFC 2047 §6.2).
                if afterWord { while out.last == ASCII.space { out.removeLast() } }
                out.append(contentsOf: word)
                index = end
                afterWord = true
            } else {
                if !ASCII.isSpace(value[index]) { afterWord = false }
                out.append(value[index])
                index += 1
            }
        }
        return out
    }

    /// The encoded word at `index`: "=?" charset "?" encoding "?" encoded-text "?=".
    private static func word(_ value: [UInt8], at index: Int, _ charsets: CharsetDecoder) -> ([UInt8], Int)? {
        guard ASCII.matches(value, at: index, "=?", limit: value.count) else { return nil }
        guard let first = mark(value, from: index + 2), let second = mark(value, from: first + 1),
            second == first + 2
        else { return nil }
        var end = second + 1
        while end + 1 < value.count, value[end] != 0x3F || value[end + 1] != ASCII.equals { end += 1 }
        guard end + 1 < value.count else { return nil }
        var charset = ASCII.lowercased(value, index + 2..<first)
        if let star = charset.firstIndex(of: "*") { charset = String(charset[..<star]) }
        let body = second + 1..<end
        let decoded: [UInt8]
        switch ASCII.lower(value[first + 1]) {
        case 0x62: decoded = TransferDecoding.base64(value, body)
        case 0x71: decoded = TransferDecoding.quotedPrintable(value, body, underscoreIsSpace: true)
        default: return nil
        }
        return (charsets.utf8(decoded, charset: charset), end + 2)
    }

    private static func mark(_ value: [UInt8], from start: Int) -> Int? {
        var index = start
        while index < value.count, index - start < 76 {
            if value[index] == 0x3F { return index }
            index += 1
        }
        return nil
    }
}
