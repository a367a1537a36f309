/// Hexadecimal digits as RFC 2045 §6.7 wants them: upper case.
enum HexDigit {
    /// Returns the character of a value from 0 to 15.
    @inline(__always)
    static func upper(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 &+ value : 0x37 &+ value
    }
}
