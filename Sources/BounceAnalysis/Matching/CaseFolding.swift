/// Folds letter case and white space the same way in phrases and in the text they are looked for in.
///
/// ASCII, Latin-1 and Cyrillic capitals become small letters; tab, CR and LF become a space. All of these keep their
/// length in UTF-8, so that offsets into the text stay true.
package enum CaseFolding {
    /// The folded byte at `index`, the byte after it when both belong to one letter, and how many bytes were used.
    @inline(__always)
    package static func fold(_ text: Span<UInt8>, at index: Int, limit: Int) -> (UInt8, UInt8, Int) {
        let byte = text[index]
        if byte < 0x80 {
            if byte >= 0x41, byte <= 0x5A { return (byte | 0x20, 0, 1) }
            if byte == 0x09 || byte == 0x0A || byte == 0x0D { return (ASCII.space, 0, 1) }
            return (byte, 0, 1)
        }
        guard byte == 0xC3 || byte == 0xD0 || byte == 0xC2, index + 1 < limit else { return (byte, 0, 1) }
        let next = text[index + 1]
        switch (byte, next) {
        case (0xC2, 0xA0): return (ASCII.space, 0, 2)  // no-break space
        case (0xC3, 0x80...0x9E): return (0xC3, next + 0x20, 2)
        case (0xD0, 0x90...0x9F): return (0xD0, next + 0x20, 2)
        case (0xD0, 0xA0...0xAF): return (0xD1, next - 0x20, 2)
        default: return (byte, 0, 1)
        }
    }

    /// The whole of `text` folded, white space collapsed.
    package static func folded(_ text: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        let span = text.span
        var index = 0
        while index < span.count {
            let (first, second, width) = fold(span, at: index, limit: span.count)
            index += width
            if first == ASCII.space, out.last == ASCII.space { continue }
            out.append(first)
            if second != 0 { out.append(second) }
        }
        return out
    }
}
