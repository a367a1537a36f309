internal import Glibc

/// The few calls to the system that reading and writing a workspace takes; the module's only unsafe file but one.
enum FileSystem {
    /// What the system answered.
    struct Failure: Error, Hashable {
        /// `errno`.
        let code: Int32

        /// Nothing is there under that name.
        var isMissing: Bool { code == ENOENT || code == ENOTDIR }
        /// Something is there under that name.
        var isExisting: Bool { code == EEXIST }
        /// Whether the disk is full, or a quota used up.
        var isFull: Bool { code == ENOSPC || code == EDQUOT }
        /// Whether the file system cannot be written at all.
        var isReadOnly: Bool { code == EROFS }
        /// The system's words, as `strerror` has them.
        var words: String {
            guard let text = unsafe strerror(code) else { return "error \(code)" }
            return unsafe String(cString: text)
        }
    }

    /// What is known of a file.
    struct Info: Hashable {
        /// What it is.
        enum Kind: Hashable {
            case file
            case folder
            case link
            case other
        }

        var kind: Kind
        var size: Int
        /// The nine permission bits.
        var permissions: UInt32
        var owner: UInt32

        /// Whether anybody but the owner may read or write it.
        var isOpenToOthers: Bool { permissions & 0o077 != 0 }

        fileprivate init(_ status: stat) {
            switch status.st_mode & S_IFMT {
            case S_IFREG: kind = .file
            case S_IFDIR: kind = .folder
            case S_IFLNK: kind = .link
            default: kind = .other
            }
            size = Int(status.st_size)
            permissions = status.st_mode & 0o777
            owner = status.st_uid
        }
    }

    /// Why a file was not read.
    enum ReadFailure: Error, Hashable {
        case system(Failure)
        case notAFile
        /// Larger than the limit.
        case tooLarge
    }

    /// What is known of a path.
    static func info(_ path: String, followingLinks: Bool = true) throws(Failure) -> Info {
        var status = stat()
        let result = followingLinks ? unsafe stat(path, &status) : unsafe lstat(path, &status)
        guard result == 0 else { throw Failure(code: errno) }
        return Info(status)
    }

    /// Reads a regular file whole; anything else is refused without waiting for it.
    ///
    /// What is known of the file is known of the very file that was read.
    static func read(_ path: String, limit: Int) throws(ReadFailure) -> (bytes: [UInt8], info: Info) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw .system(Failure(code: errno)) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw .system(Failure(code: errno)) }
        let info = Info(status)
        guard info.kind == .file else { throw .notAFile }
        guard info.size <= limit else { throw .tooLarge }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(info.size)
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe Glibc.read(descriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(Failure(code: errno)) }
            guard count > 0 else { return (bytes, info) }
            bytes += piece.prefix(count)
            guard bytes.count <= limit else { throw .tooLarge }
        }
    }

    /// The absolute path with all links resolved; nil when something on it is missing.
    static func realPath(_ path: String) -> String? {
        guard let resolved = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    /// The names in a folder without `.` and `..`, ordered by their bytes; at most `limit`, nil for more.
    static func names(in path: String, limit: Int) throws(Failure) -> [String]? {
        guard let folder = unsafe opendir(path) else { throw Failure(code: errno) }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            guard names.count < limit else { return nil }
            names.append(name)
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Makes a folder; one that is there already is left as it is.
    static func makeFolder(_ path: String, permissions: UInt32) throws(Failure) {
        guard unsafe mkdir(path, permissions) == 0 || errno == EEXIST else { throw Failure(code: errno) }
    }

    /// Takes the right to read and write away from everybody but the owner.
    static func makePrivate(_ path: String, permissions: UInt32) throws(Failure) {
        guard unsafe chmod(path, permissions) == 0 else { throw Failure(code: errno) }
    }

    /// Creates a file that must not be there yet, writes it and waits until it is on the disk.
    ///
    /// A file that could not be written whole is taken away again.
    static func create(_ path: String, bytes: [UInt8], permissions: UInt32) throws(Failure) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, permissions)
        guard descriptor >= 0 else { throw Failure(code: errno) }
        do throws(Failure) {
            defer { close(descriptor) }
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw Failure(code: count < 0 ? errno : EIO) }
                rest = rest.dropFirst(count)
            }
            guard fsync(descriptor) == 0 else { throw Failure(code: errno) }
        } catch {
            _ = unsafe unlink(path)
            throw error
        }
    }

    /// Waits until the names in a folder are on the disk.
    static func syncFolder(_ path: String) throws(Failure) {
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Failure(code: errno) }
    }

    /// Gives a file a second name, which must not be there yet.
    static func link(_ path: String, to other: String) throws(Failure) {
        guard unsafe Glibc.link(path, other) == 0 else { throw Failure(code: errno) }
    }

    /// Takes a name away.
    static func remove(_ path: String) throws(Failure) {
        guard unsafe unlink(path) == 0 else { throw Failure(code: errno) }
    }

    /// Whether this process may write into a folder.
    static func canWrite(_ path: String) throws(Failure) {
        guard unsafe access(path, W_OK) == 0 else { throw Failure(code: errno) }
    }

    /// The user that this process acts for.
    static var user: UInt32 { geteuid() }

    /// The process's number, for names of temporary files.
    static var process: Int32 { getpid() }

    /// The machine's own name, or nil.
    static var hostName: String? {
        var bytes = [CChar](repeating: 0, count: 256)
        guard unsafe gethostname(&bytes, bytes.count - 1) == 0 else { return nil }
        let name = String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return name.isEmpty ? nil : name
    }

    /// The folder that relative paths start at.
    static var currentFolder: String {
        guard let text = unsafe getcwd(nil, 0) else { return "/" }
        defer { unsafe free(text) }
        return unsafe String(cString: text)
    }
}
