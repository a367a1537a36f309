internal import ArgumentParser
internal import TemplateLanguage

/// `martlet render`: one template with one set of data.
struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Render a template with data from a JSON file: exactly the rendered bytes.",
        discussion: """
            Example:
              martlet render greeting.mustache --data person.json --partials partials/

            A name that the data does not have is a fault with a suggestion; --lenient prints nothing for it, as the \
            Mustache specification says.
            """
    )

    @Argument(help: "The template file.")
    var template: String

    @Option(name: .long, help: ArgumentHelp("A file with one JSON value; - for standard input.", valueName: "file"))
    var data: String

    @Option(name: .long, help: ArgumentHelp("The folder of partials, NAME.mustache each.", valueName: "dir"))
    var partials: String?

    @Flag(name: .long, help: "Unknown names and partials print nothing.")
    var lenient = false

    /// What one template or data file may have; a template of a megabyte is already a mistake.
    private static let maximumBytes = 64 << 20

    mutating func run() throws {
        let source = try ByteInput(path: template, command: "render").all(limit: Self.maximumBytes)
        let json = try ByteInput(path: data, command: "render").all(limit: Self.maximumBytes)
        var options = TemplateOptions()
        if lenient { options.missing = .empty }
        let library: any PartialSource = partials.map { PartialFolder(path: $0) } ?? PartialTable()
        do {
            let value = try JSONReader.value(of: json, name: data)
            let compiled = try Template.compile(source: source, name: template, options: options, partials: library)
            try Console.write(compiled.render(data: value))
        } catch let faults as TemplateFaults {
            Console.say("\(faults)")
            throw ExitStatus.badData.error
        } catch let fault as TemplateFault {
            Console.say("\(fault)")
            throw ExitStatus.badData.error
        }
    }
}
