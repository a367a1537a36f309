internal import Glibc

/// Why a flight recorder cannot be made or used.
package struct FlightFailure: Error, Sendable, Hashable {
    /// What kind of thing is wrong: it decides the exit code.
    package enum Code: Sendable, Hashable {
        /// No space is left on the device, or a quota or file size limit is reached.
        case fullDisk
        /// The folder or the file may not be written.
        case readOnly
        /// There is no folder to put it in.
        case missing
        /// The device or the system reported an error.
        case io
        /// The content is not what was written: memory or file were changed from outside.
        case torn
    }

    /// What kind of thing is wrong.
    package var code: Code
    /// What was being done, as a sentence names it: "making the flight recorder".
    package var phase: String
    /// The file.
    package var path: String
    /// The words of the system.
    package var cause: String

    package init(code: Code, phase: String, path: String, cause: String) {
        self.code = code
        self.phase = phase
        self.path = path
        self.cause = cause
    }

    /// The failure that an error number of the system stands for.
    init(errno number: Int32, phase: String, path: String) {
        let code: Code =
            switch number {
            case ENOSPC, EDQUOT, EFBIG: .fullDisk
            case EROFS, EACCES, EPERM: .readOnly
            case ENOENT, ENOTDIR: .missing
            default: .io
            }
        self.init(code: code, phase: phase, path: path, cause: Self.words(of: number))
    }

    /// What a person can do about it.
    package var advice: String {
        switch code {
        case .fullDisk: "free some space and run again; nothing was sent that is not recorded"
        case .readOnly: "make the state folder writable for this user, or choose another with --state"
        case .missing: "name the state folder with --state"
        case .io: "look at the device and at the system's log, then run again"
        case .torn: "stop whatever else writes to the state folder, then run again; what was in flight is in doubt"
        }
    }

    /// The system's words for an error number.
    static func words(of number: Int32) -> String {
        guard let words = unsafe strerror(number) else { return "error \(number)" }
        return unsafe String(cString: words)
    }
}

extension FlightFailure: CustomStringConvertible {
    /// What was done, to what, what came back, and what to do: one line for a person.
    package var description: String { "\(phase) failed (\(path)): \(cause); \(advice)" }
}
