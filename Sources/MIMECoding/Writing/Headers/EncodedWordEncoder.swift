/// Writes text as encoded words (RFC 2047): UTF-8, `B` or `Q` whichever is shorter, each at most 75 characters and whole
/// by itself.
enum EncodedWordEncoder {
    /// Longest encoded word (RFC 2047 §2).
    static let longestWord = 75
    /// Longest line that holds one (RFC 2047 §2).
    static let lineLimit = 76
    /// `=?UTF-8?B?` and `?=`.
    static let frame = 12
    /// The widest single character: four bytes as `=XX`.
    private static let widest = 12

    /// Where the words will stand, which says what `Q` may leave as it is.
    enum Context {
        /// Unstructured text (RFC 2047 §5 (1)).
        case text
        /// A phrase, such as a display name (RFC 2047 §5 (3)).
        case phrase
    }

    /// Writes words from the current column on, parted by line folds, which a reader drops between encoded words.
    ///
    /// - Parameters:
    ///   - text: valid UTF-8, not empty.
    ///   - context: where the words stand.
    ///   - line: the field so far; a separating space or fold must have been written.
    ///   - buffer: where the field goes.
    static func write(
        _ text: Span<UInt8>,
        as context: Context,
        on line: inout FieldLine,
        into buffer: inout MessageBuffer
    ) {
        let quotedSize = quotedCount(text, context)
        let usesBase64 = (text.count + 2) / 3 * 4 < quotedSize
        var start = 0
        while start < text.count {
            if start > 0 || lineLimit - line.column < frame + widest { line.fold(into: &buffer) }
            let room = min(longestWord, lineLimit - line.column) - frame
            let end =
                usesBase64
                ? base64End(text, from: start, room: room) : quotedEnd(text, from: start, room: room, context)
            let chunk = text.extracting(start..<end)
            let before = buffer.count
            if usesBase64 {
                buffer.append("=?UTF-8?B?")
                Base64Encoder.writeUnbroken(chunk, into: &buffer)
            } else {
                buffer.append("=?UTF-8?Q?")
                writeQuoted(chunk, context, into: &buffer)
            }
            buffer.append("?=")
            line.column += buffer.count - before
            start = end
        }
    }

    /// Where a chunk must end so that its base64 fits and no character is cut.
    private static func base64End(_ text: Span<UInt8>, from start: Int, room: Int) -> Int {
        var end = min(text.count, start + room / 4 * 3)
        while end < text.count && text[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }

    private static func quotedEnd(_ text: Span<UInt8>, from start: Int, room: Int, _ context: Context) -> Int {
        var end = start
        var used = 0
        while end < text.count {
            let length = UTF8Sequence.length(first: text[end])
            let width = length == 1 ? (mayStand(text[end], context) ? 1 : 3) : 3 * length
            guard used + width <= room else { return end }
            used += width
            end += length
        }
        return end
    }

    private static func quotedCount(_ text: Span<UInt8>, _ context: Context) -> Int {
        var count = 0
        for index in text.indices { count += mayStand(text[index], context) ? 1 : 3 }
        return count
    }

    private static func writeQuoted(_ text: Span<UInt8>, _ context: Context, into buffer: inout MessageBuffer) {
        for index in text.indices {
            let byte = text[index]
            if byte == 0x20 {
                buffer.append(0x5F)
            } else if mayStand(byte, context) {
                buffer.append(byte)
            } else {
                buffer.append(0x3D)
                buffer.append(HexDigit.upper(byte >> 4))
                buffer.append(HexDigit.upper(byte & 15))
            }
        }
    }

    /// Whether a byte takes one character in `Q`; a space does, as `_`.
    @inline(__always)
    private static func mayStand(_ byte: UInt8, _ context: Context) -> Bool {
        switch context {
        case .text: byte == 0x20 || ASCIISet.quotedText.contains(byte)
        case .phrase: byte == 0x20 || ASCIISet.quotedPhrase.contains(byte)
        }
    }
}
