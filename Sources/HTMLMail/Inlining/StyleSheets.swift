/// The sheets that apply to a document, in the order of the cascade.
struct StyleSheets {
    /// One sheet and where it comes from.
    struct Sheet {
        let content: CSSSheet
        /// Its `<style>`; nil for a sheet given apart.
        let element: Int?
    }

    let all: [Sheet]

    /// Whether the first sheet was given apart.
    var isSheetApart: Bool { all.first.map { $0.element == nil } ?? false }

    init(_ document: HTMLDocument, css: [UInt8]?, tags: inout TemplateTagTable) throws(HTMLRefusal) {
        var all: [Sheet] = []
        if let css {
            let bytes = try tags.replaced(css: css)
            all.append(Sheet(content: try CSSSheet(bytes, 0..<bytes.count, tags: tags), element: nil))
        }
        var ruleCount = all.first?.content.items.count ?? 0
        // For each template section that is open: whether data decides about what stands in it.
        var sections: [Bool] = []
        for (index, node) in document.nodes.enumerated() {
            for tag in document.templateTags(in: node) {
                if tag.kind == .opening { sections.append(tag.isCondition) }
                if tag.kind == .closing { _ = sections.popLast() }
            }
            guard Self.applies(node), !sections.contains(true), let range = document.rawContent(of: node) else {
                continue
            }
            let sheet = try CSSSheet(document.scanned, range, tags: document.tags)
            ruleCount += sheet.items.count
            guard ruleCount <= HTMLLimits.rules else { throw HTMLRefusal(.tooManyRules) }
            all.append(Sheet(content: sheet, element: index))
        }
        self.all = all
    }

    /// Whether a node is a `<style>` for every screen.
    private static func applies(_ node: HTMLNode) -> Bool {
        guard node.kind == .element, node.name == "style", !node.isForeign, !node.isIgnored else { return false }
        let type = node.value("type")?[...].trimmed.lowercasedASCII ?? []
        let media = node.value("media")?[...].trimmed.lowercasedASCII ?? []
        return (type.isEmpty || type.equalsIgnoringCase("text/css"))
            && (media.isEmpty || media.equalsIgnoringCase("all") || media.equalsIgnoringCase("screen"))
    }
}

extension HTMLNode {
    /// Whether the author wants it left alone; the words are those of css-inline, premailer and juice.
    var isIgnored: Bool {
        value("data-css-inline")?.equalsIgnoringCase("ignore") == true
            || value("data-premailer")?.equalsIgnoringCase("ignore") == true || attribute("data-embed") != nil
    }
}
