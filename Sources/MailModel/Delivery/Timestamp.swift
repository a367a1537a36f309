/// A point in time: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
package struct Timestamp: RawRepresentable, Sendable, Hashable {
    /// Milliseconds since the epoch.
    package let rawValue: Int64

    package init(rawValue: Int64) { self.rawValue = rawValue }
}

extension Timestamp: Comparable {
    package static func < (left: Timestamp, right: Timestamp) -> Bool { left.rawValue < right.rawValue }

    /// The point in time that lies `duration` later; parts of a millisecond are dropped.
    package static func + (left: Timestamp, duration: Duration) -> Timestamp {
        let (seconds, attoseconds) = duration.components
        return Timestamp(rawValue: left.rawValue + seconds * 1_000 + attoseconds / 1_000_000_000_000_000)
    }

    /// The time that lies between two points.
    package static func - (left: Timestamp, right: Timestamp) -> Duration {
        .milliseconds(left.rawValue - right.rawValue)
    }
}
