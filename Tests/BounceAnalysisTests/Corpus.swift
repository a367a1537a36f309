import BounceAnalysis
import Foundation

/// The bounce mails with labels, found beside the repository or where `MARTLET_CORPORA` points.
struct BounceCorpus {
    /// What a label says about a recipient.
    struct Expected: Decodable {
        var address: String
        var also: [String]?
        var action: String?
        var status: String?
        var statusAlso: [String]?
        var reply: Int?
        var replyAlso: [Int]?
        var reason: String?
        var reasonAlso: [String]?
        var `class`: String?
        var classOpen: Bool?
    }

    /// One message's label.
    struct Label: Decodable {
        var id: String
        var file: String
        var kind: String
        var kindAlso: [String]?
        var recipients: [Expected]?
        var from: [String: String]
    }

    let folder: URL
    let labels: [Label]

    /// The corpus, or nil where there is none.
    static let shared: BounceCorpus? = {
        let root = ProcessInfo.processInfo.environment["MARTLET_CORPORA"].map { URL(fileURLWithPath: $0) } ?? beside
        let folder = root.appendingPathComponent("bounces")
        guard let lines = try? String(contentsOf: folder.appendingPathComponent("labels.jsonl"), encoding: .utf8) else {
            return nil
        }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let labels = lines.split(separator: "\n").compactMap {
            try? decoder.decode(Label.self, from: Data($0.utf8))
        }
        return BounceCorpus(folder: folder, labels: labels)
    }()

    private static var beside: URL {
        // Tests/BounceAnalysisTests/Corpus.swift: three levels up is the repository, beside it the corpora.
        URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("shared/corpora")
    }

    func bytes(of label: Label) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appendingPathComponent(label.file)))
    }
}
