/// When each watched mailbox is polled next: at an interval, and ever more rarely while it cannot be collected.
///
/// A server that is down, that says `[IN-USE]` or `[LOGIN-DELAY]`, or that refuses a password gets nothing from being asked
/// again at once; the last may even lock the account.
package struct PollPace: Sendable {
    /// The longest pause that failures lead to, unless the interval is longer.
    private static let longest = Duration.seconds(900)

    private struct Mailbox {
        var failures = 0
        var due: ContinuousClock.Instant
    }

    private let every: Duration
    private var mailboxes: [String: Mailbox] = [:]

    /// - Parameter every: the pause behind a poll that went well.
    package init(every: Duration) { self.every = every }

    /// Whether a mailbox is to be polled; one that was not seen before is.
    package func isDue(_ mailbox: String, at now: ContinuousClock.Instant) -> Bool {
        mailboxes[mailbox].map { $0.due <= now } ?? true
    }

    /// Takes in how a poll went.
    ///
    /// - Returns: how long the mailbox is left alone: the interval, twice that behind the first failure, then four times
    ///   and so on, up to 15 minutes.
    @discardableResult
    package mutating func polled(_ mailbox: String, failed: Bool, at now: ContinuousClock.Instant) -> Duration {
        let failures = failed ? (mailboxes[mailbox]?.failures ?? 0) + 1 : 0
        let pause = max(every, min(Self.longest, every * (1 << min(failures, 20))))
        mailboxes[mailbox] = Mailbox(failures: failures, due: now + pause)
        return pause
    }

    /// When the next of these mailboxes is due.
    package func next(of names: [String], at now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        names.map { mailboxes[$0]?.due ?? now }.min() ?? now + every
    }
}
