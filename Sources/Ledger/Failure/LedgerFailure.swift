/// Why the ledger could not do what was asked: nothing of a failed step is kept, all that was committed before it is.
package struct LedgerFailure: Error, Sendable, Hashable {
    /// What kind of thing is wrong: it decides the exit code.
    package enum Code: Sendable, Hashable {
        /// No space is left on the device, or a quota or file size limit is reached.
        case fullDisk
        /// The folder or the file may not be written.
        case readOnly
        /// Another process kept the database to itself for longer than we wait.
        case locked
        /// The file is damaged.
        case corrupt
        /// The file is a database of something else, or no database at all.
        case foreign
        /// The file was written by a newer version of this program.
        case newer
        /// The device or the system reported an error.
        case io
        /// The folder is on a network file system, where locks and shared memory cannot be relied upon.
        case networkFileSystem
        /// There is no ledger, or no folder to put it in.
        case missing
        /// There is already a run of that name, or of that job and occurrence.
        case alreadyExists
        /// What was asked does not fit the state that the ledger is in: our fault.
        case misuse
    }

    /// What kind of thing is wrong.
    package var code: Code
    /// What was being done, as a sentence names it: "claiming recipients".
    package var phase: String
    /// The file or folder it is about.
    package var path: String
    /// The words of the library or of the system.
    package var cause: String

    package init(code: Code, phase: String, path: String, cause: String) {
        self.code = code
        self.phase = phase
        self.path = path
        self.cause = cause
    }

    /// What a person can do about it.
    package var advice: String {
        switch code {
        case .fullDisk: "free some space and run again; nothing that was recorded is lost"
        case .readOnly: "make the state folder writable for this user, or choose another with --state"
        case .locked: "another process is using the ledger; wait until it is done and run again"
        case .corrupt:
            "keep the file, restore the last backup beside it, and settle its unfinished runs before sending again"
        case .foreign: "this is not a ledger of this program; choose another state folder with --state"
        case .newer: "use the version of this program that wrote it, or a later one"
        case .io: "look at the device and at the system's log; nothing that was recorded is lost"
        case .networkFileSystem: "keep the state folder on a local disk: choose one with --state"
        case .missing: "run a job here first, or name the state folder with --state"
        case .alreadyExists: "choose another occurrence, or continue the run that exists"
        case .misuse: "this is a fault of the program; please report it"
        }
    }
}

extension LedgerFailure: CustomStringConvertible {
    /// What was done, to what, what came back, and what to do: one line for a person.
    package var description: String { "\(phase) failed (\(path)): \(cause); \(advice)" }
}
