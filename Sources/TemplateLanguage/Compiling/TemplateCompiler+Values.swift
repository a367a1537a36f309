/// Names, values and sections.
extension TemplateCompiler {
    /// Compiles `{{name | filters}}` or its raw form.
    mutating func compileValue(_ node: Node, of parsed: ParsedSource) throws(TemplateFault) {
        let site = Site(source: parsed, offset: node.range.lowerBound)
        let isStrict = options.missing == .fault
        let (range, calls) = try TagContentReader.read(node.content, in: parsed.source, anyBar: isStrict)
        var operand = try operand(range, of: parsed, site: site)
        do throws(TemplateFault) {
            operand.filters = try calls.map { call throws(TemplateFault) in try Filter.compile(call, in: parsed.source)
            }
        } catch {
            try report(error)
        }
        if case .fallback(let text)? = operand.filters.first, operand.filters.count == 1 {
            (operand.filters, operand.fallback) = ([], text)
        }
        let hasFallback = calls.contains { $0.name == "default" }
        operand.needsValue = !hasFallback && !scopes.contains { !$0.isInverted && $0.name == operand.name.text }
        try check(operand, hasFallback: hasFallback)
        note(operand, isSection: false, hasFallback: hasFallback)
        var printing = node.kind == .raw ? Printing.raw : .escaped
        if case .urlEncode? = operand.filters.last { printing = .encoded }
        guard let escaping = try escaping(for: printing, at: site) else { return }
        let number = Int32(program.operands.count)
        program.operands.append(Operand(operand))
        if operand.name.parts.isEmpty || operand.mayBeShadowed { usesFrame = true }
        if isPlainColumn(operand), operand.filters.isEmpty, operand.fallback == nil {
            emit(.column(Int32(operand.column), operand: number, escaping))
        } else {
            emit(.value(operand: number, escaping))
        }
        if options.mode == .html {
            html.advanceOverValue()
            pendingStart = html
        }
    }

    /// How a value is escaped here; nil when a fault was noted.
    private mutating func escaping(for printing: Printing, at site: Site) throws(TemplateFault) -> Escaping? {
        switch options.mode {
        case .specification: return printing == .raw ? Escaping.none : .specification
        case .text: return Escaping.none
        case .header: return .header
        case .calendar:
            if let escaping = calendar.escaping(raw: printing == .raw) { return escaping }
            try report(site.fault(.context, "no value may stand in the name of a calendar's property or parameter"))
            return nil
        case .html: break
        }
        switch html.escaping(for: printing) {
        case .success(let escaping): return escaping
        case .failure(let refusal):
            try report(site.fault(.context, refusal.message))
            return nil
        }
    }

    /// Whether an operand is a text column that no frame hides.
    private func isPlainColumn(_ operand: OperandDraft) -> Bool {
        operand.column >= 0 && !operand.mayBeShadowed && operand.kind == .text
    }

    /// Resolves a name as far as possible.
    func operand(_ range: Range<Int>, of parsed: ParsedSource, site: Site) throws(TemplateFault) -> OperandDraft {
        let text = parsed.source.bytes[range]
        let name = TagName(text)
        if options.missing == .fault, text.contains(where: ASCII.isSpace) || name.hasEmptyPart {
            throw site.fault(.syntax, TagName.objection(to: String(decoding: text, as: UTF8.self)))
        }
        var operand = OperandDraft(name: name, site: site)
        operand.mayBeShadowed = scopes.contains(where: \.mayHoldMembers) || schema == nil || isLate
        if let schema, let found = schema.column(for: name) {
            (operand.column, operand.columnParts) = (found.number, found.parts)
            operand.kind = schema.columns[found.number].kind
        }
        if name.parts.count == 1 { operand.helper = options.helpers[name.text] }
        return operand
    }

    /// Whether frames around this program are not known to the compiler.
    var isLate: Bool { library.isRendering }

    /// Notes a fault when the schema does not have the name.
    private mutating func check(_ operand: OperandDraft, hasFallback: Bool) throws(TemplateFault) {
        guard let schema, options.missing == .fault, !operand.mayBeShadowed, operand.column < 0, operand.helper == nil,
            !operand.name.parts.isEmpty, !hasFallback
        else { return }
        let name = operand.name.text
        let hint = Suggestion.phrase(for: name, among: schema.columns.map(\.name) + options.helpers.keys.sorted())
        try report(operand.site.fault(.unknownName, "the list has no column \"\(name)\"\(hint)"))
    }

    /// Adds to the list of variables.
    private mutating func note(_ operand: OperandDraft, isSection: Bool, hasFallback: Bool) {
        guard !operand.name.parts.isEmpty, operand.helper == nil, !isLate else { return }
        let isUnconditional = scopes.isEmpty && operand.needsValue && !isSection
        let key = Array(operand.name.text.utf8)
        if let number = variableNumbers[key] {
            program.variables[number].mustNotBeEmpty = program.variables[number].mustNotBeEmpty || isUnconditional
            program.variables[number].isPrinted = program.variables[number].isPrinted || !isSection
            program.variables[number].isSection = program.variables[number].isSection || isSection
            program.variables[number].isOptional = program.variables[number].isOptional && hasFallback
            return
        }
        let fault = operand.site.fault(.unknownName, "")
        variableNumbers[key] = program.variables.count
        program.variables.append(
            TemplateVariable(
                name: operand.name.text,
                column: operand.column >= 0 ? operand.column : nil,
                within: scopes.filter { !$0.isInverted }.map(\.name),
                mustNotBeEmpty: isUnconditional,
                isPrinted: !isSection,
                isSection: isSection,
                isOptional: hasFallback,
                firstUse: .init(file: fault.file, line: fault.line, column: fault.column)
            )
        )
    }

    /// Compiles `{{#name}}…{{/name}}` or `{{^name}}…{{/name}}`.
    mutating func compileSection(_ index: Int, of parsed: ParsedSource) throws(TemplateFault) {
        let node = parsed.nodes[index]
        let site = Site(source: parsed, offset: node.range.lowerBound)
        let operand = try operand(node.content, of: parsed, site: site)
        try check(operand, hasFallback: false)
        note(operand, isSection: true, hasFallback: false)
        flush()
        let start = html
        let calendarStart = calendar
        let close = parsed.nodes[node.partner]
        let usedFrame = usesFrame || operand.name.parts.isEmpty || operand.mayBeShadowed
        usesFrame = false
        let isInverted = node.kind == .inverted
        let first = isInverted ? emitInverted(operand) : emitSection(operand, node: node, close: close)
        let kind = operand.column >= 0 && !operand.mayBeShadowed ? operand.kind : nil
        let holdsMembers = !isInverted && (kind == nil || kind == .json)
        scopes.append(Scope(name: operand.name.text, isInverted: isInverted, mayHoldMembers: holdsMembers))
        // A function is given the source: nothing in it is looked up before the function has had its say.
        let isFunction = operand.helper != nil && operand.column < 0 && !operand.mayBeShadowed && !isInverted
        if !isFunction {
            try nested(at: site) { compiler throws(TemplateFault) in
                try compiler.compile(parsed, index + 1..<node.partner)
            }
        }
        scopes.removeLast()
        flush()
        finishSection(at: first, kind: kind)
        usesFrame = usedFrame || (isInverted && usesFrame)
        if options.mode == .calendar {
            guard let joined = calendarStart.joined(with: calendar) else {
                throw site.fault(.context, "this section begins and ends in different parts of a calendar's line")
            }
            calendar = joined
        }
        guard options.mode == .html else { return }
        guard let joined = start.joined(with: html) else {
            throw site.fault(.context, "this section opens or closes an HTML tag or a quote only in part")
        }
        (html, pendingStart) = (joined, joined)
    }

    private mutating func emitInverted(_ operand: OperandDraft) -> Int {
        program.operands.append(Operand(operand))
        return emit(.whenFalse(operand: Int32(program.operands.count - 1), end: 0))
    }

    private mutating func emitSection(_ operand: OperandDraft, node: Node, close: Node) -> Int {
        let raw = node.range.upperBound..<close.range.lowerBound
        let info = SectionInfo(operand: Operand(operand), raw: raw, delimiters: node.delimiters, late: context)
        program.sections.append(info)
        return emit(.section(Int32(program.sections.count - 1), end: 0))
    }

    /// Ends the section that begins at `first`: as a mere test when its column is no list and nobody looks at its frame.
    private mutating func finishSection(at first: Int, kind: TemplateSchema.Kind?) {
        switch program.instructions[first] {
        case .whenFalse(let operand, _):
            program.instructions[first] = .whenFalse(operand: operand, end: Int32(program.instructions.count))
        case .section(let number, _) where (kind == .text || kind == .bool) && !usesFrame:
            program.operands.append(program.sections[Int(number)].operand)
            let operand = Int32(program.operands.count - 1)
            program.instructions[first] = .whenTrue(operand: operand, end: Int32(program.instructions.count))
        case .section(let number, _):
            program.instructions.append(.next)
            program.instructions[first] = .section(number, end: Int32(program.instructions.count))
        default:
            preconditionFailure("a section begins with its own instruction")
        }
    }
}
