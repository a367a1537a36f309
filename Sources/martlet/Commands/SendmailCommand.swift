internal import ArgumentParser
internal import Foundation
internal import Ledger
internal import MailJobs
internal import MailModel

/// `martlet sendmail`: takes a message on standard input, as the program of that name does.
struct SendmailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sendmail",
        abstract: "Take a message on standard input, queue it, and send it at once: for PHP's mail() and cron.",
        discussion: """
            Example, in php.ini:
              sendmail_path = "/usr/local/bin/martlet sendmail --workspace /srv/mail -t -i"

            Options: -t reads recipients from To, Cc and Bcc; -i, -oi: a line with a single dot is text; -f ADDRESS: where \
            failure reports go; -F NAME: the name in From, where that is missing; -q: the same as martlet run-queue; \
            --via NAME: the transport; --suppress: those on the suppression list get nothing; --workspace DIR, --state DIR. \
            MARTLET_WORKSPACE names the workspace, too. Other options of sendmail change nothing.

            Exit code 0: every recipient has it; 75: it is queued, and martlet run-queue goes on with it; 67 or 69: \
            somebody was refused; 64, 65, 71, 73, 77, 78: nothing was queued.
            """
    )

    @Argument(parsing: .captureForPassthrough, help: "Options as sendmail has them, and recipients.")
    var words: [String] = []

    /// Bytes of a message that are read at most.
    private static let largestInput = 32 << 20

    mutating func run() async throws {
        let arguments: SendmailArguments
        do throws(SendmailArguments.Fault) { arguments = try SendmailArguments(words) } catch {
            Console.say("martlet sendmail: \(error.words)")
            throw ExitStatus.usage.error
        }
        switch arguments.mode {
        case .help: print(Martlet.helpMessage(for: Self.self))
        case .runQueue:
            try await Guarded.run("sendmail") {
                try await QueueSession(try Self.open(arguments), command: "sendmail", quiet: true).run()
            }
        case .submit:
            let bytes = try ByteInput(path: "-", command: "sendmail").all(limit: Self.largestInput)
            try await Guarded.run("sendmail") { try await Self.submit(bytes, arguments) }
        }
    }

    private static func open(_ arguments: SendmailArguments) throws(JobFailure) -> JobSite {
        let named = ProcessInfo.processInfo.environment["MARTLET_WORKSPACE"].flatMap { $0.isEmpty ? nil : $0 }
        return try JobSite(workspace: arguments.workspace ?? named, state: arguments.state)
    }

    private static func submit(_ bytes: [UInt8], _ arguments: SendmailArguments) async throws {
        let session: QueueSession
        let held: SendmailQueue.Held
        do throws(JobFailure) {
            session = QueueSession(try open(arguments), command: "sendmail", quiet: false)
            let submitter = SendmailQueue.Submitter(user: PersonOption.login, mailName: MachineName.ofMail)
            held = try session.queue.take(bytes, arguments, from: submitter)
        } catch {
            // 75 says that a message is queued; this one is not.
            let said = Guarded.say(error, by: "sendmail")
            throw error.code == .notFinished ? ExitStatus.systemFault.error : said
        }
        try await session.send(held)
    }
}
