/// A short check over words: tells what was written from what was not; no protection against somebody who means it.
///
/// Every step can be undone, so a change of any one word always changes the 64 bits.
struct Checksum {
    private(set) var value: UInt64

    /// - Parameter seed: differs from file to file, so that words of another file do not fit.
    init(seed: UInt64) { value = seed ^ 0x9E37_79B9_7F4A_7C15 }

    mutating func add(_ word: UInt64) {
        value = (value ^ word) &* 0xBF58_476D_1CE4_E5B9
        value ^= value &>> 29
    }

    /// The upper half, never zero: zero means that nothing was written.
    var short: UInt32 { max(UInt32(truncatingIfNeeded: value &>> 32), 1) }
}
