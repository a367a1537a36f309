internal import ArgumentParser

/// The command line: one subcommand a file, arguments to a value to one call into the targets below.
@main
struct Martlet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "martlet",
        abstract: "Batch notification mail: every recipient once, every verdict explained.",
        discussion: """
            Data goes to standard output, talk to standard error. Exit codes are those of sysexits.h: 0 all done, \
            64 usage, 65 bad data, 66 a file is missing, 70 a fault of martlet.
            """,
        version: "0.1.0",
        subcommands: [ClassifyCommand.self, RenderCommand.self, RowsCommand.self]
    )
}
