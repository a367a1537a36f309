internal import Ledger
internal import MailJobs
internal import MailModel
internal import Workspace

/// One call of `run` as a person sees it: progress while it works, one summary for each run at its end.
struct RunSession: Sendable {
    private let command: String
    private let quiet: Bool
    private let display: ProgressDisplay

    init(command: String, quiet: Bool) {
        self.command = command
        self.quiet = quiet
        display = ProgressDisplay(quiet: quiet)
    }

    /// Runs a job, then polls the mailboxes that it names.
    ///
    /// - Returns: how the runs stand, and the exit code of a mailbox that could not be polled, its words said.
    func run(_ site: JobSite, _ request: RunRequest) async throws -> (standings: [RunStanding], poll: (any Error)?) {
        let stop = RunStop()
        let signals = SignalWatch(command: command, stop: stop)
        defer { withExtendedLifetime(signals) {} }
        let runner = try runner(site, request, stop: stop)
        defer { display.end() }
        let mailboxes: [MailboxDefinition]
        do throws(ConfigFaults) { mailboxes = try site.settings.mailboxes(for: runner.job) } catch {
            throw JobFailure(error)
        }
        var standings = try await runner.run()
        guard !stop.isRequested, !mailboxes.isEmpty else { return (standings, nil) }
        let failure = await poll(mailboxes, of: site)
        for place in standings.indices {
            standings[place].counts = try site.withLedger { ledger throws(LedgerFailure) in
                try ledger.classCounts(of: standings[place].run.number)
            }
        }
        return (standings, failure)
    }

    /// Seals what is due and sends nothing; nil when nothing is due.
    func plan(_ site: JobSite, _ request: RunRequest) throws -> (run: RunRecord, forecast: JobForecast?)? {
        let runner = try runner(site, request, stop: RunStop())
        defer { display.end() }
        return try runner.plan()
    }

    private func runner(_ site: JobSite, _ request: RunRequest, stop: RunStop) throws -> JobRunner {
        try JobRunner(
            site,
            request,
            stop: stop,
            makeTransport: { definition, workspace throws(JobFailure) in
                try TransportEngines.transport(for: definition, in: workspace)
            },
            watch: { [display] event in Self.show(event, on: display, ledger: site.ledger) }
        )
    }

    private func poll(_ mailboxes: [MailboxDefinition], of site: JobSite) async -> (any Error)? {
        let session = CollectSession(command: command)
        let summaries = await session.run(site, mailboxes)
        for summary in summaries { display.say(summary.text) }
        return session.say(summaries)
    }

    private static func show(_ event: RunEvent, on display: ProgressDisplay, ledger: RunLedger) {
        switch event {
        case .checking(let rows): display.checking(rows)
        case .sealed(let run, let result):
            let recipients = run.recipients == 1 ? "1 recipient" : "\(run.recipients) recipients"
            display.say("run \(run.name): \(recipients)\(result.exceptions)")
            for line in result.languages.notices() { display.say("notice: \(line)") }
        case .resumed(let run): display.say("run \(run.name): not finished, going on")
        case .accepted(let run, let changes): display.say(ChangesText.text(run, changes))
        case .recovered(let summary):
            let outcomes = summary.outcomes.appliedCount
            guard outcomes + summary.planned + summary.inDoubt > 0 else { return }
            display.say(
                "an earlier process ended in the middle: \(outcomes) outcomes recovered, \(summary.planned) not sent yet, "
                    + "\(summary.inDoubt) in doubt"
            )
        case .sending(let run, let board):
            let counts = try? ledger.classCounts(of: run.number)
            let open = (counts?.planned ?? Int(run.recipients)) + (counts?.deferred ?? 0)
            display.begin(total: Int(run.recipients), before: max(0, Int(run.recipients) - open), board: board)
        case .copiesRefused(let count, let words):
            display.say("\(count) \(count == 1 ? "copy was" : "copies were") refused (cc, bcc): \(words)")
        case .sent: display.end()
        }
    }

    /// Says how the runs stand.
    ///
    /// - Throws: the exit code 75 when something is left to do.
    func conclude(_ standings: [RunStanding], job: String) throws {
        if standings.isEmpty {
            display.say("job \(job): nothing is due that was not run already")
            return
        }
        for standing in standings { say(standing) }
        guard let open = standings.first(where: { !$0.isFinished }) else { return }
        if let words = open.run.decisionWords, let advice = open.run.holdAdvice {
            Console.say("martlet \(command): run \(open.run.name) \(words); \(advice)")
            throw ExitStatus.notFinished.error
        }
        let left = open.remaining.untried + open.remaining.waiting
        let when = open.remaining.nextDue.map { "; the next attempt is due at \(TimeText.local($0))" } ?? ""
        Console.say(
            "martlet \(command): run \(open.run.name) is not finished: \(left) recipients are left\(when); run again"
        )
        throw ExitStatus.notFinished.error
    }

    private func say(_ standing: RunStanding) {
        guard !quiet else { return }
        let counts = standing.counts
        let parts = [
            (counts.accepted, "accepted"), (counts.bounced, "bounced"), (counts.complained, "complained"),
            (counts.deferred, "deferred"), (counts.failed, "failed"), (counts.inDoubt, "in doubt"),
            (counts.suppressed, "suppressed"), (counts.rejected, "rejected"), (counts.cancelled, "cancelled"),
            (counts.planned, "planned"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let end = standing.run.state == .cancelled ? standing.run.decisionWords.map { "; \($0)" } ?? "" : ""
        Console.say("run \(standing.run.name): \(parts.joined(separator: ", ")) of \(counts.total)\(end)")
        if counts.inDoubt > 0 {
            Console.say(
                "    the last byte of \(counts.inDoubt) left and no reply came: `martlet report \(standing.run.name)`"
            )
        }
    }
}
