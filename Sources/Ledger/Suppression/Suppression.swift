package import MailModel

/// Who is not to get mail, and why.
package struct Suppression: Sendable, Hashable {
    /// What an entry names; the numbers are those in the file and never change.
    package enum Kind: Int, Sendable, Hashable, CaseIterable {
        /// One address, in its canonical form.
        case address = 0
        /// All addresses of a domain, in lower-case A-labels.
        case domain = 1
        /// One address, as a hash of its canonical form that takes the workspace's secret to make: 64 digits.
        case keyedHash = 2
        /// All addresses of a domain and of those below it, in lower-case A-labels.
        case domainTree = 3
        /// One address, as the SHA-256 hash of its canonical form: 64 digits.
        case plainHash = 4
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

    /// What it names.
    package var key: SuppressionKey { SuppressionKey(kind: kind, value: value) }

    /// Whether it holds mail back at a point in time.
    package func holds(at now: Timestamp) -> Bool { expires.map { $0 > now } ?? true }

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
