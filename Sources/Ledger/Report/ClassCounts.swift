package import MailModel

/// How many recipients of a run are in each class: each in exactly one, so that the sum is the number of rows.
package struct ClassCounts: Sendable, Hashable {
    /// Not tried yet, or being tried.
    package var planned = 0
    /// Accepted by a server, and nothing else was heard.
    package var accepted = 0
    /// Waiting for another attempt.
    package var deferred = 0
    /// Refused for good, or given up.
    package var failed = 0
    /// Sent or not: nobody can tell, and nothing was heard.
    package var inDoubt = 0
    /// Held back by the suppression list.
    package var suppressed = 0
    /// Rows with a fault, and duplicates.
    package var rejected = 0
    /// Taken out by a person.
    package var cancelled = 0
    /// Accepted, or in doubt, and come back.
    package var bounced = 0
    /// Accepted, or in doubt, and complained about; outranks a bounce.
    package var complained = 0
    /// The rows of the list.
    package var total = 0

    package init() {}

    /// The sum of all classes: equals ``total``.
    package var sum: Int {
        planned + accepted + deferred + failed + inDoubt + suppressed + rejected + cancelled + bounced + complained
    }
}

/// What is left to do in a run.
package struct Remaining: Sendable, Hashable {
    /// Recipients that were never claimed.
    package var untried: Int
    /// Recipients that wait for another attempt, or were given back.
    package var waiting: Int
    /// Recipients in doubt.
    package var inDoubt: Int
    /// When the first of the waiting ones is due.
    package var nextDue: Timestamp?

    /// Whether time or another attempt would change anything; claims that are open are not looked at.
    package var isNothing: Bool { untried == 0 && waiting == 0 }
}
