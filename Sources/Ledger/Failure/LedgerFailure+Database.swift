internal import GRDB
internal import Glibc

extension LedgerFailure {
    /// The failure that an error of the database library stands for.
    init(_ error: any Error, phase: String, path: String) {
        if let failure = error as? LedgerFailure {
            self = failure
            return
        }
        guard let error = error as? DatabaseError else {
            // What is not an error of SQLite's own is a value that no statement of ours has written.
            self.init(code: .corrupt, phase: phase, path: path, cause: "\(error)")
            return
        }
        let words = error.message ?? "error \(error.extendedResultCode.rawValue) of SQLite"
        var code = Self.code(of: error)
        // A file that cannot be extended is reported as an I/O error or as one that cannot be opened: ask the disk.
        if code == .io || code == .readOnly, FileSystem.isFull(at: path) { code = .fullDisk }
        self.init(code: code, phase: phase, path: path, cause: words)
    }

    /// The failure that the system's last error stands for.
    init(errno number: Int32, phase: String, path: String) {
        let code: Code =
            switch number {
            case ENOSPC, EDQUOT, EFBIG: .fullDisk
            case EROFS, EACCES, EPERM: .readOnly
            case ENOENT, ENOTDIR: .missing
            default: .io
            }
        self.init(code: code, phase: phase, path: path, cause: FileSystem.words(of: number))
    }

    private static func code(of error: DatabaseError) -> Code {
        switch error.resultCode {
        case .SQLITE_FULL: .fullDisk
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .readOnly
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: .locked
        case .SQLITE_CORRUPT: .corrupt
        case .SQLITE_NOTADB: .foreign
        case .SQLITE_CONSTRAINT, .SQLITE_MISUSE, .SQLITE_ERROR, .SQLITE_RANGE, .SQLITE_MISMATCH: .misuse
        default: .io
        }
    }
}
