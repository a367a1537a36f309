import Glibc
import Testing

@testable import TemplateLanguage

/// Deterministic numbers (SplitMix64), so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

@Suite("Mutated input")
struct MutationTests {
    private static let seeds = [
        "<p title=\"{{a}}\">{{#l}}<a href='{{.}}?x={{b}}'>{{/l}}</p>{{^l}}none{{/l}}",
        "{{>p}}{{<q}}{{$x}}one\n  two\n{{/x}}{{/q}}{{>*d}}\n  {{>p}}\n",
        "{{=<% %>=}}<%a%><%#o%><%b%><%/o%><%={{ }}=%>{{{a}}}{{&b}}{{! c }}",
        "{{a | default: \"x\" | upper | truncate: 3}}{{n | number: 2}}{{n | plural: \"a\", \"#\"}}{{t | date: \"long\"}}",
        "<!--[if mso]>{{a}}<![endif]--><script>x</script><style>{{</style>{{n | money: \"EUR\"}}",
    ]
    private static let pieces: [[UInt8]] = [
        "{{", "}}", "{{#a}}", "{{/a}}", "{{^l}}", "{{/l}}", "{{>p}}", "{{<q}}", "{{/q}}", "{{$x}}", "{{/x}}", "{{{",
        "}}}", "|", "\"", "'",
        "<", ">", "\n", "\r\n", "  ", "{{=| |=}}", "{{.}}", "{{>*d}}", "<!--", "-->", "<script>", "</script>", ":", "=",
        "href=", "style=\"",
    ].map { Array($0.utf8) }

    /// `MARTLET_FUZZ_TURNS` makes it as long as you like.
    private static var turns: Int {
        guard let text = unsafe getenv("MARTLET_FUZZ_TURNS") else { return 1_500 }
        return Int(unsafe String(cString: text)) ?? 1_500
    }

    @Test(
        "Whatever the template, the engine gives a text or a fault, bounded",
        arguments: TemplateOptions.Mode.allCases
    )
    func templates(_ mode: TemplateOptions.Mode) throws {
        var random = SplitMix(state: 2026)
        let json =
            "{\"a\": \"x<\", \"b\": \"\", \"l\": [1, [2], {\"a\": 3}], \"o\": {\"b\": true}, \"d\": \"p\", \"n\": 3, \"t\": \"2026-11-23\"}"
        let data = try JSONReader.value(of: Array(json.utf8))
        let partials = PartialTable([
            "p": Array("[{{a}}{{#o}}{{>p2}}{{/o}}]\n".utf8), "p2": Array("{{#l}}{{>*d}}{{/l}}".utf8),
            "q": Array("<\n  {{$x}}y{{/x}}\n>".utf8),
        ])
        var limits = TemplateLimits()
        limits.outputBytes = 100_000
        limits.lateDepth = 4
        limits.iterations = 10_000
        var (texts, faults) = (0, 0)
        for turn in 0..<Self.turns {
            var source = Array(Self.seeds[turn % Self.seeds.count].utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) { Self.mutate(&source, &random) }
            let missing: TemplateOptions.MissingNames = turn % 2 == 0 ? .empty : .fault
            let options = TemplateOptions(mode: mode, missing: missing, limits: limits)
            do {
                let template = try Template.compile(source: source, name: "m", options: options, partials: partials)
                let output = try template.render(data: data)
                #expect(output.count <= limits.outputBytes)
                texts += 1
            } catch let error as TemplateFaults {
                #expect(!error.faults.isEmpty && error.faults.allSatisfy { $0.line > 0 && $0.column > 0 })
                faults += 1
            } catch let error as TemplateFault {
                #expect(error.line > 0 && error.column > 0 && !error.description.isEmpty)
                faults += 1
            }
        }
        #expect(texts > 0 && faults > 0)
    }

    @Test("Every beginning of a template gives a text or a fault")
    func beginnings() {
        for seed in Self.seeds {
            let bytes = Array(seed.utf8)
            for count in 0...bytes.count {
                for mode in TemplateOptions.Mode.allCases {
                    let options = TemplateOptions(mode: mode, missing: .empty)
                    guard
                        let template = try? Template.compile(
                            source: Array(bytes.prefix(count)),
                            name: "m",
                            options: options
                        )
                    else { continue }
                    _ = try? template.render(data: .null)
                }
            }
        }
    }

    @Test("In HTML no value, whatever it holds, adds a tag, an attribute or a comment")
    func values() throws {
        let template = try Template.compile(
            source: Array(
                "<p title=\"{{v}}\" lang='{{v}}' class={{v}}>{{v}}<a href=\"https://e.test/{{v}}?q={{v}}#{{v}}\">x</a></p>"
                    .utf8
            ),
            name: "m",
            options: TemplateOptions(mode: .html),
            schema: TemplateSchema([.init("v")])
        )
        var renderer = TemplateRenderer(template)
        var random = SplitMix(state: 7)
        let alphabet = Array("<>\"'&=/ -!`;:ajs\n\t\u{0}%#?é".utf8)
        for _ in 0..<3000 {
            let value = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0x61
            }
            var output: [UInt8] = []
            try renderer.render(TemplateRow(bytes: value, fields: [.init(start: 0, count: value.count)]), into: &output)
            #expect(output.count { $0 == 0x3C } == 4)
            #expect(output.count { $0 == 0x3E } == 4)
            #expect(output.count { $0 == 0x22 } == 4)
            #expect(output.count { $0 == 0x27 } == 2)
            let start = try #require(output.indices.first { output[$0...].starts(with: Array("class=".utf8)) })
            let unquoted = output[(start + 6)...].prefix { $0 != 0x3E }
            #expect(!unquoted.contains { $0 <= 0x20 || $0 == 0x60 || $0 == 0x3D })
        }
    }

    private static func mutate(_ source: inout [UInt8], _ random: inout SplitMix) {
        let place = Int.random(in: 0...source.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: source.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
        case 1:
            let end = min(source.count, place + Int.random(in: 0..<8, using: &random))
            source.removeSubrange(place..<end)
        case 2 where place < source.count: source[place] = UInt8.random(in: 0...127, using: &random)
        default:
            let end = min(source.count, place + Int.random(in: 0..<20, using: &random))
            source.insert(contentsOf: source[place..<end], at: Int.random(in: 0...source.count, using: &random))
        }
    }
}
