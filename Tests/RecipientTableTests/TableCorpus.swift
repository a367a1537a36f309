import Foundation

/// Finds the conformance corpora; tests that need them are skipped aloud where there are none.
enum TableCorpus {
    /// The folder: `MARTLET_CORPORA`, or `../shared/corpora` beside the repository.
    static let folder: URL? = {
        let named = ProcessInfo.processInfo.environment["MARTLET_CORPORA"].map { URL(fileURLWithPath: $0) }
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let place = named ?? root.deletingLastPathComponent().appendingPathComponent("shared/corpora")
        return FileManager.default.fileExists(atPath: place.path) ? place : nil
    }()

    /// Whether there are corpora at all.
    static var isPresent: Bool { folder != nil }

    /// The cases of one JSON Lines file.
    static func cases<Case: Decodable>(_ path: String, as type: Case.Type) throws -> [Case] {
        guard let folder else { return [] }
        let text = try Data(contentsOf: folder.appendingPathComponent(path))
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try text.split(separator: UInt8(ascii: "\n")).map { try decoder.decode(type, from: Data($0)) }
    }
}
