internal import GRDB
internal import Glibc

/// Opens the database file: makes it, recognises it, and brings its tables up to date.
enum LedgerFile {
    private static let phase = "opening the ledger"

    static func open(
        path: String,
        access: RunLedger.Access,
        patience: Double
    ) throws(LedgerFailure) -> DatabaseQueue {
        let folder = FileSystem.folder(of: path)
        guard FileSystem.exists(folder) else {
            throw LedgerFailure(code: .missing, phase: phase, path: folder, cause: "there is no such folder")
        }
        if let network = FileSystem.networkName(at: folder) {
            let cause = "the folder is on a network file system (\(network))"
            throw LedgerFailure(code: .networkFileSystem, phase: phase, path: folder, cause: cause)
        }
        switch access {
        case .readOnly:
            guard FileSystem.exists(path) else {
                throw LedgerFailure(code: .missing, phase: phase, path: path, cause: "there is no such file")
            }
        case .readWrite: try makeFile(path)
        }
        do {
            let configuration = ConnectionSettings.configuration(readOnly: access == .readOnly, patience: patience)
            let database = try DatabaseQueue(path: path, configuration: configuration)
            let isReady = try database.writeWithoutTransaction { try prepare($0, path: path, access: access) }
            if isReady { return database }
            // A reader that meets an older ledger lets a writer bring it up to date first.
            try open(path: path, access: .readWrite, patience: patience).close()
            return try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw LedgerFailure(error, phase: phase, path: path)
        }
    }

    /// Makes the file readable for its owner alone: it holds addresses.
    ///
    /// The log and the index beside it follow suit.
    private static func makeFile(_ path: String) throws(LedgerFailure) {
        let descriptor = unsafe Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw LedgerFailure(errno: errno, phase: phase, path: path) }
        _ = Glibc.close(descriptor)
    }

    /// Sets the connection up; false when the tables are old and this connection may not write.
    private static func prepare(_ connection: Database, path: String, access: RunLedger.Access) throws -> Bool {
        // One state of the file: another process may be making its tables just now.
        try connection.inTransaction(.deferred) {
            try recognise(connection, path: path)
            return .commit
        }
        guard access == .readWrite else { return try version(of: connection) == Migration.all.count }
        try connection.execute(sql: ConnectionSettings.writerPragmas)
        if try version(of: connection) < Migration.all.count {
            try Migration.run(on: connection)
        }
        return true
    }

    /// Refuses what is not ours before anything of it is changed.
    private static func recognise(_ connection: Database, path: String) throws {
        let application = try Int32.fetchOne(connection, sql: "PRAGMA application_id") ?? 0
        if application != ConnectionSettings.applicationID {
            let tables = try Int.fetchOne(connection, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            guard application == 0, tables == 0 else {
                let cause = "the file is a database of another program"
                throw LedgerFailure(code: .foreign, phase: phase, path: path, cause: cause)
            }
        }
        let found = try version(of: connection)
        guard found <= Migration.all.count else {
            let cause = "the file has version \(found), this program knows \(Migration.all.count)"
            throw LedgerFailure(code: .newer, phase: phase, path: path, cause: cause)
        }
    }

    private static func version(of connection: Database) throws -> Int {
        try Int.fetchOne(connection, sql: "PRAGMA user_version") ?? 0
    }
}
