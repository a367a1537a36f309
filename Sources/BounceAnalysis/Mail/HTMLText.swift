/// The words of an HTML body, for reports that come without plain text.
package enum HTMLText {
    /// Text without tags; block tags become newlines, the common entities their characters.
    package static func strip(_ html: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(html.count / 2)
        var index = 0
        while index < html.count {
            let byte = html[index]
            if byte == ASCII.less, index + 1 < html.count, isTagStart(html[index + 1]) {
                index = skipTag(html, index, &out)
            } else if byte == 0x26, let (replacement, end) = entity(html, index) {
                out.append(replacement)
                index = end
            } else {
                out.append(byte == ASCII.newline ? ASCII.space : byte)
                index += 1
            }
        }
        return out
    }

    /// An address in angle brackets that was not escaped is text, not a tag: tags begin with a letter and no tag has "@".
    private static func isTagStart(_ byte: UInt8) -> Bool {
        ASCII.isAlphanumeric(byte) || byte == 0x2F || byte == 0x21 || byte == 0x3F
    }

    private static func skipTag(_ html: [UInt8], _ start: Int, _ out: inout [UInt8]) -> Int {
        if ASCII.matches(html, at: start, "<style", limit: html.count) {
            return past(html, start, "</style>")
        }
        if ASCII.matches(html, at: start, "<script", limit: html.count) {
            return past(html, start, "</script>")
        }
        if ASCII.matches(html, at: start, "<!--", limit: html.count) { return past(html, start, "-->") }
        var end = start
        while end < html.count, html[end] != ASCII.greater { end += 1 }
        var nameEnd = start + 1
        if nameEnd < html.count, html[nameEnd] == 0x2F { nameEnd += 1 }
        let nameStart = nameEnd
        while nameEnd < end, ASCII.isAlphanumeric(html[nameEnd]) { nameEnd += 1 }
        if nameEnd < end, html[nameEnd] == ASCII.at || html[nameEnd] == ASCII.dot {
            out.append(contentsOf: html[start..<min(end + 1, html.count)])
            return end + 1
        }
        switch ASCII.lowercased(html, nameStart..<nameEnd) {
        case "br", "p", "div", "tr", "li", "table", "h1", "h2", "h3", "h4", "pre", "ul", "hr": out.append(ASCII.newline)
        case "td", "th": out.append(ASCII.space)
        default: break
        }
        return end + 1
    }

    private static func past(_ html: [UInt8], _ start: Int, _ word: StaticString) -> Int {
        ASCII.find(html, in: start..<html.count, word).map { $0 + word.utf8CodeUnitCount } ?? html.count
    }

    private static func entity(_ html: [UInt8], _ start: Int) -> (UInt8, Int)? {
        var end = start + 1
        while end < html.count, end - start < 8, html[end] != ASCII.semicolon { end += 1 }
        guard end < html.count, html[end] == ASCII.semicolon else { return nil }
        switch ASCII.lowercased(html, start + 1..<end) {
        case "lt": return (ASCII.less, end + 1)
        case "gt": return (ASCII.greater, end + 1)
        case "amp": return (0x26, end + 1)
        case "quot": return (ASCII.quote, end + 1)
        case "nbsp", "#160": return (ASCII.space, end + 1)
        case "#39", "apos": return (0x27, end + 1)
        case "#64", "commat": return (ASCII.at, end + 1)
        default: return nil
        }
    }
}
