import BounceAnalysis
import Testing

@Suite("Phrase automaton")
struct PhraseAutomatonTests {
    private func found(_ phrases: [String], in text: String) -> Set<Int> {
        let automaton = PhraseAutomaton(phrases: phrases.map { CaseFolding.folded(Array($0.utf8)) })
        var hits: Set<Int> = []
        automaton.scan(Array(text.utf8).span) { hit in
            hits.insert(hit.phrase)
            return true
        }
        return hits
    }

    @Test("Phrases inside, behind and across one another are all found")
    func overlapping() {
        #expect(found(["user unknown", "unknown", "unknown user", "own"], in: "User UNKNOWN user") == [0, 1, 2])
    }

    @Test("White space of any kind and width counts as one space")
    func whiteSpace() {
        #expect(found(["mailbox is full"], in: "The mailbox\r\n\t is   full.") == [0])
    }

    @Test("A phrase that begins with a letter does not begin inside a word")
    func wordStart() {
        #expect(found(["spam"], in: "antispam") == [])
        #expect(found(["spam"], in: "anti-spam") == [0])
        #expect(found(["box full"], in: "mailbox   full") == [])
    }

    @Test(
        "Capitals of Latin and Cyrillic letters are folded, Chinese is found as it is",
        arguments: [
            ("boîte pleine", "BOÎTE PLEINE"), ("не доставлено", "НЕ ДОСТАВЛЕНО"), ("用户不存在", "550 用户不存在 (收件人)"),
        ]
    )
    func languages(phrase: String, text: String) {
        #expect(found([phrase], in: text) == [0])
    }

    @Test("It finds what a plain search finds, in random texts over a small alphabet")
    func againstPlainSearch() {
        var state: UInt64 = 42
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let letters = Array("abc-".utf8)
        for _ in 0..<300 {
            let phrases = (0..<8).map { _ in (0..<1 + next(5)).map { _ in letters[next(4)] } }
            let text = (0..<40).map { _ in letters[next(4)] }
            var hits: Set<[Int]> = []
            PhraseAutomaton(phrases: phrases).scan(text.span) { hit in
                hits.insert([hit.phrase, hit.end])
                return true
            }
            var expected: Set<[Int]> = []
            for (index, phrase) in phrases.enumerated() {
                for end in phrase.count...text.count where text[(end - phrase.count)..<end].elementsEqual(phrase) {
                    let start = end - phrase.count
                    let isInWord =
                        start > 0 && ASCII.isAlphanumeric(text[start - 1]) && ASCII.isAlphanumeric(phrase[0])
                    if !isInWord { expected.insert([index, end]) }
                }
            }
            #expect(hits == expected)
        }
    }
}
