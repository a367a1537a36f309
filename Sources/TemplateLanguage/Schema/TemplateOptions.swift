/// What a template is for, and how strictly it is read.
package struct TemplateOptions: Sendable {
    /// The language of the text around the values: it decides how they are escaped.
    package enum Mode: String, Sendable, CaseIterable {
        /// Mustache as specified: `& " < >` are escaped wherever a value stands.
        case specification
        /// HTML: escaped by where the value lands, refused where no escaping is safe.
        case html
        /// Plain text: nothing is escaped.
        case text
        /// A header field's value: as text, and a CR, LF or NUL from data is a fault.
        case header
        /// An iCalendar object (RFC 5545): escaped by the part of the content line that the value lands in.
        case calendar
    }

    /// What becomes of a name that the data does not have, and of a partial that is not there.
    package enum MissingNames: String, Sendable, CaseIterable {
        /// A fault with a suggestion.
        case fault
        /// Nothing is printed, as the Mustache specification says.
        case empty
    }

    /// The language around the values; the specification's escaping by default.
    package var mode: Mode
    /// What unknown names do; a fault by default.
    package var missing: MissingNames
    /// The locale of dates, numbers, money and plurals when a render gives none; `en` by default.
    package var locale: TemplateLocale
    /// Functions that every template may call, the built-in ones by default; data of the same name hides them.
    package var helpers: [String: TemplateLambda]
    /// The ceilings.
    package var limits: TemplateLimits

    /// Options; by default the specification's escaping, strict about names.
    package init(
        mode: Mode = .specification,
        missing: MissingNames = .fault,
        locale: TemplateLocale = .english,
        helpers: [String: TemplateLambda] = TemplateLambda.builtIn,
        limits: TemplateLimits = TemplateLimits()
    ) {
        self.mode = mode
        self.missing = missing
        self.locale = locale
        self.helpers = helpers
        self.limits = limits
    }
}

/// The ceilings of a template: what is beyond them is refused with a fault of kind ``TemplateFault/Kind/limit``.
package struct TemplateLimits: Sendable {
    /// Bytes of one template or partial; 8 MiB.
    package var templateBytes = 8 << 20
    /// Depth of sections, blocks and partials together; 256.
    package var depth = 256
    /// Depth of partials and functions that are only known while rendering; 64, as each takes native stack.
    package var lateDepth = 64
    /// Tags in one template or partial; 200,000.
    package var tags = 200_000
    /// Instructions after all partials are put in place; 2,000,000; partials that double each other end here.
    package var instructions = 2_000_000
    /// Bytes of fixed text after all partials are put in place; 64 MiB.
    package var literalBytes = 64 << 20
    /// Bytes that one render may give; 64 MiB.
    package var outputBytes = 64 << 20
    /// Turns of all sections of one render, loops within loops multiplied; 10,000,000.
    package var iterations = 10_000_000
    /// Faults reported for one template; 50.
    package var faults = 50

    /// The default ceilings.
    package init() {}
}
