internal import TimeZones

/// When a run will end, what bounds it, and which deadline cannot hold.
///
/// It counts first attempts only: what servers put off, and how fast they answer, nobody knows beforehand.
package struct Forecast: Sendable, Hashable {
    /// A deadline or a limit that cannot hold.
    package enum Conflict: Sendable, Hashable {
        /// The first window closes, at this time, before all messages have left; so many are left then.
        case windowCloses(at: Int, left: Int)
        /// The window is closed for so long that a message deferred before is given up before it opens again, both in
        /// seconds.
        case givenUpWhileClosed(closed: Int, giveUp: Int)
        /// Deferred messages are given up before this wait (from 1) is over, so it and those behind it never come.
        case unusedWait(Int, seconds: Int, giveUp: Int)
        /// The job is due again, at this time, before the run has ended.
        case nextOccurrence(at: Int)
        /// The window never opens within the time that is looked at.
        case neverOpens
    }

    /// When the first message can leave, in seconds since 1970.
    package private(set) var begins: Int
    /// When the last message can have left, in seconds since 1970; nil when no limit says.
    package private(set) var ends: Int?
    /// The time that sending takes without the hours at which the window is closed, in seconds; nil when no limit says.
    package private(set) var seconds: Int?
    /// The limit that decides; nil when there is none.
    package private(set) var bound: SendingPlan.Limit?
    /// How many windows are needed; 1 without a window.
    package private(set) var windows = 1
    /// What cannot hold.
    package private(set) var conflicts: [Conflict] = []

    /// Windows that are looked at; a run that needs more will not be what was meant.
    private static let maximumWindows = 1_000

    /// Looks ahead.
    package init(_ plan: SendingPlan) {
        begins = plan.begins
        bound = plan.limits.filter { $0.messages > 0 }.max { $0.seconds < $1.seconds }
        seconds = bound.map { Int(min($0.seconds, 1e12).rounded(.up)) }
        checkRetries(plan)
        if let window = plan.window, !window.isAlwaysOpen {
            walk(window, plan)
            checkClosedHours(window, plan)
        } else {
            ends = seconds.map { plan.begins + $0 }
        }
        if let next = plan.nextOccurrence, let ends, ends > next { conflicts.append(.nextOccurrence(at: next)) }
    }

    /// Spends the time that is needed, window by window.
    private mutating func walk(_ window: SendingWindow, _ plan: SendingPlan) {
        var position = plan.begins
        if !window.isOpen(at: position, in: plan.zone) {
            guard let opening = window.nextOpening(after: position, in: plan.zone) else {
                conflicts.append(.neverOpens)
                return
            }
            position = opening
        }
        begins = position
        guard let seconds else { return }
        var rest = seconds
        windows = 1
        while windows <= Self.maximumWindows, let closing = window.nextClosing(after: position, in: plan.zone) {
            if rest <= closing - position {
                ends = position + rest
                return
            }
            rest -= closing - position
            if windows == 1 {
                let share = Double(plan.messages) * Double(rest) / Double(max(1, seconds))
                let left = min(plan.messages, Int(min(share, 1e15).rounded(.up)))
                conflicts.append(.windowCloses(at: closing, left: left))
            }
            guard let opening = window.nextOpening(after: closing, in: plan.zone) else { return }
            position = opening
            windows += 1
        }
    }

    /// Whether some closing of a week lasts longer than messages are kept.
    private mutating func checkClosedHours(_ window: SendingWindow, _ plan: SendingPlan) {
        var position = plan.begins
        var longest = 0
        let end = plan.begins + 14 * CivilTime.secondsPerDay
        while position < end, let closing = window.nextClosing(after: position, in: plan.zone),
            let opening = window.nextOpening(after: closing, in: plan.zone)
        {
            longest = max(longest, opening - closing)
            position = opening
        }
        if longest >= plan.retry.giveUpAfter {
            conflicts.append(.givenUpWhileClosed(closed: longest, giveUp: plan.retry.giveUpAfter))
        }
    }

    private mutating func checkRetries(_ plan: SendingPlan) {
        var elapsed = 0
        for (index, wait) in plan.retry.waits.enumerated() {
            elapsed += wait
            guard elapsed > plan.retry.giveUpAfter else { continue }
            conflicts.append(.unusedWait(index + 1, seconds: wait, giveUp: plan.retry.giveUpAfter))
            return
        }
    }
}
