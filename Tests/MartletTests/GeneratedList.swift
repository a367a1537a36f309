import Foundation

/// Recipient lists made by the generator of the corpora.
enum GeneratedList {
    /// Where the corpora are: `MARTLET_CORPORA`, or beside the project.
    private static var generator: String {
        let place =
            ProcessInfo.processInfo.environment["MARTLET_CORPORA"]
            ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/corpora").path
        return place + "/recipients/make.py"
    }

    /// A list as CSV; nil, said aloud, where the generator or python3 is missing.
    static func make(rows: Int) throws -> String? {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let list = folder.appendingPathComponent("list.csv")
        guard FileManager.default.fileExists(atPath: generator) else {
            print("SKIPPED: there is no recipient generator at \(generator)")
            return nil
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", generator, "--rows", String(rows), "--out", list.path, "--truth",
            folder.appendingPathComponent("truth.jsonl").path,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            print("SKIPPED: the recipient generator needs python3")
            return nil
        }
        return try String(contentsOf: list, encoding: .utf8)
    }
}
