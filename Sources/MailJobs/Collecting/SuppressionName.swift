package import Ledger
internal import MailModel

/// What a person names on the suppression list: an address, all of a domain, or the hash of an address.
package struct SuppressionName: Sendable, Hashable {
    /// Why something is no such name.
    package struct Fault: Error, Sendable, CustomStringConvertible {
        /// What is wrong and what would be right.
        package var description: String
    }

    /// What is named.
    package let kind: Suppression.Kind
    /// The canonical form: two spellings of a mailbox or a domain give the same.
    package let value: String

    /// What a hash made with the workspace's secret begins with.
    private static let keyedMark = "hash:"
    /// What a SHA-256 hash begins with.
    private static let plainMark = "sha256:"
    /// Digits of a hash.
    private static let hashLength = 64

    /// Reads a name: `ann@example.com`; `@example.com` or `example.com` for all of a domain; `@.example.com` for a domain
    /// with all below it; `hash:…` and `sha256:…` with 64 hexadecimal digits.
    package init(_ text: String) throws(Fault) {
        let text = String(decoding: MessageFactory.trimmed(Array(text.utf8)[...]), as: UTF8.self)
        for (mark, kind) in [(Self.keyedMark, Suppression.Kind.keyedHash), (Self.plainMark, .plainHash)]
        where text.hasPrefix(mark) && !text.contains("@") {
            self.kind = kind
            value = try Self.hash(String(text.dropFirst(mark.count)), of: mark)
            return
        }
        let isDomain = text.utf8.first == UInt8(ascii: "@") || (text.contains(".") && !text.contains("@"))
        var domain = text.utf8.first == UInt8(ascii: "@") ? String(text.dropFirst()) : text
        let isTree = isDomain && domain.hasPrefix(".")
        if isTree { domain.removeFirst() }
        do throws(MailAddress.Fault) {
            let address = try MailAddress(parsing: isDomain ? "x@\(domain)" : text)
            kind = isTree ? .domainTree : isDomain ? .domain : .address
            value = isDomain ? address.asciiDomain.lowercased() : address.canonicalForm
        } catch {
            let what = isDomain ? "no domain" : "neither an address nor a domain such as @example.com"
            throw Fault(description: "`\(text.prefix(100))` is \(what)\(isDomain ? "" : ": \(error)")")
        }
    }

    private static func hash(_ digits: String, of mark: String) throws(Fault) -> String {
        let isHash =
            digits.utf8.count == hashLength
            && digits.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
                    UInt8(ascii: "A")...UInt8(ascii: "F"):
                    true
                default: false
                }
            }
        guard isHash else {
            throw Fault(
                description: "`\(mark)\(digits.prefix(80))` is no hash: it has \(hashLength) hexadecimal digits"
            )
        }
        return digits.lowercased()
    }

    /// The name of an entry.
    package init(_ key: SuppressionKey) {
        kind = key.kind
        value = key.value
    }

    /// The name as the ledger has it.
    package var key: SuppressionKey { SuppressionKey(kind: kind, value: value) }

    /// All of a domain and of those below it, where this names a domain; otherwise the same.
    package var withSubdomains: SuppressionName {
        kind == .domain ? SuppressionName(SuppressionKey(kind: .domainTree, value: value)) : self
    }

    /// The name as it can be read again.
    package static func text(of entry: Suppression) -> String { SuppressionName(entry.key).text }

    /// The name as it can be read again.
    package var text: String {
        switch kind {
        case .address: value
        case .domain: "@" + value
        case .domainTree: "@." + value
        case .keyedHash: Self.keyedMark + value
        case .plainHash: Self.plainMark + value
        }
    }
}
