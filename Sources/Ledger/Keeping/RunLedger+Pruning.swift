internal import GRDB
package import MailModel

/// A run that may be pruned, or the reason why it may not.
package struct PruneCandidate: Sendable, Hashable {
    /// Why a run stays.
    package enum Obstacle: Sendable, Hashable {
        /// It is not finished.
        case open
        /// So many of its recipients are in doubt.
        case inDoubt(Int)
    }

    /// The run.
    package var run: RunRecord
    /// Why it stays; nil when it may go.
    package var obstacle: Obstacle?
}

/// A collected message whose file may go.
package struct PrunableMail: Sendable, Hashable {
    /// Its number in the ledger.
    package var id: Int64
    /// Its file, relative to the state folder.
    package var file: String
}

extension RunLedger {
    /// Runs that ended, or were made when they did not end, before a point in time, and are not pruned; earliest first.
    package func pruneCandidates(before: Timestamp) throws(LedgerFailure) -> [PruneCandidate] {
        try pruneCandidates("coalesce(finished, created) < ?", [before.rawValue])
    }

    /// One run as a candidate; nil when it is pruned already.
    package func pruneCandidate(_ run: UInt32) throws(LedgerFailure) -> PruneCandidate? {
        try pruneCandidates("number = ?", [run]).first
    }

    private func pruneCandidates(
        _ condition: String,
        _ arguments: StatementArguments
    ) throws(LedgerFailure) -> [PruneCandidate] {
        try read("looking for runs to prune") { connection in
            try Row.fetchAll(
                connection,
                sql: """
                    SELECT * FROM run WHERE \(condition) AND number NOT IN (SELECT run FROM pruned_run) ORDER BY number
                    """,
                arguments: arguments
            ).map(RunRecord.init(row:)).map { run in
                if run.state == .open { return PruneCandidate(run: run, obstacle: .open) }
                let count = try Self.doubtCount(run.number, connection)
                return PruneCandidate(run: run, obstacle: count > 0 ? .inDoubt(count) : nil)
            }
        }
    }

    /// Makes a run a stub, synced: its classes are kept, and so are name, occurrence and seal, which keep the same
    /// occurrence and the same list from going out again.
    ///
    /// Its rows are deleted by ``sweepPrunedRows(upTo:)``, a few at a time; its folder is the caller's.
    /// - Returns: false when it is open, in doubt, or pruned already.
    package func prune(_ run: UInt32, at: Timestamp) throws(LedgerFailure) -> Bool {
        let phase = "pruning run \(run)"
        return try write(.synced, phase) { connection in
            let facts = try required(run, phase, connection)
            guard facts.state != .open, try Self.doubtCount(run, connection) == 0,
                try Self.prunedCounts(facts, connection) == nil
            else { return false }
            let counts = try Self.classCounts(facts, connection)
            try connection.execute(
                sql: """
                    INSERT INTO pruned_run (run, at, planned, accepted, deferred, failed, in_doubt, suppressed, rejected,
                        cancelled, bounced, complained) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    run, at.rawValue, counts.planned, counts.accepted, counts.deferred, counts.failed, counts.inDoubt,
                    counts.suppressed, counts.rejected, counts.cancelled, counts.bounced, counts.complained,
                ]
            )
            // Nothing of it is left to do, whatever its rows said.
            try connection.execute(
                sql: """
                    UPDATE run SET claimed_upto = recipient_count, recorder_id = NULL, recorder_boot = NULL,
                        recorder_device = NULL, recorder_inode = NULL, recorder_position = NULL WHERE number = ?
                    """,
                arguments: [run]
            )
            return true
        }
    }

    /// Deletes rows of pruned runs, one short transaction at a call, so that a run that is going on is not held up.
    ///
    /// - Returns: how many rows were deleted; 0 when none are left.
    package func sweepPrunedRows(upTo limit: Int) throws(LedgerFailure) -> Int {
        try write(.relaxed, "deleting the rows of pruned runs") { connection in
            while let run = try UInt32.fetchOne(
                connection,
                sql: "SELECT run FROM pruned_run WHERE is_swept = 0 LIMIT 1"
            ) {
                for (table, key) in [
                    ("recipient", "seq"), ("history", "seq, attempt, event"), ("session", "number"),
                    ("rejected_row", "row"),
                ] {
                    try connection.execute(
                        sql: """
                            DELETE FROM \(table) WHERE run = ? AND (\(key)) IN
                                (SELECT \(key) FROM \(table) WHERE run = ? LIMIT ?)
                            """,
                        arguments: [run, run, Int64(limit)]
                    )
                    if connection.changesCount > 0 { return connection.changesCount }
                }
                try connection.execute(sql: "UPDATE pruned_run SET is_swept = 1 WHERE run = ?", arguments: [run])
            }
            return 0
        }
    }

    /// When a run was pruned; nil when it was not.
    package func prunedAt(_ run: UInt32) throws(LedgerFailure) -> Timestamp? {
        try read("looking up run \(run)") { connection in
            try Int64.fetchOne(connection, sql: "SELECT at FROM pruned_run WHERE run = ?", arguments: [run])
                .map(Timestamp.init(rawValue:))
        }
    }

    /// Collected mail that may go: no run that is not pruned, or about to be, is told by it.
    ///
    /// - Parameters:
    ///   - before: only what was collected before; nil for any time.
    ///   - runs: runs that count as pruned already: for a look at what would go.
    ///   - about: only mail about these runs; nil for all, that about nobody included.
    ///   - last: the number behind which the page begins.
    ///   - limit: how many at most.
    /// - Returns: the page, by number; empty behind the last.
    /// - Throws: ``LedgerFailure``.
    package func prunableMail(
        before: Timestamp?,
        pruning runs: [UInt32] = [],
        about: [UInt32]? = nil,
        after last: Int64 = 0,
        limit: Int = 500
    ) throws(LedgerFailure) -> [PrunableMail] {
        let going = Self.list(runs)
        let only = about.map {
            "AND EXISTS (SELECT 1 FROM verdict v WHERE v.message = c.id AND v.run IN (\(Self.list($0))))"
        }
        return try read("looking for mail to prune") { connection in
            try Row.fetchAll(
                connection,
                sql: """
                    SELECT id, file FROM collected c WHERE id > ? AND at < ? AND file <> '' \(only ?? "")
                        AND NOT EXISTS (SELECT 1 FROM verdict v WHERE v.message = c.id AND v.run IS NOT NULL
                            AND v.run NOT IN (\(going)) AND v.run NOT IN (SELECT run FROM pruned_run))
                    ORDER BY id LIMIT ?
                    """,
                arguments: [last, before?.rawValue ?? .max, Int64(limit)]
            ).map { PrunableMail(id: $0.value("id"), file: $0.value("file")) }
        }
    }

    /// Takes what messages say out of the ledger, synced; what tells them apart stays, so that a mailbox that keeps its
    /// mail on the server has none of it counted again.
    package func pruneMail(_ ids: [Int64]) throws(LedgerFailure) {
        try write(.synced, "pruning collected mail") { connection in
            let message = try connection.cachedStatement(
                sql: "UPDATE collected SET file = '', verdict = '' WHERE id = ?"
            )
            let verdicts = try connection.cachedStatement(sql: "DELETE FROM verdict WHERE message = ?")
            let written = try connection.cachedStatement(sql: "DELETE FROM inbox WHERE message = ?")
            for id in ids {
                try message.execute(arguments: [id])
                try written.execute(arguments: [id])
                try verdicts.execute(arguments: [id])
            }
        }
    }

    /// Which of these files hold collected mail that the ledger names.
    package func namedFiles(among files: [String]) throws(LedgerFailure) -> Set<String> {
        try read("looking for files of collected mail") { connection in
            let list = files.map(\.databaseValue)
            let marks = files.map { _ in "?" }.joined(separator: ", ")
            return try String.fetchSet(
                connection,
                sql: "SELECT file FROM collected WHERE file IN (\(marks))",
                arguments: StatementArguments(list)
            )
        }
    }

    static func doubtCount(_ run: UInt32, _ connection: Database) throws -> Int {
        try Int.fetchOne(
            connection,
            sql:
                "SELECT count(*) FROM recipient INDEXED BY recipient_listed WHERE run = ? AND state = 5 AND state <> 2",
            arguments: [run]
        ) ?? 0
    }

    /// The classes that a pruned run had; nil when it is not pruned.
    static func prunedCounts(_ run: RunRecord, _ connection: Database) throws -> ClassCounts? {
        let row = try Row.fetchOne(
            connection,
            sql: "SELECT * FROM pruned_run WHERE run = ?",
            arguments: [run.number]
        )
        guard let row else { return nil }
        var counts = ClassCounts()
        counts.planned = row.value("planned")
        counts.accepted = row.value("accepted")
        counts.deferred = row.value("deferred")
        counts.failed = row.value("failed")
        counts.inDoubt = row.value("in_doubt")
        counts.suppressed = row.value("suppressed")
        counts.rejected = row.value("rejected")
        counts.cancelled = row.value("cancelled")
        counts.bounced = row.value("bounced")
        counts.complained = row.value("complained")
        counts.total = Int(run.rows)
        return counts
    }

    private static func list(_ runs: [UInt32]) -> String { runs.map(String.init).joined(separator: ", ") }
}
