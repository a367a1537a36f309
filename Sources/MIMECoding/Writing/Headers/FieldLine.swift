/// The place within a header field that is being written: how far the current line has come.
struct FieldLine {
    /// Longest line where there is a choice (RFC 5322 §2.1.1).
    static let preferredLimit = 78
    /// Longest line at all (RFC 5322 §2.1.1).
    static let hardLimit = 998

    /// Bytes on the current line.
    var column: Int

    /// Starts a field: writes its name, the colon and a space.
    init(_ name: HeaderName, into buffer: inout MessageBuffer) {
        buffer.append(name.bytes)
        buffer.append(": ")
        column = name.bytes.count + 2
    }

    /// Goes on at a column of a line that somebody else began.
    init(column: Int) {
        self.column = column
    }

    /// Appends bytes that hold no line end.
    @inline(__always)
    mutating func put(_ bytes: Span<UInt8>, into buffer: inout MessageBuffer) {
        buffer.append(bytes)
        column += bytes.count
    }

    /// Appends a text of the program.
    mutating func put(_ text: StaticString, into buffer: inout MessageBuffer) {
        buffer.append(text)
        column += text.utf8CodeUnitCount
    }

    /// Appends a single byte.
    mutating func put(_ byte: UInt8, into buffer: inout MessageBuffer) {
        buffer.append(byte)
        column += 1
    }

    /// Starts a new line with a space; the space before the fold, if one was just written, is taken back.
    mutating func fold(into buffer: inout MessageBuffer) {
        buffer.dropLast(0x20)
        buffer.append("\r\n ")
        column = 1
    }

    /// Writes a space, or a fold if so many bytes would no longer fit behind it.
    mutating func separate(from next: Int, limit: Int = preferredLimit, into buffer: inout MessageBuffer) {
        if column + 1 + next > limit {
            fold(into: &buffer)
        } else {
            put(0x20, into: &buffer)
        }
    }

    /// Ends the field.
    func end(into buffer: inout MessageBuffer) {
        buffer.append("\r\n")
    }
}
