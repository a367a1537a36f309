internal import DeliveryPlanning
internal import Ledger
internal import MailModel
internal import Workspace

extension JobRunner {
    /// Sends a run until nothing is due for now.
    func send(
        _ run: RunRecord,
        material: MessageMaterial,
        by definition: TransportDefinition
    ) async throws(JobFailure) -> RunStanding {
        let transport = try makeTransport(definition, site.workspace)
        var order = RunSender.Order(
            run: run,
            folder: site.folder(of: run),
            content: .job(material),
            secret: site.secret,
            policy: FailurePolicy(schedule: RetrySchedule(job.retry)),
            unanswered: max(definition.unanswered, definition.connections),
            patience: request.patience
        )
        order.limit = request.limit
        order.signer = try JobSigner.make(site.settings, in: site.workspace, author: job.from.address)
        if let address = request.only { order.only = try seqs(of: address, order) }
        var goesOn = true
        while goesOn {
            let board = RunBoard()
            stop.attach(board)
            watch(.sending(run, board: board))
            defer { watch(.sent(run)) }
            try await RunSender(site.ledger, order).send(by: transport, board: board)
            let refused = board.progress
            if refused.refusedCopies > 0 {
                watch(.copiesRefused(refused.refusedCopies, words: refused.refusedCopyWords))
            }
            order.run = try reload(run)
            // What is in doubt only now is settled by the policy too; to send it again is a turn of its own.
            let settled = try settleDoubts(of: run)
            goesOn = job.inDoubt == .resend && settled > 0 && !stop.isRequested && request.limit == nil
        }
        return try site.standing(of: run)
    }

    /// A run whose open claims are settled: what an earlier process left, and what is in doubt, by evidence and policy.
    func recovered(_ run: RunRecord) throws(JobFailure) -> RunRecord {
        let policy = FailurePolicy(schedule: RetrySchedule(job.retry))
        let summary = try RunRecovery(site.ledger, retry: policy.rule).recover(run, in: site.folder(of: run))
        if let summary { watch(.recovered(summary)) }
        try settleDoubts(of: run)
        return try reload(run)
    }

    /// Settles open claims of runs that were cancelled while they were being sent, by a process that was killed then.
    func settleAbandoned() throws(JobFailure) {
        let abandoned = try site.withLedger { ledger throws(LedgerFailure) in try ledger.abandonedRuns(job: job.name) }
        for run in abandoned { _ = try recovered(run) }
    }

    private func reload(_ run: RunRecord) throws(JobFailure) -> RunRecord {
        try site.withLedger { ledger throws(LedgerFailure) in try ledger.run(run.number) ?? run }
    }

    /// Settles recipients in doubt: those of whom mail has come back, then the others by the job's policy.
    ///
    /// - Returns: how many were settled.
    @discardableResult
    private func settleDoubts(of run: RunRecord) throws(JobFailure) -> Int {
        let byEvidence = try site.withLedger { ledger throws(LedgerFailure) in
            try ledger.resolveByEvidence(in: run.number, provenOnly: true, at: .now)
        }
        let resolution: Resolution
        switch job.inDoubt {
        case .hold: return byEvidence
        case .resend: resolution = .resend
        case .assumeSent: resolution = .accepted
        }
        return try site.withLedger { ledger throws(LedgerFailure) in
            let words = "the job says in_doubt: \(job.inDoubt.rawValue)"
            var count = byEvidence
            while true {
                let page = try ledger.recipients(in: run.number, states: [RecipientState.inDoubt])
                guard !page.isEmpty else { return count }
                let seqs = page.map(\.seq)
                count += try ledger.resolve(seqs, in: run.number, as: resolution, because: words, at: .now)
            }
        }
    }

    /// The recipients of a run who have an address.
    private func seqs(of address: String, _ order: RunSender.Order) throws(JobFailure) -> [UInt32] {
        let found = try RecipientSearch(address).recipients(in: order.folder).map(\.seq)
        guard !found.isEmpty else {
            throw JobFailure(.usage, "--only \(address): run \(order.run.name) has no such recipient")
        }
        return found
    }
}

extension RetrySchedule {
    /// The schedule that a job names.
    init(_ definition: RetryDefinition) {
        self.init(
            waits: definition.after.map { Int($0.components.seconds) },
            giveUpAfter: Int(definition.giveUp.components.seconds)
        )
    }
}

extension JobSite {
    /// How a run stands now; one with nothing left to do is finished.
    func standing(of run: RunRecord) throws(JobFailure) -> RunStanding {
        try withLedger { ledger throws(LedgerFailure) in
            let remaining = try ledger.remaining(in: run.number)
            if remaining.isNothing { try ledger.finishRun(run.number, at: .now) }
            return RunStanding(
                run: try ledger.run(run.number) ?? run,
                counts: try ledger.classCounts(of: run.number),
                remaining: remaining
            )
        }
    }
}
