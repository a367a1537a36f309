/// Capital and small letters, by the Unicode mappings that hold in every language.
enum CaseMapping {
    /// All letters as capitals.
    static func upper(_ text: [UInt8]) -> [UInt8] {
        if text.allSatisfy({ $0 < 0x80 }) { return text.map { $0 &- 0x61 < 26 ? $0 & 0xDF : $0 } }
        return Array(String(decoding: text, as: UTF8.self).uppercased().utf8)
    }

    /// All letters small.
    static func lower(_ text: [UInt8]) -> [UInt8] {
        if text.allSatisfy({ $0 < 0x80 }) { return text.map(ASCII.lower) }
        return Array(String(decoding: text, as: UTF8.self).lowercased().utf8)
    }

    /// The first letter as a capital; the others stay, for `McDonald` and `DuBois` are right as they are.
    static func capitalized(_ text: [UInt8]) -> [UInt8] {
        let string = String(decoding: text, as: UTF8.self)
        guard let first = string.unicodeScalars.first else { return text }
        return Array(first.properties.titlecaseMapping.utf8) + text.dropFirst(String(first).utf8.count)
    }
}
