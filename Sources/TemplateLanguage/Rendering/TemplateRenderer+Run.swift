/// The loop over the instructions.
extension TemplateRenderer {
    /// Runs a program.
    @inline(never)
    mutating func run<Sink: RenderSink>(
        _ program: Program,
        _ data: TemplateRow,
        _ sink: inout Sink
    ) throws(TemplateFault) {
        // Spans need a binding to live in.
        let (steps, bytes, ranges) = (program.instructions, program.literalBytes, program.literals)
        let instructions = steps.span
        let texts = bytes.span
        let literals = ranges.span
        let fields = data.fields.span
        let rowBytes = data.bytes.span
        let typed = data.values.span
        var index = 0
        while index < instructions.count {
            let instruction = instructions[index]
            index &+= 1
            switch instruction {
            case .literal(let number):
                let range = literals[Int(number)]
                written &+= range.count
                sink.literal(Int(number), texts.extracting(range))
            case .column(let column, let operand, let escaping):
                if Int(column) >= fields.count || Self.hasValue(typed, at: Int(column)) {
                    try printValue(program.operands[Int(operand)], escaping, data, &sink)
                    continue
                }
                let field = fields[Int(column)]
                if field.count == 0 { try checkEmpty(program.operands[Int(operand)], escaping) }
                let text = rowBytes.extracting(field.start..<field.start &+ field.count)
                if let problem = copy(text, escaping, &sink) {
                    throw fault(problem, program.operands[Int(operand)])
                }
            case .value(let operand, let escaping):
                try printValue(program.operands[Int(operand)], escaping, data, &sink)
            case .whenTrue(let operand, let end):
                if try !isTrue(program.operands[Int(operand)], data) { index = Int(end) }
            case .whenFalse(let operand, let end):
                if try isTrue(program.operands[Int(operand)], data) { index = Int(end) }
            case .section(let number, let end):
                if try !enter(program.sections[Int(number)], body: index, data, &sink) { index = Int(end) }
            case .next:
                if let body = try advance(data, program) { index = body }
            case .late(let number):
                try runLate(program.lateSites[Int(number)], data, &sink)
            case .linkStart(let literal, let tail):
                let range = literals[Int(literal)]
                link.begin()
                _ = link.feed(texts.extracting(range.upperBound - Int(tail)..<range.upperBound), isData: false)
            case .linkMore(let literal, let count):
                let start = literals[Int(literal)].lowerBound
                if link.feed(texts.extracting(start..<start + Int(count)), isData: false) {
                    throw codeLink(before: index, in: program)
                }
            }
        }
        try checkSize(program)
    }

    /// Whether a column has a typed value that stands for its text.
    @inline(__always)
    private static func hasValue(_ typed: Span<TemplateValue?>, at column: Int) -> Bool {
        guard column < typed.count else { return false }
        if case .some = typed[column] { return true }
        return false
    }

    /// Why a value could not be written.
    enum WriteProblem {
        case codeLink
        case lineBreak
        case styleCharacter
        case calendarCharacter
        case tooLarge
    }

    /// Writes a value's bytes, escaped; a problem is returned as a value, so that the usual case touches no operand.
    @inline(__always)
    mutating func copy<Sink: RenderSink>(
        _ text: Span<UInt8>,
        _ escaping: Escaping,
        _ sink: inout Sink
    ) -> WriteProblem? {
        if escaping.isLink, link.feed(text, isData: true) { return .codeLink }
        guard let count = Escaper.copy(text, escaping, to: &sink) else {
            return escaping == .header ? .lineBreak : escaping == .style ? .styleCharacter : .calendarCharacter
        }
        written &+= count
        return written > outputLimit ? .tooLarge : nil
    }

    /// Writes a value's bytes, escaped.
    mutating func write<Sink: RenderSink>(
        _ text: Span<UInt8>,
        _ escaping: Escaping,
        _ operand: Operand,
        _ sink: inout Sink
    ) throws(TemplateFault) {
        if let problem = copy(text, escaping, &sink) { throw fault(problem, operand) }
    }

    /// The fault of a value that could not be written.
    @inline(never)
    func fault(_ problem: WriteProblem, _ operand: Operand) -> TemplateFault {
        switch problem {
        case .codeLink: operand.site.fault(.context, Self.codeLinkMessage)
        case .lineBreak:
            operand.site.fault(.context, "the value has a line break or NUL, which must not reach a header")
        case .styleCharacter:
            operand.site.fault(.context, "the value has characters that may not stand in a style attribute")
        case .calendarCharacter:
            operand.site.fault(
                .context,
                "the value has a control character, or one that would end this part of a calendar's line"
            )
        case .tooLarge: operand.site.fault(.limit, "the text grows over \(outputLimit) bytes")
        }
    }

    private static let codeLinkMessage = "the value makes this a link that runs code (javascript:, data:, vbscript:)"

    private func checkSize(_ program: Program) throws(TemplateFault) {
        guard written > outputLimit else { return }
        throw SourceText(name: template.name, bytes: []).fault(
            .limit,
            at: 0,
            "the text grows over \(outputLimit) bytes"
        )
    }

    private func codeLink(before index: Int, in program: Program) -> TemplateFault {
        for instruction in program.instructions[..<index].reversed() {
            switch instruction {
            case .column(_, let operand, let escaping), .value(let operand, let escaping):
                if escaping.isLink { return program.operands[Int(operand)].site.fault(.context, Self.codeLinkMessage) }
            default: continue
            }
        }
        return SourceText(name: template.name, bytes: []).fault(.context, at: 0, Self.codeLinkMessage)
    }

    /// Throws when an empty value may not stand here.
    func checkEmpty(_ operand: Operand, _ escaping: Escaping) throws(TemplateFault) {
        switch escaping {
        case .unquoted, .unquotedLink, .unquotedLinkPart, .unquotedLinkAsIs:
            throw operand.site.fault(
                .emptyValue,
                "an empty value here would swallow what follows; put quotes around it"
            )
        default: break
        }
        if reportsEmptyValues, operand.needsValue {
            throw operand.site.fault(.emptyValue, "\"\(operand.name.text)\" is empty; give it a value or a default")
        }
    }

    /// Goes on to the next item of the innermost section; nil when there is none and the section was left.
    private mutating func advance(_ row: TemplateRow, _ program: Program) throws(TemplateFault) -> Int? {
        let last = frames.count - 1
        switch frames[last].rest {
        case .none: break
        case .list(let items, let next):
            if next < items.count {
                frames[last].item = .value(items[next])
                frames[last].rest = .list(items, next: next + 1)
                try countIteration(program)
                return frames[last].body
            }
        case .pieces(let start, let end, let separator):
            if let piece = FieldPieces.next(in: row.bytes.span, from: start, to: end, separator) {
                frames[last].item = .field(start: piece.start, count: piece.count)
                frames[last].rest = .pieces(start: piece.rest, end: end, separator: separator)
                try countIteration(program)
                return frames[last].body
            }
        }
        frames.removeLast()
        return nil
    }

    private mutating func countIteration(_ program: Program) throws(TemplateFault) {
        iterations &+= 1
        try checkSize(program)
        guard iterations > template.options.limits.iterations else { return }
        throw SourceText(name: template.name, bytes: []).fault(
            .limit,
            at: 0,
            "sections turn more than \(template.options.limits.iterations) times in one text"
        )
    }
}

/// Cuts a field that holds several texts.
enum FieldPieces {
    /// The next text that is not empty, blanks around it dropped; `rest` is where to go on.
    static func next(
        in bytes: Span<UInt8>,
        from: Int,
        to end: Int,
        _ separator: UInt8
    ) -> (start: Int, count: Int, rest: Int)? {
        var position = from
        while position < end {
            var stop = position
            while stop < end, bytes[stop] != separator { stop &+= 1 }
            var (lower, upper) = (position, stop)
            while lower < upper, ASCII.isSpace(bytes[lower]) { lower &+= 1 }
            while lower < upper, ASCII.isSpace(bytes[upper &- 1]) { upper &-= 1 }
            position = stop &+ 1
            if lower < upper { return (lower, upper &- lower, min(position, end)) }
        }
        return nil
    }
}
