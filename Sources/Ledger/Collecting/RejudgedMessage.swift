/// A collected message as it is in the ledger, with its verdict.
package struct LedgerMessage: Sendable, Hashable {
    /// Its number.
    package var number: Int64
    /// The message and its verdict.
    package var record: CollectedRecord

    package init(number: Int64, record: CollectedRecord) {
        self.number = number
        self.record = record
    }
}

/// New verdicts on messages that the ledger has, and what follows from them.
package struct Rejudgement: Sendable, Hashable {
    /// The messages that change, with their new verdicts.
    package var messages: [LedgerMessage]
    /// Entries that are added to the suppression list.
    package var suppressions: [Suppression]
    /// Entries that no verdict supports any more, each as it was found.
    package var released: [Suppression]
    /// The number of the last message that was looked at.
    package var last: Int64

    package init(messages: [LedgerMessage], suppressions: [Suppression], released: [Suppression], last: Int64) {
        self.messages = messages
        self.suppressions = suppressions
        self.released = released
        self.last = last
    }
}

/// What applying new verdicts did.
package enum RejudgementOutcome: Sendable, Hashable {
    /// They are in the ledger.
    case applied(suppressed: Int, released: Int)
    /// Mail was collected since they were made: what follows from them may be otherwise now. Nothing was changed.
    case outdated
}
