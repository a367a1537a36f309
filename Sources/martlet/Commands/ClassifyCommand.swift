internal import ArgumentParser
internal import BounceAnalysis

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

    mutating func run() throws {
        let classifier = BounceClassifier(explains: explain)
        var failed = false
        for path in paths {
            do {
                for entry in try MessageFiles.entries(at: path) {
                    try printVerdict(on: entry, by: classifier, failed: &failed)
                }
            } catch let failure as MessageFiles.Failure {
                Console.say("martlet classify: \(failure)")
                failed = true
            }
        }
        if failed { throw ExitStatus.missingFile.error }
    }

    private func printVerdict(
        on entry: MessageFiles.Entry,
        by classifier: BounceClassifier,
        failed: inout Bool
    ) throws {
        let bytes: [UInt8]
        do {
            bytes = try MessageFiles.bytes(of: entry)
        } catch {
            // The others are still judged; the exit code says that one was not.
            Console.say("martlet classify: \(error)")
            failed = true
            return
        }
        let verdict = classifier.classify(bytes)
        switch format {
        case .jsonl, .json: try Console.write(verdict.jsonLine(id: entry.id, explains: explain) + [0x0A])
        case .text where explain:
            try Console.write(Array(VerdictExplanation(verdict: verdict, id: entry.id).text.utf8))
        case .text: try Console.write(Array(text(verdict, id: entry.id).utf8))
        }
    }

    /// One line for the message and one for each recipient that it names.
    private func text(_ verdict: Verdict, id: String) -> String {
        var lines = "\(id): \(verdict.kind.rawValue) (rule \(verdict.evidence.rule))\n"
        for recipient in verdict.recipients {
            lines += "  \(recipient.address)"
            if let status = recipient.status { lines += " \(status)" }
            if let reply = recipient.reply { lines += " reply \(reply)" }
            lines += " \(recipient.reason.rawValue)\n"
        }
        return lines
    }
}
