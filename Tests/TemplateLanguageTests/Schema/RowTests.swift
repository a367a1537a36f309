import Testing

@testable import TemplateLanguage

@Suite("Flat rows")
struct RowTests {
    @Test(
        "A typed column decides what a section takes it for",
        arguments: [
            ("yes", "true"), ("1", "true"), ("TRUE", "true"), ("是", "true"), ("", "false"), ("0", "false"),
            (" No ", "false"),
            ("FALSE", "false"), ("off", "false"), ("n", "false"),
        ]
    )
    func bools(_ value: String, _ expected: String) {
        expectSame(renderedRow("{{#v}}true{{/v}}{{^v}}false{{/v}}", [("v", .bool, value)]), expected)
    }

    @Test("A text column is true when it is not empty; the row's typed value outranks the text")
    func text() {
        expectSame(renderedRow("{{#v}}[{{.}}]{{/v}}{{^v}}-{{/v}}", [("v", .text, "false")]), "[false]")
        expectSame(renderedRow("{{#v}}[{{.}}]{{/v}}{{^v}}-{{/v}}", [("v", .text, "")]), "-")
        expectSame(renderedRow("{{#v}}x{{/v}}{{^v}}-{{/v}}", [("v", .bool, "yes")], values: [.bool(false)]), "-")
        expectSame(renderedRow("{{v}}", [("v", .text, "x")], values: [.text("<")]), "&lt;")
    }

    @Test("A list column loops over its pieces, and outer columns are seen inside")
    func lists() {
        let columns: [(String, TemplateSchema.Kind, String)] = [
            ("tags", .list(separator: 0x3B), "新闻; b<;;"), ("name", .text, "Ann"),
        ]
        expectSame(
            renderedRow("{{#tags}}<li>{{.}} {{name}}</li>{{/tags}}{{^tags}}none{{/tags}}", columns),
            "<li>新闻 Ann</li><li>b&lt; Ann</li>"
        )
        expectSame(
            renderedRow("{{#tags}}x{{/tags}}{{^tags}}none{{/tags}}", [("tags", .list(separator: 0x3B), " ; ")]),
            "none"
        )
    }

    @Test("A column's title may have dots; a json column is walked into")
    func dotted() {
        let json: TemplateValue = .object([
            "b": .object(["c": .text("deep")]),
            "items": .list([.object(["n": .integer(1)]), .object(["n": .integer(2)])]),
        ])
        let columns: [(String, TemplateSchema.Kind, String)] = [
            ("a.b", .text, "flat"), ("j", .json, "{…}"), ("n", .text, "outer"),
        ]
        expectSame(
            renderedRow("{{a.b}} {{j.b.c}} {{#j.items}}{{n}}{{/j.items}} {{n}}", columns, values: [nil, json]),
            "flat deep 12 outer"
        )
        #expect(renderedRow("{{j.b.x}}", columns, values: [nil, json]).contains("no \"x\""))
        #expect(renderedRow("{{a.c}}", columns).contains("no column \"a.c\"; did you mean \"a.b\"?"))
    }

    @Test("Empty values are reported when asked, unless a default or a section covers them")
    func empty() {
        let columns: [(String, TemplateSchema.Kind, String)] = [("a", .text, ""), ("b", .text, "x")]
        #expect(renderedRow("{{b}}\n {{a}}", columns, reportsEmpty: true).contains("2:2: \"a\" is empty"))
        expectSame(
            renderedRow("{{a | default: \"-\"}}{{#a}}{{a}}{{/a}}{{^a}}!{{/a}}", columns, reportsEmpty: true),
            "-!"
        )
        expectSame(renderedRow("[{{a}}]", columns), "[]")
    }

    @Test("A row that is shorter than the list's head has empty fields")
    func short() throws {
        let template = try Template.compile(
            source: Array("[{{a}}{{b}}{{#b}}x{{/b}}]".utf8),
            name: "t",
            schema: TemplateSchema([.init("a"), .init("b")])
        )
        var renderer = TemplateRenderer(template)
        var buffer: [UInt8] = []
        try renderer.render(TemplateRow(texts: ["1"]), into: &buffer)
        #expect(buffer == Array("[1]".utf8))
    }

    @Test("The variables say what the list must have")
    func variables() throws {
        let source = """
            {{name}} {{nick | default: "x"}} {{#vip}}{{code}}{{/vip}}{{#items}}{{price}}{{/items}}
            {{#city}}{{city}}{{/city}} {{>p}} {{code}}
            """
        let template = try Template.compile(
            source: Array(source.utf8),
            name: "t",
            partials: PartialTable(["p": Array(" {{footer}}".utf8)])
        )
        let found = template.variables.map {
            "\($0.name) \($0.mustNotBeEmpty ? "full" : "-") \($0.isSection ? "section" : "-") \($0.isPrinted ? "printed" : "-")"
                + " \($0.isOptional ? "optional" : "-") \($0.within.joined(separator: "/"))"
                + " \($0.firstUse.file):\($0.firstUse.line):\($0.firstUse.column)"
        }
        #expect(
            found == [
                "name full - printed -  t:1:1", "nick - - printed optional  t:1:10", "vip - section - -  t:1:34",
                "code full - printed - vip t:1:42", "items - section - -  t:1:58",
                "price - - printed - items t:1:68", "city - section printed -  t:2:1", "footer full - printed -  p:1:2",
            ],
            "\(found)"
        )
    }

    @Test("Segments joined are the text; literals come by index")
    func segments() throws {
        let template = try Template.compile(
            source: Array("<p>{{a}}{{b}}</p>{{#l}}<i>{{.}}</i>{{/l}}".utf8),
            name: "t",
            options: TemplateOptions(mode: .html),
            schema: TemplateSchema([.init("a"), .init("b"), .init("l", .list(separator: 0x2C))])
        )
        let row = TemplateRow(texts: ["1<", "2", "x,y"])
        var renderer = TemplateRenderer(template)
        var sink = SegmentSink()
        var text: [UInt8] = []
        for _ in 0..<2 {
            try renderer.render(row, into: &sink)
            text = sink.segments.flatMap { segment in
                switch segment {
                case .literal(let index): template.literals[index]
                case .dynamic(let range): Array(sink.bytes[range])
                }
            }
        }
        var whole: [UInt8] = []
        try renderer.render(row, into: &whole)
        #expect(text == whole)
        #expect(whole == Array("<p>1&lt;2</p><i>x</i><i>y</i>".utf8))
        #expect(sink.segments.prefix(3) == [.literal(0), .dynamic(0..<6), .literal(1)])
        #expect(try renderer.render(row) { $0.count } == whole.count)
    }

    @Test("A renderer that met a fault goes on with the next row")
    func afterFault() throws {
        let template = try Template.compile(
            source: Array("{{#l}}<a href=\"{{.}}\">{{/l}}".utf8),
            name: "t",
            options: TemplateOptions(mode: .html),
            schema: TemplateSchema([.init("l", .list(separator: 0x2C))])
        )
        var renderer = TemplateRenderer(template)
        var buffer: [UInt8] = Array("kept".utf8)
        #expect(throws: TemplateFault.self) {
            try renderer.render(TemplateRow(texts: ["a,javascript:1,b"]), into: &buffer)
        }
        #expect(buffer == Array("kept".utf8))
        try renderer.render(TemplateRow(texts: ["a"]), into: &buffer)
        #expect(buffer == Array("<a href=\"a\">".utf8))
    }
}
