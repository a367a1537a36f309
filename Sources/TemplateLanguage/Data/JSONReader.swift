/// Reads JSON (RFC 8259) strictly into ``TemplateValue``.
///
/// Strict: no comments, no trailing commas, no bare words, one value in the file, no lone surrogates, and a name stands in
/// an object once only. Numbers keep their text. Nesting is capped; a byte order mark at the start is skipped.
package struct JSONReader {
    private let source: SourceText
    private let maxDepth: Int
    private var position = 0

    /// Reads one JSON text.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - name: the file's name for messages.
    ///   - maxDepth: the deepest nesting of lists and objects; 128 by default.
    /// - Returns: the value.
    /// - Throws: ``TemplateFault`` with line and column.
    package static func value(
        of bytes: [UInt8],
        name: String = "data.json",
        maxDepth: Int = 128
    ) throws(TemplateFault) -> TemplateValue {
        var reader = JSONReader(source: SourceText(name: name, bytes: bytes), maxDepth: maxDepth)
        return try reader.document()
    }

    private init(source: SourceText, maxDepth: Int) {
        self.source = source
        self.maxDepth = maxDepth
    }

    private mutating func document() throws(TemplateFault) -> TemplateValue {
        if let offset = UTF8Check.firstInvalidByte(in: source.bytes.span) {
            throw source.fault(.encoding, at: offset, "the bytes here are not UTF-8")
        }
        if source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        skipSpace()
        let value = try value(depth: 0)
        skipSpace()
        guard position == source.bytes.count else { throw fault("more text after the value") }
        return value
    }

    private func fault(_ message: String) -> TemplateFault {
        source.fault(.data, at: position, message)
    }

    private var next: UInt8? { position < source.bytes.count ? source.bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == ASCII.space || byte == ASCII.tab || ASCII.isLineEnd(byte) { position += 1 }
    }

    private mutating func take(_ byte: UInt8, orSay message: String) throws(TemplateFault) {
        guard next == byte else { throw fault(message) }
        position += 1
    }

    private mutating func value(depth: Int) throws(TemplateFault) -> TemplateValue {
        guard let byte = next else { throw fault("the text ends where a value is missing") }
        switch byte {
        case ASCII.openBrace:
            guard depth < maxDepth else {
                throw source.fault(.limit, at: position, "nested more than \(maxDepth) deep")
            }
            return try object(depth: depth + 1)
        case 0x5B:
            guard depth < maxDepth else {
                throw source.fault(.limit, at: position, "nested more than \(maxDepth) deep")
            }
            return try list(depth: depth + 1)
        case ASCII.quote:
            return .string(try string())
        case 0x74:
            try word("true")
            return .bool(true)
        case 0x66:
            try word("false")
            return .bool(false)
        case 0x6E:
            try word("null")
            return .null
        default:
            return .number(try number())
        }
    }

    private mutating func word(_ word: StaticString) throws(TemplateFault) {
        let expected = Array("\(word)".utf8)
        guard source.bytes[position...].starts(with: expected) else { throw fault("a value must stand here") }
        position += expected.count
    }

    private mutating func object(depth: Int) throws(TemplateFault) -> TemplateValue {
        position += 1
        var object = TemplateObject()
        skipSpace()
        if next == ASCII.closeBrace {
            position += 1
            return .object(object)
        }
        while true {
            skipSpace()
            guard next == ASCII.quote else { throw fault("a name in quotes must stand here") }
            let start = position
            let key = try string()
            guard !object.contains(key) else {
                position = start
                throw fault("this name stands twice in the same object")
            }
            skipSpace()
            try take(ASCII.colon, orSay: "a colon is missing behind the name")
            skipSpace()
            object.set(key, try value(depth: depth))
            skipSpace()
            guard next == ASCII.comma else { break }
            position += 1
        }
        try take(ASCII.closeBrace, orSay: "a comma or } is missing")
        return .object(object)
    }

    private mutating func list(depth: Int) throws(TemplateFault) -> TemplateValue {
        position += 1
        var items: [TemplateValue] = []
        skipSpace()
        if next == 0x5D {
            position += 1
            return .list(items)
        }
        while true {
            skipSpace()
            items.append(try value(depth: depth))
            skipSpace()
            guard next == ASCII.comma else { break }
            position += 1
        }
        try take(0x5D, orSay: "a comma or ] is missing")
        return .list(items)
    }

    /// `number = [ minus ] int [ frac ] [ exp ]`, RFC 8259 §6.
    private mutating func number() throws(TemplateFault) -> [UInt8] {
        let start = position
        if next == ASCII.hyphen { position += 1 }
        guard let first = next, ASCII.isDigit(first) else {
            position = start
            throw fault("a value must stand here")
        }
        position += 1
        if first != ASCII.zero { skipDigits() }
        if next == ASCII.dot {
            position += 1
            try digits()
        }
        if let byte = next, byte | 0x20 == 0x65 {
            position += 1
            if next == ASCII.plus || next == ASCII.hyphen { position += 1 }
            try digits()
        }
        return Array(source.bytes[start..<position])
    }

    private mutating func skipDigits() {
        while let byte = next, ASCII.isDigit(byte) { position += 1 }
    }

    private mutating func digits() throws(TemplateFault) {
        guard let byte = next, ASCII.isDigit(byte) else { throw fault("a digit is missing") }
        skipDigits()
    }

    private mutating func string() throws(TemplateFault) -> [UInt8] {
        let start = position
        position += 1
        var text: [UInt8] = []
        while let byte = next {
            switch byte {
            case ASCII.quote:
                position += 1
                return text
            case ASCII.backslash:
                try escape(into: &text)
            case 0..<0x20:
                throw fault("a control character must be written as an escape")
            default:
                text.append(byte)
                position += 1
            }
        }
        position = start
        throw fault("the text in quotes has no end")
    }

    private mutating func escape(into text: inout [UInt8]) throws(TemplateFault) {
        let start = position
        position += 1
        guard let byte = next else { throw fault("the text in quotes has no end") }
        position += 1
        switch byte {
        case ASCII.quote, ASCII.backslash, ASCII.slash: text.append(byte)
        case 0x62: text.append(8)
        case 0x66: text.append(12)
        case 0x6E: text.append(10)
        case 0x72: text.append(13)
        case 0x74: text.append(9)
        case 0x75: try unicodeEscape(start: start, into: &text)
        default:
            position = start
            throw fault("an unknown escape")
        }
    }

    private mutating func unicodeEscape(start: Int, into text: inout [UInt8]) throws(TemplateFault) {
        var value = try fourDigits()
        if (0xD800..<0xDC00).contains(value), source.bytes[position...].starts(with: [ASCII.backslash, 0x75]) {
            position += 2
            let low = try fourDigits()
            guard (0xDC00..<0xE000).contains(low) else {
                position = start
                throw fault("half of a surrogate pair")
            }
            value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(value) else {
            position = start
            throw fault("half of a surrogate pair")
        }
        text.append(contentsOf: Array(String(scalar).utf8))
    }

    private mutating func fourDigits() throws(TemplateFault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = ASCII.hexValue(byte) else {
                throw fault("four hexadecimal digits must stand here")
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}
