internal import ArgumentParser

/// The command line: one subcommand a file, arguments to a value to one call into the targets below.
@main
struct Martlet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "martlet",
        abstract: "Batch notification mail: every recipient once, every verdict explained.",
        discussion: """
            Data goes to standard output, talk to standard error. Exit codes are those of sysexits.h: 0 all done, \
            64 usage, 65 bad rows or templates, 66 a file is missing, 69 a server cannot be reached, 70 a fault of \
            martlet, 73 state cannot be written, 75 not finished (run again), 76 a peer broke protocol, 77 refused login, \
            78 bad configuration.
            """,
        version: "0.1.0",
        subcommands: [
            InitCommand.self, CheckCommand.self, PlanCommand.self, PreviewCommand.self, TestCommand.self,
            RunCommand.self,
            CollectCommand.self, InboxCommand.self, ReportCommand.self, RunsCommand.self, StatusCommand.self,
            WhyCommand.self,
            ResolveCommand.self, PauseCommand.self, ResumeCommand.self, CancelCommand.self, ApproveCommand.self,
            SuppressCommand.self,
            ForgetCommand.self, ExportCommand.self, PruneCommand.self, BackupCommand.self, LedgerCommand.self,
            ClassifyCommand.self, RenderCommand.self, RowsCommand.self, DKIMCommand.self, SandboxCommand.self,
            ProbeCommand.self, SendmailCommand.self, RunQueueCommand.self,
            SchemaCommand.self,
        ]
    )

    /// Called as `sendmail`, by a link of that name, it is the subcommand.
    static func main() async {
        let name = CommandLine.arguments.first?.split(separator: "/").last ?? ""
        await main(name.hasSuffix("sendmail") ? ["sendmail"] + CommandLine.arguments.dropFirst() : nil)
    }
}
