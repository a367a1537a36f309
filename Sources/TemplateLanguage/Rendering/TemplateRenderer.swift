/// Renders one template again and again, with memory that is kept between renders.
///
/// For flat rows nothing is allocated per render once the buffers have grown, except by filters other than `default`.
/// A renderer belongs to one task at a time; any number of them may share a template.
package struct TemplateRenderer {
    /// The template.
    package let template: Template
    /// The locale of dates, numbers, money and plurals; the template's own by default.
    package var locale: TemplateLocale
    /// Whether a plain `{{name}}` whose value is empty is a fault; off by default, on for checks.
    ///
    /// A `default` filter and a section of the same name around the tag make an empty value acceptable.
    package var reportsEmptyValues = false

    var frames: [Frame] = []
    var link = LinkWatch()
    var written = 0
    var iterations = 0
    var lateDepth = 0
    let outputLimit: Int
    private let output = OutputMemory()
    private var lateLibrary: PartialLibrary?

    /// A renderer of a template.
    package init(_ template: Template) {
        self.template = template
        locale = template.options.locale
        outputLimit = template.options.limits.outputBytes
    }

    /// Renders a row; what the buffer held is replaced, its memory is used again.
    ///
    /// - Throws: the fault that ended it; the buffer is then as it was.
    package mutating func render(_ row: TemplateRow, into buffer: inout [UInt8]) throws(TemplateFault) {
        try collect(row)
        output.copy(into: &buffer)
    }

    /// Renders a row and lends the text, without a copy.
    ///
    /// - Throws: the fault that ended it.
    package mutating func render<Result>(
        _ row: TemplateRow,
        _ body: (Span<UInt8>) -> Result
    ) throws(TemplateFault) -> Result {
        try collect(row)
        return output.withSpan(body)
    }

    /// Renders JSON-like data; what the buffer held is replaced.
    ///
    /// - Throws: the fault that ended it; the buffer is then as it was.
    package mutating func render(_ data: TemplateValue, into buffer: inout [UInt8]) throws(TemplateFault) {
        try collect(TemplateRow(whole: data))
        output.copy(into: &buffer)
    }

    private mutating func collect(_ data: TemplateRow) throws(TemplateFault) {
        var sink = output.sink()
        defer { output.take(sink) }
        try start(data, &sink)
    }

    /// Renders a row as segments.
    ///
    /// - Throws: the fault that ended it.
    package mutating func render(_ row: TemplateRow, into sink: inout SegmentSink) throws(TemplateFault) {
        sink.removeAll()
        try start(row, &sink)
    }

    /// Renders a row into any sink.
    ///
    /// - Throws: the fault that ended it.
    package mutating func render<Sink: RenderSink>(_ row: TemplateRow, to sink: inout Sink) throws(TemplateFault) {
        try start(row, &sink)
    }

    private mutating func start<Sink: RenderSink>(_ data: TemplateRow, _ sink: inout Sink) throws(TemplateFault) {
        frames.removeAll(keepingCapacity: true)
        (written, iterations, lateDepth) = (0, 0, 0)
        link = LinkWatch()
        try run(template.program, data, &sink)
    }

    /// The partials that are parsed while rendering.
    mutating func library() -> PartialLibrary {
        if let lateLibrary { return lateLibrary }
        let library = PartialLibrary(template.partials, isRendering: true)
        lateLibrary = library
        return library
    }
}
