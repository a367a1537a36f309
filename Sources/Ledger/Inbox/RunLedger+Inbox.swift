internal import GRDB
package import MailModel

extension RunLedger {
    /// Messages that one sender may have taken within an hour: more are two machines that answer each other.
    static let mostInAnHour = 5

    /// Adds a message to the inbox, in the transaction that records the message itself.
    static func insert(_ record: InboxRecord, message: Int64, at: Timestamp, _ connection: Database) throws {
        var record = record
        if record.held == nil, !record.sender.isEmpty {
            let recent = try Int.fetchOne(
                connection,
                sql: "SELECT count(*) FROM inbox WHERE sender = ? AND at > ?",
                arguments: [record.sender, at.rawValue - 3_600_000]
            )
            if (recent ?? 0) >= mostInAnHour { record.held = "more than \(mostInAnHour) messages in an hour" }
        }
        try connection.execute(
            sql: """
                INSERT INTO inbox (message, key, kind, job, sender, name, subject, run, seq, matched, trust, at, held)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                message, record.key, record.kind, record.job, record.sender, record.name, record.subject, record.run,
                record.seq, record.matched, record.trust, at.rawValue, record.held,
            ]
        )
    }

    /// The inbox in the order in which it was collected, a page at a time.
    ///
    /// - Parameters:
    ///   - last: the number of the last entry of the page before; 0 for the first.
    ///   - since: entries that were collected earlier are left out.
    ///   - onlyOpen: whether only those are wanted that are to be handed over and were not.
    ///   - limit: how many at most.
    /// - Returns: the page; empty behind the last.
    /// - Throws: ``LedgerFailure``.
    package func inbox(
        after last: Int64 = 0,
        since: Timestamp = Timestamp(rawValue: 0),
        onlyOpen: Bool = false,
        limit: Int = 1_000
    ) throws(LedgerFailure) -> [InboxEntry] {
        try read("reading the inbox") { connection in
            try Row.fetchAll(
                connection,
                sql: """
                    SELECT i.*, c.mailbox, c.file FROM inbox i JOIN collected c ON c.id = i.message
                    WHERE i.id > ? AND i.at >= ?\(onlyOpen ? " AND i.handed IS NULL AND i.held IS NULL" : "")
                    ORDER BY i.id LIMIT ?
                    """,
                arguments: [last, since.rawValue, Int64(limit)]
            ).map(InboxEntry.init(row:))
        }
    }

    /// Notes, synced, that an entry was taken: it is not handed over again.
    package func handedOver(_ id: Int64, at: Timestamp) throws(LedgerFailure) {
        try write(.synced, "recording that inbox message \(id) was taken") { connection in
            try connection.execute(
                sql: "UPDATE inbox SET handed = ?, error = NULL WHERE id = ?",
                arguments: [at.rawValue, id]
            )
        }
    }

    /// Notes that an entry was not taken: it is handed over again the next time.
    package func notHandedOver(_ id: Int64, because words: String) throws(LedgerFailure) {
        try write(.relaxed, "recording that inbox message \(id) was not taken") { connection in
            try connection.execute(
                sql: "UPDATE inbox SET tries = tries + 1, error = ? WHERE id = ?",
                arguments: [words, id]
            )
        }
    }

    /// Lets an entry that was held be handed over after all.
    ///
    /// - Returns: whether there was one.
    package func releaseFromInbox(_ id: Int64) throws(LedgerFailure) -> Bool {
        try write(.synced, "releasing inbox message \(id)") { connection in
            try connection.execute(
                sql: "UPDATE inbox SET held = NULL WHERE id = ? AND held IS NOT NULL",
                arguments: [id]
            )
            return connection.changesCount > 0
        }
    }
}

extension InboxEntry {
    /// A row of `inbox`, joined with its message.
    init(row: Row) {
        var record = InboxRecord(
            key: row.value("key"),
            kind: row.value("kind"),
            sender: row.value("sender"),
            matched: row.value("matched"),
            trust: row.value("trust")
        )
        record.job = row.optional("job")
        record.name = row.value("name")
        record.subject = row.value("subject")
        record.run = row.optional("run")
        record.seq = row.optional("seq")
        record.held = row.optional("held")
        self.init(
            id: row.value("id"),
            record: record,
            at: Timestamp(rawValue: row.value("at")),
            mailbox: row.value("mailbox"),
            file: row.value("file"),
            handed: (row.optional("handed") as Int64?).map(Timestamp.init(rawValue:)),
            tries: row.value("tries"),
            error: row.optional("error")
        )
    }
}
