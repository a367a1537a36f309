import Foundation
import HTMLMail
import Testing

@Suite("Text from HTML, by the corpus")
struct TextCorpusTests {
    /// Whether all words stand in `text` in this order; a heading's case may differ.
    private static func firstMissing(_ words: [String], in text: String) -> String? {
        var rest = Substring(text.lowercased())
        for word in words {
            guard let range = rest.range(of: word.lowercased(), options: .literal) else { return word }
            rest = rest[range.upperBound...]
        }
        return nil
    }

    @Test("Words come in order, and every link's address is there")
    func cases() throws {
        guard let corpus = HTMLCorpus.shared else {
            print("html corpus not found: skipped")
            return
        }
        var passed = 0
        var failed = 0
        var others = 0
        for sample in try corpus.cases("text.jsonl", as: HTMLCorpus.TextCase.self) {
            let text = String(decoding: try HTMLText.text(from: Array(sample.html.utf8)), as: UTF8.self)
            guard sample.expectedHasWordsInOrder != nil else { continue }
            let missing = Self.firstMissing(sample.words ?? [], in: text)
            let missingLink = (sample.links ?? []).first { !text.contains($0) }
            if missing == nil, missingLink == nil {
                if sample.expectedHasWordsInOrder == true { passed += 1 } else { others += 1 }
            } else if sample.expectedHasWordsInOrder == true {
                failed += 1
                print("\(sample.id): \(missing ?? "-") \(missingLink ?? "-") in\n\(text.prefix(1500))")
            }
        }
        print("text.jsonl: \(passed) passed, \(failed) failed; \(others) of the cases that do not count")
        #expect(passed > 0, "no case was run")
        #expect(Double(passed) >= 0.98 * Double(passed + failed))
    }

    @Test("Real templates keep their words, links and template tags")
    func templates() throws {
        guard let corpus = HTMLCorpus.shared else {
            print("html corpus not found: skipped")
            return
        }
        var passed = 0
        var failed = 0
        for sample in try corpus.cases("templates.jsonl", as: HTMLCorpus.TemplateCase.self) {
            let text = String(decoding: try HTMLText.text(from: try corpus.bytes(sample.inputFile)), as: UTF8.self)
            let missing =
                Self.firstMissing(sample.words.firstWords, in: text)
                ?? Self.firstMissing(sample.words.lastWords, in: text)
            let missingLinks = sample.words.links.filter { !text.contains($0) }
            if missing == nil, missingLinks.isEmpty {
                passed += 1
            } else {
                failed += 1
                print("\(sample.id): \(missing ?? "-") \(missingLinks)")
            }
            #expect(!text.contains("</") && !text.contains("&nbsp;"))
        }
        print("templates.jsonl: words and links of \(passed) templates are there, \(failed) failed")
        #expect(passed > 0, "no case was run")
        #expect(Double(passed) >= 0.95 * Double(passed + failed))
    }
}
