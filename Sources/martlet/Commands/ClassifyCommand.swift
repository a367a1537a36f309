internal import ArgumentParser
internal import BounceAnalysis
internal import MailJobs

/// `martlet classify`: verdicts on raw messages, without a workspace.
struct ClassifyCommand: ParsableCommand {
    /// How the verdicts are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case jsonl
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "classify",
        abstract: "Say what collected messages are: bounce, delay, complaint, automatic reply, or none of them.",
        discussion: """
            Example:
              martlet classify --format jsonl mailbox/
              martlet classify --explain bounce.eml

            A folder is read with everything below it. Each message gets one line; with jsonl it is an object with \
            "id" (the path relative to the folder given), "kind" and "recipients".
            """
    )

    @Option(name: .long, help: "text for people; jsonl or json for scripts: one object a line.")
    var format: Format = .text

    @Flag(name: .long, help: "Show the rule and the line that decided each part of the verdict.")
    var explain = false

    @Argument(help: ArgumentHelp("Files or folders of raw messages.", valueName: "path"))
    var paths: [String]

    /// Files that are read before their verdicts are written: so many that all cores have work, and no more.
    private static let batch = 256

    mutating func run() throws {
        var judge = MessageJudge(format: format, explains: explain)
        for path in paths {
            var batch: [MessageFiles.Entry] = []
            do throws(MessageFiles.Failure) {
                var files = try MessageFiles(at: path)
                while let entry = next(of: &files, &judge) {
                    batch.append(entry)
                    guard batch.count == Self.batch else { continue }
                    judge.judge(batch)
                    batch.removeAll(keepingCapacity: true)
                }
            } catch {
                judge.fail(error)
            }
            judge.judge(batch)
            try judge.flush()
        }
        if judge.hasFailed { throw ExitStatus.missingFile.error }
    }

    /// The next file; folders that cannot be read are told and passed over.
    private func next(of files: inout MessageFiles, _ judge: inout MessageJudge) -> MessageFiles.Entry? {
        while true {
            do throws(MessageFiles.Failure) { return try files.next() } catch { judge.fail(error) }
        }
    }
}
