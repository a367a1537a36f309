internal import GRDB
package import MailModel

/// What recovery does with the open claims of a run, in one transaction.
package struct RecoveryChanges: Sendable, Hashable {
    /// Sessions and outcomes that the recorder holds, in order; those that the ledger has already are ignored.
    package var events: [DeliveryEvent]
    /// Claims that may have been sent.
    package var inDoubt: [AttemptID]
    /// Claims that were certainly not sent.
    package var planned: [AttemptID]
    /// What left with those in doubt, where that is known.
    package var sent: [AttemptID: SentFacts]
    /// How recovery knows, in words for a person: what is put beside every claim in doubt.
    package var words: String

    package init(
        events: [DeliveryEvent],
        inDoubt: [AttemptID],
        planned: [AttemptID],
        sent: [AttemptID: SentFacts] = [:],
        words: String
    ) {
        self.sent = sent
        self.events = events
        self.inDoubt = inDoubt
        self.planned = planned
        self.words = words
    }
}

/// What recovery has done.
package struct RecoverySummary: Sendable, Hashable {
    /// Outcomes out of the recorder.
    package var outcomes: RecordSummary
    /// Claims that are in doubt now.
    package var inDoubt = 0
    /// Claims that are planned again.
    package var planned = 0
}

extension RunLedger {
    /// The claims of a run that have no outcome, in the order of their seqs.
    ///
    /// Costs nothing when the run was left in order; after a crash, one pass over the run's rows.
    package func openClaims(in run: UInt32) throws(LedgerFailure) -> [AttemptID] {
        let phase = "looking for open claims of run \(run)"
        return try read(phase) { connection in
            let facts = try required(run, phase, connection)
            guard facts.recorder != nil else { return [] }
            return try Self.openClaims(facts, connection)
        }
    }

    /// Ends what a crash has left open, synced: outcomes first, then doubts, then what goes back to planned.
    ///
    /// Claims that no list names stay open, and so does the run's tie to its recorder; a crash before the commit changes
    /// nothing, and doing it again after it changes nothing either.
    package func recover(
        _ changes: RecoveryChanges,
        in run: UInt32,
        at: Timestamp,
        retry: RetryRule
    ) throws(LedgerFailure) -> RecoverySummary {
        let phase = "recovering run \(run)"
        return try write(.synced, phase) { connection in
            let facts = try required(run, phase, connection)
            var recorder = try OutcomeRecorder(run: facts, connection)
            for event in changes.events { try recorder.record(event, retry) }
            var summary = RecoverySummary(outcomes: recorder.summary)
            let closing = try ClaimClosing(facts, at: at, words: changes.words, connection)
            for id in changes.inDoubt where try closing.close(id, .inDoubt(changes.sent[id])) { summary.inDoubt += 1 }
            for id in changes.planned where try closing.close(id, .recovered) { summary.planned += 1 }
            try Self.releaseRecorder(facts, connection)
            return summary
        }
    }

    /// Unties a run from its recorder when no claim is open: at the end of a run that was stopped in order.
    ///
    /// - Returns: whether none was open.
    package func closeClaims(in run: UInt32) throws(LedgerFailure) -> Bool {
        let phase = "closing run \(run)"
        return try write(.synced, phase) { connection in
            try Self.releaseRecorder(required(run, phase, connection), connection)
        }
    }

    @discardableResult
    private static func releaseRecorder(_ run: RunRecord, _ connection: Database) throws -> Bool {
        guard run.recorder != nil else { return true }
        guard try openClaims(run, connection).isEmpty else { return false }
        try connection.execute(
            sql: """
                UPDATE run SET recorder_id = NULL, recorder_boot = NULL, recorder_device = NULL, recorder_inode = NULL,
                    recorder_position = NULL
                WHERE number = ?
                """,
            arguments: [run.number]
        )
        return true
    }

    private static func openClaims(_ run: RunRecord, _ connection: Database) throws -> [AttemptID] {
        var claims: [AttemptID] = []
        var next: UInt32 = 0
        let end = min(run.claimedUpTo, run.recipients)
        let rows = try UInt32.fetchCursor(
            connection,
            sql: "SELECT seq FROM recipient WHERE run = ? AND seq < ? ORDER BY seq",
            arguments: [run.number, end]
        )
        while let seq = try rows.next() {
            while next < seq {
                claims.append(AttemptID(seq: next, attempt: 1))
                next += 1
            }
            next = seq + 1
        }
        while next < end {
            claims.append(AttemptID(seq: next, attempt: 1))
            next += 1
        }
        let claimed = try Row.fetchAll(
            connection,
            sql:
                "SELECT seq, attempt FROM recipient INDEXED BY recipient_listed WHERE run = ? AND state = 1 AND state <> 2",
            arguments: [run.number]
        )
        claims += claimed.map { AttemptID(seq: $0.value("seq"), attempt: $0.value("attempt")) }
        return claims.sorted { $0.seq < $1.seq }
    }
}
