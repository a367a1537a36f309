internal import GRDB
package import MailModel

/// How a doubt is settled.
package enum Resolution: Sendable, Hashable, CaseIterable {
    /// The message is taken to have arrived.
    case accepted
    /// It is sent again, whatever may have arrived: due at once.
    case resend
    /// It is taken to have failed.
    case failed
    /// The recipient is taken out.
    case cancelled

    /// The state that the recipient goes to.
    var state: RecipientState {
        switch self {
        case .accepted: .accepted
        case .resend: .planned
        case .failed: .failed
        case .cancelled: .cancelled
        }
    }

    /// What the history says.
    var event: HistoryEntry.Event {
        switch self {
        case .accepted: .settledAccepted
        case .resend: .settledResend
        case .failed: .settledFailed
        case .cancelled: .settledCancelled
        }
    }
}

extension RunLedger {
    /// Settles recipients in doubt, synced; a run that was finished is opened again when some are to be sent.
    ///
    /// - Parameters:
    ///   - seqs: the recipients; those not in doubt are left alone.
    ///   - run: the run's number.
    ///   - resolution: what they are taken for.
    ///   - words: who decided and why; the words about the attempt itself stay in the history.
    ///   - at: when.
    /// - Returns: how many were in doubt.
    /// - Throws: ``LedgerFailure``.
    package func resolve(
        _ seqs: [UInt32],
        in run: UInt32,
        as resolution: Resolution,
        because words: String,
        at: Timestamp
    ) throws(LedgerFailure) -> Int {
        try write(.synced, "settling recipients in doubt of run \(run)") { connection in
            let facts = try required(run, "settling recipients in doubt of run \(run)", connection)
            let settling = Settling(run: facts, at: at, connection: connection)
            let count = try seqs.reduce(0) { try settling.settle($1, as: resolution, words) ? $0 + 1 : $0 }
            if resolution == .resend, count > 0 {
                try connection.execute(
                    sql: "UPDATE run SET state = 0, finished = NULL WHERE number = ? AND state = 1",
                    arguments: [run]
                )
            }
            return count
        }
    }
}

extension RunLedger {
    /// Settles, synced, recipients in doubt of whom mail has come back: nobody answers a message that never arrived.
    ///
    /// - Parameters:
    ///   - seqs: the recipients; nil for all of the run.
    ///   - run: the run's number.
    ///   - provenOnly: whether only mail counts that holds a token or a Message-ID of ours, which nobody can make up;
    ///     otherwise a report that names the address does too.
    ///   - person: who asks for it; nil when nobody does.
    ///   - at: when.
    /// - Returns: how many were settled as accepted.
    /// - Throws: ``LedgerFailure``.
    package func resolveByEvidence(
        _ seqs: Set<UInt32>? = nil,
        in run: UInt32,
        provenOnly: Bool,
        by person: String? = nil,
        at: Timestamp
    ) throws(LedgerFailure) -> Int {
        let phase = "settling recipients in doubt of run \(run)"
        let hasAny = try read(phase) { try !Self.evidence(in: run, provenOnly: provenOnly, $0).isEmpty }
        guard hasAny else { return 0 }
        return try write(.synced, phase) { connection in
            let settling = Settling(run: try required(run, phase, connection), at: at, connection: connection)
            var count = 0
            for evidence in try Self.evidence(in: run, provenOnly: provenOnly, connection)
            where seqs?.contains(evidence.seq) ?? true {
                let asked = person.map { "; settled by \($0)" } ?? ""
                if try settling.settle(evidence.seq, as: .accepted, evidence.words + asked) { count += 1 }
            }
            return count
        }
    }

    /// Settles those in doubt that a collected message proves to have been accepted, inside its transaction.
    ///
    /// - Returns: how many were settled.
    static func settleDoubts(by message: CollectedRecord, _ connection: Database) throws -> Int {
        var count = 0
        for verdict in message.recipients {
            guard let number = verdict.run, let seq = verdict.seq, let means = verdict.matchedBy,
                Evidence.proofs.contains(means), let facts = try run(numbered: number, connection)
            else { continue }
            let evidence = Evidence(seq: seq, kind: message.kind, means: means, file: message.file)
            let settling = Settling(run: facts, at: message.at, connection: connection)
            if try settling.settle(seq, as: .accepted, evidence.words) { count += 1 }
        }
        return count
    }

    private static func run(numbered number: UInt32, _ connection: Database) throws -> RunRecord? {
        try Row.fetchOne(connection, sql: "SELECT * FROM run WHERE number = ?", arguments: [number])
            .map(RunRecord.init(row:))
    }

    private static func evidence(in run: UInt32, provenOnly: Bool, _ connection: Database) throws -> [Evidence] {
        let proofs = Evidence.proofs.sorted().map { "'\($0)'" }.joined(separator: ", ")
        return try Row.fetchAll(
            connection,
            sql: """
                SELECT v.seq, v.matched, c.kind, c.file FROM verdict v
                JOIN recipient r ON r.run = v.run AND r.seq = v.seq
                JOIN collected c ON c.id = v.message
                WHERE v.run = ? AND v.run IS NOT NULL AND r.state = 5
                    AND (v.matched IN (\(proofs)) \(provenOnly ? "" : "OR v.effect > 0"))
                ORDER BY v.seq, v.message
                """,
            arguments: [run]
        ).map {
            Evidence(seq: $0.value("seq"), kind: $0.value("kind"), means: $0.value("matched"), file: $0.value("file"))
        }
    }
}

/// A message that came back about a recipient in doubt.
private struct Evidence {
    /// Ties that nobody without our secret, or the message itself, can make.
    static let proofs: Set<String> = ["token", "message-id"]

    var seq: UInt32
    var kind: String
    var means: String
    var file: String

    /// What the history says.
    var words: String { "evidence: \(kind) came back, matched by \(means) (\(file))" }
}

/// Settles doubts inside one transaction.
private struct Settling {
    let run: RunRecord
    let at: Timestamp
    let connection: Database

    /// Settles one; false when it is not in doubt.
    func settle(_ seq: UInt32, as resolution: Resolution, _ words: String) throws -> Bool {
        let attempt = try UInt16.fetchOne(
            connection.cachedStatement(
                sql: """
                    UPDATE recipient SET state = ?, at = ?, cause = 5, text = ?, code = NULL, status = NULL,
                        next_attempt = ? WHERE run = ? AND seq = ? AND state = 5 RETURNING attempt
                    """
            ),
            arguments: [
                resolution.state.rawValue, at.rawValue, words, resolution == .resend ? at.rawValue : nil, run.number,
                seq,
            ]
        )
        guard let attempt else { return false }
        var row = OutcomeColumns(id: AttemptID(seq: seq, attempt: attempt), state: resolution.state, at: at.rawValue)
        row.words = WordColumns(note: words)
        try History(connection).append(resolution.event, row, run: run)
        return true
    }
}
