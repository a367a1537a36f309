extension Migration {
    /// Mail that people wrote to an address of ours on purpose: confirmations, sign-ups, wishes to leave.
    static let inbox = Migration(
        name: "0005-inbox",
        sql: """
            CREATE TABLE inbox (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                message INTEGER NOT NULL UNIQUE,
                key TEXT NOT NULL,
                kind TEXT NOT NULL,
                job TEXT,
                sender TEXT NOT NULL,
                name TEXT NOT NULL,
                subject TEXT NOT NULL,
                run INTEGER,
                seq INTEGER,
                matched TEXT NOT NULL,
                trust TEXT NOT NULL,
                at INTEGER NOT NULL,
                held TEXT,
                handed INTEGER,
                tries INTEGER NOT NULL DEFAULT 0,
                error TEXT
            );
            CREATE INDEX inbox_by_sender ON inbox (sender, at);
            CREATE INDEX inbox_open ON inbox (id) WHERE handed IS NULL AND held IS NULL;
            """
    )
}
