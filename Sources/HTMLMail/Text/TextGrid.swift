/// A table whose cells are single lines, set in columns.
///
/// Tables in mail are mostly layout: those have other tables or whole paragraphs in their cells, or would be too wide.
struct TextGrid {
    /// What stands between the beginning and the end of a table.
    enum Part {
        case row(Int)
        case tag(TemplateTag)
    }

    /// One line of text.
    enum Line {
        case row([UInt8])
        case tag([UInt8])
    }

    private(set) var lines: [Line] = []

    /// Columns between two cells.
    private static let gap = 2

    private struct Cell {
        var text: [UInt8]
        let column: Int
        let span: Int
    }

    /// Nil when the table is no such table.
    init?(_ table: Int, _ document: HTMLDocument, width: Int) {
        guard !document.nodes[table].children.contains(where: { document.nodes[$0].name == "caption" }) else {
            return nil
        }
        let parts = Self.rows(of: table, document)
        var rows: [[Cell]] = []
        var widths: [Int] = []
        for case .row(let row) in parts {
            guard let cells = Self.cells(of: row, document) else { return nil }
            for cell in cells where cell.span == 1 {
                while widths.count <= cell.column { widths.append(0) }
                // A row with one cell is a heading or a note, not a column.
                if cells.count(where: { !$0.text.isEmpty }) > 1 {
                    widths[cell.column] = max(widths[cell.column], DisplayWidth.width(of: cell.text))
                }
            }
            rows.append(cells)
        }
        guard !rows.isEmpty else { return nil }
        var next = 0
        for part in parts {
            switch part {
            case .tag(let tag): lines.append(.tag(tag.bytes))
            case .row:
                let line = Self.line(rows[next], widths)
                next += 1
                guard DisplayWidth.width(of: line) <= width else { return nil }
                if !line.isEmpty { lines.append(.row(line)) }
            }
        }
    }

    /// The rows of a table, and the template tags between them.
    static func rows(of table: Int, _ document: HTMLDocument) -> [Part] {
        var parts: [Part] = []
        for number in document.nodes[table].children {
            let node = document.nodes[number]
            if let tag = document.templateTag(node) {
                parts.append(.tag(tag))
            } else if node.name == "tr" {
                if !node.isUnseen { parts.append(.row(number)) }
            } else if ["tbody", "thead", "tfoot"].contains(node.name), !node.isUnseen {
                parts += rows(of: number, document)
            }
        }
        return parts
    }

    /// The cells of a row, or nil when one of them is more than a line.
    private static func cells(of row: Int, _ document: HTMLDocument) -> [Cell]? {
        var cells: [Cell] = []
        var column = 0
        // Template tags between cells go with the cell that they open, or close.
        var opening: [UInt8] = []
        for number in document.nodes[row].children {
            let node = document.nodes[number]
            if let tag = document.templateTag(node) {
                if tag.kind == .closing, let last = cells.indices.last {
                    cells[last].text += tag.bytes
                } else {
                    opening += tag.bytes
                }
                continue
            }
            guard node.kind == .element, !node.isUnseen else { continue }
            guard let text = line(of: number, document) else { return nil }
            let value = node.value("colspan").map { String(decoding: $0, as: UTF8.self) }
            let span = min(max(value.flatMap { Int($0) } ?? 1, 1), 100)
            guard column + span <= 1_000 else { return nil }
            cells.append(Cell(text: opening + text, column: column, span: span))
            opening = []
            column += span
        }
        if !opening.isEmpty { cells.append(Cell(text: opening, column: column, span: 1)) }
        return cells
    }

    /// A cell's text, or nil when it is more than a line.
    private static func line(of cell: Int, _ document: HTMLDocument) -> [UInt8]? {
        var waiting = [cell]
        while let number = waiting.popLast() {
            let node = document.nodes[number]
            guard !["table", "hr", "ul", "ol", "h1", "h2", "pre", "blockquote"].contains(node.name) else { return nil }
            waiting += node.children
        }
        var renderer = TextRenderer(document, width: 900)
        renderer.render(cell)
        let lines = renderer.lines.lines
        return lines.count <= 1 ? lines.first ?? [] : nil
    }

    private static func line(_ cells: [Cell], _ widths: [Int]) -> [UInt8] {
        if cells.count(where: { !$0.text.isEmpty }) <= 1 { return cells.first { !$0.text.isEmpty }?.text ?? [] }
        var line: [UInt8] = []
        var start = 0
        var column = 0
        for cell in cells {
            while column < cell.column {
                let width = column < widths.count ? widths[column] : 0
                start += width > 0 ? width + gap : 0
                column += 1
            }
            guard !cell.text.isEmpty else { continue }
            let missing = start - DisplayWidth.width(of: line)
            let spaces = line.isEmpty ? missing : max(missing, 1)
            line += [UInt8](repeating: ASCII.space, count: max(spaces, 0)) + cell.text
        }
        return line
    }
}
