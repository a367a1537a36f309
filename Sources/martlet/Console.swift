internal import Foundation

/// Where the words go: data to standard output in large pieces, talk to standard error.
enum Console {
    /// Says one line to the person at the terminal.
    static func say(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    /// Writes data for a script.
    static func write(_ bytes: [UInt8]) throws {
        try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    }
}
