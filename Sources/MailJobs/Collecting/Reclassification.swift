package import Ledger

/// What today's rules say otherwise of one stored message.
package struct Reclassification: Sendable {
    /// What is said of a recipient, before and after.
    package struct Recipient: Sendable {
        /// The address, as the message names it; nil when it names nobody.
        package var address: String?
        /// What the ledger has; nil when it did not name this recipient.
        package var before: RecordedVerdict?
        /// What would be there; nil when the recipient is no longer named.
        package var after: RecordedVerdict?
        /// The rule that decides the new reason.
        package var rule: String?
    }

    /// The message as the ledger has it.
    package var before: LedgerMessage
    /// The message with the new verdict.
    package var after: CollectedRecord
    /// The recipients of whom something else is said.
    package var recipients: [Recipient]

    /// Whether it is another kind of message now.
    package var changesKind: Bool { before.record.kind != after.kind }
}

/// What reclassifying found, and what it did.
package struct ReclassifySummary: Sendable {
    /// Messages that were judged anew.
    package var judged = 0
    /// Messages of which something else is said.
    package var changed = 0
    /// Messages whose files cannot be read, each with its file and why; their verdicts stay.
    package var unreadable: [(file: String, reason: String)] = []
    /// Addresses that are, or would be, added to the suppression list.
    package var suppressed: [String] = []
    /// Addresses that are, or would be, taken off it.
    package var released: [String] = []
    /// Whether the changes are in the ledger.
    package var isApplied = false
}
