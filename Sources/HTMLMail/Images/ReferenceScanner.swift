/// Finds the values of attributes and `url(…)` that name pictures, by one pass over the bytes.
///
/// No tree is built: partials begin and end in the middle of one (`<td background="…">`), and conditional comments are
/// none of it. Quotes and angle brackets within template tags end nothing.
struct ReferenceScanner {
    /// A value as it stands in the source.
    struct Value {
        let range: Range<Int>
        /// Whether a template tag that prints something stands in it.
        let isChanging: Bool
    }

    private let source: [UInt8]
    private var position = 0
    private var tags = TemplateTagTable()
    private(set) var found: [Value] = []

    private static let pictureAttributes: Set<String> = ["src", "background", "poster"]
    /// Elements whose `src` is no picture.
    private static let otherElements: Set<String> = ["script", "iframe", "frame", "embed"]
    private static let rawTextElements: Set<String> = ["script", "textarea", "title", "xmp", "noembed", "noframes"]

    init(_ source: [UInt8]) {
        self.source = source
    }

    mutating func scan() {
        while position < source.count {
            if skipTag() { continue }
            guard source[position] == ASCII.less else {
                position += 1
                continue
            }
            let next = byte(1)
            if next == ASCII.exclamation {
                scanDeclaration()
            } else if ASCII.isLetter(next) {
                scanElement()
            } else {
                position += 1
            }
        }
    }

    private func byte(_ distance: Int) -> UInt8 {
        position + distance < source.count ? source[position + distance] : 0
    }

    private func has(_ text: StaticString) -> Bool {
        source[position...].prefix(text.utf8CodeUnitCount).equalsIgnoringCase(text)
    }

    /// Moves over a template tag that begins here.
    private mutating func skipTag() -> Bool {
        guard let tag = tag(at: position) else { return false }
        position += tag.bytes.count
        return true
    }

    /// The template tag that begins at a place.
    private mutating func tag(at place: Int) -> TemplateTag? {
        guard tags.mayBegin(source[place]), let tag = tags.takeTag(at: place, in: source), tag.kind != .character else {
            return nil
        }
        return tag
    }

    /// Moves behind the next occurrence of a text, or to the end.
    private mutating func skip(behind text: StaticString) {
        while position < source.count, !has(text) { position += 1 }
        position = min(position + text.utf8CodeUnitCount, source.count)
    }

    /// Moves over a comment or declaration; of a conditional comment, over its beginning only.
    private mutating func scanDeclaration() {
        guard has("<!--") else { return skip(behind: ">") }
        position += 4
        if has("[if") { skip(behind: ">") } else { skip(behind: "-->") }
    }

    private mutating func scanElement() {
        position += 1
        let name = takeName()
        while position < source.count {
            let current = source[position]
            if current == ASCII.greater {
                position += 1
                break
            }
            if skipTag() { continue }
            if ASCII.isSpace(current) || current == ASCII.slash {
                position += 1
                continue
            }
            scanAttribute(of: name)
        }
        if name == "style" {
            let start = position
            skipRawText(name)
            scanCSS(start..<position)
        } else if Self.rawTextElements.contains(name) {
            skipRawText(name)
        }
    }

    private mutating func takeName() -> String {
        let start = position
        while position < source.count, !ASCII.isSpace(source[position]), source[position] != ASCII.greater,
            source[position] != ASCII.slash, source[position] != ASCII.equals, !tags.mayBegin(source[position])
        { position += 1 }
        return String(decoding: source[start..<position].lowercasedASCII, as: UTF8.self)
    }

    /// Moves to the end tag of an element whose content is text.
    private mutating func skipRawText(_ name: String) {
        let end = Array("</\(name)".utf8)
        while position < source.count {
            if source[position] == ASCII.less,
                source[position...].prefix(end.count).lowercasedASCII.elementsEqual(end)
            {
                return
            }
            position += 1
        }
    }

    private mutating func scanAttribute(of element: String) {
        let start = position
        let name = takeName()
        // A lone brace or quote: nothing that a browser could make sense of.
        if position == start { position += 1 }
        while position < source.count, ASCII.isSpace(source[position]) { position += 1 }
        guard byte(0) == ASCII.equals else { return }
        position += 1
        while position < source.count, ASCII.isSpace(source[position]) { position += 1 }
        let value = takeValue()
        if name == "style" {
            scanCSS(value)
        } else if Self.pictureAttributes.contains(name), !Self.otherElements.contains(element) {
            note(value)
        }
    }

    /// Takes an attribute's value, without its quotes.
    private mutating func takeValue() -> Range<Int> {
        let mark = byte(0)
        let isQuoted = mark == ASCII.quote || mark == ASCII.apostrophe
        if isQuoted { position += 1 }
        let start = position
        while position < source.count {
            if skipTag() { continue }
            let current = source[position]
            if isQuoted ? current == mark : ASCII.isSpace(current) || current == ASCII.greater { break }
            position += 1
        }
        defer { if isQuoted, position < source.count { position += 1 } }
        return start..<position
    }

    /// Notes a value; one that only sections are in, as its pieces.
    private mutating func note(_ range: Range<Int>) {
        var pieces: [Range<Int>] = []
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            guard let tag = tag(at: index) else {
                index += 1
                continue
            }
            guard tag.kind != .value, tag.kind != .partial else {
                found.append(Value(range: range, isChanging: true))
                return
            }
            pieces.append(start..<index)
            index += tag.bytes.count
            start = index
        }
        pieces.append(start..<range.upperBound)
        pieces = pieces.filter { !source[$0].trimmed.isEmpty }
        // `{{#cdn}}https://cdn.example.com/{{/cdn}}logo.png`: no piece says by itself where it leads.
        if pieces.count > 1, pieces.contains(where: { leadsElsewhere(source[$0].trimmed) }) {
            found.append(Value(range: range, isChanging: true))
        } else {
            found += pieces.map { Value(range: $0, isChanging: false) }
        }
    }

    private func leadsElsewhere(_ text: ArraySlice<UInt8>) -> Bool {
        text.first == ASCII.slash || text.contains(ASCII.colon)
    }

    /// Notes every `url(…)` of a sheet or a style attribute.
    private mutating func scanCSS(_ range: Range<Int>) {
        let end = position
        defer { position = end }
        position = range.lowerBound
        while position < range.upperBound {
            if skipTag() { continue }
            if has("/*") {
                skip(behind: "*/")
            } else if has("url("), position + 4 <= range.upperBound {
                position += 4
                note(takeURL(upTo: range.upperBound))
            } else {
                position += 1
            }
        }
    }

    /// Takes what stands between the brackets of `url(…)`, without quotes.
    private mutating func takeURL(upTo limit: Int) -> Range<Int> {
        while position < limit, ASCII.isSpace(source[position]) { position += 1 }
        let marks: [StaticString] = ["\"", "'", "&quot;", "&#39;", "&#34;", "&apos;"]
        let mark = marks.first { has($0) }
        position += mark?.utf8CodeUnitCount ?? 0
        let start = min(position, limit)
        while position < limit {
            if skipTag() { continue }
            if let mark { if has(mark) { break } } else if source[position] == ASCII.rightParenthesis { break }
            position += 1
        }
        return start..<max(start, min(position, limit))
    }
}
