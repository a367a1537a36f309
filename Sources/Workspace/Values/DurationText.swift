/// Durations as people write them: `30s`, `1m`, `2h`, `2d`, `1h 30m`, `500ms`.
package enum DurationText {
    /// The longest that is read: ten years.
    private static let maximumSeconds = 3_650.0 * 86_400

    /// Reads a duration; nil when it is none.
    ///
    /// A number without a unit is none: nobody can tell what it means.
    package static func value(_ text: String) -> Duration? {
        var rest = text.trimmed.unicodeScalars[...]
        var milliseconds = 0.0
        guard !rest.isEmpty, rest.count <= 64 else { return nil }
        while !rest.isEmpty {
            let number = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
            rest = rest.dropFirst(number.count).drop { $0 == " " }
            let unit = rest.prefix { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
            rest = rest.dropFirst(unit.count).drop { $0 == " " }
            guard let count = DecimalText.value(String(number)), let factor = factors[String(unit).lowercased()]
            else { return nil }
            milliseconds += count * factor
        }
        guard milliseconds <= maximumSeconds * 1_000 else { return nil }
        return .milliseconds(Int64(milliseconds.rounded()))
    }

    /// Writes a duration the way ``value(_:)`` reads it, in its largest units.
    package static func text(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        var parts: [String] = []
        var rest = seconds
        for (unit, size) in [("d", Int64(86_400)), ("h", 3_600), ("m", 60), ("s", 1)] where rest >= size {
            parts.append("\(rest / size)\(unit)")
            rest %= size
        }
        let milliseconds = attoseconds / 1_000_000_000_000_000
        if milliseconds > 0 { parts.append("\(milliseconds)ms") }
        return parts.isEmpty ? "0s" : parts.joined(separator: " ")
    }

    private static let factors: [String: Double] = [
        "ms": 1, "s": 1_000, "sec": 1_000, "m": 60_000, "min": 60_000, "h": 3_600_000, "d": 86_400_000,
    ]
}
