import BounceAnalysis
import Testing

@Suite("Rule tables")
struct RuleTableTests {
    @Test("Every rule has its own id and says who writes its words")
    func identifiers() {
        var seen: Set<String> = []
        for rule in RuleBook.builtIn.tables.flatMap(\.rules) {
            #expect(seen.insert(rule.id).inserted, "\(rule.id) twice")
            #expect(!rule.source.isEmpty, "\(rule.id)")
            #expect((1...9).contains(rule.weight), "\(rule.id)")
        }
        #expect(seen.count == RuleBook.builtIn.ruleCount)
        #expect(seen.count > 2000)
    }

    @Test("Every rule is found in its own words, gaps filled")
    func ownWords() {
        for table in RuleBook.builtIn.tables {
            for (index, rule) in table.rules.enumerated() {
                let words = rule.pattern.split(separator: " * ").joined(separator: " <a@例子.example> ").uppercasedASCII
                var hit = false
                table.scan(Array(" \(words) ".utf8).span) { match in
                    hit = match.rule == index
                    return !hit
                }
                #expect(hit, "\(rule.id): \(rule.pattern)")
            }
        }
    }

    @Test("Every rule of the reasons names a reason")
    func meanings() {
        for rule in RuleBook.builtIn.tables[0].rules {
            #expect(BounceReason(rawValue: rule.meaning) != nil, "\(rule.id): \(rule.meaning)")
        }
    }

    @Test("A gap holds no more than its bytes, and the words must stand in order")
    func gaps() {
        let set = RuleSet(["t.a\tuser * gone\tx\t5\ttest"])
        func finds(_ text: String) -> Bool {
            var hit = false
            set.scan(Array(text.utf8).span) { _ in
                hit = true
                return false
            }
            return hit
        }
        #expect(finds("user <a@b.example> gone"))
        #expect(!finds("gone user"))
        #expect(finds("user " + String(repeating: "x", count: RuleSet.gapBytes - 2) + " gone"))
        #expect(!finds("user " + String(repeating: "x", count: RuleSet.gapBytes + 2) + " gone"))
    }
}

extension String {
    /// ASCII letters in upper case, everything else untouched.
    fileprivate var uppercasedASCII: String {
        String(decoding: utf8.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }, as: UTF8.self)
    }
}
