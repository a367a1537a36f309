internal import Glibc
internal import MailModel

/// What the system knows of a file, links not followed.
struct FileFacts {
    /// Whether it is a folder.
    let isFolder: Bool
    /// Whether it is a plain file.
    let isFile: Bool
    /// Its size in bytes.
    let size: Int
    /// When it was changed last.
    let changed: Timestamp

    /// Looks at a file; nil when there is none.
    init?(_ path: String) {
        var facts = stat()
        guard unsafe lstat(path, &facts) == 0 else { return nil }
        isFolder = facts.st_mode & S_IFMT == S_IFDIR
        isFile = facts.st_mode & S_IFMT == S_IFREG
        size = Int(facts.st_size)
        changed = Timestamp(rawValue: Int64(facts.st_mtim.tv_sec) * 1_000)
    }
}

extension FileTree {
    /// Hands over all plain files below a folder, in order, with their paths relative to it.
    static func eachFile<Failure: Error>(
        below path: String,
        _ prefix: String = "",
        _ take: (String, FileFacts) throws(Failure) -> Void
    ) throws(Failure) {
        for name in names(in: path).sorted() {
            guard let facts = FileFacts(path + "/" + name) else { continue }
            if facts.isFolder {
                try eachFile(below: path + "/" + name, prefix + name + "/", take)
            } else if facts.isFile {
                try take(prefix + name, facts)
            }
        }
    }

    /// Bytes of all plain files below a folder.
    static func size(of path: String) -> Int {
        var total = 0
        eachFile(below: path) { _, facts in total += facts.size }
        return total
    }

    /// Gives another name to a file or folder, and makes that safe from a lost machine.
    static func move(_ path: String, to final: String) throws(SealedFile.Failure) {
        guard unsafe rename(path, final) == 0 else {
            throw SealedFile.Failure(path: final, action: "make", code: errno)
        }
        try SealedFile.syncFolder(PathName.parent(of: final))
    }
}

/// Waiting of a thread of one's own.
enum Pause {
    /// Lets others have the ledger for as long as we had it, and at least five milliseconds.
    static func after(_ work: Duration) {
        let microseconds = work.components.seconds * 1_000_000 + work.components.attoseconds / 1_000_000_000_000
        usleep(UInt32(clamping: min(max(5_000, microseconds), 500_000)))
    }
}
