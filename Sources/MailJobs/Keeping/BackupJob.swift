internal import Ledger
internal import MailModel
internal import Workspace

/// Copies the state folder, as it is at one instant, while runs go on.
///
/// The ledger's copy is one state of it; the lists of the runs that it names are sealed, so they are whole; so is the mail
/// that it names. Flight recorders stay behind: a copy of one proves nothing. The copy is marked, see ``RestoredState``.
package struct BackupJob: Sendable {
    /// What was copied.
    package struct Summary: Sendable {
        /// Where it is, absolute.
        package var path: String
        /// Whether it is one file rather than a folder.
        package var isArchive: Bool
        /// How many runs are in it.
        package var runs = 0
        /// Runs that were not finished: a restored state holds them.
        package var unfinished: [String] = []
        /// How many collected messages.
        package var mail = 0
        /// Bytes of all files.
        package var bytes = 0
        /// Files that were gone when their turn came.
        package var missing: [String] = []
    }

    private let site: JobSite
    private let target: String
    private let now = Timestamp.now

    /// What a name ends in that is to be one file.
    package static let archiveEnding = ".tar"

    /// - Parameters:
    ///   - site: the open workspace.
    ///   - target: where the backup is to be, absolute; one file when the name ends in `.tar`.
    package init(_ site: JobSite, to target: String) {
        self.site = site
        self.target = target.count > 1 && target.hasSuffix("/") ? String(target.dropLast()) : target
    }

    /// Makes the backup; it has its name only once all of it is safe on disk.
    package func run() throws(JobFailure) -> Summary {
        try refuseBadTarget()
        let lock = try StateLock(site).keeping()
        defer { withExtendedLifetime(lock) {} }
        var summary = Summary(path: target, isArchive: target.hasSuffix(Self.archiveEnding))
        let draft = target + ".partial"
        do throws(SealedFile.Failure) {
            try FileTree.remove(draft)
            try FileTree.remove(draft + ".ledger")
        } catch {
            throw JobFailure(SealedRows.Failure(error))
        }
        do throws(JobFailure) {
            try copy(to: draft, &summary)
            do throws(SealedFile.Failure) { try FileTree.move(draft, to: target) } catch {
                throw JobFailure(SealedRows.Failure(error))
            }
        } catch {
            try? FileTree.remove(draft)
            try? FileTree.remove(draft + ".ledger")
            throw error
        }
        let file = WrittenFile(path: target, kind: "backup", run: nil, at: now)
        try site.withLedger { ledger throws(LedgerFailure) in try ledger.remember(file) }
        return summary
    }

    private func refuseBadTarget() throws(JobFailure) {
        if FileFacts(target) != nil {
            throw JobFailure(
                .cannotWrite,
                "\(target): there is something of that name already; a backup needs a new one"
            )
        }
        guard FileFacts(PathName.parent(of: target)) != nil else {
            throw JobFailure(.missingFile, "\(PathName.parent(of: target)): there is no such folder")
        }
        guard !(target + "/").hasPrefix(site.state.path + "/") else {
            throw JobFailure(.usage, "\(target): a backup does not belong into the state folder that it is of")
        }
    }

    private func copy(to draft: String, _ summary: inout Summary) throws(JobFailure) {
        let ledgerCopy = draft + ".ledger"
        try site.withLedger { ledger throws(LedgerFailure) in try ledger.backUp(to: ledgerCopy, at: now) }
        let copied: RunLedger
        do throws(LedgerFailure) { copied = try RunLedger(copy: ledgerCopy) } catch { throw JobFailure(error) }
        do throws(SealedFile.Failure) {
            if summary.isArchive {
                var sink = try BackupArchive(path: draft, at: now)
                try fill(&sink, from: copied, ledgerCopy, &summary).get()
            } else {
                var sink = try BackupFolder(path: draft)
                try fill(&sink, from: copied, ledgerCopy, &summary).get()
            }
            try FileTree.remove(ledgerCopy)
        } catch {
            throw JobFailure(SealedRows.Failure(error))
        }
    }

    /// Puts everything into a sink; a ledger that fails is told as a file that cannot be read.
    private func fill(
        _ sink: inout some BackupSink,
        from ledger: RunLedger,
        _ ledgerCopy: String,
        _ summary: inout Summary
    ) -> Result<Void, SealedFile.Failure> {
        Result { () throws(SealedFile.Failure) in
            try sink.add(Array(note.utf8), as: "BACKUP.txt")
            let file = try SealedFile(path: ledgerCopy, isNew: false)
            summary.bytes += try file.size()
            try sink.add(copyOf: file, as: "ledger.sqlite")
            try add("secret", to: &sink, &summary)
            let runs: [RunRecord]
            do throws(LedgerFailure) { runs = try ledger.runs() } catch { throw Self.unreadable(error) }
            for run in runs { try add(run, from: ledger, to: &sink, &summary) }
            try addMail(from: ledger, to: &sink, &summary)
            do throws(LedgerFailure) { try ledger.close() } catch { throw Self.unreadable(error) }
            try sink.finish()
        }
    }

    private func add(
        _ run: RunRecord,
        from ledger: RunLedger,
        to sink: inout some BackupSink,
        _ summary: inout Summary
    ) throws(SealedFile.Failure) {
        summary.runs += 1
        if run.state == .open { summary.unfinished.append(run.name) }
        let pruned: Timestamp?
        do throws(LedgerFailure) { pruned = try ledger.prunedAt(run.number) } catch { throw Self.unreadable(error) }
        guard pruned == nil else { return }
        let folder = "runs/\(run.name)"
        var names: [String] = []
        FileTree.eachFile(below: site.state.path(folder)) { name, _ in
            if PathName.last(of: name) != "flight" { names.append("\(folder)/\(name)") }
        }
        if names.isEmpty { summary.missing.append(folder) }
        for name in names { try add(name, to: &sink, &summary) }
    }

    private func addMail(
        from ledger: RunLedger,
        to sink: inout some BackupSink,
        _ summary: inout Summary
    ) throws(SealedFile.Failure) {
        var last: Int64 = 0
        while true {
            let page: [PrunableMail]
            do throws(LedgerFailure) { page = try ledger.mailFiles(after: last) } catch { throw Self.unreadable(error) }
            guard let end = page.last else { return }
            last = end.id
            for mail in page {
                try add(mail.file, to: &sink, &summary)
                summary.mail += 1
            }
        }
    }

    /// Adds a file of the state folder; one that is gone is told.
    private func add(
        _ name: String,
        to sink: inout some BackupSink,
        _ summary: inout Summary
    ) throws(SealedFile.Failure) {
        guard FileFacts(site.state.path(name)) != nil else {
            summary.missing.append(name)
            return
        }
        let file = try SealedFile(path: site.state.path(name), isNew: false)
        summary.bytes += try file.size()
        try sink.add(copyOf: file, as: name)
    }

    private static func unreadable(_ failure: LedgerFailure) -> SealedFile.Failure {
        SealedFile.Failure(path: failure.path, action: "read (\(failure.cause))", code: 5)
    }

    private var note: String {
        """
        Backup of the state folder of a martlet workspace, made at \(TimeText.utc(now)).

        It has no martlet.yaml, jobs, templates and lists of their own: keep those elsewhere.
        To restore it, put what is here into an empty state folder (.martlet in the workspace), owned by the user who
        runs martlet and closed to all others, and run any job: it says what was not finished and how to settle it.
        Whoever has this backup can read all addresses in it, and the secret that tokens are made with.

        """
    }
}
