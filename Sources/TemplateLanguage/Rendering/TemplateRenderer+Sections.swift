/// Sections, functions, and what is compiled while rendering.
extension TemplateRenderer {
    /// Enters a section; false when its body is left out (or a function has printed in its place).
    mutating func enter<Sink: RenderSink>(
        _ section: SectionInfo,
        body: Int,
        _ data: TemplateRow,
        _ sink: inout Sink
    ) throws(TemplateFault) -> Bool {
        switch resolve(section.operand, data) {
        case .missing:
            if template.options.missing == .fault { throw unknown(section.operand, data) }
            return false
        case .field(let start, let count, let kind):
            return enter(field: start, count, kind, body, data)
        case .value(.list(let items)):
            guard let first = items.first else { return false }
            frames.append(Frame(item: .value(first), rest: .list(items, next: 1), body: body))
        case .value(.lambda(let lambda)):
            try runSection(lambda, section, data, &sink)
            return false
        case .value(let value):
            guard value.isTrue else { return false }
            frames.append(Frame(item: .value(value), rest: .none, body: body))
        }
        return true
    }

    private mutating func enter(
        field start: Int,
        _ count: Int,
        _ kind: TemplateSchema.Kind,
        _ body: Int,
        _ row: TemplateRow
    ) -> Bool {
        let end = start + count
        switch kind {
        case .list(let separator):
            guard let piece = FieldPieces.next(in: row.bytes.span, from: start, to: end, separator) else {
                return false
            }
            frames.append(
                Frame(
                    item: .field(start: piece.start, count: piece.count),
                    rest: .pieces(start: piece.rest, end: end, separator: separator),
                    body: body
                )
            )
            return true
        case .bool:
            guard Truth.isTrue(row.bytes.span.extracting(start..<end)) else { return false }
        case .text, .json:
            guard count > 0 else { return false }
        }
        frames.append(Frame(item: .field(start: start, count: count), rest: .none, body: body))
        return true
    }

    /// Puts a partial in place that is only known now.
    mutating func runLate<Sink: RenderSink>(
        _ late: LateSite,
        _ data: TemplateRow,
        _ sink: inout Sink
    ) throws(TemplateFault) {
        let name: String
        switch late.name {
        case .fixed(let fixed): name = fixed
        case .dynamic(let operand):
            switch resolve(operand, data) {
            case .missing:
                if template.options.missing == .fault { throw unknown(operand, data) }
                return
            case .field(let start, let count, _):
                name = String(decoding: data.bytes[start..<start + count], as: UTF8.self)
            case .value(.string(let text)): name = String(decoding: text, as: UTF8.self)
            case .value(let value):
                guard template.options.missing == .fault else { return }
                let kind = value.kindName
                throw late.site.fault(
                    .type,
                    "the name of a partial must be a text, and \"\(operand.name.text)\" is \(kind)"
                )
            }
        }
        if template.options.missing == .fault, let objection = PartialName.objection(to: name) {
            throw late.site.fault(.partial, objection)
        }
        let library = library()
        guard let parsed = try library.partial(named: name, from: late.site, options: template.options) else { return }
        let text = try collectNew(parsed, expanding: name, late.context, at: late.site, template.options, data)
        text.withSpan { sink.dynamic($0) }
    }

    /// Calls a section's function and renders what it returns.
    private mutating func runSection<Sink: RenderSink>(
        _ lambda: TemplateLambda,
        _ section: SectionInfo,
        _ data: TemplateRow,
        _ sink: inout Sink
    ) throws(TemplateFault) {
        let site = section.operand.site
        let text = lambda.body(Array(site.source.source.bytes[section.raw]))
        let source = SourceText(name: section.operand.name.text, bytes: text)
        let parsed = try TemplateParser.parse(source, delimiters: section.delimiters, limits: template.options.limits)
        let output = try collectNew(parsed, expanding: nil, section.late, at: site, template.options, data)
        output.withSpan { sink.dynamic($0) }
    }

    /// What a function returns for a variable tag, rendered but not escaped.
    mutating func expand(_ lambda: TemplateLambda, _ operand: Operand, _ data: TemplateRow) throws(TemplateFault)
        -> [UInt8]
    {
        let source = SourceText(name: operand.name.text, bytes: lambda.body(nil))
        let parsed = try TemplateParser.parse(source, limits: template.options.limits)
        var options = template.options
        options.mode = .text
        let context = LateContext(html: HTMLState(), layout: LineLayout(), arguments: [:])
        let before = written
        let text = try collectNew(parsed, expanding: nil, context, at: operand.site, options, data)
        written = before
        var bytes: [UInt8] = []
        text.copy(into: &bytes)
        return bytes
    }

    /// Compiles and runs what is only known now.
    ///
    /// Its text is collected apart: its literals' indices mean nothing to the sink.
    private mutating func collectNew(
        _ parsed: ParsedSource,
        expanding name: String?,
        _ context: LateContext,
        at site: Site,
        _ options: TemplateOptions,
        _ data: TemplateRow
    ) throws(TemplateFault) -> OutputMemory {
        guard lateDepth < options.limits.lateDepth else {
            throw site.fault(.limit, "partials include themselves more than \(options.limits.lateDepth) deep")
        }
        var compiler = TemplateCompiler(
            options: options,
            schema: template.schema,
            library: library(),
            context: context
        )
        if let name { compiler.expanding.append((name, 0, !context.arguments.isEmpty)) }
        try compiler.compile(parsed)
        if let fault = compiler.faults.first { throw fault }
        if options.mode == .html, context.html.joined(with: compiler.html)?.phase != context.html.phase {
            throw site.fault(.context, "this partial opens or closes an HTML tag or a quote only in part")
        }
        lateDepth += 1
        let memory = OutputMemory()
        var text = memory.sink()
        defer { memory.take(text) }
        try run(Program(compiler.program), data, &text)
        lateDepth -= 1
        return memory
    }
}
