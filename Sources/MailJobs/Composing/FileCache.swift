internal import Crypto
internal import MIMECoding
internal import Synchronization
internal import Workspace

/// The encoded files of rows, kept for the next row that carries the same, within a ceiling of bytes.
///
/// Two generations stand for the order of use: what is used moves to the young one, and when that is full the old one is
/// forgotten. So an entry costs no bookkeeping, and the ceiling holds for both together.
final class FileCache: Sendable {
    /// A file as messages carry it.
    struct Entry: Sendable {
        /// Its content.
        let content: EncodedContent
        /// The SHA-256 of its bytes.
        let digest: [UInt8]
    }

    private struct Generations {
        var young: [String: Entry] = [:]
        var old: [String: Entry] = [:]
        var youngBytes = 0
    }

    /// Encoded bytes of one generation: 24 MiB, so that both hold the largest file that most servers take.
    static let generationBytes = 24 << 20

    private let generations = Mutex(Generations())
    private let read: MessageRecipe.FileReading

    init(_ read: @escaping MessageRecipe.FileReading) { self.read = read }

    /// A file, read and encoded unless it is at hand.
    ///
    /// Two tasks that need the same file at the same instant may both read it; nobody waits for anybody's disk.
    func entry(_ path: String, within folder: String) throws(AttachmentFault) -> Entry {
        if let entry = generations.withLock({ Self.find(path, in: &$0) }) { return entry }
        let bytes = try read(path, folder).get()
        let entry = Entry(content: EncodedContent(bytes.span), digest: Array(SHA256.hash(data: bytes)))
        generations.withLock { Self.keep(entry, as: path, in: &$0) }
        return entry
    }

    private static func find(_ path: String, in generations: inout Generations) -> Entry? {
        if let entry = generations.young[path] { return entry }
        guard let entry = generations.old.removeValue(forKey: path) else { return nil }
        keep(entry, as: path, in: &generations)
        return entry
    }

    private static func keep(_ entry: Entry, as path: String, in generations: inout Generations) {
        // A small file costs its place in the table, too.
        let size = entry.content.bytes.count + 256
        guard size <= generationBytes else { return }
        if generations.youngBytes + size > generationBytes {
            (generations.old, generations.young, generations.youngBytes) = (generations.young, [:], 0)
        }
        if generations.young.updateValue(entry, forKey: path) == nil { generations.youngBytes += size }
    }
}
