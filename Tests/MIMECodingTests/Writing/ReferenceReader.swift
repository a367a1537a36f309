/// A second reading of what the writer makes: slow, strict, and written apart from it.
enum ReferenceReader {
    /// One part of a message: its header fields in order, and its bytes or its children.
    struct Part {
        var fields: [(name: String, value: [UInt8])]
        var body: [UInt8]
        var children: [Part] = []

        func values(_ name: String) -> [String] {
            fields.filter { $0.name.lowercased() == name.lowercased() }.map { ReferenceReader.string($0.value) }
        }

        func value(_ name: String) -> String { values(name).first ?? "" }

        /// The content with its transfer encoding undone.
        var content: [UInt8] {
            switch value("Content-Transfer-Encoding") {
            case "base64": ReferenceReader.base64(body) ?? []
            case "quoted-printable": ReferenceReader.quotedPrintable(body) ?? []
            default: body
            }
        }

        var text: String { ReferenceReader.string(content) }

        /// Media types in the order of the parts, with brackets around what a multipart holds.
        var outline: String {
            let type = value("Content-Type").split(separator: ";").first.map(String.init) ?? ""
            return children.isEmpty ? type : type + "(" + children.map(\.outline).joined(separator: " ") + ")"
        }
    }

    static func string(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }

    /// Reads a message; nothing if its form is broken.
    static func message(_ bytes: [UInt8]) -> Part? {
        guard let split = find([13, 10, 13, 10], in: bytes, from: 0) else { return nil }
        guard let fields = fields(Array(bytes[..<(split + 2)])) else { return nil }
        var part = Part(fields: fields, body: Array(bytes[(split + 4)...]))
        let type = part.value("Content-Type")
        guard type.hasPrefix("multipart/") else { return part }
        guard let open = type.firstRange(of: "boundary=\"") else { return nil }
        let boundary = [UInt8](type[open.upperBound...].prefix { $0 != "\"" }.utf8)
        guard let pieces = pieces(part.body, boundary) else { return nil }
        for piece in pieces {
            guard let child = message(piece) else { return nil }
            part.children.append(child)
        }
        return part
    }

    /// Unfolds and parts header fields.
    static func fields(_ header: [UInt8]) -> [(name: String, value: [UInt8])]? {
        var result: [(name: String, value: [UInt8])] = []
        for line in lines(header) {
            if line.first == 0x20 || line.first == 9 {
                guard !result.isEmpty else { return nil }
                result[result.count - 1].value += line
            } else {
                guard let colon = line.firstIndex(of: 0x3A), colon > 0 else { return nil }
                let name = line[..<colon]
                guard name.allSatisfy({ (33...126).contains($0) }) else { return nil }
                result.append((string(name), Array(line[(colon + 1)...])))
            }
        }
        // The one space behind the colon, or the one a fold there left.
        return result.map { ($0.name, $0.value.first == 0x20 ? Array($0.value.dropFirst()) : $0.value) }
    }

    /// The lines of a text that must end in CRLF.
    static func lines(_ text: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var start = 0
        while let end = find([13, 10], in: text, from: start) {
            lines.append(Array(text[start..<end]))
            start = end + 2
        }
        if start < text.count { lines.append(Array(text[start...])) }
        return lines
    }

    /// Cuts a multipart body at its delimiter lines.
    private static func pieces(_ body: [UInt8], _ boundary: [UInt8]) -> [[UInt8]]? {
        var pieces: [[UInt8]] = []
        var current: [UInt8]?
        for line in lines(body) {
            let closing = line == [0x2D, 0x2D] + boundary + [0x2D, 0x2D]
            guard closing || line == [0x2D, 0x2D] + boundary else {
                if current != nil { current?.append(contentsOf: line + [13, 10]) }
                continue
            }
            if let piece = current { pieces.append(Array(piece.dropLast(2))) }
            current = closing ? nil : []
            if closing { return pieces }
        }
        return nil
    }

    static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= needle.count, start <= bytes.count - needle.count else { return nil }
        return (start...(bytes.count - needle.count)).first {
            bytes[$0] == needle[0] && Array(bytes[$0..<($0 + needle.count)]) == needle
        }
    }

    /// Undoes base64; nothing if a character or the length is wrong.
    static func base64(_ text: [UInt8]) -> [UInt8]? {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var bits = 0
        var held = 0
        var padding = 0
        var result: [UInt8] = []
        let characters = text.filter { $0 != 13 && $0 != 10 }
        guard characters.count % 4 == 0 else { return nil }
        for character in characters {
            if character == 0x3D {
                padding += 1
                continue
            }
            guard padding == 0, let value = alphabet.firstIndex(of: character) else { return nil }
            bits = bits << 6 | value
            held += 6
            if held >= 8 {
                held -= 8
                result.append(UInt8(bits >> held & 255))
            }
        }
        guard padding <= 2, bits & ((1 << held) - 1) == 0 else { return nil }
        return result
    }

    /// Undoes quoted-printable; nothing if it breaks a rule of RFC 2045 §6.7.
    static func quotedPrintable(_ text: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        let lines = lines(text)
        let endsInLineEnd = text.suffix(2) == [13, 10]
        for (index, line) in lines.enumerated() {
            guard line.count <= 76, line.last != 0x20, line.last != 9 else { return nil }
            var place = 0
            var isSoft = false
            while place < line.count {
                if line[place] == 0x3D {
                    if place + 1 == line.count {
                        isSoft = true
                        break
                    }
                    guard place + 2 < line.count, let byte = hex(line[place + 1], line[place + 2]) else { return nil }
                    result.append(byte)
                    place += 3
                } else {
                    guard (32...126).contains(line[place]) || line[place] == 9 else { return nil }
                    result.append(line[place])
                    place += 1
                }
            }
            if !isSoft && (index + 1 < lines.count || endsInLineEnd) { result += [13, 10] }
        }
        return result
    }

    /// A byte from two upper-case digits.
    static func hex(_ high: UInt8, _ low: UInt8) -> UInt8? {
        let digits = Array("0123456789ABCDEF".utf8)
        guard let first = digits.firstIndex(of: high), let second = digits.firstIndex(of: low) else { return nil }
        return UInt8(first << 4 | second)
    }
}
