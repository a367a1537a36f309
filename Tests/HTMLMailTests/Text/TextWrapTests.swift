import HTMLMail
import Testing

@Suite("Breaking lines of a text")
struct TextWrapTests {
    @Test(
        "Lines end between words and between ideographs; what is short stays",
        arguments: [
            ("one two three four\n", "one two\nthree four\n"),
            ("short\r\nline  here\r\n", "short\r\nline  here\r\n"),
            ("one two three four\r\nx", "one two\r\nthree four\r\nx"),
            ("这是没有空格的中文\n", "这是没有空\n格的中文\n"),
            ("https://example.com/a/very/long/link\n", "https://example.com/a/very/long/link\n"),
            ("> quoted text goes on\n", "> quoted\n> text\n> goes on\n"),
            ("\n\n", "\n\n"),
            ("", ""),
        ]
    )
    func wrapped(_ text: String, _ expected: String) {
        let result = TextWrap.wrapped(Array(text.utf8), columns: 10)
        #expect(String(decoding: result, as: UTF8.self) == expected)
    }
}
