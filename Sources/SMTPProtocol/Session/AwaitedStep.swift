package import MailModel

/// What the session waits for, and how long it may.
package struct AwaitedStep: Sendable, Hashable {
    package var phase: SessionPhase
    package var limit: Duration
}
