import Foundation

/// Runs the program that was built beside the tests.
enum Program {
    /// What a finished program left.
    struct Result {
        /// The exit code.
        var status: Int32
        /// Standard output.
        var output: String
        /// Standard error.
        var talk: String
    }

    /// The program: beside the test bundle, or where a debug build puts it.
    static var place: URL {
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let beside = tests.deletingLastPathComponent().appendingPathComponent("martlet")
        if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
        return URL(fileURLWithPath: ".build/debug/martlet")
    }

    /// Runs it with arguments and waits for its end; a cancelled task ends it.
    static func martlet(
        _ arguments: [String],
        in folder: URL,
        variables: [String: String] = [:]
    ) async throws -> Result {
        try await run(place, arguments, in: folder, variables: variables)
    }

    /// Runs any program; its output goes through files, so that no full pipe can stop it.
    static func run(
        _ program: URL,
        _ arguments: [String],
        in folder: URL,
        variables: [String: String] = [:]
    ) async throws -> Result {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(variables) { _, new in new }
        process.standardInput = FileHandle.nullDevice
        let output = try CapturedFile()
        let talk = try CapturedFile()
        process.standardOutput = output.handle
        process.standardError = talk.handle
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
                process.terminationHandler = { _ in ended.resume() }
                do { try process.run() } catch {
                    process.terminationHandler = nil
                    ended.resume(throwing: error)
                }
            }
        } onCancel: {
            if process.isRunning { process.terminate() }
        }
        return Result(status: process.terminationStatus, output: try output.text(), talk: try talk.text())
    }
}

/// A temporary file that a program writes to.
private struct CapturedFile {
    let handle: FileHandle
    private let place: URL

    init() throws {
        place = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-rig-\(UUID().uuidString)")
        try Data().write(to: place)
        handle = try FileHandle(forWritingTo: place)
    }

    /// What was written; the file is gone afterwards.
    func text() throws -> String {
        try handle.close()
        defer { try? FileManager.default.removeItem(at: place) }
        return String(decoding: try Data(contentsOf: place), as: UTF8.self)
    }
}
