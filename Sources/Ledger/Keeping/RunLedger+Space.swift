internal import GRDB

/// How much room the ledger takes.
package struct LedgerSize: Sendable, Hashable {
    /// A table or an index.
    package struct Part: Sendable, Hashable {
        /// Its name.
        package var name: String
        /// Bytes of its pages.
        package var bytes: Int
    }

    /// The parts, the largest first.
    package var parts: [Part]
    /// Bytes of the database, free pages included, without the log.
    package var bytes: Int
    /// Bytes of pages that nothing uses.
    package var freeBytes: Int
    /// Whether free pages can be given back a few at a time.
    package var isIncremental: Bool
}

extension RunLedger {
    /// What takes how much room; reads the whole file.
    package func size() throws(LedgerFailure) -> LedgerSize {
        try read("measuring the ledger") { connection in
            let page = try Self.pragma("page_size", connection)
            let parts = try Row.fetchAll(
                connection,
                sql: "SELECT name, pgsize FROM dbstat WHERE aggregate = 1 ORDER BY pgsize DESC, name"
            ).map { LedgerSize.Part(name: $0.value("name"), bytes: $0.value("pgsize")) }
            return LedgerSize(
                parts: parts,
                bytes: page * (try Self.pragma("page_count", connection)),
                freeBytes: page * (try Self.pragma("freelist_count", connection)),
                isIncremental: try Self.pragma("auto_vacuum", connection) == 2
            )
        }
    }

    /// How many pages nothing uses.
    package func freePages() throws(LedgerFailure) -> Int {
        try read("measuring the ledger") { try Self.pragma("freelist_count", $0) }
    }

    /// Gives free pages back to the disk, one short transaction; a run that is going on waits for milliseconds at most.
    ///
    /// - Returns: how many pages fewer the file has; 0 when there are none, or the file cannot be shortened in steps.
    package func giveBack(pages: Int) throws(LedgerFailure) -> Int {
        try outsideTransaction("giving space back") { connection in
            let before = try Self.pragma("page_count", connection)
            try connection.execute(sql: "PRAGMA incremental_vacuum(\(pages))")
            return before - (try Self.pragma("page_count", connection))
        }
    }

    /// Copies the log back into the file as far as nobody reads from it.
    package func checkpoint() throws(LedgerFailure) {
        try outsideTransaction("copying the log back") { connection in
            _ = try Row.fetchOne(connection, sql: "PRAGMA wal_checkpoint(PASSIVE)")
        }
    }

    /// Writes the whole file anew: nothing of what was deleted is left in it, nor in the log.
    ///
    /// Takes as long as copying the file, and as much space; whoever writes meanwhile waits, so no run may be going on.
    /// - Throws: ``LedgerFailure``; `locked` when somebody keeps the log from being emptied.
    package func compact() throws(LedgerFailure) {
        let phase = "writing the ledger anew"
        let isBusy = try outsideTransaction(phase) { connection in
            // The copy is as large as the file: it does not belong in memory.
            try connection.execute(sql: "PRAGMA temp_store = FILE; PRAGMA auto_vacuum = INCREMENTAL; VACUUM;")
            try connection.execute(sql: "PRAGMA temp_store = MEMORY")
            let row = try Row.fetchOne(connection, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            return row?.value("busy") ?? false
        }
        guard !isBusy else {
            throw LedgerFailure(code: .locked, phase: phase, path: path, cause: "another process is reading from it")
        }
    }

    private static func pragma(_ name: String, _ connection: Database) throws -> Int {
        try Int.fetchOne(connection, sql: "PRAGMA \(name)") ?? 0
    }
}
