import Testing

@testable import HTMLMail

/// The same random numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 11 ^ state << 21
    }
}

@Suite("The depth that is counted before parsing")
struct NestingGuardTests {
    private static let pieces: [String] = {
        let names = """
            div p span b i a font table tr td th tbody caption colgroup ul li ol dd dt h1 h2 object button select option \
            svg g title math mi form noscript template frameset textarea style nobr marquee x-y br center ruby rt \
            foreignObject desc head body html input col address
            """.split(separator: " ")
        return names.flatMap { ["<\($0)>", "</\($0)>"] } + ["x", "<![CDATA[", "]]>", "<g/>", "<b id=1>", "<!---->"]
    }()

    /// Patterns for each seed; more are tried when a change to the guard asks for it.
    private static let rounds = 8

    /// How deep the parser's tree is.
    private static func depth(_ document: HTMLDocument) -> Int {
        var depths = [Int](repeating: 0, count: document.nodes.count)
        for (index, node) in document.nodes.enumerated() {
            if let parent = node.parent { depths[index] = depths[parent] + 1 }
        }
        return depths.max() ?? 0
    }

    @Test("No pattern of tags, repeated, gets past it", arguments: 0..<4)
    func repeatedPatterns(_ seed: Int) {
        var random = SeededGenerator(state: UInt64(seed + 1) &* 7_919)
        for _ in 0..<Self.rounds {
            let length = Int.random(in: 2...7, using: &random)
            let pattern = (0..<length).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
            let start = (0..<2).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
            let html = Array((start + String(repeating: pattern, count: 1_300)).utf8)
            guard let document = try? HTMLDocument(html) else { continue }
            // Implied elements and moved formatting may add some levels, never levels without end.
            #expect(Self.depth(document) < 1_100, "\(start) then \(pattern)")
        }
    }
}
