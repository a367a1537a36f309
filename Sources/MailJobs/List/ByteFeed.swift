internal import Crypto
internal import Glibc

/// The bytes of a recipient list as they come: from a file, from standard input, or from a command's output.
package final class ByteFeed {
    /// Where a list comes from.
    package enum Source: Sendable, Hashable {
        /// A file.
        case file(path: String)
        /// Standard input.
        case standardInput
        /// The standard output of a shell command, run in a folder.
        case command(String, folder: String)

        /// How messages name it.
        package var name: String {
            switch self {
            case .file(let path): path
            case .standardInput: "standard input"
            case .command(let text, _): "the output of `\(text)`"
            }
        }
    }

    /// Why no bytes come.
    package struct Failure: Error, Sendable {
        /// Whether the file is simply not there or may not be read.
        package var isMissing: Bool
        /// What, where, and what to do.
        package var message: String
    }

    private let source: Source
    private let descriptor: Int32
    private var process: pid_t
    private var buffer: [UInt8]
    private var hash = SHA256()
    /// The digest of all bytes so far, in hexadecimal.
    package var digest: String { SealHash.text(hash) }

    /// Bytes read at once: large enough that the system call does not count.
    private static let pieceSize = 1 << 18

    /// Opens a source; a command is started.
    ///
    /// - Throws: `Failure`, which says what cannot be opened and why.
    package init(_ source: Source) throws(Failure) {
        self.source = source
        buffer = [UInt8](repeating: 0, count: Self.pieceSize)
        switch source {
        case .standardInput:
            descriptor = 0
            process = 0
        case .file(let path):
            let opened = unsafe open(path, O_RDONLY | O_CLOEXEC)
            guard opened >= 0 else {
                let reason = SystemError.text(errno)
                throw Failure(
                    isMissing: true,
                    message: "\(path): the list cannot be read (\(reason)); check `recipients`"
                )
            }
            descriptor = opened
            process = 0
        case .command(let text, let folder):
            let child = try Self.start(text, in: folder)
            descriptor = child.output
            process = child.process
        }
    }

    deinit {
        if descriptor > 2 { close(descriptor) }
        if process > 0 {
            // Still running only when the list was given up: it gets no more readers and must not be left behind.
            kill(process, SIGTERM)
            var status: Int32 = 0
            unsafe waitpid(process, &status, 0)
        }
    }

    /// Hands the next bytes over; returns false at the end.
    ///
    /// - Throws: `Failure` when reading fails, or when the command did not end well: its rows are not to be trusted then.
    package func next(_ body: (ArraySlice<UInt8>) -> Void) throws(Failure) -> Bool {
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                unsafe buffer.withUnsafeBytes { unsafe hash.update(bufferPointer: .init(rebasing: $0[..<count])) }
                body(buffer[..<count])
                return true
            }
            if count == 0 { return false }
            guard errno == EINTR else {
                throw Failure(isMissing: false, message: "\(source.name): reading stopped: \(SystemError.text(errno))")
            }
        }
    }

    /// Waits for a command's end.
    ///
    /// - Throws: `Failure` when it did not exit with 0.
    package func finish() throws(Failure) {
        guard process > 0 else { return }
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
        process = 0
        let ended = status & 0x7F == 0
        let code = (status >> 8) & 0xFF
        guard ended, code == 0 else {
            let how = ended ? "exit code \(code)" : "signal \(status & 0x7F)"
            throw Failure(isMissing: false, message: "\(source.name): the command failed (\(how)); nothing was sent")
        }
    }

    private static func start(_ text: String, in folder: String) throws(Failure) -> (process: pid_t, output: Int32) {
        do {
            return try ChildProcess.start(shell: text, folder: folder)
        } catch {
            throw Failure(isMissing: false, message: "`\(text)`: the command cannot be started: \(error.reason)")
        }
    }
}
