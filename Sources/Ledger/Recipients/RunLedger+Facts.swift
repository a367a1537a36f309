internal import GRDB
package import MailModel

extension RunLedger {
    /// Recipients with their sessions; read by seq, or by state through the index that has no accepted ones.
    private static func recipientColumns(byState: Bool = false) -> String {
        """
        SELECT r.*, s.host, s.endpoint, s.tls, s.auth FROM recipient r \(byState ? "INDEXED BY recipient_listed" : "")
        LEFT JOIN session s ON s.run = r.run AND s.number = r.session
        """
    }

    /// What is known of one recipient; nil when the run has no such seq.
    package func recipient(_ seq: UInt32, in run: UInt32) throws(LedgerFailure) -> RecipientFacts? {
        let phase = "looking up recipient \(seq) of run \(run)"
        return try read(phase) { connection in
            let facts = try required(run, phase, connection)
            guard seq < facts.recipients else { return nil }
            let row = try Row.fetchOne(
                connection,
                sql: "\(Self.recipientColumns()) WHERE r.run = ? AND r.seq = ?",
                arguments: [run, seq]
            )
            return row.map(RecipientFacts.init(row:)) ?? RecipientFacts(withoutRow: seq, run: facts)
        }
    }

    /// Everything that happened to a recipient, in order; an acceptance at the first attempt included.
    package func history(of seq: UInt32, in run: UInt32) throws(LedgerFailure) -> [HistoryEntry] {
        try read("reading the history of recipient \(seq) of run \(run)") { connection in
            var entries = try Row.fetchAll(
                connection,
                sql: """
                    SELECT h.*, s.host, s.endpoint, s.tls, s.auth FROM history h
                    LEFT JOIN session s ON s.run = h.run AND s.number = h.session
                    WHERE h.run = ? AND h.seq = ? ORDER BY h.attempt, h.at, h.event
                    """,
                arguments: [run, seq]
            ).compactMap(HistoryEntry.init(row:))
            let row = try Row.fetchOne(
                connection,
                sql: "\(Self.recipientColumns()) WHERE r.run = ? AND r.seq = ? AND r.state = 2",
                arguments: [run, seq]
            )
            if let facts = row.map(RecipientFacts.init(row:)), let at = facts.at,
                !entries.contains(where: { $0.event == .settledAccepted })
            {
                entries.append(
                    HistoryEntry(
                        attempt: facts.attempt,
                        event: .accepted,
                        at: at,
                        phase: facts.phase,
                        sessionFacts: facts.sessionFacts,
                        words: facts.words,
                        sent: facts.sent
                    )
                )
            }
            return entries
        }
    }

    /// The recipients of a run that have a row, in the order of their seqs, a page at a time.
    ///
    /// Recipients without a row are left out: they are planned, or claimed for the first time (see ``RunLedger``). The
    /// next page begins behind the last seq of this one.
    /// - Parameters:
    ///   - run: the run's number.
    ///   - states: which ones; all by default.
    ///   - first: the seq to begin with.
    ///   - limit: how many at most.
    /// - Returns: the page; empty behind the last.
    /// - Throws: ``LedgerFailure``.
    package func recipients(
        in run: UInt32,
        states: Set<RecipientState> = Set(RecipientState.allCases),
        from first: UInt32 = 0,
        limit: Int = 1_000
    ) throws(LedgerFailure) -> [RecipientFacts] {
        try read("reading recipients of run \(run)") { connection in
            guard !states.contains(.accepted) else {
                let wanted = states.map { String($0.rawValue) }.sorted().joined(separator: ", ")
                return try Self.page(
                    "r.run = ? AND r.seq >= ? AND r.state IN (\(wanted))",
                    [run, first],
                    limit,
                    byState: false,
                    connection
                )
            }
            // The index has each state on its own, by seq where there is no time to come before it.
            let pages = try states.map { state in
                let order = state == .planned || state == .deferred ? "" : "AND r.next_attempt IS NULL"
                return try Self.page(
                    "r.run = ? AND r.seq >= ? AND r.state = ? AND r.state <> 2 \(order)",
                    [run, first, state.rawValue],
                    limit,
                    byState: true,
                    connection
                )
            }
            return Array(pages.joined().sorted { $0.seq < $1.seq }.prefix(limit))
        }
    }

    private static func page(
        _ condition: String,
        _ arguments: StatementArguments,
        _ limit: Int,
        byState: Bool,
        _ connection: Database
    ) throws -> [RecipientFacts] {
        try Row.fetchAll(
            connection,
            sql: "\(recipientColumns(byState: byState)) WHERE \(condition) ORDER BY r.seq LIMIT ?",
            arguments: arguments + [Int64(limit)]
        ).map(RecipientFacts.init(row:))
    }

    /// Rows of the list that got no seq, in order.
    package func rejectedRows(in run: UInt32, limit: Int = .max) throws(LedgerFailure) -> [RejectedRow] {
        try read("reading rejected rows of run \(run)") { connection in
            try Row.fetchAll(
                connection,
                sql: "SELECT * FROM rejected_row WHERE run = ? ORDER BY row LIMIT ?",
                arguments: [run, Int64(limit)]
            ).map { row in
                RejectedRow(
                    row: row.value("row"),
                    line: row.optional("line"),
                    address: row.optional("address"),
                    isDuplicate: row.value("is_duplicate"),
                    text: row.value("text")
                )
            }
        }
    }

    /// The number that the next session of a run gets: above all that are known.
    package func nextSession(in run: UInt32) throws(LedgerFailure) -> SessionID {
        try read("numbering sessions of run \(run)") { connection in
            let last = try Int64.fetchOne(
                connection,
                sql: "SELECT max(number) FROM session WHERE run = ?",
                arguments: [run]
            )
            return SessionID(rawValue: UInt32(clamping: (last ?? 0) + 1))
        }
    }
}

extension RecipientFacts {
    /// A row of `recipient`, joined with its session.
    init(row: Row) {
        let attempt = row.value("attempt") as UInt16
        self.init(
            seq: row.value("seq"),
            state: RecipientState(rawValue: row.value("state")) ?? .inDoubt,
            attempt: attempt,
            tries: Int(attempt) - (row.optional("released") as Int? ?? 0),
            at: Timestamp(rawValue: row.value("at")),
            firstTried: (row.optional("first_at") as Int64?).map(Timestamp.init(rawValue:)),
            nextAttempt: (row.optional("next_attempt") as Int64?).map(Timestamp.init(rawValue:)),
            phase: (row.optional("phase") as UInt8?).flatMap(SessionPhase.init(rawValue:)),
            session: (row.optional("session") as UInt32?).map(SessionID.init(rawValue:)),
            sessionFacts: SessionFacts(row: row),
            words: RecordedWords(row: row),
            sent: SentRecord(row: row)
        )
    }

    /// A recipient that has no row: planned, claimed for the first time, or cancelled with its run.
    init(withoutRow seq: UInt32, run: RunRecord) {
        let isClaimed = seq < run.claimedUpTo
        var state = RecipientState.planned
        if isClaimed { state = .claimed } else if run.state == .cancelled { state = .cancelled }
        self.init(seq: seq, state: state, attempt: isClaimed ? 1 : 0, tries: isClaimed ? 1 : 0)
    }
}

extension HistoryEntry {
    /// A row of `history`, joined with its session.
    init?(row: Row) {
        guard let event = Event(rawValue: row.value("event")) else { return nil }
        self.init(
            attempt: row.value("attempt"),
            event: event,
            at: Timestamp(rawValue: row.value("at")),
            phase: (row.optional("phase") as UInt8?).flatMap(SessionPhase.init(rawValue:)),
            sessionFacts: SessionFacts(row: row),
            words: RecordedWords(row: row),
            sent: SentRecord(row: row)
        )
    }
}

extension SentRecord {
    /// The columns `date`, `form`, `revision` and `digest`; nil when nothing was noted.
    init?(row: Row) {
        guard let date = row.optional("date") as Int64?, let digest = MessageDigest(row.bytes("digest")) else {
            return nil
        }
        let form = SentFacts.Form(rawValue: row.optional("form") ?? 0)
        self.init(
            facts: SentFacts(date: date, form: form, digest: digest),
            revision: row.optional("revision") ?? 0
        )
    }
}

extension SessionFacts {
    /// The session's columns of a join; nil when the session is not known.
    init?(row: Row) {
        guard let host = row.optional("host") as String? else { return nil }
        self.init(
            host: host,
            endpoint: row.value("endpoint"),
            tls: row.optional("tls"),
            authMechanism: row.optional("auth")
        )
    }
}
