/// The template tags of a source, each replaced by one private character so that HTML and CSS parsers pass over it.
///
/// Quotes, `<` and `>` inside of a tag would otherwise end attributes and elements that they do not end.
struct TemplateTagTable {
    private(set) var tags: [TemplateTag] = []
    private var numbers: [TemplateTag: Int] = [:]
    private(set) var delimiters = TagDelimiters.standard
    /// Set when an opening delimiter was found to have no end, so that the rest is not searched again and again.
    private var nothingClosesAfter: Int?

    /// U+F0000, first of the private characters of plane 15: in UTF-8 F3 B0 80 80.
    private static let firstScalar: UInt32 = 0xF_0000

    /// Whether a tag, or a private character, may begin with this byte.
    func mayBegin(_ byte: UInt8) -> Bool { byte == delimiters.open[0] || byte == 0xF3 }

    /// Takes the tag or the private character that begins at `start`; what follows is read with the delimiters it sets.
    ///
    /// - Returns: the tag, or nil when there is none.
    mutating func takeTag(at start: Int, in source: [UInt8]) -> TemplateTag? {
        guard let end = end(ofTagAt: start, in: source) else {
            guard Self.isPrivate(source, at: start) else { return nil }
            return TemplateTag(bytes: Array(source[start..<start + 4]), opening: 0)
        }
        let tag = TemplateTag(bytes: Array(source[start..<end]), opening: delimiters.open.count)
        if let set = TagDelimiters(setBy: source[start..<end], in: delimiters) {
            delimiters = set
            nothingClosesAfter = nil
        }
        return tag
    }

    /// The end of the tag that begins at `start`, or nil when there is none.
    private mutating func end(ofTagAt start: Int, in source: [UInt8]) -> Int? {
        guard delimiters.opens(source, at: start) else { return nil }
        if let nothingClosesAfter, start >= nothingClosesAfter { return nil }
        let inside = start + delimiters.open.count
        guard let end = delimiters.end(source, inside: inside) else {
            nothingClosesAfter = start
            return nil
        }
        // `{{{raw}}}` has a third brace; with other delimiters, `<%{raw}%>`, it stands before the closing one.
        let isTriple = delimiters == .standard && source[inside] == ASCII.leftBrace
        return isTriple && end < source.count && source[end] == ASCII.rightBrace ? end + 1 : end
    }

    /// Whether a private character of plane 15 begins here.
    static func isPrivate(_ bytes: [UInt8], at index: Int) -> Bool {
        bytes[index] == 0xF3 && index + 3 < bytes.count && bytes[index + 1] & 0xF0 == 0xB0
            && bytes[index + 2] & 0xC0 == 0x80 && bytes[index + 3] & 0xC0 == 0x80
    }

    /// The UTF-8 of the character that stands for `tag`.
    mutating func character(for tag: TemplateTag) throws(HTMLRefusal) -> [UInt8] {
        if let number = numbers[tag] { return Self.utf8(number) }
        let number = tags.count
        guard number < HTMLLimits.templateTags else { throw HTMLRefusal(.tooManyTemplateTags) }
        tags.append(tag)
        numbers[tag] = number
        return Self.utf8(number)
    }

    private static func utf8(_ number: Int) -> [UInt8] {
        let scalar = firstScalar + UInt32(number)
        return [
            0xF3, 0x80 | UInt8(truncatingIfNeeded: scalar >> 12 & 0x3F),
            0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F), 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F),
        ]
    }

    /// The tag whose character begins at `index`.
    func tag(in bytes: some RandomAccessCollection<UInt8>, at index: Int) -> TemplateTag? {
        guard index + 3 < bytes.count else { return nil }
        let position = bytes.index(bytes.startIndex, offsetBy: index)
        guard bytes[position] == 0xF3 else { return nil }
        var scalar: UInt32 = 3
        for step in 1...3 {
            scalar = scalar << 6 | UInt32(bytes[bytes.index(position, offsetBy: step)] & 0x3F)
        }
        guard scalar >= Self.firstScalar, Int(scalar - Self.firstScalar) < tags.count else { return nil }
        return tags[Int(scalar - Self.firstScalar)]
    }

    /// Whether any of the tags stands in `bytes`.
    func occurs(in bytes: some RandomAccessCollection<UInt8>) -> Bool {
        guard bytes.contains(0xF3) else { return false }
        return (0..<bytes.count).contains { tag(in: bytes, at: $0) != nil }
    }

    /// Whether a section begins or ends in `bytes`.
    func occursAsSection(in bytes: some RandomAccessCollection<UInt8>) -> Bool {
        guard bytes.contains(0xF3) else { return false }
        return (0..<bytes.count).contains { tag(in: bytes, at: $0)?.isSection == true }
    }

    /// The bytes with every tag put back.
    func restored(_ bytes: some RandomAccessCollection<UInt8>) -> [UInt8] {
        guard bytes.contains(0xF3) else { return Array(bytes) }
        let source = Array(bytes)
        var result: [UInt8] = []
        var index = 0
        while index < source.count {
            if let tag = tag(in: source, at: index) {
                result += tag.bytes
                index += 4
            } else {
                result.append(source[index])
                index += 1
            }
        }
        return result
    }

    /// A style sheet given apart, with its tags replaced.
    mutating func replaced(css: [UInt8]) throws(HTMLRefusal) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(css.count)
        // It is a text of its own: what the document has set does not count.
        (delimiters, nothingClosesAfter) = (.standard, nil)
        var index = 0
        while index < css.count {
            if mayBegin(css[index]), let tag = takeTag(at: index, in: css) {
                result += try character(for: tag)
                index += tag.bytes.count
            } else {
                result.append(css[index])
                index += 1
            }
        }
        return result
    }
}
