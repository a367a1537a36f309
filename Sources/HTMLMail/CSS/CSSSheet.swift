/// A style sheet: its rules, and the bytes of what is none.
struct CSSSheet {
    /// Something that stands at the top of a sheet.
    struct Item {
        /// All of its bytes.
        let range: Range<Int>
        let kind: Kind
    }

    /// What an item is.
    enum Kind {
        case rule(CSSRule)
        /// `@media`, `@import`, `@font-face` and their like.
        case atRule(name: String)
        /// What is no CSS, or depends on a section of the template.
        case other
    }

    let bytes: [UInt8]
    private(set) var items: [Item] = []

    /// Reads the sheet in `range` of `bytes`.
    ///
    /// - Throws: ``HTMLRefusal`` when there are more rules than anybody needs.
    init(_ bytes: [UInt8], _ range: Range<Int>, tags: TemplateTagTable) throws(HTMLRefusal) {
        self.bytes = bytes
        var reader = CSSReader(bytes, range)
        // How many template sections are open: rules in them depend on data.
        var sections = 0
        while true {
            skipBetweenItems(&reader)
            guard !reader.isAtEnd else { return }
            let start = reader.position
            if let tag = tags.tag(in: bytes, at: start) {
                if tag.isSection {
                    sections = max(0, sections + (tag.kind == .opening ? 1 : -1))
                    reader.position += 4
                    items.append(Item(range: start..<reader.position, kind: .other))
                    continue
                }
            }
            let kind = reader.byte == ASCII.at ? takeAtRule(&reader) : takeRule(&reader, tags)
            items.append(Item(range: start..<reader.position, kind: sections == 0 ? kind : .other))
            guard items.count <= HTMLLimits.rules else { throw HTMLRefusal(.tooManyRules) }
        }
    }

    /// White space, comments, and the `<!--` and `-->` that hid styles from the browsers of 1996.
    private func skipBetweenItems(_ reader: inout CSSReader) {
        while true {
            reader.skipSpace()
            if bytes[reader.position..<reader.end].starts(with: "<!--".utf8) {
                reader.position += 4
            } else if bytes[reader.position..<reader.end].starts(with: "-->".utf8) {
                reader.position += 3
            } else {
                return
            }
        }
    }

    private func takeAtRule(_ reader: inout CSSReader) -> Kind {
        reader.position += 1
        let name = reader.takeIdentifier() ?? []
        reader.skip(to: ASCII.semicolon, ASCII.leftBrace)
        if reader.byte == ASCII.leftBrace { reader.skipComponent() } else { reader.position += reader.isAtEnd ? 0 : 1 }
        return .atRule(name: String(decoding: name.lowercasedASCII, as: UTF8.self))
    }

    private func takeRule(_ reader: inout CSSReader, _ tags: TemplateTagTable) -> Kind {
        let start = reader.position
        reader.skip(to: ASCII.leftBrace)
        let prelude = start..<reader.position
        guard !reader.isAtEnd else { return .other }
        reader.skipComponent()
        let isClosed = bytes[reader.position - 1] == ASCII.rightBrace && reader.position - 1 > prelude.upperBound
        let content = (prelude.upperBound + 1)..<(isClosed ? reader.position - 1 : reader.position)
        guard !tags.occurs(in: bytes[prelude]) else { return .other }
        let block = CSSBlock(bytes, content, tags: tags)
        guard !block.hasSections, let selectors = SelectorParser.selectors(bytes, prelude) else { return .other }
        return .rule(CSSRule(selectors: selectors, block: block, prelude: prelude, content: content))
    }
}

/// Selectors and what they declare.
struct CSSRule {
    let selectors: [Selector]
    let block: CSSBlock
    let prelude: Range<Int>
    /// The bytes between the braces.
    let content: Range<Int>
}
