/// What a run has to remember of its deliveries: it passes through the flight recorder into the ledger, in order.
package enum DeliveryEvent: Sendable, Hashable {
    /// A session was opened; outcomes behind it refer to it by number.
    case session(SessionID, SessionFacts)
    /// One recipient's outcome, and when it was known.
    case outcome(DeliveryReport, at: Timestamp)
}
