internal import GRDB
package import MailModel

extension RunLedger {
    /// Records what became of claimed recipients, one transaction for all.
    ///
    /// An outcome applies only to a recipient that is still claimed at that attempt: a batch that is recorded again after
    /// a crash changes nothing. Not synced: see ``Durability``.
    /// - Parameters:
    ///   - events: sessions and outcomes in the order in which they happened; about 1,000 at a time are cheapest.
    ///   - run: the run's number.
    ///   - position: the recorder's position behind them, which recovery compares with the recorder; nil to leave it.
    ///   - retry: decides about recipients that were put off.
    /// - Returns: what was applied and what was ignored.
    /// - Throws: ``LedgerFailure``.
    package func record(
        _ events: [DeliveryEvent],
        in run: UInt32,
        upTo position: UInt64? = nil,
        retry: RetryRule
    ) throws(LedgerFailure) -> RecordSummary {
        let phase = "recording outcomes of run \(run)"
        return try write(.relaxed, phase) { connection in
            var recorder = try OutcomeRecorder(run: required(run, phase, connection), connection)
            for event in events { try recorder.record(event, retry) }
            if let position {
                let statement = try connection.cachedStatement(
                    sql: "UPDATE run SET recorder_position = ? WHERE number = ?"
                )
                try statement.execute(arguments: [Int64(bitPattern: position), run])
            }
            return recorder.summary
        }
    }

    /// Gives claims back that no transport has touched; they are due at once and do not count as attempts.
    ///
    /// In a run that was cancelled meanwhile they are taken out.
    /// - Returns: how many were claimed at that attempt.
    package func giveBack(
        _ claims: [AttemptID],
        in run: UInt32,
        at: Timestamp
    ) throws(LedgerFailure) -> Int {
        try close(claims, in: run, .givenBack, words: nil, at: at, phase: "giving claims of run \(run) back")
    }

    /// Settles claims whose addresses the suppression list holds back.
    ///
    /// - Returns: how many were claimed at that attempt.
    package func suppress(
        _ claims: [AttemptID],
        in run: UInt32,
        because words: String,
        at: Timestamp
    ) throws(LedgerFailure) -> Int {
        try close(claims, in: run, .suppressed, words: words, at: at, phase: "suppressing recipients of run \(run)")
    }

    private func close(
        _ claims: [AttemptID],
        in run: UInt32,
        _ ending: ClaimClosing.Ending,
        words: String?,
        at: Timestamp,
        phase: String
    ) throws(LedgerFailure) -> Int {
        try write(.relaxed, phase) { connection in
            let closing = try ClaimClosing(required(run, phase, connection), at: at, words: words, connection)
            return try claims.reduce(0) { try closing.close($1, ending) ? $0 + 1 : $0 }
        }
    }

    /// Takes out recipients that are not being tried and not settled: a person's wish, or a changed list.
    ///
    /// - Returns: how many were taken out.
    package func cancel(
        _ seqs: [UInt32],
        in run: UInt32,
        because words: String,
        at: Timestamp
    ) throws(LedgerFailure) -> Int {
        let phase = "cancelling recipients of run \(run)"
        return try write(.synced, phase) { connection in
            let facts = try required(run, phase, connection)
            var count = 0
            for seq in seqs where seq < facts.recipients {
                if try Self.cancel(seq, run: facts, at: at, words: words, on: connection) { count += 1 }
            }
            return count
        }
    }

    @discardableResult
    static func cancel(
        _ seq: UInt32,
        run: RunRecord,
        at: Timestamp,
        words: String,
        on connection: Database
    ) throws -> Bool {
        var row = OutcomeColumns(id: AttemptID(seq: seq, attempt: 0), state: .cancelled, at: at.rawValue)
        row.words = WordColumns(note: words)
        if seq >= run.claimedUpTo {
            try connection.execute(
                sql: """
                    INSERT OR IGNORE INTO recipient (run, seq, state, attempt, at, cause, text) VALUES (?, ?, 8, 0, ?, 5, ?)
                    """,
                arguments: [run.number, seq, at.rawValue, words]
            )
            if connection.changesCount > 0 {
                try History(connection).append(.cancelled, row, run: run)
                return true
            }
        }
        let attempt = try UInt16.fetchOne(
            connection,
            sql: """
                UPDATE recipient SET state = 8, at = ?, cause = 5, text = ?, code = NULL, next_attempt = NULL
                WHERE run = ? AND seq = ? AND state IN (0, 3) RETURNING attempt
                """,
            arguments: [at.rawValue, words, run.number, seq]
        )
        guard let attempt else { return false }
        row.id = AttemptID(seq: seq, attempt: attempt)
        try History(connection).append(.cancelled, row, run: run)
        return true
    }
}
