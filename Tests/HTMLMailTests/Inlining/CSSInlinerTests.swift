import HTMLMail
import Testing

@Suite("Inlining CSS")
struct CSSInlinerTests {
    private static func inline(
        _ html: String,
        _ css: String? = nil,
        _ rules: CSSInliner.InlinedRules = .removed
    ) throws -> String {
        let result = try CSSInliner.inline(html: Array(html.utf8), css: css.map { Array($0.utf8) }, rules: rules)
        return String(decoding: result, as: UTF8.self)
    }

    @Test(
        "Of two rules the more specific wins, then the later; importance wins over both",
        arguments: [
            ("p{color:red}p{color:blue}", "color:blue"),
            (".a{color:red}p{color:blue}", "color:red"),
            ("#b{color:red}.a.a.a{color:blue}", "color:red"),
            ("p{color:red!important}#b{color:blue}", "color:red"),
            ("p{color:red ! IMPORTANT}p{color:blue}", "color:red"),
            (":where(#b){color:red}p{color:blue}", "color:blue"),
            ("p:not(#x){color:red}.a{color:blue}", "color:red"),
            ("p{margin-top:1px;margin:2px}", "margin-top:1px;margin:2px"),
            ("p{margin:2px}.a{margin-top:1px}", "margin:2px;margin-top:1px"),
            ("p{width:9px;width:calc(1px + 2px)}", "width:9px;width:calc(1px + 2px)"),
            ("p{WIDTH:9px}p{width:8px}", "width:8px"),
            ("p{--Own:a;color:;:x;=;color:red}", "--Own:a;color:red"),
            ("p{font-family:\"宋体\", 'Arial'}", "font-family:'宋体', 'Arial'"),
            ("p{content:\"it's\"}", "content:&quot;it's&quot;"),
            ("p{background:url(a?b&c;d)}", "background:url(a?b&amp;c;d)"),
            ("p{color:red/* ; */}/* p{color:blue} */", "color:red"),
            ("p{color:red;}}p{color:blue}", "color:red"),
        ]
    )
    func cascade(_ css: String, _ style: String) throws {
        #expect(try Self.inline("<p id=b class=a>x</p>", css).contains("<p style=\"\(style)\" id=b class=a>x</p>"))
    }

    @Test(
        "A style attribute keeps its own text, and the sheet's declarations stand around it",
        arguments: [
            ("style=\"color:red\"", "p{color:blue}", "style=\"color:red\""),
            ("style=\"color:red\"", "p{margin:0}", "style=\"margin:0;color:red\""),
            ("style='color:red'", "p{font-family:\"A B\"}", "style='font-family:&#39;A B&#39;;color:red'"),
            ("style=\"color:red\"", "p{color:blue!important}", "style=\"color:red;color:blue\""),
            ("style=\"color:red !important\"", "p{color:blue!important}", "style=\"color:red !important\""),
            ("style=\"color:red;\"", "p{margin:0!important}", "style=\"color:red;margin:0\""),
            ("style=\"\"", "p{margin:0}", "style=\"margin:0\""),
            ("style", "p{margin:0}", "style=\"margin:0\""),
            ("style=color:red", "p{margin:0}", "style=\"margin:0;color:red\""),
            ("STYLE = \"color:red\" ", "p{margin:0}", "STYLE = \"margin:0;color:red\" "),
        ]
    )
    func existingAttribute(_ attribute: String, _ css: String, _ expected: String) throws {
        #expect(try Self.inline("<p \(attribute)>x</p>", css) == "<p \(expected)>x</p>")
    }

    @Test(
        "Selectors match what they say",
        arguments: [
            "p", "*", "P", ".a", ".b", "p.a.b", "#i", "[title]", "[title=\"一 二\"]", "[title~='二']", "[lang|=zh]",
            "[title^=一]", "[title$=二]", "[title*=\" \"]", "[TITLE='一 二' i]", "div p", "div > p", "b + p", "b ~ p",
            "p:first-of-type", "p:last-child", "p:nth-child(2)", "p:nth-child(2n)", "p:nth-child(even)",
            "p:nth-child(-n+2)", "p:nth-last-child(1)", "p:only-of-type", "p:not(.c)", "p:not(.c, #d)", "p:is(.a, q)",
            "div:first-child > p", ".\\61", "#i:not(:first-child)", "q, p", ":root p", "body>div>p",
        ]
    )
    func matching(_ selector: String) throws {
        let html = "<div><b>x</b><p id=i class=\"a b\" title=\"一 二\" lang=zh-CN>y</p></div>"
        #expect(try Self.inline(html, "\(selector){x:y}").contains("<p style=\"x:y\""))
    }

    @Test(
        "Selectors do not match what they do not say",
        arguments: [
            ".A", "p .a", "div > div p", "p + b", "p:first-child", "p:nth-child(odd)", "p:empty", "p:not(.a)",
            "[title=一]",
            "p:hover", "p::before", "p:nth-child(x)", "p,", "p:", "> p", "p[", "p{", "$p", "p:not(", "[title^='']",
        ]
    )
    func notMatching(_ selector: String) throws {
        let html = "<div><b>x</b><p class=\"a b\" title=\"一 二\">y</p></div>"
        #expect(try !Self.inline(html, "\(selector){x:y}").contains("<p style"))
    }

    @Test(
        "What no attribute can say stays in <style>, what was inlined goes",
        arguments: [
            ("p{a:b}", ""),
            ("p{a:b}@media screen{p{a:c}}", "<style>@media screen{p{a:c}}</style>"),
            ("p,p:hover{a:b}", "<style>p:hover {a:b}</style>"),
            ("@import url(x);p{a:b}@font-face{c:d}", "<style>@import url(x);@font-face{c:d}</style>"),
            (".ExternalClass{a:b}p{a:b}", "<style>.ExternalClass{a:b}</style>"),
            ("/* about p */\np{a:b}\n/* all */", ""),
            ("<!-- p{a:b} -->", ""),
            ("p{a:b;@media print{a:c}}", "<style>p{@media print{a:c}}</style>"),
            ("p{a:b}{{#x}}p{a:c}{{/x}}", "<style>{{#x}}p{a:c}{{/x}}</style>"),
        ]
    )
    func leftovers(_ css: String, _ left: String) throws {
        #expect(try Self.inline("<style>\(css)</style><p>x</p>") == "\(left)<p style=\"a:b\">x</p>")
    }

    @Test("Rules that match nothing go on request, and all stay on request")
    func options() throws {
        let html = "<style>.no{a:b}p{c:d}</style><p>"
        #expect(try Self.inline(html, nil, .removedWithUnmatched) == "<p style=\"c:d\">")
        #expect(try Self.inline(html, nil, .kept) == "<style>.no{a:b}p{c:d}</style><p style=\"c:d\">")
    }

    @Test("Sheets for paper, and what the author marks, are left alone")
    func leftAlone() throws {
        for attribute in ["media=print", "media=\"(max-width:9px)\"", "type=text/x", "data-css-inline=ignore"] {
            let html = "<style \(attribute)>p{a:b}</style><p>"
            #expect(try Self.inline(html) == html)
        }
        let html = "<p data-css-inline=\"ignore\">a</p>"
        #expect(try Self.inline(html, "p{a:b}") == html)
    }

    @Test("What cannot be inlined of a sheet given apart becomes a <style>, which its text cannot leave")
    func sheetApart() throws {
        let css = "p{a:b}@media x{p{c:'</style>'}}"
        #expect(
            try Self.inline("<html><head></head><p>", css)
                == "<html><head><style>\n@media x{p{c:'<\\/style>'}}\n</style>\n</head><p style=\"a:b\">"
        )
    }

    @Test("Conditional comments stay as they are")
    func conditionalComments() throws {
        let html =
            "<!--[if mso]><style>p{x:y}</style><p>a</p><![endif]--><p>b</p><!--[if !mso]><!--><p>c</p><!--<![endif]-->"
        #expect(
            try Self.inline(html, "p{a:b}")
                == html.replacing("<p>b", with: "<p style=\"a:b\">b").replacing("<p>c", with: "<p style=\"a:b\">c")
        )
    }
}
