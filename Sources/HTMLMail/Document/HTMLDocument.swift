/// HTML as a tree of values, each element knowing the bytes that it came from.
struct HTMLDocument {
    /// The source as it was given.
    let source: [UInt8]
    /// The source with its template tags replaced; the ranges of nodes are ranges of this.
    let scanned: [UInt8]
    let tags: TemplateTagTable
    private let offsets: OffsetMap
    /// All nodes in document order, so that parents stand before their children; 0 is the document itself.
    let nodes: [HTMLNode]
    /// The elements among each node's children.
    let elementChildren: [[Int]]
    /// Nodes between whose children the template repeats or leaves out something.
    let variableParents: Set<Int>

    /// Parses `source`.
    ///
    /// - Throws: ``HTMLRefusal`` when a limit is reached.
    init(_ source: [UInt8]) throws(HTMLRefusal) {
        let scan = try SourceScanner.scan(source)
        var nodes = try GumboParser.nodes(of: scan.bytes)
        var elementChildren = [[Int]](repeating: [], count: nodes.count)
        var variable: Set<Int> = []
        for index in nodes.indices {
            guard let parent = nodes[index].parent else { continue }
            if nodes[index].kind == .element {
                elementChildren[parent].append(index)
                nodes[index].elementIndex = elementChildren[parent].count
            } else if nodes[index].kind == .comment, scan.tags.tag(in: nodes[index].text, at: 0)?.isSection == true {
                variable.insert(parent)
            }
        }
        self.source = source
        scanned = scan.bytes
        tags = scan.tags
        offsets = scan.offsets
        self.nodes = nodes
        self.elementChildren = elementChildren
        variableParents = variable
    }

    /// The template tags of a text or comment, in order.
    func templateTags(in node: HTMLNode) -> [TemplateTag] {
        if let tag = templateTag(node) { return [tag] }
        guard node.kind == .text, node.text.contains(0xF3) else { return [] }
        return node.text.indices.compactMap { tags.tag(in: node.text, at: $0) }
    }

    /// The template tag that a node stands for.
    func templateTag(_ node: HTMLNode) -> TemplateTag? {
        guard node.kind == .comment, node.text.count == 4 else { return nil }
        return tags.tag(in: node.text, at: 0)
    }

    /// The bytes of the source that a range of the scanned source came from.
    func sourceRange(_ range: Range<Int>) -> Range<Int> { offsets.source(of: range) }

    func sourceOffset(_ offset: Int) -> Int { offsets.source(of: offset) }

    /// Where a start tag's name ends, in the scanned source.
    func nameEnd(of node: HTMLNode) -> Int {
        var index = node.startTag.lowerBound + 1
        while index < node.startTag.upperBound {
            let byte = scanned[index]
            if ASCII.isSpace(byte) || byte == ASCII.slash || byte == ASCII.greater { break }
            index += 1
        }
        return index
    }

    /// The text between a start tag and its end tag in the scanned source; of `<style>`, its CSS.
    func rawContent(of node: HTMLNode) -> Range<Int>? {
        guard !node.startTag.isEmpty else { return nil }
        let start = node.startTag.upperBound
        let end = node.endTag.isEmpty ? scanned.count : node.endTag.lowerBound
        return end >= start ? start..<end : nil
    }
}
