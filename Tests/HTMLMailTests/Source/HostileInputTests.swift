import Testing

@testable import HTMLMail

@Suite("Hostile HTML")
struct HostileInputTests {
    private static func repeated(_ text: String, _ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count * count)
        for _ in 0..<count { bytes += Array(text.utf8) }
        return bytes
    }

    private static func refusal(_ html: [UInt8], css: [UInt8]? = nil) -> HTMLRefusal.Reason? {
        do throws(HTMLRefusal) {
            _ = try CSSInliner.inline(html: html, css: css ?? Array("p { color: red }".utf8))
            _ = try HTMLText.text(from: html)
            return nil
        } catch {
            return error.reason
        }
    }

    @Test(
        "Elements nested deeper than the limit are refused before they are parsed",
        arguments: ["<div>", "<span>", "<b>", "<x-y>", "<ul><li>", "<table><tr><td>", "<svg>", "<div><p>", "<object>"]
    )
    func deepNesting(_ tag: String) {
        #expect(Self.refusal(Self.repeated(tag, 50_000)) == .tooDeep)
    }

    @Test(
        "What closes properly may be as long as it likes",
        arguments: [
            "<div>a</div>", "<p>a", "<li>a", "<b>a</b>", "<br>", "<a href=x>a</a>", "<td>a", "<option>a",
            "<font>a</font>",
            "<table><tr><td>a<tr><td>b</table>", "<p><b>a</b></p>", "<dt>a<dd>b", "<svg><path/></svg>",
            "<svg><title>x</title><g/></svg>", "<select><option>a<option>b</select>", "<h1>a</h1>",
        ]
    )
    func closedElements(_ html: String) {
        #expect(Self.refusal(Self.repeated(html, 2_000)) == nil)
    }

    @Test("A refusal names the place")
    func place() {
        let html = Array("<p>你好\n".utf8) + Self.repeated("<div>", 600)
        #expect(throws: HTMLRefusal(.tooDeep, at: SourcePlace(line: 2, column: 512 * 5 + 1))) {
            try CSSInliner.inline(html: html)
        }
    }

    @Test("More bytes than the limit are refused")
    func tooLarge() {
        #expect(Self.refusal(Self.repeated("<a", 2_500_000)) == .tooLarge(bytes: 5_000_000))
        #expect(Self.refusal([], css: Self.repeated("a{}", 1_000_000)) == .tooLarge(bytes: 3_000_000))
    }

    @Test(
        "A tag that is never closed, as long as the limit allows, is no danger",
        arguments: [
            "<a", "<", "<!--", "</", "{{", "{{#a", "\"", "&", "<a b='", "<style>", "<!", "<!-- {{", "{", "}}",
        ]
    )
    func unclosed(_ text: String) throws {
        let html = Self.repeated(text, 100_000 / text.utf8.count)
        _ = Self.refusal(html)
    }

    @Test("Many attributes are refused, on one tag or on many <body>")
    func attributes() {
        let names = (0..<20_000).map { "a\($0)" }
        #expect(Self.refusal(Array("<p \(names.joined(separator: " "))>".utf8)) == .tooManyAttributes)
        let bodies = names.map { "<body \($0)>" }.joined()
        #expect(Self.refusal(Array(bodies.utf8)) == .tooManyAttributes)
    }

    @Test("Formatting that is opened again in every paragraph is refused when it would fill the memory")
    func unclosedFormatting() {
        let open = (0..<400).map { "<b id=\($0)>" }.joined()
        #expect(Self.refusal(Array(open.utf8) + Self.repeated("<p>x</p>", 100_000)) == .unclosedFormatting)
    }

    @Test("Quotes, NUL and broken UTF-8 neither end the program nor change what is not styled")
    func brokenBytes() throws {
        let samples: [[UInt8]] = [
            Array("<p title=\"a>b</p>".utf8), [0x3C, 0x70, 0, 0x3E, 0x61, 0, 0x3C, 0x2F, 0x70, 0x3E],
            Array("<p>".utf8) + [0xFF, 0xC3, 0xF3, 0xB0, 0x80] + Array("</p>".utf8), [0xF3, 0xB0, 0x80, 0x80],
            Array("<p style=\"".utf8) + [0xE4, 0xBD] + Array("\">x".utf8), [0xEF, 0xBB, 0xBF, 0x3C, 0x70, 0x3E],
        ]
        for sample in samples {
            #expect(try CSSInliner.inline(html: sample, css: Array("q { color: red }".utf8), rules: .kept) != [1])
            _ = try HTMLText.text(from: sample)
        }
    }

    @Test(
        "CSS that is not closed or nests deep is read to its end",
        arguments: [
            "p{", "p{color:(((((((((((", "/*", "@media{", "\"", "{", "}", "@", "p:not(", "p{a:b;", "a,", "\\",
            "p{color:'",
        ]
    )
    func hostileCSS(_ part: String) {
        for count in [1, 2, 100_000 / part.utf8.count] {
            let css = Self.repeated(part, count)
            _ = Self.refusal(Array("<p>a</p>".utf8), css: css)
            _ = Self.refusal(Array("<style>".utf8) + css + Array("</style><p>a</p>".utf8), css: [])
        }
    }

    @Test("More rules than the limit, and selectors that would match for minutes, are refused")
    func costlyCSS() {
        #expect(Self.refusal(Array("<p>".utf8), css: Self.repeated("p{}", 30_000)) == .tooManyRules)
        let chain = "r " + String(repeating: "* ", count: 30)
        let css = (0..<50).map { _ in chain + "q{color:red}" }.joined()
        let html = Self.repeated("<div>", 200) + Self.repeated("<q>x</q>", 500)
        #expect(Self.refusal(html, css: Array(css.utf8)) == .matchingTooCostly)
    }
}
