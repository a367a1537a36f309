/// What may stand before the table: lines to be skipped, and a line that names the delimiter.
enum CSVPreamble {
    /// Where the line behind the next line end begins; nil when there is no line end, or only half of one.
    static func lineEnd(in text: [UInt8], from start: Int) -> Int? {
        guard let end = text[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
        return text[end] == 0x0D && end + 1 < text.count && text[end + 1] == 0x0A ? end + 2 : end + 1
    }

    /// The delimiter that a first line `sep=;` names, as Excel writes and reads it, and where the line behind it begins.
    static func separatorLine(in text: [UInt8], from start: Int) -> (delimiter: String, end: Int)? {
        guard text[start...].starts(with: "sep=".utf8), let end = lineEnd(in: text, from: start) else { return nil }
        let content = text[(start + 4)..<end].prefix { $0 != 0x0A && $0 != 0x0D }
        let name = String(decoding: content, as: UTF8.self)
        guard name.unicodeScalars.count == 1, content.first != UInt8(ascii: "\"") else { return nil }
        return (name, end)
    }
}
