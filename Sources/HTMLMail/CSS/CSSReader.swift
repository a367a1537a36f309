/// Moves over CSS without taking it apart: strings, comments, escapes and brackets (CSS Syntax Level 3, §4 and §5).
///
/// Every byte is passed once, whatever is not closed: an open bracket or comment reaches to the end.
struct CSSReader {
    let bytes: [UInt8]
    let end: Int
    var position: Int

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    var isAtEnd: Bool { position >= end }

    /// The byte here, or 0 at the end.
    var byte: UInt8 { position < end ? bytes[position] : 0 }

    func byte(after distance: Int) -> UInt8 { position + distance < end ? bytes[position + distance] : 0 }

    /// Moves over white space and comments.
    mutating func skipSpace() {
        while position < end {
            if ASCII.isSpace(bytes[position]) {
                position += 1
            } else if bytes[position] == ASCII.slash, byte(after: 1) == ASCII.asterisk {
                skipComment()
            } else {
                return
            }
        }
    }

    private mutating func skipComment() {
        position += 2
        while position < end {
            if bytes[position] == ASCII.asterisk, byte(after: 1) == ASCII.slash {
                position += 2
                return
            }
            position += 1
        }
    }

    /// Moves over one comment, string, escape, bracketed part or byte.
    mutating func skipComponent() {
        var closers: [UInt8] = []
        repeat {
            skipPart(&closers)
        } while !closers.isEmpty && position < end
    }

    private mutating func skipPart(_ closers: inout [UInt8]) {
        let first = bytes[position]
        switch first {
        case ASCII.quote, ASCII.apostrophe: return skipString()
        case ASCII.backslash: position = min(position + 2, end)
        case ASCII.slash where byte(after: 1) == ASCII.asterisk: return skipComment()
        case ASCII.leftParenthesis:
            position += 1
            if isUnquotedURL { return skipURL() }
            closers.append(ASCII.rightParenthesis)
        case ASCII.leftBracket, ASCII.leftBrace:
            position += 1
            closers.append(first == ASCII.leftBracket ? ASCII.rightBracket : ASCII.rightBrace)
        default:
            position += 1
            if first == closers.last { closers.removeLast() }
        }
    }

    /// Moves over a string; a line end or the end of the text ends it too.
    mutating func skipString() {
        let mark = bytes[position]
        position += 1
        while position < end {
            let byte = bytes[position]
            if byte == ASCII.lineFeed { return }
            position = min(position + (byte == ASCII.backslash ? 2 : 1), end)
            if byte == mark { return }
        }
    }

    /// Whether `url(` ends here and no quote follows.
    private var isUnquotedURL: Bool {
        guard position >= 4, bytes[(position - 4)..<position].equalsIgnoringCase("url(") else { return false }
        var index = position
        while index < end, ASCII.isSpace(bytes[index]) { index += 1 }
        return index < end && bytes[index] != ASCII.quote && bytes[index] != ASCII.apostrophe
    }

    private mutating func skipURL() {
        while position < end {
            let byte = bytes[position]
            position = min(position + (byte == ASCII.backslash ? 2 : 1), end)
            if byte == ASCII.rightParenthesis { return }
        }
    }

    /// Moves to the next of `stops` that stands outside of strings and brackets, or to the end.
    mutating func skip(to stops: UInt8...) {
        while position < end, !stops.contains(bytes[position]) { skipComponent() }
    }

    // MARK: Identifiers

    private static func isNameByte(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == ASCII.hyphen || byte == ASCII.underscore || byte >= 0x80
    }

    /// Takes an identifier, escapes decoded; nil when none begins here.
    mutating func takeIdentifier(anyStart: Bool = false) -> [UInt8]? {
        if !anyStart, ASCII.isDigit(byte) || (byte == ASCII.hyphen && ASCII.isDigit(byte(after: 1))) { return nil }
        var name: [UInt8] = []
        while position < end {
            let byte = bytes[position]
            if Self.isNameByte(byte) {
                name.append(byte)
                position += 1
            } else if byte == ASCII.backslash, position + 1 < end, bytes[position + 1] != ASCII.lineFeed {
                position += 1
                takeEscape(&name)
            } else {
                break
            }
        }
        return name.isEmpty || name == [ASCII.hyphen] ? nil : name
    }

    /// Takes what follows a backslash: up to six hexadecimal digits and a space, or any byte.
    private mutating func takeEscape(_ name: inout [UInt8]) {
        var value: UInt32 = 0
        var digits = 0
        while digits < 6, position < end, let digit = Character(UnicodeScalar(bytes[position])).hexDigitValue {
            value = value * 16 + UInt32(digit)
            digits += 1
            position += 1
        }
        guard digits > 0 else {
            name.append(bytes[position])
            position += 1
            return
        }
        if position < end, ASCII.isSpace(bytes[position]) { position += 1 }
        let scalar = UnicodeScalar(value).flatMap { $0.value == 0 ? nil : $0 } ?? "\u{FFFD}"
        name += Array(String(scalar).utf8)
    }

    /// Takes a string, escapes decoded; nil when none begins here.
    mutating func takeString() -> [UInt8]? {
        guard byte == ASCII.quote || byte == ASCII.apostrophe else { return nil }
        let mark = byte
        position += 1
        var text: [UInt8] = []
        while position < end, bytes[position] != mark {
            guard bytes[position] != ASCII.lineFeed else { return nil }
            if bytes[position] == ASCII.backslash, position + 1 < end {
                position += 1
                if bytes[position] == ASCII.lineFeed { position += 1 } else { takeEscape(&text) }
            } else {
                text.append(bytes[position])
                position += 1
            }
        }
        position = min(position + 1, end)
        return text
    }
}
