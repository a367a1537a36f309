internal import GRDB
internal import GRDBSQLite
internal import MailModel

/// One outcome as the columns of the table `recipient`.
struct OutcomeColumns {
    var id: AttemptID
    var state: RecipientState
    var at: Int64
    var words: WordColumns?
    var phase: Int64?
    var session: Int64?
    var isReleased = false
    var nextAttempt: Int64?
    var firstTried: Int64?
    var sent: SentFacts?
}

/// The one prepared statement that a run's outcomes go through, bound without a detour.
///
/// Hundreds of thousands of rows a minute pass here; the library's general arguments would cost more than the row. The
/// statement belongs to the connection and is used inside one transaction on its queue.
struct OutcomeStatement {
    private let connection: Database
    private let insert: Statement
    private let update: Statement

    /// Applies only to a recipient that is claimed at that very attempt.
    private static let changes = """
        state = excluded.state, at = excluded.at, code = excluded.code, text = excluded.text, phase = excluded.phase,
        session = excluded.session, cause = excluded.cause, status = excluded.status,
        released = coalesce(recipient.released, 0) + coalesce(excluded.released, 0),
        next_attempt = excluded.next_attempt, first_at = coalesce(recipient.first_at, excluded.first_at),
        date = excluded.date, form = excluded.form, revision = excluded.revision, digest = excluded.digest
        WHERE recipient.state = 1 AND recipient.attempt = excluded.attempt
        """

    init(_ connection: Database) throws {
        self.connection = connection
        insert = try connection.cachedStatement(
            sql: """
                INSERT INTO recipient (run, seq, state, attempt, at, code, text, phase, session, cause, status, released,
                    next_attempt, first_at, date, form, revision, digest)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
                ON CONFLICT (run, seq) DO UPDATE SET \(Self.changes)
                """
        )
        update = try connection.cachedStatement(
            sql: """
                UPDATE recipient SET state = ?3, at = ?5, code = ?6, text = ?7, phase = ?8, session = ?9, cause = ?10,
                    status = ?11, released = coalesce(released, 0) + coalesce(?12, 0), next_attempt = ?13,
                    first_at = coalesce(first_at, ?14), date = ?15, form = ?16, revision = ?17, digest = ?18
                WHERE run = ?1 AND seq = ?2 AND state = 1 AND attempt = ?4
                """
        )
    }

    /// Applies one outcome.
    ///
    /// - Parameters:
    ///   - row: the outcome.
    ///   - run: the run as it is in this transaction: seqs below its range are claimed without a row.
    /// - Returns: whether the recipient was claimed at that attempt.
    /// - Throws: what the database says.
    func apply(_ row: OutcomeColumns, run: RunRecord) throws -> Bool {
        let isInRange = row.id.attempt == 1 && row.id.seq < run.claimedUpTo
        let statement = unsafe (isInRange ? insert : update).sqliteStatement
        unsafe bind(row, run: run, to: statement)
        let result = unsafe sqlite3_step(statement)
        unsafe sqlite3_reset(statement)
        guard result == SQLITE_DONE else {
            throw DatabaseError(resultCode: ResultCode(rawValue: result), message: connection.lastErrorMessage)
        }
        return connection.changesCount > 0
    }

    private func bind(_ row: OutcomeColumns, run: RunRecord, to statement: OpaquePointer) {
        unsafe sqlite3_bind_int64(statement, 1, Int64(run.number))
        unsafe sqlite3_bind_int64(statement, 2, Int64(row.id.seq))
        unsafe sqlite3_bind_int64(statement, 3, Int64(row.state.rawValue))
        unsafe sqlite3_bind_int64(statement, 4, Int64(row.id.attempt))
        unsafe sqlite3_bind_int64(statement, 5, row.at)
        unsafe bind(row.words?.code, 6, to: statement)
        unsafe bind(row.words?.text, 7, to: statement)
        unsafe bind(row.phase, 8, to: statement)
        unsafe bind(row.session, 9, to: statement)
        unsafe bind(row.words?.cause, 10, to: statement)
        unsafe bind(row.words?.status, 11, to: statement)
        unsafe bind(row.isReleased ? 1 : nil, 12, to: statement)
        unsafe bind(row.nextAttempt, 13, to: statement)
        unsafe bind(row.firstTried, 14, to: statement)
        unsafe bind(row.sent, revision: run.revision, to: statement)
    }

    private func bind(_ sent: SentFacts?, revision: UInt32, to statement: OpaquePointer) {
        unsafe bind(sent?.date, 15, to: statement)
        unsafe bind(sent.map { Int64($0.form.rawValue) }, 16, to: statement)
        unsafe bind(sent != nil && revision > 0 ? Int64(revision) : nil, 17, to: statement)
        guard var words = sent?.digest.littleEndianWords else {
            unsafe sqlite3_bind_null(statement, 18)
            return
        }
        // SQLITE_TRANSIENT: the library copies the bytes before the call returns.
        let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        unsafe withUnsafeBytes(of: &words) { bytes in
            _ = unsafe sqlite3_bind_blob(statement, 18, bytes.baseAddress, Int32(bytes.count), transient)
        }
    }

    private func bind(_ value: Int64?, _ place: Int32, to statement: OpaquePointer) {
        if let value {
            unsafe sqlite3_bind_int64(statement, place, value)
        } else {
            unsafe sqlite3_bind_null(statement, place)
        }
    }

    private func bind(_ value: String?, _ place: Int32, to statement: OpaquePointer) {
        guard var value else {
            unsafe sqlite3_bind_null(statement, place)
            return
        }
        // SQLITE_TRANSIENT: the library copies the bytes before the call returns.
        let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        value.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
                _ = unsafe sqlite3_bind_text(
                    statement,
                    place,
                    characters.baseAddress,
                    Int32(clamping: characters.count),
                    transient
                )
            }
        }
    }
}
