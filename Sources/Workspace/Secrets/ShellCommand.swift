internal import Glibc

/// A command for `/bin/sh -c` whose output is small and wanted whole.
///
/// It runs in a process group of its own, without input, so that a time limit ends all of it. The module's second unsafe
/// file.
struct ShellCommand {
    /// The command.
    var text: String
    /// The folder that it runs in.
    var folder: String
    /// Its variables.
    var environment: [String: String]

    /// The folder and the command come as arguments, so that nothing has to be quoted.
    private static let script = #"cd -- "$1" && eval "$2""#

    /// How a command ended.
    enum Status: Hashable {
        case exited(Int32)
        case killed(Int32)

        /// As a sentence goes on behind "the command".
        var words: String {
            switch self {
            case .exited(let code): "ended with code \(code)"
            case .killed(let signal): "was ended by signal \(signal)"
            }
        }
    }

    /// What became of it.
    struct Result {
        var status: Status
        /// What it printed.
        var output: [UInt8]
        /// The first line of what it complained.
        var complaint: String
    }

    /// Why there is no result.
    enum Failure: Error, Hashable {
        case cannotStart(String)
        case timedOut
        case tooMuch
    }

    /// The process's own variables.
    static var environment: [String: String] {
        var result: [String: String] = [:]
        var place = unsafe environ
        while let entry = unsafe place.pointee {
            let parts = unsafe String(cString: entry).split(
                separator: "=",
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            if parts.count == 2 { result[String(parts[0])] = String(parts[1]) }
            unsafe place += 1
        }
        return result
    }

    /// Runs it to its end.
    ///
    /// - Parameters:
    ///   - patience: How long it may take.
    ///   - limit: Bytes of output at most.
    /// - Returns: What became of it.
    /// - Throws: ``Failure`` when it could not be run to its end.
    func run(patience: Duration, limit: Int) throws(Failure) -> Result {
        var output = try Pipe()
        defer { output.close() }
        var complaint = try Pipe()
        defer { complaint.close() }
        let process = try start(output: output.writing, complaint: complaint.writing)
        output.closeWriting()
        complaint.closeWriting()
        let deadline = ContinuousClock.now + patience
        do throws(Failure) {
            while output.isOpen || complaint.isOpen {
                try Self.wait(for: [output, complaint], until: deadline)
                output.read()
                complaint.read()
                guard output.bytes.count <= limit else { throw .tooMuch }
            }
            let status = try Self.end(of: process, until: deadline)
            let line = complaint.bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
            return Result(status: status, output: output.bytes, complaint: String(decoding: line, as: UTF8.self))
        } catch {
            // The whole group: what the shell started would hold on to its files.
            kill(-process, SIGKILL)
            var status: Int32 = 0
            while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
            throw error
        }
    }

    private func start(output: Int32, complaint: Int32) throws(Failure) -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
        unsafe posix_spawn_file_actions_adddup2(&actions, complaint, 2)
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe posix_spawnattr_setsigmask(&attributes, &signals)
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
        var process = pid_t()
        let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
        let code = unsafe Self.withCStrings(["/bin/sh", "-c", Self.script, "sh", folder, text]) { arguments in
            unsafe Self.withCStrings(variables) { variables in
                unsafe posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, variables)
            }
        }
        guard code == 0 else { throw .cannotStart(FileSystem.Failure(code: code).words) }
        return process
    }

    private static func withCStrings<Value>(
        _ texts: [String],
        _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Value
    ) -> Value {
        var pointers = unsafe texts.map { unsafe strdup($0) } + [nil]
        defer { for index in unsafe pointers.indices { unsafe free(pointers[index]) } }
        return unsafe pointers.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { preconditionFailure("the list ends in nil, so it has a place") }
            return unsafe body(base)
        }
    }

    /// Waits until a pipe has something to read, or is closed.
    private static func wait(for pipes: [Pipe], until deadline: ContinuousClock.Instant) throws(Failure) {
        var descriptors = pipes.filter(\.isOpen).map { pollfd(fd: $0.reading, events: Int16(POLLIN), revents: 0) }
        let rest = ContinuousClock.now.duration(to: deadline)
        guard rest > .zero else { throw .timedOut }
        let milliseconds = rest.components.seconds * 1_000 + rest.components.attoseconds / 1_000_000_000_000_000 + 1
        _ = unsafe poll(&descriptors, nfds_t(descriptors.count), Int32(clamping: milliseconds))
    }

    /// How the process ended; it has closed its output, and so is about to.
    private static func end(of process: pid_t, until deadline: ContinuousClock.Instant) throws(Failure) -> Status {
        var status: Int32 = 0
        while true {
            let result = unsafe waitpid(process, &status, WNOHANG)
            if result == process { break }
            guard result == 0 || errno == EINTR else { return .exited(0) }
            guard ContinuousClock.now < deadline else { throw .timedOut }
            usleep(2_000)
        }
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal)
    }
}

/// A pipe that is read without waiting.
private struct Pipe {
    let reading: Int32
    let writing: Int32
    private(set) var bytes: [UInt8] = []
    private(set) var isOpen = true
    private var isWritingOpen = true

    init() throws(ShellCommand.Failure) {
        var ends: [Int32] = [0, 0]
        guard unsafe pipe(&ends) == 0 else {
            throw .cannotStart(FileSystem.Failure(code: errno).words)
        }
        reading = ends[0]
        writing = ends[1]
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(reading, F_SETFL, O_NONBLOCK)
    }

    mutating func closeWriting() {
        guard isWritingOpen else { return }
        isWritingOpen = false
        Glibc.close(writing)
    }

    mutating func close() {
        closeWriting()
        Glibc.close(reading)
    }

    /// Takes what there is, a piece at a time, so that a flood meets its ceiling.
    mutating func read() {
        guard isOpen else { return }
        var piece = [UInt8](repeating: 0, count: 16_384)
        let count = unsafe Glibc.read(reading, &piece, piece.count)
        if count > 0 { bytes += piece.prefix(count) }
        if count == 0 || count < 0 && errno != EAGAIN && errno != EINTR { isOpen = false }
    }
}
