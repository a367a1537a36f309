/// Text of a named charset as UTF-8: the one place where reading meets charsets.
enum CharsetText {
    /// The text as UTF-8, for display and for matching; never fails.
    ///
    /// What fits UTF-8 is taken as UTF-8 when the label is empty, ASCII, UTF-8 or unknown; else such text is read as
    /// Windows-1252, which is what unlabelled eight-bit mail of old mostly is. Bytes a known charset cannot have become
    /// U+FFFD.
    static func utf8(_ bytes: ArraySlice<UInt8>, charset: String) -> [UInt8] {
        switch charset {
        case "utf-8", "utf8": return Array(String(decoding: bytes, as: UTF8.self).utf8)
        case "iso-8859-1", "latin1": return latin1(bytes)
        case "windows-1252", "cp1252": return windows1252(bytes)
        default: return guessed(bytes)
        }
    }

    /// UTF-8 where it is valid, Windows-1252 else.
    static func guessed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        String(validating: bytes, as: UTF8.self) == nil ? windows1252(bytes) : Array(bytes)
    }

    /// The code points of the bytes 0x80 to 0x9F; the five that Windows-1252 leaves open stay controls (WHATWG).
    private static let upperControls: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// Windows-1252, which contains ISO-8859-1's printable characters.
    static func windows1252(_ bytes: ArraySlice<UInt8>) -> [UInt8] { singleBytes(bytes, upperControls) }

    /// ISO-8859-1 to the letter: 0x80 to 0x9F are controls.
    static func latin1(_ bytes: ArraySlice<UInt8>) -> [UInt8] { singleBytes(bytes, Array(0x80...0x9F)) }

    private static func singleBytes(_ bytes: ArraySlice<UInt8>, _ table: [UInt32]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 4)
        for byte in bytes {
            let point = byte &- 0x80 < 0x20 ? table[Int(byte &- 0x80)] : UInt32(byte)
            switch point {
            case ..<0x80: output.append(byte)
            case ..<0x800:
                output.append(UInt8(0xC0 | point >> 6))
                output.append(UInt8(0x80 | point & 0x3F))
            default:
                output.append(UInt8(0xE0 | point >> 12))
                output.append(UInt8(0x80 | point >> 6 & 0x3F))
                output.append(UInt8(0x80 | point & 0x3F))
            }
        }
        return output
    }
}
