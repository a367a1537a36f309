import Testing

@testable import HTMLMail

@Suite("The width of characters")
struct DisplayWidthTests {
    @Test(
        "East Asian wide characters take two columns, marks none",
        arguments: [
            ("abc", 3), ("你好", 4), ("ﾊﾝｶｸ", 4), ("Ｗ", 2), ("한국", 4), ("é", 1), ("e\u{301}", 1), ("😀", 2), ("—", 1),
            ("。", 2), ("\u{200B}\u{FEFF}\u{200D}", 0), ("ก็", 1), ("\u{AD}", 0), ("𠀀", 2),
        ]
    )
    func width(_ text: String, _ columns: Int) {
        #expect(DisplayWidth.width(of: Array(text.utf8)) == columns)
    }
}
