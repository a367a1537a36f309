import TextEncodings

/// Text of a named charset as UTF-8: the one place where reading meets charsets.
enum CharsetText {
    /// Bytes of a long text that are decoded at a time: bounds what the decoder remembers of damage.
    private static let chunk = 64 << 10

    /// The text as UTF-8, for display and for matching; never fails.
    ///
    /// With no name, with one nobody knows, and with `us-ascii` for what is no ASCII, the charset is guessed. Bytes that a
    /// known charset cannot have become U+FFFD.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - charset: its charset's name; empty when there is none.
    /// - Returns: valid UTF-8, at most three times as long.
    static func utf8(_ bytes: [UInt8], charset: String) -> [UInt8] {
        let isPlain = ByteSearch.isPlainASCII(bytes.span, 0..<bytes.count)
        if isPlain, charset.isEmpty || charset == "us-ascii" || charset == "utf-8" { return bytes }
        let bytes = bytes[...]
        guard let known = wide(charset, bytes) ?? known(charset), known != .usASCII else { return guessed(bytes) }
        if isPlain, !rewritesASCII.contains(known) { return Array(bytes) }
        return decoded(bytes, known) ?? guessed(bytes)
    }

    /// The charsets in which bytes of ASCII may stand for other characters.
    private static let rewritesASCII: Set<Charset> = [
        .utf7, .utf16, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian, .iso2022CN, .iso2022JP,
        .iso2022KR, .johab, .ibm864, .viscii, .tcvn,
    ]

    /// UTF-8 where that is valid, else the charset that the text looks like, else Windows-1252.
    ///
    /// Unlabelled text in legacy charsets is common in reports of East Asian servers; seven-bit ISO-2022-JP is known by its
    /// escapes.
    static func guessed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let span = bytes.span
        if ByteSearch.isPlainASCII(span, 0..<span.count) { return Array(bytes) }
        if StandardISO2022JP.shifts(bytes), let text = decoded(bytes, .iso2022JP) { return text }
        let guess = CharsetGuess(sample: bytes.prefix(chunk), isWhole: bytes.count <= chunk)
        switch guess.basis {
        case .validity, .statistics: break
        // Stray NULs or a mark are too little to take mail for UTF-16.
        case .byteOrderMark, .zeroBytes, .fallback:
            return decoded(bytes, isUTF8(bytes) ? .utf8 : .windows1252)
                ?? Array(String(decoding: bytes, as: UTF8.self).utf8)
        }
        return decoded(bytes, guess.charset) ?? Array(String(decoding: bytes, as: UTF8.self).utf8)
    }

    /// The byte order of UTF-16 and UTF-32 whose name does not tell it; nil for other names.
    ///
    /// Big-endian unless a mark, or zeros in the places of ASCII text, say otherwise (RFC 2781 §4.3).
    private static func wide(_ name: String, _ bytes: ArraySlice<UInt8>) -> Charset? {
        let start = Array(bytes.prefix(4))
        switch name {
        case "utf-16", "utf16":
            guard start.count >= 2, start[..<2] != [0xFF, 0xFE], start[..<2] != [0xFE, 0xFF] else { return nil }
            return start[0] != 0 && start[1] == 0 ? .utf16LittleEndian : .utf16BigEndian
        case "utf-32", "utf32":
            let isLittle = start.count == 4 && start[0] != 0 && start[2] == 0 && start[3] == 0
            return isLittle ? .utf32LittleEndian : .utf32BigEndian
        default: return nil
        }
    }

    private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

    /// The charset of a name.
    ///
    /// Quirk: Macintosh charsets of Latin script that the C library's table lacks (`mac-iceland`) share nearly all
    /// letters with Mac Roman.
    private static func known(_ name: String) -> Charset? {
        if let charset = Charset(named: name) { return charset }
        let relatives = ["mac-iceland", "x-mac-iceland", "mac-icelandic", "x-mac-icelandic"]
        return relatives.contains(name) ? .macRoman : nil
    }

    /// The text decoded, with U+FFFD for damage; nil when this system cannot read the charset.
    private static func decoded(_ bytes: ArraySlice<UInt8>, _ charset: Charset) -> [UInt8]? {
        guard var decoder = CharsetDecoder(charset) else { return nil }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let end = min(bytes.endIndex, index + chunk)
            decoder.decode(bytes[index..<end], into: &output)
            _ = decoder.takeBadSequences()
            index = end
        }
        decoder.finish(into: &output)
        return output
    }
}
