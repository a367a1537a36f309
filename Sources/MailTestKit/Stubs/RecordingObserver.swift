package import MailModel
internal import Synchronization

/// Notes all that it hears of deliveries, and finds what no transport may do.
package final class RecordingObserver: DeliveryObserver {
    /// Something that was heard.
    package enum Event: Sendable {
        case opened(SessionID, SessionFacts)
        case handedOver(AttemptID)
        case recorded(DeliveryReport)
    }

    private struct State {
        var events: [Event] = []
        var sessions: UInt32 = 0
        var outcomes = 0
    }

    private let heard = Mutex(State())
    private let whenRecorded: @Sendable (Int) -> Void

    /// An observer.
    ///
    /// - Parameter whenRecorded: is called behind each outcome with the number of outcomes so far.
    package init(whenRecorded: @escaping @Sendable (Int) -> Void = { _ in }) {
        self.whenRecorded = whenRecorded
    }

    /// All that was heard, in its order.
    package var events: [Event] { heard.withLock { $0.events } }

    /// The outcomes, in their order.
    package var reports: [DeliveryReport] {
        events.compactMap { if case .recorded(let report) = $0 { report } else { nil } }
    }

    /// The sessions that were opened.
    package var sessions: [SessionFacts] {
        events.compactMap { if case .opened(_, let facts) = $0 { facts } else { nil } }
    }

    /// The outcome of one attempt, if it was recorded.
    package func report(_ id: AttemptID) -> DeliveryReport? { reports.first { $0.id == id } }

    package func sessionOpened(_ facts: SessionFacts) -> SessionID {
        heard.withLock { heard in
            let id = SessionID(rawValue: heard.sessions)
            heard.sessions += 1
            heard.events.append(.opened(id, facts))
            return id
        }
    }

    package func willHandOver(_ id: AttemptID) {
        heard.withLock { $0.events.append(.handedOver(id)) }
    }

    package func record(_ report: DeliveryReport) {
        let count = heard.withLock { heard in
            heard.events.append(.recorded(report))
            heard.outcomes += 1
            return heard.outcomes
        }
        whenRecorded(count)
    }
}
