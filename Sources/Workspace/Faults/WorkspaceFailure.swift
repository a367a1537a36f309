/// Why a workspace or its state folder cannot be used.
package struct WorkspaceFailure: Error, Sendable, Hashable {
    /// What kind of thing is wrong: it decides the exit code.
    package enum Code: Sendable, Hashable {
        /// There is no `martlet.yaml` here or above.
        case notFound
        /// A file or folder that was named is not there or cannot be read.
        case unreadable
        /// The state folder cannot be written.
        case cannotWrite
        /// A file that must be private is not, or is not what it should be.
        case unsafe
        /// A file that would be written is there already.
        case exists
    }

    package var code: Code
    /// The path it is about.
    package var path: String
    /// What is wrong, and why.
    package var problem: String
    /// What to do.
    package var remedy: String

    package init(_ code: Code, path: String, problem: String, remedy: String) {
        self.code = code
        self.path = path
        self.problem = problem
        self.remedy = remedy
    }
}

extension WorkspaceFailure: CustomStringConvertible {
    /// One line: `PATH: what is wrong; what to do`.
    package var description: String { "\(path): \(problem); \(remedy)" }
}
