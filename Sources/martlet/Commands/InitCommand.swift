internal import ArgumentParser
internal import MailJobs
internal import Workspace

/// `martlet init`: a workspace that runs against the sandbox.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a new workspace: settings, one job, its templates and a small list, ready for the sandbox.",
        discussion: """
            Example:
              martlet init news && cd news && martlet check welcome
            """
    )

    @Argument(help: "The folder; made when it is missing. Files that are there already are never overwritten.")
    var folder = "."

    mutating func run() throws {
        do throws(WorkspaceFailure) {
            let workspace = try WorkspaceScaffold.write(to: folder)
            Console.say("\(workspace.path): a new workspace. Start `martlet sandbox` in another terminal, then:")
            Console.say("    cd \(folder) && martlet check welcome && martlet run welcome")
        } catch {
            throw Guarded.say(JobFailure(error), by: "init")
        }
    }
}
