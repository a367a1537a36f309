/// Line ends of decoded texts.
enum LineEndings {
    /// The first `limit` bytes with CR LF and bare CR as LF.
    static func normalised(_ text: [UInt8], limit: Int) -> [UInt8] {
        guard text.contains(0x0D) else { return text.count <= limit ? text : Array(text[..<limit]) }
        var out: [UInt8] = []
        out.reserveCapacity(min(text.count, limit))
        var index = 0
        while index < text.count, out.count < limit {
            let end = text[index...].firstIndex(of: 0x0D) ?? text.count
            out.append(contentsOf: text[index..<min(end, index + limit - out.count)])
            guard end < text.count, out.count < limit else { break }
            out.append(ASCII.newline)
            index = end
            // CR CR LF is one line end: gateways that convert twice write it.
            while index + 1 < text.count, text[index + 1] == 0x0D { index += 1 }
            if index + 1 < text.count, text[index + 1] == ASCII.newline { index += 1 }
            index += 1
        }
        return out
    }
}
