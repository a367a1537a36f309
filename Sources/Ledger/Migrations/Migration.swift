internal import GRDB

/// One step of the schema's history: named, numbered by its place, never edited once released.
struct Migration {
    /// The step's name, kept in the file.
    let name: String
    /// What it does.
    let sql: String

    /// All steps in order; the file's `user_version` is the number of those it has seen.
    static let all: [Migration] = [runs, recorderPosition, changesAndProof, keeping, inbox]

    /// Takes the steps that are missing, in one synced transaction.
    ///
    /// The version is read again inside the transaction: two processes may have found the same file empty.
    static func run(on connection: Database) throws {
        try connection.execute(sql: "PRAGMA synchronous = FULL")
        try connection.inTransaction(.immediate) {
            let version = try Int.fetchOne(connection, sql: "PRAGMA user_version") ?? 0
            for migration in all.dropFirst(version) {
                try connection.execute(sql: migration.sql)
                try connection.execute(
                    sql: "INSERT INTO migration (name, at) VALUES (?, CAST(strftime('%s', 'now') AS INTEGER) * 1000)",
                    arguments: [migration.name]
                )
            }
            try connection.execute(
                sql: """
                    PRAGMA application_id = \(ConnectionSettings.applicationID);
                    PRAGMA user_version = \(all.count);
                    """
            )
            return .commit
        }
    }
}
