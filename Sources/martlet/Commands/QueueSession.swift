internal import ArgumentParser
internal import Ledger
internal import MailJobs
internal import MailModel

/// Sends queued messages, and says what became of them.
struct QueueSession {
    let queue: SendmailQueue
    private let site: JobSite
    private let command: String
    private let quiet: Bool
    private let stop: RunStop
    private let signals: SignalWatch

    init(_ site: JobSite, command: String, quiet: Bool) {
        self.site = site
        self.command = command
        self.quiet = quiet
        stop = RunStop()
        signals = SignalWatch(command: command, stop: stop)
        queue = SendmailQueue(site, stop: stop) { definition, workspace throws(JobFailure) in
            try TransportEngines.transport(for: definition, in: workspace)
        }
    }

    /// Sends one message that was just taken in.
    ///
    /// - Throws: the exit code when not every recipient has it.
    func send(_ held: SendmailQueue.Held) async throws {
        let standing: RunStanding
        do throws(JobFailure) { standing = try await queue.send(held) } catch {
            _ = Guarded.say(error, by: command)
            Console.say("martlet \(command): \(held.run.name) is queued; `martlet run-queue` goes on with it")
            throw ExitStatus.notFinished.error
        }
        try conclude(standing)
        guard standing.isFinished else {
            Console.say("martlet \(command): \(queuedWords(standing)); `martlet run-queue` goes on with it")
            throw ExitStatus.notFinished.error
        }
    }

    /// Sends all that is due.
    ///
    /// - Throws: `JobFailure`, or the exit code 75 when messages are left.
    func run() async throws {
        var failure: JobFailure?
        var exit: (any Error)?
        try await queue.forEachDue { held throws(JobFailure) in
            // A server that could not be reached a moment ago is not tried for each message.
            guard failure == nil else { return }
            do throws(JobFailure) {
                let standing = try await queue.send(held)
                if !quiet, standing.counts.accepted > 0 || !standing.isFinished {
                    let counts = standing.counts
                    Console.say("\(standing.run.name): \(counts.accepted) accepted of \(counts.total)")
                }
                do { try conclude(standing) } catch { exit = error }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        let left = try site.withLedger { ledger throws(LedgerFailure) in
            try ledger.unfinishedRuns(job: SendmailQueue.job).count
        }
        if let exit { throw exit }
        guard left > 0 else { return }
        if !quiet { Console.say("martlet \(command): \(left) messages are queued; run again") }
        throw ExitStatus.notFinished.error
    }

    private func queuedWords(_ standing: RunStanding) -> String {
        let left = standing.remaining.untried + standing.remaining.waiting
        let due = standing.remaining.nextDue.map { ", due at \(TimeText.local($0))" } ?? ""
        return "\(standing.run.name) is queued for \(left) of \(standing.counts.total) recipients\(due)"
    }

    /// Says who was refused, and who is in doubt.
    ///
    /// - Throws: the exit code when somebody was refused.
    private func conclude(_ standing: RunStanding) throws {
        let name = standing.run.name
        if standing.counts.inDoubt > 0 {
            let words = "the last byte left and no reply came, so nobody knows whether it arrived"
            Console.say("martlet \(command): \(name): \(standing.counts.inDoubt) in doubt: \(words)")
        }
        guard standing.counts.failed > 0 else { return }
        var isUnknown = true
        for (address, facts) in try queue.failures(of: standing.run) {
            var words = "failed"
            if case .cause(let cause) = facts.words { words = cause.words }
            if facts.phase != .recipient { isUnknown = false }
            Console.say("martlet \(command): \(name): \(address): \(words)")
        }
        guard standing.isFinished else { return }
        throw (isUnknown ? ExitStatus.unknownUser : .unreachable).error
    }
}
