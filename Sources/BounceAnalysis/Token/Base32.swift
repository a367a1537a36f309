/// Base32 in lower case without padding (RFC 4648 §6): letters and digits that survive a change of letter case.
enum Base32 {
    /// The letter of a value from 0 to 31.
    @inline(__always)
    static func letter(_ value: UInt64) -> UInt8 {
        let five = UInt8(truncatingIfNeeded: value & 31)
        return five < 26 ? 0x61 + five : 0x32 + five - 26
    }

    /// The value of a letter of either case; nil for other bytes.
    @inline(__always)
    static func value(_ letter: UInt8) -> UInt64? {
        switch letter {
        case 0x61...0x7A: UInt64(letter - 0x61)
        case 0x41...0x5A: UInt64(letter - 0x41)
        case 0x32...0x37: UInt64(letter - 0x32 + 26)
        default: nil
        }
    }
}
