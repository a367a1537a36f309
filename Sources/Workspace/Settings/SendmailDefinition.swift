/// What `sendmail:` says in `martlet.yaml`.
package struct SendmailDefinition: Sendable, Hashable {
    /// The transport that the mail leaves by; nil for the only one.
    package var via: String?
    /// What follows the `@` where a program names a user only; nil for the machine's mail name.
    package var domain: String?
    /// When recipients who were put off are tried again.
    package var retry = RetryDefinition()

    package init() {}

    /// Reads the group's keys.
    init(_ reader: GroupReader) {
        via = reader.name(SendmailTable.via)
        domain = reader.text(SendmailTable.domain)
        if let group = reader.group(SendmailTable.retry) { retry = RetryDefinition(group) }
    }
}
