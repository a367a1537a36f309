internal import GRDB
package import MailModel

extension RunLedger {
    /// Soft bounces in collected mail that were not counted yet.
    ///
    /// Only those that are tied to a recipient by something that nobody else can make up count: a token, or a Message-ID of
    /// ours.
    /// - Parameter limit: how many collected messages are looked at.
    /// - Returns: the bounces; the number of the last message that was counted before, and of the last looked at now.
    /// - Throws: ``LedgerFailure``.
    package func uncountedBounces(
        limit: Int
    ) throws(LedgerFailure) -> (bounces: [UncountedBounce], from: Int64, upTo: Int64) {
        try read("looking for soft bounces") { connection in
            let from = try Self.countedUpTo(connection)
            let last = try Int64.fetchOne(
                connection,
                sql: "SELECT max(id) FROM (SELECT id FROM collected WHERE id > ? ORDER BY id LIMIT ?)",
                arguments: [from, Int64(limit)]
            )
            guard let upTo = last else { return ([], from, from) }
            let bounces = try Row.fetchAll(
                connection,
                sql: """
                    SELECT v.message, v.run, v.seq, v.status, c.at FROM verdict v JOIN collected c ON c.id = v.message
                    WHERE v.message > ? AND v.message <= ? AND v.run IS NOT NULL AND v.seq IS NOT NULL
                        AND v.effect = 1 AND v.class = 'soft' AND v.matched IN ('token', 'message-id')
                    ORDER BY v.message, v.ordinal
                    """,
                arguments: [from, upTo]
            ).map { row in
                UncountedBounce(
                    message: row.value("message"),
                    at: Timestamp(rawValue: row.value("at")),
                    run: row.value("run"),
                    seq: row.value("seq"),
                    status: row.optional("status")
                )
            }
            return (bounces, from, upTo)
        }
    }

    /// Counts soft bounces, synced.
    ///
    /// - Parameters:
    ///   - bounces: whose they are is known.
    ///   - from: the last message that was counted before; when another process has counted since, nothing is done.
    ///   - upTo: the last message that is counted now.
    /// - Returns: whether they were counted.
    /// - Throws: ``LedgerFailure``.
    package func count(_ bounces: [SoftBounce], from: Int64, upTo: Int64) throws(LedgerFailure) -> Bool {
        try write(.synced, "counting soft bounces") { connection in
            guard try Self.countedUpTo(connection) == from else { return false }
            let statement = try connection.cachedStatement(
                sql: """
                    INSERT OR IGNORE INTO soft_bounce (address, message, at, run, seq, status) VALUES (?, ?, ?, ?, ?, ?)
                    """
            )
            for bounce in bounces {
                try statement.execute(
                    arguments: [
                        bounce.address.stored, bounce.message, bounce.at.rawValue, bounce.run, bounce.seq,
                        bounce.status,
                    ]
                )
            }
            try connection.execute(
                sql: "UPDATE counter SET value = ? WHERE name = 'soft_bounces'",
                arguments: [upTo]
            )
            return true
        }
    }

    /// The soft bounces of an address that are counted, the earliest first.
    package func softBounces(of address: SuppressionKey, since: Timestamp) throws(LedgerFailure) -> [SoftBounce] {
        try read("looking up soft bounces") { connection in
            try Row.fetchAll(
                connection,
                sql: "SELECT * FROM soft_bounce WHERE address = ? AND at >= ? ORDER BY at, message",
                arguments: [address.stored, since.rawValue]
            ).map { row in
                SoftBounce(
                    address: address,
                    message: row.value("message"),
                    at: Timestamp(rawValue: row.value("at")),
                    run: row.value("run"),
                    seq: row.value("seq"),
                    status: row.optional("status")
                )
            }
        }
    }

    /// Takes back what was counted of an address before a point in time: mail has reached it since.
    package func forgetSoftBounces(of address: SuppressionKey, before: Timestamp) throws(LedgerFailure) {
        try write(.synced, "setting soft bounces back") { connection in
            try connection.execute(
                sql: "DELETE FROM soft_bounce WHERE address = ? AND at < ?",
                arguments: [address.stored, before.rawValue]
            )
        }
    }

    private static func countedUpTo(_ connection: Database) throws -> Int64 {
        try Int64.fetchOne(connection, sql: "SELECT value FROM counter WHERE name = 'soft_bounces'") ?? 0
    }
}

extension SuppressionKey {
    /// How the table of soft bounces has it: an address has an `@`, a hash has none.
    var stored: String { value }
}
