/// How an element is shown where there is no style sheet.
extension HTMLNode {
    /// Begins and ends a line.
    var isBlock: Bool { Self.blocks.contains(name) }

    /// Empty lines around it.
    var margin: Int { Self.spaced.contains(name) ? 1 : 0 }

    /// Whether no client shows it or its content.
    var isUnseen: Bool {
        if isForeign || Self.unseen.contains(name) || attribute("hidden") != nil { return true }
        guard let style = value("style") else { return false }
        let block = CSSBlock(style, 0..<style.count, tags: TemplateTagTable())
        var values: [String: [UInt8]] = [:]
        for declaration in block.declarations { values[declaration.name] = declaration.value.lowercasedASCII }
        func isSet(_ name: String, _ wanted: StaticString) -> Bool { values[name]?.equalsIgnoringCase(wanted) == true }
        // Not `mso-hide:all`: buttons that Outlook gets in a conditional comment have it.
        if isSet("display", "none") || isSet("visibility", "hidden") { return true }
        let hasNoHeight = ["max-height", "height"].contains { isSet($0, "0") || isSet($0, "0px") }
        return hasNoHeight && isSet("overflow", "hidden")
    }

    /// Whether white space counts as it stands.
    var isPreformatted: Bool {
        if name == "pre" || name == "listing" || name == "xmp" { return true }
        guard let style = value("style") else { return false }
        let block = CSSBlock(style, 0..<style.count, tags: TemplateTagTable())
        let last = block.declarations.last { $0.name == "white-space" }
        return last?.value.starts(with: "pre".utf8) == true && last?.value.equalsIgnoringCase("pre-line") == false
    }

    private static let unseen: Set<String> = [
        "head", "title", "script", "style", "template", "iframe", "noembed", "noframes", "textarea", "datalist", "map",
    ]

    private static let spaced: Set<String> = [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "pre", "table", "figure", "fieldset",
        "hr", "menu", "dir", "listing", "xmp",
    ]

    private static let blocks: Set<String> = spaced.union([
        "html", "body", "address", "article", "aside", "center", "details", "dialog", "dd", "div", "dt", "figcaption",
        "footer", "form", "header", "hgroup", "legend", "li", "main", "nav", "option", "optgroup", "section", "summary",
        "caption", "tbody", "thead", "tfoot", "tr", "td", "th",
    ])
}
