/// A name in a tag, cut at its dots.
struct TagName: Sendable, Equatable {
    /// The parts; none means the implicit iterator `.`.
    let parts: [[UInt8]]

    /// Cuts a dotted name.
    init(_ text: ArraySlice<UInt8>) {
        parts =
            Array(text) == [ASCII.dot]
            ? [] : text.split(separator: ASCII.dot, omittingEmptySubsequences: false).map(Array.init)
    }

    /// A name from its parts.
    init(parts: [[UInt8]]) {
        self.parts = parts
    }

    /// Whether a part is empty, as in `a..b`.
    var hasEmptyPart: Bool { parts.contains(where: \.isEmpty) }

    /// What is wrong with a name that has white space or empty parts.
    static func objection(to name: String) -> String {
        let words = name.split(separator: " ")
        if words.count == 2, ["each", "if", "unless", "with"].contains(words[0]) {
            let sigil = words[0] == "unless" ? "^" : "#"
            return
                "\"\(name)\" is Handlebars; in Mustache a section is written {{\(sigil)\(words[1])}}…{{/\(words[1])}}"
        }
        return "\"\(name)\" is no name: names have no white space and no empty parts"
    }

    /// The name as written.
    var text: String {
        parts.isEmpty ? "." : String(decoding: Array(parts.joined(separator: [ASCII.dot])), as: UTF8.self)
    }
}

/// A filter as written in a tag: `name: argument, key: argument`.
struct FilterCall: Sendable {
    /// One argument.
    struct Argument: Sendable {
        /// The word before the colon of a named argument.
        let label: String?
        /// The text in quotes, or the number's text.
        let text: [UInt8]
        /// Whether it was written without quotes.
        let isNumber: Bool
        /// Where it stands.
        let offset: Int
    }

    let name: String
    let arguments: [Argument]
    /// Where the filter's name stands.
    let offset: Int
}

/// Reads the inside of a variable tag: `name | filter: "argument" | filter`.
struct TagContentReader {
    private let source: SourceText
    private var position: Int
    private let end: Int

    /// Splits a tag's inside into name and filters.
    ///
    /// A bar starts a filter when white space stands before it; with `anyBar` always. (By the Mustache specification `a|b`
    /// is a name, so lenient templates read it as one.)
    static func read(
        _ content: Range<Int>,
        in source: SourceText,
        anyBar: Bool
    ) throws(TemplateFault) -> (name: Range<Int>, filters: [FilterCall]) {
        let bytes = source.bytes
        let isBar: (Int) -> Bool = { index in
            bytes[index] == ASCII.bar && index > content.lowerBound && (anyBar || ASCII.isSpace(bytes[index - 1]))
        }
        guard let bar = content.first(where: isBar) else { return (content, []) }
        var nameEnd = bar
        while nameEnd > content.lowerBound, ASCII.isSpace(bytes[nameEnd - 1]) { nameEnd -= 1 }
        var reader = TagContentReader(source: source, position: bar, end: content.upperBound)
        return (content.lowerBound..<nameEnd, try reader.filters())
    }

    private init(source: SourceText, position: Int, end: Int) {
        self.source = source
        self.position = position
        self.end = end
    }

    private var next: UInt8? { position < end ? source.bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = next, ASCII.isSpace(byte) { position += 1 }
    }

    private mutating func filters() throws(TemplateFault) -> [FilterCall] {
        var calls: [FilterCall] = []
        while next == ASCII.bar {
            position += 1
            skipSpace()
            let offset = position
            let name = word()
            guard !name.isEmpty else { throw source.fault(.filter, at: position, "a filter's name must stand here") }
            guard calls.count < 16 else { throw source.fault(.limit, at: offset, "more than 16 filters in one tag") }
            skipSpace()
            var arguments: [FilterCall.Argument] = []
            if next == ASCII.colon {
                position += 1
                arguments = try self.arguments()
            }
            calls.append(FilterCall(name: name, arguments: arguments, offset: offset))
        }
        guard next == nil else {
            throw source.fault(.filter, at: position, "a filter's arguments stand behind a colon: name: \"argument\"")
        }
        return calls
    }

    private mutating func word() -> String {
        let start = position
        while let byte = next, ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == 0x5F || byte == ASCII.hyphen {
            position += 1
        }
        return String(decoding: source.bytes[start..<position], as: UTF8.self)
    }

    private mutating func arguments() throws(TemplateFault) -> [FilterCall.Argument] {
        var arguments: [FilterCall.Argument] = []
        repeat {
            if !arguments.isEmpty { position += 1 }
            guard arguments.count < 16 else { throw source.fault(.limit, at: position, "more than 16 arguments") }
            skipSpace()
            arguments.append(try argument())
            skipSpace()
        } while next == ASCII.comma
        return arguments
    }

    private mutating func argument() throws(TemplateFault) -> FilterCall.Argument {
        let offset = position
        var label: String?
        if let byte = next, ASCII.isLetter(byte) {
            label = word()
            skipSpace()
            guard next == ASCII.colon else {
                throw source.fault(.filter, at: offset, "a text argument stands in quotes: \"\(label ?? "")\"")
            }
            position += 1
            skipSpace()
        }
        if let byte = next, byte == ASCII.quote || byte == ASCII.apostrophe {
            return FilterCall.Argument(label: label, text: try quoted(byte), isNumber: false, offset: offset)
        }
        let start = position
        if next == ASCII.hyphen { position += 1 }
        while let byte = next, ASCII.isDigit(byte) || byte == ASCII.dot { position += 1 }
        let text = Array(source.bytes[start..<position])
        guard let last = text.last, ASCII.isDigit(last) else {
            throw source.fault(.filter, at: start, "a text in quotes or a number must stand here")
        }
        return FilterCall.Argument(label: label, text: text, isNumber: true, offset: offset)
    }

    private mutating func quoted(_ quote: UInt8) throws(TemplateFault) -> [UInt8] {
        let start = position
        position += 1
        var text: [UInt8] = []
        while let byte = next {
            position += 1
            if byte == quote { return text }
            guard byte == ASCII.backslash, let escaped = next else {
                text.append(byte)
                continue
            }
            position += 1
            text.append(escaped == 0x6E ? ASCII.lineFeed : escaped)
        }
        throw source.fault(.syntax, at: start, "the text in quotes has no end in this tag")
    }
}
