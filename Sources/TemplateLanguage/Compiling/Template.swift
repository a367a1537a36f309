/// A compiled template: a flat list of instructions that any number of renderers may share.
///
///     let template = try Template.compile(source: bytes, name: "html.mustache", options: options, schema: schema)
///     var renderer = TemplateRenderer(template)
///     try renderer.render(row, into: &buffer)
package struct Template: Sendable {
    /// The name it was compiled under.
    package let name: String
    let program: Program
    let options: TemplateOptions
    let schema: TemplateSchema?
    let partials: any PartialSource

    /// The names the template takes from its data, by first use.
    package var variables: [TemplateVariable] { program.variables }

    /// The fixed texts, by the index that ``RenderSink/literal(_:_:)`` gets.
    package var literals: [[UInt8]] {
        program.literals.map { Array(program.literalBytes[$0]) }
    }

    /// Compiles a template with all the partials it includes.
    ///
    /// - Parameters:
    ///   - source: the text; UTF-8 (a byte order mark at its start is dropped).
    ///   - name: the name that faults show.
    ///   - options: what the text is for and how strictly it is read.
    ///   - partials: where partials come from; also asked while rendering, for names that are data.
    ///   - schema: the list's columns; without one the template is for JSON-like data, by ``TemplateRenderer`` or
    ///     ``render(data:)``.
    /// - Returns: the template, ready for any number of renderers.
    /// - Throws: all faults found; a fault of the tags ends the search.
    package static func compile(
        source: [UInt8],
        name: String,
        options: TemplateOptions = TemplateOptions(),
        partials: any PartialSource = PartialTable(),
        schema: TemplateSchema? = nil
    ) throws(TemplateFaults) -> Template {
        let library = PartialLibrary(partials)
        var compiler = TemplateCompiler(options: options, schema: schema, library: library)
        let hasMark = source.starts(with: [0xEF, 0xBB, 0xBF])
        let text = SourceText(name: name, bytes: hasMark ? Array(source.dropFirst(3)) : source)
        do throws(TemplateFault) {
            let parsed = try TemplateParser.parse(text, limits: options.limits)
            try compiler.compile(parsed)
        } catch {
            throw TemplateFaults(faults: compiler.faults + [error])
        }
        guard compiler.faults.isEmpty else { throw TemplateFaults(faults: compiler.faults) }
        return Template(
            name: name,
            program: Program(compiler.program),
            options: options,
            schema: schema,
            partials: partials
        )
    }

    /// Renders once with JSON-like data.
    ///
    /// - Throws: the fault that ended it.
    package func render(data: TemplateValue) throws(TemplateFault) -> [UInt8] {
        var renderer = TemplateRenderer(self)
        var output: [UInt8] = []
        try renderer.render(data, into: &output)
        return output
    }
}
