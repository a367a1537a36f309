/// The byte sets of the address grammar, as bit masks over ASCII.
enum AddressBytes {
    /// RFC 5322 §3.2.3: `atext`, the bytes of an atom.
    @inline(__always)
    static func isAtomText(_ byte: UInt8) -> Bool {
        has(byte, low: 0xA3FF_ACFA_0000_0000, high: 0x7FFF_FFFF_C7FF_FFFE)
    }

    /// RFC 5321 §4.1.2: `Let-dig`.
    @inline(__always)
    static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        has(byte, low: 0x03FF_0000_0000_0000, high: 0x07FF_FFFE_07FF_FFFE)
    }

    /// Digits, and the letters that no lower case differs from.
    @inline(__always)
    static func isLowerCaseLetterOrDigit(_ byte: UInt8) -> Bool {
        has(byte, low: 0x03FF_0000_0000_0000, high: 0x07FF_FFFE_0000_0000)
    }

    /// Control characters, DEL among them.
    @inline(__always)
    static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }

    @inline(__always)
    private static func has(_ byte: UInt8, low: UInt64, high: UInt64) -> Bool {
        guard byte < 0x80 else { return false }
        return (byte < 0x40 ? low : high) >> UInt64(byte & 0x3F) & 1 == 1
    }
}
