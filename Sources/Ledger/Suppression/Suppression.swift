package import MailModel

/// Who is not to get mail, and why.
package struct Suppression: Sendable, Hashable {
    /// What an entry names; the numbers are those in the file and never change.
    package enum Kind: Int, Sendable, Hashable {
        /// One address, in its canonical form.
        case address = 0
        /// All addresses of a domain, in lower-case A-labels.
        case domain = 1
        /// One address, as a hash of its canonical form.
        case hash = 2
    }

    /// What ``value`` names.
    package var kind: Kind
    /// The address, domain or hash.
    package var value: String
    /// Why: `hard-bounce`, `complaint`, `unsubscribe`, `manual` and the like.
    package var reason: String
    /// Where it comes from: a run, a mailbox, a file, a person.
    package var source: String
    /// Since when.
    package var at: Timestamp
    /// Until when; nil for ever.
    package var expires: Timestamp?
    /// Words about it.
    package var note: String?

    package init(
        kind: Kind = .address,
        value: String,
        reason: String,
        source: String,
        at: Timestamp,
        expires: Timestamp? = nil,
        note: String? = nil
    ) {
        self.kind = kind
        self.value = value
        self.reason = reason
        self.source = source
        self.at = at
        self.expires = expires
        self.note = note
    }
}

/// The whole suppression list in memory, for checks at claim time.
package struct SuppressionSet: Sendable {
    /// The change that the set reflects; a higher number in the ledger means that it is out of date.
    package var version: Int
    /// Addresses in canonical form, each with its reason.
    package var addresses: [String: String] = [:]
    /// Domains in lower-case A-labels, each with its reason.
    package var domains: [String: String] = [:]
    /// Hashes of addresses, each with its reason.
    package var hashes: [String: String] = [:]

    /// Why an address is held back; nil when it is not.
    ///
    /// Hashes are not looked at: their maker does that.
    ///
    /// - Parameters:
    ///   - address: the canonical form.
    ///   - domain: its domain in lower-case A-labels.
    /// - Returns: the entry's reason.
    package func reason(address: String, domain: String) -> String? { addresses[address] ?? domains[domain] }
}
