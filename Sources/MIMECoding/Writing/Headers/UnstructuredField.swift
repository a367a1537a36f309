/// Writes fields of free text, such as Subject (RFC 5322 §3.2.5): folded at single spaces, encoded where it must be.
///
/// A word is encoded when it holds a character that may not stand in a header, when it looks encoded already, when it
/// would not fit on a line, and when it begins or ends with spaces that a reader would trim. Words in between stay
/// readable.
enum UnstructuredField {
    /// What becomes of a word that is longer than a line should be.
    enum LongWords {
        /// It is encoded, and so spread over several lines: right for text that people read.
        case encode
        /// It stays as it is up to 998 bytes: right for values that programs read, which may not decode words.
        case keep
    }

    /// The longest readable gap between two encoded words that is encoded with them: framing it costs more.
    private static let smallGap = EncodedWordEncoder.frame

    /// Writes a whole field.
    ///
    /// - Throws: `HeaderFault` as `HeaderText` says.
    static func write(
        _ name: HeaderName,
        _ text: Span<UInt8>,
        charset: HeaderCharset = .ascii,
        controls: ControlPolicy = .carry,
        longWords: LongWords = .encode,
        into buffer: inout MessageBuffer
    ) throws(HeaderFault) {
        let found = try HeaderText(text, field: name, controls: controls)
        var line = FieldLine(name, into: &buffer)
        let fits = line.column + text.count <= FieldLine.preferredLimit
        if text.isEmpty || (found.isPlain && fits && text[0] != 0x20 && text[text.count - 1] != 0x20) {
            line.put(text, into: &buffer)
        } else {
            var rules = WordRules(charset: charset, firstColumn: line.column, longWords: longWords)
            rules.chooseLimit(for: text)
            write(text, by: rules, on: &line, into: &buffer)
        }
        line.end(into: &buffer)
    }

    private static func write(
        _ text: Span<UInt8>,
        by rules: WordRules,
        on line: inout FieldLine,
        into buffer: inout MessageBuffer
    ) {
        var place = 0
        while place < text.count {
            var end = rules.end(from: place, in: text)
            if rules.needsEncoding(place..<end, in: text) {
                end = groupEnd(text, by: rules, from: end)
                if place > 0 { line.put(0x20, into: &buffer) }
                EncodedWordEncoder.write(text.extracting(place..<end), as: .text, on: &line, into: &buffer)
            } else {
                if place > 0 { line.separate(from: end - place, limit: rules.limit, into: &buffer) }
                line.put(text.extracting(place..<end), into: &buffer)
            }
            place = end + 1
        }
    }

    /// Returns where the run of encoded words ends that begins with a word ending at `end`.
    private static func groupEnd(_ text: Span<UInt8>, by rules: WordRules, from end: Int) -> Int {
        var groupEnd = end
        var place = end + 1
        while place < text.count && place - groupEnd <= smallGap {
            let next = rules.end(from: place, in: text)
            if rules.needsEncoding(place..<next, in: text) { groupEnd = next }
            place = next + 1
        }
        return groupEnd
    }
}

/// How a text is seen as words parted by single spaces; where several spaces meet, they belong to one word with their
/// neighbours, so that no fold can change them.
struct WordRules {
    let charset: HeaderCharset
    /// Where the first word will start; it cannot move to a line of its own.
    let firstColumn: Int
    let longWords: UnstructuredField.LongWords
    /// Longest line: 76 as soon as one of them holds an encoded word.
    private(set) var limit = FieldLine.preferredLimit

    init(charset: HeaderCharset, firstColumn: Int, longWords: UnstructuredField.LongWords) {
        self.charset = charset
        self.firstColumn = firstColumn
        self.longWords = longWords
    }

    /// Settles the line limit by looking at all words.
    mutating func chooseLimit(for text: Span<UInt8>) {
        var place = 0
        while place < text.count {
            let end = end(from: place, in: text)
            if needsEncoding(place..<end, in: text) {
                limit = EncodedWordEncoder.lineLimit
                return
            }
            place = end + 1
        }
    }

    /// Returns the end of the word that starts at `start`: the next space with no space beside it, or the text's end.
    func end(from start: Int, in text: Span<UInt8>) -> Int {
        var place = start + 1
        while place + 1 < text.count {
            if text[place] == 0x20 && text[place - 1] != 0x20 && text[place + 1] != 0x20 { return place }
            place += 1
        }
        return text.count
    }

    /// Returns whether a word cannot stand as it is.
    func needsEncoding(_ word: Range<Int>, in text: Span<UInt8>) -> Bool {
        let column = word.lowerBound == 0 ? firstColumn : 1
        switch longWords {
        case .encode: if column + word.count > limit { return true }
        case .keep: if column + word.count > FieldLine.hardLimit { return true }
        }
        if text[word.lowerBound] == 0x20 || text[word.upperBound - 1] == 0x20 { return true }
        for place in word where isForbidden(at: place, until: word.upperBound, in: text) { return true }
        return false
    }

    private func isForbidden(at place: Int, until end: Int, in text: Span<UInt8>) -> Bool {
        let byte = text[place]
        if byte < 0x20 || byte == 0x7F { return true }
        if byte == 0x3D { return place + 1 < end && text[place + 1] == 0x3F }
        guard byte >= 0x80 else { return false }
        switch charset {
        case .ascii: return true
        case .utf8: return isUnicodeControl(at: place, in: text)
        }
    }

    /// Whether U+0080 to U+009F, U+2028 or U+2029 starts here; the text is valid UTF-8.
    private func isUnicodeControl(at place: Int, in text: Span<UInt8>) -> Bool {
        if text[place] == 0xC2 { return text[place + 1] < 0xA0 }
        guard text[place] == 0xE2, text[place + 1] == 0x80 else { return false }
        return text[place + 2] == 0xA8 || text[place + 2] == 0xA9
    }
}
