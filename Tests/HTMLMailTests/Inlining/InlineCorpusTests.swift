import Foundation
import HTMLMail
import Testing

@Suite("Inlining, by the corpus")
struct InlineCorpusTests {
    @Test("Where two other tools agree, the style attributes are the same as theirs")
    func agreedCases() throws {
        guard let corpus = HTMLCorpus.shared else {
            print("html corpus not found: skipped")
            return
        }
        var passed = 0
        var failed: [String] = []
        for sample in try corpus.cases("inline.jsonl", as: HTMLCorpus.InlineCase.self) {
            let result = try CSSInliner.inline(html: Array(sample.html.utf8), css: sample.css.map { Array($0.utf8) })
            let isSame = try StyleListing(result) == StyleListing(Array(sample.expected.utf8))
            guard sample.cssInlineAgrees != false else { continue }
            if isSame { passed += 1 } else { failed.append(sample.id) }
        }
        print("inline.jsonl: \(passed) passed, \(failed.count) failed: \(failed)")
        #expect(passed > 0, "no case was run")
        #expect(Double(passed) >= 0.9 * Double(passed + failed.count))
    }

    @Test("Real templates get the style attributes that an established inliner gives them")
    func templates() throws {
        guard let corpus = HTMLCorpus.shared else {
            print("html corpus not found: skipped")
            return
        }
        var same = 0
        var all = 0
        var exact = 0
        let cases = try corpus.cases("templates.jsonl", as: HTMLCorpus.TemplateCase.self)
        for sample in cases {
            let css = try sample.cssFile.map { try corpus.bytes($0) }
            let result = try CSSInliner.inline(html: try corpus.bytes(sample.inputFile), css: css)
            let ours = try StyleListing(result).elements
            let theirs = try StyleListing(try corpus.bytes(sample.derivedInlinedFile)).elements
            let styled = zip(ours, theirs).filter { !$0.properties.isEmpty || !$1.properties.isEmpty }
            let agreed = styled.count { $0 == $1 }
            same += agreed
            all += styled.count
            if agreed == styled.count, ours.count == theirs.count {
                exact += 1
            } else {
                print("\(sample.id): \(agreed) of \(styled.count), \(ours.count) and \(theirs.count) elements")
                if let (our, their) = styled.first(where: { $0 != $1 }) { print("  ours \(our)\n  theirs \(their)") }
            }
            let text = String(decoding: result, as: UTF8.self)
            for placeholder in sample.placeholders { #expect(text.contains(placeholder)) }
        }
        print("templates.jsonl: \(exact) of \(cases.count) templates the same, \(same) of \(all) elements")
        #expect(all > 0, "no case was run")
        #expect(Double(same) >= 0.95 * Double(all))
    }
}
