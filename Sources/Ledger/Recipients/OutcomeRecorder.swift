internal import GRDB
internal import MailModel

/// Applies events inside one transaction.
struct OutcomeRecorder {
    private(set) var summary = RecordSummary()
    private let run: RunRecord
    private let connection: Database
    private let statement: OutcomeStatement

    init(run: RunRecord, _ connection: Database) throws {
        self.run = run
        self.connection = connection
        statement = try OutcomeStatement(connection)
    }

    mutating func record(_ event: DeliveryEvent, _ retry: RetryRule) throws {
        switch event {
        case .session(let id, let facts): try record(id, facts)
        case .outcome(let report, let at): try record(report, at: at, retry)
        }
    }

    private func record(_ id: SessionID, _ facts: SessionFacts) throws {
        let statement = try connection.cachedStatement(
            sql: "INSERT OR IGNORE INTO session (run, number, host, endpoint, tls, auth) VALUES (?, ?, ?, ?, ?, ?)"
        )
        try statement.execute(
            arguments: [run.number, id.rawValue, facts.host, facts.endpoint, facts.tls, facts.authMechanism]
        )
    }

    private mutating func record(_ report: DeliveryReport, at: Timestamp, _ retry: RetryRule) throws {
        var row = OutcomeColumns(id: report.id, state: .accepted, at: at.rawValue)
        row.phase = Int64(report.phase.rawValue)
        row.session = report.session.map { Int64($0.rawValue) }
        row.sent = report.sent
        var event: HistoryEntry.Event?
        switch report.outcome {
        case .accepted(let reply):
            // The status is left to the reader of the text: almost every row comes this way.
            row.words = WordColumns(accepted: reply)
        case .deferred(let cause):
            event = .deferred
            try put(off: &row, cause, retry)
        case .released(let cause):
            event = .released
            row.isReleased = true
            try put(off: &row, cause, retry)
        case .failed(let cause):
            event = .failed
            row.state = .failed
            row.words = WordColumns(cause)
            row.firstTried = at.rawValue
        case .inDoubt(let cause):
            event = .inDoubt
            row.state = .inDoubt
            row.words = WordColumns(cause)
            row.firstTried = at.rawValue
        }
        guard try statement.apply(row, run: run) else {
            summary.ignored += 1
            return
        }
        summary.applied[row.state, default: 0] += 1
        if let event { try History(connection).append(event, row, run: run) }
        if let next = row.nextAttempt {
            let next = Timestamp(rawValue: next)
            summary.nextDue = summary.nextDue.map { min($0, next) } ?? next
        }
    }

    /// Asks whether a recipient is tried again, and when.
    private func put(off row: inout OutcomeColumns, _ cause: FailureCause, _ retry: RetryRule) throws {
        row.words = WordColumns(cause)
        let known = try Row.fetchOne(
            connection.cachedStatement(sql: "SELECT released, first_at FROM recipient WHERE run = ? AND seq = ?"),
            arguments: [run.number, row.id.seq]
        )
        let released = (known?.optional("released") as Int? ?? 0) + (row.isReleased ? 1 : 0)
        let first = known?.optional("first_at") as Int64? ?? row.at
        row.firstTried = first
        // Attempt numbers end at 65,535; a recipient that used them all up is given up rather than forgotten.
        var decision = RetryDecision.giveUp
        if row.id.attempt < .max {
            decision = retry(
                DeferralFacts(
                    id: row.id,
                    tries: Int(row.id.attempt) - released,
                    isReleased: row.isReleased,
                    firstTried: Timestamp(rawValue: first),
                    at: Timestamp(rawValue: row.at),
                    cause: cause
                )
            )
        }
        switch decision {
        case .again where run.state == .cancelled:
            row.state = .cancelled
        case .again(let time):
            row.state = row.isReleased ? .planned : .deferred
            row.nextAttempt = time.rawValue
        case .giveUp: row.state = .failed
        }
    }
}
