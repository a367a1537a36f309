internal import Glibc

/// A file descriptor that is closed when nobody needs it, with the few operations that the sealed list takes.
///
/// `@unchecked` is not needed: the descriptor is a constant, and `pread` and `pwrite` carry their own offsets.
final class SealedFile: Sendable {
    /// Why an operation failed.
    struct Failure: Error, Sendable {
        /// The file.
        var path: String
        /// What was being done.
        var action: String
        /// The system's error number.
        var code: Int32
        /// The system's words.
        var reason: String { SystemError.text(code) }
        /// What a person can do about it.
        var advice: String? {
            switch code {
            case ENOSPC, EDQUOT, EFBIG: "free some space and run again; nothing was sent or lost"
            case EROFS, EACCES, EPERM: "let this user write there, or choose another state folder by --state"
            default: nil
            }
        }
    }

    let path: String
    private let descriptor: Int32

    /// Makes a new file, or opens one for reading.
    ///
    /// - Throws: `Failure`.
    init(path: String, isNew: Bool) throws(Failure) {
        self.path = path
        let flags = isNew ? O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC : O_RDONLY | O_CLOEXEC
        descriptor = unsafe open(path, flags, 0o600)
        guard descriptor >= 0 else {
            throw Failure(path: path, action: isNew ? "make" : "open", code: errno)
        }
    }

    /// Opens a file for reading; nil when there is none.
    static func ifThere(path: String) throws(Failure) -> SealedFile? {
        do throws(Failure) { return try SealedFile(path: path, isNew: false) } catch {
            if error.code == ENOENT { return nil }
            throw error
        }
    }

    deinit { close(descriptor) }

    /// Appends bytes whole.
    func write(_ bytes: ArraySlice<UInt8>) throws(Failure) {
        var done = 0
        while done < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { whole in
                unsafe Glibc.write(descriptor, whole.baseAddress?.advanced(by: done), whole.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Failure(path: path, action: "write", code: errno) }
            done += count
        }
    }

    /// Reads `count` bytes at an offset; fewer only at the end of the file.
    func read(at offset: Int, count: Int) throws(Failure) -> [UInt8] {
        var done = 0
        var code: Int32 = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while done < count {
                let target = unsafe UnsafeMutableRawPointer(buffer.baseAddress?.advanced(by: done))
                let got = unsafe pread(descriptor, target, count - done, off_t(offset + done))
                if got < 0, errno == EINTR { continue }
                if got < 0 { code = errno }
                guard got > 0 else { break }
                done += got
            }
            filled = done
        }
        guard code == 0 else { throw Failure(path: path, action: "read", code: code) }
        return bytes
    }

    /// The file's size in bytes.
    func size() throws(Failure) -> Int {
        var facts = stat()
        guard unsafe fstat(descriptor, &facts) == 0 else { throw Failure(path: path, action: "look at", code: errno) }
        return Int(facts.st_size)
    }

    /// Makes what was written safe from a lost machine.
    func sync() throws(Failure) {
        guard fsync(descriptor) == 0 else { throw Failure(path: path, action: "sync", code: errno) }
    }

    /// Makes the names in a folder safe from a lost machine.
    static func syncFolder(_ path: String) throws(Failure) {
        let folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw Failure(path: path, action: "open", code: errno) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw Failure(path: path, action: "sync", code: errno) }
    }
}
