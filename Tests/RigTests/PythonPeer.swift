import Foundation

/// A server of `Tests/Peers`: prints its port when it starts, and ends with its standard input.
final class PythonPeer {
    /// Where it takes connections, on 127.0.0.1.
    let port: String
    private let process = Process()
    private let input = Pipe()

    /// Starts it.
    ///
    /// - Parameters:
    ///   - script: the file in `Tests/Peers`.
    ///   - arguments: what it is given.
    ///   - packages: the folder where Python finds packages.
    /// - Throws: `Rig.Missing` when it ends before it says a port.
    init(_ script: String, _ arguments: [String], packages: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", folder.appendingPathComponent("Peers/\(script)").path] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONPATH": packages]) { $1 }
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var line = Data()
        while !line.contains(0x0A) {
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else { throw Rig.Missing(description: "\(script) does not start") }
            line += piece
        }
        port = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Ends it.
    func stop() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// Where the packages are, as a variable of the rig names it; nil where they are not installed.
    static func packages(_ variable: String) -> String? {
        let folder = ProcessInfo.processInfo.environment[variable] ?? ""
        return folder.isEmpty ? nil : folder
    }
}
