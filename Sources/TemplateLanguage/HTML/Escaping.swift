/// What is done to a value's bytes before they are printed.
enum Escaping: UInt8, Sendable {
    /// Nothing.
    case none
    /// `& " < >`, as the Mustache specification says.
    case specification
    /// `& " ' < >`: text and quoted attributes.
    case html
    /// All but letters, digits and a few marks as numeric references; an empty value is a fault.
    case unquoted
    /// A link or the part of one up to its path: what may not stand in a URL is percent-encoded.
    case link
    /// Part of a link's query or fragment: all but unreserved characters is percent-encoded.
    case linkPart
    /// A link that the template asked to leave as it is: escaped for its attribute only.
    case linkAsIs
    /// The same three without quotes around.
    case unquotedLink
    case unquotedLinkPart
    case unquotedLinkAsIs
    /// In a style attribute: bytes that could end a CSS value are a fault.
    case style
    /// In a header field: CR, LF and NUL are a fault.
    case header
    /// In a calendar's TEXT: backslash, semicolon, comma and line ends are escaped (RFC 5545 §3.3.11).
    case calendarText
    /// In a calendar's value of another type: control characters are a fault.
    case calendarValue
    /// In a calendar's URI or address: what may not stand in a URL is percent-encoded.
    case calendarLink
    /// In a calendar's parameter without quotes: what would end it is a fault.
    case calendarParameter
    /// In a calendar's parameter in quotes: quotes and line ends are encoded by carets (RFC 6868).
    case calendarQuoted

    /// Whether the value is part of a link whose scheme is watched.
    var isLink: Bool {
        switch self {
        case .link, .linkPart, .linkAsIs, .unquotedLink, .unquotedLinkPart, .unquotedLinkAsIs: true
        case .none, .specification, .html, .unquoted, .style, .header, .calendarText, .calendarValue, .calendarLink,
            .calendarParameter, .calendarQuoted:
            false
        }
    }
}

/// How a value asks to be printed.
enum Printing: Sendable {
    /// `{{name}}`
    case escaped
    /// `{{{name}}}`
    case raw
    /// `{{name | urlencode}}`: percent-encoded already.
    case encoded
}

extension HTMLState {
    /// The escaping of a value that lands here, or why none may.
    func escaping(for printing: Printing) -> Result<Escaping, Refusal> {
        switch phase {
        case .text:
            return .success(printing == .raw ? .none : .html)
        case .rawText:
            if case .escapable = rawElement { return .success(printing == .raw ? .none : .html) }
            return .failure(rawElement == .style ? .style : .script)
        case .tagOpen, .endTagOpen, .tagName: return .failure(.tagName)
        case .inTag, .attributeName, .afterAttributeName: return .failure(.attributeName)
        case .markup, .comment: return .failure(.comment)
        case .beforeValue, .doubleQuoted, .singleQuoted, .unquoted:
            return valueEscaping(for: printing)
        }
    }

    private func valueEscaping(for printing: Printing) -> Result<Escaping, Refusal> {
        let isQuoted = phase == .doubleQuoted || phase == .singleQuoted
        switch attributeKind {
        case .plain: return .success(isQuoted ? .html : .unquoted)
        case .style: return isQuoted ? .success(.style) : .failure(.unquotedStyle)
        case .code: return .failure(.handler)
        case .unknown: return .failure(.unknownAttribute)
        case .link:
            if schemeRunsCode { return .failure(.codeLink) }
            switch (printing, link) {
            case (.escaped, .query): return .success(isQuoted ? .linkPart : .unquotedLinkPart)
            case (.escaped, _): return .success(isQuoted ? .link : .unquotedLink)
            case (.raw, _), (.encoded, _): return .success(isQuoted ? .linkAsIs : .unquotedLinkAsIs)
            }
        }
    }

    /// Why no value may stand at a place.
    enum Refusal: Error {
        case script
        case style
        case tagName
        case attributeName
        case comment
        case handler
        case unquotedStyle
        case unknownAttribute
        case codeLink

        /// The reason in words.
        var message: String {
            switch self {
            case .script: "no value may stand inside <script>: no escaping makes that safe"
            case .style: "no value may stand inside <style>: no escaping makes that safe"
            case .tagName: "no value may stand in the name of an HTML tag"
            case .attributeName:
                "no value may stand between the attributes of an HTML tag; put it in quotes behind an attribute's name"
            case .comment: "no value may stand in an HTML comment or declaration"
            case .handler: "no value may stand in an attribute that holds code (on…, srcdoc)"
            case .unquotedStyle: "put quotes around the style attribute; a value stands in it"
            case .unknownAttribute:
                "which attribute this value belongs to depends on a section; write the name outside of it"
            case .codeLink: "no value may stand in a javascript: link"
            }
        }
    }
}
