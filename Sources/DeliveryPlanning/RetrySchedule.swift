/// When a deferred recipient is tried again, and when that ends.
///
/// All times are whole seconds since 1970.
package struct RetrySchedule: Sendable, Hashable {
    /// The waits after the first, second, … attempt, in seconds; the last one repeats.
    package var waits: [Int]
    /// How long after its first attempt a recipient is given up, in seconds.
    package var giveUpAfter: Int

    /// The waits of a job that names none: quick at first, for greylisting, then patient.
    package static let standard = RetrySchedule(waits: [60, 300, 1_800, 7_200, 21_600], giveUpAfter: 172_800)

    /// A schedule; an empty list of waits means one attempt only.
    package init(waits: [Int], giveUpAfter: Int) {
        self.waits = waits
        self.giveUpAfter = giveUpAfter
    }

    /// When the next attempt is due; nil when there is to be none.
    ///
    /// Waits are spread by up to a tenth, by seq and attempt, so that recipients who were deferred together do not come
    /// back as one wave; the same input always gives the same time.
    /// - Parameters:
    ///   - attempt: the attempt that was just deferred, from 1.
    ///   - seq: the recipient's number.
    ///   - now: the time of the deferral.
    ///   - firstAttemptAt: when the recipient was tried first.
    /// - Returns: the time, or nil.
    package func nextAttempt(after attempt: Int, seq: UInt32, now: Int, firstAttemptAt: Int) -> Int? {
        guard attempt >= 1, let last = waits.last else { return nil }
        let wait = attempt <= waits.count ? waits[attempt - 1] : last
        let spread = wait / 10
        let due = now + wait + (spread > 0 ? Int(Self.mix(seq, attempt) % UInt64(spread + 1)) : 0)
        return due - firstAttemptAt <= giveUpAfter ? due : nil
    }

    /// A number without pattern for a recipient's attempt (the finaliser of SplitMix64).
    private static func mix(_ seq: UInt32, _ attempt: Int) -> UInt64 {
        var value = UInt64(seq) << 16 ^ UInt64(truncatingIfNeeded: attempt)
        value = (value &+ 0x9E37_79B9_7F4A_7C15)
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
