/// One entry of an address list in a header field: `Name <ann@example.com>`, or a group of such.
package enum HeaderAddress: Sendable, Equatable {
    /// A mailbox with its display name.
    case mailbox(Mailbox)
    /// A named group: `friends: ann@example.com, bob@example.com;`.
    case group(name: String, members: [Mailbox])

    /// A display name and an address, as strangers write them; the address may be anything.
    package struct Mailbox: Sendable, Equatable {
        /// The display name, decoded, quotes and escapes removed; empty when there is none.
        package var name: String
        /// The address without comments and folding; quotes of the local part stay where they are needed.
        package var address: String

        /// Names an address.
        package init(name: String, address: String) {
            self.name = name
            self.address = address
        }
    }

    /// The mailboxes of the entry.
    package var mailboxes: [Mailbox] {
        switch self {
        case .mailbox(let mailbox): [mailbox]
        case .group(_, let members): members
        }
    }
}

/// The address list of a `From`, `To`, `Cc` or `Reply-To` field (RFC 5322 §3.4), read leniently.
///
/// What strangers write is read as far as it makes sense: obsolete syntax, missing brackets and quotes, semicolons for
/// commas. What was wrong is in ``defects``; a list without defects is right by the RFC, obsolete forms included. Names
/// go through a decoder that the caller gives, because encoded words (RFC 2047) are not read here.
package struct HeaderAddressList: Sendable {
    /// What is wrong with a list.
    package enum Defect: Hashable, Sendable {
        /// A quote that is never closed.
        case openQuote
        /// A comment that is never closed, or a `)` without its `(`.
        case unbalancedComment
        /// A `<` without its `>`, or the other way round.
        case unbalancedBracket
        /// Text where a comma or the end should be.
        case strayText
        /// An entry that has no address, or one that is none.
        case badAddress
        /// A `;` that ends no group, or a group that is not ended.
        case unbalancedGroup
        /// A control character.
        case control
        /// More entries than the ceiling; the rest was not read.
        case tooMany
    }

    /// The entries, in order.
    package internal(set) var entries: [HeaderAddress] = []
    /// What is wrong, each once, in the order of appearance.
    package internal(set) var defects: [Defect] = []

    /// Most mailboxes that are read.
    package static let maximumMailboxes = 10_000

    /// All mailboxes, those of groups among them.
    package var mailboxes: [HeaderAddress.Mailbox] { entries.flatMap(\.mailboxes) }

    /// Reads a field's value.
    ///
    /// - Parameters:
    ///   - value: The value behind the colon, folded or not; bytes that are no UTF-8 become U+FFFD.
    ///   - decodeName: Decodes the encoded words of a display name; the identity where names are to stay raw.
    package init(parsing value: ArraySlice<UInt8>, decodeName: @escaping (String) -> String = { $0 }) {
        var tokens = HeaderAddressTokens(value)
        let list = tokens.read()
        var builder = HeaderAddressBuilder(decodeName: decodeName)
        for token in list { builder.take(token) }
        builder.finish()
        entries = builder.entries
        for defect in tokens.defects + builder.defects where !defects.contains(defect) { defects.append(defect) }
    }

    /// Reads a field's value.
    package init(parsing value: String, decodeName: @escaping (String) -> String = { $0 }) {
        self.init(parsing: Array(value.utf8)[...], decodeName: decodeName)
    }
}
