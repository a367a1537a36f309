package import Ledger
package import MailModel
internal import Workspace

/// Removes what is old: runs with their lists, collected mail, and files that nothing names any more.
///
/// Of a run its name, occurrence, seal and classes stay, so that neither the same occurrence nor the same list goes out
/// again. The suppression list stays.
package struct PruneJob: Sendable {
    /// What is to go.
    package struct Request: Sendable {
        /// Runs that ended before, and mail that was collected before; nil for none by age.
        package var before: Timestamp?
        /// This run, whatever its age.
        package var run: RunRecord?
        /// Whether only what would go is told.
        package var isDryRun = false
        /// Whether the ledger is written anew at the end.
        package var compacts = false

        package init() {}
    }

    /// What went, or would go.
    package struct Summary: Sendable {
        /// Runs, with the bytes of their folders.
        package var runs: [(name: String, bytes: Int)] = []
        /// Runs that stay, and why.
        package var kept: [(name: String, why: String)] = []
        /// Files of collected mail.
        package var mail = 0
        /// Files that nothing names: what killed processes left.
        package var strays: [String] = []
        /// Bytes of all files.
        package var fileBytes = 0
        /// Rows of the ledger.
        package var rows = 0
        /// Bytes that the ledger is shorter.
        package var ledgerBytes = 0
        /// Bytes in the ledger that are free and were not given back.
        package var freeBytes = 0
        /// Mailboxes that were being collected, so that nothing was swept in them.
        package var busyMailboxes: [String] = []
    }

    let site: JobSite
    let request: Request
    /// Rows that are deleted in one transaction.
    private static let rowsAtOnce = 2_000
    /// Pages that are given back in one transaction.
    private static let pagesAtOnce = 500
    /// How old a folder without a run must be: one that is being sealed has no run yet.
    private static let strayAge = Duration.seconds(86_400)

    package init(_ site: JobSite, _ request: Request) {
        self.site = site
        self.request = request
    }

    /// Does it; a run that is going on meanwhile waits for milliseconds at most.
    package func run() throws(JobFailure) -> Summary {
        let lock = try StateLock(site).keeping()
        defer { withExtendedLifetime(lock) {} }
        var summary = Summary()
        let runs = try chosen(&summary)
        for run in runs {
            summary.runs.append((run.name, FileTree.size(of: site.wholeFolder(of: run))))
            summary.fileBytes += summary.runs.last?.bytes ?? 0
            if !request.isDryRun { try prune(run) }
        }
        try pruneMail(about: runs, &summary)
        try sweepRuns(&summary)
        try sweepMail(&summary)
        guard !request.isDryRun else { return summary }
        try giveBack(&summary)
        return summary
    }

    /// The runs that go; those that stay are told.
    private func chosen(_ summary: inout Summary) throws(JobFailure) -> [RunRecord] {
        var candidates: [PruneCandidate] = []
        if let run = request.run {
            let found = try site.withLedger { ledger throws(LedgerFailure) in try ledger.pruneCandidate(run.number) }
            guard let found else { throw JobFailure(.usage, "run \(run.name) is pruned already") }
            candidates.append(found)
        }
        if let before = request.before {
            let found = try site.withLedger { ledger throws(LedgerFailure) in try ledger.pruneCandidates(before: before)
            }
            candidates += found.filter { $0.run.number != request.run?.number }
        }
        for candidate in candidates {
            switch candidate.obstacle {
            case .open:
                summary.kept.append((candidate.run.name, "it is not finished; `martlet run \(candidate.run.job)`"))
            case .inDoubt(let count):
                let words = "\(count) in doubt; settle them first: `martlet resolve \(candidate.run.name)`"
                summary.kept.append((candidate.run.name, words))
            case nil: break
            }
        }
        return candidates.filter { $0.obstacle == nil }.map(\.run)
    }

    private func prune(_ run: RunRecord) throws(JobFailure) {
        let isPruned = try site.withLedger { ledger throws(LedgerFailure) in try ledger.prune(run.number, at: .now) }
        if isPruned { try remove(site.wholeFolder(of: run)) }
    }

    private func pruneMail(about runs: [RunRecord], _ summary: inout Summary) throws(JobFailure) {
        let numbers = runs.map(\.number)
        // By age everything that old; by run what is about that run only.
        let about = request.before == nil ? numbers : nil
        var last: Int64 = 0
        while true {
            let after = last
            let page = try site.withLedger { ledger throws(LedgerFailure) in
                try ledger.prunableMail(before: request.before, pruning: numbers, about: about, after: after)
            }
            guard let end = page.last else { return }
            last = end.id
            for mail in page { summary.fileBytes += FileFacts(site.state.path(mail.file))?.size ?? 0 }
            summary.mail += page.count
            guard !request.isDryRun else { continue }
            try site.withLedger { ledger throws(LedgerFailure) in try ledger.pruneMail(page.map(\.id)) }
            for mail in page { try remove(site.state.path(mail.file)) }
        }
    }

    /// Folders of runs that are pruned or were never made.
    private func sweepRuns(_ summary: inout Summary) throws(JobFailure) {
        let folder = site.state.path("runs")
        for name in FileTree.names(in: folder).sorted() {
            let path = folder + "/" + name
            guard let facts = FileFacts(path), facts.changed + Self.strayAge < .now else { continue }
            let isWanted = try site.withLedger { ledger throws(LedgerFailure) -> Bool in
                guard let run = try ledger.run(named: name) else { return false }
                return try ledger.prunedAt(run.number) == nil
            }
            if isWanted || summary.runs.contains(where: { $0.name == name }) { continue }
            summary.strays.append("runs/\(name)")
            summary.fileBytes += facts.isFolder ? FileTree.size(of: path) : facts.size
            if !request.isDryRun { try remove(path) }
        }
    }

    /// Files of mail that the ledger does not name.
    private func sweepMail(_ summary: inout Summary) throws(JobFailure) {
        let root = site.state.path("mail")
        for mailbox in FileTree.names(in: root).sorted() {
            // A collector writes files before the ledger names them.
            guard let lock = try StateLock(site).mailbox(folder: mailbox) else {
                summary.busyMailboxes.append(mailbox)
                continue
            }
            defer { withExtendedLifetime(lock) {} }
            var batch: [String] = []
            try FileTree.eachFile(below: root + "/" + mailbox) { (name, _) throws(JobFailure) in
                batch.append("mail/\(mailbox)/\(name)")
                guard batch.count >= 500 else { return }
                try sweep(batch, &summary)
                batch.removeAll()
            }
            try sweep(batch, &summary)
        }
    }

    private func sweep(_ files: [String], _ summary: inout Summary) throws(JobFailure) {
        guard !files.isEmpty else { return }
        let named = try site.withLedger { ledger throws(LedgerFailure) in try ledger.namedFiles(among: files) }
        for file in files where !named.contains(file) {
            let path = site.state.path(file)
            summary.strays.append(file)
            summary.fileBytes += FileFacts(path)?.size ?? 0
            if !request.isDryRun { try remove(path) }
        }
    }

    /// Deletes rows and shortens the ledger, a little at a time.
    private func giveBack(_ summary: inout Summary) throws(JobFailure) {
        try repeatedly { () throws(JobFailure) in
            let count = try site.withLedger { ledger throws(LedgerFailure) in
                try ledger.sweepPrunedRows(upTo: Self.rowsAtOnce)
            }
            summary.rows += count
            return count
        }
        let before = ledgerBytes
        if request.compacts {
            try compact()
        } else {
            try repeatedly { () throws(JobFailure) in
                try site.withLedger { ledger throws(LedgerFailure) in try ledger.giveBack(pages: Self.pagesAtOnce) }
            }
            try site.withLedger { ledger throws(LedgerFailure) in try ledger.checkpoint() }
        }
        summary.ledgerBytes = max(0, before - ledgerBytes)
        summary.freeBytes = try site.withLedger { ledger throws(LedgerFailure) in try ledger.freePages() * 4_096 }
    }

    /// Does short steps until one has nothing to do, and lets others have the ledger between them.
    private func repeatedly(_ step: () throws(JobFailure) -> Int) throws(JobFailure) {
        while true {
            let start = ContinuousClock.now
            guard try step() > 0 else { return }
            Pause.after(start.duration(to: .now))
        }
    }

    private func compact() throws(JobFailure) {
        let all = try StateLock(site).allJobs()
        defer { withExtendedLifetime(all.locks) {} }
        if let running = all.running {
            let words = "the ledger cannot be written anew while job \(running) is being run; all else was done"
            throw JobFailure(.notFinished, "\(words); say `martlet prune --compact` again when it has ended")
        }
        try site.withLedger { ledger throws(LedgerFailure) in try ledger.compact() }
    }

    private var ledgerBytes: Int { FileFacts(site.state.path("ledger.sqlite"))?.size ?? 0 }

    private func remove(_ path: String) throws(JobFailure) {
        do throws(SealedFile.Failure) { try FileTree.remove(path) } catch {
            throw JobFailure(SealedRows.Failure(error))
        }
    }
}
