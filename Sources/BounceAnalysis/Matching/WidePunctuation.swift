/// Signs of Chinese and Japanese texts, and typographic ones, which no mailbox has and which stand beside one without a
/// space.
enum WidePunctuation {
    /// Whether the UTF-8 at `index` is such a sign: U+00A0 to U+00BF, U+2000 to U+206F, U+3000 to U+303F, and the full-width
    /// forms that are no letters.
    static func isOne(_ text: borrowing [UInt8], at index: Int, limit: Int) -> Bool {
        guard index + 1 < limit else { return false }
        let next = text[index + 1]
        switch text[index] {
        case 0xC2: return next >= 0xA0
        case 0xE2: return next == 0x80 || next == 0x81
        case 0xE3: return next == 0x80
        case 0xEF:
            guard index + 2 < limit, next == 0xBC || next == 0xBD else { return false }
            let last = text[index + 2]
            if next == 0xBC { return last <= 0x8F || last >= 0x9A && last <= 0xA0 || last >= 0xBB }
            return last == 0x80 || last >= 0x9B && last <= 0xA5
        default: return false
        }
    }

    /// The end of such a sign, if one ends right before `index`; it begins at `start` or later.
    static func end(_ text: borrowing [UInt8], before index: Int, from start: Int) -> Int? {
        for length in 2...3 where index - length >= start && text[index - length] >= 0xC2 {
            return isOne(text, at: index - length, limit: index) ? index : nil
        }
        return nil
    }
}
