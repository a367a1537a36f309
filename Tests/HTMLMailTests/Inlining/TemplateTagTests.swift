import HTMLMail
import Testing

@Suite("Inlining into templates")
struct TemplateTagTests {
    private static func inline(_ html: String, _ css: String) throws -> String {
        String(decoding: try CSSInliner.inline(html: Array(html.utf8), css: Array(css.utf8)), as: UTF8.self)
    }

    private static let templates = [
        "<p>{{name}}, 您好 {{{raw}}} {{&raw}} {{! a > b \" }}</p>",
        "<table><tbody>{{#rows}}<tr><td>{{.}}</td></tr>{{/rows}}{{^rows}}<tr><td>没有</td></tr>{{/rows}}</tbody></table>",
        "<a href=\"{{link | default: \"https://例子.cn/?a>b\"}}\" class='{{#vip}}gold{{/vip}}'>x</a>",
        "<td{{#wide}} colspan=\"2\"{{/wide}}>x</td><p {{attributes}} title={{t}}>y</p><h{{level}}>z</h{{level}}>",
        "{{> header}}<ul>{{#items}}<li>{{name}}{{> item}}</li>{{/items}}</ul>{{=<% %>=}}<p><% x %></p>",
        "<p style=\"color:{{color}};{{#b}}font-weight:bold{{/b}}\">x</p><select>{{#o}}<option>{{.}}{{/o}}</select>",
        "{{<layout}}{{$title}}<title>{{t}}</title>{{/title}}{{/layout}}<p>{{unclosed</p><p>}} {{}} {{{a}} b}}}</p>",
        "<img alt=\"{{a}}\" src=\"cid:{{b}}\"/><br/><!-- {{comment}} --><p>\u{F0000}\u{F0001}</p>",
    ]

    @Test("Without what was inserted, the source is there again, byte by byte")
    func onlyInsertions() throws {
        var sources = Self.templates.map { Array($0.utf8) }
        if let corpus = HTMLCorpus.shared {
            for sample in try corpus.cases("templates.jsonl", as: HTMLCorpus.TemplateCase.self) {
                // Their own sheets would be inlined, too.
                let text = String(decoding: try corpus.bytes(sample.inputFile), as: UTF8.self)
                sources.append(
                    Array(text.replacing("<style", with: "<x-css").replacing("</style", with: "</x-css").utf8)
                )
            }
        }
        var inserted = 0
        for source in sources {
            let result = try CSSInliner.inline(html: source, css: Array("*{-x-mark:1}".utf8), rules: .kept)
            let without = Self.removing(" style=\"-x-mark:1\"", from: result)
            inserted += result.count - without.count
            let isSame = Self.removing("-x-mark:1", from: Self.removing("-x-mark:1;", from: without)) == source
            #expect(isSame, "\(String(decoding: source.prefix(300), as: UTF8.self))")
        }
        #expect(inserted > 0)
    }

    private static func removing(_ text: String, from bytes: [UInt8]) -> [UInt8] {
        let wanted = Array(text.utf8)
        var result: [UInt8] = []
        for byte in bytes {
            result.append(byte)
            if result.suffix(wanted.count) == wanted[...] { result.removeLast(wanted.count) }
        }
        return result
    }

    @Test(
        "Delimiters that the template sets are kept to",
        arguments: [
            // Quotes and angle brackets inside of such a tag end nothing.
            (
                "{{=<% %>=}}<p><% name | default: \"a > b\" %></p>",
                "{{=<% %>=}}<p style=\"a:b\"><% name | default: \"a > b\" %></p>"
            ),
            (
                "{{=[[ ]]=}}<p title='[[title | default: \"it's\"]]'>您好 {{x}}</p>",
                "{{=[[ ]]=}}<p style=\"a:b\" title='[[title | default: \"it's\"]]'>您好 {{x}}</p>"
            ),
            (
                "{{=<% %>=}}<table><%#rows%><tr><td><p><%{.}%></p></td></tr><%/rows%></table>",
                "{{=<% %>=}}<table><%#rows%><tr><td><p style=\"a:b\"><%{.}%></p></td></tr><%/rows%></table>"
            ),
            (
                "{{= | | =}}|x|<%={{ }}=%><p>{{=a b=}}</p>|={{ }}=|<p class=\"{{c | default: \">\"}}\">y</p>",
                "{{= | | =}}|x|<%={{ }}=%><p style=\"a:b\">{{=a b=}}</p>|={{ }}=|"
                    + "<p style=\"a:b\" class=\"{{c | default: \">\"}}\">y</p>"
            ),
        ]
    )
    func delimiters(source: String, expected: String) throws {
        #expect(try Self.inline(source, "p{a:b}") == expected)
    }

    @Test("Rows in a section are styled where they stand")
    func rows() throws {
        #expect(
            try Self.inline("<table>{{#rows}}<tr><td>{{.}}</td></tr>{{/rows}}</table>", "tr > td{a:b}")
                == "<table>{{#rows}}<tr><td style=\"a:b\">{{.}}</td></tr>{{/rows}}</table>"
        )
    }

    @Test("A place among siblings that a section repeats is left to the mail client")
    func positionsInSections() throws {
        let html = "<style>li:first-child{a:b}li{c:d}li+li{e:f}</style><ul>{{#x}}<li>{{.}}</li>{{/x}}</ul>"
        #expect(
            try Self.inline(html, "")
                == "<style>li:first-child{a:b}li+li{e:f}</style><ul>{{#x}}<li style=\"c:d\">{{.}}</li>{{/x}}</ul>"
        )
    }

    @Test("A value from data may be empty, so the sheet's stays before it")
    func valueFromData() throws {
        #expect(
            try Self.inline("<p style=\"color:{{c}}\">", "p{color:red}") == "<p style=\"color:red;color:{{c}}\">"
        )
        #expect(
            try Self.inline("<style>p{color:{{ c | default: \"red\" }}}</style><p>", "")
                == "<p style=\"color:{{ c | default: \"red\" }}\">"
        )
    }

    @Test("A style attribute that a section brings is completed, and there is one without it")
    func sectionedStyle() throws {
        #expect(
            try Self.inline("<p {{#x}}style=\"c:d\"{{/x}}>", "p{a:b}")
                == "<p {{#x}}style=\"a:b;c:d\"{{/x}} style=\"a:b\">"
        )
        #expect(
            try Self.inline("<p{{#x}} id=\"i\"{{/x}}style=\"c:d\">", "p{a:b}")
                == "<p{{#x}} id=\"i\"{{/x}}style=\"a:b;c:d\">"
        )
    }

    @Test("A sheet in a section, and a class that data brings, are left to the mail client")
    func dataDecides() throws {
        let html = "{{#x}}<style>p{a:b}</style>{{/x}}<style>.gold{a:b}</style><p class=\"{{c}}\">"
        #expect(try Self.inline(html, "") == html)
    }
}
