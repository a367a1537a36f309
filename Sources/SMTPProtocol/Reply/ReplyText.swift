/// Takes the text out of reply lines and masks what no terminal should be shown.
enum ReplyText {
    private static let mask = UInt8(ascii: "?")

    /// The text of all lines behind code and separator, joined by newlines.
    static func text(of bytes: Span<UInt8>, length: Int) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(length)
        var isPlain = true
        var index = 0
        while index < length {
            var end = index
            while end < length, bytes[end] != 0x0A { end += 1 }
            let next = end + 1
            if end > index, bytes[end - 1] == 0x0D { end -= 1 }
            if index > 0 { text.append(0x0A) }
            // Three digits and the separator; a line may also end behind its digits.
            index += 4
            while index < end {
                var byte = bytes[index]
                if byte < 0x20, byte != 0x09 { byte = mask }
                if byte == 0x7F { byte = mask }
                if byte >= 0x80 { isPlain = false }
                text.append(byte)
                index += 1
            }
            index = next
        }
        let string = String(decoding: text, as: UTF8.self)
        return isPlain ? string : masked(string)
    }

    /// A short piece of something that is no reply, for an error message.
    static func excerpt(of bytes: Span<UInt8>, from start: Int, to end: Int) -> String {
        var text: [UInt8] = []
        var index = start
        while index < min(end, start + 60) {
            let byte = bytes[index]
            if byte == 0x0A || byte == 0x0D { break }
            text.append((0x20...0x7E).contains(byte) ? byte : mask)
            index += 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Text from the server on one line, for an error message.
    static func line(_ text: String) -> String {
        masked(String(text.unicodeScalars.map { $0.value < 0x20 ? "?" : Character($0) }))
    }

    /// Broken UTF-8 (which decoding has marked) and the controls of ISO 6429 become question marks.
    private static func masked(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isUnprintable = scalar == "\u{FFFD}" || (0x80...0x9F).contains(scalar.value)
            result.append(isUnprintable ? "?" : scalar)
        }
        return String(result)
    }
}
