internal import GRDB
internal import MailModel

/// What committing a batch of messages has done.
package struct CollectSummary: Sendable, Hashable {
    /// Messages that are new.
    package var new = 0
    /// Messages that the ledger had already: their verdicts were not counted again.
    package var known = 0
    /// Recipients in doubt that the messages prove to have been accepted.
    package var settled = 0
    /// Addresses that were not on the suppression list before.
    package var suppressed = 0
}

extension RunLedger {
    /// Makes a batch of collected messages safe, synced, in one transaction with what it adds to the suppression list.
    ///
    /// When it returns, the messages may be deleted from the server, provided that their files are synced. A message that
    /// is in the ledger already (mailbox, unique id, size and hash) is not counted again.
    package func commit(
        _ messages: [CollectedRecord],
        suppressing suppressions: [Suppression] = []
    ) throws(LedgerFailure) -> CollectSummary {
        try write(.synced, "recording \(messages.count) collected messages") { connection in
            var summary = CollectSummary()
            for message in messages {
                guard let number = try Self.insert(message, connection) else {
                    summary.known += 1
                    continue
                }
                summary.new += 1
                if let file = message.replaces { try Self.removeMessage(file, of: message.mailbox, connection) }
                if let record = message.inbox {
                    try Self.insert(record, message: number, at: message.at, connection)
                }
                for (ordinal, verdict) in message.recipients.enumerated() {
                    try Self.insert(verdict, ordinal: ordinal, message: number, connection)
                }
                summary.settled += try Self.settleDoubts(by: message, connection)
            }
            summary.suppressed = try Self.add(suppressions, connection)
            return summary
        }
    }

    /// Takes out a message that another one replaces; nothing depends on it, since it said nothing about anybody.
    private static func removeMessage(_ file: String, of mailbox: String, _ connection: Database) throws {
        let number = try Int64.fetchOne(
            connection,
            sql: "SELECT id FROM collected WHERE mailbox = ? AND file = ?",
            arguments: [mailbox, file]
        )
        guard let number else { return }
        for statement in [
            "DELETE FROM verdict WHERE message = ?", "DELETE FROM inbox WHERE message = ?",
            "DELETE FROM collected WHERE id = ?",
        ] {
            try connection.execute(sql: statement, arguments: [number])
        }
    }

    /// Which of these unique ids of a mailbox are known, each with all messages that had it.
    package func knownMessages(
        in mailbox: String,
        uids: [String]
    ) throws(LedgerFailure) -> [String: [KnownMessage]] {
        try read("looking for messages of mailbox \(mailbox) that are known") { connection in
            var known: [String: [KnownMessage]] = [:]
            let statement = try connection.cachedStatement(
                sql: "SELECT uid, size, header_hash, file FROM collected WHERE mailbox = ? AND uid = ?"
            )
            for uid in uids {
                let rows = try Row.fetchAll(statement, arguments: [mailbox, uid])
                guard !rows.isEmpty else { continue }
                known[uid] = rows.map {
                    KnownMessage(
                        uid: $0.value("uid"),
                        size: $0.value("size"),
                        headerHash: $0.bytes("header_hash"),
                        file: $0.value("file")
                    )
                }
            }
            return known
        }
    }

    /// Verdicts that could not be tied to a recipient, the latest first.
    package func unmatchedVerdicts(limit: Int = .max) throws(LedgerFailure) -> [ListedVerdict] {
        try read("listing unmatched mail") {
            try Self.verdicts("v.run IS NULL ORDER BY v.message DESC, v.ordinal LIMIT ?", [Int64(limit)], $0)
        }
    }

    /// Verdicts about one recipient, the earliest first.
    package func verdicts(on seq: UInt32, in run: UInt32) throws(LedgerFailure) -> [ListedVerdict] {
        try read("listing verdicts on recipient \(seq) of run \(run)") {
            try Self.verdicts(
                "v.run = ? AND v.run IS NOT NULL AND v.seq = ? ORDER BY v.message, v.ordinal",
                [run, seq],
                $0
            )
        }
    }

    /// Verdicts about recipients of a run, by seq, those of one recipient the earliest first.
    package func verdicts(in run: UInt32, from first: UInt32 = 0, limit: Int = .max) throws(LedgerFailure)
        -> [ListedVerdict]
    {
        try read("listing verdicts on run \(run)") {
            try Self.verdicts(
                "v.run = ? AND v.run IS NOT NULL AND v.seq >= ? ORDER BY v.seq, v.message, v.ordinal LIMIT ?",
                [run, first, Int64(limit)],
                $0
            )
        }
    }

    /// Verdicts about the recipients in a range of seqs, all of them.
    package func verdicts(in run: UInt32, through seqs: Range<UInt32>) throws(LedgerFailure) -> [ListedVerdict] {
        try read("listing verdicts on run \(run)") {
            try Self.verdicts(
                """
                v.run = ? AND v.run IS NOT NULL AND v.seq >= ? AND v.seq < ? ORDER BY v.seq, v.message, v.ordinal
                """,
                [run, seqs.lowerBound, seqs.upperBound],
                $0
            )
        }
    }

    private static func verdicts(
        _ condition: String,
        _ arguments: StatementArguments,
        _ connection: Database
    ) throws -> [ListedVerdict] {
        try Row.fetchAll(
            connection,
            sql: """
                SELECT v.*, c.mailbox, c.file, c.at, c.kind, c.rule,
                    CASE WHEN json_valid(c.verdict) THEN json_extract(c.verdict, '$.unmatched') END AS because
                FROM verdict v JOIN collected c ON c.id = v.message
                WHERE \(condition)
                """,
            arguments: arguments
        ).map(ListedVerdict.init(row:))
    }

    /// Adds a message; nil when it is there already.
    private static func insert(_ message: CollectedRecord, _ connection: Database) throws -> Int64? {
        let statement = try connection.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO collected (mailbox, uid, size, header_hash, file, at, kind, rule, confidence, verdict)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        try statement.execute(
            arguments: [
                message.mailbox, message.uid, message.size, message.headerHash.blob, message.file, message.at.rawValue,
                message.kind, message.rule, message.confidence, message.verdict,
            ]
        )
        return connection.changesCount > 0 ? connection.lastInsertedRowID : nil
    }

    static func insert(
        _ verdict: RecordedVerdict,
        ordinal: Int,
        message: Int64,
        _ connection: Database
    ) throws {
        let statement = try connection.cachedStatement(
            sql: """
                INSERT INTO verdict (message, ordinal, run, seq, effect, address, class, status, reply, reason, text,
                    matched, confidence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        try statement.execute(
            arguments: [
                message, ordinal, verdict.run, verdict.seq, verdict.effect.rawValue, verdict.address,
                verdict.deliveryClass, verdict.status, verdict.reply, verdict.reason, verdict.text, verdict.matchedBy,
                verdict.confidence,
            ]
        )
    }
}

extension ListedVerdict {
    /// A row of `verdict`, joined with its message.
    init(row: Row) {
        self.init(
            message: row.value("message"),
            mailbox: row.value("mailbox"),
            file: row.value("file"),
            at: Timestamp(rawValue: row.value("at")),
            kind: row.value("kind"),
            rule: row.value("rule"),
            unmatchedBecause: row.optional("because"),
            verdict: RecordedVerdict(row: row)
        )
    }
}

extension RecordedVerdict {
    /// A row of `verdict`.
    init(row: Row) {
        self.init(
            run: row.optional("run"),
            seq: row.optional("seq"),
            effect: VerdictEffect(rawValue: row.value("effect")) ?? .none,
            address: row.optional("address"),
            deliveryClass: row.optional("class"),
            status: row.optional("status"),
            reply: row.optional("reply"),
            reason: row.optional("reason"),
            text: row.optional("text"),
            matchedBy: row.optional("matched"),
            confidence: row.value("confidence")
        )
    }
}
