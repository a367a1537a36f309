/// One stretch of a template's source: text between tags, or a tag.
struct Node: Sendable {
    /// What the stretch is.
    enum Kind: Sendable {
        /// Text.
        case text
        /// `{{name}}`
        case variable
        /// `{{{name}}}` or `{{&name}}`
        case raw
        /// `{{#name}}`
        case section
        /// `{{^name}}`
        case inverted
        /// `{{$name}}`
        case block
        /// `{{<name}}`
        case parent
        /// `{{/name}}`
        case close
        /// `{{>name}}`
        case partial
        /// `{{! … }}` or `{{=… …=}}`: prints nothing.
        case silent

        /// Whether the tag may own its line, so that the line disappears with it.
        var mayStandAlone: Bool {
            switch self {
            case .text, .variable, .raw: false
            case .section, .inverted, .block, .parent, .close, .partial, .silent: true
            }
        }

        /// Whether the tag needs a closing one.
        var opens: Bool {
            switch self {
            case .section, .inverted, .block, .parent: true
            case .text, .variable, .raw, .close, .partial, .silent: false
            }
        }
    }

    /// What the stretch is.
    let kind: Kind
    /// The bytes of the source, delimiters included; of text, what is left after standalone tags took their lines.
    var range: Range<Int>
    /// Inside of the tag, without sigil and outer white space.
    let content: Range<Int>
    /// The delimiters that are in force behind the tag.
    let delimiters: Delimiters
    /// Of an opening tag the index of its closing one, and the other way round.
    var partner = -1
    /// Whether the stretch is the first of a source line.
    var startsLine = false
    /// Whether the tag takes its line with it.
    var standsAlone = false
    /// Whether the rest of the line behind the tag went with it, so that what follows starts a line.
    var endsLine = false
    /// The blanks in front of a tag that stands alone.
    var indentation = 0..<0
}

/// The two strings that a tag stands between.
struct Delimiters: Sendable, Equatable {
    let open: [UInt8]
    let close: [UInt8]

    /// `{{` and `}}`.
    static let standard = Delimiters(open: [0x7B, 0x7B], close: [0x7D, 0x7D])
}

/// A template's or partial's source with its nodes in order; opening and closing tags point at each other.
final class ParsedSource: Sendable {
    let source: SourceText
    let nodes: [Node]

    init(source: SourceText, nodes: [Node]) {
        self.source = source
        self.nodes = nodes
    }

    /// The bytes inside of a tag.
    func content(of node: Node) -> ArraySlice<UInt8> { source.bytes[node.content] }
}
