/// Turns parsed sources into one flat program.
///
/// Partials, parents and blocks are put in place here, with their lines moved and their HTML context known, so rendering
/// meets only texts, values and sections. What cannot be put in place (a partial that includes itself, a name that is
/// data) becomes a late site: the same compiler goes on from there when the text is needed.
struct TemplateCompiler {
    let options: TemplateOptions
    let schema: TemplateSchema?
    let library: PartialLibrary
    var program = ProgramDraft()
    var faults: [TemplateFault] = []
    /// Fixed text that is not yet a literal.
    var pending: [UInt8] = []
    var html = HTMLState()
    var calendar = CalendarState()
    /// State where the pending text began.
    var pendingStart = HTMLState()
    /// Where in the pending text the value of a link began; nil when it began earlier or there is none.
    var linkBegan: Int?
    /// Where in the pending text the link's value ended that the text began in.
    var linkEnded: Int?
    var layout = LineLayout()
    var arguments: [[UInt8]: BlockArgument] = [:]
    /// Partials being put in place, by name; with the number of sections that were open.
    var expanding: [(name: String, sections: Int, hasArguments: Bool)] = []
    /// Blocks being replaced, as a guard against one that replaces itself.
    var replacing: [BlockArgument] = []
    /// Sections around the place, outermost first.
    var scopes: [Scope] = []
    var depth = 0
    var variableNumbers: [[UInt8]: Int] = [:]
    /// Whether a value looked at the innermost frame since the section began.
    var usesFrame = false

    /// A section around the place.
    struct Scope {
        let name: String
        let isInverted: Bool
        /// Whether its items may be objects.
        let mayHoldMembers: Bool
    }

    init(options: TemplateOptions, schema: TemplateSchema?, library: PartialLibrary, context: LateContext? = nil) {
        self.options = options
        self.schema = schema
        self.library = library
        if let context {
            (html, pendingStart, layout, arguments) = (context.html, context.html, context.layout, context.arguments)
            calendar = context.calendar
        }
    }

    /// Compiles a whole source and ends the program.
    mutating func compile(_ parsed: ParsedSource) throws(TemplateFault) {
        try compile(parsed, 0..<parsed.nodes.count)
        flush()
    }

    /// The situation here.
    var context: LateContext { LateContext(html: html, calendar: calendar, layout: layout, arguments: arguments) }

    /// Notes a fault and goes on, so that all names are checked at once; gives up when there are many.
    mutating func report(_ fault: TemplateFault) throws(TemplateFault) {
        if faults.count + 1 >= options.limits.faults { throw fault }
        if !faults.contains(fault) { faults.append(fault) }
    }

    /// Runs a step one level deeper.
    mutating func nested(
        at site: Site,
        _ body: (inout TemplateCompiler) throws(TemplateFault) -> Void
    ) throws(TemplateFault) {
        guard depth < options.limits.depth else {
            throw site.fault(.limit, "sections, blocks and partials are nested more than \(options.limits.depth) deep")
        }
        depth += 1
        try body(&self)
        depth -= 1
    }

    /// Compiles a range of nodes; recursion is bounded by ``TemplateLimits/depth``.
    mutating func compile(_ parsed: ParsedSource, _ range: Range<Int>) throws(TemplateFault) {
        var index = range.lowerBound
        while index < range.upperBound {
            let node = parsed.nodes[index]
            try checkSize(Site(source: parsed, offset: node.range.lowerBound))
            if node.kind != .text, node.startsLine, !node.standsAlone { beginLine() }
            switch node.kind {
            case .text: appendText(node, of: parsed)
            case .variable, .raw: try compileValue(node, of: parsed)
            case .section, .inverted: try compileSection(index, of: parsed)
            case .partial: try compilePartial(node, of: parsed)
            case .parent: try compileParent(index, of: parsed)
            case .block: try compileBlock(index, of: parsed)
            case .close, .silent: break
            }
            index = node.kind.opens ? node.partner : index + 1
        }
    }

    private func checkSize(_ site: Site) throws(TemplateFault) {
        guard program.instructions.count < options.limits.instructions,
            program.literalBytes.count + pending.count <= options.limits.literalBytes
        else { throw site.fault(.limit, "the template grows too large when its partials are put in place") }
    }
}
