import Foundation

/// What can happen to a file.
enum FileSurgery {
    /// Copies a file; the copy is another file with other numbers.
    static func copy(_ from: URL, to place: URL) throws {
        try? FileManager.default.removeItem(at: place)
        try FileManager.default.copyItem(at: from, to: place)
    }

    /// Puts files in each other's place, as they are.
    static func swap(_ one: URL, _ other: URL) throws {
        let aside = one.appendingPathExtension("aside")
        try FileManager.default.moveItem(at: one, to: aside)
        try FileManager.default.moveItem(at: other, to: one)
        try FileManager.default.moveItem(at: aside, to: other)
    }

    /// Cuts a file off.
    static func truncate(_ file: URL, to size: Int) throws {
        let handle = try FileHandle(forUpdating: file)
        defer { try? handle.close() }
        try handle.truncate(atOffset: UInt64(size))
    }

    /// Changes bytes of a file where they are.
    static func change(_ file: URL, _ change: (inout [UInt8]) -> Void) throws {
        var bytes = [UInt8](try Data(contentsOf: file))
        change(&bytes)
        let handle = try FileHandle(forUpdating: file)
        defer { try? handle.close() }
        try handle.write(contentsOf: Data(bytes))
    }
}
