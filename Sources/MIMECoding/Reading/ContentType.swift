/// A Content-Type: the two halves of the media type and the parameters (RFC 2045 §5.1).
package struct ContentType: Sendable, Equatable {
    /// The type in small letters: `text`.
    package var type: String
    /// The subtype in small letters: `plain`.
    package var subtype: String
    /// The parameters, continuations joined (RFC 2231).
    package var parameters: FieldParameters
    /// Whether the message said nothing readable and this is the default of its place.
    package var isDefault = false

    /// `text/plain`, the default of RFC 2045 §5.2.
    package static let textPlain = ContentType(type: "text", subtype: "plain", isDefault: true)
    /// `message/rfc822`, the default inside `multipart/digest` (RFC 2046 §5.1.5).
    package static let messageRFC822 = ContentType(type: "message", subtype: "rfc822", isDefault: true)

    init(type: String, subtype: String, parameters: FieldParameters = FieldParameters(), isDefault: Bool = false) {
        self.type = type
        self.subtype = subtype
        self.parameters = parameters
        self.isDefault = isDefault
    }

    /// Reads a field's value; what is no `type/subtype` becomes text/plain, its parameters kept.
    package init(fieldValue: some Sequence<UInt8>, limits: MIMELimits = MIMELimits()) {
        var tokenizer = FieldTokenizer(fieldValue.prefix(limits.structuredFieldBytes))
        let mechanism = tokenizer.mechanism()
        let parameters = FieldParameters(&tokenizer, limit: limits.parameters)
        guard let slash = mechanism.firstIndex(of: ASCII.slash), slash > 0, slash + 1 < mechanism.count else {
            self.init(type: "text", subtype: "plain", parameters: parameters, isDefault: true)
            return
        }
        self.init(
            type: ASCII.lowercasedText(mechanism[..<slash]),
            subtype: ASCII.lowercasedText(mechanism[(slash + 1)...]),
            parameters: parameters
        )
    }

    /// `type/subtype`.
    package var mediaType: String { type + "/" + subtype }

    /// The charset parameter in small letters, without what some senders write behind it; nil when there is none.
    package var charset: String? {
        guard let value = parameters.rawValue("charset") else { return nil }
        let name = value.prefix { !ASCII.isSpace($0) && $0 != ASCII.semicolon && $0 != ASCII.comma }
        return name.isEmpty ? nil : ASCII.lowercasedText(name)
    }

    /// Whether the type is this one; both words in small letters.
    package func matches(_ type: StaticString, _ subtype: StaticString) -> Bool {
        self.type == type.description && self.subtype == subtype.description
    }
}
