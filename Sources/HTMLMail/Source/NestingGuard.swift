/// Counts how deep elements nest, never less than the HTML parser will, and stops before it gets slow.
///
/// The parser's time grows faster than the square of the depth, so the limit is held before it sees a byte. An end tag
/// lowers the count only where the parser is sure to close the element too. Formatting elements that are left open
/// are counted apart, because the parser opens them again and again. Where only the parser's own state could tell what
/// an end tag does (in templates, odd selects, HTML inside of SVG), end tags stop counting for the rest of the text.
struct NestingGuard {
    private struct Entry {
        let name: String
        let role: ElementRole
    }

    private var open: [Entry] = []
    private var formatting = OpenFormatting()
    private var repeatedBytes = 0
    private var trustsEndTags = true
    private var foreignDepth = 0
    /// Framesets throw the rest of a document away and nest in one another; they are taken to stay open.
    private var framesets = 0
    private var isInSelect = false
    /// The `<title>` or its like of an SVG that was just opened: harmless while only text follows.
    private var integrationPoint: String?

    /// Whether an `<svg>` or `<math>` is open: inside, other rules hold.
    var isInForeignContent: Bool { foreignDepth > 0 }

    /// Whether a `<style>` or `<title>` may be none to the parser, so that tags in it count.
    var mayIgnoreRawText: Bool { isInForeignContent || framesets > 0 }

    /// From here on, no end tag closes anything: what comes cannot be read without the parser's own state.
    mutating func distrustEndTags() {
        trustsEndTags = false
    }

    /// Text opens unclosed formatting elements again.
    mutating func text() {
        repeatedBytes += formatting.bytes
    }

    // MARK: Start tags

    /// Takes a start tag.
    ///
    /// - Throws: ``HTMLRefusal``, too deep or too much unclosed formatting.
    mutating func open(_ name: String, isSelfClosing: Bool, tagBytes: Int) throws(HTMLRefusal) {
        if isInSelect {
            if name == "option" || name == "optgroup" { return }
            distrustEndTags()
        }
        if name == "frameset" { framesets += 1 }
        let role = ElementRole(name)
        if isInForeignContent {
            if ElementRole.leavesForeignContent(name) || integrationPoint != nil { distrustEndTags() }
            integrationPoint = ElementRole.isIntegrationPoint(name) ? name : nil
            // An element that has no content in SVG, as far as end tags are followed.
            if isSelfClosing, trustsEndTags { return }
            push(Entry(name: name, role: role))
        } else {
            closeImplied(before: name, role)
            openHTML(name, role, tagBytes)
        }
        repeatedBytes += formatting.bytes
        guard open.count + formatting.count + framesets <= HTMLLimits.depth else { throw HTMLRefusal(.tooDeep) }
        guard repeatedBytes <= HTMLLimits.repeatedFormattingBytes else { throw HTMLRefusal(.unclosedFormatting) }
    }

    private mutating func openHTML(_ name: String, _ role: ElementRole, _ tagBytes: Int) {
        switch role {
        case .formatting:
            if name == "a" || name == "nobr" { formatting.close(name, blocks: open.count) }
            formatting.open(name, bytes: tagBytes, blocks: open.count)
        case .void, .ignored: break
        case .tablePart where !open.contains { $0.name == "table" }: break
        case .tablePart, .ordinary, .unscoped, .special, .heading, .boundary, .foreign:
            if name == "select" {
                isInSelect = true
            } else if name == "template" {
                distrustEndTags()
            }
            push(Entry(name: name, role: role))
        }
    }

    private mutating func push(_ entry: Entry) {
        open.append(entry)
        if entry.role == .foreign { foreignDepth += 1 }
        if Self.isMark(entry) { formatting.mark() }
    }

    /// Elements that end tags of formatting elements do not reach across.
    private static func isMark(_ entry: Entry) -> Bool {
        entry.role == .boundary || ["table", "td", "th", "caption"].contains(entry.name)
    }

    /// Elements whose end tags people leave out.
    private mutating func closeImplied(before name: String, _ role: ElementRole) {
        switch name {
        case "li", "dd", "dt":
            closeItem(name)
            closeParagraph()
        case "option": if open.last?.name == "option" { pop(to: open.count - 1) }
        case "td", "th": closeTableParts(downTo: ["tr", "tbody", "thead", "tfoot"])
        case "tr": closeTableParts(downTo: ["tbody", "thead", "tfoot"])
        case "tbody", "thead", "tfoot", "caption", "colgroup": closeTableParts(downTo: [])
        case "table", "button", "select": break
        default: if role == .special || role == .heading { closeParagraph() }
        }
    }

    private mutating func closeItem(_ name: String) {
        let partners = name == "li" ? ["li"] : ["dd", "dt"]
        for index in open.indices.reversed() {
            if partners.contains(open[index].name) { return pop(to: index) }
            if open[index].role != .ordinary, !["address", "div", "p"].contains(open[index].name) { return }
        }
    }

    private mutating func closeParagraph() {
        for index in open.indices.reversed() {
            if open[index].name == "p" { return pop(to: index) }
            if open[index].role != .ordinary { return }
        }
    }

    private mutating func closeTableParts(downTo names: [String]) {
        guard trustsEndTags else { return }
        for index in open.indices.reversed() {
            let name = open[index].name
            if name == "table" || names.contains(name) { return pop(to: index + 1) }
        }
    }

    // MARK: End tags

    /// Takes an end tag.
    mutating func close(_ name: String) {
        if isInSelect {
            if name == "option" || name == "optgroup" { return }
            if name == "select" { isInSelect = false } else { distrustEndTags() }
        }
        if let inner = integrationPoint {
            if name != inner { distrustEndTags() }
            integrationPoint = nil
        }
        guard trustsEndTags else { return }
        let role = ElementRole(name)
        if role == .formatting, !isInForeignContent { return formatting.close(name, blocks: open.count) }
        for index in open.indices.reversed() {
            let entry = open[index]
            if entry.name == name { return pop(to: index) }
            // An end tag of one heading closes any other, and then its work is done.
            if role == .heading, entry.role == .heading { return pop(to: index) }
            if stops(closing: name, role, at: entry) { return }
        }
    }

    /// Whether an end tag does not reach what is outside of an open element.
    private func stops(closing name: String, _ role: ElementRole, at entry: Entry) -> Bool {
        if entry.role == .foreign { return true }
        if name == "table" { return false }
        if entry.name == "table" { return true }
        switch role {
        case .tablePart: return false
        case .special, .heading:
            if entry.role == .boundary || entry.role == .tablePart { return true }
            return (name == "li" || name == "p") && ["ol", "ul", "button"].contains(entry.name)
        case .ordinary, .unscoped, .void, .boundary, .foreign, .ignored, .formatting:
            return entry.role != .ordinary
        }
    }

    private mutating func pop(to count: Int) {
        guard trustsEndTags else { return }
        while open.count > count {
            let entry = open.removeLast()
            if entry.role == .foreign { foreignDepth -= 1 }
            guard Self.isMark(entry) else { continue }
            formatting.unmark(keepingOpen: entry.name == "table")
        }
    }
}
