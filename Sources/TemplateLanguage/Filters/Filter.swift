/// What a filter does to a value, arguments checked.
enum Filter: Sendable {
    case fallback([UInt8])
    case upper
    case lower
    case capitalize
    case truncate(Int, ellipsis: [UInt8])
    case date(DateForm, TemplateLocale?)
    case number(decimals: Int?, TemplateLocale?)
    case money(currency: String, TemplateLocale?)
    case urlEncode
    case json
    case join([UInt8])
    case plural([PluralCategory: [UInt8]], TemplateLocale?)

    /// How a date is written.
    enum DateForm: Sendable {
        /// One of the locale's own patterns: full, long, medium, short.
        case style(Int)
        /// The locale's medium date with its short time.
        case dateAndTime
        /// A pattern that the template gives.
        case pattern(DatePattern)
    }

    /// Why a value cannot go through a filter.
    struct Failure: Error {
        let message: String
    }

    /// Whether the filter gives a value to a name that the data does not have.
    var acceptsMissing: Bool {
        if case .fallback = self { return true }
        return false
    }

    /// The names of all filters.
    static let names = [
        "default", "upper", "lower", "capitalize", "truncate", "date", "number", "money", "urlencode", "json", "join",
        "plural",
    ]
}
