/// `name: value`, of a rule or a style attribute.
struct CSSDeclaration: Hashable {
    /// In lower case, but for custom properties.
    let name: String
    /// Without comments, white space runs as one space, strings in single quotes where they can be.
    let value: [UInt8]
    let isImportant: Bool
    /// The bytes of name and value.
    let range: Range<Int>
}

/// The content of a `{…}` or of a style attribute.
struct CSSBlock {
    var declarations: [CSSDeclaration] = []
    /// Rules inside of the rule: their bytes.
    var nested: [Range<Int>] = []
    /// A template section begins or ends in it, so what is declared depends on data.
    var hasSections = false

    /// Reads a list of declarations; what is none is passed over up to the next semicolon.
    init(_ bytes: [UInt8], _ range: Range<Int>, tags: TemplateTagTable) {
        var reader = CSSReader(bytes, range)
        hasSections = tags.occursAsSection(in: bytes[range])
        while true {
            reader.skipSpace()
            guard !reader.isAtEnd else { return }
            if reader.byte == ASCII.semicolon {
                reader.position += 1
                continue
            }
            take(&reader)
        }
    }

    private mutating func take(_ reader: inout CSSReader) {
        let start = reader.position
        let name = reader.takeIdentifier()
        reader.skipSpace()
        if let name, reader.byte == ASCII.colon {
            reader.position += 1
            let valueStart = reader.position
            let isCustom = name.starts(with: "--".utf8)
            if isCustom {
                reader.skip(to: ASCII.semicolon)
            } else {
                reader.skip(to: ASCII.semicolon, ASCII.leftBrace)
            }
            if reader.byte != ASCII.leftBrace || isCustom {
                add(name, reader, start, valueStart..<reader.position)
                return
            }
        }
        if reader.position == start { reader.skipComponent() }
        reader.skip(to: ASCII.semicolon, ASCII.leftBrace)
        guard reader.byte == ASCII.leftBrace else {
            if reader.bytes[start] == ASCII.at { nested.append(start..<min(reader.position + 1, reader.end)) }
            return
        }
        reader.skipComponent()
        nested.append(start..<reader.position)
    }

    private mutating func add(_ name: [UInt8], _ reader: CSSReader, _ start: Int, _ range: Range<Int>) {
        guard let (value, isImportant) = CSSValue.normalized(reader.bytes, range) else { return }
        let isCustom = name.starts(with: "--".utf8)
        declarations.append(
            CSSDeclaration(
                name: String(decoding: isCustom ? name : name.lowercasedASCII, as: UTF8.self),
                value: value,
                isImportant: isImportant,
                range: start..<range.upperBound
            )
        )
    }
}

/// The text of a declaration's value.
enum CSSValue {
    /// The value as it is written into a style attribute, and whether `!important` stood behind it; nil when there is
    /// no value or it is broken.
    static func normalized(_ bytes: [UInt8], _ range: Range<Int>) -> (value: [UInt8], isImportant: Bool)? {
        var reader = CSSReader(bytes, range)
        var value: [UInt8] = []
        var importantAt: Int?
        while true {
            let before = reader.position
            reader.skipSpace()
            guard !reader.isAtEnd else { break }
            if reader.position > before, !value.isEmpty { value.append(ASCII.space) }
            if reader.byte == ASCII.quote || reader.byte == ASCII.apostrophe {
                let start = reader.position
                reader.skipString()
                value += string(bytes[start..<reader.position])
            } else {
                if reader.byte == ASCII.exclamation {
                    guard importantAt == nil else { return nil }
                    importantAt = value.count
                }
                let isEscape = reader.byte == ASCII.backslash && reader.byte(after: 1) != 0
                value.append(reader.byte)
                reader.position += 1
                if isEscape {
                    value.append(reader.byte)
                    reader.position += 1
                }
            }
        }
        if let importantAt {
            guard value[(importantAt + 1)...].trimmed.equalsIgnoringCase("important") else { return nil }
            value.removeSubrange(importantAt...)
        }
        value = Array(value[...].trimmed)
        return value.isEmpty ? nil : (value, importantAt != nil)
    }

    /// Double quotes would have to be written as entities in an attribute; single quotes mean the same.
    private static func string(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.first == ASCII.quote, text.count > 1, text.last == ASCII.quote else { return Array(text) }
        let inner = text.dropFirst().dropLast()
        guard !inner.contains(ASCII.apostrophe), !inner.contains(ASCII.quote) else { return Array(text) }
        return [ASCII.apostrophe] + inner + [ASCII.apostrophe]
    }
}
