internal import GRDB
package import MailModel

/// What changes in a run whose changed inputs are accepted; its new content is sealed and on disk already.
package struct RunChanges: Sendable, Hashable {
    /// The revision that the changes lead to: one more than the run has.
    package var revision: UInt32
    /// The hash of what is sealed now, 32 bytes.
    package var seal: [UInt8]
    /// Recipients: the old ones and those that are new behind them.
    package var recipients: UInt32
    /// Rows of the new list that get no seq; those of the old list are forgotten.
    package var rejected: [RejectedRow]
    /// Recipients that are not on the list any more: those that were not sent to are taken out.
    package var removed: [UInt32]
    /// When.
    package var at: Timestamp

    package init(
        revision: UInt32,
        seal: [UInt8],
        recipients: UInt32,
        rejected: [RejectedRow],
        removed: [UInt32],
        at: Timestamp
    ) {
        self.revision = revision
        self.seal = seal
        self.recipients = recipients
        self.rejected = rejected
        self.removed = removed
        self.at = at
    }
}

extension RunLedger {
    /// Takes changes over, synced and in one step: a crash leaves the run as it was, or as it is to be.
    ///
    /// What was accepted, failed, suppressed or is in doubt stays. An approval that was given is void.
    /// - Parameters:
    ///   - changes: what changes.
    ///   - run: the run's number.
    /// - Returns: the run as it is now, and how many recipients were taken out.
    /// - Throws: ``LedgerFailure``; `misuse` while claims are open (recover first), or when the run is not open.
    package func accept(
        _ changes: RunChanges,
        in run: UInt32
    ) throws(LedgerFailure) -> (run: RunRecord, cancelled: Int) {
        let phase = "accepting changes of run \(run)"
        return try write(.synced, phase) { connection in
            let before = try required(run, phase, connection)
            guard before.state == .open, before.recorder == nil, changes.revision == before.revision + 1,
                changes.recipients >= before.recipients
            else {
                let cause = "the run is at revision \(before.revision), \(before.state), or has open claims"
                throw LedgerFailure(code: .misuse, phase: phase, path: path, cause: cause)
            }
            try Self.keep(before, replaced: changes.at, on: connection)
            try Self.replace(before, by: changes, on: connection)
            let after = try required(run, phase, connection)
            var cancelled = 0
            for seq in changes.removed where seq < before.recipients {
                let words = "no longer on the list"
                if try Self.cancel(seq, run: after, at: changes.at, words: words, on: connection) { cancelled += 1 }
            }
            return (after, cancelled)
        }
    }

    /// Keeps what the run was sealed from: the same list must not go out again as another run.
    private static func keep(_ run: RunRecord, replaced at: Timestamp, on connection: Database) throws {
        try connection.execute(
            sql: """
                INSERT INTO revision (run, number, seal, row_count, recipient_count, replaced) VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [run.number, run.revision, run.seal.blob, run.rows, run.recipients, at.rawValue]
        )
    }

    private static func replace(_ run: RunRecord, by changes: RunChanges, on connection: Database) throws {
        try connection.execute(
            sql: """
                UPDATE run SET revision = ?, seal = ?, recipient_count = ?, row_count = ?, approved_by = NULL,
                    approved_at = NULL WHERE number = ?
                """,
            arguments: [
                changes.revision, changes.seal.blob, changes.recipients,
                Int64(changes.recipients) + Int64(changes.rejected.count), run.number,
            ]
        )
        try connection.execute(sql: "DELETE FROM rejected_row WHERE run = ?", arguments: [run.number])
        try insert(changes.rejected, of: run.number, on: connection)
    }

    /// Adds rows that get no message.
    static func insert(_ rejected: [RejectedRow], of run: UInt32, on connection: Database) throws {
        let statement = try connection.cachedStatement(
            sql: "INSERT INTO rejected_row (run, row, line, address, is_duplicate, text) VALUES (?, ?, ?, ?, ?, ?)"
        )
        for row in rejected {
            try statement.execute(arguments: [run, row.row, row.line, row.address, row.isDuplicate, row.text])
        }
    }

    /// Recipients who were taken out of a run although they may have got the message: never to be taken for new ones.
    package func doubtsTakenOut(of run: UInt32) throws(LedgerFailure) -> Set<UInt32> {
        try read("reading settled doubts of run \(run)") { connection in
            try UInt32.fetchSet(
                connection,
                sql: "SELECT seq FROM history WHERE run = ? AND event = ?",
                arguments: [run, HistoryEntry.Event.settledCancelled.rawValue]
            )
        }
    }
}
