/// Where the fields of a header lie; its memory is used again for the next header.
struct HeaderBlock: Sendable {
    /// One field, as places in the header's bytes.
    struct Field: Sendable, Equatable {
        /// The name without white space before its colon; empty for a line that is no field.
        var name: Range<Int>
        /// What follows the colon, without the last CRLF.
        var value: Range<Int>
        /// Where the field's line begins.
        ///
        /// Quirk: that is before the name when the header begins with white space (RFC 5322 §2.2 knows no such field).
        var start: Int
        /// All of the field, without the last CRLF.
        var range: Range<Int> { start..<value.upperBound }
    }

    /// The fields from the top down.
    private(set) var fields: [Field] = []
    /// Where the body begins, behind the empty line; the count when there is no empty line.
    private(set) var bodyStart = 0
    /// Whether there were more fields than asked for; those behind were not read.
    private(set) var isCut = false

    /// Reads a header up to its empty line; what follows is not looked at.
    ///
    /// Lines end in CRLF. A line that is no field is kept, without a name: nobody can sign it.
    ///
    /// - Parameters:
    ///   - bytes: a message, or its beginning.
    ///   - limit: the most fields to read.
    mutating func read(_ bytes: Span<UInt8>, limit: Int) {
        fields.removeAll(keepingCapacity: true)
        isCut = false
        var start = 0
        while start < bytes.count {
            let end = Self.lineEnd(in: bytes, from: start)
            if end == start, end < bytes.count {
                bodyStart = end + 2
                return
            }
            if ASCIIByte.isBlank(bytes[start]), let last = fields.indices.last {
                fields[last].value = fields[last].value.lowerBound..<end
            } else if fields.count < limit {
                fields.append(Self.field(in: bytes, start..<end))
            } else {
                isCut = true
            }
            start = min(end + 2, bytes.count)
        }
        bodyStart = bytes.count
    }

    /// The index of the CRLF that ends a line, or the count.
    private static func lineEnd(in bytes: Span<UInt8>, from start: Int) -> Int {
        var index = ByteScan.nextReturn(in: bytes, from: start)
        while index < bytes.count, index + 1 == bytes.count || bytes[index + 1] != 10 {
            index = ByteScan.nextReturn(in: bytes, from: index + 1)
        }
        return index
    }

    private static func field(in bytes: Span<UInt8>, _ line: Range<Int>) -> Field {
        var colon = line.lowerBound
        while colon < line.upperBound, bytes[colon] != UInt8(ascii: ":") { colon += 1 }
        let nothing = Field(name: line.lowerBound..<line.lowerBound, value: line, start: line.lowerBound)
        guard colon < line.upperBound else { return nothing }
        var start = line.lowerBound
        while start < colon, ASCIIByte.isBlank(bytes[start]) { start += 1 }
        var end = colon
        while end > start, ASCIIByte.isBlank(bytes[end - 1]) { end -= 1 }
        var index = start
        while index < end, ASCIIByte.isFieldText(bytes[index]) { index += 1 }
        guard index == end else { return nothing }
        return Field(name: start..<end, value: colon + 1..<line.upperBound, start: line.lowerBound)
    }
}
