/// Text in escape-coded charsets (ISO-2022) that nobody converted.
enum EscapedCharsets {
    /// The text without its double-byte runs (RFC 1468).
    ///
    /// The bytes of such runs look like ASCII and would be read as words and addresses.
    static func stripped(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(0x1B) else { return bytes }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = 0
        var isDouble = false
        while index < bytes.count {
            if bytes[index] == 0x1B, index + 2 < bytes.count {
                isDouble = bytes[index + 1] == 0x24
                // ESC $ ( X has four bytes, all other designations three.
                index += isDouble && bytes[index + 2] == 0x28 ? 4 : 3
                continue
            }
            // A line always ends in ASCII.
            if bytes[index] == ASCII.newline { isDouble = false }
            if !isDouble { out.append(bytes[index]) }
            index += 1
        }
        return out
    }
}
