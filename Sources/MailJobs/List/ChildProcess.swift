internal import Glibc

/// Starts shell commands whose output is read; all the C of it stays here.
enum ChildProcess {
    /// Why a command could not be started.
    struct Failure: Error {
        /// The system's words.
        var reason: String
    }

    /// Starts `/bin/sh -c text` in a folder; its standard output goes to a pipe, the rest is inherited.
    ///
    /// - Returns: the process and the reading end of the pipe, close-on-exec.
    static func start(shell text: String, folder: String) throws(Failure) -> (process: pid_t, output: Int32) {
        var ends: [Int32] = [0, 0]
        guard unsafe pipe(&ends) == 0 else { throw Failure(reason: SystemError.text(errno)) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        var process: pid_t = 0
        let words = ["/bin/sh", "-c", "cd -- \"$1\" && eval \"$2\"", "sh", folder, text]
        var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) }
        unsafe arguments.append(nil)
        defer { for index in unsafe arguments.indices { unsafe free(arguments[index]) } }
        let code = unsafe posix_spawn(&process, "/bin/sh", &actions, nil, arguments, environ)
        close(ends[1])
        guard code == 0 else {
            close(ends[0])
            throw Failure(reason: SystemError.text(code))
        }
        return (process, ends[0])
    }
}

extension ChildProcess {
    /// Runs `/bin/sh -c text` to its end, with bytes on its standard input; what it prints goes where our talk goes.
    ///
    /// It has a process group of its own, so that all of it can be ended.
    /// - Parameters:
    ///   - text: the command.
    ///   - folder: the folder that it runs in.
    ///   - input: what it reads.
    ///   - patience: how long it may take; it is killed then.
    /// - Returns: its exit code; 128 and the signal's number when a signal ended it.
    /// - Throws: `Failure` when it could not be run, or not to its end.
    static func run(
        shell text: String,
        folder: String,
        input: [UInt8],
        patience: Duration
    ) throws(Failure) -> Int32 {
        let source = try unnamedFile(input)
        defer { close(source) }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, source, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, 2, 1)
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        var process: pid_t = 0
        let words = ["/bin/sh", "-c", "cd -- \"$1\" && eval \"$2\"", "sh", folder, text]
        var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) }
        unsafe arguments.append(nil)
        defer { for index in unsafe arguments.indices { unsafe free(arguments[index]) } }
        let code = unsafe posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, environ)
        guard code == 0 else { throw Failure(reason: SystemError.text(code)) }
        return try end(of: process, patience: patience)
    }

    /// A file without a name that holds `bytes`, to be read from its beginning.
    private static func unnamedFile(_ bytes: [UInt8]) throws(Failure) -> Int32 {
        var template = Array("/tmp/martlet-XXXXXX".utf8CString)
        let file = unsafe mkstemp(&template)
        guard file >= 0 else { throw Failure(reason: SystemError.text(errno)) }
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        _ = unsafe unlink(template)
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes[written...].withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else {
                close(file)
                throw Failure(reason: SystemError.text(errno))
            }
            written += max(0, count)
        }
        lseek(file, 0, SEEK_SET)
        return file
    }

    private static func end(of process: pid_t, patience: Duration) throws(Failure) -> Int32 {
        let deadline = ContinuousClock.now + patience
        var status: Int32 = 0
        while true {
            let found = unsafe waitpid(process, &status, WNOHANG)
            if found == process { break }
            guard found == 0 || errno == EINTR else { throw Failure(reason: SystemError.text(errno)) }
            guard ContinuousClock.now < deadline else {
                kill(-process, SIGKILL)
                while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
                throw Failure(reason: "it took longer than \(patience.components.seconds) s")
            }
            usleep(5_000)
        }
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }
}

/// The system's words for an error number.
enum SystemError {
    /// What `errno` means, in the system's words.
    static func text(_ code: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard unsafe strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
