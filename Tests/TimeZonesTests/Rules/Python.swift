import Foundation

/// The machine's python3, when it knows time zones.
enum Python {
    static let path: String? = {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":").map(String.init) ?? []
        let found = folders.map { $0 + "/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found, (try? run(found, "import zoneinfo", input: "")) != nil else { return nil }
        return found
    }()

    private struct Refused: Error {}

    static func run(_ python: String, _ script: String, input: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zones-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appendingPathComponent("input")
        try Data(input.utf8).write(to: source)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = ["-c", script]
        let output = Pipe()
        process.standardInput = try FileHandle(forReadingFrom: source)
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Refused() }
        return String(decoding: data, as: UTF8.self)
    }
}
