internal import Crypto
internal import DeliveryPlanning
package import Ledger
internal import MIMECoding
internal import MailModel
internal import Workspace

/// Mail that programs hand in: each message is a run of its own, sealed on disk before anything is sent.
package struct SendmailQueue: Sendable {
    /// The job's name in reports; no file has it.
    package static let job = "sendmail"

    /// A message that is safe on disk, and that nobody else sends meanwhile.
    package struct Held: Sendable {
        /// Its run.
        package var run: RunRecord
        fileprivate var lock: RunLock
    }

    /// Who hands a message in.
    package struct Submitter: Sendable {
        /// The login name.
        package var user: String
        /// The machine's mail name; nil when it has none.
        package var mailName: String?

        package init(user: String, mailName: String?) {
            self.user = user
            self.mailName = mailName
        }
    }

    let site: JobSite
    let stop: RunStop
    let makeTransport: JobRunner.TransportMaker

    /// Bytes of a message at most, as it leaves.
    private static let largestMessage = 60 << 20
    /// Marks of recipients who may be under way at once.
    private static let marks = 1_000

    package init(_ site: JobSite, stop: RunStop, makeTransport: @escaping JobRunner.TransportMaker) {
        self.site = site
        self.stop = stop
        self.makeTransport = makeTransport
    }

    /// Takes a message in; when this returns, a killed process or a lost machine loses it no more.
    ///
    /// - Parameters:
    ///   - bytes: the message as it was written.
    ///   - arguments: who gets it and how.
    ///   - submitter: who hands it in.
    /// - Returns: the message's run, which is to be sent now.
    /// - Throws: `JobFailure`; nothing was queued then.
    package func take(
        _ bytes: [UInt8],
        _ arguments: SendmailArguments,
        from submitter: Submitter
    ) throws(JobFailure) -> Held {
        _ = try definition(via: arguments.via, recipients: 1)
        let now = Timestamp.now
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        let mark = String(repeating: "0", count: 16 - digits.utf8.count) + digits
        let occurrence = "\(TimeText.compact(now, seconds: true))-\(mark)"
        let origin = Submission.Origin(
            user: submitter.user,
            domain: site.settings.sendmail.domain ?? submitter.mailName,
            date: MessageDate(secondsSince1970: now.rawValue / 1_000),
            uniqueName: "\(occurrence).sendmail"
        )
        var submission = Submission(bytes, arguments, from: origin)
        let made: (message: SealedMessage, recipients: [MailAddress])
        do throws(Submission.Fault) { made = try submission.prepared() } catch {
            throw JobFailure(error.kind == .unknownUser ? .unknownUser : .badData, error.words)
        }
        guard made.message.bytes.count <= Self.largestMessage else {
            let words =
                "the message has \(made.message.bytes.count) bytes, and \(Self.largestMessage) are taken at most"
            throw JobFailure(.badData, words)
        }
        return try seal(made.message, for: made.recipients, occurrence: occurrence, at: now)
    }

    private func seal(
        _ message: SealedMessage,
        for recipients: [MailAddress],
        occurrence: String,
        at now: Timestamp
    ) throws(JobFailure) -> Held {
        let name = "\(Self.job)-\(occurrence)"
        guard case .acquired(let lock) = try JobLock.acquire(name, in: site) else {
            throw JobFailure(.internalFault, "the lock of \(name) is held by somebody else")
        }
        var seal = SHA256()
        seal.update(data: message.bytes)
        for recipient in recipients { seal.update(data: Array(recipient.envelopeForm.utf8) + [0]) }
        let digest = Array(seal.finalize())
        do throws(SealedRows.Failure) {
            let folder = try RunFolder.make(at: newFolder(name))
            var rows = try SealedRowsWriter(folder: folder.path)
            for (line, recipient) in recipients.enumerated() {
                try rows.append(line: line + 1, [Array(recipient.envelopeForm.utf8)[...]])
            }
            try rows.finish()
            try folder.write(columns: ["email"], holdsJSON: [false])
            let hash = SealHash.text(digest: digest)
            try folder.write(RunFolder.Seal(content: hash, list: hash, listName: "standard input", emailColumn: 0))
            try folder.write(message)
            _ = try folder.move(to: site.state.path("runs/\(name)"))
        } catch {
            throw JobFailure(error)
        }
        let new = NewRun(
            name: name,
            job: Self.job,
            occurrence: occurrence,
            seal: digest,
            recipients: UInt32(clamping: recipients.count),
            created: now
        )
        let run = try site.withLedger { ledger throws(LedgerFailure) in try ledger.createRun(new) }
        return Held(run: run, lock: lock)
    }

    /// Sends what is due of a message now, and waits for nothing.
    ///
    /// - Throws: `JobFailure` when no server can be had; the message stays queued.
    package func send(_ held: Held) async throws(JobFailure) -> RunStanding {
        defer { withExtendedLifetime(held.lock) {} }
        let policy = FailurePolicy(schedule: RetrySchedule(site.settings.sendmail.retry))
        let folder = site.folder(of: held.run)
        _ = try RunRecovery(site.ledger, retry: policy.rule).recover(held.run, in: folder)
        let message: SealedMessage
        do throws(SealedRows.Failure) { message = try folder.sealedMessage() } catch { throw JobFailure(error) }
        let transport = try makeTransport(
            try definition(via: message.via, recipients: Int(held.run.recipients)),
            site.workspace
        )
        let order = RunSender.Order(
            run: try reload(held.run),
            folder: folder,
            content: .message(message),
            secret: site.secret,
            policy: policy,
            unanswered: Self.marks,
            patience: .zero
        )
        let board = RunBoard()
        stop.attach(board)
        try await RunSender(site.ledger, order).send(by: transport, board: board)
        let standing = try site.standing(of: held.run)
        // Whoever waits for the lock looks at the run again, and finds nothing to do.
        if standing.isFinished { try? FileTree.remove(lockPath(held.run.name)) }
        return standing
    }

    /// The transport of a message, held to what one message can use.
    ///
    /// What may be unanswered is counted in messages by transports, and in recipients by us.
    private func definition(via: String?, recipients: Int) throws(JobFailure) -> TransportDefinition {
        let place = via == nil ? "\(site.settings.file): sendmail" : "the message's transport"
        var definition = try TransportChoice.named(
            via ?? site.settings.sendmail.via,
            in: site.settings,
            place: place,
            file: "\(site.settings.file): sendmail"
        )
        definition.connections = 1
        let together = max(1, min(recipients, SealedMessage.recipientsAtOnce))
        definition.unanswered = max(1, min(definition.unanswered, Self.marks / 2) / together)
        return definition
    }

    private func reload(_ run: RunRecord) throws(JobFailure) -> RunRecord {
        try site.withLedger { ledger throws(LedgerFailure) in try ledger.run(run.number) ?? run }
    }
}

extension SendmailQueue {
    /// Takes hold of the queued messages that are due, the oldest first.
    ///
    /// What another process is sending right now is left to it.
    /// - Parameter each: called with every message that could be had; a message is let go when it returns.
    /// - Throws: `JobFailure`, also that of `each`.
    package func forEachDue(_ each: (Held) async throws(JobFailure) -> Void) async throws(JobFailure) {
        try removeUnfinished()
        let queued = try site.withLedger { ledger throws(LedgerFailure) in
            try ledger.unfinishedRuns(job: Self.job) + ledger.abandonedRuns(job: Self.job)
        }
        if !queued.isEmpty { try RestoredState(site).refuse(Self.job) }
        for candidate in queued where !stop.isRequested {
            guard try isDue(candidate), case .acquired(let lock) = try JobLock.acquire(for: candidate, in: site) else {
                continue
            }
            let run = try reload(candidate)
            guard try isDue(run) else { continue }
            try await each(Held(run: run, lock: lock))
        }
    }

    /// Who was refused for good, with the words of the server.
    package func failures(of run: RunRecord) throws(JobFailure) -> [(address: String, facts: RecipientFacts)] {
        let failed = try site.withLedger { ledger throws(LedgerFailure) in
            try ledger.recipients(in: run.number, states: [RecipientState.failed])
        }
        do throws(SealedRows.Failure) {
            let addresses = try SealedAddresses(site.folder(of: run))
            return try failed.map { facts throws(SealedRows.Failure) in
                let lines = try addresses.lines(Int(facts.seq)..<Int(facts.seq) + 1)
                return (lines.first?.address ?? "", facts)
            }
        } catch {
            throw JobFailure(error)
        }
    }

    private func isDue(_ run: RunRecord) throws(JobFailure) -> Bool {
        guard run.hold == nil else { return false }
        guard run.recorder == nil else { return true }
        guard run.state == .open else { return false }
        let remaining = try site.withLedger { ledger throws(LedgerFailure) in try ledger.remaining(in: run.number) }
        return remaining.untried > 0 || remaining.nextDue.map { $0 <= .now } ?? true
    }

    /// Removes what a process left that was killed before its message was queued; nobody was told that it was.
    private func removeUnfinished() throws(JobFailure) {
        // Only messages that are not finished have a lock's file: this is a short list.
        for name in FileTree.names(in: site.state.path("locks")) where Self.isRunName(name) {
            guard case .acquired(let lock) = try JobLock.acquire(name, in: site) else { continue }
            defer { withExtendedLifetime(lock) {} }
            let run = try site.withLedger { ledger throws(LedgerFailure) in try ledger.run(named: name) }
            if let run, run.state == .open || run.recorder != nil { continue }
            do throws(SealedFile.Failure) {
                if run == nil {
                    try FileTree.remove(newFolder(name))
                    try FileTree.remove(site.state.path("runs/\(name)"))
                }
                try FileTree.remove(lockPath(name))
            } catch {
                throw JobFailure(SealedRows.Failure(error))
            }
        }
    }

    /// Whether a text is the name of a run of ours, such as `sendmail-20261123T010005Z-0123456789abcdef`.
    private static func isRunName(_ name: String) -> Bool {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0] == Self.job && parts[1].utf8.count == 16 && parts[1].hasSuffix("Z")
            && parts[2].utf8.count == 16
    }

    private func newFolder(_ name: String) -> String { site.state.path("runs/.new-\(name)") }

    private func lockPath(_ name: String) -> String { site.state.path("locks/\(name)") }
}
