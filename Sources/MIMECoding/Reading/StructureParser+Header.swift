extension StructureParser {
    /// Reads a header block and returns where the body begins.
    ///
    /// ```
    /// fields = *(field-name *WSP ":" unstructured CRLF)      ; RFC 5322 §2.2, blanks before the colon by §4.5
    /// ```
    /// The block ends with an empty line, at the delimiter line of an open multipart, or at a line that is no field.
    mutating func readHeader(of part: Int, from start: Int, to end: Int) -> Int {
        var block = HeaderBlockReader(part: part, start: start, end: end)
        return block.read(&self, isGroup: false)
    }

    /// Reads one group of a report's fields; returns where the next may begin.
    ///
    /// Lines that are no fields do not end a group: only an empty line does.
    mutating func readGroup(_ part: Int, from start: Int, to end: Int) -> Int {
        var block = HeaderBlockReader(part: part, start: start, end: end)
        let next = block.read(&self, isGroup: true)
        let contentEnd = parts[part].header.upperBound
        parts[part].body = contentEnd..<contentEnd
        return next
    }
}

/// Reads one header block, line by line.
private struct HeaderBlockReader {
    let part: Int
    let start: Int
    let end: Int
    private var position: Int
    private var firstField = 0
    /// The field whose lines are being collected.
    private var name: Range<Int>?
    private var value = 0..<0
    private var isFull = false

    init(part: Int, start: Int, end: Int) {
        self.part = part
        self.start = start
        self.end = end
        position = start
    }

    mutating func read(_ parser: inout StructureParser, isGroup: Bool) -> Int {
        firstField = parser.fields.count
        skipEnvelopeLine(parser)
        while position < end {
            let line = parser.lineEnds.line(in: parser.bytes.span, from: position, end: end)
            let content = position..<line.contentEnd
            if content.isEmpty { return finish(&parser, headerEnd: position, body: line.next) }
            if startsDelimiter(parser, content), parser.delimiter(content) != nil {
                return finish(&parser, headerEnd: position, body: position)
            }
            if !take(content, next: line.next, &parser, isGroup: isGroup) {
                return finish(&parser, headerEnd: position, body: position)
            }
            position = line.next
        }
        return finish(&parser, headerEnd: end, body: end)
    }

    /// Quirk: the `From ` line of an mbox file, quoted or not, before the first field.
    private mutating func skipEnvelopeLine(_ parser: StructureParser) {
        let mark: [UInt8] = Array("From ".utf8)
        let first = position < end && parser.bytes[position] == 0x3E ? position + 1 : position
        guard first + mark.count <= end, parser.bytes[first..<(first + mark.count)].elementsEqual(mark) else { return }
        position = parser.lineEnds.line(in: parser.bytes.span, from: position, end: end).next
    }

    private func startsDelimiter(_ parser: StructureParser, _ line: Range<Int>) -> Bool {
        line.count > 2 && parser.bytes[line.lowerBound] == ASCII.hyphen
            && parser.bytes[line.lowerBound + 1] == ASCII.hyphen
    }

    /// Takes one line; false when it belongs to the body already.
    private mutating func take(_ line: Range<Int>, next: Int, _ parser: inout StructureParser, isGroup: Bool) -> Bool {
        if ASCII.isBlank(parser.bytes[line.lowerBound]) {
            guard name == nil else {
                value = value.lowerBound..<line.upperBound
                return true
            }
            guard isFull || isGroup || fieldFollows(parser, at: next) else {
                parser.note(.missingEmptyLine, part: part, at: line.lowerBound)
                return false
            }
            if !isFull { parser.note(.leadingContinuation, part: part, at: line.lowerBound) }
            return true
        }
        if let colon = Self.colon(parser.bytes, line) {
            keep(&parser)
            begin(colon, line, &parser)
            return true
        }
        guard isFull || isGroup || (name != nil && fieldFollows(parser, at: next)) else {
            parser.note(.missingEmptyLine, part: part, at: line.lowerBound)
            return false
        }
        if !isFull { parser.note(.strayHeaderLine, part: part, at: line.lowerBound) }
        if name != nil { value = value.lowerBound..<line.upperBound }
        return true
    }

    private mutating func begin(
        _ colon: (nameEnd: Int, after: Int),
        _ line: Range<Int>,
        _ parser: inout StructureParser
    ) {
        if line.upperBound - start > parser.limits.headerBytes {
            if !isFull { parser.note(.headerTooLong, part: part, at: line.lowerBound) }
            isFull = true
        } else if parser.fields.count - firstField >= parser.limits.headerFields
            || parser.fields.count >= parser.limits.totalFields
        {
            if !isFull { parser.note(.tooManyFields, part: part, at: line.lowerBound) }
            isFull = true
        }
        name = isFull ? nil : line.lowerBound..<colon.nameEnd
        value = colon.after..<line.upperBound
    }

    /// Where a field's name ends and its value begins; nil when the line is no field.
    private static func colon(_ bytes: [UInt8], _ line: Range<Int>) -> (nameEnd: Int, after: Int)? {
        var index = line.lowerBound
        while index < line.upperBound, FieldName.isNameByte(bytes[index]) { index += 1 }
        let nameEnd = index
        while index < line.upperBound, ASCII.isBlank(bytes[index]) { index += 1 }
        guard nameEnd > line.lowerBound, index < line.upperBound, bytes[index] == ASCII.colon else { return nil }
        return (nameEnd, index + 1)
    }

    /// Whether the line at `place` is a field beyond doubt: a plain word, a colon, and a blank or nothing after it.
    private func fieldFollows(_ parser: StructureParser, at place: Int) -> Bool {
        guard place < end else { return false }
        let line = parser.lineEnds.line(in: parser.bytes.span, from: place, end: end)
        guard let colon = Self.colon(parser.bytes, place..<line.contentEnd), colon.after == colon.nameEnd + 1 else {
            return false
        }
        let isWord = parser.bytes[place..<colon.nameEnd].allSatisfy {
            ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == ASCII.hyphen
        }
        return isWord && (colon.after == line.contentEnd || ASCII.isBlank(parser.bytes[colon.after]))
    }

    private mutating func keep(_ parser: inout StructureParser) {
        if let name { parser.fields.append(HeaderField(name: name, value: value)) }
        name = nil
    }

    private mutating func finish(_ parser: inout StructureParser, headerEnd: Int, body: Int) -> Int {
        keep(&parser)
        parser.parts[part].fields = firstField..<parser.fields.count
        parser.parts[part].header = start..<headerEnd
        return body
    }
}
