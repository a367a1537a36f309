internal import Glibc
package import MailModel

/// The lock of one run or job: whoever holds it is the only process that sends.
///
/// An open file description lock on a file of its own: it belongs to this object rather than to the process, is not lost
/// when some other code closes the same file, is not handed to children, and the kernel drops it when the process dies.
/// The file stays; what it says is of meaning only while it is locked.
package final class RunLock: Sendable {
    /// Who holds a lock.
    package struct Holder: Sendable, Hashable {
        /// The process.
        package var pid: Int32
        /// The machine.
        package var host: String
        /// Since when.
        package var since: Timestamp

        package init(pid: Int32, host: String, since: Timestamp) {
            self.pid = pid
            self.host = host
            self.since = since
        }
    }

    /// What came of asking for a lock.
    package enum Outcome: Sendable {
        /// It is ours until it is released, or the object goes away.
        case acquired(RunLock)
        /// Somebody else has it; nil when the file does not say who.
        case held(by: Holder?)
    }

    /// `F_OFD_SETLK` of `fcntl.h`, which the C library's module does not show.
    private static let setOpenFileLock: Int32 = 37

    private let descriptor: Int32

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { _ = close(descriptor) }

    /// Asks for a lock, without waiting.
    ///
    /// - Parameters:
    ///   - path: the lock's file, made when it is missing; on a local disk.
    ///   - now: what the next one is told.
    /// - Returns: the lock, or who has it.
    /// - Throws: ``LedgerFailure`` with `networkFileSystem`, `readOnly`, `fullDisk`, `missing` or `io`.
    package static func acquire(path: String, now: Timestamp) throws(LedgerFailure) -> Outcome {
        let phase = "locking the run"
        let folder = FileSystem.folder(of: path)
        if let network = FileSystem.networkName(at: folder) {
            let cause = "the folder is on a network file system (\(network))"
            throw LedgerFailure(code: .networkFileSystem, phase: phase, path: folder, cause: cause)
        }
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw LedgerFailure(errno: errno, phase: phase, path: path) }
        let lock = RunLock(descriptor: descriptor)
        var request = flock()
        request.l_type = Int16(F_WRLCK)
        request.l_whence = Int16(SEEK_SET)
        guard unsafe fcntl(descriptor, setOpenFileLock, &request) == 0 else {
            let number = errno
            guard number == EAGAIN || number == EACCES else {
                throw LedgerFailure(errno: number, phase: phase, path: path)
            }
            return .held(by: lock.readHolder())
        }
        try lock.write(Holder(pid: getpid(), host: hostName(), since: now), path: path)
        return .acquired(lock)
    }

    /// Writes who holds the lock: one line, `pid since host`.
    private func write(_ holder: Holder, path: String) throws(LedgerFailure) {
        let line = Array("\(holder.pid) \(holder.since.rawValue) \(holder.host)\n".utf8)
        let written = unsafe ftruncate(descriptor, 0) == 0 ? pwrite(descriptor, line, line.count, 0) : -1
        guard written == line.count else {
            throw LedgerFailure(errno: errno, phase: "locking the run", path: path)
        }
    }

    private func readHolder() -> Holder? {
        guard let text = SmallFile.read(descriptor, upTo: 512) else { return nil }
        let fields = text.split(whereSeparator: { $0 == " " || $0 == "\n" })
        guard fields.count == 3, let pid = Int32(fields[0]), let since = Int64(fields[1]) else { return nil }
        return Holder(pid: pid, host: String(fields[2]), since: Timestamp(rawValue: since))
    }

    private static func hostName() -> String {
        let name = SmallFile.read("/proc/sys/kernel/hostname", upTo: 256) ?? ""
        return String(name.split(whereSeparator: \.isWhitespace).first ?? "unknown")
    }
}
