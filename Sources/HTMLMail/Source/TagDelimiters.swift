/// What opens and closes a template tag, `{{` and `}}` until a tag such as `{{=<% %>=}}` says otherwise.
struct TagDelimiters: Hashable {
    let open: [UInt8]
    let close: [UInt8]

    static let standard = TagDelimiters(
        open: [ASCII.leftBrace, ASCII.leftBrace],
        close: [ASCII.rightBrace, ASCII.rightBrace]
    )

    private init(open: [UInt8], close: [UInt8]) {
        self.open = open
        self.close = close
    }

    /// The delimiters that a tag sets; nil when it sets none.
    ///
    /// - Parameters:
    ///   - tag: the bytes of the whole tag.
    ///   - delimiters: its own.
    init?(setBy tag: ArraySlice<UInt8>, in delimiters: TagDelimiters) {
        let content = tag.dropFirst(delimiters.open.count).dropLast(delimiters.close.count)
        guard content.count >= 2, content.first == ASCII.equals, content.last == ASCII.equals else { return nil }
        let words = content.dropFirst().dropLast().split(whereSeparator: ASCII.isSpace)
        guard words.count == 2, !words[0].contains(ASCII.equals), !words[1].contains(ASCII.equals) else { return nil }
        self.init(open: Array(words[0]), close: Array(words[1]))
    }

    /// Whether the opening delimiter stands at `index`.
    func opens(_ source: [UInt8], at index: Int) -> Bool {
        guard index + open.count <= source.count else { return false }
        for offset in open.indices where source[index + offset] != open[offset] { return false }
        return true
    }

    /// Where the tag ends whose inside begins at `index`; nil when it has no end.
    ///
    /// A tag that sets delimiters ends in `=` and the closing one: it may name that one before.
    func end(_ source: [UInt8], inside index: Int) -> Int? {
        let isSetting = index < source.count && source[index] == ASCII.equals
        let terminator = isSetting ? [ASCII.equals] + close : close
        var index = isSetting ? index + 1 : index
        while index + terminator.count <= source.count {
            if source[index] == terminator[0], source[index..<index + terminator.count].elementsEqual(terminator) {
                return index + terminator.count
            }
            index += 1
        }
        return nil
    }
}
