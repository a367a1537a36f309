/// Reads the pieces of a structured field's value, leniently: comments, quoted strings, bare text.
///
/// Works on the raw value; the line ends of folding vanish, the blanks after them stay (RFC 5322 §2.2.3).
struct FieldTokenizer {
    let bytes: [UInt8]
    private(set) var index = 0

    init(_ value: some Sequence<UInt8>) {
        bytes = Array(value)
    }

    var isAtEnd: Bool { index >= bytes.count }

    var current: UInt8 { bytes[index] }

    /// Steps over one byte.
    mutating func skip() {
        index += 1
    }

    /// Skips white space, and comments with their nested ones (RFC 5322 §3.2.2).
    mutating func skipBlanksAndComments() {
        while index < bytes.count {
            if ASCII.isSpace(bytes[index]) {
                index += 1
            } else if bytes[index] == ASCII.openParenthesis {
                skipComment()
            } else {
                return
            }
        }
    }

    /// Steps over a comment; one that never ends takes the rest with it.
    private mutating func skipComment() {
        index = endOfComment(at: index)
    }

    /// Index after the comment that begins at `start`; the end of the text when it is never closed.
    private func endOfComment(at start: Int) -> Int {
        var depth = 0
        var place = start
        while place < bytes.count {
            switch bytes[place] {
            case ASCII.backslash: place += 1
            case ASCII.openParenthesis: depth += 1
            case ASCII.closeParenthesis: depth -= 1
            default: break
            }
            place += 1
            if depth == 0 { return place }
        }
        return bytes.count
    }

    /// The text before the parameters, without comments and white space.
    ///
    /// It ends at `;`. Quirk: or at white space with `name=` after it, where the `;` was forgotten.
    mutating func mechanism() -> [UInt8] {
        var text: [UInt8] = []
        while true {
            let before = index
            skipBlanksAndComments()
            guard !isAtEnd, current != ASCII.semicolon else { return text }
            if index > before, !text.isEmpty, startsParameter(at: index) { return text }
            if current != ASCII.quote { text.append(current) }
            index += 1
        }
    }

    /// A parameter's name: the text up to `=`, `;` or white space.
    mutating func attribute() -> [UInt8] {
        let start = index
        while index < bytes.count {
            let byte = bytes[index]
            if byte == ASCII.equals || byte == ASCII.semicolon || ASCII.isSpace(byte) { break }
            index += 1
        }
        return bytes[start..<index].map(ASCII.lowercased)
    }

    /// A quoted string's content, the cursor at its opening quote: escapes and folding undone.
    ///
    /// Quirk: without a closing quote everything up to the end belongs to it.
    mutating func quotedString() -> [UInt8] {
        var text: [UInt8] = []
        index += 1
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case ASCII.quote: return text
            case ASCII.carriageReturn, ASCII.lineFeed: continue
            case ASCII.backslash:
                guard index < bytes.count else { return text }
                text.append(bytes[index])
                index += 1
            default: text.append(byte)
            }
        }
        return text
    }

    /// A value without quotes: to `;`, to a comment, or to the next parameter where a `;` was forgotten.
    ///
    /// Quirk: blanks inside belong to it (`filename=my file.txt`), though RFC 2045 §5.1 wants quotes then.
    mutating func bareValue() -> [UInt8] {
        let start = index
        while index < bytes.count, bytes[index] != ASCII.semicolon {
            if ASCII.isSpace(bytes[index]) {
                var next = index
                while next < bytes.count, ASCII.isSpace(bytes[next]) { next += 1 }
                guard next < bytes.count, !startsParameter(at: next) else { break }
                guard bytes[next] == ASCII.openParenthesis else {
                    index = next
                    continue
                }
                let end = endOfComment(at: next)
                if endsValue(at: end) { break }
                index = end
            } else {
                index += 1
            }
        }
        var text = bytes[start..<index]
        while let last = text.last, ASCII.isSpace(last) { text.removeLast() }
        return text.filter { !ASCII.isLineEnd($0) }
    }

    /// Whether nothing of a value stands between `place` and the next `;`: what came before was a comment, not the `(1)`
    /// of a file name.
    private func endsValue(at place: Int) -> Bool {
        var place = place
        while place < bytes.count, ASCII.isSpace(bytes[place]) { place += 1 }
        return place >= bytes.count || bytes[place] == ASCII.semicolon || bytes[place] == ASCII.openParenthesis
    }

    /// Whether `name=` stands here; `=?` begins an encoded word instead.
    private func startsParameter(at start: Int) -> Bool {
        var place = start
        // No attribute is longer than this; the ceiling keeps the search linear.
        while place < bytes.count, place - start < 64, Self.isAttributeByte(bytes[place]) { place += 1 }
        guard place > start, place < bytes.count, bytes[place] == ASCII.equals else { return false }
        return true
    }

    private static func isAttributeByte(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == ASCII.hyphen || byte == ASCII.asterisk
            || byte == ASCII.underscore
    }
}
