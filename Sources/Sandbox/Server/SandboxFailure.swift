/// Why the server cannot be started.
package struct SandboxFailure: Error, Sendable, Equatable {
    /// What kind of thing is wrong: it decides the exit code.
    package enum Code: Sendable, Hashable {
        /// The settings ask for something that is not allowed.
        case configuration
        /// The address cannot be had.
        case unreachable
        /// The folder for mail cannot be written to.
        case folder
    }

    package var code: Code
    /// What is wrong, and what to do about it.
    package var message: String
}

extension SandboxFailure: CustomStringConvertible {
    package var description: String { message }
}
