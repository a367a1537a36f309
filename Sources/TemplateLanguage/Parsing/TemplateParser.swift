/// Cuts a template into text and tags and pairs the tags up.
///
/// One pass over the bytes with an explicit stack, so depth costs no native stack; then one pass that finds the tags that
/// stand alone on their line. Both are linear in the template's size.
struct TemplateParser {
    let source: SourceText
    let limits: TemplateLimits
    var delimiters: Delimiters
    var nodes: [Node] = []
    /// Indices of the tags that wait for their closing tag.
    private var open: [Int] = []
    private var tags = 0

    /// Parses one text.
    ///
    /// - Parameters:
    ///   - source: the text.
    ///   - delimiters: the delimiters in force at its start.
    ///   - limits: the ceilings.
    /// - Returns: the nodes.
    /// - Throws: the first fault.
    static func parse(
        _ source: SourceText,
        delimiters: Delimiters = .standard,
        limits: TemplateLimits
    ) throws(TemplateFault) -> ParsedSource {
        guard source.bytes.count <= limits.templateBytes else {
            throw TemplateFault(
                kind: .limit,
                message: "the template has \(source.bytes.count) bytes, more than the \(limits.templateBytes) allowed",
                file: source.name,
                line: 1,
                column: 1,
                excerpt: ""
            )
        }
        if let bad = source.firstBadByte() { throw source.fault(.encoding, at: bad.offset, bad.message) }
        var parser = TemplateParser(source: source, limits: limits, delimiters: delimiters)
        try parser.readAll()
        parser.findStandaloneTags()
        return ParsedSource(source: source, nodes: parser.nodes)
    }

    private init(source: SourceText, limits: TemplateLimits, delimiters: Delimiters) {
        self.source = source
        self.limits = limits
        self.delimiters = delimiters
    }

    private mutating func readAll() throws(TemplateFault) {
        var position = 0
        while let start = find(delimiters.open, from: position) {
            if start > position { addText(position..<start) }
            position = try readTag(at: start)
        }
        if position < source.bytes.count { addText(position..<source.bytes.count) }
        if let unclosed = open.last {
            let node = nodes[unclosed]
            let name = String(decoding: source.bytes[node.content], as: UTF8.self)
            throw source.fault(.syntax, at: node.range.lowerBound, "\"\(name)\" is opened here and never closed")
        }
    }

    private mutating func addText(_ range: Range<Int>) {
        nodes.append(Node(kind: .text, range: range, content: range, delimiters: delimiters))
    }

    /// Reads the tag that starts at `start`; returns the position behind it.
    private mutating func readTag(at start: Int) throws(TemplateFault) -> Int {
        tags += 1
        guard tags <= limits.tags else {
            throw source.fault(.limit, at: start, "more than \(limits.tags) tags in one template")
        }
        let bytes = source.bytes
        var inside = start + delimiters.open.count
        while inside < bytes.count, ASCII.isSpace(bytes[inside]) { inside += 1 }
        let (kind, guardByte, length) = Self.sigil(inside < bytes.count ? bytes[inside] : 0)
        inside += length
        let terminator = guardByte.map { [$0] + delimiters.close } ?? delimiters.close
        guard let end = find(terminator, from: inside) else {
            let wanted = String(decoding: terminator, as: UTF8.self)
            throw source.fault(.syntax, at: start, "this tag has no end; \(wanted) is missing")
        }
        let range = start..<end + terminator.count
        let content = trim(inside..<end)
        if guardByte == ASCII.equals { try setDelimiters(content, at: start) }
        if content.isEmpty, kind != .silent {
            throw source.fault(.syntax, at: start, "this tag is empty; write a name in it")
        }
        nodes.append(Node(kind: kind, range: range, content: content, delimiters: delimiters))
        if kind.opens {
            guard open.count < limits.depth else {
                throw source.fault(.limit, at: start, "sections are nested more than \(limits.depth) deep")
            }
            open.append(nodes.count - 1)
        } else if kind == .close {
            try close(at: start)
        }
        return range.upperBound
    }

    /// What a tag is by its first character; the byte that must stand before the closing delimiter, if any; and the length
    /// of the sigil.
    private static func sigil(_ byte: UInt8) -> (Node.Kind, UInt8?, Int) {
        switch byte {
        case 0x21: (.silent, nil, 1)
        case ASCII.hash: (.section, nil, 1)
        case 0x5E: (.inverted, nil, 1)
        case 0x24: (.block, nil, 1)
        case ASCII.less: (.parent, nil, 1)
        case ASCII.slash: (.close, nil, 1)
        case ASCII.greater: (.partial, nil, 1)
        case ASCII.ampersand: (.raw, nil, 1)
        case ASCII.openBrace: (.raw, ASCII.closeBrace, 1)
        case ASCII.equals: (.silent, ASCII.equals, 1)
        default: (.variable, nil, 0)
        }
    }

    /// Pairs the closing tag that was just added.
    private mutating func close(at start: Int) throws(TemplateFault) {
        let index = nodes.count - 1
        let name = source.bytes[nodes[index].content]
        guard let opening = open.popLast() else {
            let name = String(decoding: name, as: UTF8.self)
            throw source.fault(.syntax, at: start, "\"\(name)\" is closed here and was never opened")
        }
        guard source.bytes[nodes[opening].content] == name else {
            let wanted = String(decoding: source.bytes[nodes[opening].content], as: UTF8.self)
            let found = String(decoding: name, as: UTF8.self)
            // `{{#each items}}…{{/each}}`: the opening tag is what is wrong.
            if wanted.hasPrefix(found + " ") {
                throw source.fault(.syntax, at: nodes[opening].range.lowerBound, TagName.objection(to: wanted))
            }
            throw source.fault(
                .syntax,
                at: start,
                "\"\(found)\" is closed here, but \"\(wanted)\" is what is open\(lineNote(opening))"
            )
        }
        nodes[opening].partner = index
        nodes[index].partner = opening
    }

    private func lineNote(_ node: Int) -> String {
        " (since line \(source.fault(.syntax, at: nodes[node].range.lowerBound, "").line))"
    }

    /// Set Delimiter: two strings without white space or equals signs, white space between.
    private mutating func setDelimiters(_ content: Range<Int>, at start: Int) throws(TemplateFault) {
        let parts = source.bytes[content].split(whereSeparator: ASCII.isSpace)
        guard parts.count == 2, !parts.joined().contains(ASCII.equals) else {
            throw source.fault(
                .syntax,
                at: start,
                "new delimiters are written as {{=<% %>=}}: two, with a space between"
            )
        }
        delimiters = Delimiters(open: Array(parts[0]), close: Array(parts[1]))
    }

    private func trim(_ range: Range<Int>) -> Range<Int> {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper, ASCII.isSpace(source.bytes[lower]) { lower += 1 }
        while lower < upper, ASCII.isSpace(source.bytes[upper - 1]) { upper -= 1 }
        return lower..<upper
    }

    /// First place at or after `from` where `needle` stands.
    private func find(_ needle: [UInt8], from: Int) -> Int? {
        let text = source.bytes.span
        guard let first = needle.first, text.count >= needle.count else { return nil }
        var index = from
        let last = text.count - needle.count
        while index <= last {
            if text[index] == first {
                var offset = 1
                while offset < needle.count, text[index + offset] == needle[offset] { offset += 1 }
                if offset == needle.count { return index }
            }
            index += 1
        }
        return nil
    }
}
