/// Turns a report's text into UTF-8.
///
/// ASCII, UTF-8 and ISO-8859-1 are done here; everything else is given to `convert`. Where that has no answer, ISO-2022
/// text loses its double-byte runs (their bytes look like ASCII and would be read as words and addresses) and other
/// bytes above ASCII stay as they are: addresses and reply codes remain readable.
package struct CharsetDecoder: Sendable {
    /// Converts bytes of a named charset to UTF-8; nil when the charset is not known.
    package var convert: @Sendable (_ bytes: [UInt8], _ charset: String) -> [UInt8]?

    /// - Parameter convert: a converter for charsets beyond UTF-8 and Latin-1; none by default.
    package init(convert: @escaping @Sendable (_ bytes: [UInt8], _ charset: String) -> [UInt8]? = { _, _ in nil }) {
        self.convert = convert
    }

    /// `bytes` as UTF-8.
    package func utf8(_ bytes: [UInt8], charset: String) -> [UInt8] {
        let hasEscape = bytes.contains(0x1B)
        guard hasEscape || bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
        if hasEscape {
            let name = charset.hasPrefix("iso-2022") ? charset : "iso-2022-jp"
            return convert(bytes, name) ?? Self.withoutDoubleBytes(bytes)
        }
        switch charset {
        case "", "utf-8", "utf8", "us-ascii", "ascii", "unknown-8bit": return bytes
        case "iso-8859-1", "iso-8859-15", "windows-1252", "latin1": return Self.latin1(bytes)
        default: return convert(bytes, charset) ?? bytes
        }
    }

    /// ISO-2022 text with its double-byte runs taken out (RFC 1468).
    private static func withoutDoubleBytes(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var index = 0
        var isDouble = false
        while index < bytes.count {
            if bytes[index] == 0x1B, index + 2 < bytes.count {
                let selector = bytes[index + 1]
                isDouble = selector == 0x24
                // ESC $ ( X has four bytes, all other designations three.
                index += isDouble && bytes[index + 2] == 0x28 ? 4 : 3
                continue
            }
            if bytes[index] == ASCII.newline { isDouble = false }
            if !isDouble { out.append(bytes[index]) }
            index += 1
        }
        return out
    }

    private static func latin1(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            if byte < 0x80 {
                out.append(byte)
            } else {
                out.append(0xC0 | byte >> 6)
                out.append(0x80 | byte & 0x3F)
            }
        }
        return out
    }
}
