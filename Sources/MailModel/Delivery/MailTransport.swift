/// Where a transport's messages come from; pulled, so that rows are read as fast as mail leaves.
package protocol MessageSource: Sendable {
    /// The next messages.
    ///
    /// Suspends while none is ready. Called from several tasks at once.
    /// - Parameter count: the most that the caller can use now.
    /// - Returns: 1 to `count` messages, or nil when no more will come.
    func next(upTo count: Int) async -> [OutgoingMessage]?
}

/// What hears of deliveries as they happen; calls are synchronous, short and come from any thread.
package protocol DeliveryObserver: Sendable {
    /// A session is ready for mail.
    func sessionOpened(_ facts: SessionFacts) -> SessionID

    /// The bytes that complete a message are about to be given to the socket layer.
    ///
    /// When this returns, the mark is where a killed process cannot take it back. Every recipient still in the
    /// transaction is marked; each mark ends with the report of its outcome.
    func willHandOver(_ id: AttemptID)

    /// The outcome of one recipient; exactly one for each that the source gave out.
    func record(_ report: DeliveryReport)
}

/// A way for mail to leave.
package protocol MailTransport: Sendable {
    /// Delivers all that `source` gives, until it ends or the task is cancelled.
    ///
    /// A refusal is an outcome, not an error. Cancelling finishes open transactions within the grace period of the
    /// transport and releases the rest.
    /// - Throws: `TransportFailure` when no session can be had; all messages that were taken have been reported first.
    func deliver(from source: any MessageSource, observer: any DeliveryObserver) async throws(TransportFailure)
}

/// Why a transport cannot run at all.
package struct TransportFailure: Error, Sendable {
    /// What kind of thing is wrong: it decides the exit code.
    package enum Code: Sendable, Hashable {
        /// No connection can be made.
        case unreachable
        /// The certificate, or TLS itself, was refused.
        case untrusted
        /// The login was refused.
        case loginRefused
        /// The server does not speak the protocol.
        case protocolBreach
        /// The settings cannot work with this server.
        case configuration
    }

    package var code: Code
    /// The step at which it failed.
    package var phase: SessionPhase
    /// Host and port, as a person names them.
    package var peer: String
    /// The server's words, or what broke.
    package var cause: FailureCause

    package init(code: Code, phase: SessionPhase, peer: String, cause: FailureCause) {
        self.code = code
        self.phase = phase
        self.peer = peer
        self.cause = cause
    }
}
