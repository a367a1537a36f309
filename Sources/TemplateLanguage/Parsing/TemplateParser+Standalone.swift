/// Tags that stand alone: their whole line, blanks and line end included, prints nothing.
extension TemplateParser {
    /// Marks the tags that stand alone and takes their lines away from the text around them.
    ///
    /// A line with several tags stands alone when one of them opens or closes a parent, as in
    /// `{{<layout}}{{$title}}`: its text could not be told from that of the block otherwise.
    mutating func findStandaloneTags() {
        for index in nodes.indices {
            let start = nodes[index].range.lowerBound
            nodes[index].startsLine = start == 0 || source.bytes[start - 1] == ASCII.lineFeed
        }
        var index = 0
        while index < nodes.count {
            let last = nodes[index].kind.mayStandAlone ? standaloneRun(from: index) : nil
            index = (last ?? index) + 1
        }
    }

    /// Marks the run of tags that starts at `first` if it has its line for itself; returns its last node.
    private mutating func standaloneRun(from first: Int) -> Int? {
        guard let lineStart = blankStart(before: nodes[first].range.lowerBound) else { return nil }
        var last = first
        var hasParent = isParent(first)
        var next = first + 1
        while next < nodes.count {
            if nodes[next].kind.mayStandAlone {
                last = next
                hasParent = hasParent || isParent(next)
            } else if nodes[next].kind != .text || !source.bytes[nodes[next].range].allSatisfy(ASCII.isBlank) {
                break
            }
            next += 1
        }
        guard last == first || hasParent, let lineEnd = blankEnd(after: nodes[last].range.upperBound) else {
            return nil
        }
        for index in first...last where nodes[index].kind != .text { nodes[index].standsAlone = true }
        nodes[first].indentation = lineStart..<nodes[first].range.lowerBound
        nodes[last].endsLine = true
        cut(first - 1) { $0.lowerBound..<max($0.lowerBound, min($0.upperBound, lineStart)) }
        cut(last + 1) { min($0.upperBound, lineEnd)..<$0.upperBound }
        if last + 1 < nodes.count, nodes[last + 1].kind == .text { nodes[last + 1].startsLine = true }
        return last
    }

    private mutating func cut(_ index: Int, _ change: (Range<Int>) -> Range<Int>) {
        guard nodes.indices.contains(index), nodes[index].kind == .text else { return }
        nodes[index].range = change(nodes[index].range)
    }

    private func isParent(_ index: Int) -> Bool {
        let node = nodes[index]
        return node.kind == .parent || (node.kind == .close && nodes[node.partner].kind == .parent)
    }

    /// Start of the line if there are only blanks between it and `position`.
    private func blankStart(before position: Int) -> Int? {
        var index = position
        while index > 0, ASCII.isBlank(source.bytes[index - 1]) { index -= 1 }
        return index == 0 || source.bytes[index - 1] == ASCII.lineFeed ? index : nil
    }

    /// Position behind the line end if there are only blanks between it and `position`.
    private func blankEnd(after position: Int) -> Int? {
        let bytes = source.bytes
        var index = position
        while index < bytes.count, ASCII.isBlank(bytes[index]) { index += 1 }
        if index == bytes.count { return index }
        if bytes[index] == ASCII.carriageReturn, index + 1 < bytes.count, bytes[index + 1] == ASCII.lineFeed {
            return index + 2
        }
        return bytes[index] == ASCII.lineFeed ? index + 1 : nil
    }
}
