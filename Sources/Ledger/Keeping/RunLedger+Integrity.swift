internal import GRDB

extension RunLedger {
    /// What is wrong with the file, in the library's words; empty when nothing is.
    ///
    /// - Parameters:
    ///   - isQuick: whether indexes are not compared with their tables, which takes most of the time.
    ///   - limit: how many faults are told at most.
    /// - Returns: the faults.
    /// - Throws: ``LedgerFailure`` when the file cannot even be read.
    package func damages(isQuick: Bool, limit: Int = 50) throws(LedgerFailure) -> [String] {
        try read("checking the ledger") { connection in
            let pragma = isQuick ? "quick_check" : "integrity_check"
            let lines = try String.fetchAll(connection, sql: "PRAGMA \(pragma)(\(limit))")
            return lines == ["ok"] ? [] : lines
        }
    }

    /// What the tables say that cannot be: rows that belong to no run, seqs behind a run's last, states that are none.
    package func contradictions() throws(LedgerFailure) -> [String] {
        try read("checking the ledger") { connection in
            var lines: [String] = []
            for (count, words) in [
                (
                    """
                    SELECT count(*) FROM recipient r WHERE NOT EXISTS
                        (SELECT 1 FROM run WHERE number = r.run AND r.seq < recipient_count)
                    """, "recipients belong to no run"
                ), ("SELECT count(*) FROM recipient WHERE state NOT BETWEEN 0 AND 8", "recipients are in no state"),
                (
                    "SELECT count(*) FROM run WHERE claimed_upto > recipient_count",
                    "runs have claimed more recipients than they have"
                ),
                (
                    "SELECT count(*) FROM verdict v WHERE NOT EXISTS (SELECT 1 FROM collected WHERE id = v.message)",
                    "verdicts belong to no message"
                ),
            ] {
                let found = try Int.fetchOne(connection, sql: count) ?? 0
                if found > 0 { lines.append("\(found) \(words)") }
            }
            return lines
        }
    }

    /// The files of collected mail that the ledger names, a page at a time, by number.
    package func mailFiles(after last: Int64, limit: Int = 1_000) throws(LedgerFailure) -> [PrunableMail] {
        try read("listing collected mail") { connection in
            try Row.fetchAll(
                connection,
                sql: "SELECT id, file FROM collected WHERE id > ? AND file <> '' ORDER BY id LIMIT ?",
                arguments: [last, Int64(limit)]
            ).map { PrunableMail(id: $0.value("id"), file: $0.value("file")) }
        }
    }
}
