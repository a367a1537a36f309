internal import GRDB
package import MailModel

extension RunLedger {
    /// Adds entries, synced; one that holds already keeps its date and takes the later expiry.
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

    /// The names of the entries that hold now, all of them, for checks in memory.
    package func suppressionSet(now: Timestamp) throws(LedgerFailure) -> SuppressionSet {
        try read("reading the suppression list") { connection in
            var set = SuppressionSet(version: try Self.version(connection))
            let rows = try Row.fetchCursor(
                connection,
                sql: "SELECT kind, value FROM suppression WHERE expires IS NULL OR expires > ?",
                arguments: [now.rawValue]
            )
            while let row = try rows.next() {
                if let key = SuppressionKey(row: row) { set.insert(key) }
            }
            return set
        }
    }

    /// The names that were added, or changed, behind a change.
    ///
    /// - Parameters:
    ///   - version: the number of that change.
    ///   - now: entries that have expired by then are left out.
    /// - Returns: the names, and the number of the last change.
    /// - Throws: ``LedgerFailure``.
    package func suppressions(
        changedSince version: Int,
        now: Timestamp
    ) throws(LedgerFailure) -> (keys: [SuppressionKey], version: Int) {
        try read("looking up the suppression list") { connection in
            let latest = try Self.version(connection)
            guard latest != version else { return ([], version) }
            let rows = try Row.fetchAll(
                connection,
                sql: "SELECT kind, value FROM suppression WHERE change > ? AND (expires IS NULL OR expires > ?)",
                arguments: [Int64(version), now.rawValue]
            )
            return (rows.compactMap(SuppressionKey.init(row:)), latest)
        }
    }

    /// The first of some names that is on the list now.
    ///
    /// - Parameters:
    ///   - keys: the names under which an address may be held back, in the order in which they count.
    ///   - now: entries that have expired by then hold nobody back.
    /// - Returns: the entry; nil when none holds.
    /// - Throws: ``LedgerFailure``.
    package func suppression(among keys: [SuppressionKey], now: Timestamp) throws(LedgerFailure) -> Suppression? {
        try read("looking up the suppression list") { connection in
            let statement = try connection.cachedStatement(
                sql: """
                    SELECT * FROM suppression WHERE kind = ? AND value = ? AND (expires IS NULL OR expires > ?)
                    """
            )
            for key in keys {
                let row = try Row.fetchOne(statement, arguments: [key.kind.rawValue, key.value, now.rawValue])
                if let row { return Suppression(row: row) }
            }
            return nil
        }
    }

    static func add(_ entries: [Suppression], _ connection: Database) throws -> Int {
        guard !entries.isEmpty else { return 0 }
        try countChange(connection)
        let change = try version(connection)
        let known = try connection.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM suppression WHERE kind = ? AND value = ?)"
        )
        let statement = try connection.cachedStatement(
            sql: """
                INSERT INTO suppression (kind, value, reason, source, at, expires, note, change)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (kind, value) DO UPDATE SET
                    reason = CASE WHEN expires <= excluded.at THEN excluded.reason ELSE reason END,
                    source = CASE WHEN expires <= excluded.at THEN excluded.source ELSE source END,
                    at = CASE WHEN expires <= excluded.at THEN excluded.at ELSE at END,
                    expires = CASE WHEN expires <= excluded.at THEN excluded.expires
                        WHEN expires IS NULL OR excluded.expires IS NULL THEN NULL
                        ELSE max(expires, excluded.expires) END,
                    note = coalesce(excluded.note, note), change = excluded.change
                """
        )
        var new = 0
        for entry in entries {
            if try Bool.fetchOne(known, arguments: [entry.kind.rawValue, entry.value]) != true { new += 1 }
            try statement.execute(
                arguments: [
                    entry.kind.rawValue, entry.value, entry.reason, entry.source, entry.at.rawValue,
                    entry.expires?.rawValue, entry.note, Int64(change),
                ]
            )
        }
        return new
    }

    /// Removes entries that are still as they were found; one that a person has changed since stays.
    static func release(_ entries: [Suppression], _ connection: Database) throws -> Int {
        let statement = try connection.cachedStatement(
            sql: "DELETE FROM suppression WHERE kind = ? AND value = ? AND reason = ? AND source = ? AND at = ?"
        )
        var count = 0
        for entry in entries {
            try statement.execute(
                arguments: [entry.kind.rawValue, entry.value, entry.reason, entry.source, entry.at.rawValue]
            )
            count += connection.changesCount
        }
        if count > 0 { try countChange(connection) }
        return count
    }

    private static func countChange(_ connection: Database) throws {
        try connection.execute(sql: "UPDATE counter SET value = value + 1 WHERE name = 'suppression'")
    }

    private static func version(_ connection: Database) throws -> Int {
        try Int.fetchOne(connection, sql: "SELECT value FROM counter WHERE name = 'suppression'") ?? 0
    }
}

extension SuppressionKey {
    /// The columns of a row of `suppression`; nil for a kind that is not known.
    init?(row: Row) {
        guard let kind = Suppression.Kind(rawValue: row.value("kind")) else { return nil }
        self.init(kind: kind, value: row.value("value"))
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
