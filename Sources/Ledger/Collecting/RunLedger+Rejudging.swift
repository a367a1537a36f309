internal import GRDB
package import MailModel

extension RunLedger {
    /// Collected messages with their verdicts, by number, a page at a time; those whose files are gone are left out.
    ///
    /// - Parameters:
    ///   - mailboxes: of which mailboxes; all when empty.
    ///   - since: collected at that time or later.
    ///   - last: the number that the page begins behind; 0 for the first page.
    ///   - limit: how many at most.
    /// - Returns: the page; empty behind the last.
    /// - Throws: ``LedgerFailure``.
    package func collectedMessages(
        of mailboxes: [String] = [],
        since: Timestamp? = nil,
        after last: Int64 = 0,
        limit: Int = 500
    ) throws(LedgerFailure) -> [LedgerMessage] {
        try read("reading collected mail") { connection in
            let places = repeatElement("?", count: mailboxes.count).joined(separator: ", ")
            let chosen = mailboxes.isEmpty ? "" : " AND mailbox IN (\(places))"
            var arguments: StatementArguments = [last, since?.rawValue ?? .min]
            arguments += StatementArguments(mailboxes)
            arguments += [limit]
            let rows = try Row.fetchAll(
                connection,
                sql: "SELECT * FROM collected WHERE id > ? AND at >= ? AND file <> ''\(chosen) ORDER BY id LIMIT ?",
                arguments: arguments
            )
            let verdicts = try connection.cachedStatement(
                sql: "SELECT * FROM verdict WHERE message = ? ORDER BY ordinal"
            )
            return try rows.map { row in
                let number: Int64 = row.value("id")
                let recipients = try Row.fetchAll(verdicts, arguments: [number]).map(RecordedVerdict.init(row:))
                return LedgerMessage(number: number, record: CollectedRecord(row: row, recipients: recipients))
            }
        }
    }

    /// The number of the last collected message; 0 when there is none.
    package func lastCollected() throws(LedgerFailure) -> Int64 {
        try read("reading collected mail") { try Self.lastCollected($0) }
    }

    /// Recipients of whom a verdict still says, proven, that they are to get no more mail.
    ///
    /// - Parameter changed: messages whose verdicts are about to be replaced; they say nothing.
    /// - Returns: each recipient once.
    /// - Throws: ``LedgerFailure``.
    package func condemnedRecipients(
        without changed: Set<Int64>
    ) throws(LedgerFailure) -> [(run: UInt32, seq: UInt32)] {
        try read("looking for verdicts that suppress") { connection in
            var condemned: [(run: UInt32, seq: UInt32)] = []
            let rows = try Row.fetchCursor(
                connection,
                sql: """
                    SELECT v.message, v.run, v.seq FROM verdict v JOIN collected c ON c.id = v.message
                    WHERE v.run IS NOT NULL AND v.seq IS NOT NULL AND v.matched IN ('token', 'message-id')
                    AND ((c.kind = 'bounce' AND v.class = 'hard' AND v.effect = 1)
                        OR c.kind IN ('complaint', 'unsubscribe'))
                    ORDER BY v.run, v.seq
                    """
            )
            while let row = try rows.next() {
                let recipient: (run: UInt32, seq: UInt32) = (row.value("run"), row.value("seq"))
                guard !changed.contains(row.value("message")), condemned.last.map({ $0 != recipient }) ?? true else {
                    continue
                }
                condemned.append(recipient)
            }
            return condemned
        }
    }

    /// Replaces verdicts, with what follows from them, synced, all in one transaction.
    ///
    /// - Parameter rejudgement: what changes; numbers, mailboxes and files stay as they are.
    /// - Returns: what was done, or that the new verdicts are out of date.
    /// - Throws: ``LedgerFailure``; nothing is changed then.
    package func apply(_ rejudgement: Rejudgement) throws(LedgerFailure) -> RejudgementOutcome {
        try write(.synced, "replacing the verdicts on \(rejudgement.messages.count) messages") { connection in
            guard try Self.lastCollected(connection) == rejudgement.last else { return .outdated }
            for message in rejudgement.messages { try Self.replace(message, connection) }
            let suppressed = try Self.add(rejudgement.suppressions, connection)
            return .applied(suppressed: suppressed, released: try Self.release(rejudgement.released, connection))
        }
    }

    private static func lastCollected(_ connection: Database) throws -> Int64 {
        try Int64.fetchOne(connection, sql: "SELECT max(id) FROM collected") ?? 0
    }

    private static func replace(_ message: LedgerMessage, _ connection: Database) throws {
        let statement = try connection.cachedStatement(
            sql: "UPDATE collected SET kind = ?, rule = ?, confidence = ?, verdict = ? WHERE id = ? AND file = ?"
        )
        let record = message.record
        try statement.execute(
            arguments: [record.kind, record.rule, record.confidence, record.verdict, message.number, record.file]
        )
        // A message that was forgotten meanwhile stays forgotten.
        guard connection.changesCount > 0 else { return }
        let removal = try connection.cachedStatement(sql: "DELETE FROM verdict WHERE message = ?")
        try removal.execute(arguments: [message.number])
        for (ordinal, verdict) in record.recipients.enumerated() {
            try insert(verdict, ordinal: ordinal, message: message.number, connection)
        }
    }
}

extension CollectedRecord {
    /// A row of `collected`.
    fileprivate init(row: Row, recipients: [RecordedVerdict]) {
        self.init(
            mailbox: row.value("mailbox"),
            uid: row.value("uid"),
            size: row.value("size"),
            headerHash: row.bytes("header_hash"),
            file: row.value("file"),
            at: Timestamp(rawValue: row.value("at")),
            kind: row.value("kind"),
            rule: row.value("rule"),
            confidence: row.value("confidence"),
            verdict: row.value("verdict"),
            recipients: recipients
        )
    }
}
