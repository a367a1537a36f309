/// What `martlet.yaml` says, checked; secrets are references that are read when they are used.
package struct WorkspaceSettings: Sendable, Hashable {
    /// Where outcomes are kept.
    package enum LedgerLocation: Sendable, Hashable {
        /// In the state folder.
        case sqlite
        /// In a PostgreSQL database.
        case postgres(url: String)
    }

    /// The file, as people name it.
    package var file: String
    /// The ways for mail to leave, in the order of the file.
    package var transports: [TransportDefinition] = []
    /// The mailboxes that mail is collected from, in the order of the file.
    package var mailboxes: [MailboxDefinition] = []
    /// Who we are.
    package var identity = IdentityDefinition()
    /// Where outcomes are kept; SQLite by default.
    package var ledger = LedgerLocation.sqlite
    /// What the list of those who get no mail keeps, and when soft bounces add to it.
    package var suppression = SuppressionDefinition()
    /// How mail leaves that programs hand in.
    package var sendmail = SendmailDefinition()
    /// What the file asks for and this version has not, besides what concerns one transport only.
    package var unavailable: [ConfigFault] = []

    package init(file: String) {
        self.file = file
    }
}
