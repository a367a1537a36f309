internal import Foundation

/// The files that a command was given: files as they are named, folders with everything below them, in a fixed order.
struct MessageFiles {
    /// One file: where it is, and its name in the output.
    struct Entry {
        /// The path to open.
        var path: String
        /// The path relative to the folder that was given; for a file given by itself, its name.
        var id: String
    }

    /// A path that cannot be used, and why.
    struct Failure: Error, CustomStringConvertible {
        var path: String
        var reason: String
        var description: String { "\(path): \(reason)" }
    }

    /// Lists the regular files that `path` stands for, sorted by name.
    ///
    /// - Throws: `Failure` if there is nothing at `path` or the folder cannot be read.
    static func entries(at path: String) throws(Failure) -> [Entry] {
        guard let named = isFolder(path) else {
            throw Failure(path: path, reason: "there is no such file or folder; check the path")
        }
        guard named else {
            return [Entry(path: path, id: (path as NSString).lastPathComponent)]
        }
        let names: [String]
        do {
            names = try FileManager.default.subpathsOfDirectory(atPath: path)
        } catch {
            throw Failure(path: path, reason: "the folder cannot be read; check its permissions")
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { name in
            let full = path.hasSuffix("/") ? path + name : path + "/" + name
            return isFolder(full) == false ? Entry(path: full, id: name) : nil
        }
    }

    /// Whether there is a folder at `path`, or nil for nothing at all; links are followed.
    private static func isFolder(_ path: String) -> Bool? {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        return try? target.resourceValues(forKeys: [.isDirectoryKey]).isDirectory
    }

    /// The bytes of one file.
    ///
    /// - Throws: `Failure` if it cannot be read.
    static func bytes(of entry: Entry) throws(Failure) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: entry.path) else {
            throw Failure(path: entry.path, reason: "the file cannot be read; check its permissions")
        }
        return [UInt8](data)
    }
}
