/// Reads HTML once, from the front: replaces template tags by private characters, and refuses what the parser could
/// not take in time.
///
/// Knows of HTML what it has to: where tags, comments and the texts of `<style>` and its like end. In text, a template
/// tag becomes a comment with its private character, because a comment stays where it is, even between the rows of a
/// table, from where text is moved away. Conditional comments are passed over whole.
struct SourceScanner {
    private let source: [UInt8]
    private var position = 0
    private var output: [UInt8] = []
    private var nesting = NestingGuard()
    private var tagStart = 0
    /// Nothing but text so far, of a part of a document: a comment here would stand outside of the body.
    private var isBeforeFragment: Bool
    private var attributeCount = 0
    private var rootAttributes = 0
    private(set) var tags = TemplateTagTable()
    private(set) var offsets = OffsetMap()

    /// The elements whose content is text up to their end tag.
    private static let rawTextElements: Set<String> = [
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
    ]

    private init(_ source: [UInt8]) {
        self.source = source
        isBeforeFragment = !Self.hasFrame(source)
    }

    /// Whether the source is a whole document.
    private static func hasFrame(_ source: [UInt8]) -> Bool {
        source.indices.contains {
            guard source[$0] == ASCII.less else { return false }
            let start = source[$0...].prefix(9)
            return start.prefix(5).equalsIgnoringCase("<html") || start.prefix(5).equalsIgnoringCase("<head")
                || start.prefix(5).equalsIgnoringCase("<body") || start.equalsIgnoringCase("<!doctype")
        }
    }

    /// The source with its template tags replaced, and how to find the way back.
    struct Scan {
        let bytes: [UInt8]
        let tags: TemplateTagTable
        let offsets: OffsetMap
    }

    /// Scans `source`.
    ///
    /// - Throws: ``HTMLRefusal`` when a limit is reached.
    static func scan(_ source: [UInt8]) throws(HTMLRefusal) -> Scan {
        guard source.count <= HTMLLimits.bytes else { throw HTMLRefusal(.tooLarge(bytes: source.count)) }
        var scanner = SourceScanner(source)
        scanner.output.reserveCapacity(source.count)
        do {
            while scanner.position < source.count { try scanner.scanText() }
        } catch {
            let place = LineIndex(source).place(of: scanner.tagStart)
            throw HTMLRefusal(error.reason, at: place)
        }
        return Scan(bytes: scanner.output, tags: scanner.tags, offsets: scanner.offsets)
    }

    // MARK: Moving on

    private func byte(at offset: Int) -> UInt8 { offset < source.count ? source[offset] : 0 }

    private mutating func copy(to end: Int) {
        output += source[position..<end]
        position = end
    }

    /// Where a template tag stands.
    private enum TagPlace {
        case text
        case rawText
        case tagName
        case attribute
    }

    /// Takes a template tag that begins here.
    private mutating func takeTag(_ place: TagPlace) throws(HTMLRefusal) -> Bool {
        guard tags.mayBegin(source[position]), let tag = tags.takeTag(at: position, in: source) else { return false }
        let end = position + tag.bytes.count
        let character = try tags.character(for: tag)
        switch (place, tag.kind) {
        case (.text, .opening), (.text, .closing), (.text, .partial), (.text, .silent), (.text, .value):
            output += Array("<!--".utf8) + character + Array("-->".utf8)
        // `<td{{#x}} class="a"{{/x}}style="b">`: neither the name nor `style` has the section's tag in it.
        case (.tagName, .opening), (.tagName, .closing): output += [ASCII.space] + character
        case (.attribute, .closing): output += character + [ASCII.space]
        default: output += character
        }
        position = end
        offsets.append(output: output.count, source: end)
        return true
    }

    /// Copies up to `end`, replacing template tags on the way; what a tag covers beyond `end` is taken too.
    private mutating func copyReplacing(to end: Int) throws(HTMLRefusal) {
        while position < end {
            if try takeTag(.rawText) { continue }
            copy(to: position + 1)
        }
    }

    // MARK: Text and markup

    private mutating func scanText() throws(HTMLRefusal) {
        var end = position
        while end < source.count, source[end] != ASCII.less, !tags.mayBegin(source[end]) { end += 1 }
        if end > position { nesting.text() }
        copy(to: end)
        guard position < source.count else { return }
        // A tag may begin with `<`, too, when the template says so.
        if try takeTag(isBeforeFragment ? .rawText : .text) { return }
        if source[position] == ASCII.less { try scanMarkup() } else { copy(to: position + 1) }
    }

    private mutating func scanMarkup() throws(HTMLRefusal) {
        let next = byte(at: position + 1)
        if ASCII.isLetter(next) {
            try scanTag(nameStart: position + 1, isEnd: false)
        } else if next == ASCII.slash, ASCII.isLetter(byte(at: position + 2)) {
            try scanTag(nameStart: position + 2, isEnd: true)
        } else if next == ASCII.exclamation || next == ASCII.question || next == ASCII.slash {
            scanDeclaration()
        } else {
            copy(to: position + 1)
        }
    }

    private mutating func scanDeclaration() {
        if source[position...].starts(with: "<!--".utf8) {
            return scanComment()
        }
        if source[position...].starts(with: "<![CDATA[".utf8) { nesting.distrustEndTags() }
        let end = source[position...].firstIndex(of: ASCII.greater)
        copy(to: end.map { $0 + 1 } ?? source.count)
    }

    /// A comment ends at `-->` or `--!>`; `<!-->` and `<!--->` are comments too.
    private mutating func scanComment() {
        var index = position + 4
        if byte(at: index) == ASCII.greater { return copy(to: index + 1) }
        if byte(at: index) == ASCII.hyphen, byte(at: index + 1) == ASCII.greater { return copy(to: index + 2) }
        while index < source.count {
            if source[index] == ASCII.hyphen, byte(at: index + 1) == ASCII.hyphen {
                if byte(at: index + 2) == ASCII.greater { return copy(to: index + 3) }
                if byte(at: index + 2) == ASCII.exclamation, byte(at: index + 3) == ASCII.greater {
                    return copy(to: index + 4)
                }
            }
            index += 1
        }
        copy(to: source.count)
    }

    // MARK: Tags

    private mutating func scanTag(nameStart: Int, isEnd: Bool) throws(HTMLRefusal) {
        let start = position
        tagStart = start
        let outputStart = output.count
        copy(to: nameStart)
        while position < source.count, !Self.endsName(source[position]) {
            if try takeTag(.tagName) { continue }
            copy(to: position + 1)
        }
        let name = writtenName(from: outputStart + nameStart - start)
        // The parser adds the attributes of every <html> and <body> to those of the first.
        let isShared = name == "html" || name == "body"
        let isSelfClosing = try scanAttributes(counted: isShared ? rootAttributes : 0)
        if isShared { rootAttributes = attributeCount }
        guard position < source.count || source.last == ASCII.greater else { return }
        if isEnd { return nesting.close(name) }
        isBeforeFragment = false
        try nesting.open(name, isSelfClosing: isSelfClosing, tagBytes: position - start)
        if name == "plaintext", !nesting.isInForeignContent { return copy(to: source.count) }
        guard Self.rawTextElements.contains(name) else { return }
        if nesting.mayIgnoreRawText {
            if name != "title" { nesting.distrustEndTags() }
            return
        }
        try copyReplacing(to: rawTextEnd(name))
    }

    /// The name that has just been written.
    ///
    /// Byte by byte: a slice would make the next write copy all that is written.
    private func writtenName(from start: Int) -> String {
        var name: [UInt8] = []
        // Longer names than any that HTML has need not be told apart.
        for index in start..<min(output.count, start + 32) {
            if output[index] == ASCII.space { break }
            name.append(ASCII.lowercased(output[index]))
        }
        return String(decoding: name, as: UTF8.self)
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        ASCII.isSpace(byte) || byte == ASCII.slash || byte == ASCII.greater
    }

    /// Moves behind the `>`; whether a slash stands before it.
    private mutating func scanAttributes(counted: Int) throws(HTMLRefusal) -> Bool {
        attributeCount = counted
        var isSelfClosing = false
        while position < source.count {
            let byte = source[position]
            if byte == ASCII.greater {
                copy(to: position + 1)
                return isSelfClosing
            }
            if ASCII.isSpace(byte) || byte == ASCII.slash {
                isSelfClosing = byte == ASCII.slash
                copy(to: position + 1)
                continue
            }
            attributeCount += 1
            guard attributeCount <= HTMLLimits.attributes else { throw HTMLRefusal(.tooManyAttributes) }
            isSelfClosing = false
            try scanAttribute()
        }
        return false
    }

    private mutating func scanAttribute() throws(HTMLRefusal) {
        // An equals sign at the very beginning belongs to the name.
        var isFirst = true
        while position < source.count {
            let byte = source[position]
            if Self.endsName(byte) || (byte == ASCII.equals && !isFirst) { break }
            isFirst = false
            if try takeTag(.attribute) { continue }
            copy(to: position + 1)
        }
        var index = position
        while index < source.count, ASCII.isSpace(source[index]) { index += 1 }
        guard byte(at: index) == ASCII.equals, index < source.count else { return }
        index += 1
        while index < source.count, ASCII.isSpace(source[index]) { index += 1 }
        copy(to: index)
        guard index < source.count else { return }
        try scanValue()
    }

    private mutating func scanValue() throws(HTMLRefusal) {
        let mark = source[position]
        let isQuoted = mark == ASCII.quote || mark == ASCII.apostrophe
        if isQuoted { copy(to: position + 1) }
        while position < source.count {
            let byte = source[position]
            if isQuoted ? byte == mark : ASCII.isSpace(byte) || byte == ASCII.greater { break }
            if try takeTag(.rawText) { continue }
            copy(to: position + 1)
        }
        if isQuoted, position < source.count { copy(to: position + 1) }
    }

    /// Where the end tag of an element with raw text begins.
    private func rawTextEnd(_ name: String) -> Int {
        let wanted = Array(name.utf8)
        var index = position
        while index + 2 + wanted.count <= source.count {
            if source[index] == ASCII.less, source[index + 1] == ASCII.slash,
                source[(index + 2)..<(index + 2 + wanted.count)].lowercasedASCII == wanted,
                Self.endsName(byte(at: index + 2 + wanted.count))
            {
                return index
            }
            index += 1
        }
        return source.count
    }
}
