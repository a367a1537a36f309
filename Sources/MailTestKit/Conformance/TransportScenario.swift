package import MailModel

/// One situation that every transport must get right: a server, messages, and what must become of them.
package struct TransportScenario: Sendable, CustomStringConvertible {
    /// What happens, in a sentence.
    package var name: String
    /// What the server does on its n-th connection.
    package var play: @Sendable (Int) -> ConnectionPlay
    /// The messages that are given to the transport.
    package var messages: [OutgoingMessage]
    /// What must become of each recipient, in the order of messages and their RCPT commands; the last one repeats.
    package var expected: [OutcomePattern]
    /// How a transport may fail to run; empty when it must not.
    package var failures: Set<TransportFailure.Code> = []
    /// Whether it must fail so.
    package var mustFail = false
    /// Words of the server that the failure must carry.
    package var failureWords: String?
    /// Changes to the settings: one connection in the clear to the server is the start.
    package var settings: @Sendable (inout TransportSettings) -> Void = { _ in }
    /// Cancel when this many outcomes were recorded, the source being open until then; nil for never.
    package var cancelsAfter: Int?
    /// What else must hold; gives one sentence for each thing that does not.
    package var check: @Sendable (ScenarioResult) -> [String] = { _ in [] }
    /// How long it may take.
    package var timeLimit = Duration.seconds(20)
    /// Whether the server breaks the protocol itself, so that the client cannot be blamed for its own.
    package var ignoresBreaches = false

    /// A scenario with a server that behaves.
    ///
    /// - Parameters:
    ///   - name: what happens, in a sentence.
    ///   - behaviour: what the server does on every connection.
    ///   - messages: what is sent.
    ///   - expected: what must become of each recipient.
    package init(
        _ name: String,
        _ behaviour: ServerBehaviour = ServerBehaviour(),
        messages: [OutgoingMessage],
        expected: [OutcomePattern]
    ) {
        self.init(name, play: { _ in .serve(behaviour) }, messages: messages, expected: expected)
    }

    /// A scenario with a server that does something else on each connection.
    ///
    /// - Parameters:
    ///   - name: what happens, in a sentence.
    ///   - play: what the server does on its n-th connection.
    ///   - messages: what is sent.
    ///   - expected: what must become of each recipient.
    package init(
        _ name: String,
        play: @escaping @Sendable (Int) -> ConnectionPlay,
        messages: [OutgoingMessage],
        expected: [OutcomePattern]
    ) {
        self.name = name
        self.play = play
        self.messages = messages
        self.expected = expected
    }

    package var description: String { name }

    /// The same with changes.
    ///
    /// - Parameter change: makes them.
    /// - Returns: the changed copy.
    package func with(_ change: (inout TransportScenario) -> Void) -> TransportScenario {
        var copy = self
        change(&copy)
        return copy
    }
}

/// What came of a scenario.
package struct ScenarioResult: Sendable {
    /// What the server saw.
    package var server: ServerRecord
    /// What the observer heard.
    package var observer: RecordingObserver
    /// What the transport threw.
    package var failure: TransportFailure?
    /// What the source gave out.
    package var given: [OutgoingMessage]
}
