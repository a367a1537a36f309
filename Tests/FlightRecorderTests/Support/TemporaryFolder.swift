import Glibc

/// A folder that goes away with the object.
final class TemporaryFolder {
    let path: String

    init(isOnDisk: Bool = false) {
        // Memory where there is some: the tests sync thousands of times.
        let parent = unsafe !isOnDisk && access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
        var template = Array("\(parent)/martlet-flight-XXXXXX".utf8CString)
        _ = unsafe mkdtemp(&template)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        guard let names = unsafe opendir(path) else { return }
        while let entry = unsafe readdir(names) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            _ = unsafe unlink("\(path)/\(name)")
        }
        unsafe closedir(names)
        _ = unsafe rmdir(path)
    }

    /// The path of a file in it.
    func file(_ name: String) -> String { "\(path)/\(name)" }
}

/// Reads and changes files behind the recorder's back.
enum FileSurgery {
    static func bytes(_ path: String) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY)
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: Int(lseek(descriptor, 0, SEEK_END)))
        _ = unsafe pread(descriptor, &bytes, bytes.count, 0)
        return bytes
    }

    /// Overwrites bytes in place: the file keeps its inode.
    static func write(_ bytes: [UInt8], at offset: Int, of path: String) {
        let descriptor = unsafe open(path, O_WRONLY)
        defer { close(descriptor) }
        _ = unsafe pwrite(descriptor, bytes, bytes.count, off_t(offset))
    }

    static func truncate(_ path: String, to size: Int) { _ = unsafe Glibc.truncate(path, off_t(size)) }

    /// Makes a new file.
    static func make(_ path: String, _ bytes: [UInt8]) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        _ = unsafe Glibc.write(descriptor, bytes, bytes.count)
        close(descriptor)
    }

    /// Puts a copy of a file in its place: the same bytes, another inode.
    static func replaceByCopy(_ path: String) {
        let content = bytes(path)
        let descriptor = unsafe open(path + ".copy", O_WRONLY | O_CREAT, 0o600)
        _ = unsafe Glibc.write(descriptor, content, content.count)
        close(descriptor)
        _ = unsafe rename(path + ".copy", path)
    }
}
