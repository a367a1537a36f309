import Foundation

@testable import MessageSigning

/// Where the conformance corpora are: `MARTLET_CORPORA`, or `../shared/corpora` beside the repository.
enum DKIMCorpus {
    static let folder: URL? = {
        let environment = ProcessInfo.processInfo.environment["MARTLET_CORPORA"]
        var root = URL(fileURLWithPath: #filePath)
        while root.path != "/",
            !FileManager.default.fileExists(atPath: root.appendingPathComponent(".swift-format").path)
        {
            root.deleteLastPathComponent()
        }
        let corpora =
            environment.map { URL(fileURLWithPath: $0) }
            ?? root.deletingLastPathComponent().appendingPathComponent("shared/corpora")
        let folder = corpora.appendingPathComponent("dkim")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    /// The cases of a JSON Lines file; none, said aloud, where there is no corpus.
    static func cases<Case: Decodable>(_ name: String, as type: Case.Type) throws -> [Case] {
        guard let folder else {
            print("skipped: no DKIM corpus (MARTLET_CORPORA, or ../shared/corpora beside the repository)")
            return []
        }
        let data = try Data(contentsOf: folder.appendingPathComponent(name))
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try data.split(separator: 0x0A).map { try decoder.decode(type, from: Data($0)) }
    }

    /// A text with every bare CR or LF made a CRLF, as mail has it on the wire.
    static func wire(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        let bytes = [UInt8](text.utf8)
        for (index, byte) in bytes.enumerated() {
            if byte == 10, index == 0 || bytes[index - 1] != 13 { output.append(13) }
            output.append(byte)
        }
        return output
    }
}
