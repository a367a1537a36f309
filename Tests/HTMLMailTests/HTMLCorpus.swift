import Foundation

@testable import HTMLMail

/// HTML with what other tools make of it, found beside the repository or where `MARTLET_CORPORA` points.
struct HTMLCorpus {
    /// One case of inline.jsonl.
    struct InlineCase: Decodable {
        var id: String
        var html: String
        var css: String?
        var expected: String
        var cssInlineAgrees: Bool?
    }

    /// One case of text.jsonl.
    struct TextCase: Decodable {
        var id: String
        var html: String
        var words: [String]?
        var links: [String]?
        var expectedHasWordsInOrder: Bool?
    }

    /// One case of templates.jsonl.
    struct TemplateCase: Decodable {
        struct Words: Decodable {
            var wordCount: Int
            var firstWords: [String]
            var lastWords: [String]
            var links: [String]
        }
        var id: String
        var inputFile: String
        var cssFile: String?
        var derivedInlinedFile: String
        var placeholders: [String]
        var words: Words
    }

    let folder: URL

    /// The corpus, or nil where there is none.
    static let shared: HTMLCorpus? = {
        let root = ProcessInfo.processInfo.environment["MARTLET_CORPORA"].map { URL(fileURLWithPath: $0) } ?? beside
        let folder = root.appendingPathComponent("html")
        return FileManager.default.fileExists(atPath: folder.path) ? HTMLCorpus(folder: folder) : nil
    }()

    private static var beside: URL {
        // Tests/HTMLMailTests/HTMLCorpus.swift: three levels up is the repository, beside it the corpora.
        URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("shared/corpora")
    }

    func cases<Case: Decodable>(_ name: String, as type: Case.Type) throws -> [Case] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try Data(contentsOf: folder.appendingPathComponent(name)).split(separator: 0x0A).map {
            try decoder.decode(type, from: $0)
        }
    }

    func bytes(_ file: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appendingPathComponent(file)))
    }
}

/// The style attributes of a document, element by element.
struct StyleListing: Equatable {
    struct Element: Equatable {
        var name: String
        var properties: [String: String]
    }

    var elements: [Element] = []

    init(_ html: [UInt8]) throws {
        let document = try HTMLDocument(html)
        let unseen: Set<String> = ["style", "head", "meta", "title", "link", "script", "base"]
        for node in document.nodes where node.kind == .element && !unseen.contains(node.name) {
            let block = CSSBlock(node.value("style") ?? [], 0..<(node.value("style")?.count ?? 0), tags: document.tags)
            var properties: [String: String] = [:]
            for declaration in block.declarations {
                properties[declaration.name] = Self.normalized(document.tags.restored(declaration.value))
            }
            elements.append(Element(name: node.name, properties: properties))
        }
    }

    /// White space and quotes do not count.
    private static func normalized(_ value: [UInt8]) -> String {
        String(decoding: value.filter { !" \n\t\r'\"".utf8.contains($0) }, as: UTF8.self).lowercased()
    }
}
