internal import GRDB
internal import MailModel

/// The log of everything that happened to a recipient but a plain acceptance at the first attempt.
struct History {
    private let connection: Database

    init(_ connection: Database) { self.connection = connection }

    /// Adds an event; the same event of the same attempt is there once.
    func append(_ event: HistoryEntry.Event, _ row: OutcomeColumns, run: UInt32) throws {
        let statement = try connection.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO history (run, seq, attempt, event, at, code, text, phase, session, cause, status)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        try statement.execute(
            arguments: [
                run, row.id.seq, row.id.attempt, event.rawValue, row.at, row.words?.code, row.words?.text, row.phase,
                row.session, row.words?.cause, row.words?.status,
            ]
        )
    }
}
