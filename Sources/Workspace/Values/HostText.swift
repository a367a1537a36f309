internal import MailModel

/// Host names and IP addresses as settings name them.
enum HostText {
    /// A name that can be looked up, or an IP address without brackets; nil for anything else.
    ///
    /// Names in other scripts become their ASCII form (IDNA2008).
    static func checked(_ text: String) -> String? {
        if text.hasPrefix("["), text.hasSuffix("]") { return address(String(text.dropFirst().dropLast())) }
        if text.contains(":") { return address(text) }
        let bytes = text.utf8
        if bytes.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: ".") }) {
            return address(text)
        }
        return domain(text) ?? (isLocalName(text) ? text.lowercased() : nil)
    }

    /// A domain in lower-case A-labels; nil when it is none.
    static func domain(_ text: String) -> String? {
        guard !text.contains("@"), !text.hasPrefix("["), let address = try? MailAddress(parsing: "x@" + text)
        else { return nil }
        return address.asciiDomain.lowercased()
    }

    /// An IP address without brackets; nil when it is none.
    static func address(_ text: String) -> String? {
        let literal = text.contains(":") ? "[IPv6:\(text)]" : "[\(text)]"
        return (try? MailAddress(parsing: "x@" + literal)) == nil ? nil : text
    }

    /// Names that machines have in small networks: underscores are no domain's, and are met all the same.
    private static func isLocalName(_ text: String) -> Bool {
        let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return text.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.count)
                    && label.allSatisfy { byte in
                        switch byte {
                        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                            true
                        default: false
                        }
                    }
            }
    }
}
