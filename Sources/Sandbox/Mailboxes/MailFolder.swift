internal import Glibc

/// A folder that takes accepted mail, one `.eml` file for each recipient.
///
/// Files appear whole: they are written under another name first. Writing is done where the message was taken, so that a
/// slow disk slows the client down instead of filling the memory. Swift's strings stand in for the C strings of the calls,
/// which keep none of them.
struct MailFolder: Sendable {
    private let path: String

    /// Makes the folder where there is none.
    ///
    /// - Throws: ``SandboxFailure`` when it cannot be made, or is not a folder that can be written to.
    init(_ path: String) throws(SandboxFailure) {
        self.path = path
        guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else { throw Self.failure(path) }
        guard unsafe access(path + "/.", W_OK | X_OK) == 0 else { throw Self.failure(path) }
    }

    /// Writes the copies of a message: all of them, or none.
    ///
    /// - Parameters:
    ///   - copies: the message as each recipient gets it.
    ///   - names: the names of the files, without the ending.
    /// - Returns: whether they are there.
    func write(_ copies: [[UInt8]], names: [String]) -> Bool {
        for (index, copy) in copies.enumerated() where !write(copy, name: names[index]) {
            for name in names[..<index] { _ = unsafe unlink("\(path)/\(name).eml") }
            return false
        }
        return true
    }

    /// Writes a message.
    ///
    /// - Parameters:
    ///   - bytes: the whole message.
    ///   - name: the name of its file, without the ending.
    /// - Returns: whether it is there.
    private func write(_ bytes: [UInt8], name: String) -> Bool {
        let draft = "\(path)/.\(name).part"
        let file = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { return false }
        var written = 0
        while written < bytes.count {
            // The pointer is used only inside the call, and the count is what is left behind it.
            let count = unsafe bytes.withUnsafeBytes { all in
                unsafe Glibc.write(file, all.baseAddress?.advanced(by: written), all.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            written += count
        }
        let isWhole = close(file) == 0 && written == bytes.count
        guard isWhole, unsafe rename(draft, "\(path)/\(name).eml") == 0 else {
            _ = unsafe unlink(draft)
            return false
        }
        return true
    }

    private static func failure(_ path: String) -> SandboxFailure {
        let reason = unsafe String(cString: strerror(errno))
        return SandboxFailure(
            code: .folder,
            message: "cannot keep mail in the folder \(path): \(reason); name another folder, or leave it out"
        )
    }
}
