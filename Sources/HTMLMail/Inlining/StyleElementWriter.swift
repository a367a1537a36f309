/// Takes inlined rules out of `<style>`, and brings what is left of a sheet given apart into one.
struct StyleElementWriter {
    let document: HTMLDocument
    let tags: TemplateTagTable
    let sheets: StyleSheets
    let plan: CascadePlan
    let rules: CSSInliner.InlinedRules

    /// Adds the changes to `edits`.
    func write(_ edits: inout SourceEdits) {
        for (number, sheet) in sheets.all.enumerated() {
            guard let element = sheet.element else {
                insertRest(of: number, &edits)
                continue
            }
            if rules != .kept { reduce(number, document.nodes[element], &edits) }
        }
    }

    /// What is left of an item.
    private enum Rest {
        case all
        case nothing
        case some([UInt8])
    }

    private func rest(sheet number: Int, item: Int) -> Rest {
        let sheet = sheets.all[number].content
        guard case .rule(let rule) = sheet.items[item].kind else { return .all }
        let left = rule.selectors.indices.filter {
            switch plan.fates[number][item][$0] {
            case .inlined: false
            case .unmatched: rules != .removedWithUnmatched
            case .notInlinable: true
            }
        }
        if !rule.block.nested.isEmpty {
            guard left.isEmpty else { return .all }
            let nested = rule.block.nested.map { sheet.bytes[$0] }.joined(separator: [ASCII.lineFeed])
            return .some(
                tags.restored(sheet.bytes[rule.prelude] + [ASCII.leftBrace] + Array(nested) + [ASCII.rightBrace])
            )
        }
        if left.isEmpty || rule.block.declarations.isEmpty { return .nothing }
        if left.count == rule.selectors.count { return .all }
        let selectors = left.map { sheet.bytes[rule.selectors[$0].range] }.joined(separator: Array(", ".utf8))
        let body = sheet.bytes[rule.prelude.upperBound..<sheet.items[item].range.upperBound]
        return .some(tags.restored(Array(selectors) + [ASCII.space] + body))
    }

    private func reduce(_ number: Int, _ node: HTMLNode, _ edits: inout SourceEdits) {
        let items = sheets.all[number].content.items
        let rests = items.indices.map { rest(sheet: number, item: $0) }
        let isEmpty = rests.allSatisfy { if case .nothing = $0 { true } else { false } }
        if isEmpty, !node.endTag.isEmpty {
            return edits.remove(document.sourceRange(node.startTag.lowerBound..<node.endTag.upperBound))
        }
        var gapStart = node.startTag.upperBound
        for (item, rest) in zip(items, rests) {
            switch rest {
            case .all: break
            case .some(let bytes): edits.replace(document.sourceRange(item.range), with: bytes)
            case .nothing:
                // The comment before a rule speaks of that rule.
                let gap = document.scanned[gapStart..<item.range.lowerBound]
                let start = gap.contains(ASCII.less) ? item.range.lowerBound : gapStart
                edits.remove(document.sourceRange(start..<item.range.upperBound))
            }
            gapStart = item.range.upperBound
        }
    }

    // MARK: A sheet given apart

    private func insertRest(of number: Int, _ edits: inout SourceEdits) {
        let sheet = sheets.all[number].content
        var left: [[UInt8]] = []
        for item in sheet.items.indices {
            switch rest(sheet: number, item: item) {
            case .all: left.append(tags.restored(sheet.bytes[sheet.items[item].range]))
            case .some(let bytes): left.append(bytes)
            case .nothing: break
            }
        }
        guard !left.isEmpty else { return }
        var content: [UInt8] = []
        for byte in left.joined(separator: [ASCII.lineFeed]) {
            // `</style>` in a string would end the element; the backslash means nothing in CSS.
            if byte == ASCII.slash, content.last == ASCII.less { content.append(ASCII.backslash) }
            content.append(byte)
        }
        edits.insert(Array("<style>\n".utf8) + content + Array("\n</style>\n".utf8), at: placeForStyle)
    }

    /// Before the first `<style>`, at the end of the head, or where a head would be.
    private var placeForStyle: Int {
        if let style = sheets.all.lazy.compactMap(\.element).first {
            return document.sourceRange(document.nodes[style].startTag).lowerBound
        }
        if let head = document.nodes.first(where: { $0.name == "head" && !$0.isForeign }) {
            if !head.endTag.isEmpty { return document.sourceRange(head.endTag).lowerBound }
            if !head.startTag.isEmpty { return document.sourceRange(head.startTag).upperBound }
        }
        if let root = document.nodes.first(where: { $0.name == "html" }), !root.startTag.isEmpty {
            return document.sourceRange(root.startTag).upperBound
        }
        let first = document.nodes.first { $0.kind == .element && !$0.startTag.isEmpty }
        return first.map { document.sourceRange($0.startTag).lowerBound } ?? 0
    }
}
