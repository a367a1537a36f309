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

    private static let hashMark = "hash:"

    /// Reads a name: `ann@example.com`; `@example.com` or `example.com` for all of a domain; `hash:…`.
    package init(_ text: String) throws(Fault) {
        let text = String(decoding: MessageFactory.trimmed(Array(text.utf8)[...]), as: UTF8.self)
        if text.hasPrefix(Self.hashMark), text.utf8.count > Self.hashMark.utf8.count, !text.contains("@") {
            kind = .hash
            value = String(text.dropFirst(Self.hashMark.count))
            return
        }
        let isDomain = text.utf8.first == UInt8(ascii: "@") || (text.contains(".") && !text.contains("@"))
        let domain = text.utf8.first == UInt8(ascii: "@") ? String(text.dropFirst()) : text
        do throws(MailAddress.Fault) {
            let address = try MailAddress(parsing: isDomain ? "x@\(domain)" : text)
            kind = isDomain ? .domain : .address
            value = isDomain ? address.asciiDomain.lowercased() : address.canonicalForm
        } catch {
            let what = isDomain ? "no domain" : "neither an address nor a domain such as @example.com"
            throw Fault(description: "`\(text.prefix(100))` is \(what)\(isDomain ? "" : ": \(error)")")
        }
    }

    /// The names under which an address may be held back: its own, and its domain's.
    package static func names(holding address: String) throws(Fault) -> [SuppressionName] {
        let name = try SuppressionName(address)
        guard name.kind == .address, let at = name.value.lastIndex(of: "@") else { return [name] }
        return [name, try SuppressionName(String(name.value[at...]))]
    }

    private init(kind: Suppression.Kind, value: String) {
        self.kind = kind
        self.value = value
    }

    /// The name as it can be read again.
    package static func text(of entry: Suppression) -> String {
        switch entry.kind {
        case .address: entry.value
        case .domain: "@" + entry.value
        case .hash: hashMark + entry.value
        }
    }
}
