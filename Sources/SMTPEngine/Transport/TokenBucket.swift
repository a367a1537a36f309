internal import NIOCore

/// Lets a number of messages through each second, and never more: no credit beyond a tenth of a second is saved up.
struct TokenBucket: Sendable {
    private var perSecond: Double
    private var capacity: Double
    private var tokens = 1.0
    private var filledAt: NIODeadline

    /// A bucket with one message in it.
    init(perSecond: Double, now: NIODeadline) {
        self.perSecond = perSecond
        capacity = max(1, perSecond / 10)
        filledAt = now
    }

    /// The most messages that it ever lets through at once.
    var most: Int { Int(capacity) }

    /// Takes up to `count` messages.
    ///
    /// - Returns: how many may go now; when none may, the time at which one will.
    mutating func take(_ count: Int, now: NIODeadline) -> (granted: Int, next: NIODeadline) {
        let elapsed = Double((now - filledAt).nanoseconds) / 1e9
        tokens = min(capacity, tokens + max(0, elapsed) * perSecond)
        filledAt = now
        let granted = min(count, Int(tokens))
        tokens -= Double(granted)
        let wait = (1 - tokens) / perSecond
        return (granted, now + .nanoseconds(Int64(max(1e6, wait * 1e9))))
    }

    /// Changes the rate; what is saved up stays, within the new bounds.
    mutating func setRate(_ rate: Double, now: NIODeadline) {
        _ = take(0, now: now)
        perSecond = rate
        capacity = max(1, rate / 10)
        tokens = min(tokens, capacity)
    }

    /// Gives back what was taken and not used.
    mutating func giveBack(_ count: Int) { tokens = min(capacity, tokens + Double(count)) }
}
