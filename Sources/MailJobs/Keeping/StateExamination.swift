package import Ledger
internal import MailModel
internal import Workspace

/// How much room the state folder takes, and by what.
package struct StateSize: Sendable {
    /// The ledger.
    package var ledger: LedgerSize
    /// Bytes of the ledger's log.
    package var logBytes: Int
    /// Folders of runs, the largest first.
    package var runs: [(name: String, bytes: Int)]
    /// Collected mail by mailbox.
    package var mail: [(name: String, files: Int, bytes: Int)]

    /// All of it.
    package var bytes: Int {
        ledger.bytes + logBytes + runs.reduce(0) { $0 + $1.bytes } + mail.reduce(0) { $0 + $1.bytes }
    }
}

/// Looks at the whole state folder: how large it is, and whether all of it is there.
package struct StateExamination: Sendable {
    private let site: JobSite

    package init(_ site: JobSite) { self.site = site }

    /// Measures it; reads the whole ledger.
    package func size() throws(JobFailure) -> StateSize {
        let ledger = try site.withLedger { ledger throws(LedgerFailure) in try ledger.size() }
        let runs = FileTree.names(in: site.state.path("runs")).map { name in
            (name: name, bytes: FileTree.size(of: site.state.path("runs/\(name)")))
        }
        let mail = FileTree.names(in: site.state.path("mail")).sorted().map { name in
            var found = (name: name, files: 0, bytes: 0)
            FileTree.eachFile(below: site.state.path("mail/\(name)")) { _, facts in
                found.files += 1
                found.bytes += facts.size
            }
            return found
        }
        return StateSize(
            ledger: ledger,
            logBytes: FileFacts(site.state.path("ledger.sqlite-wal"))?.size ?? 0,
            runs: runs.sorted { ($1.bytes, $0.name) < ($0.bytes, $1.name) },
            mail: mail
        )
    }

    /// Looks for damage: in the ledger's pages and tables, in the lists of runs, and for mail that is gone.
    ///
    /// - Parameter isQuick: whether the ledger's indexes are not compared with its tables.
    /// - Returns: what is wrong, one line each; empty when all is well.
    /// - Throws: `JobFailure` when the ledger cannot be read at all.
    package func faults(isQuick: Bool) throws(JobFailure) -> [String] {
        var faults = try site.withLedger { ledger throws(LedgerFailure) in
            try ledger.damages(isQuick: isQuick).map { "ledger.sqlite: \($0)" }
        }
        guard faults.isEmpty else { return faults }
        faults += try site.withLedger { ledger throws(LedgerFailure) in
            try ledger.contradictions().map { "ledger.sqlite: \($0)" }
        }
        for run in try site.unprunedRuns() { faults += listFaults(of: run) }
        return faults + (try lostMail())
    }

    private func listFaults(of run: RunRecord) -> [String] {
        do throws(SealedRows.Failure) {
            for folder in site.folders(of: run) {
                _ = try SealedRows(folder: folder.path)
                _ = try folder.seal()
                _ = try folder.columns()
            }
            let rows = try SealedRows(folder: site.folder(of: run).path)
            guard rows.count < Int(run.recipients) else { return [] }
            return ["runs/\(run.name): the list has \(rows.count) rows, and the run \(run.recipients) recipients"]
        } catch {
            return ["runs/\(run.name): \(error)"]
        }
    }

    private func lostMail() throws(JobFailure) -> [String] {
        var faults: [String] = []
        var last: Int64 = 0
        while true {
            let after = last
            let page = try site.withLedger { ledger throws(LedgerFailure) in try ledger.mailFiles(after: after) }
            guard let end = page.last else { return faults }
            last = end.id
            for mail in page where FileFacts(site.state.path(mail.file)) == nil {
                faults.append("\(mail.file): the ledger names it, and it is gone")
            }
        }
    }
}

extension JobSite {
    /// The folder of a run with all revisions of what was sealed for it.
    func wholeFolder(of run: RunRecord) -> String { folder(of: run, revision: 0).path }

    /// The folders of all revisions of what was sealed for a run.
    func folders(of run: RunRecord) -> [RunFolder] { (0...run.revision).map { folder(of: run, revision: $0) } }

    /// Whether a run's list and rows are gone.
    func isPruned(_ run: RunRecord) throws(JobFailure) -> Bool {
        try withLedger { ledger throws(LedgerFailure) in try ledger.prunedAt(run.number) != nil }
    }

    /// The runs whose lists are there, the latest first.
    func unprunedRuns() throws(JobFailure) -> [RunRecord] {
        var runs: [RunRecord] = []
        for run in try withLedger({ ledger throws(LedgerFailure) in try ledger.runs() }) where try !isPruned(run) {
            runs.append(run)
        }
        return runs
    }
}
