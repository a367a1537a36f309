package import MailModel

/// What became of one recipient: ``DeliveryReport`` without the session's number, which only the engine knows.
package struct SessionReport: Sendable, Hashable {
    package var id: AttemptID
    package var outcome: RecipientOutcome
    package var phase: SessionPhase
}
