/// Writes a file name as a parameter (RFC 2183 §2.3, RFC 2231).
enum ParameterWriter {
    /// Longest quoted value; longer ones are continued over several lines.
    private static let longestQuoted = 60
    /// Longest file name that is taken: what file systems take.
    static let longestName = 255

    /// Checks a file name.
    ///
    /// - Throws: `HeaderFault` as `HeaderText` says, with every control character refused; `.tooLong`.
    static func check(_ name: Span<UInt8>, field: HeaderName) throws(HeaderFault) {
        let found = try HeaderText(name, field: field, controls: .refuse)
        guard !found.hasControls else {
            throw HeaderFault(field: field.description, reason: .control(9))
        }
        guard name.count <= longestName else {
            throw HeaderFault(field: field.description, reason: .tooLong(limit: longestName))
        }
    }

    /// Writes `;` and `filename` for Content-Disposition, each part on a line of its own.
    static func writeFilename(_ name: Span<UInt8>, into buffer: inout MessageBuffer) {
        if isSimple(name) {
            buffer.append(";\r\n filename=")
            writeQuoted(name, into: &buffer)
        } else {
            writeExtended(name, into: &buffer)
        }
    }

    /// Writes `;` and `name` for Content-Type, which readers without RFC 2231 look at.
    ///
    /// Quirk: RFC 2047 §5 (3) forbids encoded words in quoted strings, but the programs that need this parameter read
    /// nothing else, and all others prefer Content-Disposition (RFC 2183 §2.3).
    static func writeName(_ name: Span<UInt8>, into buffer: inout MessageBuffer) {
        if isSimple(name) {
            buffer.append(";\r\n name=")
            writeQuoted(name, into: &buffer)
            return
        }
        buffer.append(";\r\n name=\"")
        var line = FieldLine(column: 7)
        EncodedWordEncoder.write(name, as: .phrase, on: &line, into: &buffer)
        buffer.append("\"")
    }

    private static func isSimple(_ name: Span<UInt8>) -> Bool {
        guard name.count <= longestQuoted else { return false }
        for index in name.indices {
            let byte = name[index]
            if byte >= 0x80 { return false }
            if byte == 0x3D && index + 1 < name.count && name[index + 1] == 0x3F { return false }
            // Readers disagree on escapes and on spaces at the ends within a quoted string.
            if byte == 0x22 || byte == 0x5C { return false }
        }
        return name.isEmpty || (name[0] != 0x20 && name[name.count - 1] != 0x20)
    }

    private static func writeQuoted(_ name: Span<UInt8>, into buffer: inout MessageBuffer) {
        buffer.append(0x22)
        buffer.append(name)
        buffer.append(0x22)
    }

    /// Writes `filename*=utf-8''…`, or `filename*0*=` and so on when it needs several lines (RFC 2231 §4.1).
    private static func writeExtended(_ name: Span<UInt8>, into buffer: inout MessageBuffer) {
        // " filename*=utf-8''" and " filename*00*=utf-8''" and a semicolon behind, below 78.
        let single = FieldLine.preferredLimit - 19
        let continued = FieldLine.preferredLimit - 23
        var section = 0
        var start = 0
        let isSingle = width(name) <= single
        while start < name.count {
            let end = isSingle ? name.count : chunkEnd(name, from: start, room: continued)
            buffer.append(";\r\n filename*")
            if !isSingle {
                for digit in String(section).utf8 { buffer.append(digit) }
                buffer.append("*")
            }
            buffer.append(section == 0 ? "=utf-8''" : "=")
            for index in start..<end { writePercent(name[index], into: &buffer) }
            section += 1
            start = end
        }
    }

    private static func width(_ name: Span<UInt8>) -> Int {
        var width = 0
        for index in name.indices { width += ASCIISet.attribute.contains(name[index]) ? 1 : 3 }
        return width
    }

    /// Where a section must end so that it fits and no character is cut.
    private static func chunkEnd(_ name: Span<UInt8>, from start: Int, room: Int) -> Int {
        var end = start
        var used = 0
        while end < name.count {
            let length = UTF8Sequence.length(first: name[end])
            let width = length > 1 ? 3 * length : (ASCIISet.attribute.contains(name[end]) ? 1 : 3)
            guard used + width <= room else { return end }
            used += width
            end += length
        }
        return end
    }

    private static func writePercent(_ byte: UInt8, into buffer: inout MessageBuffer) {
        if ASCIISet.attribute.contains(byte) {
            buffer.append(byte)
        } else {
            buffer.append(0x25)
            buffer.append(HexDigit.upper(byte >> 4))
            buffer.append(HexDigit.upper(byte & 15))
        }
    }
}
