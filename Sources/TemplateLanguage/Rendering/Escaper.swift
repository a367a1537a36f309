/// Copies values to a sink, escaped: runs of bytes that need nothing go over in one piece.
enum Escaper {
    /// Bytes that the class tables mark.
    private enum Mark {
        static let specification: UInt8 = 1
        static let html: UInt8 = 2
        static let unquoted: UInt8 = 4
        static let link: UInt8 = 8
        static let linkPart: UInt8 = 16
        static let style: UInt8 = 32
        static let header: UInt8 = 64
    }

    /// For every byte the escapings under which it cannot stay as it is.
    private static let marks: [UInt8] = (0..<256).map { value in
        let byte = UInt8(value)
        let isWord = ASCII.isLetter(byte) || ASCII.isDigit(byte)
        var mark: UInt8 = 0
        if contains("&\"<>", byte) { mark |= Mark.specification | Mark.html }
        if byte == ASCII.apostrophe { mark |= Mark.html }
        if byte < 0x80, !isWord, !contains("-._/:,;", byte) { mark |= Mark.unquoted }
        if !isWord, !contains("-._~:/?#[]@!$()*+,;=", byte) { mark |= Mark.link }
        if !isWord, !contains("-._~", byte) { mark |= Mark.linkPart }
        if byte < 0x80, !isWord, !contains(" #%.,+-_!", byte) { mark |= Mark.style }
        if byte == 0 || ASCII.isLineEnd(byte) { mark |= Mark.header }
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
        case .specification: return scan(text, Mark.specification, escaping, to: &sink)
        case .html: return scan(text, Mark.html, escaping, to: &sink)
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
        case .none, .specification, .html, .linkAsIs: scan(text, Mark.html, escaping, to: &sink)
        case .unquoted, .unquotedLinkAsIs: scan(text, Mark.unquoted, escaping, to: &sink)
        case .link, .unquotedLink: scan(text, Mark.link, escaping, to: &sink)
        case .linkPart, .unquotedLinkPart: scan(text, Mark.linkPart, escaping, to: &sink)
        case .style: scan(text, Mark.style, escaping, to: &sink)
        case .header: scan(text, Mark.header, escaping, to: &sink)
        }
    }

    /// Index of the first byte at or after `start` that is marked.
    @inline(__always)
    private static func firstMarked(_ text: Span<UInt8>, _ start: Int, _ mark: UInt8, _ table: Span<UInt8>) -> Int {
        var index = start
        if mark == Mark.html || mark == Mark.specification {
            // Sixteen at a time: `"`, `&`, `'` are 0x22, 0x26, 0x27, `<` and `>` 0x3C and 0x3E. With bit 0 set and bit 2
            // out of the way they fall together into few comparisons.
            let raw = unsafe text.bytes
            while index &+ 16 <= text.count {
                // Safe: index + 16 ≤ count, checked above.
                let block = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: SIMD16<UInt8>.self)
                let quotes = (block & 0xFA) .== 0x22
                let apostrophe = (block & 0xFE) .== 0x26
                let angles = (block & 0xFD) .== 0x3C
                if any(quotes .| apostrophe .| angles) { break }
                index &+= 16
            }
        }
        while index < text.count, table[Int(text[index])] & mark == 0 { index &+= 1 }
        return index
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
            let index = firstMarked(text, start, mark, table)
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
        case .style, .header: return nil
        }
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
