/// How far a zone's clocks are ahead of UTC at some time, and what that is called.
package struct ZoneOffset: Sendable, Hashable {
    /// Seconds east of Greenwich, between 25 hours behind and 26 hours ahead.
    package let seconds: Int
    /// Whether the zone's makers call it daylight saving time.
    package let isDaylight: Bool
    /// Such as `CST`, `CEST` or `+0545`: for people only, since the same letters mean different zones.
    package let abbreviation: String

    package init(seconds: Int, isDaylight: Bool, abbreviation: String) {
        self.seconds = seconds
        self.isDaylight = isDaylight
        self.abbreviation = abbreviation
    }

    /// The offsets that RFC 9636 §3.2 lets a zone have.
    static let range = -89_999...93_599
}

/// A time during which a zone's clocks are not changed.
package struct ZoneSpan: Sendable, Hashable {
    /// The first instant, in seconds since 1970; nil when no change came before.
    package let start: Int?
    /// The first instant that is no longer part of it; nil when no change will come.
    package let end: Int?
    /// What holds all that time.
    package let offset: ZoneOffset
}
