/// Partials, parents and blocks.
extension TemplateCompiler {
    /// Compiles `{{>name}}` or `{{>*name}}`.
    mutating func compilePartial(_ node: Node, of parsed: ParsedSource) throws(TemplateFault) {
        try include(node, of: parsed, arguments: [:])
    }

    /// Compiles `{{<name}}…{{/name}}`: the blocks inside replace those of the parent; other text is ignored.
    mutating func compileParent(_ index: Int, of parsed: ParsedSource) throws(TemplateFault) {
        let node = parsed.nodes[index]
        var given: [[UInt8]: BlockArgument] = [:]
        var child = index + 1
        while child < node.partner {
            let inner = parsed.nodes[child]
            if inner.kind == .block {
                given[Array(parsed.content(of: inner))] = BlockArgument(source: parsed, open: child)
            }
            child = inner.kind.opens ? inner.partner + 1 : child + 1
        }
        try include(node, of: parsed, arguments: given)
    }

    /// Puts a partial or parent in place, or leaves it for later.
    private mutating func include(
        _ node: Node,
        of parsed: ParsedSource,
        arguments given: [[UInt8]: BlockArgument]
    ) throws(TemplateFault) {
        let site = Site(source: parsed, offset: node.range.lowerBound)
        let outer = (layout, arguments)
        defer { (layout, arguments) = outer }
        if node.standsAlone {
            let blanks = parsed.source.bytes[node.indentation].dropFirst(layout.strip)
            layout.indentation += blanks
        }
        layout.strip = 0
        // What an outer template gives outranks what an inner one gives.
        arguments.merge(given) { outer, _ in outer }
        let content = parsed.content(of: node)
        if content.first == ASCII.asterisk {
            let start =
                (node.content.lowerBound + 1..<node.content.upperBound)
                .first { !ASCII.isSpace(parsed.source.bytes[$0]) } ?? node.content.upperBound
            let operand = try operand(start..<node.content.upperBound, of: parsed, site: site)
            return emitLate(.dynamic(Operand(operand)), site)
        }
        let name = String(decoding: content, as: UTF8.self)
        if let objection = PartialName.objection(to: name), options.missing == .fault {
            return try report(site.fault(.partial, objection))
        }
        guard let partial = try library.partial(named: name, from: site, options: options) else { return }
        if let earlier = expanding.last(where: { $0.name == name }) {
            if earlier.sections == scopes.count, !earlier.hasArguments, arguments.isEmpty {
                throw site.fault(.partial, "the partial \"\(name)\" includes itself without end; put a section around")
            }
            return emitLate(.fixed(name), site)
        }
        expanding.append((name, scopes.count, !arguments.isEmpty))
        try nested(at: site) { compiler throws(TemplateFault) in
            try compiler.compile(partial, 0..<partial.nodes.count)
        }
        expanding.removeLast()
    }

    private mutating func emitLate(_ name: LateSite.Name, _ site: Site) {
        flush()
        usesFrame = true
        program.lateSites.append(LateSite(name: name, site: site, context: context))
        emit(.late(Int32(program.lateSites.count - 1)))
    }

    /// Compiles `{{$name}}…{{/name}}`: the argument of that name, or the text inside.
    mutating func compileBlock(_ index: Int, of parsed: ParsedSource) throws(TemplateFault) {
        let node = parsed.nodes[index]
        let site = Site(source: parsed, offset: node.range.lowerBound)
        guard let argument = arguments[Array(parsed.content(of: node))],
            !replacing.contains(where: { $0.source === argument.source && $0.open == argument.open })
        else {
            return try nested(at: site) { compiler throws(TemplateFault) in
                try compiler.compile(parsed, index + 1..<node.partner)
            }
        }
        let outer = layout
        layout = layout(of: argument, at: index, of: parsed)
        let opening = argument.source.nodes[argument.open]
        let startsInline = !opening.endsLine
        if node.endsLine, startsInline { beginLine() }
        replacing.append(argument)
        try nested(at: site) { compiler throws(TemplateFault) in
            try compiler.compile(argument.source, argument.open + 1..<opening.partner)
        }
        replacing.removeLast()
        layout = outer
        layout.skipsNext = false
    }

    /// How the lines of an argument are moved: their own indentation goes, that of the block comes.
    private func layout(of argument: BlockArgument, at index: Int, of parsed: ParsedSource) -> LineLayout {
        var result = LineLayout()
        let strip = layout.strip
        result.strip = Self.ownIndentation(of: argument.open, in: argument.source)?.count ?? 0
        let node = parsed.nodes[index]
        if node.endsLine {
            let blanks = Self.ownIndentation(of: index, in: parsed) ?? parsed.source.bytes[node.indentation]
            result.indentation = layout.indentation + blanks.dropFirst(strip)
        } else {
            // The block stands behind blanks that are printed already: its first line has them, the others need them.
            result.indentation = layout.indentation + Self.blanksBefore(node, in: parsed).dropFirst(strip)
            result.skipsNext = true
        }
        return result
    }

    /// The blanks at the start of a block's first line, if its text starts on a line of its own.
    private static func ownIndentation(of open: Int, in parsed: ParsedSource) -> ArraySlice<UInt8>? {
        let node = parsed.nodes[open]
        guard node.endsLine, open + 1 < node.partner else { return nil }
        let first = parsed.nodes[open + 1]
        // An empty block has no lines of its own to go by.
        if first.kind == .text, first.range.isEmpty, open + 2 == node.partner { return nil }
        if first.standsAlone { return parsed.source.bytes[first.indentation] }
        guard first.kind == .text else { return [] }
        return parsed.source.bytes[first.range].prefix(while: ASCII.isBlank)
    }

    /// The blanks before a tag if there is nothing else on its line.
    private static func blanksBefore(_ node: Node, in parsed: ParsedSource) -> ArraySlice<UInt8> {
        let bytes = parsed.source.bytes
        var start = node.range.lowerBound
        while start > 0, ASCII.isBlank(bytes[start - 1]) { start -= 1 }
        return start == 0 || bytes[start - 1] == ASCII.lineFeed ? bytes[start..<node.range.lowerBound] : []
    }
}
