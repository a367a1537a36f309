internal import DeliveryPlanning
package import Ledger
package import MailModel
package import Workspace

/// Runs a job: continues what is unfinished, or seals and sends what is due.
package struct JobRunner: Sendable {
    /// Makes the transport of a job; the engines are known to the caller only.
    package typealias TransportMaker =
        @Sendable (TransportDefinition, WorkspaceFolder) throws(JobFailure) -> any MailTransport

    let site: JobSite
    let inputs: JobInputs
    let request: RunRequest
    let makeTransport: TransportMaker
    let watch: @Sendable (RunEvent) -> Void
    let stop: RunStop

    /// A runner.
    ///
    /// - Parameters:
    ///   - site: the open workspace.
    ///   - request: what is asked.
    ///   - stop: tells it to finish open transactions and end.
    ///   - makeTransport: makes the transport.
    ///   - watch: hears of what happens.
    /// - Throws: `JobFailure` for a job that is wrong.
    package init(
        _ site: JobSite,
        _ request: RunRequest,
        stop: RunStop,
        makeTransport: @escaping TransportMaker,
        watch: @escaping @Sendable (RunEvent) -> Void
    ) throws(JobFailure) {
        self.site = site
        self.request = request
        self.stop = stop
        self.makeTransport = makeTransport
        self.watch = watch
        inputs = try JobInputs(request.job, in: site.workspace, settings: site.settings)
    }

    /// The job.
    package var job: JobDefinition { inputs.job }

    /// Does all that is to be done now.
    ///
    /// - Returns: how each run that was worked on stands; empty when nothing was due.
    /// - Throws: `JobFailure`; what was sent until then is recorded.
    package func run() async throws(JobFailure) -> [RunStanding] {
        let transport = try TransportChoice.definition(for: job, in: site.settings)
        let lock = try acquireLock()
        defer { withExtendedLifetime(lock) {} }
        var standings: [RunStanding] = []
        let unfinished = try site.withLedger { ledger throws(LedgerFailure) in
            try ledger.unfinishedRuns(job: job.name)
        }
        let wanted = unfinished.filter { request.occurrence == nil || $0.occurrence == request.occurrence }
        for run in wanted where !stop.isRequested {
            standings.append(try await resume(run, by: transport))
        }
        guard wanted.isEmpty else { return standings }
        guard let made = try sealDue() else { return [] }
        standings.append(try await send(made.run, material: made.result.material, by: transport))
        return standings
    }

    /// Seals what is due and sends nothing.
    ///
    /// - Returns: the run, which ``run()`` goes on with; nil when nothing is due that was not run already.
    /// - Throws: `JobFailure`; also when the job has a run that is not finished, for that one comes first.
    package func plan() throws(JobFailure) -> RunRecord? {
        _ = try TransportChoice.definition(for: job, in: site.settings)
        let lock = try acquireLock()
        defer { withExtendedLifetime(lock) {} }
        let unfinished = try site.withLedger { ledger throws(LedgerFailure) in
            try ledger.unfinishedRuns(job: job.name)
        }
        if let open = unfinished.first {
            throw JobFailure(
                .notFinished,
                "run \(open.name) is not finished; `martlet run \(job.name)` goes on with it"
            )
        }
        return try sealDue()?.run
    }

    private func sealDue() throws(JobFailure) -> (run: RunRecord, result: ListCheck.Result)? {
        guard let occurrence = try dueOccurrence() else { return nil }
        let made = try JobPlanner(site, inputs).seal(
            name: occurrence.runName,
            occurrence: occurrence.name,
            options: request.planning
        ) { watch(.checking(rows: $0)) }
        watch(.sealed(made.run, duplicates: made.result.duplicates, excluded: made.result.excluded))
        return made
    }

    /// Only one process works on a job: a second one is told who holds it.
    private func acquireLock() throws(JobFailure) -> RunLock {
        do throws(SealedFile.Failure) { try FileTree.makeFolders(site.state.path("locks")) } catch {
            throw JobFailure(SealedRows.Failure(error))
        }
        let outcome = try site.withLedger { _ throws(LedgerFailure) in
            try RunLock.acquire(path: site.state.path("locks/\(job.name)"), now: .now)
        }
        switch outcome {
        case .acquired(let lock): return lock
        case .held(let holder):
            let who = holder.map { "process \($0.pid) on \($0.host), since \(TimeText.local($0.since))" }
            let words = "job \(job.name) is being run already by \(who ?? "another process")"
            throw JobFailure(.notFinished, "\(words); wait until it ends, or stop it")
        }
    }

    private func resume(_ run: RunRecord, by definition: TransportDefinition) async throws(JobFailure) -> RunStanding {
        watch(.resumed(run))
        let folder = site.folder(of: run)
        let recipe = try SealedInputs(site, run, folder).recipe(current: inputs, asSealed: request.asSealed)
        let columns: (names: [String], holdsJSON: [Bool])
        do throws(SealedRows.Failure) { columns = try folder.columns() } catch { throw JobFailure(error) }
        let material: MessageMaterial
        do throws(MessageMaterial.Failure) {
            material = try MessageMaterial(recipe, columns: columns.names, holdsJSON: columns.holdsJSON)
        } catch {
            throw JobFailure(.material(error), list: job.recipients.shown)
        }
        return try await send(run, material: material, by: definition)
    }
}
