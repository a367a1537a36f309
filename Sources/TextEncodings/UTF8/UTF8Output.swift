/// Writes code points as UTF-8.
enum UTF8Output {
    /// The replacement character U+FFFD as UTF-8.
    static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// Appends one code point, which must be a Unicode scalar value.
    @inline(__always)
    static func append(_ point: UInt32, to output: inout [UInt8]) {
        switch point {
        case ..<0x80: output.append(UInt8(truncatingIfNeeded: point))
        case ..<0x800:
            output.append(UInt8(truncatingIfNeeded: 0xC0 | point >> 6))
            output.append(UInt8(truncatingIfNeeded: 0x80 | point & 0x3F))
        case ..<0x1_0000:
            output.append(UInt8(truncatingIfNeeded: 0xE0 | point >> 12))
            output.append(UInt8(truncatingIfNeeded: 0x80 | point >> 6 & 0x3F))
            output.append(UInt8(truncatingIfNeeded: 0x80 | point & 0x3F))
        default:
            output.append(UInt8(truncatingIfNeeded: 0xF0 | point >> 18))
            output.append(UInt8(truncatingIfNeeded: 0x80 | point >> 12 & 0x3F))
            output.append(UInt8(truncatingIfNeeded: 0x80 | point >> 6 & 0x3F))
            output.append(UInt8(truncatingIfNeeded: 0x80 | point & 0x3F))
        }
    }
}
