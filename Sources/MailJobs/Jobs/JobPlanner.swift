package import Ledger
internal import MailModel
internal import Workspace

/// Checks a job's list and seals it into a run.
package struct JobPlanner: Sendable {
    /// How a list is planned.
    package struct Options: Sendable {
        /// Whether rows with faults are left out, and recorded as rejected, instead of stopping everything.
        package var skipsBadRows = false
        /// Whether a list that was mailed already is mailed again.
        package var again = false
        /// Who has to approve the run before anything is sent; nil for what the job says.
        package var approval: String?
        /// A file that gets all faults as CSV; nil for none.
        package var faultsFile: String?

        package init() {}
    }

    let site: JobSite
    let inputs: JobInputs

    package init(_ site: JobSite, _ inputs: JobInputs) {
        self.site = site
        self.inputs = inputs
    }

    /// Checks without sealing anything.
    ///
    /// - Returns: what was found, faults of rows included.
    /// - Throws: `JobFailure` when the list or the templates as a whole cannot be used.
    package func check(progress: (Int) -> Void = { _ in }) throws(JobFailure) -> ListCheck.Result {
        try check(feed: inputs.feed(in: site.workspace), sealingIn: nil, progress: progress)
    }

    /// Checks the list and makes a run of it.
    ///
    /// - Parameters:
    ///   - name: the run's name.
    ///   - occurrence: what it is for.
    ///   - options: how.
    ///   - progress: called with the number of rows so far.
    /// - Returns: the run, sealed and on disk, and what the check found.
    /// - Throws: `JobFailure`; no run was made then.
    package func seal(
        name: String,
        occurrence: String,
        options: Options,
        progress: (Int) -> Void
    ) throws(JobFailure) -> (run: RunRecord, result: ListCheck.Result) {
        let final = site.state.path("runs/\(name)")
        let folder: RunFolder
        do throws(SealedRows.Failure) {
            folder = try RunFolder.make(at: site.state.path("runs/.new-\(inputs.job.name)"))
        } catch {
            throw JobFailure(error)
        }
        do throws(JobFailure) {
            let feed = try inputs.feed(in: site.workspace)
            let result = try check(feed: feed, sealingIn: folder.path, progress: progress)
            try judge(result, options: options)
            try write(result, listDigest: feed.digest, to: folder)
            do throws(SealedRows.Failure) { _ = try folder.move(to: final) } catch { throw JobFailure(error) }
            let approval = options.approval ?? inputs.job.approveBy
            return (try record(result, name: name, occurrence: occurrence, approval: approval), result)
        } catch {
            folder.remove()
            throw error
        }
    }

    func check(
        feed: ByteFeed,
        sealingIn folder: String?,
        progress: (Int) -> Void
    ) throws(JobFailure) -> ListCheck.Result {
        var options = ListCheck.Options(secret: site.secret)
        options.exclusions = try exclusions()
        let transport = try TransportChoice.definition(for: inputs.job, in: site.settings)
        options.countedDomains = Set(transport.domains.map(\.domain))
        options.duplicates = ListCheck.Options.Duplicates(rawValue: inputs.job.recipients.duplicates.rawValue) ?? .fault
        do throws(ListCheck.Failure) {
            return try ListCheck.run(
                feed,
                form: inputs.form,
                recipe: inputs.recipe,
                options: options,
                sealingIn: folder,
                progress: progress
            )
        } catch {
            throw JobFailure(error, list: inputs.job.recipients.shown, rule: inputs.job.recipients.rule)
        }
    }

    private func exclusions() throws(JobFailure) -> ExclusionList {
        var list = ExclusionList()
        for path in inputs.job.recipients.exclude {
            let name = site.workspace.shown(path)
            do throws(ListReader.Failure) { try list.read(path, column: inputs.job.recipients.email, as: name) } catch {
                throw JobFailure(.list(error), list: name)
            }
        }
        return list
    }

    /// Refuses a list with faults, without recipients, or that was mailed already.
    ///
    /// - Parameters:
    ///   - result: what the check found.
    ///   - options: what is allowed.
    ///   - run: the run that the list is for; nil for a new one.
    /// - Throws: `JobFailure`.
    func judge(_ result: ListCheck.Result, options: Options, of run: RunRecord? = nil) throws(JobFailure) {
        let list = inputs.job.recipients.shown
        if let file = options.faultsFile { try Self.write(result.faults, to: file) }
        if !result.faults.isEmpty, !options.skipsBadRows || result.isCut {
            throw JobFailure(.badData, result.faults.lines(of: list) + [Self.summary(of: result)])
        }
        guard result.recipients > 0 else {
            throw JobFailure(.badData, "\(list): no row is left that could get a message")
        }
        guard !options.again else { return }
        let earlier = try site.withLedger { ledger throws(LedgerFailure) in
            try ledger.run(job: inputs.job.name, seal: result.seal)
        }
        if let earlier, earlier.number != run?.number {
            let words = "this very list was mailed already, as run \(earlier.name)"
            throw JobFailure(.badData, "\(list): \(words); to mail everybody again, say --again")
        }
    }

    /// One line on how many faults there are.
    package static func summary(of result: ListCheck.Result) -> String {
        let rows = result.rows == 1 ? "1 row" : "\(result.rows) rows"
        let faults = result.faults.total == 1 ? "1 fault" : "\(result.faults.total) faults"
        let way = result.isCut ? "the list cannot be read to its end" : "--skip-bad-rows leaves bad rows out"
        return "\(faults) in \(rows); nothing was sent (\(way))"
    }

    /// Writes all faults of a list to a CSV file.
    package static func write(_ faults: FaultList, to path: String) throws(JobFailure) {
        do throws(SealedRows.Failure) {
            try RunFolder(path: PathName.parent(of: path)).write(faults.csv(), to: PathName.last(of: path))
        } catch {
            throw JobFailure(error)
        }
    }

    /// Writes what the messages are made of, and what that was.
    func write(
        _ result: ListCheck.Result,
        listDigest: String,
        to folder: RunFolder
    ) throws(JobFailure) {
        do throws(SealedRows.Failure) {
            try folder.write(columns: result.material.columns, holdsJSON: result.holdsJSON)
            try folder.write(
                RunFolder.Seal(
                    content: inputs.contentHash,
                    list: listDigest,
                    listName: inputs.job.recipients.shown,
                    emailColumn: result.material.emailColumn
                )
            )
            let settings = try RunFolder(path: site.workspace.path).read("martlet.yaml")
            try folder.write(settings, to: "inputs/martlet.yaml")
            for file in inputs.files { try folder.write(file.bytes, to: "inputs/\(file.path)") }
        } catch {
            throw JobFailure(error)
        }
    }

    private func record(
        _ result: ListCheck.Result,
        name: String,
        occurrence: String,
        approval: String?
    ) throws(JobFailure) -> RunRecord {
        let new = NewRun(
            name: name,
            job: inputs.job.name,
            occurrence: occurrence,
            seal: result.seal,
            recipients: UInt32(clamping: result.recipients),
            rejected: result.rejected.map(RejectedRow.init),
            created: .now,
            approval: approval
        )
        return try site.withLedger { ledger throws(LedgerFailure) in try ledger.createRun(new) }
    }
}

extension RejectedRow {
    /// A row that the check left out.
    init(_ row: ListCheck.Rejected) {
        self.init(
            row: UInt32(clamping: row.row),
            line: UInt32(clamping: row.line),
            address: row.address,
            isDuplicate: row.isDuplicate,
            text: row.message
        )
    }
}
