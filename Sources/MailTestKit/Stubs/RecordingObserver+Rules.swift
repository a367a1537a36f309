package import MailModel

extension RecordingObserver {
    /// What was heard that breaks the promises of a transport.
    ///
    /// Each recipient that was given out has exactly one outcome and nobody else has any; a recipient is marked at most
    /// once, before its outcome, and whoever is accepted or in doubt was marked; no more marks are open than may be;
    /// outcomes name sessions that were opened.
    /// - Parameters:
    ///   - given: what the source gave out.
    ///   - unanswered: how many messages may wait for the reply to their end at once.
    /// - Returns: one sentence for each breach; empty when all is well.
    package func breaches(given: [OutgoingMessage], unanswered: Int) -> [String] {
        var ledger = Ledger(recipients: given.flatMap(\.envelope.recipients).map(\.id))
        for event in events {
            switch event {
            case .opened(let id, _): ledger.sessions.insert(id)
            case .handedOver(let id): ledger.mark(id)
            case .recorded(let report): ledger.close(report)
            }
        }
        ledger.finish()
        // Recipients of one message are marked together, so that a mark counts as a message only for the first.
        let furthest = given.reduce(0) { max($0, $1.envelope.furtherRecipients.count) }
        if ledger.mostOpen > unanswered + furthest {
            ledger.breaches.append("\(ledger.mostOpen) marks were open at once, \(unanswered) may be")
        }
        return ledger.breaches
    }

    private struct Ledger {
        var expected: Set<AttemptID>
        var sessions: Set<SessionID> = []
        var open: Set<AttemptID> = []
        var marked: Set<AttemptID> = []
        var closed: Set<AttemptID> = []
        var mostOpen = 0
        var breaches: [String] = []

        init(recipients: [AttemptID]) { expected = Set(recipients) }

        mutating func mark(_ id: AttemptID) {
            if !expected.contains(id) { breaches.append("a mark for \(id.seq), which was not given out") }
            if closed.contains(id) { breaches.append("a mark for \(id.seq) behind its outcome") }
            if !marked.insert(id).inserted { breaches.append("\(id.seq) was marked twice") }
            open.insert(id)
            mostOpen = max(mostOpen, open.count)
        }

        mutating func close(_ report: DeliveryReport) {
            let id = report.id
            if !expected.contains(id) { breaches.append("an outcome for \(id.seq), which was not given out") }
            if !closed.insert(id).inserted { breaches.append("\(id.seq) has two outcomes") }
            if let session = report.session, !sessions.contains(session) {
                breaches.append("\(id.seq) names session \(session.rawValue), which was not opened")
            }
            switch report.outcome {
            case .accepted, .inDoubt:
                if !marked.contains(id) { breaches.append("\(id.seq) is \(report.outcome) without a mark") }
            case .deferred, .failed, .released: break
            }
            open.remove(id)
        }

        mutating func finish() {
            for id in expected.subtracting(closed) { breaches.append("\(id.seq) has no outcome") }
        }
    }
}

extension Envelope {
    /// All recipients, in the order of their RCPT commands.
    package var recipients: [EnvelopeRecipient] { [recipient] + furtherRecipients }
}
