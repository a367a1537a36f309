/// A position of the ring in one word with its own check: 48 bits of bytes since the beginning, 16 of check.
///
/// Positions only grow; 48 bits are 256 TB of outcomes. A position that was changed from outside is noticed rather than
/// believed, for one that is too large would hide outcomes.
struct RingPosition {
    /// The word of a position.
    static func word(_ position: UInt64, seed: UInt64) -> UInt64 { position &<< 16 | check(position, seed) }

    /// The position of a word; nil when it is damaged, or zero: that is a page that was lost.
    static func position(_ word: UInt64, seed: UInt64) -> UInt64? {
        let position = word &>> 16
        return word & 0xFFFF == check(position, seed) ? position : nil
    }

    private static func check(_ position: UInt64, _ seed: UInt64) -> UInt64 {
        var sum = Checksum(seed: seed)
        sum.add(position)
        return max(UInt64(sum.short & 0xFFFF), 1)
    }
}
