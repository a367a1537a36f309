internal import GRDB
package import MailModel

extension RunLedger {
    /// Claims recipients for a sender, synced: when it returns, their first bytes may leave.
    ///
    /// Recipients that are due come first, with their next attempt number, then those never tried, in order. An attempt
    /// number is never used twice for a recipient, so that an outcome that is met again after a crash cannot be taken
    /// for that of a later claim. Suppression is the caller's to check, for the addresses are in the sealed list: see
    /// ``suppress(_:in:because:at:)``.
    /// - Parameters:
    ///   - count: the most that are claimed.
    ///   - run: the run's number.
    ///   - recorder: the flight recorder that the attempts will be marked in.
    ///   - now: what is due is due by then.
    /// - Returns: the claims; empty when nothing is due now, or the run waits for a person.
    /// - Throws: ``LedgerFailure``; `misuse` while claims under another recorder are open: recover first.
    package func claim(
        upTo count: Int,
        in run: UInt32,
        recorder: RecorderIdentity,
        now: Timestamp
    ) throws(LedgerFailure) -> [AttemptID] {
        let phase = "claiming recipients of run \(run)"
        return try write(.synced, phase) { connection in
            let facts = try claimable(run, recorder, phase, connection)
            guard facts.state == .open, facts.hold == nil, count > 0 else { return [] }
            var claims = try Self.claimDue(facts, upTo: count, now: now, on: connection)
            let fresh = try Self.claimFresh(facts, upTo: count - claims.count, on: connection, into: &claims)
            if fresh != facts.claimedUpTo || (facts.recorder == nil && !claims.isEmpty) {
                try Self.setClaims(upTo: fresh, recorder: recorder, of: facts, on: connection)
            }
            return claims
        }
    }

    /// Claims the given recipients, due or not, as long as they wait: for `--only` and for canaries.
    ///
    /// - Returns: the claims; recipients that are claimed or settled already are left out.
    /// - Throws: ``LedgerFailure``; `misuse` while claims under another recorder are open: recover first.
    package func claim(
        only seqs: [UInt32],
        in run: UInt32,
        recorder: RecorderIdentity,
        now: Timestamp
    ) throws(LedgerFailure) -> [AttemptID] {
        let phase = "claiming recipients of run \(run)"
        return try write(.synced, phase) { connection in
            let facts = try claimable(run, recorder, phase, connection)
            guard facts.state == .open, facts.hold == nil else { return [] }
            var claims: [AttemptID] = []
            for seq in seqs where seq < facts.recipients {
                guard let claim = try Self.claimOne(seq, facts, now: now, on: connection) else { continue }
                claims.append(claim)
            }
            if !claims.isEmpty, facts.recorder == nil {
                try Self.setClaims(upTo: facts.claimedUpTo, recorder: recorder, of: facts, on: connection)
            }
            return claims
        }
    }

    /// The run, when it may be claimed from under this recorder.
    private func claimable(
        _ run: UInt32,
        _ recorder: RecorderIdentity,
        _ phase: String,
        _ connection: Database
    ) throws -> RunRecord {
        let facts = try required(run, phase, connection)
        try refuseHeld(run, phase, connection)
        guard facts.recorder == nil || facts.recorder == recorder else {
            let cause = "claims under another flight recorder are open; recovery comes first"
            throw LedgerFailure(code: .misuse, phase: phase, path: path, cause: cause)
        }
        return facts
    }

    private static func claimDue(
        _ run: RunRecord,
        upTo count: Int,
        now: Timestamp,
        on connection: Database
    ) throws -> [AttemptID] {
        // One state at a time: the index then has them in the order in which they are due.
        let due = try connection.cachedStatement(
            sql: """
                SELECT seq, attempt FROM recipient INDEXED BY recipient_listed
                WHERE run = ? AND state = ? AND state <> 2 AND next_attempt <= ?
                ORDER BY next_attempt, seq LIMIT ?
                """
        )
        var claims: [AttemptID] = []
        for state in [RecipientState.deferred, .planned] where claims.count < count {
            let rows = try Row.fetchAll(
                due,
                arguments: [run.number, state.rawValue, now.rawValue, count - claims.count]
            )
            for row in rows {
                let claim = try advance(
                    row.value("seq"),
                    from: row.value("attempt"),
                    run: run.number,
                    now: now,
                    on: connection
                )
                if let claim { claims.append(claim) }
            }
        }
        return claims
    }

    /// Advances the range of claimed seqs past those that have a row already.
    ///
    /// - Returns: the seq that the range ends before.
    private static func claimFresh(
        _ run: RunRecord,
        upTo count: Int,
        on connection: Database,
        into claims: inout [AttemptID]
    ) throws -> UInt32 {
        var next = run.claimedUpTo
        var wanted = count
        let taken = try connection.cachedStatement(
            sql: "SELECT seq FROM recipient WHERE run = ? AND seq >= ? AND seq < ? ORDER BY seq"
        )
        while wanted > 0, next < run.recipients {
            let end = UInt32(min(Int(next) + wanted, Int(run.recipients)))
            let skipped = try UInt32.fetchAll(taken, arguments: [run.number, next, end])
            var skip = skipped.makeIterator()
            var nextSkipped = skip.next()
            for seq in next..<end {
                if seq == nextSkipped {
                    nextSkipped = skip.next()
                } else {
                    claims.append(AttemptID(seq: seq, attempt: 1))
                    wanted -= 1
                }
            }
            next = end
        }
        return next
    }

    private static func claimOne(
        _ seq: UInt32,
        _ run: RunRecord,
        now: Timestamp,
        on connection: Database
    ) throws -> AttemptID? {
        let row = try Row.fetchOne(
            connection,
            sql: "SELECT state, attempt FROM recipient WHERE run = ? AND seq = ?",
            arguments: [run.number, seq]
        )
        if let row {
            guard [RecipientState.planned, .deferred].map(\.rawValue).contains(row.value("state") as Int) else {
                return nil
            }
            return try advance(seq, from: row.value("attempt"), run: run.number, now: now, on: connection)
        }
        guard seq >= run.claimedUpTo else { return nil }
        try connection.execute(
            sql: "INSERT INTO recipient (run, seq, state, attempt, at) VALUES (?, ?, 1, 1, ?)",
            arguments: [run.number, seq, now.rawValue]
        )
        return AttemptID(seq: seq, attempt: 1)
    }

    /// Claims a recipient that has a row, with its next attempt number.
    private static func advance(
        _ seq: UInt32,
        from attempt: Int,
        run: UInt32,
        now: Timestamp,
        on connection: Database
    ) throws -> AttemptID? {
        guard let next = UInt16(exactly: attempt + 1) else { return nil }
        let statement = try connection.cachedStatement(
            sql: "UPDATE recipient SET state = 1, attempt = ?, next_attempt = NULL WHERE run = ? AND seq = ?"
        )
        try statement.execute(arguments: [next, run, seq])
        return AttemptID(seq: seq, attempt: next)
    }

    private static func setClaims(
        upTo seq: UInt32,
        recorder: RecorderIdentity,
        of run: RunRecord,
        on connection: Database
    ) throws {
        let statement = try connection.cachedStatement(
            sql: """
                UPDATE run SET claimed_upto = ?, recorder_id = ?, recorder_boot = ?, recorder_device = ?,
                    recorder_inode = ? WHERE number = ?
                """
        )
        try statement.execute(
            arguments: [
                seq, recorder.id.blob, recorder.bootID, Int64(bitPattern: recorder.device),
                Int64(bitPattern: recorder.inode), run.number,
            ]
        )
    }
}
