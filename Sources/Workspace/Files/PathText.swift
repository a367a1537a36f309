/// Paths as text: joined and tidied without looking at the disk.
enum PathText {
    /// `path` as it is when absolute, otherwise below `folder`; without `.`, `//` and inner `..`.
    static func joined(_ folder: String, _ path: String) -> String {
        tidied(path.hasPrefix("/") ? path : folder + "/" + path)
    }

    /// An absolute path without `.`, `..` and doubled slashes.
    static func tidied(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") {
            switch part {
            case ".": continue
            case "..": _ = parts.popLast()
            default: parts.append(part)
            }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// The folder that a path is in; `/` for the root.
    static func parent(_ path: String) -> String {
        tidied(path + "/..")
    }

    /// The last part of a path.
    static func name(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? "/"
    }

    /// Whether an absolute path is a folder's, or below it.
    static func isInside(_ path: String, folder: String) -> Bool {
        folder == "/" || path == folder || path.hasPrefix(folder + "/")
    }

    /// The path as seen from a folder, or as it is when it lies elsewhere.
    static func shown(_ path: String, from folder: String) -> String {
        guard path != folder, isInside(path, folder: folder) else { return path }
        return String(path.dropFirst(folder == "/" ? 1 : folder.count + 1))
    }
}
