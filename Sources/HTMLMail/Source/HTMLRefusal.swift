/// Why a piece of HTML or CSS is not worked on: it is larger or more tangled than any mail has reason to be.
///
/// The limits keep time and memory in proportion to the input, whatever the input is.
package struct HTMLRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// Which limit was reached.
    package enum Reason: Hashable, Sendable {
        /// More bytes than ``HTMLLimits/bytes``.
        case tooLarge(bytes: Int)
        /// Elements nested deeper than ``HTMLLimits/depth``.
        case tooDeep
        /// A start tag with more attributes than ``HTMLLimits/attributes``.
        case tooManyAttributes
        /// Formatting elements that are never closed would be repeated without end.
        case unclosedFormatting
        /// More different template tags than ``HTMLLimits/templateTags``.
        case tooManyTemplateTags
        /// More CSS rules than ``HTMLLimits/rules``.
        case tooManyRules
        /// Matching the selectors against the elements takes more steps than ``HTMLLimits/matchingSteps``.
        case matchingTooCostly
        /// The parser gave no document: it had no memory.
        case parserFailed
    }

    package let reason: Reason
    /// Where it was noticed; nil when it concerns the whole.
    package let place: SourcePlace?

    init(_ reason: Reason, at place: SourcePlace? = nil) {
        self.reason = reason
        self.place = place
    }

    package var description: String {
        guard let place else { return explanation }
        return "line \(place.line), column \(place.column): \(explanation)"
    }

    /// The reason and what to do, without the place.
    package var explanation: String {
        switch reason {
        case .tooLarge(let bytes):
            "\(bytes) bytes are more than the \(HTMLLimits.bytes) that are worked on; "
                + "take pictures out of the HTML and send them as attachments or by link"
        case .tooDeep:
            "elements are nested more than \(HTMLLimits.depth) deep; look for start tags without end tags"
        case .tooManyAttributes:
            "a tag has more than \(HTMLLimits.attributes) attributes; look for a quote that is not closed"
        case .unclosedFormatting:
            "too many <b>, <font> or similar elements are never closed; close them"
        case .tooManyTemplateTags:
            "more than \(HTMLLimits.templateTags) different template tags"
        case .tooManyRules:
            "more than \(HTMLLimits.rules) CSS rules; leave out what this mail does not use"
        case .matchingTooCostly:
            "the CSS selectors take too long to match; use classes instead of long chains of elements"
        case .parserFailed:
            "the HTML parser gave no document; there may be too little memory"
        }
    }
}

/// What HTML may be at most, see ``HTMLRefusal``.
package enum HTMLLimits {
    /// Bytes of a document, and of a style sheet given apart.
    package static let bytes = 2_097_152
    /// Elements inside one another.
    package static let depth = 512
    /// Attributes of one tag: the parser compares each with all before it.
    package static let attributes = 256
    /// Different template tags of one document.
    package static let templateTags = 60_000
    /// CSS rules of one document.
    package static let rules = 20_000
    /// Comparisons of a selector's part with an element.
    package static let matchingSteps = 5_000_000
    /// Bytes of formatting elements that the parser may repeat because they are not closed.
    static let repeatedFormattingBytes = 67_108_864
}
