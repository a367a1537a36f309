/// Fixed text: lines, HTML context, literals.
extension TemplateCompiler {
    /// Appends a text node, its lines moved as the layout says.
    mutating func appendText(_ node: Node, of parsed: ParsedSource) {
        let bytes = parsed.source.bytes
        if layout.strip == 0, layout.indentation.isEmpty {
            append(bytes[node.range])
            return
        }
        var position = node.range.lowerBound
        var startsLine = node.startsLine
        while position < node.range.upperBound {
            let rest = bytes[position..<node.range.upperBound]
            let end = rest.firstIndex(of: ASCII.lineFeed).map { $0 + 1 } ?? node.range.upperBound
            if startsLine {
                var stripped = 0
                while stripped < layout.strip, position < end, ASCII.isBlank(bytes[position]) {
                    position += 1
                    stripped += 1
                }
                // Empty lines stay empty: no trailing blanks appear.
                if position < end, !ASCII.isLineEnd(bytes[position]) { beginLine() }
            }
            append(bytes[position..<end])
            position = end
            startsLine = true
        }
    }

    /// Appends the indentation of a line.
    mutating func beginLine() {
        if layout.skipsNext {
            layout.skipsNext = false
        } else if !layout.indentation.isEmpty {
            append(layout.indentation[...])
        }
    }

    /// Appends fixed text and follows it through the HTML or the calendar.
    mutating func append(_ text: ArraySlice<UInt8>) {
        guard options.mode == .html else {
            if options.mode == .calendar { for byte in text { calendar.advance(byte) } }
            pending.append(contentsOf: text)
            return
        }
        for byte in text {
            let wasInLink = html.isInLink
            html.advance(byte)
            pending.append(byte)
            if html.isInLink == wasInLink { continue }
            if html.isInLink {
                linkBegan = pending.count
            } else if linkBegan == nil, linkEnded == nil {
                linkEnded = pending.count - 1
            } else {
                linkBegan = nil
            }
        }
    }

    /// Makes the pending text a literal.
    mutating func flush() {
        defer { (pendingStart, linkBegan, linkEnded) = (html, nil, nil) }
        guard !pending.isEmpty else { return }
        let index = Int32(program.literals.count)
        let start = program.literalBytes.count
        program.literalBytes.append(contentsOf: pending)
        program.literals.append(start..<program.literalBytes.count)
        if pendingStart.isInLink, pendingStart.link == .undetermined {
            let count = linkEnded ?? pending.count
            program.instructions.append(.linkMore(literal: index, count: Int32(count)))
        }
        program.instructions.append(.literal(index))
        if html.isInLink, html.link == .undetermined, let linkBegan {
            program.instructions.append(.linkStart(literal: index, tail: Int32(pending.count - linkBegan)))
        }
        pending.removeAll(keepingCapacity: true)
    }

    /// Appends an instruction behind the pending text; returns its place.
    @discardableResult
    mutating func emit(_ instruction: Instruction) -> Int {
        flush()
        program.instructions.append(instruction)
        return program.instructions.count - 1
    }
}
