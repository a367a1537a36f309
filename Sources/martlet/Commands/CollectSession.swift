internal import ArgumentParser
internal import MailJobs
internal import MailModel
internal import RecipientTable
internal import Workspace

/// One polling of mailboxes as a person sees it.
struct CollectSession: Sendable {
    /// The command in whose name it speaks.
    let command: String

    /// Polls mailboxes; one whose password cannot be had is told among the failures, and the others are polled.
    func run(_ site: JobSite, _ definitions: [MailboxDefinition]) async -> [MailboxSummary] {
        var mailboxes: [CollectJob.Mailbox] = []
        var refused: [MailboxSummary] = []
        for definition in definitions {
            do throws(JobFailure) {
                mailboxes.append(try MailboxEngines.mailbox(for: definition, in: site.workspace))
            } catch {
                var summary = MailboxSummary(mailbox: definition.name)
                summary.failure = error
                refused.append(summary)
            }
        }
        let summaries = await CollectJob(site).run(mailboxes) + refused
        // Who is told to stop begins nothing new; what is open is handed over the next time.
        if !Task.isCancelled { await handOver(site) }
        return summaries
    }

    /// Gives what people wrote to the commands that wait for it; what they refuse is told and tried again the next time.
    private func handOver(_ site: JobSite) async {
        do throws(JobFailure) {
            let summary = try await InboxHandOver(site).run()
            for words in summary.refused { Console.say("martlet \(command): \(words)") }
        } catch {
            _ = Guarded.say(error, by: command)
        }
    }

    /// Says what failed.
    ///
    /// - Returns: the exit code of the first failure; nil when there was none.
    func say(_ summaries: [MailboxSummary]) -> (any Error)? {
        summaries.compactMap(\.failure).map { Guarded.say($0, by: command) }.first
    }
}

extension MailboxSummary {
    /// The order in which kinds are shown; the others follow by name.
    private static let order = ["bounce", "delayed", "complaint", "unsubscribe", "auto-reply", "confirmation"]

    private var orderedKinds: [(kind: String, count: Int)] {
        let rest = kinds.keys.filter { !Self.order.contains($0) }.sorted()
        return (Self.order + rest).compactMap { kind in kinds[kind].map { (kind, $0) } }
    }

    /// For people, on one line.
    var text: String {
        // Of a poll that failed only what was kept until then is known.
        var text = "mailbox \(mailbox): \(failure == nil ? "\(poll.listed) on the server, " : "")\(new) new"
        if !kinds.isEmpty {
            text += " (\(orderedKinds.map { "\($0.count) \($0.kind)" }.joined(separator: ", ")))"
            text += ", \(matched) matched, \(unmatched) unmatched"
        }
        if known > 0 { text += ", \(known) known already" }
        if failure == nil { text += ", \(poll.deleted) deleted" }
        if poll.left > 0 { text += ", \(poll.left) left there" }
        if suppressed > 0 { text += "; \(suppressed) newly suppressed" }
        return failure == nil ? text : text + "; not finished"
    }

    /// For scripts: one object and a line feed.
    var json: [UInt8] {
        func number(_ name: String, _ value: Int) -> RowValue.Member {
            .init(name: name, value: .number(String(value)))
        }
        var members: [RowValue.Member] = [
            .init(name: "mailbox", value: .string(mailbox)), number("listed", poll.listed),
            number("fetched", poll.fetched), number("deleted", poll.deleted), number("left", poll.left),
            number("new", new), number("known", known),
            .init(name: "kinds", value: .object(orderedKinds.map { number($0.kind, $0.count) })),
            number("matched", matched), number("unmatched", unmatched), number("suppressed", suppressed),
        ]
        if let failure { members.append(.init(name: "failure", value: .string(failure.description))) }
        var output: [UInt8] = []
        JSONText.append(.object(members), to: &output)
        return output + [0x0A]
    }
}
