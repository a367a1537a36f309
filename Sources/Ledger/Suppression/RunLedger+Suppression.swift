internal import GRDB
package import MailModel

extension RunLedger {
    /// Adds entries, synced; one that is there already keeps its date and takes the later expiry.
    ///
    /// - Returns: how many are new.
    package func addSuppressions(_ entries: [Suppression]) throws(LedgerFailure) -> Int {
        try write(.synced, "adding to the suppression list") { try Self.add(entries, $0) }
    }

    /// Removes entries, synced.
    ///
    /// - Returns: how many were there.
    package func removeSuppressions(_ values: [String], kind: Suppression.Kind = .address) throws(LedgerFailure) -> Int
    {
        try write(.synced, "removing from the suppression list") { connection in
            let statement = try connection.cachedStatement(sql: "DELETE FROM suppression WHERE kind = ? AND value = ?")
            var count = 0
            for value in values {
                try statement.execute(arguments: [kind.rawValue, value])
                count += connection.changesCount
            }
            if count > 0 { try Self.countChange(connection) }
            return count
        }
    }

    /// One entry, expired or not.
    package func suppression(of value: String, kind: Suppression.Kind = .address) throws(LedgerFailure) -> Suppression?
    {
        try read("looking up the suppression list") { connection in
            try Row.fetchOne(
                connection,
                sql: "SELECT * FROM suppression WHERE kind = ? AND value = ?",
                arguments: [kind.rawValue, value]
            ).map(Suppression.init(row:))
        }
    }

    /// The entries of a kind in order, expired ones too, a page at a time.
    ///
    /// - Parameters:
    ///   - kind: which entries.
    ///   - last: the value that the page begins behind; nil for the first page.
    ///   - limit: how many at most.
    /// - Returns: the page; empty behind the last.
    /// - Throws: ``LedgerFailure``.
    package func suppressions(
        kind: Suppression.Kind = .address,
        after last: String? = nil,
        limit: Int = 1_000
    ) throws(LedgerFailure) -> [Suppression] {
        try read("reading the suppression list") { connection in
            try Row.fetchAll(
                connection,
                sql: "SELECT * FROM suppression WHERE kind = ? AND value > ? ORDER BY value LIMIT ?",
                arguments: [kind.rawValue, last ?? "", Int64(limit)]
            ).map(Suppression.init(row:))
        }
    }

    /// The number of the last change to the list: a running process asks for it with every claim.
    package func suppressionVersion() throws(LedgerFailure) -> Int {
        try read("looking up the suppression list") { try Self.version($0) }
    }

    /// The entries that hold now, all of them, for checks in memory.
    package func suppressionSet(now: Timestamp) throws(LedgerFailure) -> SuppressionSet {
        try read("reading the suppression list") { connection in
            var set = SuppressionSet(version: try Self.version(connection))
            let rows = try Row.fetchCursor(
                connection,
                sql: "SELECT kind, value, reason FROM suppression WHERE expires IS NULL OR expires > ?",
                arguments: [now.rawValue]
            )
            while let row = try rows.next() {
                guard let kind = Suppression.Kind(rawValue: row.value("kind")) else { continue }
                switch kind {
                case .address: set.addresses[row.value("value")] = row.value("reason")
                case .domain: set.domains[row.value("value")] = row.value("reason")
                case .hash: set.hashes[row.value("value")] = row.value("reason")
                }
            }
            return set
        }
    }

    /// Why some of these addresses are held back, looked up one by one: for lists too long to keep in memory.
    ///
    /// - Parameters:
    ///   - addresses: canonical forms, each with its domain in lower-case A-labels.
    ///   - now: entries that have expired by then hold nobody back.
    /// - Returns: a reason for each address in order; nil where there is none.
    /// - Throws: ``LedgerFailure``.
    package func suppressionReasons(
        of addresses: [(address: String, domain: String)],
        now: Timestamp
    ) throws(LedgerFailure) -> [String?] {
        try read("looking up the suppression list") { connection in
            let statement = try connection.cachedStatement(
                sql: """
                    SELECT reason FROM suppression WHERE ((kind = 0 AND value = ?) OR (kind = 1 AND value = ?))
                    AND (expires IS NULL OR expires > ?) ORDER BY kind LIMIT 1
                    """
            )
            return try addresses.map { entry in
                try String.fetchOne(statement, arguments: [entry.address, entry.domain, now.rawValue])
            }
        }
    }

    static func add(_ entries: [Suppression], _ connection: Database) throws -> Int {
        guard !entries.isEmpty else { return 0 }
        let before = try Int.fetchOne(connection, sql: "SELECT count(*) FROM suppression") ?? 0
        let statement = try connection.cachedStatement(
            sql: """
                INSERT INTO suppression (kind, value, reason, source, at, expires, note) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (kind, value) DO UPDATE SET
                    expires = CASE WHEN expires IS NULL OR excluded.expires IS NULL THEN NULL
                        ELSE max(expires, excluded.expires) END,
                    note = coalesce(excluded.note, note)
                """
        )
        for entry in entries {
            try statement.execute(
                arguments: [
                    entry.kind.rawValue, entry.value, entry.reason, entry.source, entry.at.rawValue,
                    entry.expires?.rawValue, entry.note,
                ]
            )
        }
        try countChange(connection)
        let after = try Int.fetchOne(connection, sql: "SELECT count(*) FROM suppression") ?? 0
        return after - before
    }

    private static func countChange(_ connection: Database) throws {
        try connection.execute(sql: "UPDATE counter SET value = value + 1 WHERE name = 'suppression'")
    }

    private static func version(_ connection: Database) throws -> Int {
        try Int.fetchOne(connection, sql: "SELECT value FROM counter WHERE name = 'suppression'") ?? 0
    }
}

extension Suppression {
    /// A row of `suppression`.
    init(row: Row) {
        self.init(
            kind: Kind(rawValue: row.value("kind")) ?? .address,
            value: row.value("value"),
            reason: row.value("reason"),
            source: row.value("source"),
            at: Timestamp(rawValue: row.value("at")),
            expires: (row.optional("expires") as Int64?).map(Timestamp.init(rawValue:)),
            note: row.optional("note")
        )
    }
}
