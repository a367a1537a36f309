/// Finding values, judging them and printing them.
extension TemplateRenderer {
    /// Looks an operand up: in the frames from the innermost outwards, then in the data.
    func resolve(_ operand: Operand, _ data: TemplateRow) -> Resolved {
        let parts = operand.name.parts
        guard let first = parts.first else { return innermost(data) }
        if operand.mayBeShadowed {
            for frame in frames.reversed() {
                if case .value(.object(let object)) = frame.item, let value = object.value(of: first) {
                    return Self.descend(value, parts.dropFirst())
                }
            }
            if case .object(let object)? = data.whole, let value = object.value(of: first) {
                return Self.descend(value, parts.dropFirst())
            }
        }
        if operand.column >= 0 { return column(operand, data) }
        if let helper = operand.helper { return .value(.lambda(helper)) }
        return .missing
    }

    private func innermost(_ data: TemplateRow) -> Resolved {
        switch frames.last?.item {
        case .value(let value)?: .value(value)
        case .field(let start, let count)?: .field(start: start, count: count, .text)
        case nil: data.whole.map { .value($0) } ?? .missing
        }
    }

    private func column(_ operand: Operand, _ row: TemplateRow) -> Resolved {
        let rest = operand.name.parts.dropFirst(operand.columnParts)
        if operand.column < row.values.count, let value = row.values[operand.column] {
            return Self.descend(value, rest)
        }
        guard rest.isEmpty else { return .value(.null) }
        let kind = operand.kind
        guard operand.column < row.fields.count else { return .field(start: 0, count: 0, kind) }
        let field = row.fields[operand.column]
        return .field(start: field.start, count: field.count, kind)
    }

    private static func descend(_ value: TemplateValue, _ parts: ArraySlice<[UInt8]>) -> Resolved {
        var value = value
        for part in parts {
            guard case .object(let object) = value, let next = object.value(of: part) else { return .missing }
            value = next
        }
        return .value(value)
    }

    /// Whether a section's operand counts as true.
    func isTrue(_ operand: Operand, _ data: TemplateRow) throws(TemplateFault) -> Bool {
        switch resolve(operand, data) {
        case .missing:
            if template.options.missing == .fault { throw unknown(operand, data) }
            return false
        case .value(let value): return value.isTrue
        case .field(let start, let count, let kind):
            let text = data.bytes.span.extracting(start..<start + count)
            switch kind {
            case .text, .json: return count > 0
            case .bool: return Truth.isTrue(text)
            case .list(let separator): return FieldPieces.next(in: text, from: 0, to: count, separator) != nil
            }
        }
    }

    /// The fault of a name that the data does not have.
    func unknown(_ operand: Operand, _ data: TemplateRow) -> TemplateFault {
        var names: [String] = []
        for frame in frames.reversed() {
            if case .value(.object(let object)) = frame.item { names += Self.names(of: object) }
        }
        if case .object(let object)? = data.whole { names += Self.names(of: object) }
        names += template.schema?.columns.map(\.name) ?? []
        names += template.options.helpers.keys.sorted()
        let name = operand.name.text
        // Of a dotted name the part that is not there is the one to spell anew.
        if operand.name.parts.count > 1, let wrong = wrongPart(of: operand, data) {
            let hint = Suggestion.phrase(for: wrong.part, among: wrong.names)
            return operand.site.fault(.unknownName, "\"\(name)\" is not in the data: no \"\(wrong.part)\"\(hint)")
        }
        return operand.site.fault(
            .unknownName,
            "no value is named \"\(name)\"\(Suggestion.phrase(for: name, among: names))"
        )
    }

    private func wrongPart(of operand: Operand, _ data: TemplateRow) -> (part: String, names: [String])? {
        for count in 1..<operand.name.parts.count {
            var shorter = OperandDraft(
                name: TagName(parts: Array(operand.name.parts.prefix(count))),
                site: operand.site
            )
            shorter.column = operand.columnParts <= count ? operand.column : -1
            shorter.columnParts = operand.columnParts
            guard case .value(let value) = resolve(Operand(shorter), data) else { continue }
            let part = operand.name.parts[count]
            var names: [String] = []
            if case .object(let object) = value {
                if object.contains(part) { continue }
                names = Self.names(of: object)
            }
            return (String(decoding: part, as: UTF8.self), names)
        }
        return nil
    }

    private static func names(of object: TemplateObject) -> [String] {
        object.keys.prefix(1000).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Prints `{{name}}` with its filters.
    mutating func printValue<Sink: RenderSink>(
        _ operand: Operand,
        _ escaping: Escaping,
        _ data: TemplateRow,
        _ sink: inout Sink
    ) throws(TemplateFault) {
        let resolved = resolve(operand, data)
        if !operand.filters.isEmpty {
            let value = try filtered(resolved, operand, data)
            return try printPlain(value, operand, escaping, data, &sink)
        }
        switch resolved {
        case .missing:
            if let fallback = operand.fallback {
                return try write(fallback.span, escaping, operand, &sink)
            }
            if template.options.missing == .fault { throw unknown(operand, data) }
            try checkEmpty(operand, escaping)
        case .field(let start, let count, _):
            if count == 0 { return try printNothing(operand, escaping, &sink) }
            try write(data.bytes.span.extracting(start..<start + count), escaping, operand, &sink)
        case .value(let value):
            if value.printsNothing, operand.fallback != nil || !Self.isList(value) {
                return try printNothing(operand, escaping, &sink)
            }
            try printPlain(value, operand, escaping, data, &sink)
        }
    }

    private static func isList(_ value: TemplateValue) -> Bool {
        if case .list = value { return true }
        return false
    }

    private mutating func printNothing<Sink: RenderSink>(
        _ operand: Operand,
        _ escaping: Escaping,
        _ sink: inout Sink
    ) throws(TemplateFault) {
        guard let fallback = operand.fallback else { return try checkEmpty(operand, escaping) }
        try write(fallback.span, escaping, operand, &sink)
    }

    private mutating func printPlain<Sink: RenderSink>(
        _ value: TemplateValue,
        _ operand: Operand,
        _ escaping: Escaping,
        _ data: TemplateRow,
        _ sink: inout Sink
    ) throws(TemplateFault) {
        switch value {
        case .null: try checkEmpty(operand, escaping)
        case .bool(let flag): try write((flag ? Self.yes : Self.no).span, escaping, operand, &sink)
        case .number(let text), .string(let text):
            if text.isEmpty { try checkEmpty(operand, escaping) }
            try write(text.span, escaping, operand, &sink)
        case .list, .object:
            if template.options.missing == .fault {
                throw operand.site.fault(
                    .type,
                    "\"\(operand.name.text)\" is \(value.kindName); print it with a section, | join or | json"
                )
            }
            var text: [UInt8] = []
            JSONWriter.append(value, to: &text)
            try write(text.span, escaping, operand, &sink)
        case .lambda(let lambda):
            let text = try expand(lambda, operand, data)
            try write(text.span, escaping, operand, &sink)
        }
    }

    private static let yes = Array("true".utf8)
    private static let no = Array("false".utf8)

    /// Runs an operand's filters.
    private func filtered(
        _ resolved: Resolved,
        _ operand: Operand,
        _ data: TemplateRow
    ) throws(TemplateFault) -> TemplateValue {
        var value: TemplateValue?
        switch resolved {
        case .missing: value = nil
        case .value(let found): value = found
        case .field(let start, let count, let kind):
            let text = data.bytes.span.extracting(start..<start + count)
            value = (kind == .text || kind == .json) ? .string(Self.array(text)) : Self.typed(text, kind)
        }
        for filter in operand.filters {
            if value == nil, !filter.acceptsMissing {
                if template.options.missing == .fault { throw unknown(operand, data) }
                value = .null
            }
            do throws(Filter.Failure) {
                value = try filter.apply(to: value ?? .null, locale: locale)
            } catch {
                throw operand.site.fault(.type, "\"\(operand.name.text)\": \(error.message)")
            }
        }
        return value ?? .null
    }

    private static func array(_ text: Span<UInt8>) -> [UInt8] {
        // The pointer is used within the closure only.
        unsafe text.withUnsafeBufferPointer { unsafe Array($0) }
    }

    private static func typed(_ text: Span<UInt8>, _ kind: TemplateSchema.Kind) -> TemplateValue {
        guard case .list(let separator) = kind else { return .bool(Truth.isTrue(text)) }
        var items: [TemplateValue] = []
        var position = 0
        while let piece = FieldPieces.next(in: text, from: position, to: text.count, separator) {
            items.append(.string(array(text.extracting(piece.start..<piece.start + piece.count))))
            position = piece.rest
        }
        return .list(items)
    }
}
