/// How many in how long: `100/s`, `5/min`, `1000/h`.
package struct Rate: Sendable, Hashable {
    /// How many.
    package var count: Double
    /// In how long.
    package var interval: Duration

    package init(count: Double, interval: Duration) {
        self.count = count
        self.interval = interval
    }

    /// The same as a number a second.
    package var perSecond: Double { count / Double(interval.components.seconds) }

    /// Reads `NUMBER/UNIT`; nil when it is none, or not above zero.
    package init?(parsing text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { $0.trimmed }
        guard parts.count == 2, let count = DecimalText.value(parts[0]), count > 0 else { return nil }
        let seconds: Int
        switch parts[1].lowercased() {
        case "s", "sec", "second": seconds = 1
        case "m", "min", "minute": seconds = 60
        case "h", "hour": seconds = 3_600
        case "d", "day": seconds = 86_400
        default: return nil
        }
        self.init(count: count, interval: .seconds(seconds))
    }
}

/// A share of a whole: `1%`, `0.1%`.
package struct Percentage: Sendable, Hashable {
    /// The share, 0 to 1.
    package var fraction: Double

    package init(fraction: Double) {
        self.fraction = fraction
    }

    /// Reads `NUMBER%`; nil when it is none, or not from 0 to 100.
    package init?(parsing text: String) {
        let text = text.trimmed
        guard text.hasSuffix("%"), let value = DecimalText.value(text.dropLast().trimmed), value <= 100 else {
            return nil
        }
        fraction = value / 100
    }
}

/// Decimal numbers without sign and exponent.
enum DecimalText {
    /// The value of `digits [. digits]`, up to nine digits before the point; nil for anything else.
    static func value(_ text: String) -> Double? {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), text.utf8.count <= 20, parts[0].count <= 9 else { return nil }
        let isDecimal = parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        }
        return isDecimal ? Double(text) : nil
    }
}
