internal import Dispatch
internal import GRDB
internal import Synchronization

/// The ledger of a workspace: every run, what became of each recipient, what was collected, and who is suppressed.
///
/// One SQLite file in the state folder, one connection, one serial queue. Methods block the calling thread until the
/// step is done, so they belong on a thread of one's own, such as the committer's; from a task, ``offPool(_:)`` runs
/// them on the ledger's queue and keeps the cooperative pool free. Whatever throws has changed nothing.
///
/// Recipients of a run are numbered from 0. First attempts are claimed as a range, by advancing one number; a row exists
/// only for a recipient that has an outcome or anything else to tell. So a seq without a row is planned when it is not
/// below the run's `claimedUpTo`, and claimed at attempt 1 when it is.
package final class RunLedger: Sendable {
    /// How a ledger is opened.
    package enum Access: Sendable {
        /// Made when it is missing.
        case readWrite
        /// Refused when it is missing.
        case readOnly
    }

    /// The database file.
    package let path: String

    private let database: DatabaseQueue
    private let executor = DispatchQueue(label: "ledger.calls")
    /// The `synchronous` setting that the connection has now; nil when unknown.
    private let durability = Mutex<Durability?>(nil)

    /// Opens the ledger of a state folder, `ledger.sqlite`.
    ///
    /// - Throws: ``LedgerFailure`` with any code but `alreadyExists`; a file that is not ours is left as it was.
    package convenience init(stateFolder: String, access: Access = .readWrite) throws(LedgerFailure) {
        try self.init(path: stateFolder + "/ledger.sqlite", access: access)
    }

    /// - Parameters:
    ///   - path: the database file.
    ///   - access: whether it is made when it is missing.
    ///   - patience: how long to wait for another process, in seconds.
    /// - Throws: ``LedgerFailure``.
    init(path: String, access: Access, patience: Double = ConnectionSettings.busyTimeout) throws(LedgerFailure) {
        self.path = path
        self.database = try LedgerFile.open(path: path, access: access, patience: patience)
    }

    /// Runs blocking steps on the ledger's own queue, so that a task can wait for them without holding a thread.
    package func offPool<Value: Sendable>(
        _ work: @escaping @Sendable (RunLedger) throws(LedgerFailure) -> Value
    ) async throws(LedgerFailure) -> Value {
        let result: Result<Value, LedgerFailure> = await withCheckedContinuation { continuation in
            executor.async { continuation.resume(returning: Result { () throws(LedgerFailure) in try work(self) }) }
        }
        return try result.get()
    }

    /// Closes the file; the log is copied back into it when no other process has it open.
    package func close() throws(LedgerFailure) {
        do { try database.close() } catch {
            throw LedgerFailure(error, phase: "closing the ledger", path: path)
        }
    }

    /// One transaction: all of it or nothing.
    func write<Value>(
        _ wanted: Durability,
        _ phase: String,
        _ work: (Database) throws -> Value
    ) throws(LedgerFailure) -> Value {
        do {
            return try database.writeWithoutTransaction { connection in
                try setDurability(wanted, on: connection)
                var value: Value?
                try connection.inTransaction(.immediate) {
                    value = try work(connection)
                    return .commit
                }
                guard let value else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
                return value
            }
        } catch {
            throw LedgerFailure(error, phase: phase, path: path)
        }
    }

    /// Reads from one state of the database.
    func read<Value>(_ phase: String, _ work: (Database) throws -> Value) throws(LedgerFailure) -> Value {
        do { return try database.read(work) } catch {
            throw LedgerFailure(error, phase: phase, path: path)
        }
    }

    /// Statements that SQLite takes outside a transaction only: each is one of its own.
    func outsideTransaction<Value>(
        _ phase: String,
        _ work: (Database) throws -> Value
    ) throws(LedgerFailure) -> Value {
        do { return try database.writeWithoutTransaction(work) } catch {
            throw LedgerFailure(error, phase: phase, path: path)
        }
    }

    /// Changes the setting before the transaction: inside one, SQLite refuses it.
    private func setDurability(_ wanted: Durability, on connection: Database) throws {
        guard durability.withLock({ $0 }) != wanted else { return }
        try connection.execute(sql: "PRAGMA synchronous = \(wanted.rawValue)")
        durability.withLock { $0 = wanted }
    }
}
