/// When a job runs by itself.
package struct ScheduleDefinition: Sendable, Hashable {
    /// Five fields: minute, hour, day of month, month, day of week; checked.
    package var cron: String
    /// The time zone's name; nil for the machine's own.
    package var zone: String?
}

/// At which hours mail may leave.
package struct WindowDefinition: Sendable, Hashable {
    /// Days of the week, Monday 1 to Sunday 7; all of them by default.
    package var days: Set<Int>
    /// Minutes after midnight at which it opens.
    package var from: Int
    /// Minutes after midnight at which it closes.
    package var to: Int
    /// A time zone's name, or a column that holds one; nil for the machine's own.
    package var zone: String?
}

/// The share that goes first, and what must not happen to it.
package struct CanaryDefinition: Sendable, Hashable {
    /// How many go first.
    package var share: Percentage
    /// How long to wait for bounces before the rest goes.
    package var wait: Duration
    /// Most hard bounces among them.
    package var maximumHardBounces: Percentage?
    /// Most complaints among them.
    package var maximumComplaints: Percentage?
}
