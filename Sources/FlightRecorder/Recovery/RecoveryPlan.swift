package import MailModel

/// What becomes of the claims that a process has left open; decided here, carried out by the ledger.
///
/// | the recorder is | the attempt was | so it is |
/// |---|---|---|
/// | intact | published | what the outcome says |
/// | intact | marked, not published | in doubt |
/// | intact, slots were enough | neither | planned |
/// | intact, slots were not enough | neither | in doubt |
/// | anything else | claimed | in doubt |
package struct RecoveryPlan: Sendable, Hashable {
    /// Events for the ledger, in order; it ignores what it has.
    package var events: [DeliveryEvent] = []
    /// Claims that may have been sent.
    package var inDoubt: [AttemptID] = []
    /// Claims that were certainly not sent.
    package var planned: [AttemptID] = []
    /// What left with those in doubt, where that is known.
    package var sent: [AttemptID: SentFacts] = [:]
    /// How that is known, in words for a person.
    package var words: String

    /// - Parameters:
    ///   - claims: the claims that the ledger has open.
    ///   - verdict: what their recorder is worth.
    package init(claims: [AttemptID], verdict: FlightVerdict) {
        switch verdict {
        case .untrusted(let doubt):
            words = "the process ended and \(doubt)"
            inDoubt = claims
        case .intact(let flight):
            words = "the process ended; its flight recorder is whole"
            events = flight.events
            sent = flight.sent
            let answered = Set(
                flight.events.compactMap { event -> AttemptID? in
                    switch event {
                    case .outcome(let report, _): report.id
                    case .session: nil
                    }
                }
            )
            for claim in claims where !answered.contains(claim) {
                if flight.marksAreComplete, !flight.marked.contains(claim) {
                    planned.append(claim)
                } else {
                    inDoubt.append(claim)
                }
            }
        }
    }
}
