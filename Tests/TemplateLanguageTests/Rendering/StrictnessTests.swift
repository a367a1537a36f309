import Testing

@testable import TemplateLanguage

@Suite("Strictness")
struct StrictnessTests {
    @Test(
        "A fault names the place, shows the line and suggests",
        arguments: [
            (
                "Dear\n  {{nmae}}!",
                "t.mustache:2:3: no value is named \"nmae\"; did you mean \"name\"?\n    {{nmae}}!\n    ^"
            ),
            (
                "{{user.emial}}",
                "t.mustache:1:1: \"user.emial\" is not in the data: no \"emial\"; did you mean \"email\"?"
            ),
            ("{{#itmes}}{{/itmes}}", "no value is named \"itmes\"; did you mean \"items\"?"),
            ("{{^itmes}}{{/itmes}}", "did you mean \"items\"?"),
            ("你好 {{x", "t.mustache:1:4: this tag has no end; }} is missing\n  你好 {{x\n       ^"),
            ("{{#a}}", "t.mustache:1:1: \"a\" is opened here and never closed"),
            ("{{/a}}", "\"a\" is closed here and was never opened"),
            (
                "{{#name}}\n{{#items}}{{/name}}",
                "t.mustache:2:11: \"name\" is closed here, but \"items\" is what is open (since line 2)"
            ),
            ("{{}}", "this tag is empty"),
            ("{{=<%=}}", "new delimiters are written as"),
            ("{{#each items}}{{/each}}", "Handlebars; in Mustache a section is written {{#items}}"),
            ("{{a..b}}", "is no name"),
            ("{{>missing}}", "there is no partial \"missing\""),
            ("{{>foter}}", "did you mean \"footer\"?"),
            ("{{>../secret}}", "must stay in its folder"),
            ("{{>/etc/passwd}}", "must not start with /"),
            ("{{items}}", "\"items\" is a list"),
            ("{{name | uper}}", "t.mustache:1:10: there is no filter \"uper\"; did you mean \"upper\"?"),
            ("{{name | truncate}}", "truncate is written as: truncate: 20"),
            ("{{name | truncate: \"x\"}}", "a whole number from 0"),
            ("{{name | upper: 1}}", "upper is written as: upper"),
            ("{{name | money: \"euro\"}}", "three capital letters"),
            ("{{name | date: \"lnog\"}}", "did you mean \"long\"?"),
            ("{{name | plural: one: \"a\"}}", "needs a form for other"),
            ("{{name | plural: oen: \"a\", other: \"b\"}}", "did you mean \"one\"?"),
            ("{{name | date: \"long\", locale: \"xx\"}}", "the locale \"xx\" is not known"),
            ("{{name | default: friend}}", "stands in quotes: \"friend\""),
            ("{{name | default: \"friend}}", "has no end"),
            ("{{name | number}}", "\"name\": \"Ann\" is no number"),
            ("{{name | date}}", "\"Ann\" is no date"),
            ("{{user | upper}}", "wants a text, and this is an object"),
        ]
    )
    func fault(_ template: String, _ words: String) {
        let json = "{\"name\": \"Ann\", \"items\": [1], \"user\": {\"email\": \"a@e.test\"}}"
        let text = rendered(template, json, partials: ["footer": "x"])
        #expect(text.contains(words), "\(text)")
    }

    @Test("A null value is known and prints nothing; a default covers what is absent, null or empty")
    func absent() {
        expectSame(rendered("[{{a}}]", "{\"a\": null}"), "[]")
        expectSame(
            rendered(
                "[{{a | default: \"x\"}}{{b | default: \"y\"}}{{c | default: \"z\"}}]",
                "{\"a\": null, \"b\": \"\"}"
            ),
            "[xyz]"
        )
        expectSame(rendered("{{a | default: \"friend\" | capitalize}}"), "Friend")
        expectSame(rendered("{{a | default: \"<\"}}"), "&lt;")
    }

    @Test(
        "Lenient templates follow the specification: unknown names print nothing, a bar without space is part of a name"
    )
    func lenient() {
        expectSame(rendered("[{{x}}{{#y}}a{{/y}}{{^y}}b{{/y}}{{>z}}{{>../z}}]", missing: .empty), "[b]")
        expectSame(rendered("{{a|b}}", "{\"a|b\": 1}", missing: .empty), "1")
        expectSame(rendered("{{a | upper}}", "{\"a\": \"x\"}", missing: .empty), "X")
        expectSame(rendered("{{a|upper}}", "{\"a\": \"x\"}"), "X")
    }

    @Test("The specification's mode escapes the four characters and nothing else")
    func specificationMode() {
        expectSame(
            rendered("{{a}}<script>{{a}}", "{\"a\": \"&\\\"<>'#/\"}", mode: .specification),
            "&amp;&quot;&lt;&gt;'#/<script>&amp;&quot;&lt;&gt;'#/"
        )
        expectSame(rendered("{{a}}", "{\"a\": \"&<\"}", mode: .text), "&<")
    }

    @Test("All names are checked at once when the columns are known")
    func allFaults() {
        let text = renderedRow("{{a}}\n{{nmae}}\n{{#vpi}}{{/vpi}}", [("name", .text, ""), ("vip", .bool, "")])
        #expect(text.contains("1:1: the list has no column \"a\""))
        #expect(text.contains("2:1: the list has no column \"nmae\"; did you mean \"name\"?"))
        #expect(text.contains("3:1: the list has no column \"vpi\"; did you mean \"vip\"?"))
    }

    @Test(
        "Numbers print as they were written",
        arguments: ["85", "1.21", "5.0", "1e3", "-0", "12345678901234567890.10"]
    )
    func numbers(_ number: String) {
        expectSame(rendered("{{n}}", "{\"n\": \(number)}"), number)
    }

    @Test("The built-in functions join lines and leave tags as they stand")
    func builtInFunctions() throws {
        let template = """
            {{#oneline}}
              您好 {{name}},
              welcome  back
            {{/oneline}}|{{#verbatim}}{{code}} {{#x}}<b>{{/x}}{{/verbatim}}|
            """
        let expected = "您好 王&小明, welcome  back|{{code}} {{#x}}<b>{{/x}}|"
        expectSame(
            rendered(template, "{\"name\": \"王&小明\"}", mode: .text, helpers: TemplateLambda.builtIn),
            expected
        )
        // Columns are known here: what is left as it stands names none.
        let compiled = try Template.compile(
            source: Array(template.utf8),
            name: "t",
            options: TemplateOptions(mode: .text),
            schema: TemplateSchema([.init("name")])
        )
        var renderer = TemplateRenderer(compiled)
        var output: [UInt8] = []
        try renderer.render(TemplateRow(texts: ["王&小明"]), into: &output)
        #expect(String(decoding: output, as: UTF8.self) == expected)
    }

    @Test("Helpers are called by name, and data hides them")
    func helpers() {
        let helpers = ["loud": TemplateLambda { Array("{{name}}! ".utf8) + ($0 ?? []) }]
        expectSame(
            rendered("{{loud}}|{{#loud}}{{name}}{{/loud}}", "{\"name\": \"A<\"}", helpers: helpers),
            "A&lt;! |A&lt;! A&lt;"
        )
        expectSame(rendered("{{loud}}", "{\"loud\": \"x\"}", helpers: helpers), "x")
    }
}
