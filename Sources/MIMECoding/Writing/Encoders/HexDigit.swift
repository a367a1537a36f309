/// Hexadecimal digits as RFC 2045 §6.7 wants them: upper case.
enum HexDigit {
    /// Returns the character of a value from 0 to 15.
    @inline(__always)
    static func upper(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 &+ value : 0x37 &+ value
    }

    /// Returns both characters of a byte, the first one lowest.
    @inline(__always)
    static func pair(_ byte: UInt8) -> UInt32 {
        let values = UInt32(byte >> 4) | UInt32(byte & 15) << 8
        // A value from 10 on carries into bit 4 when 6 is added; letters lie 7 behind the digits.
        let letters = (values &+ 0x0606) >> 4 & 0x0101
        return values &+ 0x3030 &+ letters &* 7
    }
}
