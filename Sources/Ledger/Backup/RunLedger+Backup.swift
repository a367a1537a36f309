internal import GRDB
internal import Glibc
package import MailModel

extension RunLedger {
    /// Copies the ledger, as it is at one instant, into a new file, synced; others go on writing meanwhile.
    ///
    /// The copy is marked: a state folder that it is restored into holds its unfinished runs until a person has settled
    /// them, and starts none of its own.
    /// - Parameters:
    ///   - copy: the file to make; there must be none.
    ///   - at: the time that the mark has.
    /// - Throws: ``LedgerFailure``; the file is removed then.
    package func backUp(to copy: String, at: Timestamp) throws(LedgerFailure) {
        let phase = "copying the ledger to \(copy)"
        // A connection of its own: this one's queue stays free for whoever sends.
        let source = try RunLedger(path: path, access: .readWrite)
        do throws(LedgerFailure) {
            try source.outsideTransaction(phase) { connection in
                try connection.execute(sql: "VACUUM INTO ?", arguments: [copy])
            }
            try source.close()
            let marked = try RunLedger(path: copy, access: .readWrite)
            try marked.markAsBackup(at: at)
            try marked.outsideTransaction(phase) { connection in
                // One file, without a log beside it.
                _ = try Row.fetchOne(connection, sql: "PRAGMA journal_mode = DELETE")
            }
            try marked.close()
            try Self.sync(copy, phase)
        } catch {
            for name in [copy, copy + "-wal", copy + "-shm", copy + "-journal"] { _ = unsafe unlink(name) }
            throw error
        }
    }

    /// Opens a copy for reading.
    package convenience init(copy: String) throws(LedgerFailure) { try self.init(path: copy, access: .readOnly) }

    /// Marks the ledger as a backup: holds the runs that are open.
    func markAsBackup(at: Timestamp) throws(LedgerFailure) {
        try write(.synced, "marking the backup") { connection in
            try connection.execute(
                sql: """
                    INSERT OR REPLACE INTO counter (name, value) VALUES ('backup', ?);
                    INSERT OR REPLACE INTO held_run (run, at) SELECT number, ? FROM run WHERE state = 0;
                    DELETE FROM cleared_job;
                    """,
                arguments: [at.rawValue, at.rawValue]
            )
        }
    }

    private static func sync(_ path: String, _ phase: String) throws(LedgerFailure) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw LedgerFailure(errno: errno, phase: phase, path: path) }
        defer { _ = Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw LedgerFailure(errno: errno, phase: phase, path: path) }
    }
}
