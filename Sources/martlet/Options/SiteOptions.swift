internal import ArgumentParser
internal import MailJobs

/// Where the workspace and its state are: shared by all commands that touch them.
struct SiteOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("The workspace; the nearest folder with martlet.yaml by default.", valueName: "dir")
    )
    var workspace: String?

    @Option(
        name: .long,
        help: ArgumentHelp("The state folder; .martlet in the workspace by default.", valueName: "dir")
    )
    var state: String?

    /// Opens the workspace.
    func open() throws(JobFailure) -> JobSite { try JobSite(workspace: workspace, state: state) }
}

/// How a command's data is printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}
