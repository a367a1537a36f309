package import MailModel

/// What collecting one mailbox did.
package struct MailboxSummary: Sendable {
    /// The mailbox, by its name in the settings.
    package var mailbox: String
    /// What the server listed, gave and deleted; all 0 when the poll failed.
    package var poll = PollSummary()
    /// Messages that are in the ledger now and were not before.
    package var new = 0
    /// Messages that were fetched and turned out to be there already.
    package var known = 0
    /// How many of the new ones are of each kind, in the classifier's words, or `quarantine`.
    package var kinds: [String: Int] = [:]
    /// New messages that were tied to a recipient.
    package var matched = 0
    /// New messages that were not.
    package var unmatched = 0
    /// Addresses that were not on the suppression list before.
    package var suppressed = 0
    /// Why the mailbox could not be collected, or not to its end; nil when all went well.
    package var failure: JobFailure?

    package init(mailbox: String) { self.mailbox = mailbox }
}
