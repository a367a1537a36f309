/// What `identity:` says.
package struct IdentityDefinition: Sendable, Hashable {
    /// Where reports go; nil for the address of the job's `from`.
    package var reversePath: ReversePathPattern?
    /// The keys that messages are signed with.
    package var dkim: [DKIMKeyDefinition] = []

    package init() {}
}

/// A reverse-path, with or without the place of the recipient's token.
package struct ReversePathPattern: Sendable, Hashable {
    /// What stands before the token; the whole address without one.
    package var prefix: String
    /// What stands behind the token; nil for a fixed reverse-path.
    package var suffix: String?

    /// Where the token stands in the file.
    package static let placeholder = "{token}"

    /// Whether every recipient has a reverse-path of its own (VERP).
    package var hasToken: Bool { suffix != nil }

    /// The address of one recipient.
    ///
    /// - Parameter token: lower-case base32 of 26 characters; not used by a fixed reverse-path.
    /// - Returns: The address.
    package func address(token: String) -> String {
        suffix.map { prefix + token + $0 } ?? prefix
    }
}

/// A key that messages are signed with.
package struct DKIMKeyDefinition: Sendable, Hashable {
    /// The signing domain, in lower-case A-labels.
    package var domain: String
    /// The selector.
    package var selector: String
    /// Where the private key (PEM) is.
    package var key: SecretReference
}
