internal import ArgumentParser

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
    /// A fault of martlet itself (`EX_SOFTWARE`).
    case internalFault = 70

    /// The same as an error that ends the process with this code and prints nothing more.
    var error: ExitCode { ExitCode(rawValue) }
}
