import Glibc
import Synchronization

/// A child that can be killed at any instant without ever hitting another process.
///
/// Foundation's `Process` reaps a child by itself, so that a signal may go to a process id that is free again. Here the
/// child stays a zombie until ``wait()`` has seen its end. All unsafe code of these tests is in this file.
final class ChildProcess: Sendable {
    /// Why a program could not be started.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// How it ended.
    enum End: Sendable, Hashable {
        case exited(Int32)
        case killed(Int32)
    }

    private let pid: pid_t
    private let end = Mutex<End?>(nil)

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: its path.
    ///   - arguments: what it is told.
    ///   - folder: where it works.
    ///   - output: the file that standard output and standard error go to, made anew.
    /// - Throws: ``Failure`` when it does not start.
    init(_ program: String, _ arguments: [String], in folder: String, output: String) throws {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        unsafe posix_spawn_file_actions_adddup2(&actions, 1, 2)
        // `env` goes to the folder and becomes the program: the process id stays.
        let line = ["/usr/bin/env", "--chdir=\(folder)", program] + arguments
        var words: [UnsafeMutablePointer<CChar>?] = unsafe line.map { unsafe strdup($0) }
        unsafe words.append(nil)
        defer { for index in unsafe words.indices { unsafe free(words[index]) } }
        var child = pid_t()
        let code = unsafe posix_spawn(&child, line[0], &actions, nil, words, environ)
        guard code == 0 else { throw Failure(description: "\(program) did not start: errno \(code)") }
        pid = child
    }

    deinit {
        kill(SIGKILL)
        _ = wait()
    }

    /// Sends a signal, unless the child has been reaped.
    func kill(_ signal: Int32 = SIGKILL) {
        end.withLock { end in
            if end == nil { _ = Glibc.kill(pid, signal) }
        }
    }

    /// Waits until the child has stopped behind a SIGSTOP, or is gone.
    func waitUntilStopped() {
        var info = unsafe siginfo_t()
        _ = unsafe waitid(P_PID, id_t(pid), &info, WSTOPPED | WEXITED | WNOWAIT)
    }

    /// Waits for its end.
    func wait() -> End {
        var info = unsafe siginfo_t()
        while unsafe waitid(P_PID, id_t(pid), &info, WEXITED | WNOWAIT) != 0, errno == EINTR {}
        return end.withLock { end in
            if let end { return end }
            var status: Int32 = 0
            while unsafe waitpid(pid, &status, 0) < 0, errno == EINTR {}
            let signal = status & 0x7F
            let result = signal == 0 ? End.exited(status >> 8 & 0xFF) : .killed(signal)
            end = result
            return result
        }
    }
}
