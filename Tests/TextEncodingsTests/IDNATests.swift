import Testing

@testable import TextEncodings

@Suite("Internationalised domain names")
struct IDNATests {
    private struct Case: Decodable {
        var id: String
        var unicode: String
        var ascii: String?
        var `class`: String
    }

    // The cases come with the corpora, which not every checkout has beside it.
    @Test("Every settled name of the corpus has its A-label form", .enabled(if: Corpus.isPresent))
    func corpus() throws {
        var passed = 0
        var agreeing = 0
        var choices = 0
        for example in try Corpus.cases("addresses/idna.jsonl", as: Case.self) {
            let found = try? IDNA.toASCII(example.unicode)
            let same = found.map { Array($0.utf8) } == example.ascii.map { Array($0.utf8) }
            if example.class == "must" {
                #expect(same, "\(example.id): \(example.unicode) gave \(found ?? "a failure")")
                passed += same ? 1 : 0
            } else {
                choices += 1
                agreeing += same ? 1 : 0
            }
        }
        print("idna.jsonl: \(passed) settled passed, \(agreeing) of \(choices) choices agree, 0 skipped")
        #expect(passed > 0)
    }

    @Test(
        "Names are written in A-labels, not transitional",
        arguments: [
            ("straße.example", "xn--strae-oqa.example"), ("例子.广告", "xn--fsqu00a.xn--4rr70v"),
            ("Example.COM", "example.com"), ("例子。测试", "xn--fsqu00a.xn--0zwm56d"),
            ("xn--fsqu00a.xn--0zwm56d", "xn--fsqu00a.xn--0zwm56d"), ("a--b.example", "a--b.example"),
            ("example.com.", "example.com"),
        ]
    )
    func toASCII(_ name: String, _ wanted: String) throws {
        #expect(try IDNA.toASCII(name) == wanted)
    }

    @Test(
        "What is no domain name is refused for its reason",
        arguments: [
            ("", IDNA.Failure.emptyLabel), ("a..b", .emptyLabel), (".a", .emptyLabel), (".", .emptyLabel),
            ("-a.example", .hyphen), ("a-.example", .hyphen), ("a_b.example", .disallowedCharacter),
            ("a b.example", .disallowedCharacter), ("a\u{0}b.例子", .disallowedCharacter),
            (String(repeating: "a", count: 64) + ".example", .labelTooLong),
            (String(repeating: "例", count: 63) + ".example", .labelTooLong),
            (String(repeating: "a.", count: 127) + "a", .nameTooLong), ("yy－－0.example", .hyphen),
        ]
    )
    func refused(_ name: String, _ wanted: IDNA.Failure) {
        #expect(throws: wanted) { try IDNA.toASCII(name) }
    }

    @Test("A-labels are shown as U-labels, and broken ones as they are")
    func toUnicode() {
        #expect(IDNA.toUnicode("mail.xn--fsqu00a.xn--0zwm56d") == "mail.例子.测试")
        #expect(IDNA.toUnicode("xn--strae-oqa.example") == "straße.example")
        #expect(IDNA.toUnicode("xn--999999999.example") == "xn--999999999.example")
        #expect(IDNA.toUnicode("plain.example") == "plain.example")
    }

    @Test("Bytes that are no UTF-8 are refused")
    func notUTF8() {
        #expect(throws: IDNA.Failure.notUTF8) { try IDNA.toASCII([0xC3, 0x28][...]) }
    }
}
