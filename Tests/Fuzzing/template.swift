import TemplateLanguage

/// Any bytes as a template, in every mode, strict and lenient; what compiles is rendered from JSON and from a row.
///
/// The first byte chooses mode and strictness.
enum TemplateFuzz {
    private static let json =
        "{\"a\": \"x<\", \"b\": \"\", \"l\": [1, [2], {\"a\": 3}], \"o\": {\"b\": true}, \"d\": \"p\", \"n\": 3.5, \"t\": \"2026-11-23\"}"
    private static let data = try? JSONReader.value(of: Array(json.utf8))
    private static let partials = PartialTable([
        "p": Array("[{{a}}{{#o}}{{>q}}{{/o}}]\n".utf8), "q": Array("<\n  {{$x}}y{{/x}}\n>".utf8),
    ])
    private static let schema = TemplateSchema([
        .init("a"), .init("b", .bool), .init("l", .list(separator: 0x3B)), .init("o", .json), .init("n"), .init("t"),
    ])
    private static let row = TemplateRow(texts: ["x<王", "yes", "1; 2;;3", "", "3.5", "2026-11-23"])

    static func run(_ bytes: [UInt8]) {
        guard let choice = bytes.first, let data else { return }
        let modes = TemplateOptions.Mode.allCases
        var limits = TemplateLimits()
        limits.outputBytes = 100_000
        limits.iterations = 10_000
        limits.lateDepth = 4
        limits.instructions = 20_000
        let options = TemplateOptions(
            mode: modes[Int(choice) % modes.count],
            missing: choice & 0x80 == 0 ? .fault : .empty,
            limits: limits
        )
        let source = Array(bytes.dropFirst())
        if let template = try? Template.compile(source: source, name: "f", options: options, partials: partials) {
            let text = try? template.render(data: data)
            precondition(text?.count ?? 0 <= limits.outputBytes)
        }
        guard
            let template = try? Template.compile(
                source: source,
                name: "f",
                options: options,
                partials: partials,
                schema: schema
            )
        else { return }
        var renderer = TemplateRenderer(template)
        var whole: [UInt8] = []
        guard (try? renderer.render(row, into: &whole)) != nil else { return }
        // As segments it is the same text.
        var sink = SegmentSink()
        var pieces: [UInt8] = []
        let literals = template.literals
        guard (try? renderer.render(row, into: &sink)) != nil else { preconditionFailure("rendered once, not twice") }
        for segment in sink.segments {
            switch segment {
            case .literal(let index): pieces += literals[index]
            case .dynamic(let range): pieces += sink.bytes[range]
            }
        }
        precondition(pieces == whole)
    }
}

/// libFuzzer's entry.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    TemplateFuzz.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
