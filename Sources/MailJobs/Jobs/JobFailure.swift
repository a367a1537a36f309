/// Why a job cannot do what it was asked to, in words for a person and with the kind that decides the exit code.
package struct JobFailure: Error, Sendable {
    /// What kind of thing is wrong.
    package enum Code: Sendable, Hashable {
        /// The request makes no sense.
        case usage
        /// Rows or templates are bad.
        case badData
        /// A file is missing.
        case missingFile
        /// A recipient is nobody who could be meant.
        case unknownUser
        /// A server cannot be reached.
        case unreachable
        /// A fault of ours.
        case internalFault
        /// The state folder cannot be written.
        case cannotWrite
        /// Not finished: run again.
        case notFinished
        /// A peer broke the protocol.
        case protocolBreach
        /// The login was refused.
        case loginRefused
        /// The configuration is wrong.
        case configuration
    }

    /// What kind of thing is wrong.
    package var code: Code
    /// What, where, why, and what to do: one line each.
    package var lines: [String]

    package init(_ code: Code, _ lines: [String]) {
        self.code = code
        self.lines = lines
    }

    package init(_ code: Code, _ line: String) { self.init(code, [line]) }
}

extension JobFailure: CustomStringConvertible {
    package var description: String { lines.joined(separator: "\n") }
}
