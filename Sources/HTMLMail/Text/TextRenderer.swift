/// Walks a document and writes its text.
struct TextRenderer {
    let document: HTMLDocument
    let width: Int
    var lines = TextLines()
    var paragraph = Paragraph()
    /// Open lists, innermost last.
    var lists: [ListNumbering] = []
    private var preformattedDepth = 0
    private var linkDepth = 0
    /// Columns of the widest line of the last paragraph.
    private var lastWidth = 0
    /// Layout tables: rows and cells are set apart.
    private var spacedRows: Set<Int> = []

    init(_ document: HTMLDocument, width: Int) {
        self.document = document
        self.width = width
    }

    private enum Step {
        case enter(Int)
        case leave(Int)
    }

    /// Writes a node and all that is in it; without recursion, since elements may be nested deep.
    mutating func render(_ root: Int) {
        var steps: [Step] = [.enter(root)]
        while let step = steps.popLast() {
            switch step {
            case .leave(let number): leave(number)
            case .enter(let number):
                guard enter(number) else { continue }
                steps.append(.leave(number))
                for child in document.nodes[number].children.reversed() { steps.append(.enter(child)) }
            }
        }
        flush()
    }

    /// The text, ended by a line end unless there is none.
    mutating func finish() -> [UInt8] {
        flush()
        var result: [UInt8] = []
        for line in lines.lines { result += line + [ASCII.lineFeed] }
        return result
    }

    /// Ends the paragraph that is being written.
    mutating func flush() {
        let written = paragraph.finish(width: max(width - lines.indentation, 10))
        for line in written {
            if line.isTag { lines.append(tag: line.bytes) } else { lines.append(line.bytes) }
        }
        if let widest = written.map(\.width).max() { lastWidth = widest }
    }

    // MARK: Nodes

    /// Begins a node; whether its children are to be written.
    private mutating func enter(_ number: Int) -> Bool {
        let node = document.nodes[number]
        switch node.kind {
        case .document: return true
        case .text:
            append(text: node.text)
            return false
        case .comment:
            if let tag = document.templateTag(node) { paragraph.append(tag) }
            return false
        case .element:
            guard !node.isUnseen else { return false }
            return enterElement(number, node)
        }
    }

    /// Writes text; template tags in it are never broken.
    private mutating func append(text: [UInt8]) {
        guard document.tags.occurs(in: text) else { return paragraph.append(text) }
        var start = 0
        var index = 0
        while index < text.count {
            if let tag = document.tags.tag(in: text, at: index), tag.kind != .character {
                paragraph.append(Array(text[start..<index]))
                paragraph.append(tag)
                index += 4
                start = index
            } else {
                index += 1
            }
        }
        paragraph.append(document.tags.restored(text[start...]))
    }

    private mutating func enterElement(_ number: Int, _ node: HTMLNode) -> Bool {
        if node.isPreformatted {
            if node.isBlock { flush() }
            preformattedDepth += 1
            paragraph.isPreformatted = true
        }
        if node.isBlock { beginBlock(number, node) }
        switch node.name {
        case "br": paragraph.breakLine()
        case "hr": lines.append([UInt8](repeating: ASCII.hyphen, count: max(width - lines.indentation, 1)))
        case "img": append(alternativeOf: node)
        case "a": return enterLink(number, node)
        case "ul", "ol", "menu", "dir": beginList(number, node)
        case "li": beginItem(node)
        case "blockquote": lines.push(rest: Array("> ".utf8))
        case "dd": lines.push(rest: Array("    ".utf8))
        case "table": return enterTable(number)
        default: break
        }
        return true
    }

    private mutating func leave(_ number: Int) {
        let node = document.nodes[number]
        guard node.kind == .element else { return }
        switch node.name {
        case "a": leaveLink(node)
        case "ul", "ol", "menu", "dir":
            flush()
            endList()
        case "li", "blockquote", "dd":
            flush()
            lines.pop()
        case "h1", "h2":
            lastWidth = 0
            flush()
            if lastWidth > 0 {
                let mark = node.name == "h1" ? ASCII.equals : ASCII.hyphen
                lines.append([UInt8](repeating: mark, count: min(lastWidth, width - lines.indentation)))
            }
        default: break
        }
        if node.isBlock { endBlock(number, node) }
        if node.isPreformatted {
            preformattedDepth -= 1
            paragraph.isPreformatted = preformattedDepth > 0
        }
    }

    // MARK: Blocks

    private mutating func beginBlock(_ number: Int, _ node: HTMLNode) {
        flush()
        lines.separate(by: margin(of: number, node))
    }

    private mutating func endBlock(_ number: Int, _ node: HTMLNode) {
        flush()
        lines.separate(by: margin(of: number, node))
    }

    private func margin(of number: Int, _ node: HTMLNode) -> Int {
        if spacedRows.contains(number) { return 1 }
        let isInnerList = lists.count > 0 && ["ul", "ol", "menu", "dir"].contains(node.name)
        return isInnerList ? 0 : node.margin
    }

    // MARK: Links and pictures

    private mutating func append(alternativeOf node: HTMLNode) {
        guard let alternative = node.value("alt")?[...].trimmed, !alternative.isEmpty else { return }
        let text = document.tags.restored(alternative)
        paragraph.append(linkDepth > 0 ? text : [ASCII.leftBracket] + text + [ASCII.rightBracket])
    }

    private mutating func enterLink(_ number: Int, _ node: HTMLNode) -> Bool {
        if let target = LinkTarget(node, document), target.isSaid(by: LinkTarget.text(in: number, document)) {
            paragraph.append(target.bytes)
            return false
        }
        linkDepth += 1
        return true
    }

    private mutating func leaveLink(_ node: HTMLNode) {
        linkDepth -= 1
        guard let target = LinkTarget(node, document) else { return }
        paragraph.append(target: target.bytes)
    }

    // MARK: Tables

    /// Writes a table in columns, or prepares for reading it cell by cell.
    private mutating func enterTable(_ number: Int) -> Bool {
        if let grid = TextGrid(number, document, width: width - lines.indentation) {
            for line in grid.lines {
                switch line {
                case .row(let bytes): lines.append(bytes)
                case .tag(let bytes): lines.append(tag: bytes)
                }
            }
            lines.separate(by: 1)
            return false
        }
        for row in TextGrid.rows(of: number, document) {
            guard case .row(let row) = row else { continue }
            spacedRows.insert(row)
            spacedRows.formUnion(document.elementChildren[row])
        }
        return true
    }
}
