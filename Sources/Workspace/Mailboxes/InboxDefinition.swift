internal import MailModel

/// What a mailbox takes from people who write on purpose.
package struct InboxDefinition: Sendable, Hashable {
    /// Addresses that anybody may write to, to register; in canonical form.
    package var signUp: [String] = []
    /// The server whose Authentication-Results are believed.
    package var trustedHost: String?
    /// Whether a sign-up whose sender was not authenticated is held back; false by default.
    package var requiresTrust = false
    /// The command that gets the messages; nil when they are only recorded.
    package var command: String?

    /// Reads the keys of a mailbox.
    init(_ reader: GroupReader) {
        for text in reader.texts(InboxTable.signUp) {
            guard let mailbox = reader.mailbox(text.text, InboxTable.signUp, at: text.place) else { continue }
            signUp.append(mailbox.address.canonicalForm)
        }
        trustedHost = reader.host(InboxTable.trustedHost)
        requiresTrust = reader.boolean(InboxTable.requiresTrust) ?? false
        command = reader.group(InboxTable.onMessage)?.text(InboxTable.command)
        if requiresTrust, trustedHost == nil {
            reader.reportMissing(
                InboxTable.trustedHost,
                because: ": `require_authentication` needs a server to believe"
            )
        }
    }
}

/// Where the recipients of a job confirm by mail.
package struct ExpectDefinition: Sendable, Hashable {
    /// The address; `{token}` in it stands for the recipient's token.
    package var address: String
    /// Whether the address has a token.
    package var hasToken: Bool
    /// The column whose value stands in the subject.
    package var codeColumn: String?
}

extension JobDefinition {
    mutating func readExpect(_ reader: GroupReader) {
        onMessage = reader.group(InboxTable.onMessage)?.text(InboxTable.command)
        guard let group = reader.group(InboxTable.expect), let pattern = group.addressPattern(InboxTable.address) else {
            return
        }
        let code = group.text(InboxTable.code)
        if !pattern.hasToken, code == nil {
            group.reportMissing(InboxTable.code, because: ": without `{token}` nothing says who has answered")
        }
        expect = ExpectDefinition(
            address: pattern.address(token: pattern.hasToken ? TokenPattern.placeholder : ""),
            hasToken: pattern.hasToken,
            codeColumn: code
        )
    }
}
