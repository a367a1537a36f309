import HTMLMail
import Testing

@Suite("References to pictures")
struct ImageReferenceTests {
    /// What a source names, with line and column.
    private func found(_ html: String) -> [String] {
        ImageReference.all(in: Array(html.utf8)).map { reference in
            let target =
                switch reference.target {
                case .file(let name): name
                case .part(let name): "cid:\(name)"
                case .changing(let text): "changing \(text)"
                }
            return "\(reference.place.line):\(reference.place.column) \(target)"
        }
    }

    @Test(
        "Files are found in attributes, CSS and conditional comments",
        arguments: [
            ("<img src=\"logo.png\">", ["1:11 logo.png"]),
            ("<IMG alt=x\n SRC = 'logo.png' >", ["2:9 logo.png"]),
            ("<td background=bg.png>", ["1:16 bg.png"]),
            ("<img src=\"assets/a.png\"><img src=\"./b.png\">", ["1:11 a.png", "1:35 b.png"]),
            ("<img src=\"my%20logo.png?v=2#x\">", ["1:11 my logo.png"]),
            ("<img src=\"标志.png\"><img src=\"a&amp;b.png\">", ["1:11 标志.png", "1:29 a&b.png"]),
            ("<p style=\"background: URL( 'a.png' )\">", ["1:29 a.png"]),
            ("<p style=\"background:url(&quot;a.png&quot;)\">", ["1:32 a.png"]),
            ("<style>p { background: url(a.png) } /* url(b.png) */</style>", ["1:28 a.png"]),
            ("<!--[if mso]><v:fill src=\"a.png\"/><![endif]--><img src=b.png>", ["1:27 a.png", "1:56 b.png"]),
            ("<tr><td background=\"{{! why }}a.png\">", ["1:31 a.png"]),
            ("<img src=\"cid:photo\">", ["1:11 cid:photo"]),
            ("<img src=\"{{#dark}}d.png{{/dark}}{{^dark}}l.png{{/dark}}\">", ["1:20 d.png", "1:43 l.png"]),
            ("<img alt=\"{{x | default: \"a>b\"}}\" src=\"a.png\">", ["1:40 a.png"]),
            ("<img src=\"photos/{{code}}.png\">", ["1:11 changing photos/{{code}}.png"]),
            ("<img src=\"cid:{{photo}}\">", ["1:11 changing cid:{{photo}}"]),
        ]
    )
    func found(_ html: String, _ expected: [String]) {
        #expect(found(html) == expected)
    }

    @Test(
        "What leads elsewhere, or is no picture, is left alone",
        arguments: [
            "<img src=\"https://example.com/a.png\">", "<img src=\"//example.com/a.png\">", "<img src=\"/a.png\">",
            "<img src=\"data:image/png;base64,AAAA\">", "<img src=\"{{photo_url}}\">", "<img src=\"\">",
            "<img src=\"#a\">",
            "<img src=\"{{#cdn}}https://x/{{/cdn}}a.png\">", "<script src=\"a.js\"></script>",
            "<iframe src=\"a.html\">",
            "<!-- <img src=\"a.png\"> -->", "<script>'<img src=\"a.png\">'</script>", "<a href=\"a.png\">",
            "src=\"a.png\"",
            "text url(a.png)", "<textarea><img src=\"a.png\"></textarea>", "<img data-src=\"a.png\">",
            "a < b src='c.png'",
        ]
    )
    func elsewhere(_ html: String) {
        #expect(found(html) == [])
    }

    @Test("Bytes are written in the places of references, and nothing else changes")
    func replaced() {
        let html = Array("<img src=\"a.png\" alt=\"a.png\"><td background=b.png>".utf8)
        let references = ImageReference.all(in: html)
        let result = ImageReference.replaced(html, references.map { ($0.range, Array("cid:1".utf8)) })
        #expect(String(decoding: result, as: UTF8.self) == "<img src=\"cid:1\" alt=\"a.png\"><td background=cid:1>")
    }

    @Test("Cut sources are read to their end, at every byte")
    func cut() {
        let html = Array(
            "<style>p{background:url('a.png')}</style><!--[if mso]><v:fill src=\"a\"><![endif]-->{{#x}}".utf8
        )
        for count in html.indices {
            for reference in ImageReference.all(in: Array(html.prefix(count))) {
                #expect(reference.range.upperBound <= count)
            }
        }
    }
}
