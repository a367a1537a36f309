/// Writes what the rules say into the `style` attribute of one element.
struct StyleAttributeWriter {
    let document: HTMLDocument
    let tags: TemplateTagTable
    let sheets: StyleSheets

    /// A declaration and the rule that it stands in.
    private struct Entry {
        let declaration: CSSDeclaration
        let rule: Int
    }

    /// Adds to `edits` what `matches` ask of `element`.
    func write(_ matches: [CascadePlan.Match], to element: Int, _ edits: inout SourceEdits) {
        let node = document.nodes[element]
        let attribute = node.attribute("style")
        let sectioned = attribute == nil ? sectionedStyle(of: node) : nil
        let present = (attribute ?? sectioned).map {
            CSSBlock($0.value, 0..<$0.value.count, tags: document.tags)
        }
        let (before, behind) = declarations(matches, beside: present)
        guard !before.isEmpty || !behind.isEmpty else { return }
        if let attribute {
            write(before, behind, into: attribute, &edits)
            return
        }
        let text = joined(before + behind, quote: ASCII.quote)
        let bytes = Array(" style=\"".utf8) + text + [ASCII.quote]
        guard let sectioned else {
            return edits.insert(bytes, at: document.sourceOffset(document.nameEnd(of: node)))
        }
        // The attribute of the section comes first and counts when it is there; ours when it is not.
        write(before, behind, into: sectioned, &edits)
        edits.insert(bytes, at: document.sourceOffset(node.startTag.upperBound - 1))
    }

    /// A style attribute that a section of the template brings: `{{#x}}style="…"{{/x}}`.
    private func sectionedStyle(of node: HTMLNode) -> HTMLAttribute? {
        node.attributes.first {
            $0.name.utf8.count > 5 && $0.name.hasSuffix("style") && tags.tag(in: Array($0.name.utf8), at: 0) != nil
                && !$0.valueRange.isEmpty
        }
    }

    // MARK: The cascade

    /// What comes before and behind the declarations that are already there.
    private func declarations(
        _ matches: [CascadePlan.Match],
        beside present: CSSBlock?
    ) -> (before: [CSSDeclaration], behind: [CSSDeclaration]) {
        var normal: [Entry] = []
        var important: [Entry] = []
        for (number, match) in matches.enumerated() {
            guard case .rule(let rule) = sheets.all[match.sheet].content.items[match.item].kind else { continue }
            for declaration in rule.block.declarations {
                let entry = Entry(declaration: declaration, rule: number)
                if declaration.isImportant { important.append(entry) } else { normal.append(entry) }
            }
        }
        var settled: Set<String> = []
        var settledImportant: Set<String> = []
        if let present, !present.hasSections {
            for declaration in present.declarations {
                // A value from data may turn out empty, and then the sheet's counts.
                if !document.tags.occurs(in: declaration.value) { settled.insert(declaration.name) }
                if declaration.isImportant { settledImportant.insert(declaration.name) }
            }
        }
        let behind = winners(of: important, without: settledImportant)
        settled.formUnion(behind.map(\.name))
        settled.formUnion(settledImportant)
        return (winners(of: normal, without: settled), behind)
    }

    /// The last declaration of each property; a rule that declares one twice, for clients that do not know the second
    /// value, keeps both.
    private func winners(of entries: [Entry], without settled: Set<String>) -> [CSSDeclaration] {
        var winner: [String: Int] = [:]
        for entry in entries { winner[entry.declaration.name] = entry.rule }
        return entries.filter {
            winner[$0.declaration.name] == $0.rule && !settled.contains($0.declaration.name)
        }.map(\.declaration)
    }

    // MARK: Bytes

    private func write(
        _ before: [CSSDeclaration],
        _ behind: [CSSDeclaration],
        into attribute: HTMLAttribute,
        _ edits: inout SourceEdits
    ) {
        let range = document.sourceRange(attribute.valueRange)
        guard !range.isEmpty else {
            // `style` without a value, or `style=""` as gumbo gives it.
            return fill(attribute, with: before + behind, &edits)
        }
        let mark = document.source[range.lowerBound]
        let isQuoted = range.count > 1 && (mark == ASCII.quote || mark == ASCII.apostrophe)
        let inner = isQuoted ? (range.lowerBound + 1)..<(range.upperBound - 1) : range
        let content = document.source[inner]
        let quote = isQuoted ? mark : content.contains(ASCII.quote) ? ASCII.apostrophe : ASCII.quote
        guard isQuoted || !content.contains(quote) else { return }
        var front = joined(before, quote: quote)
        var back = joined(behind, quote: quote)
        let isEmpty = content.trimmed.isEmpty
        if !front.isEmpty, !isEmpty || !back.isEmpty { front.append(ASCII.semicolon) }
        if !back.isEmpty, !isEmpty, content.trimmed.last != ASCII.semicolon { back.insert(ASCII.semicolon, at: 0) }
        if !isQuoted {
            front.insert(quote, at: 0)
            back.append(quote)
        }
        if !front.isEmpty { edits.insert(front, at: inner.lowerBound) }
        if !back.isEmpty { edits.insert(back, at: inner.upperBound) }
    }

    private func fill(_ attribute: HTMLAttribute, with declarations: [CSSDeclaration], _ edits: inout SourceEdits) {
        let name = document.sourceRange(attribute.nameRange)
        edits.insert(
            [ASCII.equals, ASCII.quote] + joined(declarations, quote: ASCII.quote) + [ASCII.quote],
            at: name.upperBound
        )
    }

    private func joined(_ declarations: [CSSDeclaration], quote: UInt8) -> [UInt8] {
        var text: [UInt8] = []
        for declaration in declarations {
            if !text.isEmpty { text.append(ASCII.semicolon) }
            text += Array(declaration.name.utf8) + [ASCII.colon]
            for byte in declaration.value {
                switch byte {
                case ASCII.ampersand: text += Array("&amp;".utf8)
                case ASCII.quote where quote == byte: text += Array("&quot;".utf8)
                case ASCII.apostrophe where quote == byte: text += Array("&#39;".utf8)
                default: text.append(byte)
                }
            }
        }
        return tags.restored(text)
    }
}
