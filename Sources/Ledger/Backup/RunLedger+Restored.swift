internal import GRDB
package import MailModel

/// What a ledger that came out of a backup holds back of one job.
package struct RestoredHold: Sendable, Hashable {
    /// When the backup was made.
    package var backupAt: Timestamp
    /// The job's runs that were not finished then.
    package var runs: [String]
}

/// What was done with the recipients of a run that a restored backup held.
package struct RestoredSettlement: Sendable, Hashable {
    /// Recipients that are in doubt now.
    package var inDoubt = 0
    /// Recipients that may be sent to as they were.
    package var waiting = 0
}

extension RunLedger {
    /// Why nothing of a job is sent from this ledger; nil when it may be.
    ///
    /// Whoever restored the backup knows more than the ledger: what was sent after it was made is nowhere in it.
    package func restoredHold(of job: String) throws(LedgerFailure) -> RestoredHold? {
        try read("looking whether the ledger was restored") { connection in
            guard let mark = try Self.backupMark(connection) else { return nil }
            let runs = try String.fetchAll(
                connection,
                sql: "SELECT name FROM run WHERE job = ? AND number IN (SELECT run FROM held_run) ORDER BY number",
                arguments: [job]
            )
            let isCleared = try Bool.fetchOne(
                connection,
                sql: "SELECT EXISTS (SELECT 1 FROM cleared_job WHERE job = ?)",
                arguments: [job]
            )
            return runs.isEmpty && isCleared == true ? nil : RestoredHold(backupAt: mark, runs: runs)
        }
    }

    /// When the backup was made that this ledger came out of; nil when it came out of none.
    package func backupMark() throws(LedgerFailure) -> Timestamp? {
        try read("looking whether the ledger was restored") { try Self.backupMark($0) }
    }

    /// Lets a job of a restored ledger start runs again: a person has said so.
    package func clear(_ job: String, at: Timestamp) throws(LedgerFailure) {
        try write(.synced, "releasing job \(job)") { connection in
            try connection.execute(
                sql: "INSERT OR REPLACE INTO cleared_job (job, at) VALUES (?, ?)",
                arguments: [job, at.rawValue]
            )
        }
    }

    /// Settles what a restored backup holds of a run, synced: whoever may have been sent to since is in doubt.
    ///
    /// - Parameters:
    ///   - number: the run.
    ///   - nothingSentSince: whether a person knows that the run did not go on after the backup was made; only claims that
    ///     were open then are in doubt in this case.
    ///   - words: what is put beside every recipient in doubt.
    ///   - at: when.
    /// - Returns: how many are in doubt and how many still wait; nil when the run is not held.
    /// - Throws: ``LedgerFailure``.
    package func settleRestored(
        _ number: UInt32,
        nothingSentSince: Bool,
        because words: String,
        at: Timestamp
    ) throws(LedgerFailure) -> RestoredSettlement? {
        let phase = "settling run \(number)"
        return try write(.synced, phase) { connection in
            let run = try required(number, phase, connection)
            guard try Self.isHeld(number, connection) else { return nil }
            let end = nothingSentSince ? run.claimedUpTo : run.recipients
            let before = try Self.doubtCount(number, connection)
            try Self.doubtUnseen(run, upTo: end, words, at, connection)
            try Self.doubtListed(
                run,
                nothingSentSince ? [.claimed] : [.planned, .claimed, .deferred],
                words,
                at,
                connection
            )
            try connection.execute(
                sql: """
                    UPDATE run SET claimed_upto = ?, recorder_id = NULL, recorder_boot = NULL, recorder_device = NULL,
                        recorder_inode = NULL, recorder_position = NULL WHERE number = ?
                    """,
                arguments: [end, number]
            )
            try connection.execute(sql: "DELETE FROM held_run WHERE run = ?", arguments: [number])
            let counts = try Self.classCounts(try required(number, phase, connection), connection)
            return RestoredSettlement(
                inDoubt: try Self.doubtCount(number, connection) - before,
                waiting: counts.planned + counts.deferred
            )
        }
    }

    /// Refuses a run that a restored backup holds.
    func refuseHeld(_ run: UInt32, _ phase: String, _ connection: Database) throws {
        guard try Self.isHeld(run, connection) else { return }
        let cause = "the state was restored from a backup; the run is held until it is settled by `resolve --restored`"
        throw LedgerFailure(code: .misuse, phase: phase, path: path, cause: cause)
    }

    /// Puts recipients without a row in doubt; the history says since when.
    private static func doubtUnseen(
        _ run: RunRecord,
        upTo end: UInt32,
        _ words: String,
        _ at: Timestamp,
        _ connection: Database
    ) throws {
        guard end > 0 else { return }
        try connection.execute(
            sql: """
                WITH RECURSIVE number(seq) AS (SELECT 0 UNION ALL SELECT seq + 1 FROM number WHERE seq + 1 < ?)
                INSERT OR IGNORE INTO recipient (run, seq, state, attempt, at, cause, text, first_at)
                SELECT ?, seq, 5, 1, ?, 5, ?, ? FROM number
                """,
            arguments: [end, run.number, at.rawValue, words, at.rawValue]
        )
    }

    /// Puts recipients of some states in doubt.
    private static func doubtListed(
        _ run: RunRecord,
        _ states: [RecipientState],
        _ words: String,
        _ at: Timestamp,
        _ connection: Database
    ) throws {
        let list = states.map { String($0.rawValue) }.joined(separator: ", ")
        try connection.execute(
            sql: """
                UPDATE recipient SET state = 5, attempt = max(attempt, 1), at = ?, code = NULL, text = ?, cause = 5,
                    status = NULL, next_attempt = NULL, first_at = coalesce(first_at, ?)
                WHERE run = ? AND seq IN (SELECT seq FROM recipient INDEXED BY recipient_listed
                    WHERE run = ? AND state IN (\(list)) AND state <> 2)
                """,
            arguments: [at.rawValue, words, at.rawValue, run.number, run.number]
        )
        try connection.execute(
            sql: """
                INSERT OR REPLACE INTO history (run, seq, attempt, event, at, text, cause)
                SELECT run, seq, attempt, 2, at, text, 5 FROM recipient INDEXED BY recipient_listed
                WHERE run = ? AND state = 5 AND state <> 2 AND at = ? AND text = ?
                """,
            arguments: [run.number, at.rawValue, words]
        )
    }

    private static func isHeld(_ run: UInt32, _ connection: Database) throws -> Bool {
        let statement = try connection.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM held_run WHERE run = ?)")
        return try Bool.fetchOne(statement, arguments: [run]) ?? false
    }

    private static func backupMark(_ connection: Database) throws -> Timestamp? {
        try Int64.fetchOne(connection, sql: "SELECT value FROM counter WHERE name = 'backup'")
            .map(Timestamp.init(rawValue:))
    }
}
