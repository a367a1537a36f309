internal import ArgumentParser
internal import MailJobs

/// The exit codes of every subcommand (sysexits.h); scripts rely on them.
enum ExitStatus: Int32 {
    /// All done.
    case done = 0
    /// The arguments are wrong (`EX_USAGE`).
    case usage = 64
    /// Rows or templates are bad (`EX_DATAERR`).
    case badData = 65
    /// A file that was named is not there or cannot be read (`EX_NOINPUT`).
    case missingFile = 66
    /// A recipient is not known (`EX_NOUSER`).
    case unknownUser = 67
    /// A server cannot be reached (`EX_UNAVAILABLE`).
    case unreachable = 69
    /// A fault of martlet itself (`EX_SOFTWARE`).
    case internalFault = 70
    /// The system lacks something for now (`EX_OSERR`).
    case systemFault = 71
    /// State cannot be written (`EX_CANTCREAT`).
    case cannotWrite = 73
    /// Not finished: run again (`EX_TEMPFAIL`).
    case notFinished = 75
    /// A peer broke the protocol (`EX_PROTOCOL`).
    case protocolBreach = 76
    /// A server refused the login (`EX_NOPERM`).
    case loginRefused = 77
    /// The configuration is wrong (`EX_CONFIG`).
    case configuration = 78

    /// The code of a job's failure.
    init(_ code: JobFailure.Code) {
        switch code {
        case .usage: self = .usage
        case .badData: self = .badData
        case .missingFile: self = .missingFile
        case .unknownUser: self = .unknownUser
        case .unreachable: self = .unreachable
        case .internalFault: self = .internalFault
        case .cannotWrite: self = .cannotWrite
        case .notFinished: self = .notFinished
        case .protocolBreach: self = .protocolBreach
        case .loginRefused: self = .loginRefused
        case .configuration: self = .configuration
        }
    }

    /// The same as an error that ends the process with this code and prints nothing more.
    var error: ExitCode { ExitCode(rawValue) }
}
