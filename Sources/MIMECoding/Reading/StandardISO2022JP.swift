/// Whether bytes are ISO-2022-JP as RFC 1468 defines it.
///
/// Encoded words in it that hold other characters are left as they stand: their senders mean one of several larger sets
/// (NEC, Windows, JIS X 0213) that read the same bytes differently, and the word says nothing about which.
enum StandardISO2022JP {
    /// True when every double-byte character is in a row that JIS X 0208 has: 1 to 8 and 16 to 84.
    static func holds(_ bytes: some RandomAccessCollection<UInt8>) -> Bool { shiftCount(Array(bytes)) != nil }

    /// True when the text holds, and has double-byte characters.
    static func shifts(_ bytes: some RandomAccessCollection<UInt8>) -> Bool {
        bytes.contains(ASCII.escape) && shiftCount(Array(bytes)) ?? 0 > 0
    }

    /// How often the text changes to double bytes; nil when it is something else.
    private static func shiftCount(_ bytes: [UInt8]) -> Int? {
        var index = 0
        var isDouble = false
        var shifts = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == ASCII.escape {
                guard index + 2 < bytes.count else { return nil }
                switch (bytes[index + 1], bytes[index + 2]) {
                // ESC ( B and ESC ( J: ASCII and JIS X 0201; ESC $ @ and ESC $ B: JIS X 0208.
                case (0x28, 0x42), (0x28, 0x4A): isDouble = false
                case (0x24, 0x40), (0x24, 0x42):
                    isDouble = true
                    shifts += 1
                default: return nil
                }
                index += 3
            } else if isDouble {
                guard index + 1 < bytes.count, hasRow(byte), 0x21...0x7E ~= bytes[index + 1] else { return nil }
                index += 2
            } else {
                guard byte < 0x80 else { return nil }
                index += 1
            }
        }
        return shifts
    }

    private static func hasRow(_ byte: UInt8) -> Bool { 0x21...0x28 ~= byte || 0x30...0x74 ~= byte }
}
