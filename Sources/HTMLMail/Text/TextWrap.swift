/// Breaks the long lines of a text between words.
package enum TextWrap {
    /// A text whose lines take at most so many columns where a space, or a place between ideographs, lets them end.
    ///
    /// Lines that are short enough stay as they are, byte by byte; of a longer one the indentation and the mark of a
    /// quotation (`> `) begin its further lines too. A word that is longer stays whole: most are links.
    package static func wrapped(_ text: [UInt8], columns: Int) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count + text.count / 32)
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: ASCII.lineFeed) ?? text.count
            append(text[start..<end], columns: columns, to: &result)
            if end < text.count { result.append(ASCII.lineFeed) }
            start = end + 1
        }
        return result
    }

    private static func append(_ line: ArraySlice<UInt8>, columns: Int, to result: inout [UInt8]) {
        let hasReturn = line.last == ASCII.carriageReturn
        let content = hasReturn ? line.dropLast() : line
        guard content.count > columns, DisplayWidth.width(of: Array(content)) > columns else {
            result += line
            return
        }
        let head = content.prefix { $0 == ASCII.space || $0 == ASCII.tab || $0 == ASCII.greater }
        var paragraph = Paragraph()
        paragraph.append(Array(content.dropFirst(head.count)))
        for (index, words) in paragraph.finish(width: max(1, columns - head.count)).enumerated() {
            if index > 0 { result += hasReturn ? [ASCII.carriageReturn, ASCII.lineFeed] : [ASCII.lineFeed] }
            result += head
            result += words.bytes
        }
        if hasReturn { result.append(ASCII.carriageReturn) }
    }
}
