/// Weighs the multi-byte charsets of East Asia against each other.
///
/// All of them put the characters that are used daily into one block of rows (GB2312 level 1, Big5 level 1, the
/// Hangul rows, kana and JIS level 1). Read in the wrong charset, text falls outside that block, or is no text at all.
struct EastAsianSurvey {
    /// Characters of two and more bytes, punctuation left out.
    private(set) var characters = 0
    /// Those of the daily block.
    private(set) var daily = 0
    /// Kana among those.
    private(set) var kana = 0

    private var share: Double { characters == 0 ? 0 : Double(daily) / Double(characters) }

    /// The likeliest of them, or nil when none is likely.
    static func likeliest(_ sample: ArraySlice<UInt8>) -> Charset? {
        if let japanese = survey(sample, by: eucJP), japanese.share > 0.8, japanese.kana * 8 >= japanese.characters {
            return .eucJP
        }
        // Half of everyday Chinese lies outside the rows of Hangul, so nine tenths inside them are no chance.
        if let korean = survey(sample, by: windows949), korean.share > 0.9, korean.characters >= 4 {
            return .windows949
        }
        let rivals: [(Charset, EastAsianSurvey?)] = [
            (.gb18030, survey(sample, by: gb18030)), (.big5, survey(sample, by: big5)),
            (.windows31J, survey(sample, by: windows31J)),
        ]
        var best: (charset: Charset, share: Double)?
        for case (let charset, let found?) in rivals where found.characters > 0 && found.share > 0.6 {
            if found.share > best?.share ?? 0 { best = (charset, found.share) }
        }
        return best?.charset
    }

    /// What one character is, by its bytes: its length, and what it counts as.
    private enum Reading {
        case punctuation(Int)
        case daily(Int)
        case kana(Int)
        case rare(Int)
        case none
    }

    /// Walks the sample; nil when it holds what is no character of the charset.
    private static func survey(
        _ sample: ArraySlice<UInt8>,
        by reading: (ArraySlice<UInt8>) -> Reading
    ) -> EastAsianSurvey? {
        var result = EastAsianSurvey()
        var index = sample.startIndex
        while index < sample.endIndex {
            guard sample[index] >= 0x80 else {
                index += 1
                continue
            }
            let found = reading(sample[index...].prefix(4))
            if case .none = found { return nearEnd(index, sample) ? result : nil }
            index += result.count(found)
        }
        return result
    }

    /// Whether a character that begins here may be cut off by the end of the sample.
    private static func nearEnd(_ index: Int, _ sample: ArraySlice<UInt8>) -> Bool { sample.endIndex - index < 4 }

    /// Counts a character and returns its length.
    private mutating func count(_ reading: Reading) -> Int {
        switch reading {
        case .none: return 1
        case .punctuation(let length): return length
        case .daily(let length):
            daily += 1
            characters += 1
            return length
        case .kana(let length):
            kana += 1
            daily += 1
            characters += 1
            return length
        case .rare(let length):
            characters += 1
            return length
        }
    }

    private static func second(_ bytes: ArraySlice<UInt8>) -> UInt8 { bytes.dropFirst().first ?? 0 }

    private static func gb18030(_ bytes: ArraySlice<UInt8>) -> Reading {
        let lead = bytes.first ?? 0
        guard 0x81...0xFE ~= lead else { return .none }
        switch second(bytes) {
        case 0x30...0x39:
            // Four bytes of this pattern are no other charset's.
            let rest = bytes.dropFirst(2)
            guard let third = rest.first, 0x81...0xFE ~= third, 0x30...0x39 ~= second(rest) else { return .none }
            return .daily(4)
        case 0xA1...0xFE:
            if 0xB0...0xD7 ~= lead { return .daily(2) }
            return 0xA1...0xA3 ~= lead ? .punctuation(2) : .rare(2)
        case 0x40...0x7E, 0x80...0xA0: return .rare(2)
        default: return .none
        }
    }

    private static func big5(_ bytes: ArraySlice<UInt8>) -> Reading {
        let lead = bytes.first ?? 0
        guard 0xA1...0xF9 ~= lead else { return .none }
        switch second(bytes) {
        case 0x40...0x7E, 0xA1...0xFE:
            if 0xA4...0xC6 ~= lead { return .daily(2) }
            return 0xA1...0xA3 ~= lead ? .punctuation(2) : .rare(2)
        default: return .none
        }
    }

    private static func windows31J(_ bytes: ArraySlice<UInt8>) -> Reading {
        let lead = bytes.first ?? 0
        if 0xA1...0xDF ~= lead { return .rare(1) }
        guard 0x81...0x9F ~= lead || 0xE0...0xFC ~= lead else { return .none }
        let trail = second(bytes)
        guard 0x40...0x7E ~= trail || 0x80...0xFC ~= trail else { return .none }
        switch lead {
        case 0x81: return .punctuation(2)
        case 0x82: return 0x9F...0xF1 ~= trail ? .kana(2) : .punctuation(2)
        case 0x83: return trail <= 0x96 ? .kana(2) : .rare(2)
        case 0x88...0x97: return .daily(2)
        default: return .rare(2)
        }
    }

    private static func eucJP(_ bytes: ArraySlice<UInt8>) -> Reading {
        let lead = bytes.first ?? 0
        let trail = second(bytes)
        switch lead {
        case 0x8E: return 0xA1...0xDF ~= trail ? .kana(2) : .none
        case 0x8F: return 0xA1...0xFE ~= trail ? .rare(3) : .none
        case 0xA1...0xFE:
            guard 0xA1...0xFE ~= trail else { return .none }
            switch lead {
            case 0xA1...0xA3: return .punctuation(2)
            case 0xA4, 0xA5: return .kana(2)
            case 0xB0...0xCF: return .daily(2)
            default: return .rare(2)
            }
        default: return .none
        }
    }

    private static func windows949(_ bytes: ArraySlice<UInt8>) -> Reading {
        let lead = bytes.first ?? 0
        guard 0x81...0xFE ~= lead else { return .none }
        switch second(bytes) {
        case 0xA1...0xFE:
            if 0xB0...0xC8 ~= lead { return .daily(2) }
            return 0xA1...0xA3 ~= lead ? .punctuation(2) : .rare(2)
        case 0x41...0x5A, 0x61...0x7A, 0x81...0xA0: return .rare(2)
        default: return .none
        }
    }
}
