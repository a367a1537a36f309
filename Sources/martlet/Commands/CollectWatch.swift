internal import MailJobs
internal import MailModel
internal import Workspace

/// Polling at an interval until somebody says stop.
///
/// The workspace is opened anew for each poll, so that changed settings count, and nothing is locked between polls.
struct CollectWatch: Sendable {
    let site: SiteOptions
    let mailboxes: [String]
    let every: Duration
    let format: OutputFormat
    let isQuiet: Bool

    /// Polls until SIGTERM or SIGINT; a poll that is going on is ended in order.
    ///
    /// - Throws: `JobFailure` when the first look at the settings fails: later faults are told, and tried again.
    func run() async throws {
        _ = try CollectCommand.definitions(mailboxes, in: try site.open())
        let stop = RunStop()
        let signals = SignalWatch(command: "collect", stop: stop)
        defer { withExtendedLifetime(signals) {} }
        let polling = Task { try await poll() }
        stop.onRequest { polling.cancel() }
        try await polling.value
    }

    private func poll() async throws {
        var pace = PollPace(every: every)
        while !Task.isCancelled {
            var next = ContinuousClock.now + every
            do throws(JobFailure) {
                let site = try site.open()
                let definitions = try CollectCommand.definitions(mailboxes, in: site)
                let due = definitions.filter { pace.isDue($0.name, at: .now) }
                let summaries = await CollectSession(command: "collect").run(site, due)
                for summary in summaries { try tell(summary, &pace) }
                next = pace.next(of: definitions.map(\.name), at: .now)
            } catch {
                _ = Guarded.say(error, by: "collect")
            }
            try? await Task.sleep(until: next, clock: .continuous)
        }
    }

    /// Says what one poll did, if it did anything.
    private func tell(_ summary: MailboxSummary, _ pace: inout PollPace) throws(JobFailure) {
        let pause = pace.polled(summary.mailbox, failed: summary.failure != nil, at: .now)
        if summary.isActive, !isQuiet {
            do { try Console.write(format == .json ? summary.json : Array((summary.text + "\n").utf8)) } catch {
                throw JobFailure(.cannotWrite, "standard output: \(error)")
            }
        }
        // What was stopped by us is no failure of the mailbox.
        guard let failure = summary.failure, !Task.isCancelled else { return }
        _ = Guarded.say(failure, by: "collect")
        Console.say("martlet collect: mailbox \(summary.mailbox) is tried again in \(DurationText.text(pause))")
    }
}

extension MailboxSummary {
    /// Whether anything came or went.
    var isActive: Bool { new + known + poll.deleted > 0 }
}
