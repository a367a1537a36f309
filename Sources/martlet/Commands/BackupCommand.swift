internal import ArgumentParser
internal import Foundation
internal import MailJobs
internal import RecipientTable

/// `martlet backup PATH`: copies the state folder while runs go on.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the state folder, as it is at one instant, into a new folder or one .tar file.",
        discussion: """
            Example:
              martlet backup /srv/backups/martlet-20261123.tar

            Runs may go on meanwhile. To restore, put the content into an empty state folder. A restored state sends \
            nothing of a job before `martlet resolve RUN --restored` was said: what was sent after the backup is not in it.
            """
    )

    @Argument(help: "What to make: a folder, or one file when the name ends in .tar. There must be none.")
    var path: String

    @Option(name: .long, help: "text for people; json is one object.")
    var format: OutputFormat = .text

    @OptionGroup var site: SiteOptions

    mutating func run() throws {
        try Guarded.run("backup") {
            let site = try self.site.open()
            let target = URL(fileURLWithPath: path).standardizedFileURL.path
            let summary = try BackupJob(site, to: target).run()
            for name in summary.missing { Console.say("martlet backup: \(name) is gone; the backup is without it") }
            if format == .json {
                try Console.write(json(summary))
                return
            }
            let runs = summary.runs == 1 ? "1 run" : "\(summary.runs) runs"
            let open = summary.unfinished.isEmpty ? "" : " (\(summary.unfinished.count) not finished)"
            Console.say(
                "\(path): \(runs)\(open), \(summary.mail) messages, \(ByteText.text(summary.bytes)); safe on disk"
            )
        }
    }

    private func json(_ summary: BackupJob.Summary) -> [UInt8] {
        func number(_ value: Int) -> RowValue { .number(String(value)) }
        return JSONLine.make([
            ("path", .string(summary.path)), ("runs", number(summary.runs)),
            ("unfinished", .list(summary.unfinished.map(RowValue.string))), ("messages", number(summary.mail)),
            ("bytes", number(summary.bytes)), ("missing", .list(summary.missing.map(RowValue.string))),
        ])
    }
}
