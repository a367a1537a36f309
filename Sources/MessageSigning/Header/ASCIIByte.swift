/// The classes of bytes that DKIM's grammar is made of.
enum ASCIIByte {
    /// The byte with an ASCII capital made small.
    @inline(__always)
    static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// Space or tab.
    @inline(__always)
    static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

    /// A byte of a field name: `ftext = %d33-57 / %d59-126` (RFC 5322 §3.6.8).
    @inline(__always)
    static func isFieldText(_ byte: UInt8) -> Bool { byte > 32 && byte < 127 && byte != UInt8(ascii: ":") }

    /// Whether two names are the same but for the case of ASCII letters; `small` has small letters only.
    static func matches(_ name: Span<UInt8>, small: [UInt8]) -> Bool {
        guard name.count == small.count else { return false }
        for index in small.indices where lowercased(name[index]) != small[index] { return false }
        return true
    }
}
