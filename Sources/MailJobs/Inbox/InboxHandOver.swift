internal import Ledger
internal import MIMECoding
internal import MailModel
internal import RecipientTable
internal import Workspace

/// Hands what people wrote to the commands that wait for it, each message until its command has taken it.
///
/// A command may get a message twice, when the machine is lost between its end and the note of it; the key tells it so. What
/// a command refuses is handed over again the next time, in order, and keeps none behind it waiting.
package struct InboxHandOver: Sendable {
    /// What was done.
    package struct Summary: Sendable, Hashable {
        /// Messages that were taken.
        package var taken = 0
        /// Messages that were not, with the words for a person.
        package var refused: [String] = []
    }

    /// How long a command may take for one message.
    private static let patience = Duration.seconds(60)
    /// Bytes of text that are handed over.
    private static let textLimit = 64 << 10

    private let site: JobSite

    package init(_ site: JobSite) { self.site = site }

    /// Hands over all that is open and has a command.
    ///
    /// - Returns: what was done; nothing when another process is at it.
    /// - Throws: `JobFailure` when the ledger cannot be used.
    package func run() async throws(JobFailure) -> Summary {
        let handOver = self
        do throws(LedgerFailure) {
            return try await site.ledger.offPool { _ throws(LedgerFailure) in try handOver.runNow() }
        } catch {
            throw JobFailure(error)
        }
    }

    private func runNow() throws(LedgerFailure) -> Summary {
        var summary = Summary()
        guard try site.ledger.inbox(onlyOpen: true, limit: 1).first != nil else { return summary }
        let path = site.state.path("locks/inbox")
        guard case .acquired(let lock) = try RunLock.acquire(path: path, now: .now) else { return summary }
        defer { withExtendedLifetime(lock) {} }
        let commands = InboxCommands(site)
        var last: Int64 = 0
        while true {
            let page = try site.ledger.inbox(after: last, onlyOpen: true, limit: 256)
            guard let end = page.last else { return summary }
            last = end.id
            for entry in page {
                guard let command = commands.command(for: entry) else { continue }
                if let words = refusal(of: command, entry) {
                    try site.ledger.notHandedOver(entry.id, because: words)
                    summary.refused.append("message \(entry.id) of \(entry.record.sender): \(words)")
                } else {
                    try site.ledger.handedOver(entry.id, at: .now)
                    summary.taken += 1
                }
            }
        }
    }

    /// Runs a command with a message.
    ///
    /// - Returns: why it did not take it; nil when it did.
    private func refusal(of command: String, _ entry: InboxEntry) -> String? {
        let json = InboxJSON.object(entry, site: site, text: text(of: entry))
        do throws(ChildProcess.Failure) {
            let status = try ChildProcess.run(
                shell: command,
                folder: site.workspace.path,
                input: json,
                patience: Self.patience
            )
            return status == 0 ? nil : "`\(command)` ended with code \(status)"
        } catch {
            return "`\(command)`: \(error.reason)"
        }
    }

    /// The first plain text of the message; empty when there is none.
    private func text(of entry: InboxEntry) -> String {
        guard let file = try? SealedFile(path: site.state.path(entry.file), isNew: false),
            let bytes = try? file.read(at: 0, count: 1 << 20)
        else { return "" }
        let message = MIMEMessage(bytes)
        let part = message.parts.first { $0.contentType.matches("text", "plain") && message.children(of: $0).isEmpty }
        return part.map { String(decoding: message.utf8(of: $0).prefix(Self.textLimit), as: UTF8.self) } ?? ""
    }
}

/// Which command waits for what.
private struct InboxCommands {
    private var byJob: [String: String] = [:]
    private var byMailbox: [String: String] = [:]
    private let site: JobSite

    init(_ site: JobSite) {
        self.site = site
        for mailbox in site.settings.mailboxes { byMailbox[mailbox.name] = mailbox.inbox.command }
        for name in site.workspace.jobNames {
            guard let job = try? site.workspace.job(named: name) else { continue }
            byJob[name] = job.onMessage
        }
    }

    func command(for entry: InboxEntry) -> String? {
        // A wish to leave belongs to the job whose mail it answers.
        let run = entry.record.job == nil ? entry.record.run.flatMap { try? site.ledger.run($0) } : nil
        return (entry.record.job ?? run?.job).flatMap { byJob[$0] } ?? byMailbox[entry.mailbox]
    }
}
