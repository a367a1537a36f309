internal import MailJobs

/// Turns failures into words for a person and an exit code.
enum Guarded {
    /// Runs a command's work.
    ///
    /// - Throws: the exit code, after the words were said.
    static func run(_ command: String, _ work: () async throws -> Void) async throws {
        do { try await work() } catch let failure as JobFailure { throw say(failure, by: command) }
    }

    /// Runs a command's work that waits for nothing.
    ///
    /// - Throws: the exit code, after the words were said.
    static func run(_ command: String, _ work: () throws -> Void) throws {
        do { try work() } catch let failure as JobFailure { throw say(failure, by: command) }
    }

    /// Says a failure's words.
    ///
    /// - Returns: the exit code.
    static func say(_ failure: JobFailure, by command: String) -> any Error {
        for line in failure.lines { Console.say("martlet \(command): \(line)") }
        return ExitStatus(failure.code).error
    }
}
