internal import GRDB

/// What a commit has to survive.
///
/// Either way a killed process loses nothing: what was written is in the kernel's hands. The difference is a lost
/// machine.
/// - `synced`: the write-ahead log is on disk when the commit returns (`synchronous = FULL`). For what must never be
///   undone: a seal, a claim (it says "from here on these may have been sent"), a recovery, a verdict on collected mail
///   (the message is deleted from the server next), a suppression.
/// - `relaxed`: the log is written, and synced at the next checkpoint or the next synced commit (`synchronous =
///   NORMAL`). For outcomes: losing one leaves a claimed recipient whose recorder is of another boot, which is in doubt
///   and never mailed twice.
enum Durability: String {
    case synced = "FULL"
    case relaxed = "NORMAL"
}

/// How a connection to the ledger is set up, and why.
enum ConnectionSettings {
    /// Marks the file as ours: "MrtL".
    static let applicationID: Int32 = 0x4D72_744C

    /// How long a statement waits for another process, in seconds; `martlet status` and the like hold locks for
    /// milliseconds, a checkpoint on a slow disk for a second or two.
    static let busyTimeout = 10.0

    static func configuration(readOnly: Bool, patience: Double) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(patience)
        // No table refers to another by constraint: rows are written in the millions, and pruned by run.
        configuration.foreignKeysEnabled = false
        configuration.label = "ledger"
        return configuration
    }

    /// What every connection that writes is told.
    ///
    /// - `auto_vacuum = INCREMENTAL`: free pages can be given back to the disk a few at a time; it holds for new files only,
    ///   and must stand before anything is written.
    /// - `secure_delete = FAST`: what is deleted within a page is overwritten with zeros, at no further page written.
    /// - `journal_mode = WAL`: readers do not stop the writer, and a commit is one sequential write.
    /// - `wal_autocheckpoint = 4000`: pages are copied back every 16 MB instead of every 4 MB, a quarter of the syncs.
    /// - `journal_size_limit`: the log shrinks to this after a checkpoint.
    /// - `cache_size = -3000`: 3 MB, which hold the tail of the recipient table and of its indexes, where a run writes; more
    ///   would only be filled, and a run of a million take more memory than one of ten thousand.
    /// - `temp_store = MEMORY`: sorting leaves no file behind.
    /// - `cell_size_check = ON`: a damaged page is noticed where it is read, not later.
    static let writerPragmas = """
        PRAGMA auto_vacuum = INCREMENTAL;
        PRAGMA secure_delete = FAST;
        PRAGMA journal_mode = WAL;
        PRAGMA wal_autocheckpoint = 4000;
        PRAGMA journal_size_limit = 67108864;
        PRAGMA cache_size = -3000;
        PRAGMA temp_store = MEMORY;
        PRAGMA cell_size_check = ON;
        """
}
