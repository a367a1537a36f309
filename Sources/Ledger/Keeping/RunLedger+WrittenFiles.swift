internal import GRDB
package import MailModel

/// A file outside the state folder that was written with addresses in it.
package struct WrittenFile: Sendable, Hashable {
    /// Where it was written, absolute.
    package var path: String
    /// What it is: `export`, `backup`.
    package var kind: String
    /// The run that it is about; nil for all.
    package var run: String?
    /// When.
    package var at: Timestamp

    package init(path: String, kind: String, run: String?, at: Timestamp) {
        self.path = path
        self.kind = kind
        self.run = run
        self.at = at
    }
}

extension RunLedger {
    /// Remembers a file that holds addresses, so that who forgets somebody is told of it.
    package func remember(_ file: WrittenFile) throws(LedgerFailure) {
        try write(.synced, "remembering a file") { connection in
            try connection.execute(
                sql: "INSERT OR REPLACE INTO written_file (path, kind, run, at) VALUES (?, ?, ?, ?)",
                arguments: [file.path, file.kind, file.run, file.at.rawValue]
            )
        }
    }

    /// The files that were written, the latest first.
    package func writtenFiles() throws(LedgerFailure) -> [WrittenFile] {
        try read("listing written files") { connection in
            try Row.fetchAll(connection, sql: "SELECT * FROM written_file ORDER BY at DESC, path").map { row in
                WrittenFile(
                    path: row.value("path"),
                    kind: row.value("kind"),
                    run: row.optional("run"),
                    at: Timestamp(rawValue: row.value("at"))
                )
            }
        }
    }

    /// Forgets files that are gone.
    package func drop(files paths: [String]) throws(LedgerFailure) {
        try write(.synced, "dropping written files") { connection in
            for path in paths {
                try connection.execute(sql: "DELETE FROM written_file WHERE path = ?", arguments: [path])
            }
        }
    }
}
