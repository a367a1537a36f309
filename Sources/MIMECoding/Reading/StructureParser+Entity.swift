extension StructureParser {
    /// Begins an entity at `start`, and the message inside it where it is one; returns where its body begins.
    mutating func begin(at start: Int, end: Int, parent: Int?) -> Int {
        var start = start
        var parent = parent
        while let part = addPart(parent: parent, at: start) {
            let body = readHeader(of: part, from: start, to: end)
            parts[part].body = body..<body
            readType(of: part)
            let level = opened(part, body: body, end: end)
            push(level)
            guard parts[part].structure == .message, parts[part].isReadInPlace else { return body }
            parent = part
            start = body
        }
        return end
    }

    /// Reads the fields that say what the body is.
    private mutating func readType(of part: Int) {
        var type: ContentType?
        var encoding: TransferEncoding?
        for index in parts[part].fields {
            let field = fields[index]
            // Both names begin with `Content-T`; most fields are told apart by length alone.
            if type == nil, FieldName.contentType.matches(bytes, field.name) {
                type = ContentType(fieldValue: bytes[field.value], limits: limits)
            } else if encoding == nil, FieldName.contentTransferEncoding.matches(bytes, field.name) {
                encoding = TransferEncoding(fieldValue: bytes[field.value])
            }
        }
        let isInDigest = parts[part].parent.map { parts[$0].contentType.matches("multipart", "digest") } ?? false
        parts[part].contentType = type ?? (isInDigest ? .messageRFC822 : .textPlain)
        parts[part].transferEncoding = encoding ?? .identity
        if encoding == .unknown { note(.unknownTransferEncoding, part: part, at: parts[part].header.lowerBound) }
    }

    /// Decides what a part's body is opened as.
    private mutating func opened(_ part: Int, body: Int, end: Int) -> Level {
        let type = parts[part].contentType
        let isComposite = type.type == "multipart" || type.type == "message"
        guard isComposite else { return Level(part: part, boundary: [], progress: .none) }
        guard parts[part].depth < limits.nesting else {
            note(.nestingTooDeep, part: part, at: body)
            parts[part].structure = .closed
            return Level(part: part, boundary: [], progress: .none)
        }
        if type.type == "message" {
            parts[part].structure = type.holdsFieldGroups && parts[part].isReadInPlace ? .fieldGroups : .message
            return Level(part: part, boundary: [], progress: .none)
        }
        if parts[part].transferEncoding != .identity { note(.encodedMultipart, part: part, at: body) }
        let boundary = usableBoundary(of: part) ?? guessedBoundary(of: part, from: body, to: end)
        guard let boundary else {
            note(.missingBoundary, part: part, at: body)
            return Level(part: part, boundary: [], progress: .none)
        }
        parts[part].structure = .multipart
        return Level(part: part, boundary: boundary, progress: .preamble)
    }

    /// The boundary parameter without blanks at its end, which delimiter lines cannot show (RFC 2046 §5.1.1).
    private func usableBoundary(of part: Int) -> [UInt8]? {
        guard var value = parts[part].contentType.parameters.rawValue("boundary") else { return nil }
        while let last = value.last, ASCII.isBlank(last) { value.removeLast() }
        return value.isEmpty || value.count > limits.boundaryBytes ? nil : value
    }

    /// The boundary that a multipart without the parameter obviously has: its first lines show a delimiter line with a
    /// `Content-` field, or nothing, after it.
    private mutating func guessedBoundary(of part: Int, from start: Int, to end: Int) -> [UInt8]? {
        // The preamble of such mail is a line or two.
        let stop = min(end, start + 4_096)
        guard let place = ByteSearch.firstDelimiterCandidate(in: bytes.span, start..<stop) else { return nil }
        let line = lineEnds.line(in: bytes.span, from: place, end: end)
        let text = ASCII.trimmed(bytes, (place + 2)..<line.contentEnd)
        guard !text.isEmpty, text.count <= 200, line.next < end, delimiter(place..<line.contentEnd) == nil else {
            return nil
        }
        let next = lineEnds.line(in: bytes.span, from: line.next, end: end)
        let content: [UInt8] = Array("content-".utf8)
        let beginsPart =
            next.contentEnd == line.next
            || bytes[line.next..<next.contentEnd].prefix(content.count).map(ASCII.lowercased) == content
        guard beginsPart else { return nil }
        note(.boundaryGuessed, part: part, at: place)
        return Array(bytes[text])
    }

    /// Reads the body of a report as groups of fields with empty lines between them (RFC 3464 §2.1).
    mutating func readGroups(of part: Int, in range: Range<Int>? = nil) {
        let range = range ?? parts[part].body
        var cursor = range.lowerBound
        while cursor < range.upperBound {
            let line = lineEnds.line(in: bytes.span, from: cursor, end: range.upperBound)
            if line.contentEnd == cursor {
                cursor = line.next
                continue
            }
            guard let group = addPart(parent: part, at: cursor) else { return }
            cursor = readGroup(group, from: cursor, to: range.upperBound)
        }
    }
}

extension MIMEPart {
    /// Whether an embedded message can be read where it stands.
    var isReadInPlace: Bool { transferEncoding == .identity || transferEncoding == .unknown }
}

extension ContentType {
    /// Whether the body is groups of fields: delivery and tracking reports (RFC 3464, RFC 6533, RFC 3886).
    var holdsFieldGroups: Bool {
        guard type == "message" else { return false }
        return subtype == "delivery-status" || subtype == "global-delivery-status" || subtype == "tracking-status"
    }
}
