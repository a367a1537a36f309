/// Copies values to a sink, escaped: runs of bytes that need nothing go over in one piece.
enum Escaper {
    /// Bytes that the class tables mark.
    private enum Mark {
        static let unquoted: UInt8 = 1
        static let link: UInt8 = 2
        static let linkPart: UInt8 = 4
        static let style: UInt8 = 8
        static let header: UInt8 = 16
        static let calendarText: UInt8 = 32
        static let calendarParameter: UInt8 = 64
        static let control: UInt8 = 128
    }

    /// For every byte the escapings under which it cannot stay as it is.
    private static let marks: [UInt8] = (0..<256).map { value in
        let byte = UInt8(value)
        let isWord = ASCII.isLetter(byte) || ASCII.isDigit(byte)
        var mark: UInt8 = 0
        if byte < 0x80, !isWord, !contains("-._/:,;", byte) { mark |= Mark.unquoted }
        if !isWord, !contains("-._~:/?#[]@!$()*+,;=", byte) { mark |= Mark.link }
        if !isWord, !contains("-._~", byte) { mark |= Mark.linkPart }
        if byte < 0x80, !isWord, !contains(" #%.,+-_!", byte) { mark |= Mark.style }
        if byte == 0 || ASCII.isLineEnd(byte) { mark |= Mark.header }
        let isControl = byte < 0x20 && byte != ASCII.tab || byte == 0x7F
        if isControl { mark |= Mark.control | Mark.calendarText | Mark.calendarParameter }
        if contains("\\;,", byte) { mark |= Mark.calendarText }
        if contains("\"^:;,", byte) { mark |= Mark.calendarParameter }
        return mark
    }

    private static func contains(_ set: StaticString, _ byte: UInt8) -> Bool {
        "\(set)".utf8.contains(byte)
    }

    /// Copies a value.
    ///
    /// - Returns: the number of bytes that were given to the sink, or nil when a byte is none that may stand there.
    @inline(__always)
    static func copy<Sink: RenderSink>(_ text: Span<UInt8>, _ escaping: Escaping, to sink: inout Sink) -> Int? {
        switch escaping {
        case .none:
            sink.dynamic(text)
            return text.count
        case .specification: return copyText(text, ASCII.quote, escaping, to: &sink)
        case .html: return copyText(text, ASCII.apostrophe, escaping, to: &sink)
        default: return copyRare(text, escaping, to: &sink)
        }
    }

    @inline(never)
    private static func copyRare<Sink: RenderSink>(
        _ text: Span<UInt8>,
        _ escaping: Escaping,
        to sink: inout Sink
    ) -> Int? {
        switch escaping {
        case .none, .specification, .html, .linkAsIs: copyText(text, ASCII.apostrophe, escaping, to: &sink)
        case .unquoted, .unquotedLinkAsIs: scan(text, Mark.unquoted, escaping, to: &sink)
        case .link, .unquotedLink: scan(text, Mark.link, escaping, to: &sink)
        case .linkPart, .unquotedLinkPart: scan(text, Mark.linkPart, escaping, to: &sink)
        case .style: scan(text, Mark.style, escaping, to: &sink)
        case .header: scan(text, Mark.header, escaping, to: &sink)
        case .calendarText: scan(text, Mark.calendarText, escaping, to: &sink)
        case .calendarValue: scan(text, Mark.control, escaping, to: &sink)
        case .calendarLink: scan(text, Mark.link, escaping, to: &sink)
        case .calendarParameter, .calendarQuoted: scan(text, Mark.calendarParameter, escaping, to: &sink)
        }
    }

    /// Copies text, `& " < >` escaped, and `mark` too (`"` again, or `'`).
    @inline(__always)
    private static func copyText<Sink: RenderSink>(
        _ text: Span<UInt8>,
        _ mark: UInt8,
        _ escaping: Escaping,
        to sink: inout Sink
    ) -> Int {
        var start = 0
        var index = 0
        var written = text.count
        let raw = unsafe text.bytes
        while index < text.count {
            if index &+ 8 <= text.count {
                // Safe: index + 8 ≤ count, checked above.
                let block = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
                let hits = candidates(UInt64(littleEndian: block))
                if hits == 0 {
                    index &+= 8
                    continue
                }
                index &+= hits.trailingZeroBitCount >> 3
            }
            let byte = text[index]
            let isMarked = byte == ASCII.ampersand || byte == ASCII.quote || byte & 0xFD == ASCII.less || byte == mark
            if isMarked {
                if index > start { sink.dynamic(text.extracting(start..<index)) }
                written &+= entity(byte, &sink)
                start = index &+ 1
            }
            index &+= 1
        }
        if start == 0 {
            sink.dynamic(text)
        } else if start < text.count {
            sink.dynamic(text.extracting(start..<text.count))
        }
        return written
    }

    /// The high bit of every byte that may have to be escaped; the lowest one set is right, others may be too many.
    ///
    /// `"`, `&` and `'` (and `#`) are 0x22 with bits 0 and 2 free, `<` and `>` are 0x3C with bit 1 free; a byte is zero where
    /// subtracting one borrows into its high bit.
    @inline(__always)
    private static func candidates(_ block: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = (block & (ones &* 0xFA)) ^ (ones &* 0x22)
        let angles = (block & (ones &* 0xFD)) ^ (ones &* 0x3C)
        return ((quotes &- ones) & ~quotes | (angles &- ones) & ~angles) & (ones &* 0x80)
    }

    @inline(__always)
    private static func scan<Sink: RenderSink>(
        _ text: Span<UInt8>,
        _ mark: UInt8,
        _ escaping: Escaping,
        to sink: inout Sink
    ) -> Int? {
        let table = marks.span
        var start = 0
        var written = text.count
        while true {
            var index = start
            while index < text.count, table[Int(text[index])] & mark == 0 { index &+= 1 }
            if index > start { sink.dynamic(text.extracting(start..<index)) }
            guard index < text.count else { return written }
            guard let added = replace(text, at: index, escaping, &sink) else { return nil }
            written &+= added
            start = index &+ 1
        }
    }

    /// Writes what stands for one byte; returns the bytes it takes beyond one.
    @inline(never)
    private static func replace<Sink: RenderSink>(
        _ text: Span<UInt8>,
        at index: Int,
        _ escaping: Escaping,
        _ sink: inout Sink
    ) -> Int? {
        let byte = text[index]
        switch escaping {
        case .none, .specification, .html, .linkAsIs: return entity(byte, &sink)
        case .unquoted, .unquotedLinkAsIs: return reference(byte, &sink)
        case .link, .linkPart, .unquotedLink, .unquotedLinkPart:
            let isPart = escaping == .linkPart || escaping == .unquotedLinkPart
            if isPart || !standsInLink(text, at: index) { return percent(byte, &sink) }
            let isQuoted = escaping == .link
            if byte == ASCII.percent {
                sink.dynamic(text.extracting(index..<index + 1))
                return 0
            }
            return isQuoted ? entity(byte, &sink) : reference(byte, &sink)
        case .calendarLink:
            guard standsInLink(text, at: index) else { return percent(byte, &sink) }
            sink.dynamic(text.extracting(index..<index + 1))
            return 0
        case .calendarText: return escape(text, at: index, mark: ASCII.backslash, &sink)
        case .calendarQuoted where byte == ASCII.colon || byte == ASCII.semicolon || byte == ASCII.comma:
            sink.dynamic(text.extracting(index..<index + 1))
            return 0
        case .calendarQuoted: return escape(text, at: index, mark: UInt8(ascii: "^"), &sink)
        case .style, .header, .calendarValue, .calendarParameter: return nil
        }
    }

    /// Writes an escape sequence of a calendar: the mark, and the letter that stands for the byte; a line end is `n`.
    private static func escape<Sink: RenderSink>(
        _ text: Span<UInt8>,
        at index: Int,
        mark: UInt8,
        _ sink: inout Sink
    ) -> Int? {
        let byte = text[index]
        // CR LF is one line end.
        if byte == ASCII.carriageReturn, index + 1 < text.count, text[index + 1] == ASCII.lineFeed { return -1 }
        let letter: UInt8
        if ASCII.isLineEnd(byte) {
            letter = UInt8(ascii: "n")
        } else if byte < 0x20 || byte == 0x7F {
            return nil
        } else {
            // RFC 6868 §3.1 writes a quote as an apostrophe behind the caret.
            letter = byte == ASCII.quote ? ASCII.apostrophe : byte
        }
        let pair = [mark, letter]
        sink.dynamic(pair.span)
        return 1
    }

    /// Whether a marked byte may stay in a link, if only escaped for HTML: `&`, `'`, and `%` before two digits.
    private static func standsInLink(_ text: Span<UInt8>, at index: Int) -> Bool {
        switch text[index] {
        case ASCII.ampersand, ASCII.apostrophe: true
        case ASCII.percent:
            index + 2 < text.count && ASCII.hexValue(text[index + 1]) != nil && ASCII.hexValue(text[index + 2]) != nil
        default: false
        }
    }

    private static func entity<Sink: RenderSink>(_ byte: UInt8, _ sink: inout Sink) -> Int {
        switch byte {
        case ASCII.ampersand: emit("&amp;", &sink)
        case ASCII.quote: emit("&quot;", &sink)
        case ASCII.less: emit("&lt;", &sink)
        case ASCII.greater: emit("&gt;", &sink)
        default: emit("&#39;", &sink)
        }
    }

    @inline(__always)
    private static func emit<Sink: RenderSink>(_ text: StaticString, _ sink: inout Sink) -> Int {
        // A static string's bytes live as long as the program.
        unsafe sink.dynamic(
            Span(_unsafeElements: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        )
        return text.utf8CodeUnitCount - 1
    }

    private static func reference<Sink: RenderSink>(_ byte: UInt8, _ sink: inout Sink) -> Int {
        let text = Array("&#\(byte);".utf8)
        sink.dynamic(text.span)
        return text.count - 1
    }

    private static func percent<Sink: RenderSink>(_ byte: UInt8, _ sink: inout Sink) -> Int {
        let text: [UInt8] = [ASCII.percent, ASCII.hexDigit(byte >> 4), ASCII.hexDigit(byte)]
        sink.dynamic(text.span)
        return 2
    }
}
