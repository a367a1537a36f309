/// Language tags (BCP 47), as far as finding a folder takes them.
enum LanguageTag {
    /// Longest tag that is looked at.
    private static let maximumLength = 64

    /// Whether a folder's name is a language: two or three letters, then subtags of one to eight letters and digits.
    static func isWellFormed(_ tag: String) -> Bool {
        let parts = folded(tag).utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard tag.utf8.count <= maximumLength, let language = parts.first, (2...3).contains(language.count),
            language.allSatisfy(isLetter)
        else { return false }
        return parts.dropFirst().allSatisfy { part in
            (1...8).contains(part.count) && part.allSatisfy { isLetter($0) || isDigit($0) }
        }
    }

    /// The tag in lower case with hyphens.
    static func folded(_ tag: String) -> String {
        String(
            decoding: tag.utf8.map { byte -> UInt8 in
                switch byte {
                case UInt8(ascii: "_"): UInt8(ascii: "-")
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
                default: byte
                }
            },
            as: UTF8.self
        )
    }

    /// The tags to look for, nearest first and folded, by taking subtags off the end (RFC 4647 §3.4).
    ///
    /// Chinese is written in two scripts, and people name them by region as often as by script: `zh-TW` also finds a
    /// folder `zh-Hant`, and the other way round; `zh` alone means simplified characters.
    static func lookupOrder(of locale: String) -> [String] {
        // `zh_CN.UTF-8` and `de@euro` are how the system's own settings write it.
        let tag = folded(String(locale.trimmed.prefix { $0 != "." && $0 != "@" }))
        guard isWellFormed(tag) else { return [] }
        var order: [String] = []
        var parts = tag.split(separator: "-")
        while !parts.isEmpty {
            append(parts.joined(separator: "-"), to: &order)
            parts.removeLast()
            // A single letter only introduces what follows it.
            if let last = parts.last, last.utf8.count == 1 { parts.removeLast() }
        }
        return order
    }

    private static func append(_ tag: String, to order: inout [String]) {
        for candidate in [tag] + (synonyms[tag] ?? []) where !order.contains(candidate) { order.append(candidate) }
    }

    private static let synonyms: [String: [String]] = [
        "zh-cn": ["zh-hans-cn", "zh-hans"],
        "zh-sg": ["zh-hans-sg", "zh-hans", "zh-cn"],
        "zh-hans": ["zh-cn"],
        "zh-tw": ["zh-hant-tw", "zh-hant"],
        "zh-hk": ["zh-hant-hk", "zh-hant", "zh-tw"],
        "zh-mo": ["zh-hant-mo", "zh-hant", "zh-hk", "zh-tw"],
        "zh-hant-hk": ["zh-hk"],
        "zh-hant-mo": ["zh-mo", "zh-hk"],
        "zh-hant": ["zh-tw"],
        "zh": ["zh-hans", "zh-cn"],
    ]

    private static func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 }
    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
