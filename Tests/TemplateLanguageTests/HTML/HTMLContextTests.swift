import Testing

@testable import TemplateLanguage

@Suite("Values in HTML")
struct HTMLContextTests {
    @Test(
        "A value is escaped for the place where it lands",
        arguments: [
            ("<p>{{v}}</p>", "a<b>&\"'", "<p>a&lt;b&gt;&amp;&quot;&#39;</p>"),
            ("<p>{{{v}}}</p>", "<b>", "<p><b></p>"),
            ("<p title=\"{{v}}\">", "\"><script>", "<p title=\"&quot;&gt;&lt;script&gt;\">"),
            ("<p title='{{v}}'>", "' onclick='", "<p title='&#39; onclick=&#39;'>"),
            ("<p title={{v}}>", "a b=c", "<p title=a&#32;b&#61;c>"),
            ("<p title=\"{{{v}}}\">", "\"x", "<p title=\"&quot;x\">"),
            ("<a href=\"{{v}}\">", "https://e.test/ü?a=1&b=2", "<a href=\"https://e.test/%C3%BC?a=1&amp;b=2\">"),
            ("<a href=\"{{{v}}}\">", "https://e.test/?a=ü&b", "<a href=\"https://e.test/?a=ü&amp;b\">"),
            ("<a href=\"https://e.test/{{v}}\">", "a b\"c", "<a href=\"https://e.test/a%20b%22c\">"),
            ("<a href=\"https://e.test/?q={{v}}\">", "a&b=c/李", "<a href=\"https://e.test/?q=a%26b%3Dc%2F%E6%9D%8E\">"),
            ("<a href=\"https://e.test/?q={{v | urlencode}}\">", "a&b", "<a href=\"https://e.test/?q=a%26b\">"),
            ("<a href=\"mailto:{{v}}\">", "a+b@e.test", "<a href=\"mailto:a+b@e.test\">"),
            ("<a href=\"{{v}}\">", "100%", "<a href=\"100%25\">"),
            ("<a href={{v}}>", "https://e.test/a b", "<a href=https://e.test/a%20b>"),
            ("<td style=\"color: {{v}}\">", "#ff0000", "<td style=\"color: #ff0000\">"),
            ("<title>{{v}}</title>", "a<b", "<title>a&lt;b</title>"),
            (
                "<!--[if mso]><v:rect href=\"{{v}}\"><![endif]-->", "https://e.test",
                "<!--[if mso]><v:rect href=\"https://e.test\"><![endif]-->"
            ),
            ("<!--[if !mso]><!--><p>{{v}}</p><!--<![endif]-->", "<", "<!--[if !mso]><!--><p>&lt;</p><!--<![endif]-->"),
            ("<!-- a --><p>{{v}}", "x", "<!-- a --><p>x"),
            ("<!--> {{v}}", "x", "<!--> x"),
            ("<script>if (a < b) {}</script>{{v}}", "x", "<script>if (a < b) {}</script>x"),
            ("<style>p > a {}</style >{{v}}", "x", "<style>p > a {}</style >x"),
            ("a < b {{v}}", "x", "a < b x"),
            ("<input {{#v}}checked{{/v}} value=\"{{v}}\">", "x", "<input checked value=\"x\">"),
            ("<td{{#v}} class=\"{{v}}\"{{/v}}>{{v}}", "x", "<td class=\"x\">x"),
            ("<p title=\"{{#v}}{{.}}{{/v}}{{^v}}-{{/v}}\">", "x", "<p title=\"x\">"),
        ]
    )
    func escaped(_ template: String, _ value: String, _ expected: String) throws {
        expectSame(renderedRow(template, [("v", .text, value)]), expected)
        var json: [UInt8] = []
        JSONWriter.append(.object(["v": .text(value)]), to: &json)
        expectSame(rendered(template, String(decoding: json, as: UTF8.self)), expected)
    }

    @Test(
        "A value where no escaping is safe is refused when the template is compiled",
        arguments: [
            ("<script>var a = '{{v}}';</script>", "inside <script>"),
            ("<style>p { color: {{v}} }</style>", "inside <style>"),
            ("<SCRIPT type=x>{{v}}", "inside <script>"),
            ("<script><!-- </scriptx>{{v}}", "inside <script>"),
            ("<{{v}}>", "name of an HTML tag"),
            ("</{{v}}>", "name of an HTML tag"),
            ("<p{{v}}>", "name of an HTML tag"),
            ("<p {{v}}>", "between the attributes"),
            ("<p {{{v}}}>", "between the attributes"),
            ("<p {{v}}=\"a\">", "between the attributes"),
            ("<!-- {{v}} -->", "comment"),
            ("<!doctype {{v}}>", "comment or declaration"),
            ("<p onclick=\"f('{{v}}')\">", "holds code"),
            ("<iframe srcdoc=\"{{v}}\">", "holds code"),
            ("<a href=\"javascript:f('{{v}}')\">", "javascript: link"),
            ("<a href=\" JavaScript:{{v}}\">", "javascript: link"),
            ("<p style={{v}}>", "quotes around the style"),
            ("<a {{#v}}href{{/v}}=\"{{v}}\">", "depends on a section"),
            ("{{#v}}<p title=\"{{/v}}\">", "only in part"),
        ]
    )
    func refused(_ template: String, _ words: String) {
        let text = renderedRow(template, [("v", .text, "x")])
        #expect(text.contains(words) && text.hasPrefix("t.mustache:1:"), "\(text)")
    }

    @Test(
        "A link that data makes run code is a fault, in whatever pieces it comes",
        arguments: [
            ("<a href=\"{{a}}\">", "javascript:alert(1)", ""),
            ("<a href=\"{{a}}\">", " \u{1}JaVa\tScRiPt\n:alert(1)", ""),
            ("<a href='{{a}}'>", "vbscript:x", ""),
            ("<a href={{a}}>", "data:text/html,x", ""),
            ("<img src=\"{{a}}\">", "data:text/html;base64,x", ""),
            ("<a href=\"{{{a}}}\">", "javascript:alert(1)", ""),
            ("<a href=\"{{a}}{{b}}\">", "java", "script:alert(1)"),
            ("<a href=\"{{a}}:alert(1)\">", "javascript", ""),
            ("<a href=\"java{{a}}\">", "script:alert(1)", ""),
            ("<a href=\"{{#a}}{{.}}{{/a}}{{#b}}{{.}}{{/b}}\">", "java", "script:"),
            ("<a href=\"{{#a}}java{{/a}}{{b}}\">", "x", "script:1"),
            ("<form action=\"{{a}}\">", "javascript:x", ""),
        ]
    )
    func codeLink(_ template: String, _ a: String, _ b: String) {
        let text = renderedRow(template, [("a", .text, a), ("b", .text, b)])
        #expect(text.contains("runs code"), "\(text)")
    }

    @Test(
        "Harmless links with a colon are let through",
        arguments: ["https://e.test:8080/", "tel:+4930", "/javascript:x", "?a=javascript:", "cid:logo", "myapp://open"]
    )
    func harmless(_ value: String) {
        expectSame(renderedRow("<a href=\"{{a}}\">", [("a", .text, value)]), "<a href=\"\(value)\">")
    }

    @Test("A literal data: image and a literal javascript: link without values stay as written")
    func literalLinks() {
        expectSame(
            renderedRow(
                "<img src=\"data:image/png;base64,{{a}}\"><a href=\"javascript:void(0)\">",
                [("a", .text, "QQ==")]
            ),
            "<img src=\"data:image/png;base64,QQ==\"><a href=\"javascript:void(0)\">"
        )
    }

    @Test("An empty value without quotes is a fault, for the browser would take what follows as the value")
    func emptyUnquoted() {
        let text = renderedRow("<p title={{a}} class=x>", [("a", .text, "")])
        #expect(text.contains("would swallow"), "\(text)")
    }

    @Test(
        "Characters that could leave a CSS value are a fault",
        arguments: ["red;x", "url(x)", "a:b", "x}", "\"", "\\"]
    )
    func style(_ value: String) {
        let text = renderedRow("<p style=\"color:{{a}}\">", [("a", .text, value)])
        #expect(text.contains("style attribute"), "\(text)")
    }

    @Test("A partial continues in the context of its tag")
    func partialContext() {
        expectSame(
            rendered("<a href=\"{{>link}}\">{{>link}}</a>", "{\"u\": \"a?b&c\"}", partials: ["link": "{{u}}"]),
            "<a href=\"a?b&amp;c\">a?b&amp;c</a>"
        )
        let text = rendered("{{>open}}{{v}}\">", "{\"v\": \"javascript:1\"}", partials: ["open": "<a href=\""])
        #expect(text.contains("runs code"), "\(text)")
    }

    @Test("A header refuses line breaks and NUL from data", arguments: ["a\r\nBcc: x@e.test", "a\nb", "a\u{0}b"])
    func header(_ value: String) {
        let text = renderedRow("Hello {{a}}", [("a", .text, value)], mode: .header)
        #expect(text.contains("must not reach a header"), "\(text)")
        expectSame(renderedRow("{{a}}", [("a", .text, "张伟 <&>")], mode: .header), "张伟 <&>")
    }
}
