internal import Glibc

/// Reads small files whole, such as those of `/proc`.
enum SmallFile {
    /// The text of a file, cut off at a number of bytes; nil when it cannot be read.
    static func read(_ path: String, upTo limit: Int) -> String? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { _ = close(descriptor) }
        return read(descriptor, upTo: limit)
    }

    /// The text of an open file from its start, cut off at a number of bytes; nil when it cannot be read.
    static func read(_ descriptor: Int32, upTo limit: Int) -> String? {
        var text: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while text.count < limit {
            let count = unsafe pread(descriptor, &chunk, min(chunk.count, limit - text.count), off_t(text.count))
            guard count >= 0 else { return nil }
            guard count > 0 else { break }
            text.append(contentsOf: chunk[..<count])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
