/// The partials of one template, each parsed once.
///
/// Not `Sendable`: it lives for one compilation or in one renderer.
final class PartialLibrary {
    private let partials: any PartialSource
    private var parsed: [String: ParsedSource] = [:]
    /// Whether it serves texts that are compiled while rendering.
    let isRendering: Bool

    /// Names kept at most: dynamic names are data, and data must not fill the memory.
    private static let capacity = 1024

    init(_ partials: any PartialSource, isRendering: Bool = false) {
        self.partials = partials
        self.isRendering = isRendering
    }

    /// A partial; nil when there is none and that is allowed.
    func partial(
        named name: String,
        from site: Site,
        options: TemplateOptions
    ) throws(TemplateFault) -> ParsedSource? {
        if let known = parsed[name] { return known }
        guard PartialName.objection(to: name) == nil, let bytes = partials.partial(named: name) else {
            guard options.missing == .fault else { return nil }
            let hint = Suggestion.phrase(for: name, among: partials.names)
            throw site.fault(.partial, "there is no partial \"\(name)\"\(hint)")
        }
        let source = SourceText(name: name, bytes: bytes)
        let result = try TemplateParser.parse(source, limits: options.limits)
        if parsed.count < Self.capacity { parsed[name] = result }
        return result
    }
}
