import Testing

@testable import TemplateLanguage

@Suite("Ceilings")
struct LimitTests {
    @Test("Nesting ten thousand deep is refused with a place")
    func deepNesting() {
        let deep = String(repeating: "{{#a}}", count: 10_000) + String(repeating: "{{/a}}", count: 10_000)
        let text = rendered(deep, "{\"a\": true}")
        #expect(text.contains("t.mustache:1:1537: sections are nested more than 256 deep"), "\(text)")
    }

    @Test("A hundred megabytes are refused at once")
    func largeTemplate() throws {
        let clock = ContinuousClock()
        let source = [UInt8](repeating: 0x7B, count: 100 << 20)
        let start = clock.now
        let faults = try #require(throws: TemplateFaults.self) { try Template.compile(source: source, name: "big") }
        #expect(faults.faults.first?.kind == .limit)
        #expect(clock.now - start < .seconds(1))
    }

    @Test(
        "Bytes that are no UTF-8, and NUL, are refused with a place",
        arguments: [
            ([0x61, 0x0A, 0x62, 0xFF] as [UInt8], 2, 2), ([0xC0, 0x80], 1, 1), ([0xED, 0xA0, 0x80], 1, 1),
            ([0xE4, 0xBD], 1, 1),
            ([0x61, 0x00], 1, 2), ([0xF4, 0x90, 0x80, 0x80], 1, 1),
        ]
    )
    func encoding(_ source: [UInt8], _ line: Int, _ column: Int) throws {
        let faults = try #require(throws: TemplateFaults.self) { try Template.compile(source: source, name: "t") }
        let fault = try #require(faults.faults.first)
        #expect(fault.kind == .encoding && fault.line == line && fault.column == column, "\(fault)")
    }

    @Test("A partial that always includes itself is refused when the template is compiled")
    func endless() {
        #expect(rendered("{{>a}}", partials: ["a": "x{{>a}}"]).contains("includes itself without end"))
        #expect(rendered("{{>a}}", partials: ["a": "{{>b}}", "b": "{{>a}}"]).contains("includes itself without end"))
    }

    @Test("A partial that includes itself by a section that never ends meets the ceiling")
    func endlessByData() {
        let text = rendered("{{>a}}", "{\"go\": true}", partials: ["a": "x{{#go}}{{>a}}{{/go}}"])
        #expect(text.contains("include themselves more than 64 deep"), "\(text)")
        let dynamic = rendered("{{>*p}}", "{\"p\": \"a\"}", partials: ["a": "x{{>*p}}"])
        #expect(dynamic.contains("include themselves more than 64 deep"), "\(dynamic)")
    }

    @Test("A block that contains itself ends")
    func blockInItself() {
        expectSame(rendered("{{<p}}{{$a}}[{{$a}}x{{/a}}]{{/a}}{{/p}}", partials: ["p": "{{$a}}{{/a}}"]), "[x]")
    }

    @Test("Partials that double each other meet the ceiling, quickly")
    func doubling() {
        var partials = ["p0": "{{a}}"]
        for number in 1...40 { partials["p\(number)"] = "{{>p\(number - 1)}}{{>p\(number - 1)}}" }
        var limits = TemplateLimits()
        limits.instructions = 20_000
        #expect(rendered("{{>p40}}", "{\"a\": 1}", partials: partials, limits: limits).contains("grows too large"))
    }

    @Test("Loops within loops meet the ceiling, also when they print nothing")
    func loops() {
        var limits = TemplateLimits()
        limits.iterations = 100_000
        let list = "[" + Array(repeating: "1", count: 100).joined(separator: ",") + "]"
        let template = String(repeating: "{{#l}}", count: 6) + String(repeating: "{{/l}}", count: 6)
        #expect(rendered(template, "{\"l\": \(list)}", limits: limits).contains("turn more than 100000 times"))
    }

    @Test("A text that grows over its ceiling is refused")
    func output() {
        var limits = TemplateLimits()
        limits.outputBytes = 1000
        let list = "[" + Array(repeating: "1", count: 100).joined(separator: ",") + "]"
        #expect(
            rendered("{{#l}}0123456789\(String(repeating: "x", count: 10)){{/l}}", "{\"l\": \(list)}", limits: limits)
                .contains("grows over 1000 bytes")
        )
        #expect(
            rendered("{{a}}", "{\"a\": \"\(String(repeating: "x", count: 1001))\"}", limits: limits).contains(
                "grows over 1000 bytes"
            )
        )
    }

    @Test("Too many tags are refused")
    func tags() {
        var limits = TemplateLimits()
        limits.tags = 100
        #expect(rendered(String(repeating: "{{!}}", count: 101), limits: limits).contains("more than 100 tags"))
    }

    @Test(
        "Names of partials that leave their folder are refused",
        arguments: [
            "", "..", "../a", "a/../b", "/a", "a//b", "a\\b", "c:a", "a\nb", "a/", String(repeating: "x", count: 256),
        ]
    )
    func names(_ name: String) {
        #expect(PartialName.objection(to: name) != nil)
    }

    @Test("Ordinary names of partials are taken", arguments: ["footer", "mail/footer", "页脚", "a.b", "..a"])
    func goodNames(_ name: String) {
        #expect(PartialName.objection(to: name) == nil)
    }
}
