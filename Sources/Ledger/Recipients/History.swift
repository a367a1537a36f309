internal import GRDB
internal import MailModel

/// The log of everything that happened to a recipient but a plain acceptance at the first attempt.
struct History {
    private let connection: Database

    init(_ connection: Database) { self.connection = connection }

    /// Adds an event; the same event of the same attempt is there once.
    func append(_ event: HistoryEntry.Event, _ row: OutcomeColumns, run: RunRecord) throws {
        let statement = try connection.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO history (run, seq, attempt, event, at, code, text, phase, session, cause, status,
                    date, form, revision, digest)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        try statement.execute(
            arguments: [
                run.number, row.id.seq, row.id.attempt, event.rawValue, row.at, row.words?.code, row.words?.text,
                row.phase,
                row.session, row.words?.cause, row.words?.status, row.sent?.date,
                row.sent.map { Int64($0.form.rawValue) }, row.sent == nil || run.revision == 0 ? nil : run.revision,
                row.sent?.digest.bytes.blob,
            ]
        )
    }
}
