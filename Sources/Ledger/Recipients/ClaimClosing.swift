internal import GRDB
internal import MailModel

/// Ends open claims without an outcome, inside one transaction: given back, held back, or settled by recovery.
struct ClaimClosing {
    /// How a claim ends.
    enum Ending {
        /// No transport has touched it: due at once, and it does not count as an attempt.
        case givenBack
        /// The suppression list holds it back.
        case suppressed
        /// Recovery found that it was certainly not sent: as if given back.
        case recovered
        /// It may have been sent.
        case inDoubt(SentFacts?)
    }

    private let run: RunRecord
    private let at: Timestamp
    private let words: WordColumns?
    private let connection: Database
    private let statement: OutcomeStatement

    init(_ run: RunRecord, at: Timestamp, words: String?, _ connection: Database) throws {
        self.run = run
        self.at = at
        self.words = words.map { WordColumns(note: $0) }
        self.connection = connection
        statement = try OutcomeStatement(connection)
    }

    /// Ends a claim; false when it is not open at that attempt.
    func close(_ id: AttemptID, _ ending: Ending) throws -> Bool {
        var row = OutcomeColumns(id: id, state: .planned, at: at.rawValue, words: words)
        var event: HistoryEntry.Event?
        switch ending {
        case .givenBack: free(&row)
        case .recovered:
            event = .recovered
            free(&row)
        case .suppressed:
            event = .suppressed
            row.state = .suppressed
        case .inDoubt(let sent):
            event = .inDoubt
            row.state = .inDoubt
            row.firstTried = at.rawValue
            row.sent = sent
        }
        if row.state == .cancelled { event = .cancelled }
        guard try statement.apply(row, run: run) else { return false }
        if let event { try History(connection).append(event, row, run: run) }
        return true
    }

    /// What was not sent is due at once; in a run that a person has ended meanwhile it is taken out.
    private func free(_ row: inout OutcomeColumns) {
        row.isReleased = true
        if run.state == .cancelled {
            row.state = .cancelled
            row.words = words ?? WordColumns(note: RunRecord.cancelledWords)
        } else {
            row.nextAttempt = at.rawValue
        }
    }
}

extension RunRecord {
    /// What stands beside a recipient that was being tried when its run was cancelled, and was not sent.
    static let cancelledWords = "the run was cancelled before it was sent"
}
