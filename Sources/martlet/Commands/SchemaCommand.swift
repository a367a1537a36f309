internal import ArgumentParser
internal import Workspace

/// `martlet schema`: the JSON Schema of the configuration files, for editors.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of martlet.yaml and of job files.",
        discussion: """
            Example:
              martlet schema > martlet.schema.json
            """
    )

    mutating func run() throws { try Console.write(Array((ConfigSchema.both + "\n").utf8)) }
}
