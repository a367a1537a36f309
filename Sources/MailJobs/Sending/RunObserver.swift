internal import FlightRecorder
internal import MailModel
internal import Synchronization

extension AttemptID {
    /// Whether it is about somebody who gets a copy, and is no recipient of the run.
    var isCopy: Bool { attempt == 0 }
}

/// Hears of deliveries and puts them where a killed process cannot take them back: the flight recorder's shared memory.
final class RunObserver: DeliveryObserver {
    private let flight: FlightLog
    private let board: RunBoard
    private let nextSession: Mutex<UInt32>
    /// What was made for the attempts that are under way.
    let sent = SentTable()

    init(_ flight: FlightLog, board: RunBoard, firstSession: SessionID) {
        self.flight = flight
        self.board = board
        nextSession = Mutex(firstSession.rawValue)
    }

    func sessionOpened(_ facts: SessionFacts) -> SessionID {
        let id = nextSession.withLock { next in
            defer { next += 1 }
            return SessionID(rawValue: next)
        }
        _ = flight.publish(.session(id, facts))
        return id
    }

    func willHandOver(_ id: AttemptID) {
        guard !id.isCopy else { return }
        flight.mark(id, sent: sent.facts(of: id))
    }

    func record(_ report: DeliveryReport) {
        guard !report.id.isCopy else {
            switch report.outcome {
            case .failed(let cause), .deferred(let cause): board.count { $0.note(refusedCopy: cause) }
            case .accepted, .released, .inDoubt: break
            }
            return
        }
        var report = report
        report.sent = sent.take(report.id)
        // When the ledger has failed, an outcome may find no room: its mark stays then, and recovery calls it in doubt.
        flight.settle(report, at: .now)
    }
}
