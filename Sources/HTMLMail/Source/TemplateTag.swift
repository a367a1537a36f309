/// One Mustache tag, `{{…}}` or with delimiters that the source has set, of a source.
struct TemplateTag: Hashable {
    /// What a tag does to the text around it.
    enum Kind: Hashable {
        /// Opens a section: `{{#…}}`, `{{^…}}`, `{{<…}}`, `{{$…}}`.
        case opening
        /// Closes one: `{{/…}}`.
        case closing
        /// A partial: `{{>…}}`.
        case partial
        /// Prints nothing: a comment or new delimiters.
        case silent
        /// Prints a value.
        case value
        /// No tag, but a private character of the source that would be mistaken for one.
        case character
    }

    /// The bytes as they stand in the source, delimiters included.
    let bytes: [UInt8]
    /// Bytes of its opening delimiter; none when it is no tag.
    let opening: Int

    var kind: Kind {
        guard opening > 0 else { return .character }
        var index = opening
        while index < bytes.count, ASCII.isSpace(bytes[index]) { index += 1 }
        guard index < bytes.count else { return .value }
        switch bytes[index] {
        case ASCII.hash, ASCII.caret, ASCII.less, UInt8(ascii: "$"): return .opening
        case ASCII.slash: return .closing
        case ASCII.greater: return .partial
        case ASCII.exclamation, ASCII.equals: return .silent
        default: return .value
        }
    }

    /// Whether what stands behind this tag may appear never or many times: `{{#…}}`, `{{^…}}`.
    var isCondition: Bool {
        guard kind == .opening else { return false }
        let mark = bytes.dropFirst(opening).first { !ASCII.isSpace($0) }
        return mark == ASCII.hash || mark == ASCII.caret
    }

    /// Whether what stands between this tag and its partner may appear never or many times.
    var isSection: Bool { kind == .opening || kind == .closing }
}
