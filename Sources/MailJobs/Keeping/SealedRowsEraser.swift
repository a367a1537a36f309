internal import Glibc

/// Overwrites parts of a sealed list with spaces, in place: numbers, offsets and lengths stay as they were.
struct SealedRowsEraser: ~Copyable {
    private let path: String
    private let descriptor: Int32

    /// Opens the rows of a run's folder.
    init(folder: String) throws(SealedFile.Failure) {
        path = folder + "/rows"
        descriptor = unsafe open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw SealedFile.Failure(path: path, action: "open", code: errno) }
    }

    deinit { _ = close(descriptor) }

    /// Overwrites a range of the file.
    func blank(_ range: Range<Int>) throws(SealedFile.Failure) {
        let spaces = [UInt8](repeating: UInt8(ascii: " "), count: range.count)
        var done = 0
        while done < spaces.count {
            let count = unsafe spaces.withUnsafeBytes { whole in
                unsafe pwrite(
                    descriptor,
                    whole.baseAddress?.advanced(by: done),
                    whole.count - done,
                    off_t(range.lowerBound + done)
                )
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw SealedFile.Failure(path: path, action: "write", code: errno) }
            done += count
        }
    }

    /// Makes it safe from a lost machine.
    func sync() throws(SealedFile.Failure) {
        guard fsync(descriptor) == 0 else { throw SealedFile.Failure(path: path, action: "sync", code: errno) }
    }
}
