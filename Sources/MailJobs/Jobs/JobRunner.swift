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
        try RestoredState(site).refuse(job.name)
        try settleAbandoned()
        var standings: [RunStanding] = []
        let wanted = try unfinished().filter { request.occurrence == nil || $0.occurrence == request.occurrence }
        for run in wanted where !stop.isRequested {
            standings.append(try await resume(run, by: transport))
        }
        guard wanted.isEmpty else { return standings }
        guard let made = try sealDue() else { return [] }
        guard made.run.hold == nil else { return [try site.standing(of: made.run)] }
        standings.append(try await send(made.run, material: made.result.material, by: transport))
        return standings
    }

    /// Seals what is due and sends nothing.
    ///
    /// With ``RunRequest/acceptsChanges`` it takes the changed inputs of an unfinished run over instead.
    /// - Returns: the run, which ``run()`` goes on with, and what a new one will take; nil when nothing is due that was
    ///   not run already.
    /// - Throws: `JobFailure`; also when the job has a run that is not finished, for that one comes first.
    package func plan() throws(JobFailure) -> (run: RunRecord, forecast: JobForecast?)? {
        _ = try TransportChoice.definition(for: job, in: site.settings)
        let lock = try acquireLock()
        defer { withExtendedLifetime(lock) {} }
        try RestoredState(site).refuse(job.name)
        try settleAbandoned()
        let open = try unfinished().first { request.occurrence == nil || $0.occurrence == request.occurrence }
        guard let open else {
            guard let made = try sealDue() else { return nil }
            return (made.run, try JobForecast(inputs, made.result, settings: site.settings))
        }
        guard request.acceptsChanges else {
            throw JobFailure(
                .notFinished,
                "run \(open.name) is not finished; `martlet run \(job.name)` goes on with it"
            )
        }
        let run = try acceptChanges(of: try recovered(open)).run
        guard let person = request.planning.approval ?? job.approveBy else { return (run, nil) }
        let held = try site.withLedger { ledger throws(LedgerFailure) in
            try ledger.wantApproval(of: run.number, by: person)
        }
        return (held, nil)
    }

    private func unfinished() throws(JobFailure) -> [RunRecord] {
        try site.withLedger { ledger throws(LedgerFailure) in try ledger.unfinishedRuns(job: job.name) }
    }

    private func sealDue() throws(JobFailure) -> (run: RunRecord, result: ListCheck.Result)? {
        guard let occurrence = try dueOccurrence() else { return nil }
        let made = try JobPlanner(site, inputs).seal(
            name: occurrence.runName,
            occurrence: occurrence.name,
            options: request.planning
        ) { watch(.checking(rows: $0)) }
        watch(.sealed(made.run, made.result))
        return made
    }

    /// Only one process works on a job: a second one is told who holds it.
    private func acquireLock() throws(JobFailure) -> RunLock {
        switch try JobLock.acquire(job.name, in: site) {
        case .acquired(let lock): return lock
        case .held(let holder):
            let words = "job \(job.name) is being run already by \(JobLock.words(holder))"
            throw JobFailure(.notFinished, "\(words); wait until it ends, or stop it")
        }
    }

    private func resume(_ run: RunRecord, by definition: TransportDefinition) async throws(JobFailure) -> RunStanding {
        if run.hold == nil { watch(.resumed(run)) }
        var run = try recovered(run)
        guard run.hold == nil || request.acceptsChanges else { return try site.standing(of: run) }
        let material: MessageMaterial
        if request.acceptsChanges {
            let accepted = try acceptChanges(of: run)
            run = accepted.run
            if let made = accepted.material { material = made } else { material = try sealedMaterial(of: run) }
        } else {
            material = try sealedMaterial(of: run)
        }
        guard run.hold == nil else { return try site.standing(of: run) }
        return try await send(run, material: material, by: definition)
    }

    /// Takes changed inputs over.
    ///
    /// - Returns: the run as it is now; its material is nil when nothing had changed.
    private func acceptChanges(of run: RunRecord) throws(JobFailure) -> (run: RunRecord, material: MessageMaterial?) {
        let changes = try JobPlanner(site, inputs).acceptChanges(of: run, options: request.planning) {
            watch(.checking(rows: $0))
        }
        watch(.accepted(changes?.run ?? run, changes))
        return (changes?.run ?? run, changes?.result.material)
    }

    private func sealedMaterial(of run: RunRecord) throws(JobFailure) -> MessageMaterial {
        let folder = site.folder(of: run)
        let recipe = try SealedInputs(site, run, folder).recipe(current: inputs, asSealed: request.asSealed)
        return try folder.material(recipe, list: job.recipients.shown)
    }
}

extension RunFolder {
    /// The compiled job for the list that is sealed here.
    func material(_ recipe: MessageRecipe, list: String) throws(JobFailure) -> MessageMaterial {
        let columns: (names: [String], holdsJSON: [Bool])
        do throws(SealedRows.Failure) { columns = try self.columns() } catch { throw JobFailure(error) }
        do throws(MessageMaterial.Failure) {
            return try MessageMaterial(recipe, columns: columns.names, holdsJSON: columns.holdsJSON)
        } catch {
            throw JobFailure(.material(error), list: list)
        }
    }
}
