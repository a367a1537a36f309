/// Names of the DNS as text.
package enum HostName {
    /// Reads a name in wire format that fills `bytes`.
    ///
    /// - Returns: the name in lower case, empty for the root; nil when it is broken, or no host name (RFC 1123 §2.1;
    ///   underscores are let through, since mail exchangers with such names exist).
    static func text(_ bytes: ArraySlice<UInt8>) -> String? {
        var labels: [ArraySlice<UInt8>] = []
        var place = bytes.startIndex
        while place < bytes.endIndex, bytes[place] != 0 {
            let end = place + 1 + Int(bytes[place])
            guard bytes[place] < 64, end < bytes.endIndex else { return nil }
            labels.append(bytes[place + 1..<end])
            place = end
        }
        guard place == bytes.endIndex - 1, bytes.count <= 255 else { return nil }
        guard labels.allSatisfy(isHostLabel) else { return nil }
        return labels.map { String(decoding: $0, as: UTF8.self).lowercased() }.joined(separator: ".")
    }

    private static func isHostLabel(_ label: ArraySlice<UInt8>) -> Bool {
        label.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }

    /// Whether a text may be asked about: labels of 1 to 63 bytes of printable ASCII without a space or a backslash.
    package static func isName(_ text: String) -> Bool {
        let name = text.utf8.last == UInt8(ascii: ".") ? text.utf8.dropLast() : text.utf8[...]
        guard !name.isEmpty, name.count <= 253 else { return false }
        return name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.count)
                && label.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
        }
    }
}
