/// The parts of a Content-Type field that decide how a report is read (RFC 2045 §5.1).
package struct ContentType: Sendable, Equatable {
    /// "type/subtype" in lower case.
    package var mediaType = "text/plain"
    /// Boundary of a multipart.
    package var boundary: [UInt8] = []
    /// Character set in lower case, empty when not given.
    package var charset = ""
    /// `report-type` in lower case (RFC 6522).
    package var reportType = ""

    package init() {}

    /// Reads the value of the field leniently: unknown parameters and comments are skipped.
    package init(_ text: borrowing [UInt8], _ range: Range<Int>) {
        let value = ASCII.trim(text, range)
        var index = value.lowerBound
        while index < value.upperBound, text[index] != ASCII.semicolon, !ASCII.isSpace(text[index]) { index += 1 }
        let type = ASCII.lowercased(text, value.lowerBound..<index)
        if type.utf8.contains(0x2F) { mediaType = type }
        while index < value.upperBound {
            // Quirk: parameters parted by white space alone (RFC 2045 §5.1 wants a semicolon).
            while index < value.upperBound, text[index] == ASCII.semicolon || ASCII.isSpace(text[index]) { index += 1 }
            let nameStart = index
            while index < value.upperBound, text[index] != ASCII.equals, text[index] != ASCII.semicolon { index += 1 }
            guard index < value.upperBound, text[index] == ASCII.equals else { continue }
            let name = ASCII.lowercased(text, ASCII.trim(text, nameStart..<index))
            let parameter = Self.parameter(text, &index, value.upperBound)
            switch name {
            case "boundary": if boundary.isEmpty { boundary = parameter }
            case "charset": charset = String(decoding: parameter.map(ASCII.lower), as: UTF8.self)
            case "report-type": reportType = String(decoding: parameter.map(ASCII.lower), as: UTF8.self)
            default: break
            }
        }
    }

    private static func parameter(_ text: borrowing [UInt8], _ index: inout Int, _ end: Int) -> [UInt8] {
        var out: [UInt8] = []
        index += 1
        while index < end, ASCII.isSpace(text[index]) { index += 1 }
        guard index < end, text[index] == ASCII.quote else {
            while index < end, text[index] != ASCII.semicolon, !ASCII.isSpace(text[index]) {
                out.append(text[index])
                index += 1
            }
            return out
        }
        index += 1
        while index < end, text[index] != ASCII.quote {
            if text[index] == 0x5C, index + 1 < end { index += 1 }
            if text[index] != ASCII.newline { out.append(text[index]) }
            index += 1
        }
        index += 1
        return out
    }
}
