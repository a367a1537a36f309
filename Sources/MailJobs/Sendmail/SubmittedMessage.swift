internal import MIMECoding

/// A message as a program writes it: lines end anyhow, a blank line ends the header.
struct SubmittedMessage {
    /// One header field as it was written.
    struct Field {
        /// Its name.
        var name: String
        /// Name, colon and value; its lines without their ends.
        var lines: [ArraySlice<UInt8>]

        /// What follows the colon, its lines joined as they were folded.
        var value: [UInt8] {
            let whole = Array(lines.joined())
            guard let colon = whole.firstIndex(of: UInt8(ascii: ":")) else { return [] }
            return Self.trimmed(whole[(colon + 1)...])
        }

        /// The field's bytes as they were written, CRLF line ends.
        var bytes: [UInt8] { lines.flatMap { $0 + [0x0D, 0x0A] } }

        func isNamed(_ other: String) -> Bool { name.lowercased() == other }

        private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
            let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
            guard let first = bytes.firstIndex(where: { !isBlank($0) }),
                let last = bytes.lastIndex(where: { !isBlank($0) })
            else { return [] }
            return Array(bytes[first...last])
        }
    }

    /// The header.
    private(set) var fields: [Field] = []
    /// The body's lines without their ends.
    private(set) var body: [ArraySlice<UInt8>] = []

    /// Reads a message.
    ///
    /// - Parameters:
    ///   - bytes: the message; NUL bytes, which no mail may hold, are left out.
    ///   - ignoresDots: whether a line of a single dot is text, and does not end the message.
    init(_ bytes: [UInt8], ignoresDots: Bool) {
        var lines = Self.lines(of: bytes.contains(0) ? bytes.filter { $0 != 0 } : bytes)
        if !ignoresDots, let end = lines.firstIndex(where: { $0.elementsEqual([UInt8(ascii: ".")]) }) {
            lines.removeSubrange(end...)
        }
        var rest = lines[...]
        // The line that mailbox files have before each message.
        if let first = rest.first, first.starts(with: "From ".utf8) || first.starts(with: ">From ".utf8) {
            rest = rest.dropFirst()
        }
        while let line = rest.first, !line.isEmpty {
            if line.first == 0x20 || line.first == 0x09, !fields.isEmpty {
                // A line of blanks only is no part of a field: some readers take it for the header's end.
                if line.contains(where: { $0 != 0x20 && $0 != 0x09 }) { fields[fields.count - 1].lines.append(line) }
            } else if let name = Self.fieldName(of: line) {
                fields.append(Field(name: name, lines: [line]))
            } else {
                break
            }
            rest = rest.dropFirst()
        }
        if rest.first?.isEmpty == true { rest = rest.dropFirst() }
        body = Array(rest)
    }

    /// The lines of a text that end in LF, CRLF, CR, or CR before CRLF, as some programs write it.
    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        var place = 0
        while place < bytes.count {
            guard bytes[place] == 0x0A || bytes[place] == 0x0D else {
                place += 1
                continue
            }
            lines.append(bytes[start..<place])
            let returns = bytes[place...].prefix { $0 == 0x0D }.count
            let endsInFeed = place + returns < bytes.count && bytes[place + returns] == 0x0A
            place += endsInFeed ? returns + 1 : 1
            start = place
        }
        if start < bytes.count { lines.append(bytes[start...]) }
        return lines
    }

    /// field-name = 1*ftext (RFC 5322 §2.2); nil for a line that begins no field.
    private static func fieldName(of line: ArraySlice<UInt8>) -> String? {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return nil }
        var name = line[..<colon]
        while let last = name.last, last == 0x20 || last == 0x09 { name = name.dropLast() }
        guard !name.isEmpty, name.count <= HeaderName.longest, name.allSatisfy({ (33...126).contains($0) }) else {
            return nil
        }
        return String(decoding: name, as: UTF8.self)
    }
}
