package import MailModel

/// How a session ended.
package struct SessionEnd: Sendable, Hashable {
    /// What that means for the next session.
    package enum Kind: Sendable, Hashable {
        /// We said QUIT, or hung up on purpose.
        case quit
        /// The server asked to be left alone for now: 421, or another 4yz before mail could be sent.
        case closing
        /// The connection was lost, or could not be made.
        case lost
        /// An answer did not come in time.
        case timedOut
        /// The server broke the protocol.
        case breach
        /// Another session would end the same way until somebody changes something.
        case refused(TransportFailure.Code)
    }

    package var kind: Kind
    /// The step at which it ended.
    package var phase: SessionPhase
    /// The server's words, or what broke.
    package var cause: FailureCause

    package init(kind: Kind, phase: SessionPhase, cause: FailureCause) {
        self.kind = kind
        self.phase = phase
        self.cause = cause
    }
}
