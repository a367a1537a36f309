internal import Foundation

/// A file or standard input, read in pieces.
struct ByteInput {
    private let handle: FileHandle
    private let path: String
    private let command: String

    /// Bytes read at once: large enough that the system call does not count.
    private static let pieceSize = 1 << 20

    /// Opens `path`; `-` is standard input.
    ///
    /// - Throws: the exit code for a missing file, after saying which.
    init(path: String, command: String) throws {
        self.path = path
        self.command = command
        if path == "-" {
            handle = .standardInput
        } else if let opened = FileHandle(forReadingAtPath: path) {
            handle = opened
        } else {
            Console.say("martlet \(command): \(path): there is no such file, or it cannot be read")
            throw ExitStatus.missingFile.error
        }
    }

    /// The next piece, or nil at the end.
    func next() throws -> [UInt8]? {
        do {
            guard let data = try handle.read(upToCount: Self.pieceSize), !data.isEmpty else { return nil }
            return [UInt8](data)
        } catch {
            Console.say("martlet \(command): \(path): reading stopped: \(error.localizedDescription)")
            throw ExitStatus.missingFile.error
        }
    }

    /// All that is left, refused above `limit` bytes.
    func all(limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let piece = try next() {
            bytes += piece
            guard bytes.count <= limit else {
                Console.say("martlet \(command): \(path): more than \(limit) bytes; nothing that large is read here")
                throw ExitStatus.badData.error
            }
        }
        return bytes
    }
}
