package import MailModel
internal import Synchronization

/// Sends one message outside of any run: nothing is recorded, nothing counts.
package enum SampleSender {
    /// Sends a message.
    ///
    /// - Parameters:
    ///   - message: an envelope and the bytes that go with it.
    ///   - transport: how it leaves.
    /// - Returns: what became of it, and in which session.
    /// - Throws: `JobFailure` when no session can be had.
    package static func send(
        _ message: OutgoingMessage,
        by transport: any MailTransport
    ) async throws(JobFailure) -> (report: DeliveryReport, session: SessionFacts?) {
        let listener = Listener()
        do throws(TransportFailure) {
            try await transport.deliver(from: OneMessage(message), observer: listener)
        } catch {
            throw JobFailure(error)
        }
        guard let report = listener.report else {
            throw JobFailure(.internalFault, "the transport ended without an outcome; please report it")
        }
        return (report, listener.facts)
    }

    /// Gives out one message, once.
    private final class OneMessage: MessageSource {
        private let rest: Mutex<OutgoingMessage?>

        init(_ message: OutgoingMessage) { rest = Mutex(message) }

        func next(upTo count: Int) async -> [OutgoingMessage]? {
            rest.withLock { rest in
                defer { rest = nil }
                return rest.map { [$0] }
            }
        }
    }

    /// Keeps the last outcome and the last session.
    private final class Listener: DeliveryObserver {
        private let state = Mutex<(report: DeliveryReport?, facts: SessionFacts?)>((nil, nil))

        var report: DeliveryReport? { state.withLock { $0.report } }
        var facts: SessionFacts? { state.withLock { $0.facts } }

        func sessionOpened(_ facts: SessionFacts) -> SessionID {
            state.withLock { $0.facts = facts }
            return SessionID(rawValue: 1)
        }

        func willHandOver(_ id: AttemptID) {}

        func record(_ report: DeliveryReport) { state.withLock { $0.report = report } }
    }
}
