/// Checks that bytes are well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing over U+10FFFF).
enum UTF8Check {
    /// Index of the first byte that starts no well-formed sequence; nil when all are well-formed.
    static func firstInvalidByte(in text: Span<UInt8>) -> Int? {
        var index = 0
        while index < text.count {
            if text[index] < 0x80 {
                index &+= 1
                continue
            }
            let length = sequenceLength(in: text, at: index)
            if length == 0 { return index }
            index &+= length
        }
        return nil
    }

    /// Length of the multi-byte sequence that starts at `index`; zero when it is ill-formed.
    ///
    ///     UTF8-3 = %xE0 %xA0-BF UTF8-tail / %xE1-EC 2( UTF8-tail ) / %xED %x80-9F UTF8-tail / %xEE-EF 2( UTF8-tail )
    ///     UTF8-4 = %xF0 %x90-BF 2( UTF8-tail ) / %xF1-F3 3( UTF8-tail ) / %xF4 %x80-8F 2( UTF8-tail )
    static func sequenceLength(in text: Span<UInt8>, at index: Int) -> Int {
        let lead = text[index]
        let length: Int
        let second: ClosedRange<UInt8>
        switch lead {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard index + length <= text.count, second.contains(text[index + 1]) else { return 0 }
        var next = index + 2
        while next < index + length {
            if text[next] & 0xC0 != 0x80 { return 0 }
            next += 1
        }
        return length
    }
}
