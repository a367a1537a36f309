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

/// The system's words for an error number.
enum SystemError {
    /// What `errno` means, in the system's words.
    static func text(_ code: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard unsafe strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
