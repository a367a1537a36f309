import Testing

@testable import TemplateLanguage

/// Compiles and renders with JSON text as data; a fault becomes its text.
func rendered(
    _ template: String,
    _ json: String = "{}",
    mode: TemplateOptions.Mode = .html,
    missing: TemplateOptions.MissingNames = .fault,
    locale: String = "en",
    partials: [String: String] = [:],
    helpers: [String: TemplateLambda] = [:],
    limits: TemplateLimits = TemplateLimits()
) -> String {
    do {
        let options = TemplateOptions(
            mode: mode,
            missing: missing,
            locale: TemplateLocale(tag: locale) ?? .english,
            helpers: helpers,
            limits: limits
        )
        let compiled = try Template.compile(
            source: Array(template.utf8),
            name: "t.mustache",
            options: options,
            partials: PartialTable(partials.mapValues { Array($0.utf8) })
        )
        let data = try JSONReader.value(of: Array(json.utf8))
        return String(decoding: try compiled.render(data: data), as: UTF8.self)
    } catch {
        return "\(error)"
    }
}

/// Compiles against columns and renders one row; a fault becomes its text.
func renderedRow(
    _ template: String,
    _ columns: [(String, TemplateSchema.Kind, String)],
    mode: TemplateOptions.Mode = .html,
    values: [TemplateValue?] = [],
    reportsEmpty: Bool = false
) -> String {
    do {
        let compiled = try Template.compile(
            source: Array(template.utf8),
            name: "t.mustache",
            options: TemplateOptions(mode: mode),
            schema: TemplateSchema(columns.map { .init($0.0, $0.1) })
        )
        var renderer = TemplateRenderer(compiled)
        renderer.reportsEmptyValues = reportsEmpty
        var buffer: [UInt8] = []
        try renderer.render(TemplateRow(texts: columns.map(\.2), values: values), into: &buffer)
        return String(decoding: buffer, as: UTF8.self)
    } catch {
        return "\(error)"
    }
}

/// Whether two texts have the same bytes (Swift's `==` takes equivalent texts for equal).
func expectSame(_ found: String, _ expected: String, _ location: SourceLocation = #_sourceLocation) {
    #expect(Array(found.utf8) == Array(expected.utf8), "\(found.debugDescription)", sourceLocation: location)
}
