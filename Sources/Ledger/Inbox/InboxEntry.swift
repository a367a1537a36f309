package import MailModel

/// Mail that somebody wrote to us on purpose, as it is recorded.
package struct InboxRecord: Sendable, Hashable {
    /// A name for it that stays the same for ever, for programs that must not act twice.
    package var key: String
    /// `confirmation`, `sign-up` or `unsubscribe`.
    package var kind: String
    /// The job that expected it; nil for a mailbox's own addresses.
    package var job: String?
    /// Who wrote it, as the From field says; empty when it says nobody.
    package var sender: String
    /// The name in the From field.
    package var name: String
    /// The subject.
    package var subject: String
    /// The run it is about; nil when it is about none.
    package var run: UInt32?
    /// The recipient of that run.
    package var seq: UInt32?
    /// How it was tied: `token`, `code`, `sender`, or `none`.
    package var matched: String
    /// How far the sender is believed: `authenticated`, `failed` or `unknown`.
    package var trust: String
    /// Why it is handed to nobody; nil when it may be.
    package var held: String?

    package init(key: String, kind: String, sender: String, matched: String, trust: String) {
        self.key = key
        self.kind = kind
        self.sender = sender
        self.matched = matched
        self.trust = trust
        name = ""
        subject = ""
    }
}

/// An entry of the inbox as it is listed.
package struct InboxEntry: Sendable, Hashable {
    /// Its number in the ledger.
    package var id: Int64
    /// What was recorded.
    package var record: InboxRecord
    /// When it was collected.
    package var at: Timestamp
    /// The mailbox that it came from.
    package var mailbox: String
    /// The file that holds the message, relative to the state folder.
    package var file: String
    /// When the job's command had taken it; nil when it has not.
    package var handed: Timestamp?
    /// How often it was handed over in vain.
    package var tries: Int
    /// What was said the last time.
    package var error: String?
}
