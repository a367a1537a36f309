/// The header fields of a message or part: names folded, values as they stand, folding included.
package struct HeaderBlock: Sendable {
    /// One field.
    package struct Field: Sendable {
        /// Name in lower case.
        package var name: String
        /// Range of the value in the message's bytes.
        package var value: Range<Int>
    }

    /// The fields, in the order of the message.
    package private(set) var fields: [Field] = []
    /// Whether fields were dropped because there were too many.
    package private(set) var isTruncated = false

    /// Reads a header block that starts at `start`.
    ///
    /// - Returns: the block, and the offset of the body.
    package static func read(
        _ text: borrowing [UInt8],
        from start: Int,
        to end: Int,
        limits: AnalysisLimits
    ) -> (block: HeaderBlock, body: Int) {
        var block = HeaderBlock()
        var index = start
        while index < end {
            let line = lineEnd(text, index, end)
            if line == index { return (block, min(line + 1, end)) }
            if ASCII.isSpace(text[index]) {
                // A line of white space only: RFC 5322 §4.1 calls it obsolete folding, many writers mean the end.
                if ASCII.trim(text, index..<line).isEmpty { return (block, min(line + 1, end)) }
                if let last = block.fields.indices.last {
                    block.fields[last].value = block.fields[last].value.lowerBound..<line
                }
            } else if let colon = nameEnd(text, index, line) {
                if block.fields.count < limits.headerFields {
                    let name = ASCII.lowercased(text, ASCII.trim(text, index..<colon))
                    block.fields.append(Field(name: name, value: min(colon + 1, line)..<line))
                } else {
                    block.isTruncated = true
                }
            } else if !isEnvelopeLine(text, index, line) || index != start {
                // Quirk: a line that is no field. A boundary or plain text ends the block (RFC 5322 §2.2).
                return (block, index)
            }
            index = line + 1
        }
        return (block, end)
    }

    /// Range of the first value of a field.
    package subscript(_ name: String) -> Range<Int>? { fields.first { $0.name == name }?.value }

    /// Offset of the line's newline, or `end`.
    package static func lineEnd(_ text: borrowing [UInt8], _ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end, text[index] != ASCII.newline { index += 1 }
        return index
    }

    private static func nameEnd(_ text: borrowing [UInt8], _ start: Int, _ end: Int) -> Int? {
        var index = start
        while index < end, index - start < 78 {
            let byte = text[index]
            if byte == ASCII.colon { return index > start ? index : nil }
            // Quirk: white space before the colon (RFC 5322 §4.5.8); nothing else of the kind is a name.
            if byte <= ASCII.space || byte > 0x7E {
                return ASCII.trim(text, index..<min(index + 3, end)).first.flatMap {
                    text[$0] == ASCII.colon ? $0 : nil
                }
            }
            index += 1
        }
        return nil
    }

    /// Whether the line is the "From " line of an mbox file, also when quoted.
    private static func isEnvelopeLine(_ text: borrowing [UInt8], _ start: Int, _ end: Int) -> Bool {
        ASCII.matches(text, at: start, "from ", limit: end) || ASCII.matches(text, at: start, ">from ", limit: end)
    }
}
