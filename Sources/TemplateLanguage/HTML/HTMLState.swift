/// Where in an HTML document a place in the template's text is.
///
/// A small tokenizer after the HTML standard (§13.2.5), fed with the fixed text only; values cannot change the state because
/// they are escaped for the state they land in. Conditional comments (`<!--[if mso]>`) count as markup: Outlook reads
/// what is in them, and mail needs values there.
struct HTMLState: Sendable, Equatable {
    /// The tokenizer's state.
    enum Phase: Sendable, Equatable {
        case text
        /// Behind `<`.
        case tagOpen
        /// Behind `</`.
        case endTagOpen
        case tagName
        /// Between attributes.
        case inTag
        case attributeName
        case afterAttributeName
        /// Behind the equals sign.
        case beforeValue
        case doubleQuoted
        case singleQuoted
        case unquoted
        /// Behind `<!`, or in a declaration or bogus comment: up to `>`.
        case markup
        case comment
        /// In an element whose text is no HTML (`script`, `style` …): up to its end tag.
        case rawText
    }

    /// What is known of a link that is being written.
    enum Link: Sendable, Equatable {
        /// No `:`, `/`, `?` or `#` yet: the scheme may still be formed.
        case undetermined
        /// In authority or path.
        case path
        /// In query or fragment.
        case query
    }

    var phase = Phase.text
    /// Tag name while it is read, and of the tag whose attributes are read.
    var tag = ShortName()
    var isEndTag = false
    /// Attribute name while it is read, and of the value that is read.
    var attribute = ShortName()
    /// Whether the attribute's name depends on a section, so that it is not known.
    var attributeIsUnknown = false
    var link = Link.undetermined
    /// Whether the scheme is one that runs code, written by the template itself.
    var schemeRunsCode = false
    /// The first bytes of the value, while no scheme is known.
    var valueStart = ShortName()
    /// Whether any text or value stands in the attribute's value yet.
    var valueIsEmpty = true
    /// The element whose raw text is read.
    var rawElement = RawElement.none
    /// Bytes of the end tag of the raw element, or of a comment's start or end, that have matched so far.
    var matched = 0
    var commentIsConditional = false

    /// The kind of the attribute whose value is being read.
    var attributeKind: AttributeKind {
        attributeIsUnknown ? .unknown : AttributeKind(attribute)
    }

    /// Whether a link's value is read.
    var isInLink: Bool { isInValue && attributeKind == .link }

    /// Whether an attribute's value is read.
    var isInValue: Bool {
        switch phase {
        case .doubleQuoted, .singleQuoted, .unquoted, .beforeValue: true
        default: false
        }
    }
}

/// The first bytes of a name, in lower case; longer names are never among those that matter.
struct ShortName: Sendable, Equatable {
    private(set) var low: UInt64 = 0
    private(set) var high: UInt64 = 0
    private(set) var count = 0

    init() {}

    init(_ text: StaticString) {
        for byte in Array("\(text)".utf8) { append(byte) }
    }

    /// Adds a byte; beyond sixteen only the length grows.
    mutating func append(_ byte: UInt8) {
        let shift = UInt64(count & 7) &* 8
        if count < 8 { low |= UInt64(ASCII.lower(byte)) << shift }
        if count >= 8, count < 16 { high |= UInt64(ASCII.lower(byte)) << shift }
        count = min(count + 1, 17)
    }

    /// Whether the name begins with `on`, as those of event handlers do.
    var startsWithOn: Bool { count > 2 && low & 0xFFFF == 0x6E6F }
}

/// Elements whose content is no HTML.
enum RawElement: Sendable, Equatable {
    case none
    case script
    case style
    case other(ShortName)
    /// `title` and `textarea`: text with entities, so values may stand there.
    case escapable(ShortName)

    private static let others: [ShortName] = [
        ShortName("iframe"), ShortName("xmp"), ShortName("noembed"), ShortName("noframes"), ShortName("plaintext"),
    ]
    private static let scriptName = ShortName("script")
    private static let styleName = ShortName("style")
    private static let escapables: [ShortName] = [ShortName("title"), ShortName("textarea")]

    /// The element of that name.
    init(_ name: ShortName) {
        if name == Self.scriptName {
            self = .script
        } else if name == Self.styleName {
            self = .style
        } else if Self.others.contains(name) {
            self = .other(name)
        } else if Self.escapables.contains(name) {
            self = .escapable(name)
        } else {
            self = .none
        }
    }

    /// The name that ends the element.
    var name: ShortName {
        switch self {
        case .none: ShortName()
        case .script: Self.scriptName
        case .style: Self.styleName
        case .other(let name), .escapable(let name): name
        }
    }
}

/// What an attribute's value is, as far as escaping goes.
enum AttributeKind: Sendable, Equatable {
    case plain
    /// A URL.
    case link
    /// CSS.
    case style
    /// A script (`onclick` …) or a whole document (`srcdoc`).
    case code
    /// Not known.
    case unknown

    private static let links: [ShortName] = [
        ShortName("href"), ShortName("src"), ShortName("action"), ShortName("formaction"), ShortName("background"),
        ShortName("cite"), ShortName("poster"), ShortName("data"), ShortName("longdesc"), ShortName("xlink:href"),
        ShortName("manifest"), ShortName("icon"), ShortName("profile"), ShortName("usemap"), ShortName("codebase"),
        ShortName("srcset"), ShortName("imagesrcset"), ShortName("ping"), ShortName("lowsrc"), ShortName("dynsrc"),
        ShortName("archive"), ShortName("classid"),
    ]
    private static let styleName = ShortName("style")
    private static let documentName = ShortName("srcdoc")

    /// The kind of the attribute of that name.
    init(_ name: ShortName) {
        if name == Self.styleName {
            self = .style
        } else if name == Self.documentName || name.startsWithOn {
            self = .code
        } else {
            self = Self.links.contains(name) ? .link : .plain
        }
    }
}
