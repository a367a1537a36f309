import Testing

@testable import MailModel

@Suite("Suggestions")
struct SuggestionTests {
    @Test(
        "The name that was meant is found",
        arguments: [
            ("emial", "email"), ("e-mail", "email"), ("E_Mail", "email"), ("nmae", "name"), ("firstname", "first_name"),
            ("姓明", "姓名"), ("frist_name", "first_name"), ("locals", "locale"),
        ]
    )
    func found(_ word: String, _ wanted: String) {
        #expect(Suggestion.closest(to: word, in: ["email", "name", "first_name", "locale", "姓名"]) == wanted)
    }

    @Test("Nothing is suggested when nothing is close", arguments: ["amount", "x", "", "电话", "telephone"])
    func nothing(_ word: String) {
        #expect(Suggestion.closest(to: word, in: ["email", "name", "", "locale"]) == nil)
    }

    @Test("Endless words cost no endless time")
    func hostile() {
        let long = String(repeating: "a", count: 1_000_000)
        #expect(Suggestion.closest(to: long, in: ["email", long]) == nil)
    }
}
