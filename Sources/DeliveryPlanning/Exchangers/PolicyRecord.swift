/// The announcement of a policy in the DNS (RFC 8461 §3.1): `v=STSv1; id=20261123T090000;`.
package enum PolicyRecord {
    /// The name that it stands under.
    package static func name(of domain: String) -> String { "_mta-sts.\(domain)" }

    /// The id that the records announce; nil when none does, or more than one.
    ///
    ///     sts-text-record = sts-version 1*(sts-field-delim sts-field) [sts-field-delim]
    ///     sts-id = "id=" 1*32(ALPHA / DIGIT)
    package static func id(in records: [[UInt8]]) -> String? {
        let announcements = records.filter { $0.starts(with: "v=STSv1".utf8) && isEnd($0.dropFirst(7).first) }
        guard announcements.count == 1 else { return nil }
        for field in announcements[0].split(separator: UInt8(ascii: ";")).dropFirst() {
            let parts = field.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, Text.trimmed(parts[0]) == "id" else { continue }
            let id = Text.trimmed(parts[1])
            let isGood = (1...32).contains(id.utf8.count) && id.utf8.allSatisfy(Text.isLetterOrDigit)
            return isGood ? id : nil
        }
        return nil
    }

    private static func isEnd(_ byte: UInt8?) -> Bool {
        byte == nil || byte == UInt8(ascii: ";") || byte == UInt8(ascii: " ")
    }
}

/// Bytes of small text files.
enum Text {
    /// Without blanks at either end.
    static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
        guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }

    static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
