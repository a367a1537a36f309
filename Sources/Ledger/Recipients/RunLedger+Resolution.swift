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
            var count = 0
            for seq in seqs {
                let attempt = try UInt16.fetchOne(
                    connection,
                    sql: """
                        UPDATE recipient SET state = ?, at = ?, cause = 5, text = ?, code = NULL, status = NULL,
                            next_attempt = ? WHERE run = ? AND seq = ? AND state = 5 RETURNING attempt
                        """,
                    arguments: [
                        resolution.state.rawValue, at.rawValue, words, resolution == .resend ? at.rawValue : nil, run,
                        seq,
                    ]
                )
                guard let attempt else { continue }
                var row = OutcomeColumns(
                    id: AttemptID(seq: seq, attempt: attempt),
                    state: resolution.state,
                    at: at.rawValue
                )
                row.words = WordColumns(note: words)
                try History(connection).append(resolution.event, row, run: run)
                count += 1
            }
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
