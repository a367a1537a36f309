internal import MIMECoding

/// A block between `-----BEGIN …-----` and `-----END …-----` (RFC 7468).
struct PEMBlock {
    /// What stands behind BEGIN.
    var label: String
    /// The decoded bytes; nil if they are no base64.
    var content: [UInt8]?
    /// Whether old-style fields before the content say that it is encrypted (RFC 1421 §4.6.1.1).
    var isEncrypted = false

    /// The most blocks that are looked at in one file.
    private static let mostBlocks = 16

    /// The blocks of a text; what stands between them is left out, a block without its end too.
    static func all(in text: [UInt8]) -> [PEMBlock] {
        var blocks: [PEMBlock] = []
        var label: String?
        var base64: [UInt8] = []
        var isEncrypted = false
        for line in text.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
            let words = String(decoding: line.filter { $0 >= 32 && $0 < 127 }, as: UTF8.self)
            if let name = Self.label(words, "-----BEGIN ") {
                label = name
                base64.removeAll()
                isEncrypted = false
            } else if let open = label, let name = Self.label(words, "-----END ") {
                guard name == open else { continue }
                blocks.append(PEMBlock(label: open, content: Base64.decodeStrictly(base64), isEncrypted: isEncrypted))
                label = nil
                guard blocks.count < mostBlocks else { break }
            } else if label != nil {
                if words.contains(":") {
                    isEncrypted = isEncrypted || words.hasPrefix("Proc-Type:") && words.hasSuffix("ENCRYPTED")
                } else {
                    base64 += line.filter { $0 > 32 }
                }
            }
        }
        return blocks
    }

    private static func label(_ line: String, _ start: String) -> String? {
        guard line.hasPrefix(start) else { return nil }
        let rest = line.dropFirst(start.count)
        guard let end = rest.firstIndex(of: "-") else { return nil }
        return String(rest[..<end])
    }
}
