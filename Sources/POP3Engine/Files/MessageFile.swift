internal import Glibc

/// A new file that takes in a message; all calls block and belong on a thread that may.
struct MessageFile: Sendable {
    /// A file cannot be created or written.
    struct Failure: Error {
        var path: String
        var errno: Int32

        /// The path and the system's words.
        var message: String { "\(path): \(SystemError.text(errno))" }
    }

    let path: String
    private let descriptor: Int32

    /// Creates the file, readable by its owner alone; one that is there already is not touched.
    ///
    /// - Throws: `Failure`, with `EEXIST` where there is a file.
    init(creating path: String) throws(Failure) {
        self.path = path
        var descriptor: Int32
        repeat {
            descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        } while descriptor < 0 && errno == EINTR
        guard descriptor >= 0 else { throw Failure(path: path, errno: errno) }
        self.descriptor = descriptor
    }

    /// Appends all of `bytes`.
    func write(_ bytes: [UInt8]) throws(Failure) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            if count < 0 {
                guard errno == EINTR else { throw Failure(path: path, errno: errno) }
            } else {
                written += count
            }
        }
    }

    /// Closes the file; some file systems say only now that a disk is full.
    func close() throws(Failure) {
        // Linux has let go of the descriptor even when it says EINTR.
        guard Glibc.close(descriptor) == 0 || errno == EINTR else { throw Failure(path: path, errno: errno) }
    }

    /// Closes the file and removes it.
    func discard() {
        _ = Glibc.close(descriptor)
        Self.remove(path)
    }

    /// Removes a file that was closed.
    static func remove(_ path: String) { _ = unsafe unlink(path) }
}
