internal import Glibc

/// The files that a command was given: files as they are named, folders with everything below them, in a fixed order.
///
/// A tree of any size is walked folder by folder, so that only the names of the open folders are in memory. Links to
/// files are followed, links to folders only where they were named.
package struct MessageFiles {
    /// One file: where it is, and its name in the output.
    package struct Entry: Sendable {
        /// The path to open.
        package var path: String
        /// The path relative to the folder that was given; for a file given by itself, its name.
        package var id: String
    }

    /// A path that cannot be used, and why.
    package struct Failure: Error, CustomStringConvertible {
        package var path: String
        package var reason: String
        package var description: String { "\(path): \(reason)" }
    }

    /// A folder that is being walked.
    private struct Folder {
        var path: String
        /// Prefix of its files' names in the output.
        var prefix: String
        /// Names that are still to come, the next one last.
        var names: [(name: String, isFolder: Bool)]
    }

    /// Folders in folders that are walked; deeper ones would be a loop.
    private static let depth = 128

    private var open: [Folder] = []
    private var single: Entry?

    /// - Throws: `Failure` if there is nothing at `path` or the folder cannot be read.
    package init(at path: String) throws(Failure) {
        var facts = stat()
        guard unsafe stat(path, &facts) == 0 else {
            throw Failure(path: path, reason: "there is no such file or folder; check the path")
        }
        if facts.st_mode & S_IFMT == S_IFDIR {
            open = [Folder(path: path, prefix: "", names: try Self.names(in: path))]
        } else {
            single = Entry(path: path, id: path.split(separator: "/").last.map(String.init) ?? path)
        }
    }

    /// The next file; nil at the end.
    ///
    /// - Throws: `Failure` if a folder cannot be read; what comes after it can still be asked for.
    package mutating func next() throws(Failure) -> Entry? {
        if let entry = single {
            single = nil
            return entry
        }
        while var folder = open.popLast() {
            guard let (name, isFolder) = folder.names.popLast() else { continue }
            open.append(folder)
            let path = folder.path.hasSuffix("/") ? folder.path + name : folder.path + "/" + name
            guard isFolder else { return Entry(path: path, id: folder.prefix + name) }
            guard open.count < Self.depth else { throw Failure(path: path, reason: "the folder lies too deep") }
            open.append(Folder(path: path, prefix: folder.prefix + name + "/", names: try Self.names(in: path)))
        }
        return nil
    }

    /// The names in a folder in the reverse of their bytes' order: regular files, folders, and links to files.
    private static func names(in path: String) throws(Failure) -> [(name: String, isFolder: Bool)] {
        guard let folder = unsafe opendir(path) else {
            throw Failure(path: path, reason: "the folder cannot be read; check its permissions")
        }
        defer { unsafe closedir(folder) }
        var names: [(name: String, isFolder: Bool)] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
                unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            let kind = unsafe Int(entry.pointee.d_type)
            if kind == DT_REG || kind == DT_DIR {
                names.append((name, kind == DT_DIR))
                continue
            }
            // A link, or a file system that does not tell.
            var facts = stat()
            guard unsafe stat(path + "/" + name, &facts) == 0 else { continue }
            let isLink = kind == DT_LNK
            switch facts.st_mode & S_IFMT {
            case S_IFREG: names.append((name, false))
            case S_IFDIR where !isLink: names.append((name, true))
            default: break
            }
        }
        names.sort { $1.name.utf8.lexicographicallyPrecedes($0.name.utf8) }
        return names
    }

    /// The first bytes of one file.
    ///
    /// - Parameters:
    ///   - entry: the file; anything but a regular file is refused without waiting for it.
    ///   - limit: how many bytes at most.
    /// - Returns: the bytes.
    /// - Throws: `Failure` if it cannot be read.
    package static func bytes(of entry: Entry, limit: Int) throws(Failure) -> [UInt8] {
        let descriptor = unsafe Glibc.open(entry.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else {
            throw Failure(path: entry.path, reason: "the file cannot be read; check its permissions")
        }
        defer { close(descriptor) }
        var facts = stat()
        guard unsafe fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            throw Failure(path: entry.path, reason: "this is no regular file")
        }
        let wanted = min(Int(facts.st_size), limit)
        var failure: Int32 = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
            while count < wanted {
                let read = unsafe Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), wanted - count)
                if read < 0, errno == EINTR { continue }
                if read < 0 { failure = errno }
                guard read > 0 else { return }
                count += read
            }
        }
        guard failure == 0 else {
            throw Failure(path: entry.path, reason: "reading stopped with error \(failure); check the disk")
        }
        return bytes
    }
}
