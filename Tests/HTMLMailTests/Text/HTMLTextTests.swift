import HTMLMail
import Testing

@Suite("Text from HTML")
struct HTMLTextTests {
    private static func text(_ html: String, width: Int = 72) throws -> String {
        String(decoding: try HTMLText.text(from: Array(html.utf8), width: width), as: UTF8.self)
    }

    @Test(
        "Elements look in text as they are meant",
        arguments: [
            ("", ""), ("<p></p>", ""), ("a", "a\n"), ("<p>a<p>b", "a\n\nb\n"), ("<div>a</div><div>b</div>", "a\nb\n"),
            ("a<br>b<br><br>c", "a\nb\n\nc\n"), ("  a \n b\t", "a b\n"), ("a<b>b</b>c", "abc\n"),
            ("<h1>你好</h1>x", "你好\n====\n\nx\n"), ("<h2>ab</h2>", "ab\n--\n"), ("<h3>ab</h3>c", "ab\n\nc\n"),
            ("<ul><li>a<li>b<ul><li>c</ul></ul>d", "- a\n- b\n  - c\n\nd\n"),
            ("<ol start=9><li>a<li>b<li value=20>c</ol>", "9. a\n10. b\n20. c\n"),
            ("<ul><li></li><li>b</li></ul>", "-\n- b\n"),
            ("<blockquote>a<blockquote>b</blockquote>c</blockquote>d", "> a\n>\n> > b\n>\n> c\n\nd\n"),
            ("a<pre>x  y\n\n  z\n</pre>b", "a\n\nx  y\n\n  z\n\nb\n"),
            ("<dl><dt>a<dd>b</dl>", "a\n    b\n"), ("a<hr>b", "a\n\n--------------------\n\nb\n"),
            ("<img alt='Bild'><img alt=''><img>", "[Bild]\n"), ("&lt;&amp;&#20320;&nbsp;&copy;", "<&你 ©\n"),
            ("a&shy;b&zwnj;c", "ab\u{200C}c\n"), ("<p>&#847;&zwnj;&nbsp;&#8199;</p>a", "a\n"),
            ("<script>a</script><style>b</style><title>c</title><!-- d --><template>e</template>f", "f\n"),
            ("<b style='display: none'>a</b><b hidden>b</b><b style='visibility:hidden'>c</b>d", "d\n"),
            ("<div style='max-height:0;overflow:hidden'>a</div><div style='mso-hide:all'>b</div>", "b\n"),
            ("<b style='white-space:pre'>a  b</b>", "a  b\n"),
        ]
    )
    func elements(_ html: String, _ expected: String) throws {
        #expect(try Self.text(html, width: 20) == expected)
    }

    @Test(
        "A link's address stands behind the word and its punctuation",
        arguments: [
            ("<a href='https://a.example/'>here</a>.", "here. (https://a.example/)\n"),
            ("<a href='http://a.example?b&amp;c'>x</a> y", "x (http://a.example?b&c) y\n"),
            ("<a href='https://a.example/'>a.example</a>!", "https://a.example/!\n"),
            ("<a href='mailto:a@b.example'>a@b.example</a>", "mailto:a@b.example\n"),
            ("请点击<a href='https://例子.cn'>这里</a>，激活。", "请点击这里， (https://例子.cn) 激活。\n"),
            ("<a href='#top'>up</a> <a href='javascript:x()'>js</a> <a>plain</a>", "up js plain\n"),
            ("<a href='u'><img alt=Logo></a>", "Logo (u)\n"), ("<a href='u'><img></a>", "u\n"),
            ("<a href='u'><div>a</div></a>b", "a\nu b\n"), ("<a href='{{link}}'>go</a>", "go ({{link}})\n"),
            ("{{#x}}<a href=u>go</a>{{/x}} on", "{{#x}}go (u){{/x}} on\n"),
        ]
    )
    func links(_ html: String, _ expected: String) throws {
        #expect(try Self.text(html) == expected)
    }

    @Test("Lines are as wide as asked, wide characters counting two; links and words are not broken")
    func wrapping() throws {
        #expect(try Self.text("aaa bbb ccc ddd eee fff ggg", width: 20) == "aaa bbb ccc ddd eee\nfff ggg\n")
        #expect(try Self.text("一二三四五六七八九十。甲", width: 20) == "一二三四五六七八九\n十。甲\n")
        #expect(try Self.text("「一二三四五六七八」「九十」", width: 20) == "「一二三四五六七八」\n「九十」\n")
        let link = String(repeating: "x", count: 60)
        #expect(try Self.text("a <a href=\(link)>b</a> c", width: 20) == "a b\n(\(link))\nc\n")
        #expect(try Self.text("<ul><li>aaaa bbbb cccc dddd eeee</ul>", width: 20) == "- aaaa bbbb cccc\n  dddd eeee\n")
    }

    @Test("Cells of single lines stand in columns, others are read one after the other")
    func tables() throws {
        #expect(
            try Self.text("<table><tr><th>名称</th><th>Preis</th></tr><tr><td>a</td><td>1,00</td></tr></table>")
                == "名称  Preis\na     1,00\n"
        )
        #expect(try Self.text("<table><tr><td>a<table><tr><td>b</table><tr><td>c</table>") == "a\n\nb\n\nc\n")
        #expect(try Self.text("<table><caption>t</caption><tr><td>a<td>b</table>") == "t\n\na\n\nb\n")
        #expect(
            try Self.text("<table><tr><td colspan=2>ab<td>c<tr><td>d<td>e<td>f</table>") == "ab    c\nd  e  f\n"
        )
    }

    @Test("The text of a template is a template")
    func templates() throws {
        #expect(
            try Self.text(
                "<table><tr><th>A</th><th>B</th></tr>{{#r}}<tr><td>{{a}}</td><td>{{b}}</td></tr>{{/r}}</table>x"
            )
                == "A      B\n{{#r}}\n{{a}}  {{b}}\n{{/r}}\n\nx\n"
        )
        #expect(
            try Self.text("<p>a</p>{{#x}}<p>b</p>{{/x}}{{^x}}<p>c</p>{{/x}}<p>d</p>")
                == "a\n\n{{#x}}\nb\n\n{{/x}}\n{{^x}}\nc\n\n{{/x}}\nd\n"
        )
        #expect(try Self.text("<ul>{{#i}}<li>{{.}}</li>{{/i}}</ul>") == "{{#i}}\n- {{.}}\n{{/i}}\n")
        #expect(try Self.text("<ol>{{#i}}<li>{{.}}</li>{{/i}}</ol>") == "{{#i}}\n- {{.}}\n{{/i}}\n")
        #expect(
            try Self.text("Dear {{#t}}{{t}} {{/t}}{{ name | default: \"<you>\" }},")
                == "Dear {{#t}}{{t}} {{/t}}{{ name | default: \"<you>\" }},\n"
        )
        #expect(try Self.text("{{ first name }} ist da") == "{{ first name }} ist da\n")
        #expect(try Self.text("<p>{{> footer}}</p>") == "{{> footer}}\n")
    }
}
