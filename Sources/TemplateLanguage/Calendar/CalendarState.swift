/// Where in a calendar's content line a place in the template's text is (RFC 5545 §3.1).
///
/// Fed with the fixed text only, as ``HTMLState`` is; values cannot change the state, because they are escaped for the
/// place they land in.
///
///     contentline = name *(";" param ) ":" value CRLF
struct CalendarState: Sendable, Equatable {
    /// The part of the line.
    enum Phase: Sendable {
        /// At the beginning of a line, or of a folded line's second half.
        case lineStart
        /// The property's name.
        case name
        /// A parameter's name.
        case parameterName
        /// A parameter's value without quotes.
        case parameter
        /// A parameter's value in quotes.
        case quotedParameter
        /// The property's value.
        case value
    }

    private var phase = Phase.lineStart
    /// What a folded line goes on with.
    private var folded = Phase.name
    /// The property's name in upper case, as far as it is read.
    private var property: [UInt8] = []

    /// Takes a byte of fixed text.
    mutating func advance(_ byte: UInt8) {
        if byte == ASCII.lineFeed {
            if phase != .lineStart { folded = phase }
            phase = .lineStart
            return
        }
        if phase == .lineStart {
            guard byte != ASCII.carriageReturn else { return }
            if ASCII.isBlank(byte) {
                phase = folded
                return
            }
            phase = .name
            property = []
        }
        switch (phase, byte) {
        case (.name, ASCII.colon), (.parameter, ASCII.colon), (.parameterName, ASCII.colon): phase = .value
        case (.name, ASCII.semicolon), (.parameter, ASCII.semicolon): phase = .parameterName
        case (.name, _): property.append(ASCII.isLetter(byte) ? byte & 0xDF : byte)
        case (.parameterName, ASCII.equals): phase = .parameter
        case (.parameter, ASCII.quote): phase = .quotedParameter
        case (.quotedParameter, ASCII.quote): phase = .parameter
        default: break
        }
    }

    /// The state where two ways through a section meet; nil when they end in different parts of a line.
    func joined(with other: CalendarState) -> CalendarState? {
        guard phase == other.phase else { return nil }
        return phase == .lineStart || escaping(raw: false) == other.escaping(raw: false) ? other : nil
    }

    /// The escaping of a value that lands here; nil where none may stand.
    ///
    /// - Parameter raw: whether the template asks to leave a text as it is (`{{{name}}}`).
    /// - Returns: how a value is escaped.
    func escaping(raw: Bool) -> Escaping? {
        switch phase {
        case .lineStart, .name, .parameterName: nil
        case .parameter: .calendarParameter
        case .quotedParameter: .calendarQuoted
        case .value:
            if Self.uris.contains(property) {
                .calendarLink
            } else {
                !raw && (Self.texts.contains(property) || property.starts(with: "X-".utf8))
                    ? .calendarText : .calendarValue
            }
        }
    }

    /// Properties of type TEXT (RFC 5545 §8.3.2, RFC 7986).
    private static let texts = names(
        "SUMMARY",
        "DESCRIPTION",
        "LOCATION",
        "COMMENT",
        "CONTACT",
        "CATEGORIES",
        "RESOURCES",
        "UID",
        "STATUS",
        "CLASS",
        "METHOD",
        "PRODID",
        "NAME",
        "TZID",
        "TZNAME",
        "RELATED-TO",
        "REQUEST-STATUS",
        "TRANSP",
        "ACTION",
        "COLOR"
    )

    /// Properties of type URI and CAL-ADDRESS.
    private static let uris = names("ATTENDEE", "ORGANIZER", "URL", "ATTACH", "TZURL", "SOURCE", "IMAGE", "CONFERENCE")

    private static func names(_ names: String...) -> Set<[UInt8]> { Set(names.map { Array($0.utf8) }) }
}
