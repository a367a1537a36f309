/// What a site is given now: halved when it complains, restored slowly while it does not (AIMD).
///
/// Complaints that come within a few seconds are one: they are about the same burst. Where there is no limit of messages a
/// second, a complaint about the rate halves connections first, then sets a limit at half of what was being sent. Pure;
/// times are seconds on a clock that only goes on.
package struct SitePace: Sendable {
    /// How long complaints count as one.
    private static let burst = 5.0
    /// How long a site is left as it is before it is given more, and between two steps up.
    private static let step = 20.0
    /// Steps from half of the limit to all of it.
    private static let steps = 8.0
    /// The slowest, in messages a second: one in ten seconds.
    private static let slowest = 0.1
    /// The slowest limit that is set where there was none: a run that has just begun has not shown what it can do.
    private static let firstRate = 1.0
    /// Steps without complaint after which a limit that nobody has set is dropped.
    private static let stepsToForget = 12

    /// What it may be given at most.
    package let limits: PaceLimits
    private var allowed: Double
    private var rate: Double?
    private var lastComplaint = -Double.infinity
    private var lastStep = 0.0
    private var quietSteps = 0

    package init(_ limits: PaceLimits) {
        self.limits = limits
        allowed = Double(limits.connections)
        rate = limits.messagesPerSecond
    }

    /// Connections now.
    package var connections: Int { max(1, Int(allowed)) }
    /// Messages a second now; nil for as fast as it goes.
    package var messagesPerSecond: Double? { rate }
    /// Whether it is given less than it may be given.
    package var isReduced: Bool { connections < limits.connections || rate != limits.messagesPerSecond }

    /// Takes in a complaint.
    ///
    /// - Parameters:
    ///   - signal: what it is about.
    ///   - achieved: messages a second that were being sent.
    ///   - now: the time.
    /// - Returns: whether anything changed.
    package mutating func heard(_ signal: PaceSignal, achieved: Double, now: Double) -> Bool {
        guard now - lastComplaint >= Self.burst else {
            lastStep = now
            return false
        }
        lastComplaint = now
        lastStep = now
        quietSteps = 0
        let wasSingle = connections == 1
        allowed = max(1, (allowed / 2).rounded(.down))
        guard signal == .rate else { return true }
        if let rate {
            self.rate = max(Self.slowest, rate / 2)
        } else if wasSingle {
            rate = max(Self.firstRate, achieved / 2)
        }
        return true
    }

    /// Gives more, when it has been quiet for long enough.
    ///
    /// - Returns: whether anything changed.
    package mutating func grow(now: Double) -> Bool {
        guard isReduced, now - lastStep >= Self.step else { return false }
        lastStep = now
        quietSteps += 1
        let most = Double(limits.connections)
        allowed = min(most, allowed + max(1, most / Self.steps))
        if let rate, rate != limits.messagesPerSecond {
            if let limit = limits.messagesPerSecond {
                self.rate = min(limit, rate + limit / Self.steps)
            } else {
                self.rate = quietSteps >= Self.stepsToForget ? nil : rate * 1.25
            }
        }
        return true
    }
}
