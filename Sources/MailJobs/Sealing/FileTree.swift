internal import Glibc

/// Parts of path names.
enum PathName {
    /// What stands before the last slash; `.` when there is none.
    static func parent(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// What stands behind the last slash.
    static func last(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: 0x2F) else { return path }
        return String(path[path.utf8.index(after: slash)...])
    }
}

/// Makes and removes folders; all the C of it stays here.
enum FileTree {
    /// Makes a folder with all that it lies in; folders that are there stay.
    static func makeFolders(_ path: String) throws(SealedFile.Failure) {
        if unsafe mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, path != ".", path != "/" else {
            throw SealedFile.Failure(path: path, action: "make", code: errno)
        }
        try makeFolders(PathName.parent(of: path))
        guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw SealedFile.Failure(path: path, action: "make", code: errno)
        }
    }

    /// Removes a file, or a folder with everything in it; links are removed, never followed.
    static func remove(_ path: String) throws(SealedFile.Failure) {
        var facts = stat()
        guard unsafe lstat(path, &facts) == 0 else {
            if errno == ENOENT { return }
            throw SealedFile.Failure(path: path, action: "remove", code: errno)
        }
        guard facts.st_mode & S_IFMT == S_IFDIR else {
            guard unsafe unlink(path) == 0 else { throw SealedFile.Failure(path: path, action: "remove", code: errno) }
            return
        }
        for name in names(in: path) { try remove(path + "/" + name) }
        guard unsafe rmdir(path) == 0 else { throw SealedFile.Failure(path: path, action: "remove", code: errno) }
    }

    /// The names in a folder; none when it cannot be read.
    static func names(in path: String) -> [String] {
        guard let folder = unsafe opendir(path) else { return [] }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
                unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
